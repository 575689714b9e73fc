"""Runs the rules over a map, and gives every finding its place and severity."""
