"""The code blocks of a Markdown page, and how each kind is tried out.

- ``yaml NAME`` is written to the file NAME, for the blocks that follow.
- ``console`` is a transcript: each command must print just what stands below it.
  ``cd`` holds for those that follow.
- ``python`` holds doctests, which share their names over the page.

Other blocks are only shown.
"""

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running import needs_shell, run_command, run_shell
from tests.transcripts import Step, matches, parse, render, replay

_GO_TO = "cd "
_BLOCK = re.compile(r"^```(?P<kind>\S+)(?: (?P<name>[^\n]+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, the words after it, its text, and where that begins and ends in the page."""

    kind: str
    name: str
    body: str
    start: int
    end: int


def blocks(page: str) -> list[Block]:
    """Find the blocks of a page."""
    return [
        Block(match["kind"], match["name"] or "", match["body"], *match.span("body"))
        for match in _BLOCK.finditer(page)
    ]


def try_out(page: str) -> tuple[list[tuple[Step, Step]], str]:
    """Run the console blocks of a page in the current folder.

    Returns:
        The steps that printed something else, each as expected and as it is; and the page with true outputs.
    """
    wrong: list[tuple[Step, Step]] = []
    mended, at = "", 0
    for block in blocks(page):
        if block.kind == "yaml" and block.name:
            Path(block.name).parent.mkdir(parents=True, exist_ok=True)
            Path(block.name).write_text(block.body, encoding="utf-8")
        if block.kind != "console":
            continue
        expected = parse(block.body)
        actual = replay(expected, _output)
        pairs = list(zip(expected, actual, strict=True))
        wrong += [(was, now) for was, now in pairs if not matches(was.output, now.output)]
        kept = [was if matches(was.output, now.output) else now for was, now in pairs]
        mended += page[at : block.start] + render(kept)
        at = block.end
    return wrong, mended + page[at:]


def _output(line: str) -> str:
    if line.startswith(_GO_TO):
        os.chdir(line.removeprefix(_GO_TO))
        return ""
    if needs_shell(line):
        outcome = run_shell(line)
        if outcome.exit_code == 127:
            pytest.skip(f"no shell here can run: {line}")
        return outcome.output
    return run_command(shlex.split(line)[1:]).output
