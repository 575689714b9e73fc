"""``names``: who wrote it, who edited it, and what stands in their place when nobody did."""

from collections.abc import Mapping, Sequence
from typing import Final

from argmap.csl.content import Piece, joined, plain
from argmap.csl.context import EMPTY, FULL, NOTHING, Context, Decoration, NameList, Node
from argmap.csl.initials import make_initials, mark_initials
from argmap.csl.markup import parse_markup
from argmap.csl.person import Person, starts_spaced
from argmap.text.author_names import stands_for_others

_JOINING: Final = ("\u2019", "'", "-", " ", "\u02bc", "\u02bb")
_INHERITED: Final = (
    "and",
    "delimiter-precedes-et-al",
    "delimiter-precedes-last",
    "et-al-min",
    "et-al-use-first",
    "et-al-use-last",
    "et-al-subsequent-min",
    "et-al-subsequent-use-first",
    "initialize",
    "initialize-with",
    "name-as-sort-order",
    "sort-separator",
)
SORT_BREAK: Final = "\x01"
"""Stands between the parts of a name that is sorted by, before all letters."""
_NBSP_LANGUAGES: Final = frozenset({"fr", "ru", "cs"})


def name_options(*levels: Mapping[str, str]) -> dict[str, str]:
    """Collect the attributes about names that elements hand down, the outermost first."""
    out: dict[str, str] = {}
    for attributes in levels:
        for name in _INHERITED:
            if name in attributes:
                out[name] = attributes[name]
        for name, own in (
            ("name-form", "form"),
            ("name-delimiter", "delimiter"),
            ("names-delimiter", "names-delimiter"),
        ):
            if name in attributes:
                out[own] = attributes[name]
        for name, own in (
            ("names-min", "et-al-min"),
            ("names-use-first", "et-al-use-first"),
            ("names-use-last", "et-al-use-last"),
        ):
            if name in attributes:
                out[own] = attributes[name]
    return out


def _count(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else 0  # noqa: PLR2004 — nothing has more


class NameParts:
    """What a ``names`` element has inside, which those in its ``substitute`` share when they are empty.

    Args:
        name: the attributes of ``name``.
        parts: those of each ``name-part``, by its name.
        et_al: those of ``et-al``.
        label: those of ``label``, if there is one.
        label_first: whether the label comes before the names.
    """

    __slots__ = ("et_al", "et_al_term", "family", "given", "label", "label_first", "label_options", "name")

    def __init__(
        self,
        name: Mapping[str, str],
        parts: Mapping[str, Mapping[str, str]],
        et_al: Mapping[str, str],
        label: Mapping[str, str] | None,
        *,
        label_first: bool,
    ) -> None:
        self.name = name
        self.family = Decoration(parts.get("family", {}))
        self.given = Decoration(parts.get("given", {}))
        self.et_al = Decoration(et_al)
        self.et_al_term = et_al.get("term", "et-al")
        self.label = None if label is None else Decoration(label, term=True)
        self.label_options = label or {}
        self.label_first = label_first


class Names:
    """``names``.

    Args:
        attributes: those of the element.
        parts: what it has inside.
        substitute: what stands in its place when there are no names.
    """

    __slots__ = (
        "_decoration",
        "_delimiter",
        "_name_decoration",
        "_options",
        "_parts",
        "_substitute",
        "_variables",
    )

    def __init__(self, attributes: Mapping[str, str], parts: NameParts, substitute: Sequence[Node]) -> None:
        self._decoration = Decoration(attributes)
        self._variables = attributes.get("variable", "").split()
        self._delimiter = attributes.get("delimiter")
        self._parts = parts
        self._name_decoration = Decoration(
            {key: value for key, value in parts.name.items() if key != "text-case"}
        )
        self._substitute = substitute
        self._options: dict[int, tuple[Mapping[str, str], dict[str, str]]] = {}

    def render(self, context: Context, out: list[Piece]) -> int:
        """Write the element's output."""
        options = self._options_of(context)
        lists = [(variable, people) for variable in self._variables if (people := context.names(variable))]
        first = context.first_names is None
        if lists:
            context.begun = True
            pieces = self._names(self._without_repeats(lists, context), options, context)
            if not pieces:
                return FULL
            if context.touched is not None:
                context.suppressed.update(variable for variable, _ in lists)
            if first and context.suppress_author:
                context.first_names = context.first_names or []
                return FULL
            if first and context.first_names is None:
                context.first_names = [plain(pieces)]
            self._decoration.put(pieces, context, out)
            return FULL
        return self._substituted(context, out, first=first)

    def _substituted(self, context: Context, out: list[Piece], *, first: bool) -> int:
        suppress = context.suppress_author and first
        for node in self._substitute:
            outer, context.touched = context.touched, []
            inner: list[Piece] = []
            status = node.render(context, inner)
            touched, context.touched = context.touched, outer
            if inner and (status == FULL or (status == NOTHING and plain(inner))):
                if outer is not None:
                    outer.extend(touched)
                context.suppressed.update(touched)
                if first and context.first_names is None:
                    context.first_names = [plain(inner)]
                    if context.substitute is not None and context.first_names == context.previous_names:
                        inner = [context.substitute[0]]
                if suppress:
                    return FULL
                self._decoration.put(inner, context, out)
                return FULL
            if suppress and context.first_names is not None:
                return FULL
        return EMPTY

    def _options_of(self, context: Context) -> dict[str, str]:
        """Collect the attributes that hold here, once for each part of the style."""
        area = context.area.name_options
        kept = self._options.get(id(area))
        if kept is None or kept[0] is not area:
            options = {
                **area,
                **{key: value for key, value in self._parts.name.items() if key != "names-delimiter"},
            }
            kept = self._options[id(area)] = (area, options)
        return kept[1]

    @staticmethod
    def _without_repeats(
        lists: list[tuple[str, tuple[Person, ...]]], context: Context
    ) -> list[tuple[str, tuple[Person, ...]]]:
        """Take an editor who also translated for one."""
        if (
            [variable for variable, _ in lists] in (["editor", "translator"], ["translator", "editor"])
            and lists[0][1] == lists[1][1]
            and context.locale.term("editortranslator")
        ):
            return [("editortranslator", lists[0][1])]
        return lists

    def _names(
        self, lists: list[tuple[str, tuple[Person, ...]]], options: Mapping[str, str], context: Context
    ) -> list[Piece]:
        if options.get("form") == "count":
            total = sum(self._shown(people, options, context)[0] for _, people in lists)
            return [str(total)] if total else []
        parts: list[list[Piece]] = []
        for index, (variable, people) in enumerate(lists):
            names: list[Piece] = []
            self._name_decoration.put(self._list(people, options, context, main=index == 0), context, names)
            part: list[Piece] = []
            label = self._label(variable, people, context)
            part.extend([*label, *names] if self._parts.label_first else [*names, *label])
            parts.append(part)
        delimiter = self._delimiter if self._delimiter is not None else options.get("names-delimiter", "")
        return joined(parts, delimiter)

    def _label(self, variable: str, people: Sequence[Person], context: Context) -> list[Piece]:
        label = self._parts.label
        if label is None or context.sorting:
            return []
        plural = self._parts.label_options.get("plural", "contextual")
        many = plural == "always" or (plural == "contextual" and len(people) > 1)
        term = context.locale.term(variable, self._parts.label_options.get("form", "long"), plural=many)
        out: list[Piece] = []
        if term:
            label.put([term], context, out)
        return out

    @staticmethod
    def _shown(people: Sequence[Person], options: Mapping[str, str], context: Context) -> tuple[int, bool]:
        """Tell how many names are shown, and whether the list is cut."""
        least, first = _count(options.get("et-al-min")), _count(options.get("et-al-use-first"))
        if context.position not in {"", "first"}:
            least = _count(options.get("et-al-subsequent-min")) or least
            first = _count(options.get("et-al-subsequent-use-first")) or first
        if not least or len(people) < least or first >= len(people) or not first:
            return len(people), False
        return first, True

    def _list(
        self, people: Sequence[Person], options: Mapping[str, str], context: Context, *, main: bool
    ) -> list[Piece]:
        goes_on = len(people) > 1 and stands_for_others(people[-1].literal)
        people = people[:-1] if goes_on else people
        shown, cut = self._shown(people, options, context)
        place = len(context.name_lists)
        with_initials = "initialize-with" in options
        context.name_lists.append(NameList(people, shown, with_initials, options.get("form") == "short"))
        if cut:
            shown = max(shown, context.spread.shown.get(place, 0))
            cut = shown < len(people)
            shown = min(shown, len(people))
        order = "all" if context.sorting else options.get("name-as-sort-order", "")
        names: list[list[Piece]] = []
        inverted: list[bool] = []
        for index, person in enumerate(people[:shown]):
            invert = order == "all" or (order == "first" and index == 0)
            level = self._level(person, (place, index), options, context)
            names.append(self._person(person, level, options, context, inverted=invert))
            inverted.append(invert and not person.literal)
        first = main and context.first_names is None and not context.suppress_author
        if first and self._substitute_repeated(names, context, cut=cut):
            return names[0]
        if context.sorting:
            if cut and options.get("et-al-use-last") == "true":
                names.append(self._person(people[-1], 2, options, context, inverted=True))
            return joined(names, SORT_BREAK)
        if not cut and not goes_on:
            literal = [bool(person.literal) for person in people]
            return self._joined(names, inverted, literal, options, context)
        return self._cut(people, names, inverted, options, context)

    @staticmethod
    def _substitute_repeated(names: list[list[Piece]], context: Context, *, cut: bool) -> bool:
        """Put the mark for those who were named in the entry before in the place of their names.

        Returns:
            Whether the mark stands for the whole list.
        """
        context.first_names = [plain(name) for name in names] + ["\u2026"] * cut
        before = context.previous_names
        if context.substitute is None or not before:
            return False
        mark, rule = context.substitute
        same = 0
        while same < min(len(names), len(before)) and context.first_names[same] == before[same]:
            same += 1
        complete = context.first_names == before
        if rule == "complete-all" and complete:
            names[:] = [[mark] if mark else []]
            return True
        if rule == "complete-each" and complete:
            names[:] = [[mark] for _ in names]
        elif rule == "partial-each":
            names[:same] = [[mark] for _ in names[:same]]
        elif rule == "partial-first" and same:
            names[0] = [mark]
        return False

    @staticmethod
    def _level(person: Person, place: tuple[int, int], options: Mapping[str, str], context: Context) -> int:
        """Tell how much of a given name is shown: 0 nothing, 1 initials, 2 all."""
        if options.get("form", "long") == "short":
            level = 0
        elif "initialize-with" in options:
            level = 1
        else:
            level = 2
        if context.sorting:
            return level
        if context.area.name == "citation":
            level = max(level, context.spread.given.get(place, 0))
            if context.given_levels is not None:
                level = max(level, context.given_levels(person, *place))
        return level

    def _cut(
        self,
        people: Sequence[Person],
        names: list[list[Piece]],
        inverted: list[bool],
        options: Mapping[str, str],
        context: Context,
    ) -> list[Piece]:
        delimiter = options.get("delimiter", ", ")
        if options.get("et-al-use-last") == "true" and len(people) - len(names) > 1:
            order = options.get("name-as-sort-order") == "all"
            place = (len(context.name_lists) - 1, len(people) - 1)
            level = self._level(people[-1], place, options, context)
            last = self._person(people[-1], level, options, context, inverted=order)
            return [*joined(names, delimiter), delimiter, "\u2026 ", *last]
        term = context.locale.term(self._parts.et_al_term) or ""
        if not term:
            return joined(names, delimiter)
        precedes = options.get("delimiter-precedes-et-al", "contextual")
        gap = (
            precedes == "always"
            or (precedes == "contextual" and len(names) > 1)
            or (precedes == "after-inverted-name" and bool(inverted) and inverted[-1])
        )
        et_al: list[Piece] = []
        self._parts.et_al.put([term], context, et_al)
        if gap:
            return [*joined(names, delimiter), delimiter, *et_al]
        return [*joined(names, delimiter), " " if starts_spaced(term) or not term else "", *et_al]

    @staticmethod
    def _joined(
        names: list[list[Piece]],
        inverted: list[bool],
        literal: list[bool],
        options: Mapping[str, str],
        context: Context,
    ) -> list[Piece]:
        delimiter = options.get("delimiter", ", ")
        conjunction = options.get("and")
        word = ""
        if conjunction == "text":
            word = context.locale.term("and") or "and"
        elif conjunction == "symbol":
            word = context.locale.term("and", "symbol") or "&"
            word = "&" if word == context.locale.term("and") else word
        if len(names) < 2 or not word:  # noqa: PLR2004 — two are the fewest to join
            return joined(names, delimiter)
        precedes = options.get("delimiter-precedes-last", "contextual")
        gap = (
            # Two institutions are never inverted, and need no comma to be told apart.
            (precedes == "always" and not (len(names) == 2 and all(literal)))  # noqa: PLR2004
            or (precedes == "contextual" and len(names) > 2)  # noqa: PLR2004
            or (precedes == "after-inverted-name" and inverted[len(names) - 2])
        )
        between = f"{word} " if starts_spaced(word) else word
        before = delimiter if gap else (" " if starts_spaced(word) else "")
        return [*joined(names[:-1], delimiter), before, between, *names[-1]]

    def _person(
        self, person: Person, level: int, options: Mapping[str, str], context: Context, *, inverted: bool
    ) -> list[Piece]:
        if person.literal:
            return self._decorated(person.literal, self._parts.family, context)
        family = self._decorated(person.family, self._parts.family, context, bare=True)
        given = self._given(person, level, options, context)
        dropping = self._particle(person.dropping, self._parts.given, context) if level else []
        particle = self._particle(person.particle, self._parts.family, context)
        suffix = self._suffix(person, options) if level else []
        nbsp = "\u00a0" if context.locale.language[:2].lower() in _NBSP_LANGUAGES else " "
        spaced = person.spaced
        if context.item.language[:2] in {"ja", "zh"}:
            spaced = min(spaced, 1)
        if spaced == 0:
            return [
                *particle,
                *self._affixed(family, self._parts.family),
                *self._affixed(given, self._parts.given),
            ]
        if spaced == 1 or person.static:
            return _join([_join([particle, family], nbsp), given], " ")
        separator = SORT_BREAK if context.sorting else options.get("sort-separator", ", ")
        demote = context.facts.demote_particle
        if context.sorting or inverted:
            demoted = demote != "never" if context.sorting else demote == "display-and-sort"
            if demoted:
                first, second = family, _join([_join([given, dropping], " "), particle], " ")
            else:
                first = _join([particle, family], "" if _joins(particle) else nbsp)
                second = _join([given, dropping], " ")
            first = self._affixed(first, self._parts.family)
            second = self._affixed(second, self._parts.given)
            return _join([_join([first, second], separator), suffix], separator)
        return self._in_order(person, family, given, dropping, particle, suffix, nbsp)

    def _in_order(
        self,
        person: Person,
        family: list[Piece],
        given: list[Piece],
        dropping: list[Piece],
        particle: list[Piece],
        suffix: list[Piece],
        nbsp: str,
    ) -> list[Piece]:
        """Put a name together as it is spoken."""
        if (
            dropping
            and not particle
            and person.dropping[-1] in "'\u02bc\u2019-"
            and person.dropping[:-1] != "de"
        ):
            family, dropping = [*dropping, *family], []
        last = _join([particle, family], "" if _joins(particle) else nbsp)
        last = _join([dropping, last], "" if _joins(dropping) and person.dropping[-1] != "." else nbsp)
        last = _join([last, suffix], ", " if person.comma_suffix else " ")
        return _join([self._affixed(given, self._parts.given), self._affixed(last, self._parts.family)], " ")

    @staticmethod
    def _affixed(pieces: list[Piece], decoration: Decoration) -> list[Piece]:
        if not pieces or not (decoration.prefix or decoration.suffix):
            return pieces
        return [decoration.prefix, *pieces, decoration.suffix]

    @staticmethod
    def _decorated(text: str, decoration: Decoration, context: Context, *, bare: bool = False) -> list[Piece]:
        out: list[Piece] = []
        pieces = parse_markup(text)
        if decoration.plain:
            return pieces
        (decoration.put_bare if bare else decoration.put)(pieces, context, out)
        return out

    def _particle(self, text: str, decoration: Decoration, context: Context) -> list[Piece]:
        if context.sorting:
            text = text.replace("'", "").replace("\u2019", "")
        return self._decorated(text, decoration, context, bare=True) if text else []

    def _given(self, person: Person, level: int, options: Mapping[str, str], context: Context) -> list[Piece]:
        if not level or not person.given:
            return []
        given = person.given
        if level == 1 and "initialize-with" in options:
            write = mark_initials if options.get("initialize") == "false" else make_initials
            given = write(given, options["initialize-with"], hyphens=context.facts.initialize_with_hyphen)
        return self._decorated(given, self._parts.given, context, bare=True)

    @staticmethod
    def _suffix(person: Person, options: Mapping[str, str]) -> list[Piece]:
        suffix = person.suffix
        if suffix and "initialize-with" in options:
            suffix = mark_initials(suffix, options["initialize-with"])
        return parse_markup(suffix)


def _joins(pieces: list[Piece]) -> bool:
    """Tell whether nothing may stand between this and the next word."""
    return plain(pieces).endswith(_JOINING)


def _join(parts: Sequence[list[Piece]], delimiter: str) -> list[Piece]:
    return joined([part for part in parts if part], delimiter)
