"""Tags, and how they are spelt."""
