"""The only modules that list, read and write files."""
