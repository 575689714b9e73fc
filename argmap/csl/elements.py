"""The elements of a style that put texts together: text, number, label, group, choose."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from argmap.csl.content import Piece, Span
from argmap.csl.context import EMPTY, FULL, NOTHING, Context, Decoration, Node
from argmap.csl.item import is_numeric
from argmap.csl.markup import parse_markup
from argmap.csl.numbers import dashed, is_plural, page_ranges, roman

NUMBERS: Final = frozenset(
    [
        "chapter-number",
        "citation-number",
        "collection-number",
        "edition",
        "first-reference-note-number",
        "issue",
        "locator",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "page",
        "page-first",
        "part-number",
        "printing-number",
        "section",
        "supplement-number",
        "version",
        "volume",
    ]
)
_PAGES: Final = frozenset({"page", "locator"})
_PLAIN_NUMBERS: Final = frozenset(
    {"volume", "issue", "number", "number-of-pages", "chapter-number", "part-number"}
)
_BARE_NUMBER: Final = re.compile(r"(?<!\w)\d{1,9}(?!\w)")
_LINKS: Final = {
    "URL": "",
    "DOI": "https://doi.org/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}


class VariableText:
    """``text variable="…"``."""

    __slots__ = ("_decoration", "_form", "_variable")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._decoration = Decoration(attributes)
        self._variable = attributes["variable"]
        self._form = attributes.get("form", "long")

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        name = self._variable
        value = context.text(f"{name}-short") if self._form == "short" else ""
        value = value or context.text(name)
        if value:
            context.begun = True
        if not value:
            # A letter that is not needed is nothing missing.
            return NOTHING if name == "year-suffix" else EMPTY
        if name == "year-suffix":
            self._decoration.put([value], context, out)
            return FULL
        if name in _LINKS:
            self._decoration.put([self._linked(value)], context, out)
            return FULL
        if name in _PAGES:
            value = number_text(name, value, context)
        elif name in _PLAIN_NUMBERS and is_numeric(value):
            value = dashed(value, context.locale.term("page-range-delimiter") or "\u2013")
        self._decoration.put(parse_markup(value), context, out)
        return FULL

    def _linked(self, value: str) -> Piece:
        address = value if value.startswith(("http://", "https://")) else _LINKS[self._variable] + value
        return Span([value], link=address if address.startswith(("http://", "https://")) else "")


class MacroText:
    """``text macro="…"``."""

    __slots__ = ("_decoration", "_macro")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._decoration = Decoration(attributes)
        self._macro = attributes["macro"]

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        inner: list[Piece] = []
        status = render_all(context.facts.macro(self._macro), context, inner)
        if status == EMPTY or not inner:
            return status
        self._decoration.put(inner, context, out)
        return FULL


class TermText:
    """``text term="…"``."""

    __slots__ = ("_decoration", "_form", "_plural", "_term")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._decoration = Decoration(attributes, term=True)
        self._term = attributes["term"]
        self._form = attributes.get("form", "long")
        self._plural = attributes.get("plural") == "true"

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        term = context.locale.term(self._term, self._form, plural=self._plural)
        if term:
            self._decoration.put(parse_markup(_as_beginning(term, context)), context, out)
            context.begun = True
        return NOTHING


def _as_beginning(term: str, context: Context) -> str:
    """Begin a term with a capital where it begins a note or an entry."""
    if context.begun or not context.begins_sentence or context.sorting:
        return term
    return term[:1].upper() + term[1:]


class ValueText:
    """``text value="…"``."""

    __slots__ = ("_decoration", "_pieces")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._decoration = Decoration(attributes)
        self._pieces = parse_markup(attributes["value"])

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        self._decoration.put(self._pieces, context, out)
        context.begun = True
        return NOTHING


class Number:
    """``number``."""

    __slots__ = ("_decoration", "_form", "_variable")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._decoration = Decoration(attributes)
        self._variable = attributes.get("variable", "")
        self._form = attributes.get("form", "numeric")

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        value = context.text(self._variable)
        if not value:
            return EMPTY
        context.begun = True
        if self._form != "numeric" and is_numeric(value):
            value = self._formed(value, context)
        self._decoration.put(parse_markup(number_text(self._variable, value, context)), context, out)
        return FULL

    def _formed(self, value: str, context: Context) -> str:
        gender = context.locale.gender(self._variable)

        def formed(digits: re.Match[str]) -> str:
            number = int(digits[0])
            if self._form == "roman":
                return roman(number)
            if self._form == "long-ordinal":
                return context.locale.long_ordinal(number, gender)
            return context.locale.ordinal(number, gender)

        return _BARE_NUMBER.sub(formed, value)


def number_text(variable: str, value: str, context: Context) -> str:
    """Write a number, or pages, as the style wants it.

    Args:
        variable: what the number is of.
        value: the number.
        context: what is known.
    """
    delimiter = context.locale.term("page-range-delimiter") or "\u2013"
    if variable == "page" or (variable == "locator" and context.label == "page"):
        text = page_ranges(value, context.facts.page_range_format, delimiter)
    else:
        text = dashed(value, delimiter)
    if "," in text or "&" in text:
        parts = text.replace("&", " & ").split(",")
        text = ", ".join(" ".join(part.split()) for part in parts) if is_numeric(value) else text
    return text


class Label:
    """``label``, outside of names."""

    __slots__ = ("_decoration", "_form", "_plural", "_variable")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._decoration = Decoration(attributes, term=True)
        self._variable = attributes.get("variable", "")
        self._form = attributes.get("form", "long")
        self._plural = attributes.get("plural", "contextual")

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        variable = self._variable
        value = "" if variable in context.suppressed else context.peek(variable)
        if not value:
            return EMPTY
        term_name = context.label if variable == "locator" else variable
        plural = self._plural == "always" or (
            self._plural == "contextual" and is_plural(value, count=variable.startswith("number-of-"))
        )
        term = context.locale.term(term_name, self._form, plural=plural)
        if term:
            self._decoration.put([term], context, out)
            context.begun = True
        return NOTHING


class Group:
    """``group``."""

    __slots__ = ("_decoration", "_delimiter", "_nodes")

    def __init__(self, attributes: Mapping[str, str], nodes: Sequence[Node]) -> None:
        self._decoration = Decoration(attributes)
        self._delimiter = attributes.get("delimiter", "")
        self._nodes = nodes

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        inner: list[Piece] = []
        status = NOTHING
        delimiter = self._delimiter
        for node in chosen(self._nodes, context):
            part: list[Piece] = []
            status = max(status, node.render(context, part))
            if part:
                if inner and delimiter:
                    inner.append(delimiter)
                inner.extend(part)
        if status == EMPTY:
            return EMPTY
        if not inner:
            return status
        self._decoration.put(inner, context, out)
        return FULL


def chosen(nodes: Sequence[Node], context: Context) -> Iterator[Node]:
    """Give elements, each ``choose`` replaced by what it chooses; delimiters stand there, too."""
    for node in nodes:
        if isinstance(node, Choose):
            yield from chosen(node.choose(context), context)
        else:
            yield node


def render_all(nodes: Sequence[Node], context: Context, out: list[Piece]) -> int:
    """Write the output of elements, one after another; give the fullest of what they say."""
    status = NOTHING
    for node in nodes:
        status = max(status, node.render(context, out))
    return status


Test = Callable[[Context], bool]


class Choose:
    """``choose``."""

    __slots__ = ("_branches",)

    def __init__(self, branches: Sequence[tuple[Test, Sequence[Node]]]) -> None:
        self._branches = branches

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        return render_all(self.choose(context), context, out)

    def choose(self, context: Context) -> Sequence[Node]:
        """Give the elements of the first branch whose test holds."""
        for test, nodes in self._branches:
            if test(context):
                return nodes
        return ()


def make_test(attributes: Mapping[str, str]) -> Test:
    """Make the test of an ``if``.

    Args:
        attributes: those of the element.
    """
    tests = [
        test
        for name, values in attributes.items()
        if name in _CONDITIONS
        for test in [_CONDITIONS[name](value) for value in values.split()]
    ]
    match = attributes.get("match", "all")
    if match == "any":
        return lambda context: any(test(context) for test in tests)
    if match == "none":
        return lambda context: not any(test(context) for test in tests)
    if len(tests) == 1:
        return tests[0]
    return lambda context: all(test(context) for test in tests)


def _position_test(value: str) -> Test:
    return lambda context: value in _POSITIONS.get(context.position, ())


_POSITIONS: Final[dict[str, tuple[str, ...]]] = {
    "first": ("first",),
    "subsequent": ("subsequent",),
    "near-note": ("subsequent", "near-note"),
    "ibid": ("subsequent", "near-note", "ibid"),
    "ibid-with-locator": ("subsequent", "near-note", "ibid", "ibid-with-locator"),
}
"""What holds at each position."""


def _locator_test(value: str) -> Test:
    wanted = "sub-verbo" if value == "sub verbo" else value
    return lambda context: bool(context.locator) and context.label == wanted


def _uncertain_test(value: str) -> Test:
    def test(context: Context) -> bool:
        date = context.item.date(value)
        return date is not None and date.uncertain

    return test


_CONDITIONS: Final[dict[str, Callable[[str], Test]]] = {
    "type": lambda value: lambda context: context.item.kind == value,
    "variable": lambda value: lambda context: context.has(value),
    "is-numeric": lambda value: lambda context: is_numeric(context.peek(value)),
    "is-uncertain-date": _uncertain_test,
    "locator": _locator_test,
    "position": _position_test,
    "disambiguate": lambda value: lambda context: context.spread.condition == (value == "true"),
}
CONDITIONS: Final = frozenset(_CONDITIONS)
