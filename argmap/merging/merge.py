"""Two changed versions of a file of a map to one, by record and field, proved to say what both mean."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from argmap.editing.adding import taken_names
from argmap.editing.comments import find_comments
from argmap.editing.naming import free_name
from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text
from argmap.files.yaml.document import SyntaxFaultError
from argmap.files.yaml.strict_yaml import read_document
from argmap.merging.bringing import with_reasons_behind_ours, with_values
from argmap.merging.line_ends import OneWay
from argmap.merging.three_way import COMMENT, Merger
from argmap.merging.values import ClashError, NamelessError, Path, ValueMerger, keyed
from argmap.merging.version import NAME, UnprovedError, Version
from argmap.queries.changes.matching import REMOVED, match_maps
from argmap.references import Named, references

_NODES = frozenset({Named.STATEMENT, Named.TARGET})
_SECTION_OF = {Named.PERSON: "people", Named.AUTHOR: "people", Named.SOURCE: "sources"}


@dataclass(frozen=True)
class Merged:
    """Two versions in one.

    Args:
        text: the text, with git's marks around what could not be merged.
        conflicts: what that is, in words.
        notes: what was decided that somebody may want to know.
    """

    text: str
    conflicts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def merge_texts(
    base: str, ours: str, theirs: str, *, names: tuple[str, str] = ("ours", "theirs"), size: int = 7
) -> Merged:
    """Merge two versions of a file of a map.

    Additions of both sides stay; the same record, changed in different fields, has both changes. The same
    field, changed twice, is a conflict, with marks around that field alone. What one side called otherwise is
    called so on the other side, too. Where both took the same id for different statements, theirs gets
    another. What one side removed and the other newly refers to is a conflict. All lines end in one way: that
    of the side that changed it, else ours.

    Args:
        base: the version from which both come.
        ours: our version.
        theirs: the other version.
        names: what the two sides are called in marks.
        size: how many signs a mark has.

    Raises:
        UnmergeableError: they can be merged by lines only.
    """
    if theirs in {base, ours}:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    one_way = OneWay.of(base, ours, theirs)
    merged = _merge_lf(*one_way.texts, names, size)
    notes = (one_way.note, *merged.notes) if one_way.note else merged.notes
    return Merged(one_way.written(merged.text), merged.conflicts, notes)


def _merge_lf(base: str, ours: str, theirs: str, names: tuple[str, str], size: int) -> Merged:
    """Merge versions whose lines all end with LF."""
    if theirs in {base, ours}:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    old, our, their = (Version(text) for text in (base, ours, theirs))
    their, freed = _with_free_ids(_taken_by_renaming(old, our, their), our, their)
    old, our, their, notes = _with_one_name_each(old, our, their)
    their, taken = _with_free_ids(_taken_by_both(old, our, their), our, their)
    taken = freed | taken
    notes += [f"both sides took the id `{key}`; theirs is called `{new}` now" for key, new in taken.items()]
    gone = _gone_steps(old, our), _gone_steps(old, their)
    their, our = their.renamed(_moved_steps(old, our, their)), our.renamed(_moved_steps(old, their, our))
    their, moved = with_reasons_behind_ours(old, our, their)
    notes += [f"both sides added reasons; their step `{key}` is `{new}` now" for key, new in moved.items()]
    contested = {*_contested(old, our, their, gone[0]), *_contested(old, their, our, gone[1])}
    our, settled = with_values(old, our, their)
    marks = (f"{'<' * size} {names[0]}\n", f"{'=' * size}\n", f"{'>' * size} {names[1]}\n")
    merger = Merger(marks, contested, settled)
    text = merger.merge(old.pieces, our.pieces, their.pieces)
    proved = [_prove(side, merger, old, our, their) for side in ((0, 1) if merger.conflicts else (0,))]
    _prove_comments(proved, old, our, their)
    conflicts = [_in_words(path, our, their) for path in merger.conflicts]
    if not merger.conflicts:
        conflicts += _new_errors(text, our, their)
    return Merged(text, tuple(conflicts), tuple(notes))


def _with_one_name_each(
    old: Version, our: Version, their: Version
) -> tuple[Version, Version, Version, list[str]]:
    """Let a statement that was only renamed have its new name everywhere; ours, where both renamed it."""
    by_us, by_them = _renamed_alone(old, our), _renamed_alone(old, their)
    both = {by_them[key]: name for key, name in by_us.items() if by_them.get(key, name) != name}
    notes = [
        f"both sides renamed a statement; it is called `{name}`, not `{key}`" for key, name in both.items()
    ]
    by_us_alone = {key: name for key, name in by_us.items() if key in their.map.statements}
    by_them_alone = {key: name for key, name in by_them.items() if key in our.map.statements}
    new = their.renamed({**by_us_alone, **both})
    return old.renamed({**by_them_alone, **by_us}), our.renamed(by_them_alone), new, notes


def _renamed_alone(old: Version, new: Version) -> dict[str, str]:
    """Give the new ids of the statements that say the same as before, word for word."""
    before, after = old.map.statements, new.map.statements
    found = match_maps(old.map, new.map).statements
    return {
        key: name
        for key, name in found.items()
        if (before[key].title, before[key].text) == (after[name].title, after[name].text)
    }


def _with_free_ids(keys: Iterable[str], our: Version, their: Version) -> tuple[Version, dict[str, str]]:
    """Give some of their statements other ids, which neither side has."""
    taken = taken_names(our.loaded) | taken_names(their.loaded)
    names: dict[str, str] = {}
    for key in keys:
        names[key] = free_name(key, taken)
        taken.add(names[key])
    return their.renamed(names), names


def _taken_by_renaming(old: Version, our: Version, their: Version) -> Iterator[str]:
    """Find the ids to which one side renamed a statement, and which the other side took for another one."""
    pairs = (our, their), (their, our)
    found = [
        name
        for renamer, other in pairs
        for key, name in _renamed_alone(old, renamer).items()
        if key in other.map.statements and name in other.map.statements
    ]
    yield from dict.fromkeys(found)


def _taken_by_both(old: Version, our: Version, their: Version) -> Iterator[str]:
    """Find the ids that both sides took for different statements."""
    before, ours, theirs = (one.map.statements for one in (old, our, their))
    for key, statement in theirs.items():
        mine = ours.get(key)
        if mine is not None and key not in before and mine.label != statement.label:
            yield key


def _moved_steps(old: Version, mover: Version, other: Version) -> dict[str, str]:
    """Give the new numbers of the steps that one side moved, where the other side left them as they were."""
    return {
        key: name
        for key, name in _became(old, mover).items()
        if "/" in key and not name.startswith(REMOVED) and _reasons(old, key) == _reasons(other, key)
    }


def _gone_steps(old: Version, new: Version) -> set[str]:
    return {key for key, name in _became(old, new).items() if name.startswith(REMOVED)}


def _became(old: Version, new: Version) -> Mapping[str, str]:
    """Give the new names of statements and steps that are called otherwise."""
    return match_maps(old.map, new.map).names.nodes


def _reasons(version: Version, step: str) -> object:
    statement = version.map.statements.get(step.rpartition("/")[0])
    return statement and statement.because


def _contested(old: Version, remover: Version, other: Version, steps: Collection[str]) -> Iterator[Path]:
    """Find what one side removed and the other one newly refers to."""
    gone = {
        (section, key)
        for section, key in old.loaded.places.records
        if section != "map" and remover.value(section, key) is None
    }
    for section, key, record in other.records():
        if old.value(section, key) == other.value(section, key):
            continue
        for one in references(record):
            found = [(_SECTION_OF.get(one.kind, ""), one.name)]
            if one.kind in _NODES:
                found = [(name, one.name.partition("/")[0]) for name in ("claims", "rebuttals")]
            yield from (path for path in found if path in gone)
            if one.name in steps:
                yield section, key


def _prove(side: int, merger: Merger, old: Version, our: Version, their: Version) -> str:
    """Prove that the merged text, with one side's words in each conflict, says what both sides mean.

    Returns:
        That text.
    """
    again = Merger(merger.marks, merger.contested, merger.settled, side)
    text = again.merge(old.pieces, our.pieces, their.pieces)
    chosen = dict.fromkeys(merger.settled, 0) | {
        path: side for path in merger.conflicts if path[-1:] != (COMMENT,)
    }
    try:
        after = keyed(read_document(text, NAME).sections)
        meant = ValueMerger(chosen).merge(old.keyed, our.keyed, their.keyed)
    except (SyntaxFaultError, yaml.YAMLError, NamelessError):
        raise UnprovedError("the merged text would not be a map") from None
    except ClashError:
        raise UnprovedError("the merged text would hide a conflict") from None
    if after != meant:
        raise UnprovedError("the merged text would not say what both sides mean")
    return text


def _prove_comments(texts: Iterable[str], old: Version, our: Version, their: Version) -> None:
    """Prove that a merged text, which has one side's words or the other's, has every comment that stays."""
    found: Counter[str] = Counter()
    for text in texts:
        found |= Counter(comment.text for comment in find_comments(text))
    was, mine, yours = (Counter(one.pieces.comments) for one in (old, our, their))
    for comment in mine | yours:
        kept = min(mine[comment], yours[comment]) >= was[comment]
        needed = max(mine[comment], yours[comment]) if kept else mine[comment] + yours[comment] - was[comment]
        if found[comment] < needed:
            raise UnprovedError("a comment would be lost")


def _new_errors(text: str, our: Version, their: Version) -> list[str]:
    """Tell what is wrong in the merged map and was in neither version, such as a name that both gave."""
    known = {(error.code, error.message) for one in (our, their) for error in one.loaded.errors}
    found = assemble([read_text(NAME, None, text)]).errors
    return [
        f"line {error.location.line}: {error.message} ({error.code})"
        for error in found
        if (error.code, error.message) not in known
    ]


def _in_words(path: Path, our: Version, their: Version) -> str:
    """Tell what a conflict is about."""
    names = [str(part) for part in path]
    if names[-1:] == [COMMENT]:
        above = f"above `{names[-2]}`" if names[1:] else "at the top or the end of the file"
        return f"the comment {above} was changed on both sides"
    if len(names) > 2:  # noqa: PLR2004 — section, record and field
        return f"`{names[2]}` of `{names[1]}` was changed on both sides"
    if len(names) == 2:  # noqa: PLR2004
        there = [one.value(*names) is not None for one in (our, their)]
        if all(there):
            return f"`{names[1]}` was changed on both sides"
        return f"`{names[1]}` was removed on one side, and changed or referred to on the other"
    return (
        f"the section `{names[0]}` was changed on both sides"
        if names
        else "the file was changed on both sides"
    )
