"""The page's keys, as its help says them."""

from typing import Final

from argmap.render.html.elements import Markup, element

_KEYS: Final = (
    ("↑ ↓ ← →", "in the picture: walk to the next statement, along the lines where there is one"),
    ("Enter", "read the statement in the panel"),
    ("F", "fold or unfold what bears on the statement"),
    ("Esc", "undo one step"),
    ("+  -  0", "zoom in, zoom out, show everything"),
    ("Shift + ↑ ↓ ← →", "move the picture"),
    ("/", "search; Enter opens the next hit, Shift + Enter the one before"),
    ("?", "this list"),
)


def keys_dialog() -> Markup:
    """Write the dialog that lists the keys; it can switch single-letter keys off (WCAG 2.2, 2.1.4)."""
    rows = [piece for key, does in _KEYS for piece in (element("dt", {}, key), element("dd", {}, does))]
    switch = element(
        "label",
        {},
        element("input", {"type": "checkbox", "id": "ui:letters", "checked": True}),
        " Keys that are single letters or signs",
    )
    pointer = "Drag to move the picture; turn the wheel or pinch to zoom; click a statement to read it."
    return element(
        "dialog",
        {"id": "ui:keys", "class": "keys", "aria-labelledby": "ui:keys-title"},
        element("h2", {"id": "ui:keys-title"}, "Keys"),
        element("dl", {}, *rows),
        element("p", {}, pointer),
        element("p", {}, switch),
        element("form", {"method": "dialog"}, element("button", {"class": "plain"}, "Close")),
    )
