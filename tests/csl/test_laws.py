"""What holds for any works, however badly described."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.csl import SHORT_NAMES, Cite, Processor, Style, load_style

_TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(" .,:;?!'\"“”‘’()[]<>-–/aAbézЖ山김 0159"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=12,
)
_MARKED = st.sampled_from(
    ["<i>a</i>", "<b>", "</i>x", "A <sup>2</sup>", '<span class="nocase">iPhone</span>', "“q” 'r'"]
)
_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-9999, 99999), st.floats(), _TEXTS, _MARKED)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=5,
)
_PEOPLE = st.lists(
    st.dictionaries(
        st.sampled_from(
            ["family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"]
        ),
        _SCALARS,
        max_size=4,
    ),
    max_size=4,
)
_DATES = st.dictionaries(
    st.sampled_from(["date-parts", "raw", "literal", "circa", "season"]),
    st.lists(st.lists(_SCALARS, max_size=4), max_size=3) | _SCALARS,
    max_size=3,
)
_KINDS = st.sampled_from(
    [
        "book",
        "article-journal",
        "chapter",
        "webpage",
        "legal_case",
        "interview",
        "thesis",
        "entry-encyclopedia",
        3,
        None,
    ]
)
_ITEM = st.fixed_dictionaries(
    {},
    optional={
        "type": _KINDS,
        "title": _VALUES,
        "author": _PEOPLE | _VALUES,
        "editor": _PEOPLE | _VALUES,
        "translator": _PEOPLE,
        "issued": _DATES | _VALUES,
        "accessed": _DATES,
        "container-title": _VALUES,
        "volume": _SCALARS,
        "page": _SCALARS,
        "edition": _SCALARS,
        "number": _SCALARS,
        "URL": _SCALARS,
        "DOI": _SCALARS,
        "publisher": _SCALARS,
        "language": _SCALARS,
        "note": _SCALARS,
    },
)
_ITEMS = st.dictionaries(st.text(min_size=1, max_size=3), _ITEM, min_size=1, max_size=5)
_STYLES = {name: load_style(name) for name in SHORT_NAMES}
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc)>")


@pytest.mark.parametrize("style", _STYLES.values(), ids=_STYLES)
@settings(max_examples=10)
@given(
    items=_ITEMS, locator=_TEXTS, label=st.sampled_from(["page", "chapter", "", "nonsense"]), prefix=_TEXTS
)
def test_no_work_stops_the_processor(
    style: Style, items: dict[str, Any], locator: str, label: str, prefix: str
) -> None:
    processor = Processor(style, items)
    cites = [Cite(key, locator, label, prefix) for key in items]
    for formatted in [*map(processor.short, cites), processor.cite(cites)]:
        formatted.html()
        formatted.markdown(lambda text: text)
    entries = processor.bibliography()
    assert sorted(entry.id for entry in entries) == sorted(items)


@given(title=st.lists(_TEXTS | _MARKED, max_size=5).map("".join))
def test_plain_text_holds_no_markup_that_was_meant_as_such(title: str) -> None:
    items = {
        "one": {"type": "book", "title": f"x {title.replace('<', '')} <i>y</i> <b>z</b>", "publisher": "P"}
    }
    (entry,) = Processor(_STYLES["apa"], items).bibliography()
    assert not _MARKUP.search(entry.formatted.text())


@given(words=st.lists(st.text(alphabet="abcdefgхцч山", min_size=1, max_size=6), min_size=1, max_size=6))
def test_no_word_of_a_title_is_lost(words: list[str]) -> None:
    items = {"one": {"type": "book", "title": " ".join(words), "publisher": "P"}}
    (entry,) = Processor(_STYLES["mla"], items).bibliography()
    assert " ".join(words).casefold() in entry.formatted.text().casefold()


@settings(max_examples=15)
@given(items=_ITEMS)
def test_html_without_its_tags_is_the_plain_text(items: dict[str, Any]) -> None:
    for entry in Processor(_STYLES["chicago"], items).bibliography():
        bare = re.sub(r"<[^<>]*>", "", entry.formatted.html())
        bare = bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert bare == entry.formatted.text()
