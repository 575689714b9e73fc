"""What stands where on the page: the bar, the outline, the picture, the panel."""

from argmap.argument_map import ArgumentMap
from argmap.render.diagram import Diagram
from argmap.render.html.elements import Markup, element, lines
from argmap.render.html.icons import icon
from argmap.render.html.keys import help_dialog

_NEEDS_SCRIPTS = (
    "The picture of this map needs scripts, and JavaScript is switched off here. "
    "The outline below tells all of it in words."
)


def body(
    argument_map: ArgumentMap,
    diagram: Diagram,
    picture: Markup,
    strokes: Markup,
    outline: Markup,
    *,
    is_drawn: bool,
) -> Markup:
    """Write the body of the page, without its data and script.

    Args:
        argument_map: the map.
        diagram: what is drawn.
        picture: its `svg` element.
        strokes: what its lines mean; empty where it has none.
        outline: the same as nested lists.
        is_drawn: whether the picture can be looked at where there are no scripts.
    """
    language = argument_map.info.language
    sheet = _carried("drawing", picture) if is_drawn else _loose(picture)
    above = element("noscript", {}, _full_size()) if is_drawn else Markup()
    rooms = (_side(outline, language), _stage(above, sheet, strokes), _panel(diagram, language))
    main = element("main", {"class": "rooms"}, *rooms)
    said = element("p", {"id": "ui:said", "class": "unseen", "role": "status"})
    return lines(_skip(), said, _bar(diagram.title or "Argument map", language), main)


def _skip() -> Markup:
    places = (("picture", "Skip to the picture"), ("outline", "Skip to the outline"))
    return lines(*(element("a", {"class": "skip", "href": f"#ui:{name}"}, label) for name, label in places))


def _button(name: str, label: str, sign: str, **more: str | bool | None) -> Markup:
    attributes = {"type": "button", "id": f"ui:{name}", "class": "tool", "aria-label": label, "title": label}
    return element("button", {**attributes, **more}, icon(sign))


def _bar(title: str, language: str | None) -> Markup:
    field = {
        "type": "search",
        "id": "ui:search",
        "placeholder": "Search titles, texts, people",
        "autocomplete": "off",
        "role": "combobox",
        "aria-expanded": "false",
        "aria-controls": "ui:hits",
        "aria-autocomplete": "list",
    }
    label = element(
        "label", {"for": "ui:search", "class": "unseen"}, "Search titles, texts, quotes and people"
    )
    found = element("div", {"id": "ui:found", "class": "found", "hidden": True})
    return element(
        "header",
        {"class": "bar"},
        _button(
            "menu", "Outline and filters", "menu", **{"aria-controls": "ui:side", "aria-expanded": "true"}
        ),
        element("h1", {"dir": "auto", "lang": language}, title),
        element(
            "div",
            {"class": "search", "role": "search"},
            label,
            icon("search"),
            element("input", field),
            found,
        ),
        _button("undo", "Undo one step (Esc)", "undo"),
        _button(
            "share", "Share and save", "share", **{"aria-expanded": "false", "aria-controls": "ui:sharing"}
        ),
        element("div", {"id": "ui:sharing", "class": "menu", "hidden": True}),
        _button("theme", "Light or dark", "theme"),
        _button("help", "Help: lines and keys", "help"),
    )


def _side(outline: Markup, language: str | None) -> Markup:
    folding = [
        element("button", {"type": "button", "id": f"ui:{name}"}, label)
        for name, label in (("fold", "Fold all"), ("unfold", "Unfold all"))
    ]
    return element(
        "section",
        {"id": "ui:side", "class": "side", "aria-label": "Outline and filters"},
        element("div", {"id": "ui:filters", "class": "filters"}),
        element("p", {"id": "ui:status", "class": "status"}),
        "\n",
        element(
            "nav",
            {
                "id": "ui:outline",
                "class": "outline",
                "aria-label": "Outline",
                "tabindex": "-1",
                "lang": language,
            },
            element("div", {"class": "outline-head"}, element("h2", {}, "Outline"), *folding),
            "\n",
            _carried("entries", outline),
        ),
        element("button", {"type": "button", "id": "ui:shut", "class": "shut"}, "Show the picture"),
        "\n",
    )


def _carried(name: str, markup: Markup) -> Markup:
    """Write what a browser without scripts shows as it stands, while others take it for a text.

    Of thousands of boxes and entries, elements would take seconds to read; the scripts build those in sight.
    """
    return element("noscript", {"id": f"ui:{name}"}, markup)


def _loose(picture: Markup) -> Markup:
    """Write boxes that only the scripts can put in their places, and say so where there are none."""
    boxes = element("script", {"type": "image/svg+xml", "id": "ui:drawing"}, picture)
    words = element("p", {"class": "needs-scripts"}, _NEEDS_SCRIPTS)
    return lines(boxes, element("noscript", {}, words))


def _full_size() -> Markup:
    """Write what lets a reader without scripts see a drawing large, which is shown whole at first."""
    box = element("input", {"type": "checkbox"})
    return element("label", {"class": "full-size"}, box, " Show the picture so large that it can be read")


def _stage(above: Markup, picture: Markup, strokes: Markup) -> Markup:
    sheet = element("div", {"id": "ui:sheet", "class": "sheet"}, picture)
    view = element("div", {"id": "ui:view", "class": "view"}, sheet)
    tools = element(
        "div",
        {"class": "zoom", "role": "group", "aria-label": "Zoom"},
        _button("closer", "Zoom in (+)", "plus"),
        _button("farther", "Zoom out (-)", "minus"),
        _button("fit", "Show everything (0)", "fit"),
    )
    hint = element("div", {"id": "ui:hint", "class": "hint", "aria-hidden": "true", "hidden": True})
    attributes = {"id": "ui:stage", "class": "stage", "aria-label": "Picture"}
    return element("section", attributes, above, view, tools, hint, help_dialog(strokes))


def _panel(diagram: Diagram, language: str | None) -> Markup:
    lead = element("p", {"class": "lead", "dir": "auto"}, diagram.description) if diagram.description else ""
    page = element("div", {"id": "ui:page", "class": "page", "tabindex": "-1", "lang": language}, lead)
    grip = {"type": "button", "id": "ui:grip", "class": "grip", "aria-label": "Height of the details"}
    attributes = {"id": "ui:panel", "class": "panel", "aria-label": "Details"}
    return element("aside", attributes, element("button", grip), page)
