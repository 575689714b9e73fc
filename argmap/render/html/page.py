"""The page: everything in one file, with a policy that keeps it to itself."""

from base64 import b64encode
from hashlib import sha256
from json import dumps
from xml.etree.ElementTree import Element

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.queries.changes.both import BothVersions
from argmap.render.characters import legal
from argmap.render.diagram import Diagram
from argmap.render.html.assets import script, style
from argmap.render.html.document import Json, Standings, document, people
from argmap.render.html.elements import Markup, element, lines
from argmap.render.html.embedding import embed
from argmap.render.html.frame import body
from argmap.render.html.outline import Outline
from argmap.render.html.repaint import rules
from argmap.render.html.voices import rules as voice_rules
from argmap.render.html.voices import voices_of
from argmap.render.theme import DEFAULT, Theme

_IN_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})

# Before anything is shown: with a script, the outline is a short list; without, it holds all texts.
_FIRST = 'document.documentElement.classList.add("js")'


def html(
    argument_map: ArgumentMap,
    diagram: Diagram,
    svg: str | Element,
    theme: Theme = DEFAULT,
    works: Bibliography | None = None,
    both: BothVersions | None = None,
) -> str:
    """Write the interactive viewer of a map.

    What the map's editor infers counts when the page opens if it does in the diagram; a reader can put it
    away, except the context of stated rebuttals.

    Args:
        argument_map: the whole map, whatever is drawn of it.
        diagram: what is drawn.
        svg: the picture of it, as `argmap.render.draw.draw` gives it, or its root, which is changed; what it
            shows is not.
        theme: the one that the picture was drawn with.
        works: the works of the map in the style in which they are cited; by default in the usual one.
        both: the two versions of a map that are shown as one; then it counts what is in the newer one.

    Returns:
        An HTML document without any reference to another file. The same input gives the same text.

    Raises:
        MarkupError: `svg` is not XML.
    """
    keys = [box.id for box in diagram.boxes]
    voices = voices_of(diagram, people(argument_map, keys), theme)
    standings = Standings.of(both.newer if both else argument_map)
    picture = embed(svg, diagram)
    works = works or Bibliography(argument_map)
    data = document(argument_map, diagram, standings, voices, works)
    data["origin"] = picture.origin
    changes = {box.id: box.change for box in diagram.boxes if box.change}
    outline = Outline(
        argument_map, standings.all if diagram.inferred else standings.stated, voices, works, changes
    )
    styles = "\n".join((style(), *voice_rules(voices), rules(picture.root)))
    content = body(argument_map, diagram, picture, outline.markup(keys), voices.values())
    return _document(diagram.title or "Argument map", styles, lines(content, _data(data)))


def _document(title: str, styles: str, content: Markup) -> str:
    head = lines(
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": _policy(styles)}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "generator", "content": "argmap"}),
        element("title", {}, title),
        # Without this, browsers ask a server for /favicon.ico.
        element("link", {"rel": "icon", "href": "data:,"}),
        element("style", {}, Markup(styles)),
        element("script", {}, Markup(_FIRST)),
    )
    code = element("script", {"type": "module"}, Markup(script()))
    whole = lines(
        element("head", {}, "\n", head, "\n"), element("body", {}, "\n", lines(content, code), "\n")
    )
    return f"<!DOCTYPE html>\n{element('html', {'lang': 'en'}, whole)}\n"


def _policy(styles: str) -> str:
    """Allow this page's own script and style, and nothing else (Content Security Policy Level 3)."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(_FIRST)} {_hash(script())}",
            f"style-src {_hash(styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _data(data: Json) -> Markup:
    """Write the document so that nothing in it can end the element that it stands in."""
    written = legal(dumps(data, ensure_ascii=False, separators=(",", ":"))).translate(_IN_SCRIPT)
    return element("script", {"type": "application/json", "id": "ui:data"}, Markup(written))
