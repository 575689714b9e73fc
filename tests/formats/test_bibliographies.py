"""BibTeX and CSL-JSON: sources in and out."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats.registry import BY_NAME
from argmap.model import Claim, Name, Person, Source, SourceType
from benchmarks.bench_bibliographies import measure
from tests.examples import examples
from tests.formats.shared import CORPORA

FORMATS = ["bibtex", "csl-json"]
WORKS = {
    "smith2019": Source(
        title="Alliances & trust: 50% of a theory",
        authors=("John Smith", "Anna Müller", {"organization": "World Bank"}),
        type=SourceType.ARTICLE,
        container="World Politics",
        volume="3",
        issue="4",
        pages="29-45",
        publisher="Press",
        place="Москва",
        date="2019-04",
        url="https://example.org/a_b?c=1&d=%20",
        doi="10.1000/x_y",
        note="Read twice",
    ),
    "Иванов2020": Source(
        title="Есть ли у империй союзники?", authors=("Иван Иванов",), type="document", date="2020"
    ),
    "handbook": Source(
        title="A chapter",
        authors=({"family": "García Márquez", "given": "Gabriel"}, "Jan van der Berg"),
        editors=({"family": "de Beauvoir", "given": "Simone"}, "Martin Luther King Jr."),
        translators=("Anna Müller",),
        type="chapter",
        container="A handbook",
        series="Studies",
        edition="2",
        volume="1",
        number="12",
        date="2018-12/2019-02",
        language="de",
        isbn="978-3-16-148410-0",
        accessed="2020-01-02",
    ),
}


def test_the_formats_are_read_and_written_without_loss() -> None:
    for name in FORMATS:
        exported = BY_NAME[name].write(ArgumentMap(sources=WORKS))
        assert exported.losses == ()
        imported = BY_NAME[name].read(exported.text, "refs")
        assert {key: _without_kept(source) for key, source in imported.map.sources.items()} == WORKS
        assert imported.losses == ()
        assert imported.faults == ()


def _without_kept(source: Source) -> Source:
    return source.model_copy(update={"kept": {}})


_WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8)
_SIGNS = st.sampled_from(["&", "%", "#", "_", "$", "~", "<i>", "&amp;", "{", "}", "\\", "--", "``", '"', "^"])
_PHRASES = st.lists(_WORDS | _SIGNS, min_size=1, max_size=6).map(" ".join)
_DATES = st.sampled_from(
    [
        "1999-12-31",
        "2019",
        "2019-04",
        "2018/2019",
        "1920?",
        "1984~",
        "192X",
        "2019-21",
        "-0043",
        "2019/..",
        "../2019",
        *("forthcoming", "in press", "ca. 1900", "1984-02~", "2018-12/2019-02-03"),
    ]
)
_NAMES = (
    st.lists(_WORDS.filter(lambda word: word.lower() not in {"and", "others"}), min_size=1, max_size=3).map(
        " ".join
    )
    | st.builds(lambda name: {"organization": name}, _PHRASES)
    | st.builds(lambda family, given: {"family": family, "given": given}, _PHRASES, _PHRASES)
)


def _printed(names: tuple[Name, ...]) -> list[tuple[str, str, str]]:
    return [(str(name), name.parts.family, name.parts.given) for name in names]


@settings(max_examples=examples(150), deadline=None)
@given(
    title=_PHRASES,
    names=st.lists(_NAMES, max_size=2),
    type_=st.sampled_from(SourceType),
    texts=st.dictionaries(
        st.sampled_from(
            ["container", "series", "edition", "volume", "publisher", "place", "event", "note", "isbn"]
        ),
        _PHRASES,
    ),
    date=st.none() | _DATES,
)
@pytest.mark.parametrize("name", FORMATS)
def test_any_work_comes_back(
    name: str, title: str, names: list[object], type_: SourceType, texts: dict[str, str], date: str | None
) -> None:
    work = Source(title=title, authors=names, type=type_, date=date, **texts)
    exported = BY_NAME[name].write(ArgumentMap(sources={"k": work}))
    again = BY_NAME[name].read(exported.text, "refs").map.sources["k"]
    assert _without_kept(again).model_copy(update={"authors": ()}) == work.model_copy(update={"authors": ()})
    assert [str(name) for name in again.authors] == [str(name) for name in work.authors]


def test_statements_are_lost() -> None:
    exported = BY_NAME["csl-json"].write(ArgumentMap(claims={"a": Claim(id="a", text="t")}))
    assert json.loads(str(exported.text)) == []
    assert [(loss.what, loss.where) for loss in exported.losses] == [("statement", "a")]


@pytest.mark.parametrize(("name", "other"), [("bibtex", "csl-json"), ("csl-json", "bibtex")])
def test_what_was_kept_for_another_format_is_named(name: str, other: str) -> None:
    work = Source(title="T", kept={other: {"keywords": "a"}})
    exported = BY_NAME[name].write(ArgumentMap(sources={"k": work}))
    assert [(loss.what, loss.where) for loss in exported.losses] == [(f"fields kept for {other}", "k")]


@pytest.mark.parametrize(
    ("name", "written"), [("bibtex", "Lovelace, Ada and Babbage, Charles"), ("csl-json", "Lovelace")]
)
def test_keys_of_people_become_their_names(name: str, written: str) -> None:
    people = {
        "ada": Person(name="Ada Lovelace"),
        "cb": Person(name="Charles Babbage"),
        "both": Person(name="Both", members=("ada", "cb")),
    }
    exported = BY_NAME[name].write(
        ArgumentMap(people=people, sources={"k": Source(title="T", authors=("both",))})
    )
    assert written in str(exported.text)
    again = BY_NAME[name].read(exported.text, "refs").map.sources["k"]
    assert list(map(str, again.authors)) == ["Ada Lovelace", "Charles Babbage"]


def _bibliographies() -> Path:
    named = os.environ.get("ARGMAP_BIBLIOGRAPHIES")
    return Path(named) if named else CORPORA / "bibliographies"


@pytest.mark.skipif(not _bibliographies().is_dir(), reason="no bibliographies are at hand")
def test_real_bibliographies_come_back() -> None:
    measured = measure(_bibliographies())
    assert measured.refused == []
    assert {what: share for what, share in measured.shares.items() if share < 0.97} == {}
