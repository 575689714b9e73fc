"""Questions to a map: pure functions from records to results."""
