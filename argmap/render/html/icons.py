"""Signs on buttons."""

from typing import Final

from argmap.render.html.elements import Markup, element

_PATHS: Final = {
    "menu": "M3 5h14M3 10h14M3 15h14",
    "search": "M8.5 3a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M12.5 12.5L17 17",
    "undo": "M7.5 4L3.5 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H8",
    "share": "M10 12.5V3M6.5 6L10 2.5L13.5 6M6 9H4.5v8h11V9H14",
    "theme": "M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 3v14M10 6.5a3.5 3.5 0 0 1 0 7",
    "help": "M7 7.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2M10 15.2v.1",
    "plus": "M10 4v12M4 10h12",
    "minus": "M4 10h12",
    "fit": "M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5",
}


def icon(name: str) -> Markup:
    """Draw a sign; the button around it says what it means."""
    path = element("path", {"d": _PATHS[name]})
    return element("svg", {"class": "icon", "viewBox": "0 0 20 20", "aria-hidden": "true"}, path)
