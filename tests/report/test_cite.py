import pytest

from argmap.model import Citation, Source
from argmap.report.cite import Bibliography, source_address

SOURCES = {
    "one": Source(title="T", authors=("Ann Alder",), date="2019-04-08"),
    "two": Source(title="T", authors=("Ann Alder", "Ben Birch"), date="2019"),
    "three": Source(title="T", authors=("Ann Alder", "Ben Birch", "Cy Cedar"), date="2019-04"),
    "nobody": Source(title="Annals", date="1999"),
    "undated": Source(title="T", authors=("Plato",)),
    "inverted": Source(title="T", authors=("Toft, Monica Duffy",), date="2005"),
}


@pytest.mark.parametrize(
    ("work", "cited"),
    [
        ("one", "Alder 2019, p. 1"),
        ("two", "Alder and Birch 2019, p. 1"),
        ("three", "Alder et al. 2019, p. 1"),
        ("nobody", "Annals 1999, p. 1"),
        ("undated", "Plato n.d., p. 1"),
        ("inverted", "Toft 2005, p. 1"),
        ("unknown", "unknown, p. 1"),
    ],
)
def test_short(work: str, cited: str) -> None:
    assert Bibliography(SOURCES).short(Citation(work=work, locator="p. 1")) == cited


def test_without_a_place() -> None:
    assert Bibliography(SOURCES).short(Citation(work="one")) == "Alder 2019"


def test_full() -> None:
    whole = Source(title="T", authors=("A B", "C D"), container="J", place="Rome", publisher="P", date="2019")
    assert Bibliography({"w": whole}).full("w") == "A B, C D, “T”, J, Rome: P, 2019."
    assert Bibliography({"w": Source(title="T")}).full("w") == "“T”."


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


def test_works_of_one_author_and_year_are_told_apart() -> None:
    alike = {f"w{number}": Source(title=f"T{number}", authors=("A B",), date="2019") for number in range(28)}
    works = Bibliography(alike | {"other": Source(title="T", authors=("A B",), date="2020")})
    cited = [works.short(Citation(work=work)) for work in ("w0", "w1", "w25", "w26", "w27", "other")]
    assert cited == ["B 2019a", "B 2019b", "B 2019z", "B 2019aa", "B 2019ab", "B 2020"]
    assert works.full("w1") == "A B, “T1”, 2019, cited as B 2019b."
