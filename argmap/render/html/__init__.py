"""The interactive viewer: one HTML file that holds a map, its picture, and what is needed to read them."""

from argmap.render.html.page import Viewer, html

__all__ = ["Viewer", "html"]
