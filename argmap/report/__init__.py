"""Results to words: for the terminal, and as JSON."""
