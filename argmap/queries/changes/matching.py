"""Which record of an older map is which of a newer one, also where it is called otherwise now."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Inference, Person, Rebuttal, Source
from argmap.references import NewNames
from argmap.text.words import words_of

_Record = TypeVar("_Record")
_ALIKE: Final = 0.6
"""So large a share of their words two statements have in common to be the same one, reworded and renamed."""

_COMMON: Final = 50
"""A word of more statements than this says little about which one is meant."""

REMOVED: Final = "\0removed:"
"""Stands before the id of a step that is gone, so that nothing else is taken for it."""


@dataclass(frozen=True)
class Matches:
    """What became of the names of an older map.

    Args:
        names: old to new names of what is called otherwise; steps that are gone have one that nothing has.
        statements: old to new ids of the statements that were renamed, in the order of the old map.
        people: the same for keys of people.
        sources: the same for keys of sources.
        tags: the same for tags.
    """

    names: NewNames
    statements: Mapping[str, str]
    people: Mapping[str, str]
    sources: Mapping[str, str]
    tags: Mapping[str, str]


def match_maps(old: ArgumentMap, new: ArgumentMap) -> Matches:
    """Find out which record of one map is which of another.

    The same id is the same statement. Of the others those are the same that say the same, word for word; then
    those with the same quote from the same place, or the same title of the same author; then those that have
    most words in common. What could be several is none.

    Args:
        old: the older map.
        new: the newer one.
    """
    people = _matched(old.people, new.people, (_by_name,))
    sources = _matched(old.sources, new.sources, (_by_address, _by_title))
    statements = _match_statements(old, new)
    tags = _match_tags(old, new, statements)
    named = NewNames(people, sources, statements, tags)
    return Matches(
        NewNames(people, sources, statements | _match_steps(old, new, named), tags),
        statements,
        people,
        sources,
        tags,
    )


def _matched(
    old: Mapping[str, _Record],
    new: Mapping[str, _Record],
    ways: Iterable[Callable[[_Record], Hashable]],
) -> dict[str, str]:
    """Match records that are not in both: by each way in turn, those that are alike and alone in that."""
    gone = {key: record for key, record in old.items() if key not in new}
    come = {key: record for key, record in new.items() if key not in old}
    found: dict[str, str] = {}
    for alike_by in ways:
        if not gone or not come:
            break
        before, after = _alone(gone, alike_by), _alone(come, alike_by)
        for mark, key in before.items():
            if mark in after:
                found[key] = after[mark]
                del gone[key], come[after[mark]]
    return {key: found[key] for key in old if key in found}


def _alone(records: Mapping[str, _Record], alike_by: Callable[[_Record], Hashable]) -> dict[Hashable, str]:
    marks = {key: alike_by(record) for key, record in records.items()}
    counts = Counter(marks.values())
    return {mark: key for key, mark in marks.items() if mark is not None and counts[mark] == 1}


def _by_name(person: Person) -> Hashable:
    return person.name


def _by_address(source: Source) -> Hashable:
    return source.doi or source.url


def _by_title(source: Source) -> Hashable:
    return source.title, source.authors, source.date


def _by_words(statement: Claim | Rebuttal) -> Hashable:
    return type(statement), statement.title, statement.text


def _by_text(statement: Claim | Rebuttal) -> Hashable:
    return statement.text and (type(statement), statement.text)


def _by_quote(statement: Claim | Rebuttal) -> Hashable:
    return statement.quote and statement.source and (type(statement), statement.quote, statement.source)


def _by_own_title(statement: Claim | Rebuttal) -> Hashable:
    return statement.title and (type(statement), statement.by, statement.title)


def _match_statements(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    found = _matched(old.statements, new.statements, (_by_words, _by_text, _by_quote, _by_own_title))
    taken = set(found.values())
    gone = {key: one for key, one in old.statements.items() if key not in new.statements and key not in found}
    come = {key: one for key, one in new.statements.items() if key not in old.statements and key not in taken}
    found |= _match_reworded(gone, come)
    return {key: found[key] for key in old.statements if key in found}


def _match_reworded(
    gone: Mapping[str, Claim | Rebuttal], come: Mapping[str, Claim | Rebuttal]
) -> dict[str, str]:
    """Match statements by the share of words that they have in common (Jaccard 1901), best first."""
    if not gone or not come:
        return {}
    before = {key: _words(one) for key, one in gone.items()}
    after = {key: _words(one) for key, one in come.items()}
    holders: dict[str, list[str]] = defaultdict(list)
    for key, words in after.items():
        for word in words:
            holders[word].append(key)
    pairs = []
    for key, words in before.items():
        telling = [holders[word] for word in words if len(holders.get(word, ())) in range(1, _COMMON)]
        for other in dict.fromkeys(name for names in telling for name in names):
            alike = len(words & after[other]) / len(words | after[other])
            if alike >= _ALIKE and type(gone[key]) is type(come[other]):
                pairs.append((-alike, key, other))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, key, other in sorted(pairs):
        if key not in found and other not in taken:
            found[key] = other
            taken.add(other)
    return found


def _words(statement: Claim | Rebuttal) -> set[str]:
    return set(words_of(f"{statement.title or ''} {statement.text or ''}".casefold()))


def _match_tags(old: ArgumentMap, new: ArgumentMap, statements: Mapping[str, str]) -> dict[str, str]:
    """Match tags that stand on the very same statements."""
    before, after = _tagged(old, statements), _tagged(new, {})
    return _matched(before, after, (frozenset,))


def _tagged(argument_map: ArgumentMap, names: Mapping[str, str]) -> dict[str, list[str]]:
    tagged: dict[str, list[str]] = {}
    for key, statement in argument_map.statements.items():
        for tag in statement.tags:
            tagged.setdefault(tag, []).append(names.get(key, key))
    return tagged


def _match_steps(old: ArgumentMap, new: ArgumentMap, names: NewNames) -> dict[str, str]:
    """Give the new ids of the steps that are called otherwise, and of those that are gone."""
    found: dict[str, str] = {}
    for key, statement in old.statements.items():
        if not statement.because:
            continue
        other = new.statements.get(names.node(key))
        steps = other.because if other else ()
        if steps is statement.because or (steps == statement.because and not _is_renamed(statement, names)):
            continue
        became = _match_grounds(statement.because, steps, names)
        found |= {
            step.id: became.get(step.id, REMOVED + step.id)
            for step in statement.because
            if became.get(step.id) != step.id
        }
    return found


def _is_renamed(statement: Claim | Rebuttal, names: NewNames) -> bool:
    return any(names.node(premise) != premise for step in statement.because for premise in step.premises)


def _match_grounds(
    before: Collection[Inference], after: Collection[Inference], names: NewNames
) -> dict[str, str]:
    """Match the steps to a statement: by the name that they were given, else by what they say."""
    left = {step.id: step for step in after}
    found: dict[str, str] = {}
    ways: tuple[Callable[[Inference, Inference], bool], ...] = (
        lambda one, other: one.id == other.id and not is_numbered(one),
        lambda one, other: premises(one, names) == set(other.premises) and one.warrant == other.warrant,
        lambda one, other: premises(one, names) == set(other.premises),
    )
    for is_same in ways:
        for step in before:
            if step.id in found:
                continue
            match = next((key for key, other in left.items() if is_same(step, other)), None)
            if match is not None:
                found[step.id] = match
                del left[match]
    return found


def is_numbered(step: Inference) -> bool:
    """Tell whether a step has no name of its own, but is called after its conclusion."""
    return step.id.startswith(f"{step.conclusion}/")


def premises(step: Inference, names: NewNames) -> set[str]:
    """Give the premises of a step of the older map under their new names."""
    return {names.node(key) for key in step.premises}
