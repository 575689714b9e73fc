"""Finished SVG: how Graphviz's becomes one, and how what draws other formats reads it.

Each module is imported by its own name, so that none pays for the others.
"""
