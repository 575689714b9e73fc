"""What was read before: kept by content, within bounds, and never changed by what is made of it."""

from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.files import record_cache
from argmap.files.assembling import Loaded, assemble
from argmap.files.map_text.write_map import write_map
from argmap.files.record_cache import RecordCache
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_bytes
from tests.maps import argument_maps

JUNK = (
    "",
    "- id: a",
    "  by: nobody",
    "  says: so",
    "---",
    "claims: []",
    "<<<<<<< ours",
    "\t- x: 'y",
    "  id: [a",
)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the names of the files that are really read, as they are read."""
    names: list[str] = []

    def noting(name: str, path: Path | None, raw: bytes) -> FileRecords:
        names.append(name)
        return read_bytes(name, path, raw)

    monkeypatch.setattr(record_cache, "read_bytes", noting)
    return names


def test_only_what_changed_is_read_again(tmp_path: Path, read: list[str]) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text("claims: [{id: a, title: A}]\n", "utf-8")
    second.write_text("claims: [{id: b, title: B}]\n", "utf-8")
    cache = RecordCache()
    assert argmap.read_map(tmp_path, cache).map == argmap.read_map(tmp_path, cache).map
    assert [Path(name).name for name in read] == ["a.yaml", "b.yaml"]
    second.write_text("claims: [{id: c, title: C}]\n", "utf-8")
    assert [*argmap.read_map(tmp_path, cache).map.claims] == ["a", "c"]
    assert [Path(name).name for name in read[2:]] == ["b.yaml"]


def test_the_same_words_elsewhere_are_another_file(read: list[str]) -> None:
    cache, raw = RecordCache(), b"claims: [{id: a}]\n"
    one, other = cache.read("a.yaml", None, raw), cache.read("b.yaml", None, raw)
    assert [one.faults[0].location.file, other.faults[0].location.file] == ["a.yaml", "b.yaml"] == read
    assert cache.read("a.yaml", Path("/a.yaml"), raw).file.path == Path("/a.yaml")


def test_what_was_not_asked_for_longest_makes_room(read: list[str]) -> None:
    raw = b"claims: []\n"
    cache = RecordCache(most_bytes=2 * len(raw))
    for name in ("a", "b", "a", "c", "a", "b"):
        cache.read(name, None, raw)
    assert read == ["a", "b", "c", "b"]


def test_a_file_larger_than_all_that_is_kept_is_kept_alone(read: list[str]) -> None:
    cache = RecordCache(most_bytes=1)
    for name in ("a", "a", "b", "b", "a"):
        cache.read(name, None, b"claims: []\n")
    assert read == ["a", "b", "a"]


@st.composite
def _files(draw: st.DrawFn) -> dict[str, str]:
    """Write a map, and put some lines that do not belong there into its files."""
    argument_map: ArgumentMap = draw(argument_maps())
    files = {}
    for name, text in write_map(argument_map).items():
        lines = text.split("\n")
        for _ in range(draw(st.integers(0, 3))):
            lines[draw(st.integers(0, len(lines) - 1))] = draw(st.sampled_from(JUNK))
        files[name] = "\n".join(lines)
    return files


def _told(loaded: Loaded) -> tuple[object, ...]:
    starts = {record: start for record, (_, _, start) in loaded.places.records.items()}
    return loaded.map, loaded.map.locations, loaded.diagnostics, loaded.mentioned, loaded.damaged, starts


def _held(files: list[FileRecords]) -> list[object]:
    """Give all that records hold but the places of fields, which are noted when somebody asks for them."""
    return [
        (one.file.text, one.file.starts, one.sections, one.unread, one.misnamed, one.damaged, one.faults)
        for one in files
    ]


@given(_files())
def test_assembling_leaves_records_as_they_are(files: dict[str, str]) -> None:
    cache = RecordCache()
    read = [cache.read(name, None, text.encode()) for name, text in files.items()]
    before = deepcopy(_held(read))
    first = _told(assemble(read))
    assert _held(read) == before
    again = [cache.read(name, None, text.encode()) for name, text in files.items()]
    assert [one is other for one, other in zip(read, again, strict=True)] == [True] * len(read)
    assert _told(assemble(again)) == first
    assert _told(assemble(read_bytes(name, None, text.encode()) for name, text in files.items())) == first
