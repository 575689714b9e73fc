"""Text to values: one YAML document, with the place of everything in it."""
