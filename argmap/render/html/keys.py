"""The page's help: what its lines mean, and its keys."""

from typing import Final

from argmap.render.html.elements import Markup, element

_KEYS: Final = (
    ("↑ ↓ ← →", "in the picture: walk to the next statement, along the lines where there is one"),
    ("Enter", "read the statement in the panel"),
    ("F", "fold or unfold what bears on the statement"),
    ("O", "show only the argument of the statement, or all again"),
    ("Esc", "undo one step"),
    ("+  -  0", "zoom in, zoom out, show everything"),
    ("Shift + ↑ ↓ ← →", "move the picture"),
    ("/", "search; ↓ and ↑ go through the list, Enter opens a hit or the next one"),
    ("?", "this list"),
)


def lines_section(legend: Markup) -> Markup:
    """Write the part of the help that says what lines mean.

    Args:
        legend: as a list; empty where the picture has no lines.

    Returns:
        A section; nothing where there are no lines.
    """
    return element("section", {"class": "key"}, element("h3", {}, "Lines"), legend) if legend else Markup()


def help_dialog(legend: Markup) -> Markup:
    """Write the dialog of help.

    Args:
        legend: what the lines of the picture mean; empty where it has none.

    Returns:
        A dialog; it can switch single-letter keys off (WCAG 2.2, 2.1.4). On paper only the legend is left.
    """
    rows = [piece for key, does in _KEYS for piece in (element("dt", {}, key), element("dd", {}, does))]
    switch = element(
        "label",
        {},
        element("input", {"type": "checkbox", "id": "ui:letters", "checked": True}),
        " Single-key shortcuts",
    )
    pointer = "Drag to move the picture; scroll or pinch to zoom; click a statement to read it."
    return element(
        "dialog",
        {"id": "ui:keys", "class": "keys", "aria-labelledby": "ui:keys-title"},
        element("h2", {"id": "ui:keys-title", "tabindex": "-1"}, "Help"),
        lines_section(legend),
        element("h3", {}, "Pointer and keys"),
        element("p", {}, pointer),
        element("dl", {}, *rows),
        element("p", {}, switch),
        element("form", {"method": "dialog"}, element("button", {"class": "plain"}, "Close")),
    )
