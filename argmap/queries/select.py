"""One way to choose a part of a map, the same for every command."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.argument_map import ArgumentMap
from argmap.model import Basis
from argmap.queries.context import context_of, ends_of, is_inferred, targets_of
from argmap.queries.find import Match, Thing, find, names_in, suggest
from argmap.text.nearest import quoted


@dataclass(frozen=True)
class Selection:
    """What to choose; within one option any value will do, and all options given must agree.

    Args:
        by: people who made the statement.
        tag: tags that it carries.
        source: sources that it is traced to.
        focus: names of people or statements around which to look.
        depth: how many steps (attacks or inferences) to go from there; without ``focus`` the other
            options' choice is widened by as many.
        include_inferred: whether to take what the editor infers; without it, this is taken only as the
            context of stated rebuttals that attack it.
    """

    by: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    depth: int | None = None
    include_inferred: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows the choice."""
        return not (self.by or self.tag or self.source or self.focus)


_WHERE_NAMES_ARE = "`argmap list` names the statements, `argmap stats` people, sources and tags."


class NoMatchError(LookupError):
    """A name means nothing in a map; the message says what may have been meant.

    Args:
        name: what was asked for.
        suggestions: what may have been meant.
    """

    def __init__(self, name: str, suggestions: Sequence[str]) -> None:
        near = quoted(suggestions, "Did you mean") or _WHERE_NAMES_ARE
        super().__init__(f"nothing here is called `{name}`. {near}")
        self.name = name
        self.suggestions = suggestions


def select(argument_map: ArgumentMap, selection: Selection) -> tuple[str, ...]:
    """Choose statements.

    Args:
        argument_map: the map.
        selection: what to choose.

    Returns:
        The ids of claims and rebuttals, in the map's order.

    Raises:
        NoMatchError: a name means nothing in this map.
    """
    fits = _Filter(argument_map, selection)
    if selection.focus:
        seeds = [key for name in selection.focus for key in statements_named(argument_map, name)]
        near = _within(argument_map, seeds, 1 if selection.depth is None else selection.depth, selection)
        chosen = _shown(argument_map, filter(fits, near), selection)
    elif selection.is_everything:
        chosen = _shown(argument_map, argument_map.statements, selection)
    else:
        chosen = _shown(argument_map, filter(fits, argument_map.statements), selection)
        if selection.depth:
            near = _within(argument_map, chosen, selection.depth, selection)
            chosen = _shown(argument_map, near, selection)
    return tuple(key for key in argument_map.statements if key in chosen)


def select_whatever_basis(argument_map: ArgumentMap, selection: Selection) -> tuple[str, ...]:
    """Choose statements, those that only the editor sees among them: a list marks them.

    Raises:
        NoMatchError: a name means nothing in this map.
    """
    return select(argument_map, replace(selection, include_inferred=True))


def statements_named(argument_map: ArgumentMap, name: str) -> list[str]:
    """Give the statements that a name means: a person's, a source's, a tag's, or the statement itself.

    Raises:
        NoMatchError: the name means nothing.
    """
    matches = find(argument_map, name)
    if not matches:
        raise NoMatchError(name, suggest(argument_map, name))
    return [key for match in matches for key in _statements_of(argument_map, match)]


def statements_meant(argument_map: ArgumentMap, words: Sequence[str]) -> list[str]:
    """Give the statements that words mean, each once; `names_in` tells which of them are one name.

    Raises:
        NoMatchError: a name means nothing.
    """
    wanted = names_in(argument_map, words)
    return list(dict.fromkeys(key for name in wanted for key in statements_named(argument_map, name)))


def matches_meant(argument_map: ArgumentMap, words: Sequence[str]) -> list[Match]:
    """Give the things that words mean, each once; `names_in` tells which of them are one name.

    Raises:
        NoMatchError: a name means nothing.
    """
    matches: dict[Match, None] = {}
    for name in names_in(argument_map, words):
        found = find(argument_map, name)
        if not found:
            raise NoMatchError(name, suggest(argument_map, name))
        matches.update(dict.fromkeys(found))
    return list(matches)


def people_named(argument_map: ArgumentMap, names: Iterable[str]) -> set[str]:
    """Give the keys of the people that names mean, with the joint voices that they belong to.

    Raises:
        NoMatchError: a name means nobody.
    """
    return {key for name in names for key in _person_named(argument_map, name)}


def voices_of(argument_map: ArgumentMap, person: str) -> set[str]:
    """Give a person's key, and the keys of the joint voices that speak for the person."""
    return {person, *(key for key, other in argument_map.people.items() if person in other.members)}


def neighbours(argument_map: ArgumentMap, key: str, *, include_inferred: bool = True) -> Iterator[str]:
    """Name the statements one step away: what a statement attacks, supports, is attacked or supported by."""

    def counts(basis: Basis) -> bool:
        return include_inferred or basis is Basis.STATED

    statement = argument_map.statements[key]
    for attack in argument_map.attacks_by.get(key, ()):
        if counts(attack.basis):
            yield from ends_of(argument_map, attack.target)
    for attack in argument_map.challenges_to(key):
        if counts(attack.basis):
            yield attack.rebuttal
    for step in statement.because:
        yield from step.premises
    for step in argument_map.uses_of.get(key, ()):
        yield step.conclusion
        for attack in argument_map.attacks_on.get(step.id, ()):
            if counts(attack.basis):
                yield attack.rebuttal


def _shown(argument_map: ArgumentMap, keys: Iterable[str], selection: Selection) -> set[str]:
    """Leave out what the editor infers, unless a stated rebuttal would hang in the air without it."""
    # Kept in order: to look at the statements of a large map in another is several times slower.
    chosen, statements = dict.fromkeys(keys), argument_map.statements
    if selection.include_inferred:
        return set(chosen)
    stated = {key for key in chosen if statements[key].basis is Basis.STATED}
    return stated | context_of(argument_map, chosen) if len(stated) < len(chosen) else stated


def _within(argument_map: ArgumentMap, seeds: Iterable[str], depth: int, selection: Selection) -> set[str]:
    near = dict.fromkeys(seeds)
    hidden = near.keys() - _shown(argument_map, near, selection)
    edge = list(near)
    for _ in range(min(depth, len(argument_map.statements))):
        beyond = dict.fromkeys(
            other
            for key in edge
            for other in _beside(argument_map, key, selection, is_hidden=key in hidden)
            if other not in near
        )
        near.update(beyond)
        edge = list(beyond)
    return set(near)


def _beside(argument_map: ArgumentMap, key: str, selection: Selection, *, is_hidden: bool) -> Iterator[str]:
    """Name what is one step away; what a statement attacks that is shown itself, whatever its basis."""
    inferred = selection.include_inferred
    for other in neighbours(argument_map, key, include_inferred=inferred):
        if inferred or not is_inferred(argument_map, other):
            yield other
    if not is_hidden:
        yield from targets_of(argument_map, key)


class _Filter:
    """Tells whether a statement fits a selection, focus, depth and basis aside."""

    def __init__(self, argument_map: ArgumentMap, selection: Selection) -> None:
        self._by = people_named(argument_map, selection.by)
        self._tags = {key for name in selection.tag for key in _keys(argument_map, name, Thing.TAG)}
        self._works = {key for name in selection.source for key in _keys(argument_map, name, Thing.SOURCE)}
        self._map = argument_map

    def __call__(self, key: str) -> bool:
        statement = self._map.statements[key]
        return (
            (not self._by or statement.by in self._by)
            and (not self._tags or not self._tags.isdisjoint(statement.tags))
            and (not self._works or (statement.source is not None and statement.source.work in self._works))
        )


def _person_named(argument_map: ArgumentMap, name: str) -> set[str]:
    keys = _keys(argument_map, name, Thing.PERSON)
    return {voice for key in keys for voice in voices_of(argument_map, key)}


def _keys(argument_map: ArgumentMap, name: str, thing: Thing) -> list[str]:
    keys = [match.id for match in find(argument_map, name, thing)]
    if not keys:
        raise NoMatchError(name, suggest(argument_map, name, thing))
    return keys


def _statements_of(argument_map: ArgumentMap, match: Match) -> list[str]:
    everything = argument_map.statements.items()
    if match.thing is Thing.PERSON:
        voices = voices_of(argument_map, match.id)
        return [key for key, statement in everything if statement.by in voices]
    if match.thing is Thing.SOURCE:
        return [
            key for key, statement in everything if statement.source and statement.source.work == match.id
        ]
    if match.thing is Thing.TAG:
        return [key for key, statement in everything if match.id in statement.tags]
    if match.thing is Thing.INFERENCE:
        step = argument_map.inferences[match.id]
        return [*step.premises, step.conclusion]
    return [match.id]
