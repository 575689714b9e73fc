"""The only place that changes a file that somebody wrote."""
