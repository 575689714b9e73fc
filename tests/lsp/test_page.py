"""The preview shows what stands in the editor, as `argmap render --html` writes it."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.editor import Editor
from tests.lsp.test_knowing import STREET
from tests.running import run_command

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def page(editor: Editor, known: str | None = None) -> Any:  # noqa: ANN401 — a message of its own
    asked = {"uri": editor.uri("claims.yaml"), "known": known}
    answer = editor.client.protocol.send_request_async("argmap/page", asked)
    return await asyncio.wait_for(answer, 60)


async def test_it_is_the_page_of_what_is_not_saved(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('map = "."\ncitation-style = "mla"\n', encoding="utf-8")
    editor.open("claims.yaml", STREET)
    shown = await page(editor)
    (tmp_path / "claims.yaml").write_text(STREET, encoding="utf-8")
    target = tmp_path / "map.html"
    assert run_command(["--map", str(tmp_path), "render", "-o", str(target)]).exit_code == 0
    assert shown.html == target.read_text(encoding="utf-8")
    assert shown.problem is None


async def test_it_follows_what_is_typed_and_is_drawn_once(editor: Editor) -> None:
    editor.open("claims.yaml", STREET)
    first = await page(editor)
    again = await page(editor, first.stamp)
    assert (again.stamp, again.html, again.problem) == (first.stamp, None, None)
    editor.change("claims.yaml", STREET.replace("Close the street.", "Shut the street."))
    after = await page(editor, first.stamp)
    assert after.stamp != first.stamp
    assert "Shut the street." in after.html
    editor.close("claims.yaml")
    editor.open("claims.yaml", STREET)
    reopened = await page(editor, after.stamp)
    assert (reopened.stamp, reopened.html) == (first.stamp, first.html)


async def test_of_a_map_with_errors_the_first_is_told(editor: Editor) -> None:
    editor.open("claims.yaml", STREET.replace("attacks: close", "attacks: clos"))
    shown = await page(editor)
    assert shown.html is None
    assert ": R301 there is no claim" in shown.problem
    editor.change("claims.yaml", "claims: []\n")
    assert (await page(editor)).problem == "the map holds no statements"


@pytest.mark.parametrize("asked", [{}, {"uri": 7}, {"uri": "file:///nowhere.yaml"}, None])
async def test_there_is_none_of_what_is_no_map(editor: Editor, asked: object) -> None:
    answer = editor.client.protocol.send_request_async("argmap/page", asked)
    assert await asyncio.wait_for(answer, 60) is None
