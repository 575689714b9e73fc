"""Citations and bibliographies of a set of works in one style."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from argmap.csl.collapsing import Rendered, join_cites
from argmap.csl.content import Piece, Span, flatten, plain
from argmap.csl.context import Area, Context, Decoration, NameList, Spread
from argmap.csl.disambiguation import Apart, GivenLevels, tell_apart
from argmap.csl.elements import chosen, render_all
from argmap.csl.formatted import Formatted
from argmap.csl.item import Item
from argmap.csl.markup import parse_markup
from argmap.csl.person import starts_spaced
from argmap.csl.sorting import in_order
from argmap.csl.style import Part, Style

_NOTHING: Final = Formatted(())


class Cite(NamedTuple):
    """One work in a citation.

    Args:
        id: the work's id.
        locator: where in the work, without its label: ``3-5``.
        label: what the locator counts, by CSL's name of it.
        prefix: words before it.
        suffix: words behind it.
        suppress_author: whether the author is named in the text already.
        position: first, subsequent, ibid, ibid-with-locator or near-note.
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    position: str = "first"


class Entry(NamedTuple):
    """An entry of a bibliography.

    Args:
        id: the work's id.
        formatted: what the entry says.
    """

    id: str
    formatted: Formatted


class Processor:
    """Writes citations and bibliographies.

    Args:
        style: how they look.
        items: the works as CSL-JSON has them, by id; all of them count as cited.
        language: the language's tag; None for that of the style, or American English.
    """

    def __init__(
        self, style: Style, items: Mapping[str, Mapping[str, Any]], language: str | None = None
    ) -> None:
        self._style = style
        self._items = {key: Item(key, fields) for key, fields in items.items()}
        self._numbers = {key: number for number, key in enumerate(self._items, 1)}
        # A style that is made for one language keeps it.
        self._locale = style.locale(style.default_language or language)

    def cite(self, cites: Sequence[Cite]) -> Formatted:
        """Write a citation, with the brackets or the full stop that the style puts around it.

        Args:
            cites: the works cited together.

        Returns:
            The citation; no runs when the style has nothing to say of the works.

        Raises:
            KeyError: a work is not among the items.
        """
        part = self._style.citation
        if part is None:
            return _NOTHING
        pieces = self._citation(cites, part)
        if not pieces:
            return _NOTHING
        return self._framed(pieces, part)

    def short(self, cite: Cite) -> Formatted:
        """Write a citation of one work without what the style puts around it.

        Args:
            cite: the work.

        Returns:
            The citation, such as ``Arshakuni and Shapiro 2019, 3``.

        Raises:
            KeyError: the work is not among the items.
        """
        part = self._style.citation
        if part is None:
            return _NOTHING
        return flatten(_styled(self._citation([cite], part), part), self._locale.quotes)

    def bibliography(self, *, substitute: bool = True) -> list[Entry]:
        """Write the entries of all works, in the style's order.

        Args:
            substitute: whether a mark may stand for the names of the entry above, where the style wants it.

        Returns:
            Each work once; no runs where the style wants no entry for a work, and no entries at all when it
            has no bibliography.
        """
        part = self._style.bibliography
        if part is None:
            return []
        mark = part.attributes.get("subsequent-author-substitute") if substitute else None
        rule = part.attributes.get("subsequent-author-substitute-rule", "complete-all")
        aligned = "second-field-align" in part.attributes
        previous: list[str] | None = None
        out: list[Entry] = []
        for item in self._order:
            context = self._context(item, part.area)
            context.year_suffix = self._apart.suffixes.get(item.key, "")
            apart = self._apart.spreads.get(item.key, context.spread)
            # Who is named in the citation is named in the entry.
            context.spread = Spread({0: apart.shown.get(0, 0)}, condition=apart.condition)
            if mark is not None:
                context.substitute = (mark, rule)
                context.previous_names = previous
            pieces: list[Piece] = []
            nodes = list(chosen(part.layout, context)) if aligned else part.layout
            if aligned and nodes:
                nodes[0].render(context, pieces)
                pieces.append(" ")
            render_all(nodes[1:] if aligned else nodes, context, pieces)
            previous = context.first_names
            out.append(Entry(item.key, self._entry(pieces, part)))
        return out

    def _entry(self, pieces: list[Piece], part: Part) -> Formatted:
        if not plain(pieces).strip():
            return _NOTHING
        return self._framed(pieces, part).stripped()

    def _framed(self, pieces: list[Piece], part: Part) -> Formatted:
        """Give pieces what the style puts around a citation or an entry."""
        prefix, suffix = part.layout_attributes.get("prefix", ""), part.layout_attributes.get("suffix", "")
        pieces = [*([prefix] if prefix else []), *pieces, *([suffix] if suffix else [])]
        return flatten(_styled(pieces, part), self._locale.quotes)

    def _context(self, item: Item, area: Area) -> Context:
        context = Context(item, self._style.facts, self._locale, area)
        context.number = self._numbers[item.key]
        return context

    @cached_property
    def _order(self) -> list[Item]:
        """The works in the order of the bibliography."""
        part = self._style.bibliography
        items = list(self._items.values())
        if part is not None and part.sort_keys:
            items = in_order(items, part.sort_keys, self._context)
            if not any(key.variable == "citation-number" for key in part.sort_keys):
                self._numbers = {item.key: number for number, item in enumerate(items, 1)}
        return items

    @cached_property
    def _apart(self) -> Apart:
        part = self._style.citation
        if part is None:
            return Apart({}, {}, None)

        def render(item: Item, spread: Spread, given: GivenLevels | None) -> tuple[str, Sequence[NameList]]:
            context = self._context(item, part.area)
            context.spread = spread
            context.given_levels = given
            context.position = "first"
            pieces: list[Piece] = []
            render_all(part.layout, context, pieces)
            return plain(pieces), context.name_lists

        return tell_apart(
            list(self._items.values()),
            part.attributes,
            render,
            self._in_order,
            condition=self._style.tests_alikeness,
        )

    def _in_order(self, items: Sequence[Item]) -> list[Item]:
        """Put some works in the order of the bibliography."""
        rank = self._rank
        return sorted(items, key=lambda item: rank[item.key])

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {item.key: rank for rank, item in enumerate(self._order)}

    def _citation(self, cites: Sequence[Cite], part: Part) -> list[Piece]:
        """Write the works of a citation with what stands between them."""
        cites = self._sorted(cites, part)

        def render(index: int, *, suppress_author: bool = False, without_suffix: bool = False) -> Rendered:
            return self._render(
                cites[index],
                part,
                begins=index == 0,
                suppress_author=suppress_author,
                without_suffix=without_suffix,
            )

        if len(cites) == 1:
            return render(0).pieces
        return join_cites(len(cites), part, render, self._locale, note=self._style.is_note)

    def _sorted(self, cites: Sequence[Cite], part: Part) -> Sequence[Cite]:
        if len(cites) < 2 or not part.sort_keys:  # noqa: PLR2004 — two are the fewest to sort
            return cites
        self._order  # noqa: B018 — the numbers of the entries come from it
        items = {cite.id: self._items[cite.id] for cite in cites}
        rank = {
            item.key: at
            for at, item in enumerate(in_order(list(items.values()), part.sort_keys, self._context))
        }
        return sorted(cites, key=lambda cite: rank[cite.id])

    def _render(
        self, cite: Cite, part: Part, *, begins: bool, suppress_author: bool, without_suffix: bool
    ) -> Rendered:
        """Write one work of a citation."""
        item = self._items[cite.id]
        apart = self._apart
        if self._style.is_numbered:
            self._order  # noqa: B018 — the numbers of the entries come from it
        context = self._context(item, part.area)
        context.locator = cite.locator.strip()
        context.label = cite.label
        context.position = cite.position
        context.begins_sentence = self._style.is_note and (
            _ends_sentence(cite.prefix) if cite.prefix else begins
        )
        context.spread = apart.spreads.get(cite.id, context.spread)
        context.given_levels = apart.given
        suffix = apart.suffixes.get(cite.id, "")
        context.year_suffix = "" if without_suffix else suffix
        context.suppress_author = cite.suppress_author or suppress_author
        pieces: list[Piece] = []
        render_all(part.layout, context, pieces)
        bare = plain(pieces)
        if pieces and cite.prefix:
            pieces = [*parse_markup(_before(cite.prefix)), *pieces]
        if pieces and cite.suffix:
            pieces = [*pieces, *parse_markup(_behind(cite.suffix))]
        whole = not (cite.prefix or cite.suffix or cite.locator)
        names = tuple(context.first_names or ()) if not cite.suppress_author else ()
        return Rendered(pieces, bare, names, suffix, self._numbers[cite.id], whole)


def _before(prefix: str) -> str:
    return prefix if prefix[-1:].isspace() or prefix[-1:] in "([\u201c\u2018" else prefix + " "


def _ends_sentence(prefix: str) -> bool:
    return prefix.rstrip("\u201d\u2019\"' )").endswith((".", "!", "?")) and " " in prefix.strip()


def _behind(suffix: str) -> str:
    return f" {suffix}" if starts_spaced(suffix) or suffix[:1] in "([" or suffix[:1].isdigit() else suffix


def _styled(pieces: list[Piece], part: Part) -> list[Piece]:
    """Give pieces the looks of the layout."""
    styles = Decoration({**part.layout_attributes, "prefix": "", "suffix": ""}).styles
    return [Span(pieces, styles)] if styles and pieces else pieces
