"""Text to records: what a file holds of a map, and what is wrong with it."""
