"""A map that is read and checked piece by piece, as somebody types, is read and checked as the whole is."""

import random
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


@pytest.mark.parametrize("seed", range(6))
def test_findings_after_any_edits_are_those_of_check(seed: int, tmp_path: Path, repository: Path) -> None:
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
            start = chance.randrange(len(text))
            end = min(len(text), start + chance.choice((0, 0, 0, 3, 8)))
            text = text[:start] + chance.choice(PIECES) + text[end:]
