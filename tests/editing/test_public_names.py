"""What ``argmap.editing`` offers to programs."""

import pytest

import argmap.editing
from tests.test_package import imported_by


@pytest.mark.parametrize("name", argmap.editing.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(argmap.editing, name) is not None
    assert name in dir(argmap.editing)


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = argmap.editing.nothing


def test_importing_it_is_cheap() -> None:
    assert imported_by("import argmap.editing") == set()
