"""What is wrong in a file, in words that help."""
