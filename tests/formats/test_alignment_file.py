"""An alignment that was written reads back, and what is wrong in one is told with its place."""

import pytest
from hypothesis import given

import argmap
from argmap.argument_map import ArgumentMap
from argmap.formats.alignment_file import AlignmentFile, write_alignments
from argmap.formats.base import FormatError
from argmap.model import Claim
from argmap.queries.comparing.alignment import Way
from argmap.queries.comparing.compare import compare_with_key
from tests.maps import argument_maps


@given(argument_maps(), argument_maps())
def test_what_was_written_reads_back_as_the_same_pairs(key: ArgumentMap, other: ArgumentMap) -> None:
    name = "a/b: c"
    comparison = compare_with_key(key, other)
    text = write_alignments({name: comparison}, "key #1")
    given_again = AlignmentFile.read(text.encode(), "pairs.yaml").given(name, key, other)
    again = compare_with_key(key, other, given_again).alignment
    assert [(one.key, one.other) for one in again.pairs] == [
        (one.key, one.other) for one in comparison.alignment.pairs
    ]
    ways = {Way.TEXT: Way.TEXT}
    assert [one.way for one in again.pairs] == [
        ways.get(one.way, Way.HAND) for one in comparison.alignment.pairs
    ]


def one(*names: str) -> ArgumentMap:
    return ArgumentMap(claims={name: Claim(id=name, text=name) for name in names})


def test_what_is_absent_stays_so() -> None:
    file = AlignmentFile.read(b"maps: {m: {a: null}}", "pairs.yaml")
    given_one = file.given("m", one("a"), one("a"))
    assert argmap.compare(one("a"), one("a")).alignment.pairs
    assert not compare_with_key(one("a"), one("a"), given_one).alignment.pairs


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("claims: []", (1, 1), "not an alignment"),
        ("maps:\n  m:\n    aa: b", (3, 5), "the key has no statement `aa`"),
        ("maps:\n  m:\n    a: bb", (3, 8), "`m` has no statement `bb`"),
        ("maps:\n  m:\n    a: b\n    c: b?", (4, 8), "`b` stands for two statements"),
        ("maps:\n  m: [a]", (2, 6), "here stands what each statement"),
        ("maps:\n  m:\n    a: {b: c}", (3, 8), "the name of one statement"),
        ("maps: [", (1, 7), ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: tuple[int, int], words: str) -> None:
    with pytest.raises(FormatError) as caught:
        AlignmentFile.read(text.encode(), "pairs.yaml").given("m", one("a", "c"), one("b", "c"))
    fault = caught.value.diagnostics[0]
    assert words in fault.message
    assert (fault.location.line, fault.location.column) == place
