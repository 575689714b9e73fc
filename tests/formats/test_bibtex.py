"""BibTeX and BibLaTeX as reference managers write them."""

import pytest

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Imported
from argmap.formats.bibtex.author_names import read_names
from argmap.formats.bibtex.latex import read_latex
from argmap.formats.registry import BY_NAME
from argmap.model import Name, Source

BIBTEX = BY_NAME["bibtex"]


def read(text: str) -> Imported:
    return BIBTEX.read(text, "refs.bib")


def one(text: str) -> Source:
    return next(iter(read(text).map.sources.values()))


def again(text: str) -> str:
    return str(BIBTEX.write(read(text).map).text)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (
            r"The {\LaTeX} of \texttt{Ferry}, p \textless{} 0.05, \mbox{Anti-Trust} law",
            "The LaTeX of Ferry, p < 0.05, Anti-Trust law",
        ),
        (r"{\'e} \'{e} \'{\i} \v{s} \c c {\ss} {\L}{\'o}d{\'z}", "é é í š ç ß Łódź"),
        (r"\textgreater{} \textbar{} \slash{} \pounds{} \S{} \P{} \copyright{} \degree{}", "> | / £ § ¶ © °"),
        (r"\href{http://x.org/a_b}{here} \url{http://x.org/a\_b}", "here http://x.org/a_b"),
        (r"H$_2$O, $\alpha$ and $\frac{1}{2}$", r"H2O, α and $\frac{1}{2}$"),
        (r"\ours \ours{argued} {\em so} \verb|a_b|", "ours argued so a_b"),
        ("``a'' --- b -- c?", "“a” — b – c?"),
        ("50% of A & B # C_D", "50% of A & B # C_D"),
    ],
)
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert read_latex(latex).text == text


def test_an_unknown_command_is_told() -> None:
    found = read(r"@book{k, title={An \ours{argued} \mine{} case}}")
    assert found.map.sources["k"].title == "An argued mine case"
    assert [(loss.what, loss.where) for loss in found.losses] == [
        ("command of LaTeX", r"k, title: \ours"),
        ("command of LaTeX", r"k, title: \mine"),
    ]


def test_what_is_nested_too_deeply_is_told() -> None:
    found = read(f"@book{{k, title={{{'{' * 300}x{'}' * 300}}}}}")
    assert [loss.what for loss in found.losses] == ["LaTeX of a field"]


@pytest.mark.parametrize(
    ("latex", "names"),
    [
        ("Lund, A. and others", [Name(name="A. Lund"), Name(name="et al.")]),
        (
            "{United Nations} and {World Bank}",
            [Name(organization=name) for name in ("United Nations", "World Bank")],
        ),
        ("{Barnes and Noble, Inc.}", [Name(organization="Barnes and Noble, Inc.")]),
        ("family=Berg, given=Jan, prefix=van der, useprefix=true", [Name(name="Jan van der Berg")]),
        ("King, Jr., Martin Luther", [Name(name="Martin Luther King Jr.")]),
        ("{de Beauvoir}, Simone", [Name(family="de Beauvoir", given="Simone")]),
        (r"{\'E}mile Zola AND M{\"u}ller, {A.~B.}", [Name(name="Émile Zola"), Name(name="A. B. Müller")]),
        ("Smith and and Jones", [Name(name="Smith"), Name(name="Jones")]),
    ],
)
def test_names(latex: str, names: list[Name]) -> None:
    assert list(read_names(latex).names) == names


@pytest.mark.parametrize(
    "entry",
    [
        "@article{k,\n  title = {A},\n  author = {Lund, A. and others},\n}\n",
        "@misc{k,\n  title = {A {NATO} of {\\LaTeX}},\n  author = {{United Nations} and {World Bank}},\n}\n",
        "@phdthesis{k,\n  title = {A},\n  school = {MIT},\n  year = {2018},\n  month = apr,\n}\n",
        "@mastersthesis{k,\n  title = {A},\n  school = {MIT},\n}\n",
        "@inproceedings{k,\n  title = {A},\n  booktitle = {B},\n  pages = {1--5},\n}\n",
        "@book{k,\n  title = {A},\n  editor = {Smith, John},\n}\n",
        "@book{k,\n  title = {A},\n  date = {2018-12/2019-02},\n  year = {2018},\n}\n",
        "@misc{k,\n  title = {A},\n  url = {\\url{http://x.org/a\\_b}},\n  keywords = {a, {B}},\n}\n",
        "@misc{k,\n  title = {A},\n  howpublished = {\\url{http://x.org/~me/a%20b}},\n}\n",
        "@online{a:b,\n  title = {A},\n  subtitle = {B},\n  date = {2019-04-08},\n  langid = {english},\n}\n",
        "@odd{k,\n  title = {A},\n  doi = {https://doi.org/10.1000/x},\n  funding_text 1 = {B},\n}\n",
        "@xdata{k,\n  publisher = {P},\n}\n",
    ],
)
def test_an_entry_comes_back(entry: str) -> None:
    assert sorted(again(entry).split("\n")) == sorted(entry.split("\n"))


def test_addresses_are_no_containers() -> None:
    source = one("@misc{k, title={A}, howpublished={\\url{http://x.org/~me/a%20b}}}")
    assert (source.url, source.container, source.publisher) == ("http://x.org/~me/a%20b", None, None)
    assert one(r"@misc{k, title={A}, url={\url{http://x.org/a\_b}}}").url == "http://x.org/a_b"
    assert one("@misc{k, title={A}, doi={https://doi.org/10.1000/x_y}}").doi == "10.1000/x_y"


def test_strings_are_put_in() -> None:
    source = one(
        '@string{j = "Journal of " # "X"}\n@article{k, title={A}, journal=j, year=2019, month="12~"#jan}'
    )
    assert (source.container, source.date) == ("Journal of X", "2019-01-12")


def test_an_edited_source_is_written_as_it_is_now() -> None:
    found = read("@article{k, title={The {NATO}}, journaltitle={{J}}, keywords={a}, date={2019}}").map
    edited = found.sources["k"].model_copy(update={"title": "The EU"})
    written = str(BIBTEX.write(ArgumentMap(sources={"k": edited})).text)
    assert "title = {The EU}" in written
    assert "NATO" not in written
    assert "keywords = {a}" in written


def test_a_child_has_what_its_parent_has_and_does_not_say_it_again() -> None:
    text = (
        "@incollection{c,\n  title = {C},\n  crossref = {p},\n}\n\n"
        "@book{p,\n  title = {P},\n  editor = {Smith, John},\n  publisher = {Q},\n}\n"
    )
    child = read(text).map.sources["c"]
    assert (child.container, child.publisher, list(map(str, child.editors))) == ("P", "Q", ["John Smith"])
    assert again(text) == text


FAULTY = """@book{a, title={x}, title={y}}
@book{b, title={y
@book{a, title={z}}
@book{c title={y}}
@book{d, title={x} year=2000}
@book{e, title={last}}
"""


def test_faults_are_told_with_their_places_and_the_rest_comes_in() -> None:
    found = read(FAULTY)
    assert {key: source.title for key, source in found.map.sources.items()} == {
        "a": "x",
        "a-2": "z",
        "c": "y",
        "d": "x",
        "e": "last",
    }
    assert [(fault.location.line, fault.message) for fault in found.faults] == [
        (1, "the field `title` stands twice in this entry"),
        (2, "this entry does not end"),
        (3, "the key `a` is taken; this entry came in as `a-2`"),
        (4, "there is no comma after the key `c`"),
        (5, "there is no comma before the field `year`"),
    ]
    assert found.faults[0].related[0].location.column == 10


def test_what_programs_note_for_themselves_is_named() -> None:
    found = read(
        "@comment{jabref-meta: x}\n@book{k, title={A}, file={a.pdf}, bdsk-url-1={x}, owner={me}}\nwords\n"
    )
    assert [(loss.what, loss.where) for loss in found.losses] == [
        ("field file", "k"),
        ("field bdsk-url-1", "k"),
        ("field owner", "k"),
        ("@comment", "line 1"),
        ("text between entries", "line 3"),
    ]
