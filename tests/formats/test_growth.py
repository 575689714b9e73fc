"""Reading takes work in proportion to the file, be it good or full of faults."""

from collections.abc import Callable

import pytest

from argmap.formats.base import FormatError
from argmap.formats.frame import UNEXPECTED
from argmap.formats.registry import BY_NAME, IMPORTS
from tests.formats.sizes import FILES
from tests.growth import growth, is_linear

CASES = [(name, label) for name, made in FILES.items() for label in made]


def test_every_importer_has_good_and_faulty_files() -> None:
    assert set(FILES) == {format_.name for format_ in IMPORTS}
    for made in FILES.values():
        assert {label.partition("-")[0] for label in made} == {"good", "faulty"}


def read(name: str, data: bytes) -> list[str]:
    try:
        BY_NAME[name].read(data, "in.x")
    except FormatError as error:
        return [finding.message for finding in error.diagnostics]
    return []


@pytest.mark.parametrize(("name", "label"), CASES, ids=["-".join(case) for case in CASES])
def test_work_grows_with_the_file(name: str, label: str) -> None:
    def work(size: int) -> Callable[[], object]:
        data = FILES[name][label](size).encode()
        return lambda: read(name, data)

    costs = growth(work, 24)
    assert is_linear(costs), costs


@pytest.mark.parametrize(("name", "label"), CASES, ids=["-".join(case) for case in CASES])
def test_nothing_is_unexpected(name: str, label: str) -> None:
    assert UNEXPECTED not in read(name, FILES[name][label](3).encode())
