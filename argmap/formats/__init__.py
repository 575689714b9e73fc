"""Foreign formats: one module for each, that reads it, writes it, or both."""
