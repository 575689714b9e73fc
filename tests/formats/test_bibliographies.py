"""BibTeX and CSL-JSON: sources in and out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats.base import FormatError
from argmap.formats.registry import BY_NAME
from argmap.model import Claim, Name, Source
from tests.examples import examples

WORKS = {
    "smith2019": Source(
        title="Alliances & trust: 50% of a theory",
        authors=("John Smith", "Anna Müller"),
        container="World Politics",
        publisher="Press",
        place="Москва",
        date="2019-04",
        url="https://example.org/a_b?c=1&d=%20",
        doi="10.1000/x_y",
        note="Read twice",
    ),
    "Иванов2020": Source(title="Есть ли у империй союзники?", authors=("Иван Иванов",), date="2020"),
}


@pytest.mark.parametrize("name", ["bibtex", "csl-json"])
def test_sources_come_back(name: str) -> None:
    exported = BY_NAME[name].write(ArgumentMap(sources=WORKS))
    assert exported.losses == ()
    imported = BY_NAME[name].read(exported.text, "refs")
    assert dict(imported.map.sources) == WORKS
    assert [loss for loss in imported.losses if loss.what != "field year"] == []


_WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8)
_TITLES = st.lists(st.one_of(_WORDS, st.sampled_from(["&", "%", "#", "_", "$", "~"])), min_size=1).map(
    " ".join
)


@settings(max_examples=examples(60), deadline=None)
@given(
    title=_TITLES, author=st.lists(_WORDS.filter(lambda word: word.lower() != "and"), min_size=2, max_size=2)
)
@pytest.mark.parametrize("name", ["csl-json"])
def test_any_title_and_author_come_back(name: str, title: str, author: list[str]) -> None:
    work = Source(title=title, authors=(" ".join(author),), date="1999-12-31")
    exported = BY_NAME[name].write(ArgumentMap(sources={"k": work}))
    assert BY_NAME[name].read(exported.text, "refs").map.sources["k"] == work


def test_latex_becomes_text() -> None:
    entry = r"""@article{m, title={\"Uber {NATO} \& co}, author={M{\"u}ller, Anna and {World Bank}},
      journaltitle={J}, year=2019, month=apr, volume=3, url={https://x.org/a\_b}}"""
    imported = BY_NAME["bibtex"].read(entry, "refs.bib")
    source = imported.map.sources["m"]
    assert source == Source(
        title="Über NATO & co",
        authors=("Anna Müller", "World Bank"),
        container="J",
        date="2019-04",
        url="https://x.org/a_b",
    )
    assert [(loss.what, loss.where) for loss in imported.losses] == [("field volume", "m")]


def test_a_broken_entry_is_named_with_its_line() -> None:
    with pytest.raises(FormatError) as caught:
        BY_NAME["bibtex"].read("@book{a, title={x}}\n\n@book{b, title={y", "refs.bib")
    place = caught.value.diagnostics[0].location
    assert (place.file, place.line) == ("refs.bib", 3)


def test_statements_are_lost() -> None:
    exported = BY_NAME["csl-json"].write(ArgumentMap(claims={"a": Claim(id="a", text="t")}))
    assert json.loads(str(exported.text)) == []
    assert [(loss.what, loss.where) for loss in exported.losses] == [("statement", "a")]


def test_csl_names_and_dates_in_their_various_shapes() -> None:
    items = [
        {
            "id": "a",
            "type": "book",
            "title": "T",
            "author": [{"literal": "UN"}],
            "issued": {"raw": "spring 1999"},
        },
        {
            "id": 7,
            "title": "U",
            "author": [{"given": "L.", "non-dropping-particle": "van", "family": "Beethoven"}],
        },
        "not an item",
    ]
    imported = BY_NAME["csl-json"].read(json.dumps(items), "refs.json")
    assert imported.map.sources["a"].authors == (Name(name="UN"),)
    assert imported.map.sources["a"].date == "spring 1999"
    assert imported.map.sources["7"].authors == (Name(name="L. van Beethoven"),)
    assert [(loss.what, loss.where) for loss in imported.losses] == [("item", "3")]


NAMES = {
    "Igor Istomin": "Istomin, Igor",
    "Истомин, Игорь": "Истомин, Игорь",
    "Jan van der Berg": "van der Berg, Jan",
    "van der Berg, Jan": "van der Berg, Jan",
    "John Smith, Jr.": "Smith, Jr., John",
    "Smith, Jr., John": "Smith, Jr., John",
    "World Health Organization and Friends": "{World Health Organization and Friends}",
    "Ministry of Truth": "{Ministry of Truth}",
    "Plato": "{Plato}",
    "a, b, c, d": "{a, b, c, d}",
    ",": "{,}",
}


@pytest.mark.parametrize(("name", "written"), NAMES.items())
def test_authors_are_written_family_name_first(name: str, written: str) -> None:
    exported = str(
        BY_NAME["bibtex"].write(ArgumentMap(sources={"k": Source(title="T", authors=(name,))})).text
    )
    assert f"  author = {{{written}}},\n" in exported
    again = BY_NAME["bibtex"].read(exported, "refs.bib").map.sources["k"].authors
    assert (
        BY_NAME["bibtex"].write(ArgumentMap(sources={"k": Source(title="T", authors=again)})).text == exported
    )


def test_csl_has_the_parts_of_names() -> None:
    names = ("Jan van der Berg", "Smith, Jr., John", "Ministry of Truth")
    exported = BY_NAME["csl-json"].write(ArgumentMap(sources={"k": Source(title="T", authors=names)}))
    assert json.loads(str(exported.text))[0]["author"] == [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
        {"family": "Smith", "given": "John", "suffix": "Jr."},
        {"literal": "Ministry of Truth"},
    ]
    again = BY_NAME["csl-json"].read(exported.text, "refs").map.sources["k"].authors
    assert list(map(str, again)) == ["Jan van der Berg", "John Smith Jr.", "Ministry of Truth"]


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("2019-04-08", "  date = {2019-04-08},\n  year = {2019},\n"),
        ("2019", "  date = {2019},\n  year = {2019},\n"),
        ("ca. 1900", "  year = {ca. 1900},\n"),
    ],
)
def test_a_date_that_is_none_is_a_year(date: str, fields: str) -> None:
    exported = str(BY_NAME["bibtex"].write(ArgumentMap(sources={"k": Source(title="T", date=date)})).text)
    assert exported == f"@misc{{k,\n  title = {{{{T}}}},\n{fields}}}\n"
    assert BY_NAME["bibtex"].read(exported, "refs.bib").map.sources["k"].date == date


@pytest.mark.parametrize("text", ["a } b", "a { b", "} {", "{a} {b}", "50 % \\ ~ ^ & $x$ #_", "x{"])
def test_signs_of_latex_and_braces_come_back(text: str) -> None:
    work = Source(title=text, note=text)
    exported = BY_NAME["bibtex"].write(ArgumentMap(sources={"k": work}))
    assert BY_NAME["bibtex"].read(exported.text, "refs.bib").map.sources["k"] == work
    address = Source(title="T", url="https://x.org/{a}?b=}")
    written = str(BY_NAME["bibtex"].write(ArgumentMap(sources={"k": address})).text)
    assert "  url = {https://x.org/%7Ba%7D?b=%7D},\n" in written
