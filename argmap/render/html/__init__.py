"""The interactive viewer: one HTML file that holds a map, its picture, and what is needed to read them."""

from argmap.render.html.page import html

__all__ = ["html"]
