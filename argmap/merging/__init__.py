"""Two changed versions of a file to one, by record and field."""
