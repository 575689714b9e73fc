"""`argmap.tables`: columns of equal length, and DataFrames of them."""

import sys
from pathlib import Path

import pytest

import argmap
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def sample() -> argmap.ArgumentMap:
    return argmap.load(REPOSITORY / "data")


def test_every_record_has_a_row(sample: argmap.ArgumentMap) -> None:
    tables = argmap.tables(sample)
    assert tables["claims"]["id"] == list(sample.claims)
    assert tables["rebuttals"]["id"] == list(sample.rebuttals)
    assert tables["inferences"]["id"] == list(sample.inferences)
    assert tables["attacks"]["rebuttal"] == [attack.rebuttal for attack in sample.attacks]
    assert set(tables["people"]["id"]) >= set(sample.people)
    assert tables["sources"]["id"] == list(sample.sources)


def test_columns_are_equally_long(sample: argmap.ArgumentMap) -> None:
    for table in argmap.tables(sample, include_inferred=True).values():
        assert {len(column) for column in table.values()} == {table.height}


def test_bucket_and_status_are_those_of_the_calls(sample: argmap.ArgumentMap) -> None:
    found = argmap.tables(sample)["rebuttals"]
    members = argmap.unanswered(sample).members
    statuses = argmap.status(sample).statuses
    rows = zip(found["id"], found["bucket"], found["status"], strict=True)
    for key, bucket, status in rows:
        assert bucket == next((one.value for one, keys in members.items() if key in keys), None)
        assert status == (statuses[str(key)].value if key in statuses else None)


def test_people_are_counted_as_in_the_statistics(sample: argmap.ArgumentMap) -> None:
    people = argmap.tables(sample)["people"]
    owes = dict(zip(people["id"], people["owes"], strict=True))
    counted = argmap.stats(sample).counts.by_person
    assert {one.person: one.owes for one in counted}.items() <= owes.items()


def test_an_empty_map_has_the_same_columns(sample: argmap.ArgumentMap) -> None:
    empty = argmap.tables(argmap.ArgumentMap())
    assert {name: list(table) for name, table in empty.items()} == {
        name: list(table) for name, table in argmap.tables(sample).items()
    }


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("empty", [False, True])
def test_dataframes_hold_the_same(library: str, sample: argmap.ArgumentMap, *, empty: bool) -> None:
    pytest.importorskip(library)
    tables = argmap.tables(argmap.ArgumentMap() if empty else sample)
    frames = getattr(tables, library)()
    for name, table in tables.items():
        assert list(frames[name].columns) == list(table)
        assert len(frames[name]) == table.height
        for column, values in table.items():
            held = frames[name][column]
            found = held.to_list() if library == "polars" else held.astype(object).where(held.notna(), None)
            assert list(found) == values


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_where_a_library_is_missing_the_way_to_it_is_told(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    tables = argmap.tables(argmap.ArgumentMap())
    with pytest.raises(ImportError, match=rf'pip install "argmap\[{library}\]"'):
        getattr(tables, library)()


def test_the_extras_are_those_that_are_named(repository: Path) -> None:
    text = (repository / "pyproject.toml").read_text(encoding="utf-8")
    assert all(f"\n{library} = [" in text for library in ("pandas", "polars"))


def test_as_text_the_columns_are_named(sample: argmap.ArgumentMap) -> None:
    text = str(argmap.tables(sample))
    assert text.splitlines()[2].startswith("claims      94 rows: id, by, name")
