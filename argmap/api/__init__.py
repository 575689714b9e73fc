"""What the commands answer, as calls from Python; their names are those of `argmap`."""
