"""What commands answer when the map that is meant is a store: one module for each command."""
