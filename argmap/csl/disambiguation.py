"""Citations that look alike: names, given names and letters behind the year tell them apart."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from argmap.csl.context import NameList, Spread
from argmap.csl.initials import make_initials
from argmap.csl.item import Item
from argmap.csl.person import Person

GivenLevels = Callable[[Person, int, int], int]
"""How much of a given name is shown, by the person and the places of list and name: 1 initials, 2 all."""
Render = Callable[[Item, Spread, GivenLevels | None], tuple[str, Sequence[NameList]]]
"""Writes the bare citation of a work, and gives the lists of names in it."""

_NO_SPREAD: Final = Spread()
_MOST_NAMES: Final = 60
"""No list of names is opened up further."""


class Apart(NamedTuple):
    """How works are told apart.

    Args:
        spreads: how far each one's citation is opened up, by its id; only those that are.
        suffixes: the letter behind the year, by id.
        given: how much of a given name is shown wherever a person is cited.
    """

    spreads: Mapping[str, Spread]
    suffixes: Mapping[str, str]
    given: GivenLevels | None


class _Step(NamedTuple):
    """One way to open up a citation: show more names, or more of a given name when there is a level."""

    place: int
    number: int
    level: int


def tell_apart(
    items: Sequence[Item],
    options: Mapping[str, str],
    render: Render,
    in_order: Callable[[Sequence[Item]], Sequence[Item]],
    *,
    condition: bool,
) -> Apart:
    """Tell works apart as a style wants.

    Args:
        items: the works.
        options: the attributes of the style's ``citation``.
        render: writes the bare citation of a work.
        in_order: puts some works in the order of the bibliography, which letters follow.
        condition: whether the style keeps something for works that cannot be told apart otherwise.
    """
    add_names = options.get("disambiguate-add-names") == "true"
    add_given = options.get("disambiguate-add-givenname") == "true"
    add_suffix = options.get("disambiguate-add-year-suffix") == "true"
    if not (add_names or add_given or add_suffix or condition):
        return Apart({}, {}, None)
    rule = options.get("givenname-disambiguation-rule", "by-cite")
    bare = {item.key: render(item, _NO_SPREAD, None) for item in items}
    given: GivenLevels | None = None
    if add_given and rule != "by-cite":
        given = _levels_of_people([lists for _, lists in bare.values()], rule)
    if given is not None:
        bare = {item.key: render(item, _NO_SPREAD, given) for item in items}
    alike: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        alike[bare[item.key][0]].append(item)
    spreads: dict[str, Spread] = {}
    suffixes: dict[str, str] = {}
    opener = _Opener(
        render,
        given,
        spreads,
        add_names=add_names,
        add_given=add_given and rule == "by-cite",
        condition=condition,
    )
    for text, group in alike.items():
        for rest in opener.open_up(group) if len(group) > 1 and text else ():
            if add_suffix:
                suffixes.update((item.key, letters(index)) for index, item in enumerate(in_order(rest)))
    return Apart(spreads, suffixes, given)


def letters(index: int) -> str:
    """Count with letters from 0: a … z, aa …"""  # noqa: D415 — it ends with what goes on
    out = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        out = chr(ord("a") + digit) + out
    return out


class _Opener:
    """Opens citations up, step by step, until they differ."""

    def __init__(
        self,
        render: Render,
        given: GivenLevels | None,
        spreads: dict[str, Spread],
        *,
        add_names: bool,
        add_given: bool,
        condition: bool,
    ) -> None:
        self._render = render
        self._given = given
        self._spreads = spreads
        self._add_names = add_names
        self._add_given = add_given
        self._condition = condition

    def _split(self, items: Sequence[Item], spread: Spread) -> dict[str, list[Item]]:
        found: defaultdict[str, list[Item]] = defaultdict(list)
        for item in items:
            found[self._render(item, spread, self._given)[0]].append(item)
        return dict(found)

    def open_up(self, items: Sequence[Item]) -> list[list[Item]]:
        """Open citations up until they differ; give those that look alike to the end, put together."""
        lists = [self._render(item, _NO_SPREAD, self._given)[1] for item in items]
        same_people = all(
            [each.people for each in one] == [each.people for each in lists[0]] for one in lists
        )
        steps = [] if same_people else list(self._steps(lists))
        alike = self._walk(items, _NO_SPREAD, steps, 0, lists[0])
        if not self._condition:
            return alike
        out: list[list[Item]] = []
        for group in alike:
            spread = self._spreads.get(group[0].key, _NO_SPREAD)._replace(condition=True)
            parts = self._split(group, spread)
            if len(parts) == 1:
                out.append(group)
                continue
            for item in group:
                self._spreads[item.key] = spread
            out.extend(part for part in parts.values() if len(part) > 1)
        return out

    def _steps(self, lists: Sequence[Sequence[NameList]]) -> Iterator[_Step]:
        """Give the ways to open up these citations, the mildest first."""
        places = max((len(each) for each in lists), default=0)
        longest = [
            min(_MOST_NAMES, max((len(each[place].people) for each in lists if place < len(each)), default=0))
            for place in range(places)
        ]
        if self._add_names:
            for place in range(places):
                shown = min((each[place].shown for each in lists if place < len(each)), default=0)
                yield from (_Step(place, index, 0) for index in range(shown, longest[place]))
        if self._add_given:
            for place in range(places):
                first = lists[0][place] if place < len(lists[0]) else None
                reach = longest[place] if self._add_names or first is None else first.shown
                for index in range(min(reach, longest[place])):
                    if first is not None and first.initials:
                        yield _Step(place, index, 1)
                    yield _Step(place, index, 2)

    def _walk(
        self,
        items: Sequence[Item],
        spread: Spread,
        steps: Sequence[_Step],
        at: int,
        lists: Sequence[NameList],
    ) -> list[list[Item]]:
        for number in range(at, len(steps)):
            step = steps[number]
            wider = self._wider(spread, step, lists)
            parts = self._split(items, wider)
            if len(parts) == 1:
                continue
            out: list[list[Item]] = []
            for part in parts.values():
                for item in part:
                    self._spreads[item.key] = wider
                if len(part) > 1:
                    out.extend(self._walk(part, wider, steps, number + 1, lists))
            return out
        return [list(items)]

    def _wider(self, spread: Spread, step: _Step, lists: Sequence[NameList]) -> Spread:
        shown = dict(spread.shown)
        base = lists[step.place].shown if step.place < len(lists) else 0
        if step.number >= base:
            shown[step.place] = max(shown.get(step.place, 0), step.number + 1)
        if not step.level:
            return spread._replace(shown=shown)
        return Spread(shown, {**spread.given, (step.place, step.number): step.level}, spread.condition)


def _short(person: Person) -> str:
    return f"{person.particle} {person.family}"


def _levels_of_people(lists: Sequence[Sequence[NameList]], rule: str) -> GivenLevels | None:
    """Find out how much of each given name tells people of one family name apart, wherever they are cited.

    Returns:
        How much is shown; None when family names are enough.
    """
    primary = rule.startswith("primary-name")
    people: defaultdict[str, dict[Person, bool]] = defaultdict(dict)
    for each in lists:
        for names in each[:1] if primary else each:
            for person in names.people[:1] if primary else names.people:
                if names.short and not person.literal:
                    people[_short(person)][person] = names.initials
    levels: dict[Person, int] = {}
    for group in people.values():
        if len(group) > 1:
            levels.update(_levels_in(group, initials_only=rule.endswith("-with-initials")))
    if not levels:
        return None

    def level(person: Person, place: int, index: int) -> int:
        if primary and (place or index):
            return 0
        return levels.get(person, 0)

    return level


def _levels_in(group: Mapping[Person, bool], *, initials_only: bool) -> Iterator[tuple[Person, int]]:
    """Give the least of each given name that no other in the group shares."""
    short = {person: make_initials(person.given, ".") for person in group}
    # One person's initials may be written in several ways.
    whole = {person: "".join(person.given.replace(".", " ").split()) for person in group}
    for person, initials in group.items():
        if not person.given:
            continue
        others = [other for other in group if whole[other] != whole[person]]
        if not others:
            continue
        if (initials or initials_only) and all(short[other] != short[person] for other in others):
            yield person, 1
        elif not initials_only and any(whole[other] != whole[person] for other in others):
            yield person, 2
        elif initials_only and any(short[other] != short[person] for other in others):
            yield person, 1
