"""Sources as items of CSL."""

import pytest

from argmap.citations.csl_dates import csl_date
from argmap.citations.csl_items import csl_item
from argmap.citations.source_types import kind_of, type_of_csl, type_of_entry
from argmap.model import Person, Source, SourceType


def test_an_item_has_the_names_of_people_and_their_parts() -> None:
    people = {
        "ada": Person(name="Ada Lovelace"),
        "bank": Person(name="World Bank Group"),
        "both": Person(name="Both", members=("ada", "bank")),
    }
    source = Source(
        title="T",
        type="chapter",
        authors=("both", {"family": "Berg", "given": "Jan", "particle": "van der", "suffix": "Jr."}),
        series="S",
        number="3",
        date="1920?",
    )
    assert csl_item("k", source, people) == {
        "id": "k",
        "type": "chapter",
        "title": "T",
        "collection-title": "S",
        "collection-number": "3",
        "author": [
            {"family": "Lovelace", "given": "Ada"},
            {"literal": "World Bank Group"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
        ],
        "issued": {"date-parts": [[1920]], "circa": True},
    }


@pytest.mark.parametrize(
    ("date", "csl"),
    [
        ("2019-04-08", {"date-parts": [[2019, 4, 8]]}),
        ("2018-12/2019-02", {"date-parts": [[2018, 12], [2019, 2]]}),
        ("2019-21", {"date-parts": [[2019]], "season": 1}),
        ("192X", {"date-parts": [[1920], [1929]]}),
        ("-0043", {"date-parts": [[-44]]}),
        ("forthcoming", {"literal": "forthcoming"}),
        ("2019/..", {"literal": "2019\u2013"}),
        ("ca. 1900", {"literal": "ca. 1900"}),
    ],
)
def test_dates(date: str, csl: dict[str, object]) -> None:
    assert csl_date(date) == csl


@pytest.mark.parametrize("type_", SourceType)
def test_every_kind_has_its_own_names(type_: SourceType) -> None:
    kind = kind_of(Source(title="T", type=type_))
    assert kind.type is type_
    assert type_of_csl(kind.csl) is type_
    assert type_of_entry(kind.biblatex, kind.subtype) is type_
    assert type_of_entry(kind.bibtex or kind.biblatex, kind.subtype) is type_


OF_CSL = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic
collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference
patent performance
periodical personal_communication post post-weblog
regulation report review review-book software song speech
standard thesis treaty webpage"""


@pytest.mark.parametrize("name", OF_CSL.split())
def test_every_type_of_csl_is_known(name: str) -> None:
    assert type_of_csl(name) is not None
