"""What can be done at a place: tips of `check` that can be applied, and steps of a debate."""
