"""Citations and bibliographies, from CSL-JSON to text."""

from typing import Any

from argmap.csl import Cite, Processor, load_style

_ITEMS: dict[str, dict[str, Any]] = {
    "a2019": {
        "type": "article-journal",
        "title": "Claims and counterclaims",
        "author": [{"family": "Arshakuni", "given": "Nini"}, {"family": "Shapiro", "given": "Ian"}],
        "issued": {"date-parts": [[2019]]},
        "container-title": "Journal of Debates",
        "volume": 3,
        "page": "133-35",
    },
    "plato": {
        "type": "book",
        "title": "The Republic",
        "author": [{"literal": "Plato"}],
        "publisher": "Hackett",
    },
}


def test_a_citation_has_the_brackets_of_its_style() -> None:
    processor = Processor(load_style("chicago"), _ITEMS)
    assert processor.cite([Cite("a2019", "3")]).text() == "(Arshakuni and Shapiro 2019, 3)"


def test_the_short_form_has_no_brackets() -> None:
    processor = Processor(load_style("chicago"), _ITEMS)
    assert processor.short(Cite("a2019", "3", "paragraph")).text() == "Arshakuni and Shapiro 2019, para. 3"


def test_an_entry_has_its_looks_in_html_and_in_markdown() -> None:
    processor = Processor(load_style("chicago"), _ITEMS)
    entry = processor.bibliography()[0].formatted
    assert entry.html() == (
        "Arshakuni, Nini, and Ian Shapiro. 2019. “Claims and Counterclaims.” "
        "<i>Journal of Debates</i> 3: 133–35."
    )
    assert entry.markdown(lambda text: text.replace("*", r"\*")) == (
        "Arshakuni, Nini, and Ian Shapiro. 2019. “Claims and Counterclaims.” *Journal of Debates* 3: 133–35."
    )


def test_a_work_without_a_date_says_so() -> None:
    processor = Processor(load_style("chicago"), _ITEMS)
    assert processor.cite([Cite("plato")]).text() == "(Plato, n.d.)"


def _work(author: str, year: int, title: str) -> dict[str, object]:
    return {"type": "book", "author": [{"family": author}], "issued": year, "title": title, "publisher": "P"}


_SAME = {
    "b": _work("Roe", 2001, "Beta"),
    "a": _work("Roe", 2001, "Alpha"),
    "c": _work("Roe", 1999, "Gamma"),
    "d": _work("Doe", 2001, "Delta"),
}


def test_letters_follow_the_order_of_the_bibliography() -> None:
    processor = Processor(load_style("chicago"), _SAME)
    assert [processor.short(Cite(key)).text() for key in "abcd"] == [
        "Roe 2001a",
        "Roe 2001b",
        "Roe 1999",
        "Doe 2001",
    ]
    assert [entry.id for entry in processor.bibliography()] == ["d", "c", "a", "b"]


def test_works_of_one_author_share_the_name() -> None:
    processor = Processor(load_style("chicago"), _SAME)
    cites = [Cite("a"), Cite("c", "7"), Cite("d", prefix="but see", suffix=", passim")]
    assert processor.cite(cites).text() == "(Roe 2001a, 1999, 7; but see Doe 2001, passim)"


def test_an_author_named_in_the_text_is_left_out() -> None:
    processor = Processor(load_style("chicago"), _SAME)
    assert processor.cite([Cite("c", "7", suppress_author=True)]).text() == "(1999, 7)"


def test_a_later_note_is_short() -> None:
    processor = Processor(load_style("chicago-notes"), _SAME)
    assert processor.cite([Cite("c", "7")]).text() == "Roe, Gamma (P, 1999), 7."
    assert processor.cite([Cite("c", "7", position="subsequent")]).text() == "Roe, Gamma, 7."


def test_fields_in_a_note_count() -> None:
    work = {**_work("Marx", 1990, "Capital"), "note": "original-date: 1867"}
    assert Processor(load_style("apa"), {"m": work}).short(Cite("m")).text() == "Marx, 1867/1990"
