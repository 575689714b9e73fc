"""A map that is read and checked piece by piece, as somebody types, is read and checked as the whole is."""

import random
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from argmap.files.load import read_map
from argmap.files.settings import Settings
from argmap.lsp.agreement import Agreement
from argmap.lsp.buffers import Buffer
from argmap.lsp.checking import checked
from argmap.lsp.live_map import LiveMap, Workers
from argmap.rules.engine.linter import check_map
from argmap.rules.engine.remembered import Remembered
from tests.files.records.test_rereading import PIECES
from tests.lsp.test_knowing import STREET


def a_piece_anywhere(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.choice((0, 0, 0, 3, 8)))
    return text[:start] + chance.choice(PIECES) + text[end:]


def a_letter_in_a_name(text: str, chance: random.Random) -> str:
    """Type a letter behind a name, or take one away: nearly every time another name is there, or missed."""
    ends = [match.end() for match in re.finditer(r"(?:id|by|attacks|because|source|tags): *[\w-]+", text)]
    at = chance.choice(ends)
    return (
        text[:at] + chance.choice("abc") + text[at:] if chance.random() < 0.7 else text[: at - 1] + text[at:]
    )


@pytest.mark.parametrize("edit", [a_piece_anywhere, a_letter_in_a_name])
@pytest.mark.parametrize("seed", range(6))
def test_findings_after_any_edits_are_those_of_check(
    seed: int, edit: Callable[[str, random.Random], str], tmp_path: Path, repository: Path
) -> None:
    chance = random.Random(seed)  # noqa: S311 — nothing here is secret
    debate = (repository / "tests" / "golden" / "debate.yaml").read_text(encoding="utf-8")
    path = tmp_path / "claims.yaml"
    text = chance.choice([STREET, debate])
    with ThreadPoolExecutor(1) as one:
        live = LiveMap(tmp_path, Agreement(), Workers(one, one, one))
        remembered = Remembered()
        state = None
        for version in range(12):
            path.write_text(text, encoding="utf-8", newline="")
            state = live._read_all(version, {"a": Buffer("a", path, text, version)}, state)
            found = checked(state, lambda: None, remembered)
            assert found.findings == check_map(read_map(tmp_path), Settings()).findings
            text = edit(text, chance)
