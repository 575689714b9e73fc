"""The checking itself: its settings and its exceptions."""
