"""Who answered whom, when, and to what wording."""
