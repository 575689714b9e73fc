"""A text of which a few records have changed is read as the whole text would be."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import Loaded
from argmap.files.map_text.write_map import write_map
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_text
from argmap.files.records.rereading import read_again, reread
from argmap.files.yaml.decoding import line_starts
from tests.editing.styled_maps import styled_maps
from tests.examples import examples
from tests.maps import argument_maps

SLOW = settings(
    # Each of these documents costs as much as ten small maps.
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
PIECES = (
    *(
        "x",
        " ",
        "\n",
        "\n\n",
        "  ",
        "- ",
        "    ",
        ":",
        ": ",
        "- id: new\n    text: New.\n",
        "by: ada",
        "}",
        "[",
    ),
    *(
        "#",
        "# c\n",
        "'",
        '"',
        "|",
        ">-\n",
        "---\n",
        "claims:\n",
        "  - id: b\n",
        "тест",
        "\t",
        "kind: undercut\n",
    ),
    *("&a", "*a", "\r", "  ada: {name: A}\n", "text: >-\n", "\u2028", "<<<<<<< x\n"),
)


def told(records: FileRecords) -> object:
    """Give all that two readings can differ in."""
    file = records.file
    return (
        file.text,
        file.original,
        file.line_count,
        {name: (dict(one.items), one.listed, one.in_brackets) for name, one in file.starts.items()},
        {
            name: [(one.key, one.record, one.start, one.at) for one in found]
            for name, found in records.sections.items()
        },
        (records.unread.names, records.unread.has_nameless, records.misnamed, records.mentioned),
        (records.damaged, records.faults),
        [file.locate((name, at)) for name, one in file.starts.items() for at in one.items],
    )


@given(argument_maps(), st.data())
def test_it_is_read_as_the_whole_text_is(argument_map: ArgumentMap, data: st.DataObject) -> None:
    reread_while_it_changes("".join(write_map(argument_map).values()), data)


@SLOW
@given(styled_maps(), st.data())
def test_however_it_is_written_it_is_read_as_the_whole_text_is(loaded: Loaded, data: st.DataObject) -> None:
    reread_while_it_changes(next(iter(loaded.places.files.values())).text, data)


def reread_while_it_changes(text: str, data: st.DataObject) -> None:
    before = read_text("a.yaml", None, text)
    for name, one in before.file.starts.items():
        for at in one.items:
            before.file.record((name, at))
    for _ in range(6):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        new = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
        found = reread(before, new, line_starts(new))
        whole = read_text("a.yaml", None, new)
        assert told(read_again(before, "a.yaml", None, new, line_starts(new))) == told(whole)
        if found is not None:
            assert told(found) == told(whole)
            if found.is_sound:
                before, text = found, new


@pytest.mark.parametrize(
    "new", ["The air gets much cleaner.", "One.\n    note: Two.", "A\n  - id: more\n    text: B"]
)
def test_a_change_in_one_record_is_read_alone(new: str) -> None:
    text = "claims:\n  - id: a\n    text: One.\n  - id: b\n    text: Two.\n"
    text += "rebuttals:\n  - {id: c, attacks: a, text: No.}\n"
    changed = text.replace("One.", new, 1)
    found = reread(read_text("a.yaml", Path("a.yaml"), text), changed, line_starts(changed))
    assert found is not None
    assert told(found) == told(read_text("a.yaml", Path("a.yaml"), changed))


def test_dashes_may_stand_on_lines_of_their_own() -> None:
    text = "claims:\n  -\n      id: a\n      text: One.\n  -   id: b\n      text: Two.\n"
    more = text + "\n  - id: c\n    text: Three.\n"
    found = reread(read_text("a.yaml", None, text), more, line_starts(more))
    assert found is None or told(found) == told(read_text("a.yaml", None, more))
