"""Names that nobody has, or that two have."""
