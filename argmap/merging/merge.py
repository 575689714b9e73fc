"""Two changed versions of a file of a map to one, by record and field, proved to say what both mean."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from argmap.argument_map import ArgumentMap
from argmap.editing.comments import find_comments
from argmap.editing.intention import Insertion, Intention
from argmap.editing.map_edit import MapEdit, edited
from argmap.editing.refusal import EditRefusedError
from argmap.editing.renaming import rename
from argmap.files.assembling import Loaded, assemble
from argmap.files.records.conflicts import settle_conflicts
from argmap.files.records.read_text import read_text
from argmap.files.yaml.document import SyntaxFaultError, Value
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from argmap.merging.pieces import Piece, UnevenFileError, file_pieces
from argmap.merging.three_way import Merger, Path
from argmap.merging.values import SETS, ClashError, Keyed, NamelessError, keyed, merged, merged_set
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
    """The versions cannot be merged by record and field, but only by lines.

    Args:
        reason: why.
    """


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
        try:
            found = edit.verified()
        except EditRefusedError as error:
            raise UnmergeableError(str(error)) from None
        return _Version(found[_NAME].text) if _NAME in found else self


def merge_texts(
    base: str, ours: str, theirs: str, *, names: tuple[str, str] = ("ours", "theirs"), size: int = 7
) -> Merged:
    """Merge two versions of a file of a map.

    Additions of both sides stay; the same record, changed in different fields, has both changes. The same
    field, changed twice, is a conflict, with marks around that field alone. Where both took the same id for
    different statements, theirs gets another. What one side removed and the other newly refers to is a
    conflict.

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
    old, our, their = (_Version(text) for text in (base, ours, theirs))
    notes: list[str] = []
    their, taken = _with_free_ids(old, our, their)
    notes += [f"both sides took the id `{key}`; theirs is called `{new}` now" for key, new in taken.items()]
    gone = _gone_steps(old, our), _gone_steps(old, their)
    their, our = their.renamed(_moved_steps(old, our)), our.renamed(_moved_steps(old, their))
    contested = {*_contested(old, our, their, gone[0]), *_contested(old, their, our, gone[1])}
    our, settled = _with_values(old, our, their)
    merger = Merger(names, size, contested, settled)
    text = merger.merge(old.pieces, our.pieces, their.pieces)
    _prove(text, merger, old, our, their)
    return Merged(text, tuple(_in_words(path, our, their) for path in merger.conflicts), tuple(notes))


def _with_free_ids(old: _Version, our: _Version, their: _Version) -> tuple[_Version, dict[str, str]]:
    """Give their statements other ids where both sides took the same for different ones."""
    before, ours, theirs = (one.map.statements for one in (old, our, their))
    names: dict[str, str] = {}
    for key, statement in theirs.items():
        mine = ours.get(key)
        if mine is None or key in before or mine.label == statement.label:
            continue
        number = 2
        while f"{key}-{number}" in {*ours, *theirs, *names.values()}:
            number += 1
        names[key] = f"{key}-{number}"
    return their.renamed(names), names


def _steps(old: _Version, new: _Version) -> dict[str, str]:
    """Give the new names of the steps that are numbered otherwise, and of those that are gone."""
    return {key: name for key, name in match_maps(old.map, new.map).names.nodes.items() if "/" in key}


def _moved_steps(old: _Version, new: _Version) -> dict[str, str]:
    return {key: name for key, name in _steps(old, new).items() if not name.startswith(REMOVED)}


def _gone_steps(old: _Version, new: _Version) -> set[str]:
    return {key for key, name in _steps(old, new).items() if name.startswith(REMOVED)}


def _contested(old: _Version, remover: _Version, other: _Version, steps: Iterable[str]) -> Iterator[Path]:
    """Find what one side removed and the other one newly refers to."""
    gone = {
        (section, key)
        for section, key in old.loaded.places.records
        if section != "map" and remover.value(section, key) is None
    }
    missing = set(steps)
    for section, key, record in other.records():
        if old.value(section, key) == other.value(section, key):
            continue
        for one in references(record):
            found = [(_SECTION_OF.get(one.kind, ""), one.name)]
            if one.kind in _NODES:
                found = [(name, one.name.partition("/")[0]) for name in ("claims", "rebuttals")]
            yield from (path for path in found if path in gone)
            if one.name in missing:
                yield section, key


def _with_values(old: _Version, our: _Version, their: _Version) -> tuple[_Version, set[Path]]:
    """Bring into our text what can be merged by its values only: records in brackets, and sets."""
    intention, settled = Intention(), set[Path]()
    for section, records in our.keyed.items():
        if not isinstance(records, dict) or section == "map":
            continue
        for number, key in enumerate(records):
            three = [one.value(section, key) for one in (old, our, their)]
            if three[2] is None or three[0] in three[1:] or three[1] == three[2]:
                continue
            at = (section, number if isinstance(our.sections[section], list) else key)
            whole = not (_cut(our, section, key) and _cut(their, section, key))
            settled |= _mean(intention, at, (section, key), three, whole=whole)
    if not intention:
        return our, settled
    try:
        return _Version(edited(our.file, intention).text), settled
    except EditRefusedError as error:
        raise UnmergeableError(str(error)) from None


def _cut(version: _Version, section: str, key: str) -> bool:
    """Tell whether a record is taken apart, so that its fields can be merged as texts."""
    held = next((one for one in version.pieces.parts or () if one.key == section), None)
    record = next((one for one in (held.parts if held else None) or () if one.key == key), None)
    return bool(record and record.parts)


def _mean(
    intention: Intention,
    at: tuple[str, str | int],
    path: Path,
    three: list[object],
    *,
    whole: bool,
) -> set[Path]:
    """Mean the fields of a record that the other side changed to have its values.

    Args:
        intention: to which it is added.
        at: where the record is in our file.
        path: its section and key.
        three: its values: as they were, ours and theirs.
        whole: whether all fields are to be merged so; else only sets that both changed.

    Returns:
        The paths of which our text then says what is meant.
    """
    before, mine, yours = (one if isinstance(one, dict) else {} for one in three)
    own = Intention()
    settled: set[Path] = set()
    for name in dict.fromkeys((*mine, *yours, *before)):
        was, our, their = before.get(name), mine.get(name), yours.get(name)
        if their in (was, our):
            continue
        if our != was:
            both = merged_set(was, our, their) if name in SETS else None
            if both is None:
                if whole:
                    return settled
                continue
            settled.add((*path, name))
            their = both
        elif not whole:
            continue
        if name not in mine:
            own.inserted.setdefault(at, []).append(Insertion(their, name))
        elif name not in yours and name not in SETS:
            own.removed.add((*at, name))
        else:
            own.values[(*at, name)] = their
    intention.add(own)
    return {path} if whole else settled


def _prove(text: str, merger: Merger, old: _Version, our: _Version, their: _Version) -> None:
    """Prove that a merged text says what both sides mean, and has every comment that neither took out."""
    settled_text = settle_conflicts(text, _NAME).text if merger.conflicts else text
    try:
        document = read_document(settled_text, _NAME)
        after = keyed(document.sections)
    except (SyntaxFaultError, yaml.YAMLError, NamelessError):
        raise UnmergeableError("the merged text would not be a map") from None
    if not merger.conflicts:
        try:
            meant = merged(old.keyed, our.keyed, their.keyed, merger.settled)
        except ClashError:
            raise UnmergeableError("the merged text would hide a conflict") from None
        if after != meant:
            raise UnmergeableError("the merged text would not say what both sides mean")
    counts = [Counter(one.text for one in find_comments(each.text)) for each in (old, our, their)]
    found = Counter(line.strip() for line in text.splitlines() if line.strip().startswith("#"))
    if not merger.conflicts:
        found = Counter(one.text for one in find_comments(text))
    for comment in counts[1] | counts[2]:
        was, mine, yours = (each[comment] for each in counts)
        needed = max(mine, yours) if min(mine, yours) >= was else max(0, mine + yours - was)
        if comment.startswith("#") and found[comment] < needed and not merger.conflicts:
            raise UnmergeableError("a comment would be lost")


def _in_words(path: Path, our: _Version, their: _Version) -> str:
    """Tell what a conflict is about."""
    names = [str(part) for part in path]
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
