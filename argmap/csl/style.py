"""Citation styles: found, read and checked."""

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from argmap.csl.bounds import too_much
from argmap.csl.compiling import compile_all
from argmap.csl.context import Area, Node, StyleFacts
from argmap.csl.elements import CONDITIONS
from argmap.csl.errors import CslError
from argmap.csl.locale import Locale, make_locale
from argmap.csl.names_element import name_options
from argmap.csl.xml_source import NAMESPACE, local_name, parse_xml, place_of, read_data, refuse_entities

SHORT_NAMES: Final = {
    "apa": "apa",
    "apsa": "american-political-science-association",
    "chicago": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
}
"""The styles in the package, by the names that people type."""

_INSIDE: Final[dict[str, frozenset[str]]] = {
    kind: frozenset(children.split())
    for kind, children in {
        "style": "info locale macro citation bibliography",
        "macro": "text group choose names date number label",
        "layout": "text group choose names date number label",
        "group": "text group choose names date number label",
        "if": "text group choose names date number label",
        "else-if": "text group choose names date number label",
        "else": "text group choose names date number label",
        "substitute": "text group choose names date number label",
        "choose": "if else-if else",
        "citation": "sort layout",
        "bibliography": "sort layout",
        "sort": "key",
        "names": "name et-al label substitute institution",
        "name": "name-part",
        "date": "date-part",
    }.items()
}
"""What may stand inside what."""

_TEXT_SOURCES: Final = ("variable", "macro", "term", "value")


class SortKey(NamedTuple):
    """One of the keys that entries are sorted by.

    Args:
        variable: the variable whose content counts, or nothing.
        nodes: the elements whose output counts, if it is not a variable.
        descending: whether the last comes first.
        area: what holds for names.
    """

    variable: str
    nodes: Sequence[Node]
    descending: bool
    area: Area


class Part(NamedTuple):
    """The citation or the bibliography of a style.

    Args:
        layout: what is rendered.
        area: its name, and what holds for names.
        attributes: those of the element.
        layout_attributes: those of its ``layout``.
        sort_keys: what it is sorted by.
    """

    layout: Sequence[Node]
    area: Area
    attributes: Mapping[str, str]
    layout_attributes: Mapping[str, str]
    sort_keys: Sequence[SortKey]


class Style:
    """A citation style.

    Args:
        root: its XML.

    Attributes:
        is_note: whether it writes notes.
        is_numbered: whether it prints the numbers of entries.
        tests_alikeness: whether it keeps something for works that cannot be told apart otherwise.
        default_language: the language that it is made for, or nothing.
        facts: what its elements must know of it.
        citation: how works are cited.
        bibliography: how they are listed; None when they are not.
    """

    def __init__(self, root: Element) -> None:
        self._root = root
        self._macros = {element.get("name", ""): element for element in root.findall(NAMESPACE + "macro")}
        self._compiled: dict[str, Sequence[Node]] = {}
        self._inherited = name_options(root.attrib)
        self.is_note = root.get("class") == "note"
        self.default_language = root.get("default-locale", "")
        texts = {element.get("variable") for element in root.iter(NAMESPACE + "text")}
        self.is_numbered = "citation-number" in texts or any(
            element.get("variable") == "citation-number" for element in root.iter(NAMESPACE + "number")
        )
        self.tests_alikeness = any(
            "disambiguate" in element.attrib
            for kind in ("if", "else-if")
            for element in root.iter(NAMESPACE + kind)
        )
        citation = root.find(NAMESPACE + "citation")
        rule = "" if citation is None else citation.get("givenname-disambiguation-rule", "by-cite")
        self.facts = StyleFacts(
            macro=self.macro,
            page_range_format=root.get("page-range-format", ""),
            demote_particle=root.get("demote-non-dropping-particle", "display-and-sort"),
            initialize_with_hyphen=root.get("initialize-with-hyphen") != "false",
            names_its_year_suffix="year-suffix" in texts,
            initials_only=rule.endswith("-with-initials"),
        )
        self.citation = self._part("citation")
        self.bibliography = self._part("bibliography")

    @property
    def title(self) -> str:
        """What the style calls itself."""
        return (self._root.findtext(f"{NAMESPACE}info/{NAMESPACE}title") or "").strip()

    def macro(self, name: str) -> Sequence[Node]:
        """Give the elements of a macro."""
        found = self._compiled.get(name)
        if found is None:
            element = self._macros.get(name)
            found = self._compiled[name] = () if element is None else compile_all(element)
        return found

    def locale(self, language: str | None) -> Locale:
        """Give the terms of a language, as the style has them.

        Args:
            language: the language's tag; None for that of the style, or American English.
        """
        return make_locale(
            language or self.default_language or "en-US", self._root.findall(NAMESPACE + "locale")
        )

    def _part(self, name: str) -> Part | None:
        element = self._root.find(NAMESPACE + name)
        layout = None if element is None else element.find(NAMESPACE + "layout")
        if element is None or layout is None:
            return None
        options = {**self._inherited, **name_options(element.attrib)}
        return Part(
            compile_all(layout),
            Area(name, options),
            element.attrib,
            layout.attrib,
            [self._sort_key(key, name, options) for key in element.iter(NAMESPACE + "key")],
        )

    def _sort_key(self, key: Element, part: str, options: Mapping[str, str]) -> SortKey:
        area = Area(part, {**options, **name_options(key.attrib)})
        macro = key.get("macro")
        return SortKey(
            key.get("variable", ""),
            () if macro is None else self.macro(macro),
            key.get("sort") == "descending",
            area,
        )


def load_style(source: str | os.PathLike[str] | bytes) -> Style:
    """Load a citation style.

    Args:
        source: the name of a style in the package, the path of a ``.csl`` file, or its content.

    Raises:
        CslError: there is no such style, or it is broken; the message says where, and what would be right.
    """
    if isinstance(source, bytes):
        return _checked(source)
    name = str(source)
    bundled = SHORT_NAMES.get(name, name)
    if bundled in SHORT_NAMES.values():
        return Style(parse_xml(read_data("styles", f"{bundled}.csl")))
    if isinstance(source, str) and not name.lower().endswith(".csl"):
        names = ", ".join(SHORT_NAMES)
        raise CslError(f"there is no style called {name}; there are {names}, and any file that ends in .csl")
    try:
        with open(source, "rb") as file:  # noqa: PTH123 — pathlib would double the time that this package takes to load
            data = file.read()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CslError(f"{name} cannot be read: {reason}") from None
    return _checked(data)


def _checked(data: bytes) -> Style:
    """Read a style that somebody brings along."""
    refuse_entities(data)
    root = parse_xml(data)
    for element, message in chain(too_much(root), _faults(root)):
        raise CslError(message, *place_of(data, root, element))
    return Style(root)


def _faults(root: Element) -> Iterator[tuple[Element, str]]:
    """Find what is wrong with a style, with the element to blame."""
    if root.tag != NAMESPACE + "style":
        yield (
            root,
            f'a style begins with <style xmlns="{NAMESPACE[1:-1]}">, not with <{local_name(root)}>',
        )
        return
    if not root.get("version", "1.0").startswith("1."):
        yield root, f"this is CSL {root.get('version')}; CSL 1.0 to 1.0.2 can be read"
    if root.find(NAMESPACE + "citation") is None:
        yield from _without_citation(root)
    macros = {element.get("name", ""): element for element in root.findall(NAMESPACE + "macro")}
    for parent in root.iter():
        allowed = _INSIDE.get(local_name(parent), frozenset())
        for child in parent if allowed else ():
            kind = local_name(child)
            if kind and kind not in allowed:
                expected = ", ".join(sorted(allowed))
                yield child, f"<{kind}> cannot stand inside <{local_name(parent)}>; there may be {expected}"
        yield from _wrong_attributes(parent, macros)
    for name in ("citation", "bibliography"):
        part = root.find(NAMESPACE + name)
        if part is not None and part.find(NAMESPACE + "layout") is None:
            yield part, f"<{name}> needs a <layout>"


def _without_citation(root: Element) -> Iterator[tuple[Element, str]]:
    for link in root.iter(NAMESPACE + "link"):
        if link.get("rel") == "independent-parent":
            parent = (link.get("href") or "").rpartition("/")[2]
            yield link, f"this style only says that it is the same as {parent}; use the style {parent}"
    yield root, "the style has no <citation>"


def _wrong_attributes(element: Element, macros: Mapping[str, Element]) -> Iterator[tuple[Element, str]]:
    kind = local_name(element)
    if kind == "text" and not any(name in element.attrib for name in _TEXT_SOURCES):
        yield element, f"<text> needs one of {', '.join(_TEXT_SOURCES)}"
    if kind in {"text", "key"} and "macro" in element.attrib and element.get("macro") not in macros:
        from argmap.text.nearest import nearest

        near = nearest(element.get("macro", ""), macros, most=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        yield element, f"there is no macro called {element.get('macro')}{hint}"
    if kind in {"if", "else-if"} and not CONDITIONS & element.attrib.keys():
        yield element, f"<{kind}> needs a condition: one of {', '.join(sorted(CONDITIONS))}"
    if kind == "macro" and not element.get("name"):
        yield element, "a macro needs a name"
    if (
        kind in {"number", "label", "names", "date"}
        and _is_rendering(element)
        and not element.get("variable")
    ):
        yield element, f"<{kind}> needs a variable"


def _is_rendering(element: Element) -> bool:
    """Tell an element that renders from one inside ``names`` or ``locale``."""
    return not (local_name(element) == "label" or "form" in element.attrib) or "variable" in element.attrib
