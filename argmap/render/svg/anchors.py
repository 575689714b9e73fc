"""Turning Graphviz's tooltip wrappers into SVG titles."""

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

_TOOLTIP = "xlink:title"


def unwrap(group: Element, is_done: Callable[[Element], bool] | None = None) -> str:
    """Replace every `<g id="a_…"><a xlink:title="…">` in a group by its content.

    One around a part of the group, such as a table cell, becomes a group with a title. The title of the one
    around the whole group is returned. Addresses are dropped: no picture of a map holds a link.

    Args:
        group: the group of a node, edge, cluster or graph; it is changed.
        is_done: tells which groups inside it hold no wrapper any more.

    Returns:
        The tooltip of the whole group, "" if it has none.
    """
    whole = f"a_{group.get('id', '')}"
    tooltips = [_tooltip(child[0]) for child in group if _is_wrapper(child) and child.get("id") == whole]
    tooltip = next(filter(None, tooltips), "")
    group[:] = list(_contents(group, tooltip, is_done or _is_leaf))
    return tooltip


def _is_wrapper(element: Element) -> bool:
    named = element.get("id", "").startswith("a_") and "class" not in element.attrib
    return named and [child.tag for child in element] == ["a"]


def _tooltip(anchor: Element) -> str:
    return anchor.get(_TOOLTIP, "").strip()


def _is_leaf(element: Element) -> bool:
    return not len(element)


def _contents(
    elements: Iterable[Element], outer: str, is_done: Callable[[Element], bool]
) -> Iterator[Element]:
    for element in elements:
        if _is_wrapper(element):
            yield from _part(element[0], outer, is_done)
        else:
            if len(element) and not is_done(element):
                element[:] = list(_contents(element, outer, is_done))
            yield element


def _part(anchor: Element, outer: str, is_done: Callable[[Element], bool]) -> Iterator[Element]:
    """Yield what stands for a wrapper: a titled group, or just what it held."""
    tooltip = _tooltip(anchor)
    inside = list(_contents(anchor, tooltip or outer, is_done))
    if not tooltip or tooltip == outer:
        yield from inside
        return
    title = Element("title")
    title.text = tooltip
    titled = Element("g")
    titled[:] = [title, *inside]
    yield titled
