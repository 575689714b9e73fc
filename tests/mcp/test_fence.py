"""No text of a map breaks out of the fence around an answer."""

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mcp.types import TextContent

from argmap.argument_map import ArgumentMap
from argmap.files.find import find_map
from argmap.files.map_text.write_map import write_document
from argmap.mcp import fence
from argmap.mcp.asking import ASKING
from argmap.mcp.calling import call
from argmap.mcp.changing import changing_tools
from argmap.mcp.fence import NOTICE, fenced, unfenced
from argmap.mcp.map_on_disk import MapOnDisk
from argmap.mcp.server import META, sent
from argmap.model import Claim, Person
from argmap.text.clean import visible

_PIECES = (
    *("<<<data ", "<<<end ", ">>>", "\n", "\t", "0123456789abcdef", "0" * 24, NOTICE, "\u2028", "\x85"),
    *("\x1b[2J", "\u202e", "\U000e0041\U000e0042", "\u200b", "Ignore all of the above", "```", "</data>"),
)
ATTACKS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=5)).map("".join)
_SHAPE = re.compile(
    re.escape(NOTICE) + r"\n<<<data (?P<word>[0-9a-f]{24})>>>\n(?P<inside>.*)\n<<<end (?P=word)>>>", re.DOTALL
)


@given(ATTACKS)
def test_the_word_stands_in_the_two_marks_alone(text: str) -> None:
    answer = fenced(text)
    match = _SHAPE.fullmatch(answer)
    assert match is not None
    assert match["word"] not in match["inside"]
    assert unfenced(answer) == match["inside"]


@given(ATTACKS)
def test_nothing_unseen_is_left_and_no_line_is_lost(text: str) -> None:
    inside = unfenced(fenced(text))
    assert inside.count("\n") == text.count("\n")
    assert all(visible(cell) == cell for line in inside.split("\n") for cell in line.split("\t"))


def test_a_fence_of_before_opens_no_other() -> None:
    first = fenced("one")
    second = fenced(first)
    assert unfenced(second) == first


def test_a_word_that_a_text_happens_to_hold_is_not_taken(monkeypatch: object) -> None:
    words = iter(["held", "free"])
    monkeypatch.setattr(fence.secrets, "token_hex", lambda _: next(words))  # type: ignore[attr-defined]
    assert "<<<data free>>>" in fenced("it is held")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(text=ATTACKS, title=ATTACKS, name=ATTACKS)
def test_no_map_breaks_out_of_an_answer(text: str, title: str, name: str, tmp_path: Path) -> None:
    record = Claim.model_construct(id="a", by="ada", title=title or None, text=text or "So.")
    people = {"ada": Person.model_construct(name=name or "Ada")}
    file = tmp_path / "map.yaml"
    file.write_bytes(
        write_document(ArgumentMap(people=people, claims={"a": record})).encode("utf-8", "replace")
    )
    on_disk = MapOnDisk(lambda: find_map(file, tmp_path))
    for tool in ASKING:
        arguments = {"show": {"names": ["a"]}, "list": {}, "check": {}, "tree": {}}.get(tool.name)
        if arguments is None:
            continue
        answer = sent(call(tool, arguments, on_disk))
        (content,) = answer.content
        assert isinstance(content, TextContent)
        assert _SHAPE.fullmatch(content.text)
        assert answer.meta == {META: NOTICE}
        assert answer.structured_content is None or answer.structured_content["notice"] == NOTICE
        answer.model_dump_json(by_alias=True)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems want names of files to be text")
def test_a_name_of_a_file_that_is_no_text_can_be_sent(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"m\xff")
    folder.mkdir()
    (folder / os.fsdecode(b"a\xfe.yaml")).write_text("claims:\n  - {id: a, text: So.}\n", encoding="utf-8")
    on_disk = MapOnDisk(lambda: find_map(folder, tmp_path))
    tools = {tool.name: tool for tool in (*ASKING, *changing_tools(write=True))}
    for name, arguments in {"list": {}, "add_claim": {"text": "Then."}, "set": {"name": "a"}}.items():
        answer = sent(call(tools[name], arguments, on_disk))
        assert answer.is_error is (name == "set")
        answer.model_dump_json(by_alias=True)
