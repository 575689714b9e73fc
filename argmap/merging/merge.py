"""Two changed versions of a file of a map to one, by record and field, proved to say what both mean."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from argmap.argument_map import ArgumentMap
from argmap.editing.adding import taken_names
from argmap.editing.comments import find_comments
from argmap.editing.fields import set_field
from argmap.editing.map_edit import MapEdit
from argmap.editing.naming import free_name
from argmap.editing.refusal import EditRefusedError
from argmap.editing.renaming import rename
from argmap.files.assembling import Loaded, assemble
from argmap.files.records.read_text import read_text
from argmap.files.yaml.document import SyntaxFaultError, Value
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from argmap.merging.line_ends import OneWay
from argmap.merging.pieces import Piece, UnevenFileError, file_pieces
from argmap.merging.three_way import COMMENT, Merger
from argmap.merging.values import SETS, ClashError, Keyed, NamelessError, Path, ValueMerger, keyed, merged_set
from argmap.model import Record
from argmap.queries.changes.matching import REMOVED, match_maps
from argmap.references import Named, NewNames, references

_NAME = "merged"
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


class UnmergeableError(Exception):
    """The versions cannot be merged by record and field, but only by lines; the message says why."""


class UnprovedError(UnmergeableError):
    """The versions are maps, but that a merged text says what both mean could not be proved."""


@dataclass
class _Version:
    """One version of the file."""

    text: str
    loaded: Loaded = field(init=False)
    sections: dict[str, Value] = field(init=False)
    keyed: Keyed = field(init=False)
    pieces: Piece = field(init=False)

    def __post_init__(self) -> None:
        try:
            document = read_document(self.text, _NAME)
        except (SyntaxFaultError, yaml.YAMLError):
            raise UnmergeableError("a version is not YAML") from None
        if document.second or document.faults:
            raise UnmergeableError("a version has faults")
        self.loaded = assemble([read_text(_NAME, None, self.text)])
        self.sections = document.sections
        try:
            self.keyed = keyed(self.sections)
            self.pieces = file_pieces(self.file, self.sections)
        except (UnevenFileError, NamelessError):
            raise UnmergeableError("a version has records without an id, or two of the same") from None

    @property
    def file(self) -> ReadFile:
        return self.loaded.places.files[_NAME]

    @property
    def map(self) -> ArgumentMap:
        return self.loaded.map

    def value(self, *path: str) -> object:
        value: object = self.keyed
        for part in path:
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def records(self) -> Iterator[tuple[str, str, Record]]:
        for section, key in self.loaded.places.records:
            yield section, key, self.map.record(section, key)

    def renamed(self, nodes: Mapping[str, str]) -> "_Version":
        """Call statements otherwise, or let references to steps follow these to other numbers."""
        if not nodes:
            return self
        edit = MapEdit(self.loaded)
        rename(edit, NewNames(nodes=nodes))
        return self.edited(edit)

    def edited(self, edit: MapEdit) -> "_Version":
        """Give the version after an edit of it."""
        try:
            found = edit.verified()
            return _Version(found[_NAME].text) if _NAME in found else self
        except (EditRefusedError, UnmergeableError) as error:
            raise UnprovedError(str(error)) from None


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
    old, our, their = (_Version(text) for text in (base, ours, theirs))
    their, freed = _with_free_ids(_taken_by_renaming(old, our, their), our, their)
    old, our, their, notes = _with_one_name_each(old, our, their)
    their, taken = _with_free_ids(_taken_by_both(old, our, their), our, their)
    taken = freed | taken
    notes += [f"both sides took the id `{key}`; theirs is called `{new}` now" for key, new in taken.items()]
    gone = _gone_steps(old, our), _gone_steps(old, their)
    their, our = their.renamed(_moved_steps(old, our, their)), our.renamed(_moved_steps(old, their, our))
    contested = {*_contested(old, our, their, gone[0]), *_contested(old, their, our, gone[1])}
    our, settled = _with_values(old, our, their)
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
    old: _Version, our: _Version, their: _Version
) -> tuple[_Version, _Version, _Version, list[str]]:
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


def _renamed_alone(old: _Version, new: _Version) -> dict[str, str]:
    """Give the new ids of the statements that say the same as before, word for word."""
    before, after = old.map.statements, new.map.statements
    found = match_maps(old.map, new.map).statements
    return {
        key: name
        for key, name in found.items()
        if (before[key].title, before[key].text) == (after[name].title, after[name].text)
    }


def _with_free_ids(keys: Iterable[str], our: _Version, their: _Version) -> tuple[_Version, dict[str, str]]:
    """Give some of their statements other ids, which neither side has."""
    taken = taken_names(our.loaded) | taken_names(their.loaded)
    names: dict[str, str] = {}
    for key in keys:
        names[key] = free_name(key, taken)
        taken.add(names[key])
    return their.renamed(names), names


def _taken_by_renaming(old: _Version, our: _Version, their: _Version) -> Iterator[str]:
    """Find the ids to which one side renamed a statement, and which the other side took for another one."""
    pairs = (our, their), (their, our)
    found = [
        name
        for renamer, other in pairs
        for key, name in _renamed_alone(old, renamer).items()
        if key in other.map.statements and name in other.map.statements
    ]
    yield from dict.fromkeys(found)


def _taken_by_both(old: _Version, our: _Version, their: _Version) -> Iterator[str]:
    """Find the ids that both sides took for different statements."""
    before, ours, theirs = (one.map.statements for one in (old, our, their))
    for key, statement in theirs.items():
        mine = ours.get(key)
        if mine is not None and key not in before and mine.label != statement.label:
            yield key


def _moved_steps(old: _Version, mover: _Version, other: _Version) -> dict[str, str]:
    """Give the new numbers of the steps that one side moved, where the other side left them as they were."""
    return {
        key: name
        for key, name in _became(old, mover).items()
        if "/" in key and not name.startswith(REMOVED) and _reasons(old, key) == _reasons(other, key)
    }


def _gone_steps(old: _Version, new: _Version) -> set[str]:
    return {key for key, name in _became(old, new).items() if name.startswith(REMOVED)}


def _became(old: _Version, new: _Version) -> Mapping[str, str]:
    """Give the new names of statements and steps that are called otherwise."""
    return match_maps(old.map, new.map).names.nodes


def _reasons(version: _Version, step: str) -> object:
    statement = version.map.statements.get(step.rpartition("/")[0])
    return statement and statement.because


def _contested(old: _Version, remover: _Version, other: _Version, steps: Collection[str]) -> Iterator[Path]:
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


def _with_values(old: _Version, our: _Version, their: _Version) -> tuple[_Version, set[Path]]:
    """Bring into our text what can be merged by its values only: records in brackets, and sets."""
    edit, settled = MapEdit(our.loaded), set[Path]()
    cut = _cut(our) & _cut(their)
    for section, key in our.loaded.places.records:
        three = [one.value(section, key) for one in (old, our, their)]
        if section == "map" or three[2] is None or three[0] in three[1:] or three[1] == three[2]:
            continue
        whole = (section, key) not in cut
        fields = _fields_to_bring(three, whole=whole)
        if fields is None:
            continue
        _mean(edit, section, key, fields, list(three[2]) if isinstance(three[2], dict) else [])
        settled |= {(section, key)} if whole else {(section, key, name) for name in fields}
    return our.edited(edit), settled


def _cut(version: _Version) -> set[Path]:
    """Name the records that are taken apart, so that their fields can be merged as texts."""
    return {
        (section.key, record.key)
        for section in version.pieces.parts or ()
        for record in section.parts or ()
        if record.parts
    }


def _fields_to_bring(three: Sequence[object], *, whole: bool) -> dict[str, Value] | None:
    """Find the fields of our version of a record that are to have other values.

    Args:
        three: its values: as they were, ours and theirs.
        whole: whether all fields are to be merged so; else only sets that both changed.

    Returns:
        Field to its new value, None where it goes; None where both changed the same.
    """
    before, mine, yours = (one if isinstance(one, dict) else {} for one in three)
    found: dict[str, Value] = {}
    for name in dict.fromkeys((*mine, *yours, *before)):
        was, our, their = before.get(name), mine.get(name), yours.get(name)
        if their in (was, our):
            continue
        if our == was:
            if whole:
                found[name] = their
            continue
        both = merged_set(was, our, their) if name in SETS else None
        if both is not None:
            found[name] = both
        elif whole:
            return None
    return found


def _mean(edit: MapEdit, section: str, key: str, fields: Mapping[str, Value], order: Sequence[str]) -> None:
    """Mean fields to have other values; those that are new come behind what they follow there."""
    file, path, _ = edit.loaded.places.records[section, key]
    for name, value in fields.items():
        if value is None:
            edit.of(file.name).removed.add((*path, name))
        else:
            before = tuple(order[: order.index(name)]) if name in order else ()
            edit.of(file.name).add(set_field(file, path, name, value, after=before))


def _prove(side: int, merger: Merger, old: _Version, our: _Version, their: _Version) -> str:
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
        after = keyed(read_document(text, _NAME).sections)
        meant = ValueMerger(chosen).merge(old.keyed, our.keyed, their.keyed)
    except (SyntaxFaultError, yaml.YAMLError, NamelessError):
        raise UnprovedError("the merged text would not be a map") from None
    except ClashError:
        raise UnprovedError("the merged text would hide a conflict") from None
    if after != meant:
        raise UnprovedError("the merged text would not say what both sides mean")
    return text


def _prove_comments(texts: Iterable[str], old: _Version, our: _Version, their: _Version) -> None:
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


def _new_errors(text: str, our: _Version, their: _Version) -> list[str]:
    """Tell what is wrong in the merged map and was in neither version, such as a name that both gave."""
    known = {(error.code, error.message) for one in (our, their) for error in one.loaded.errors}
    found = assemble([read_text(_NAME, None, text)]).errors
    return [
        f"line {error.location.line}: {error.message} ({error.code})"
        for error in found
        if (error.code, error.message) not in known
    ]


def _in_words(path: Path, our: _Version, their: _Version) -> str:
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
