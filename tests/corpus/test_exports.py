"""What an exported framework says of a map in which everything bears on everything."""

import random
from types import ModuleType

import pytest

pytest.importorskip("duckdb")

from tests.corpus.stores import dense_map
from tests.formats.test_frameworks import MODULES, check_statuses


@MODULES
@pytest.mark.parametrize("seed", range(12))
def test_statuses_agree_or_are_told(module: ModuleType, seed: int) -> None:
    check_statuses(module, dense_map(random.Random(seed)))
