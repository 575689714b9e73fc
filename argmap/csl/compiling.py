"""XML elements of a style → the elements that render."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from argmap.csl.context import Node
from argmap.csl.date_element import DateElement
from argmap.csl.elements import (
    Choose,
    Group,
    Label,
    MacroText,
    Number,
    TermText,
    ValueText,
    VariableText,
    make_test,
)
from argmap.csl.names_element import NameParts, Names
from argmap.csl.xml_source import local_name

_TEXTS: Final[dict[str, Callable[[Mapping[str, str]], Node]]] = {
    "variable": VariableText,
    "macro": MacroText,
    "term": TermText,
    "value": ValueText,
}


def compile_all(elements: Iterable[Element], names: NameParts | None = None) -> tuple[Node, ...]:
    """Make the elements that render.

    Args:
        elements: the XML elements.
        names: what an empty ``names`` among them takes over, inside ``substitute``.
    """
    return tuple(node for element in elements if (node := _compile(element, names)) is not None)


def _compile(element: Element, names: NameParts | None) -> Node | None:
    kind = local_name(element)
    attributes = element.attrib
    if kind == "text":
        return next((make(attributes) for name, make in _TEXTS.items() if name in attributes), None)
    if kind == "group":
        return Group(attributes, compile_all(element, names))
    if kind == "choose":
        return _choose(element, names)
    if kind == "names":
        return _names(element, names)
    if kind == "date":
        parts = [child.attrib for child in element if local_name(child) == "date-part"]
        return DateElement(attributes, parts)
    if kind == "number":
        return Number(attributes)
    return Label(attributes) if kind == "label" else None


def _choose(element: Element, names: NameParts | None) -> Node:
    branches = []
    for child in element:
        kind = local_name(child)
        if kind in {"if", "else-if"}:
            branches.append((make_test(child.attrib), compile_all(child, names)))
        elif kind == "else":
            branches.append((lambda _: True, compile_all(child, names)))
    return Choose(branches)


def _names(element: Element, outer: NameParts | None) -> Node:
    children = {local_name(child): child for child in element}
    inside = [local_name(child) for child in element]
    parts = outer
    if parts is None or any(kind in children for kind in ("name", "et-al", "label")):
        name = children.get("name")
        et_al = children.get("et-al")
        label = children.get("label")
        # Where the label stands is said against the names, which may go without saying.
        first = label is not None and "name" in children and inside.index("label") < inside.index("name")
        parts = NameParts(
            {} if name is None else name.attrib,
            {part.get("name", ""): part.attrib for part in (() if name is None else name)},
            {} if et_al is None else et_al.attrib,
            None if label is None else label.attrib,
            label_first=first,
        )
    substitute: Sequence[Node] = ()
    if "substitute" in children:
        substitute = compile_all(children["substitute"], parts)
    return Names(element.attrib, parts, substitute)
