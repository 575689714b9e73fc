"""What is known while a style is carried out for one work."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from argmap.csl.content import Piece, Span
from argmap.csl.item import DATES, NAMES, Item
from argmap.csl.locale import Locale
from argmap.csl.person import Person
from argmap.csl.text_case import recase

NOTHING: Final = 0
"""No variable was called."""
EMPTY: Final = 1
"""Variables were called, and all were empty."""
FULL: Final = 2
"""A variable gave something."""

_STYLING: Final = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


class Node(Protocol):
    """One element of a style."""

    def render(self, context: "Context", out: list[Piece]) -> int:
        """Write the element's output.

        Args:
            context: what is known.
            out: where the output goes.

        Returns:
            One of NOTHING, EMPTY and FULL.
        """
        ...


class Spread(NamedTuple):
    """How far a citation is opened up so that it differs from others.

    Args:
        shown: how many names of a list are shown at least, by the list's place in the citation.
        given: how much of a given name is shown, by the places of list and name: 1 initials, 2 all.
        condition: whether what the style keeps for such cases is shown.
    """

    shown: Mapping[int, int] = {}
    given: Mapping[tuple[int, int], int] = {}
    condition: bool = False


class NameList(NamedTuple):
    """A list of names that was rendered.

    Args:
        people: all that are in it.
        shown: how many of them were shown.
        initials: whether the style knows initials between no given name and a whole one.
        short: whether given names are hidden at first.
    """

    people: Sequence[Person]
    shown: int
    initials: bool
    short: bool


class Area(NamedTuple):
    """The part of a style that is carried out: its name, and the attributes for names that hold there."""

    name: str
    name_options: Mapping[str, str]


class StyleFacts(NamedTuple):
    """What the elements of a style must know of the whole of it.

    Args:
        macro: gives the elements of a macro.
        page_range_format: how ranges of pages are written.
        demote_particle: where particles that stay go behind the given name.
        initialize_with_hyphen: whether hyphens stay between initials.
        names_its_year_suffix: whether the style itself says where the letter behind a year goes.
        initials_only: whether given names are never written out to tell people apart.
    """

    macro: Callable[[str], Sequence[Node]]
    page_range_format: str
    demote_particle: str
    initialize_with_hyphen: bool
    names_its_year_suffix: bool
    initials_only: bool


class Context:
    """One run of a style over one work.

    Args:
        item: the work.
        facts: the whole style.
        locale: its language.
        area: which part of the style is carried out.
    """

    __slots__ = (
        "area",
        "begins_sentence",
        "begun",
        "english",
        "facts",
        "first_names",
        "given_levels",
        "item",
        "label",
        "locale",
        "locator",
        "name_lists",
        "number",
        "position",
        "previous_names",
        "sorting",
        "spread",
        "substitute",
        "suppress_author",
        "suppressed",
        "touched",
        "year_suffix",
    )

    def __init__(self, item: Item, facts: StyleFacts, locale: Locale, area: Area) -> None:
        self.item = item
        self.facts = facts
        self.locale = locale
        self.area = area
        self.locator = ""
        self.label = "page"
        self.position = ""
        self.number = 0
        self.year_suffix = ""
        self.sorting = False
        self.begins_sentence = area.name == "bibliography"
        self.begun = False
        self.spread = _NO_SPREAD
        self.given_levels: Callable[[Person, int, int], int] | None = None
        self.suppress_author = False
        self.suppressed: set[str] = set()
        self.touched: list[str] | None = None
        self.name_lists: list[NameList] = []
        self.first_names: list[str] | None = None
        self.previous_names: list[str] | None = None
        self.substitute: tuple[str, str] | None = None
        self.english = (item.language or locale.language).lower().startswith("en")

    def text(self, variable: str) -> str:
        """Give a variable's text, and note that it was used; nothing once it stood in for names."""
        if variable in self.suppressed:
            return ""
        if self.touched is not None:
            self.touched.append(variable)
        return self.peek(variable)

    def peek(self, variable: str) -> str:
        """Give a variable's text without noting it."""
        if variable == "locator":
            return self.locator
        if variable == "citation-number":
            return str(self.number) if self.number else ""
        if variable == "year-suffix":
            return self.year_suffix
        if variable == "page-first":
            own = self.item.text(variable)
            return (
                own
                or self.item.text("page").replace("\u2013", "-").partition("-")[0].partition(",")[0].strip()
            )
        return self.item.text(variable)

    def names(self, variable: str) -> tuple[Person, ...]:
        """Give the people of a variable, as `text` does."""
        if variable in self.suppressed:
            return ()
        if self.touched is not None:
            self.touched.append(variable)
        return self.item.names(variable)

    def has(self, variable: str) -> bool:
        """Tell whether a variable holds anything."""
        if variable in NAMES or variable in DATES:
            return self.item.has(variable)
        return bool(self.peek(variable))


_NO_SPREAD: Final = Spread()


class Decoration:
    """The attributes that nearly every element may have: affixes, looks, case, quotes.

    Args:
        attributes: those of the element.
        term: whether it decorates a term, whose title case is for every language.
    """

    __slots__ = ("case", "display", "plain", "prefix", "quotes", "strip_periods", "styles", "suffix", "term")

    def __init__(self, attributes: Mapping[str, str], *, term: bool = False) -> None:
        self.term = term
        self.prefix = attributes.get("prefix", "")
        self.suffix = attributes.get("suffix", "")
        self.case = attributes.get("text-case", "")
        self.quotes = attributes.get("quotes") == "true"
        self.strip_periods = attributes.get("strip-periods") == "true"
        self.styles = tuple((name, attributes[name]) for name in _STYLING if name in attributes)
        self.display = attributes.get("display", "")
        self.plain = not (
            self.prefix
            or self.suffix
            or self.case
            or self.quotes
            or self.strip_periods
            or self.styles
            or self.display
        )

    def put(self, pieces: list[Piece], context: Context, out: list[Piece]) -> None:
        """Write pieces with these attributes; nothing at all when there are no pieces."""
        if not pieces:
            return
        if self.plain:
            out.extend(pieces)
            return
        # Where a block or a margin would part texts, a space does.
        if self.display in {"block", "indent", "right-inline"}:
            out.append(" ")
        if self.prefix:
            out.append(self.prefix)
        self.put_bare(pieces, context, out)
        if self.suffix:
            out.append(self.suffix)
        if self.display in {"block", "left-margin"}:
            out.append(" ")

    def put_bare(self, pieces: list[Piece], context: Context, out: list[Piece]) -> None:
        """Write pieces with these attributes but without the affixes."""
        if self.strip_periods:
            pieces = without_periods(pieces)
        if self.case:
            pieces = recase(pieces, self.case, english=self.term or context.english)
        if self.styles or self.quotes:
            out.append(Span(pieces, self.styles, quoted=self.quotes))
        else:
            out.extend(pieces)


def without_periods(pieces: list[Piece]) -> list[Piece]:
    """Give pieces without their full stops."""
    return [
        piece.replace(".", "") if isinstance(piece, str) else piece.holding(without_periods(piece.pieces))
        for piece in pieces
    ]
