"""The page: everything in one file, with a policy that keeps it to itself."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
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
from argmap.render.html.frame import body
from argmap.render.html.legend import legend
from argmap.render.html.outline import Outline
from argmap.render.html.repaint import Paints, rules
from argmap.render.html.sheet import Sheet, drawn_sheet
from argmap.render.html.voices import Voice, voices_of
from argmap.render.html.voices import rules as voice_rules
from argmap.render.theme import DEFAULT, Theme

_IN_SCRIPT = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

# Before anything is shown: with a script, the outline is a short list; without, it holds all texts.
_FIRST = 'document.documentElement.classList.add("js")'


@dataclass(frozen=True)
class Parts:
    """What a page shows of a map besides the picture; all else is the same for every map.

    Args:
        title: of the page.
        keys: the statements.
        data: what its scripts know.
        rules: the style rules of the colours of speakers and of the picture.
        lists: writes the outline.
        voices: the marks of its speakers.
    """

    title: str
    keys: list[str]
    data: Json
    rules: str
    lists: Outline
    voices: tuple[Voice, ...]

    @cached_property
    def outline(self) -> Markup:
        """The map as nested lists."""
        return self.lists.markup(self.keys)


@dataclass(frozen=True)
class Serving:
    """What a page gets besides where it comes from a server.

    Args:
        scripts: further modules, which come last.
        styles: further style sheets.
        data: what these scripts are told.
    """

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    data: Json


def html(
    argument_map: ArgumentMap,
    diagram: Diagram,
    picture: str | Element | Sheet,
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
        picture: of it, as `argmap.render.draw.draw` gives it, or its root, which is changed; what it shows is
            not. Or what `argmap.render.html.sheet` makes of a picture.
        theme: the one that the picture was drawn with.
        works: the works of the map in the style in which they are cited; by default in the usual one.
        both: the two versions of a map that are shown as one; then it counts what is in the newer one.

    Returns:
        An HTML document without any reference to another file. The same input gives the same text.

    Raises:
        MarkupError: `picture` is not XML.
    """
    sheet = picture if isinstance(picture, Sheet) else drawn_sheet(picture, diagram)
    works = works or Bibliography(argument_map)
    standings = Standings.of(both.newer if both else argument_map)
    parts = parts_of(argument_map, diagram, standings, sheet.paints, works, theme)
    strokes = legend(diagram, sheet.strokes, parts.voices) if diagram.lines else Markup()
    return page(argument_map, diagram, parts, sheet.markup, strokes, is_drawn=sheet.is_drawn)


def parts_of(
    argument_map: ArgumentMap,
    diagram: Diagram,
    standings: Standings,
    paints: Paints,
    works: Bibliography,
    theme: Theme = DEFAULT,
) -> Parts:
    """Work out what a page shows of a map.

    Args:
        argument_map: the whole map.
        diagram: what is drawn of it.
        standings: where its statements stand.
        paints: the colours of the picture.
        works: the works of the map, as they are cited.
        theme: the one that the picture is drawn with.
    """
    keys = [box.id for box in diagram.boxes]
    voices = voices_of(diagram, people(argument_map, keys), theme)
    changes = {box.id: box.change for box in diagram.boxes if box.change}
    outline = Outline(
        argument_map, standings.all if diagram.inferred else standings.stated, voices, works, changes
    )
    return Parts(
        title=diagram.title or "Argument map",
        keys=keys,
        data=document(argument_map, diagram, standings, voices, works),
        lists=outline,
        voices=tuple(voices.values()),
        rules="\n".join((*voice_rules(voices), rules(paints))),
    )


def page(
    argument_map: ArgumentMap,
    diagram: Diagram,
    parts: Parts,
    picture: Markup,
    strokes: Markup,
    serving: Serving | None = None,
    *,
    is_drawn: bool = False,
) -> str:
    """Put a page together.

    Args:
        argument_map: the whole map.
        diagram: what is drawn of it.
        parts: what is shown besides the picture.
        picture: the `svg` element.
        strokes: what its lines mean; empty where it has none.
        serving: what the page gets besides where it comes from a server, and may then ask for more.
        is_drawn: whether the picture can be looked at where there are no scripts.

    Returns:
        An HTML document without any reference to another file.
    """
    more = serving or Serving((), (), {})
    styles = f"{style(more.styles)}\n{parts.rules}"
    code = script(more.scripts)
    policy = policy_of(code, styles, connects=serving is not None)
    content = body(argument_map, diagram, picture, strokes, parts.outline, is_drawn=is_drawn)
    head = lines(
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "generator", "content": "argmap"}),
        element("title", {}, parts.title),
        # Without this, browsers ask a server for /favicon.ico.
        element("link", {"rel": "icon", "href": "data:,"}),
        element("style", {}, Markup(styles)),
        element("script", {}, Markup(_FIRST)),
    )
    inside = lines(
        content, _data({**parts.data, **more.data}), element("script", {"type": "module"}, Markup(code))
    )
    whole = lines(element("head", {}, "\n", head, "\n"), element("body", {}, "\n", inside, "\n"))
    return f"<!DOCTYPE html>\n{element('html', {'lang': 'en'}, whole)}\n"


def policy_of(code: str, styles: str, *, connects: bool) -> str:
    """Allow a page its own script and style, and nothing else (Content Security Policy Level 3).

    Args:
        code: the script.
        styles: the style sheet.
        connects: whether it may ask the server that it comes from for more.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(_FIRST)} {_hash(code)}",
            f"style-src {_hash(styles)}",
            "img-src data:",
            *(["connect-src 'self'"] if connects else []),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _data(data: Json) -> Markup:
    """Write the document so that nothing in it can end the element that it stands in."""
    written = legal(dumps(data, ensure_ascii=False, separators=(",", ":")))
    for sign, escaped in _IN_SCRIPT.items():  # many times faster than `translate`
        written = written.replace(sign, escaped)
    return element("script", {"type": "application/json", "id": "ui:data"}, Markup(written))
