"""BibTeX to sources: what a source has no field for is kept for the way back, or named."""

from typing import Any, Final

from argmap.citations.source_types import is_usual_entry
from argmap.files.yaml.decoding import without_forbidden
from argmap.formats.base import FormatError, Imported, fault, text_of
from argmap.formats.bibtex.blocks import Blocks, Entry, read_blocks, repeated
from argmap.formats.bibtex.entries import is_same, write_work
from argmap.formats.bibtex.fields import (
    BIBTEX,
    ENTRY_KEY,
    ENTRY_TYPE,
    NO_TITLE,
    dialect_of,
    inherited,
    is_bookkeeping,
    parents_of,
)
from argmap.formats.bibtex.works import Work, read_work
from argmap.formats.builder import MapBuilder
from argmap.model import Source
from argmap.text.ids import as_id

_NO_PLACE: Final = "a source has no place for it"
_MOST_PARENTS: Final = 10


def read(data: bytes, file: str) -> Imported:
    """Read the entries as sources; LaTeX becomes plain text.

    Raises:
        FormatError: there is no entry that can be read.
    """
    text = text_of(data, file)
    visible = without_forbidden(text)
    blocks = read_blocks(visible, file)
    if not blocks.entries:
        if blocks.faults:
            raise FormatError(*blocks.faults)
        hint = "an entry begins like @book{key,"
        raise FormatError(fault(file, (1, 1), "there is no entry in this file", hint))
    reader = _Reader(blocks)
    if visible != text:
        reader.builder.lose("invisible character", file, "a text holds only characters that can be seen")
    return reader.read()


class _Reader:
    """Turns entries into sources.

    Args:
        blocks: what the file holds.
    """

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self.builder = MapBuilder(blocks.file)
        self._by_key = {entry.key: entry for entry in reversed(blocks.entries) if entry.key}

    def read(self) -> Imported:
        """Read all entries."""
        firsts = {id(entry): first for entry, first in repeated(self._blocks)}
        for entry in self._blocks.entries:
            key = self._add(entry)
            if first := firsts.get(id(entry)):
                message = f"the key `{entry.key}` is taken; this entry came in as `{key}`"
                self._blocks.fault(entry.offset, message, "give one of the two another key", first.offset)
        for what, offset in self._blocks.others:
            self.builder.lose(what, f"line {self._blocks.line(offset)}", "a map has no place for it")
        self.builder.faults = sorted(self._blocks.faults)
        return self.builder.build()

    def _add(self, entry: Entry) -> str:
        from_above = self._inherited(entry, 0)
        work = read_work(entry.kind, {**from_above, **entry.values})
        above = read_work(entry.kind, from_above)
        where = entry.key or f"line {self._blocks.line(entry.offset)}"
        self._tell(entry, work, where)
        if "title" not in work.said:
            work.said["title"] = entry.key or "(no title)"
            self.builder.lose("title of an entry", where, "it has none, and its key stands in for it")
        if not entry.key:
            self.builder.lose("citation key", where, "the entry has none, and its title makes one")
        kept = self._kept(entry, work, above, where)
        dialect = dialect_of(entry.kind, entry.values) or BIBTEX
        said = {ours: _plain(value) for ours, value in work.said.items()}
        title = said.pop("title")
        return self.builder.source(title, key=entry.key, **said, kept={dialect: kept} if kept else {})

    def _inherited(self, entry: Entry, depth: int) -> dict[str, str]:
        """Give the fields that an entry takes over from those that it names."""
        found: dict[str, str] = {}
        for key in parents_of(entry.values):
            parent = self._by_key.get(key)
            if parent is not None and parent is not entry and depth < _MOST_PARENTS:
                theirs = {**self._inherited(parent, depth + 1), **parent.values}
                found |= inherited(parent.kind, theirs, entry.kind)
        return found

    def _tell(self, entry: Entry, work: Work, where: str) -> None:
        for name in entry.undefined:
            why = "this file does not define it, and its name stands in for it"
            self.builder.lose("abbreviation (@string)", f"{where}: {name}", why)
        for field, commands in work.unknown.items():
            for command in commands:
                why = "it is not known, and its argument or its name stands in for it"
                self.builder.lose("command of LaTeX", f"{where}, {field}: \\{command}", why)
        for field in work.deep:
            why = "it is nested too deeply to be read, and stays as it is"
            self.builder.lose("LaTeX of a field", f"{where}, {field}", why)
        for field, names in work.lists.items():
            if names.empty:
                self.builder.lose("name without words", f"{where}, {field}", "there is nothing in it")

    def _kept(self, entry: Entry, work: Work, above: Work, where: str) -> dict[str, str]:
        """Give the fields that the writer would not write as they are, or not at all."""
        kept: dict[str, str] = {}
        own = entry.values
        anew = write_work(Source.model_construct(**work.said), dialect_of(entry.kind, own), entry.kind)
        if not is_usual_entry(work.said["type"], entry.kind):
            kept[ENTRY_TYPE] = entry.kind
        if entry.key and as_id(entry.key) != entry.key and self._by_key[entry.key] is entry:
            kept[ENTRY_KEY] = entry.key
        if "title" not in own:
            kept["title"] = NO_TITLE
        written = anew.values
        used: dict[str, None] = {}
        for ours, names in work.used.items():
            mine = [name for name in names if name in own]
            used |= dict.fromkeys(mine)
            is_as_above = bool(mine) and above.said.get(ours) == work.said.get(ours)
            if is_as_above or not all(
                name in written and is_same(name, own[name], written[name]) for name in mine
            ):
                kept |= {name: own[name] for name in mine}
        for name, value in own.items():
            if name in used:
                continue
            if is_bookkeeping(name):
                self.builder.lose(f"field {name}", where, _NO_PLACE)
            else:
                kept[name] = value
        return kept


def _plain(value: Any) -> Any:  # noqa: ANN401 — any field of a source
    """Give names as they stand in a file, so that they are cleaned as texts are."""
    return tuple(name.model_dump() for name in value) if isinstance(value, tuple) else value
