"""OPML 2.0 for outliners: a tree below each claim that is not a reason for another.

http://opml.org/spec2.opml
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.network import KEPT, network_losses
from argmap.formats.xml_writing import legal
from argmap.model import Basis, Claim, Rebuttal
from argmap.queries.roots import find_roots
from argmap.text.paragraphs import fold

_DEEPEST: Final = 50
"""Outliners open no deeper trees; what lies deeper begins a tree of its own."""


def write(argument_map: ArgumentMap) -> Exported:
    """Write the trees; where a statement comes up again, its line says ``see`` and names the first."""
    document = Element("opml", version="2.0")
    head = SubElement(document, "head")
    SubElement(head, "title").text = legal(argument_map.info.title or "Argument map")
    body = SubElement(document, "body")
    outline = _Outline(argument_map)
    for root in find_roots(argument_map, tuple(argument_map.statements)):
        outline.add(body, root)
    indent(document)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(document, encoding="unicode") + "\n"
    return Exported(text, network_losses(argument_map, "OPML", replace(KEPT, people=("name",))))


class _Outline:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._seen: set[str] = set()

    def add(self, body: Element, root: str) -> None:
        """Add the tree below a statement, level by level."""
        waiting = [(body, root, "", 0)]
        while waiting:
            parent, key, sign, depth = waiting.pop()
            statement = self._map.statements[key]
            if key in self._seen:
                SubElement(parent, "outline", text=legal(f"{sign}see: {statement.label}"), see=key)
                continue
            self._seen.add(key)
            line = SubElement(parent, "outline", self._line(statement, sign))
            line = body if depth >= _DEEPEST else line
            depth = 0 if depth >= _DEEPEST else depth + 1
            children = [(line, child, why, depth) for child, why in self._children(statement)]
            waiting.extend(reversed(children))

    def _line(self, statement: Claim | Rebuttal, sign: str) -> dict[str, str]:
        author = f"{self._map.person_name(statement.by)}: " if statement.by else ""
        inferred = "(inferred) " if statement.basis is Basis.INFERRED else ""
        parts = "\n\n".join(_note(statement))
        note = {"_note": parts} if parts else {}
        cited = {"source": str(statement.source)} if statement.source else {}
        text = f"{sign}{author}{inferred}{statement.label}"
        said = {"text": text, "id": statement.id, **note, **cited}
        return {name: legal(text) for name, text in said.items()}

    def _children(self, statement: Claim | Rebuttal) -> Iterator[tuple[str, str]]:
        for number, step in enumerate(statement.because, 1):
            linked = [str(number)] if len(step.premises) > 1 else []
            inferred = ["inferred"] if step.basis is Basis.INFERRED else []
            remarks = ", ".join([*linked, *([fold(step.scheme)] if step.scheme else []), *inferred])
            because = f"because ({remarks}): " if remarks else "because: "
            yield from ((premise, because) for premise in step.premises)
        for attack in self._map.challenges_to(statement.id):
            yield attack.rebuttal, f"{attack.kind}: "


def _note(statement: Claim | Rebuttal) -> Iterator[str]:
    """Give what a line does not say, in paragraphs."""
    if statement.text and statement.title:
        yield statement.text
    if statement.quote:
        yield f"“{statement.quote}”"
    for number, step in enumerate(statement.because, 1):
        if step.warrant:
            yield f"Warrant of reason {number}: {step.warrant}"
    if statement.tags:
        yield f"Tags: {', '.join(statement.tags)}"
    if statement.note:
        yield f"Note: {statement.note}"
