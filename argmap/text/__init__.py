"""Words: spellings, near misses, wrapping."""
