"""The front end's sources, put together as they are: no tool stands between them and the page."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

MODULES: Final = (
    "dom",
    "svg",
    "carried",
    "folding",
    "document",
    "branches",
    "selecting",
    "steps",
    "address",
    "places",
    "levels",
    "pane",
    "camera",
    "gestures",
    "graph",
    "trees",
    "placing",
    "routes",
    "strings",
    "tiles",
    "drawing",
    "picture",
    "scene",
    "framing",
    "walking",
    "entries",
    "outline",
    "links",
    "bearings",
    "citing",
    "statement",
    "pages",
    "overview",
    "pagehead",
    "panel",
    "filters",
    "nearest",
    "hits",
    "search",
    "vain",
    "chrome",
    "menu",
    "snapshot",
    "printing",
    "sheet",
    "saving",
    "markdown",
    "clicks",
    "keyboard",
    "main",
)
"""The scripts, each after those that it imports from."""

STYLES: Final = ("base", "layout", "search", "menu", "sidebar", "picture", "panel", "help", "touch", "print")
"""The style sheets, in the order of their rules."""

LIVE_MODULES: Final = ("renewing", "news", "live")
LIVE_STYLES: Final = ("live",)
"""What a page has besides that follows its map; no page that is written to a file has it."""

EDITING_MODULES: Final = ("wishing", "forms", "kinds", "drags", "editing")
EDITING_STYLES: Final = ("editing",)
"""What it has besides where it can change the map."""

_IMPORT: Final = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ", re.MULTILINE)


@cache
def script(more: tuple[str, ...] = ()) -> str:
    """Join the scripts into one module, in which imports and exports are needless.

    Args:
        more: modules that come after those of every page.
    """
    sources = (_EXPORT.sub("", _IMPORT.sub("", _read(f"{name}.js"))) for name in (*MODULES, *more))
    return "\n".join(sources)


@cache
def style(more: tuple[str, ...] = ()) -> str:
    """Join the style sheets.

    Args:
        more: those that come after those of every page.
    """
    return "\n".join(_read(f"{name}.css") for name in (*STYLES, *more))


def _read(name: str) -> str:
    return (files("argmap.render") / "viewer" / name).read_text("utf-8")
