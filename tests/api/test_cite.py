"""Statements and works as a citation style has them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import argmap
from tests.conftest import REPOSITORY


@pytest.fixture
def amap(debate: Path) -> argmap.ArgumentMap:
    return argmap.load(debate)


def test_a_statement_is_cited_with_its_place_and_its_work_is_listed(amap: argmap.ArgumentMap) -> None:
    assert str(argmap.cite(amap, "ada-close", style="apa")) == (
        "Clerk, 2025, p. 1                                                      ada-close\n"
        "\n"
        "Clerk, T. (2025, March 11). Minutes of the meeting. Town Hall.\n"
        "https://example.org/minutes                                              minutes"
    )


def test_of_a_person_the_statements_are_cited_and_of_a_source_the_work(amap: argmap.ArgumentMap) -> None:
    found = argmap.cite(amap, "ada", "study")
    assert set(found.places) >= {"ada-close", "ada-at-night"}
    assert set(found.works) == {"minutes", "study"}


def test_without_a_name_every_source_is_listed(amap: argmap.ArgumentMap) -> None:
    found = argmap.cite(amap)
    assert (found.places, set(found.works)) == ({}, set(amap.sources))


def test_a_name_that_means_nothing_is_told(amap: argmap.ArgumentMap) -> None:
    with pytest.raises(argmap.NoMatchError, match="Did you mean `ada`"):
        argmap.cite(amap, "adda")


def test_the_document_is_as_its_schema_says(amap: argmap.ArgumentMap) -> None:
    schema = json.loads((REPOSITORY / "docs" / "schemas" / "cite-1.json").read_text("utf-8"))
    document = argmap.cite(amap, "ada", "study").document()
    assert document["statements"]
    Draft202012Validator(schema).validate(document)
