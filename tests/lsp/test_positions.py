"""Places in the units of the client, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from argmap.files.yaml.decoding import line_starts
from argmap.lsp.buffers import Buffer
from argmap.lsp.positions import Units

texts = st.text(st.sampled_from("aж€\U0001f389e\u0301\u2028\x0b\r\n ") | st.characters(), max_size=40)
encodings = st.sampled_from(list(types.PositionEncodingKind)).map(Units)
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def counted(text: str, units: Units) -> int:
    codec, size = _CODECS[units.encoding.value]
    return len(text.encode(codec, "surrogatepass")) // size


@given(texts, encodings)
def test_units_are_those_of_the_encoding(text: str, units: Units) -> None:
    assert units.count(text) == counted(text, units)


@given(texts, encodings, st.data())
def test_an_offset_comes_back_from_its_position(text: str, units: Units, data: st.DataObject) -> None:
    buffer = Buffer("file:///a.yaml", None, text)
    offset = data.draw(st.integers(0, len(text)))
    position = buffer.position(offset, units)
    assert position.line == sum(start <= offset for start in buffer.starts) - 1
    end = buffer.starts[position.line] + len(buffer.line(position.line + 1))
    assert buffer.offset(position, units) == min(offset, end)


@given(texts, encodings, st.integers(0, 50), st.integers(0, 90))
def test_any_position_is_a_place_in_the_text(text: str, units: Units, line: int, character: int) -> None:
    buffer = Buffer("file:///a.yaml", None, text)
    offset = buffer.offset(types.Position(line, character), units)
    assert 0 <= offset <= len(text)


def test_what_lies_inside_a_character_is_before_it() -> None:
    assert Units("utf-16").column("a🎉b", 2) == 1
    assert Units("utf-8").column("ж€", 1) == 0
    assert Units("utf-8").column("ж€", 4) == 1


@given(texts, encodings, st.data())
def test_a_changed_buffer_is_the_changed_text(text: str, units: Units, data: st.DataObject) -> None:
    buffer = Buffer("file:///a.yaml", None, text, 1)
    for version in range(2, 5):
        start = data.draw(st.integers(0, len(buffer.text)))
        end = data.draw(st.integers(start, len(buffer.text)))
        new = data.draw(texts)
        place = buffer.range(start, end, units)
        first, last = buffer.offset(place.start, units), buffer.offset(place.end, units)
        meant = buffer.text[:first] + new + buffer.text[max(first, last) :]
        buffer = buffer.changed([types.TextDocumentContentChangePartial(place, new)], version, units)
        assert buffer == Buffer("file:///a.yaml", None, meant, version, line_starts(meant))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_several_changes_are_made_one_after_the_other(encoding: str) -> None:
    units = Units(encoding)
    changes: list[types.TextDocumentContentChangeEvent] = [
        types.TextDocumentContentChangeWholeDocument("🎉 one\n"),
        types.TextDocumentContentChangePartial(
            types.Range(types.Position(1, 0), types.Position(9, 9)), "two\n"
        ),
    ]
    assert Buffer("file:///a.yaml", None, "").changed(changes, 2, units).text == "🎉 one\ntwo\n"
