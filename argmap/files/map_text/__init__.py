"""Maps to YAML text, as a careful hand would write it."""
