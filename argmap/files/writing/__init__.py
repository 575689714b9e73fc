"""Maps to YAML, and files to disk."""
