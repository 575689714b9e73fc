"""Lines are read whole, whatever pieces they come in, and none is too long."""

import os
from threading import Thread

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.mcp import lines
from argmap.mcp.lines import Lines


def read(pieces: list[bytes]) -> list[str]:
    inward, outward = os.pipe()

    def write() -> None:
        with os.fdopen(outward, "wb", buffering=0) as file:
            for piece in pieces:
                file.write(piece)

    async def collect() -> list[str]:
        return [line async for line in Lines(inward)]

    writer = Thread(target=write)
    writer.start()
    try:
        return anyio.run(collect)
    finally:
        writer.join()
        os.close(inward)


@given(st.lists(st.binary(max_size=10), max_size=5))
def test_the_lines_are_those_of_all_pieces_together(pieces: list[bytes]) -> None:
    *ended, rest = b"".join(pieces).split(b"\n")
    assert read(pieces) == [line.decode(errors="replace") for line in [*ended, *filter(None, [rest])]]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_MOST_BYTES", 4)
    monkeypatch.setattr(lines, "_PIECE", 2)
    assert read([b"one\ntoo long\ntwo\ntoo long"]) == ["one", "two"]
