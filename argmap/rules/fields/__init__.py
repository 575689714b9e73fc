"""Records that are not what the model of a map allows."""
