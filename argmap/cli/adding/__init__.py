"""What ``argmap add`` can add, one module for each kind."""
