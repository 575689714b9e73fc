"""Where statements come from, and whether it says so there."""
