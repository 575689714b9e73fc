"""What the reader finds before it knows any record."""
