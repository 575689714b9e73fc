"""Turning Graphviz's tooltip wrappers into SVG titles and real links."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from argmap.render.links import safe_link

_TOOLTIP, _LINK, _TARGET = "xlink:title", "xlink:href", "target"


def unwrap(group: Element) -> str:
    """Replace every `<g id="a_…"><a xlink:title="…">` in a group by its content.

    A wrapper with an acceptable address stays as a plain link. One around a part of the group, such as a
    table cell, becomes a group with a title. The title of the one around the whole group is returned.

    Args:
        group: the group of a node, edge, cluster or graph; it is changed.

    Returns:
        The tooltip of the whole group, "" if it has none.
    """
    whole = f"a_{group.get('id', '')}"
    tooltips = [_tooltip(child[0]) for child in group if _is_wrapper(child) and child.get("id") == whole]
    tooltip = next(filter(None, tooltips), "")
    group[:] = list(_contents(group, tooltip, linked=False))
    return tooltip


def _is_wrapper(element: Element) -> bool:
    named = element.get("id", "").startswith("a_") and "class" not in element.attrib
    return named and [child.tag for child in element] == ["a"]


def _tooltip(anchor: Element) -> str:
    return anchor.get(_TOOLTIP, "").strip()


def _contents(elements: Iterable[Element], outer: str, *, linked: bool) -> Iterator[Element]:
    for element in elements:
        if _is_wrapper(element):
            yield from _part(element[0], outer, linked=linked)
        else:
            if len(element):
                element[:] = list(_contents(element, outer, linked=linked))
            yield element


def _part(anchor: Element, outer: str, *, linked: bool) -> Iterator[Element]:
    """Yield what stands for a wrapper: a link, a titled group, or just what it held."""
    tooltip = _tooltip(anchor)
    link = None if linked else safe_link(anchor.get(_LINK, ""))
    inside = list(_contents(anchor, tooltip or outer, linked=linked or link is not None))
    if tooltip and tooltip != outer:
        title = Element("title")
        title.text = tooltip
        inside.insert(0, title)
    elif link is None:
        yield from inside
        return
    kept = Element("g" if link is None else "a")
    if link is not None:
        kept.set(_LINK, link)
        kept.attrib.update({key: anchor.get(key, "") for key in (_TARGET,) if anchor.get(key)})
    kept[:] = inside
    yield kept
