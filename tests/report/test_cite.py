import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import Citation, Source
from argmap.report.cite import full_reference, short_citation, source_address

SOURCES = {
    "one": Source(title="T", authors=("Ann Alder",), date="2019-04-08"),
    "two": Source(title="T", authors=("Ann Alder", "Ben Birch"), date="2019"),
    "three": Source(title="T", authors=("Ann Alder", "Ben Birch", "Cy Cedar"), date="2019-04"),
    "nobody": Source(title="Annals", date="1999"),
    "undated": Source(title="T", authors=("Plato",)),
}


@pytest.mark.parametrize(
    ("work", "cited"),
    [
        ("one", "Alder 2019, p. 1"),
        ("two", "Alder and Birch 2019, p. 1"),
        ("three", "Alder et al. 2019, p. 1"),
        ("nobody", "Annals 1999, p. 1"),
        ("undated", "Plato n.d., p. 1"),
        ("unknown", "unknown, p. 1"),
    ],
)
def test_short(work: str, cited: str) -> None:
    assert short_citation(ArgumentMap(sources=SOURCES), Citation(work=work, locator="p. 1")) == cited


def test_without_a_place() -> None:
    assert short_citation(ArgumentMap(sources=SOURCES), Citation(work="one")) == "Alder 2019"


def test_full() -> None:
    whole = Source(title="T", authors=("A B", "C D"), container="J", place="Rome", publisher="P", date="2019")
    assert full_reference(whole) == "A B, C D, “T”, J, Rome: P, 2019."
    assert full_reference(Source(title="T")) == "“T”."


@pytest.mark.parametrize(
    ("source", "address"),
    [
        (Source(title="T"), None),
        (Source(title="T", url="https://example.org"), "https://example.org"),
        (Source(title="T", url="https://example.org", doi="10.1/x"), "https://doi.org/10.1/x"),
    ],
)
def test_address(source: Source, address: str | None) -> None:
    assert source_address(source) == address
