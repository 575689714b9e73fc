"""Citations and bibliographies, from CSL-JSON to text."""

from argmap.csl import Cite, Processor, load_style

_ITEMS = {
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
