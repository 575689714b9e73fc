"""``date``."""

from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from argmap.csl.content import Piece, joined
from argmap.csl.context import EMPTY, FULL, Context, Decoration
from argmap.csl.dates import Date, Day
from argmap.csl.markup import parse_markup
from argmap.csl.xml_source import local_name

_YEAR_BASE: Final = 100_000
"""Makes years before Christ sort before those after."""
_SHOWN: Final = {
    "year-month-day": frozenset({"year", "month", "day"}),
    "year-month": frozenset({"year", "month"}),
    "year": frozenset({"year"}),
}
_FIRST_FULL_CENTURY: Final = 1000
_SHORT_YEAR: Final = 100


class _Part:
    """``date-part``."""

    __slots__ = ("attributes", "decoration", "form", "name", "range_delimiter")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.attributes = attributes
        self.name = attributes.get("name", "")
        self.form = attributes.get("form", "")
        self.decoration = Decoration(attributes)
        self.range_delimiter = attributes.get("range-delimiter", "\u2013")


class DateElement:
    """``date``.

    Args:
        attributes: those of the element.
        parts: the attributes of each ``date-part``.
    """

    __slots__ = ("_decoration", "_delimiter", "_form", "_localised", "_own", "_shown", "_variable")

    def __init__(self, attributes: Mapping[str, str], parts: Sequence[Mapping[str, str]]) -> None:
        self._decoration = Decoration(attributes)
        self._variable = attributes.get("variable", "")
        self._form = attributes.get("form", "")
        self._delimiter = attributes.get("delimiter", "")
        self._shown = _SHOWN.get(attributes.get("date-parts", ""), _SHOWN["year-month-day"])
        self._own = parts
        self._localised: dict[int, tuple[Element | None, list[_Part], str]] = {}

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        variable = self._variable
        if variable in context.suppressed:
            return EMPTY
        if context.touched is not None:
            context.touched.append(variable)
        date = context.item.date(variable)
        if date is None:
            return EMPTY
        if date.start is None and not any(part.name == "year" for part in self._parts(context)[0]):
            return EMPTY  # words in place of a date stand where its year would, and nowhere else
        context.begun = True
        if date.start is None:
            pieces: list[Piece] = parse_markup(date.literal)
            self._add_suffix(pieces, context)
            self._decoration.put(pieces, context, out)
            return FULL
        if context.sorting:
            out.append(
                sort_key(
                    date,
                    self._shown if self._form else {part["name"] for part in self._own if "name" in part},
                )
            )
            return FULL
        parts, delimiter = self._parts(context)
        pieces = self._range(date, date.start, parts, delimiter, context)
        if not pieces:
            return EMPTY
        self._decoration.put(pieces, context, out)
        return FULL

    def _parts(self, context: Context) -> tuple[list[_Part], str]:
        """Give the parts in order, those of the locale with what the style changes in them."""
        element = context.locale.date(self._form) if self._form else None
        kept = self._localised.get(id(element))
        if kept is None or kept[0] is not element:
            if element is None:
                kept = (element, [_Part(own) for own in self._own], self._delimiter)
            else:
                changes = {own.get("name", ""): own for own in self._own}
                localised = [dict(child.attrib) for child in element if local_name(child) == "date-part"]
                parts = [
                    _Part(
                        {
                            **part,
                            **{
                                key: value
                                for key, value in changes.get(part.get("name", ""), {}).items()
                                if key not in {"prefix", "suffix"}
                            },
                        }
                    )
                    for part in localised
                    if part.get("name") in self._shown
                ]
                kept = (element, parts, element.get("delimiter", ""))
            self._localised[id(element)] = kept
        return kept[1], kept[2]

    def _range(
        self, date: Date, start: Day, parts: list[_Part], delimiter: str, context: Context
    ) -> list[Piece]:
        rendered = [(part, self._part(part, start, context)) for part in parts]
        present = [(part, value) for part, value in rendered if value]
        if not present:
            return []
        if date.end is None:
            pieces = self._sequence([part for part, _ in present], start, delimiter, context)
            if date.onward:
                pieces.append(present[-1][0].range_delimiter)
            return pieces
        differing = self._differing(start, date.end, parts)
        if not differing:
            return self._sequence([part for part, _ in present], start, delimiter, context)
        return self._between(start, date.end, parts, differing, delimiter, context)

    def _between(
        self, start: Day, end: Day, parts: list[_Part], differing: set[str], delimiter: str, context: Context
    ) -> list[Piece]:
        """Write a range, with what both ends share only once."""
        places = [
            index
            for index, part in enumerate(parts)
            if part.name in differing and (self._part(part, start, context) or self._part(part, end, context))
        ]
        head, tail = parts[: places[0]], parts[places[-1] + 1 :]
        middle = parts[places[0] : places[-1] + 1]
        largest = next(name for name in ("year", "month", "day") if name in differing)
        dash = next(part.range_delimiter for part in parts if part.name == largest)
        before = self._sequence(head, start, delimiter, context)
        first = self._sequence(middle, start, delimiter, context, cut_end=True)
        last = self._sequence(middle, end, delimiter, context, cut_start=True)
        after = self._sequence(tail, start, delimiter, context)
        return joined([part for part in (before, [*first, dash, *last], after) if part], delimiter)

    @staticmethod
    def _differing(start: Day, end: Day, parts: list[_Part]) -> set[str]:
        """Name the parts from the largest that differs downwards."""
        names = {part.name for part in parts}
        if start.year != end.year and "year" in names:
            return {"year", "month", "day"}
        if (start.month, start.season) != (end.month, end.season) and "month" in names:
            return {"month", "day"}
        return {"day"} if start.day != end.day and "day" in names else set()

    def _sequence(
        self,
        parts: Sequence[_Part],
        day: Day,
        delimiter: str,
        context: Context,
        *,
        cut_start: bool = False,
        cut_end: bool = False,
    ) -> list[Piece]:
        found = [(part, value) for part in parts if (value := self._part(part, day, context))]
        out: list[Piece] = []
        for index, (part, value) in enumerate(found):
            if index and delimiter:
                out.append(delimiter)
            if part.decoration.prefix and not (cut_start and index == 0):
                out.append(part.decoration.prefix)
            pieces: list[Piece] = [value]
            if part.name == "year" and not cut_start:
                self._add_suffix(pieces, context)
            part.decoration.put_bare(pieces, context, out)
            if part.decoration.suffix and not (cut_end and index == len(found) - 1):
                out.append(part.decoration.suffix)
        return out

    @staticmethod
    def _add_suffix(pieces: list[Piece], context: Context) -> None:
        """Put the letter that tells works of one year apart behind the first year."""
        if context.year_suffix and not context.facts.names_its_year_suffix:
            pieces.append(context.year_suffix)
            context.year_suffix = ""

    @staticmethod
    def _part(part: _Part, day: Day, context: Context) -> str:
        if part.name == "year":
            return _year(day.year, part.form, context)
        if part.name == "month":
            return _month(day, part.form, context)
        if part.name == "day":
            return _day(day, part.form, context)
        return ""


def sort_key(date: Date, shown: frozenset[str] | set[str] = _SHOWN["year-month-day"]) -> str:
    """Write a date so that texts sort as dates do.

    Args:
        date: the date.
        shown: the parts that count.
    """
    out = ""
    for day in (date.start, date.end):
        if day is None:
            continue
        out += f"{_YEAR_BASE + day.year:06d}" if "year" in shown else ""
        out += f"{day.month or (day.season + 12 if day.season else 0):02d}" if "month" in shown else ""
        out += f"{day.day:02d}" if "day" in shown else ""
    return out or date.literal


def _year(year: int, form: str, context: Context) -> str:
    if not year:
        return ""
    if form == "short" and year >= _FIRST_FULL_CENTURY:
        return f"{year % _SHORT_YEAR:02d}"
    if year < 0:
        return f"{-year}{context.locale.term('bc') or 'BC'}"
    if year < _FIRST_FULL_CENTURY:
        return f"{year}{context.locale.term('ad') or 'AD'}"
    return str(year)


def _month(day: Day, form: str, context: Context) -> str:
    if day.season:
        return context.locale.term(f"season-{day.season:02d}") or ""
    if not day.month:
        return ""
    if form == "numeric":
        return str(day.month)
    if form == "numeric-leading-zeros":
        return f"{day.month:02d}"
    return context.locale.term(f"month-{day.month:02d}", form or "long") or str(day.month)


def _day(day: Day, form: str, context: Context) -> str:
    if not day.day:
        return ""
    if form == "numeric-leading-zeros":
        return f"{day.day:02d}"
    if form == "ordinal" and (day.day == 1 or not context.locale.option("limit-day-ordinals-to-day-1")):
        return context.locale.ordinal(day.day, context.locale.gender(f"month-{day.month:02d}"))
    return str(day.day)
