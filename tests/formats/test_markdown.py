"""The report in Markdown shows the words of the map, in whatever reads it."""

from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.formats.registry import BY_NAME
from argmap.model import Citation, Claim, MapInfo, Person, Rebuttal, Source
from argmap.text.paragraphs import fold, paragraphs
from tests.formats.rendered import PLAIN, RENDERERS, Page, needs_pandoc, pandoc
from tests.maps import NASTY, argument_maps

AWKWARD: Final = (
    *(
        "http://x.org/a_b www.x.org a@x.org https://x.org",
        "~~x~~ ==y==",
        "a | b\n--|--\n1 | 2",
        "www.x.org/*a*",
        "_www.a?`",
        "x\u00a0www.a``",
    ),
    *("@mention #123 GH-1 o/r#2 :smile: 1:30:45", "[[Home]] ![[pic.png]]", "![x](y) [a]: b", "[^1] ^[n]"),
    *(
        "1. one\n2. two",
        "1) one",
        "- one\n\n- two",
        "+ one",
        "> one",
        "# one #",
        "===",
        "---",
        "***",
        "(a) x",
    ),
    *("ii. two", "```\nx\n```", "    code", "~~~", "<script>x</script>", "<!-- c -->", "&amp; &#35; &copy;"),
    *("ends with \\", "\\* \\\\", "*a* __b__ `c`", "{#id} {.cls}", "$a$ $$b$$", "x^2^ ~y~", ":   def", ": x"),
    *(
        "\u00a0nbsp\u00a0",
        "a\u00a0\n\n\u00a0b",
        "\u3000全角\u3000",
        "a\u2003b",
        "First.\n\nSecond.\nAnd.\n \t\nThird.",
    ),
    *('it\'s "so" -- or --- so...', "don't", "'a' \"b\"", "a...b....", "<<x>>"),
    *("!", "a!", "*", "|", "\\", "`", "``` `` `", "[x][y]", "](#a)", "a\u2029b", "a\u0085b", "- [ ] task"),
)
LOUD: Final = """\
# Argument map

<a id="loud"></a>

## Loud

It is.

- <a id="shared"></a>because: Shared
- <a id="r"></a>rebut by nobody named (answered): No
  - <a id="s"></a>rebut by nobody named: Yes

<a id="quiet"></a>

## Quiet

- because: [Shared](#shared)
"""
texts: Final = (
    st.sampled_from((*NASTY, *AWKWARD))
    | st.text(st.sampled_from("ab1 \n.-+*_#[]()<>{}\\\"'`$%&~^=|:@!?,;/\u00a0"), min_size=1, max_size=25)
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("\n"), max_size=20)
)
words: Final = texts.map(lambda text: Claim(id="x", text=f"{text.strip() or 'x'}").text or "").filter(fold)
arrangements: Final = st.sampled_from(["argument", "person"])


def make_map(text: str) -> ArgumentMap:
    place = {"work": "w", "locator": text}
    step = {"premises": "a", "scheme": text, "warrant": text}
    return ArgumentMap(
        info=MapInfo(title=text, description=text),
        people={"ada": Person(name=text, affiliation=text, note=text)},
        sources={"w": Source(title=text, authors=text, note=text, url=text)},
        claims={
            "a": Claim(id="a", by="ada", title=text, text=text, quote=text, source=place),
            "b": Claim(id="b", text=text, note=text, because=[step]),
        },
    )


def expected(text: str) -> list[str]:
    """The words of the report by argument, block by block."""
    line, parts = fold(text), list(paragraphs(text))
    quote = [f"“{parts[0]}", *parts[1:]]
    quote[-1] += f"” — {cited(text)}"
    warrant, note = ([f"{word}: {parts[0]}", *parts[1:]] for word in ("Warrant", "Note"))
    return [
        *(line, *parts, *parts, *note, f"because ({line}):", *warrant, f"{line}: {line}", *parts, *quote),
        *("People", f"{line}: {' '.join([line, *parts])}", "Sources", listed(text)),
    ]


def cited(text: str) -> str:
    """The place in the work, as the usual style has it; how it is set is tested elsewhere."""
    works = Bibliography(make_map(text))
    return fold(works.short(Citation(work="w", locator=text)).text())


def listed(text: str) -> str:
    """The entry of the work with its address and its note."""
    (entry,) = Bibliography(make_map(text)).entries(["w"], with_address=False)
    return f"{fold(entry.formatted.text())} {fold(text)} {fold(text)}"


def report(argument_map: ArgumentMap, **chosen: Any) -> str:  # noqa: ANN401 — as the format takes them
    return str(BY_NAME["markdown"].write(argument_map, **chosen).text)


@settings(max_examples=60, deadline=None)
@given(words)
@pytest.mark.parametrize("name", RENDERERS)
def test_renderers_show_the_words_and_nothing_else(name: str, text: str) -> None:
    _shows_the_words_and_nothing_else(name, text)


def _shows_the_words_and_nothing_else(name: str, text: str) -> None:
    page = Page(RENDERERS[name](report(make_map(text))))
    assert page.words == expected(text)
    assert page.tags <= PLAIN
    if name == "commonmark":
        assert page.links == []


@settings(max_examples=30, deadline=None)
@given(words.filter(lambda text: len(text) < 200))
@pytest.mark.parametrize("name", RENDERERS)
def test_the_report_by_person_shows_the_words_as_well(name: str, text: str) -> None:
    page = Page(RENDERERS[name](report(make_map(text), arrange="person")))
    line, parts = fold(text), paragraphs(text)
    body = [f"Note: {parts[0]}", *parts[1:], f"because {line}: {line} ({line}); warrant: {line}"]
    rest = ["nobody named", *parts, *body, "Sources", listed(text)]
    assert page.words[-len(rest) :] == rest
    assert page.words[: 4 + 3 * len(parts)] == [line, *parts, line, line, *parts, line, *parts]


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("name", RENDERERS)
def test_renderers_show_what_is_awkward(name: str, text: str) -> None:
    _shows_the_words_and_nothing_else(name, Claim(id="x", text=text).text or "")


@settings(max_examples=30, deadline=None)
@given(argument_maps(), arrangements, st.sampled_from(["plain", "pandoc"]))
@pytest.mark.parametrize("name", RENDERERS)
def test_links_lead_to_anchors_and_each_statement_has_one(
    name: str, argument_map: ArgumentMap, arrange: str, cite: str
) -> None:
    page = Page(RENDERERS[name](report(argument_map, arrange=arrange, cite=cite)))
    assert sorted(anchor.rstrip(":") for anchor in page.anchors) == sorted(argument_map.statements)
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= set(page.anchors)


def test_a_link_leads_to_no_heading_that_happens_to_be_called_so() -> None:
    argument_map = ArgumentMap(
        people={"p": Person(name="Winter")},
        claims={
            "winter": Claim(id="winter", by="p", text="Cold", because=["snow", "snow-1", "snow-1"]),
            "snow": Claim(id="snow", by="p", title="Snow", text="It falls."),
            "snow-1": Claim(id="snow-1", by="p", text="More of it."),
        },
    )
    page = Page(RENDERERS["cmark-gfm"](report(argument_map, arrange="person")))
    assert page.anchors == ["winter:", "snow", "snow-1:"]
    assert page.links == ["#snow", "#snow-1:", "#snow-1:"]


def a_claim_for_each(listed: tuple[str, ...]) -> ArgumentMap:
    claims = {f"c{n}": Claim(id=f"c{n}", text=text) for n, text in enumerate(listed)}
    return ArgumentMap(claims=claims)


@needs_pandoc
@pytest.mark.parametrize(("cite", "reader"), [("plain", "markdown-smart"), ("pandoc", "markdown")])
def test_pandoc_shows_the_words(cite: str, reader: str) -> None:
    listed = tuple(text for text in (*AWKWARD, *NASTY) if fold(text))
    argument_map = a_claim_for_each(listed)
    written = report(argument_map, cite=cite)
    page = Page(pandoc(written, f"--from={reader}", "--to=html", "--wrap=none"))
    shown = [part for claim in argument_map.claims.values() for part in paragraphs(claim.text or "")]
    assert page.words == ["Argument map", *shown]
    assert page.tags <= PLAIN


@needs_pandoc
@pytest.mark.parametrize(("writer", "anchor"), [("html", 'id="b"'), ("latex", "hypertarget{b}")])
def test_pandoc_follows_links_in_whatever_it_writes(writer: str, anchor: str) -> None:
    claims = {"a": Claim(id="a", text="A", because=["b", "b"]), "b": Claim(id="b", text="B")}
    assert anchor in pandoc(report(ArgumentMap(claims=claims), cite="pandoc"), f"--to={writer}")


def works(*keys: str) -> dict[str, Source]:
    return {key: Source(title="T", authors="Ada Lund", date=f"{2000 + n}") for n, key in enumerate(keys)}


@needs_pandoc
def test_pandoc_finds_every_work_and_shows_every_locator(tmp_path: Path) -> None:
    sources = works("w", "a..b", "c-", "d--e", "e.", "Ж1", "f_g", "k\u0301", "\u0915\u093f", "\u0915")
    listed = [fold(text).strip() for text in (*AWKWARD, *NASTY) if fold(text).strip()]
    places = [*(("w", locator) for locator in listed), *((key, "p. 3") for key in sources)]
    claims = {
        f"c{n}": Claim(id=f"c{n}", text="x", source={"work": work, "locator": locator})
        for n, (work, locator) in enumerate(places)
    }
    stem = "an *odd* _re_port $a$"
    written = BY_NAME["markdown"].write(ArgumentMap(sources=sources, claims=claims), cite="pandoc", stem=stem)
    (tmp_path / f"{stem}.bib").write_text(written.beside[0][1], encoding="utf-8")
    options = (
        "--citeproc",
        "--to=html",
        "--wrap=none",
        f"--resource-path={tmp_path}",
    )
    page = Page(pandoc(str(written.text), *options))
    shown = [words for words in page.words if words.startswith("— (")]
    years = [work.date for work in sources.values()]
    assert shown == [*(f"— (Lund 2000, {one})" for one in listed), *(f"— (Lund {year}, 3)" for year in years)]
    assert sum(words.startswith(("Lund, Ada.", "———.")) for words in page.words) == len(sources)


def test_places_are_citations_and_only_a_file_has_a_bibliography_beside_it() -> None:
    claim = Claim(id="a", text="A", source="a..b, p. 3", quote="so")
    argument_map = ArgumentMap(sources=works("a..b"), claims={"a": claim})
    to_file = BY_NAME["markdown"].write(argument_map, cite="pandoc", stem="report")
    to_stdout = BY_NAME["markdown"].write(argument_map, cite="pandoc")
    assert "> “so” [@{a..b}, p. 3]\n" in str(to_file.text)
    assert str(to_file.text).startswith('---\nbibliography: "report.bib"\n')
    assert "bibliography" not in str(to_stdout.text)
    assert (to_stdout.beside, bool(to_stdout.note), to_file.note) == ((), True, "")
    ((ending, bibliography),) = to_file.beside
    assert ending == ".bib"
    assert list(BY_NAME["bibtex"].read(bibliography, "report.bib").map.sources) == ["a..b"]


def test_without_works_there_is_no_bibliography() -> None:
    written = BY_NAME["markdown"].write(a_claim_for_each(("A",)), cite="pandoc", stem="report")
    assert str(written.text).startswith("# Argument map")
    assert (written.beside, written.note) == ((), "")


def test_the_largest_dispute_comes_first_and_each_statement_once() -> None:
    argument_map = ArgumentMap(
        claims={
            "quiet": Claim(id="quiet", text="Quiet", because="shared"),
            "loud": Claim(id="loud", title="Loud", text="It is.", because="shared"),
            "shared": Claim(id="shared", text="Shared"),
        },
        rebuttals={
            "r": Rebuttal(id="r", text="No", aims="loud"),
            "s": Rebuttal(id="s", text="Yes", aims="r"),
        },
    )
    assert report(argument_map).split("## Open")[0] == LOUD


def test_what_lies_deep_gets_a_section_of_its_own() -> None:
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"C{n}", because=f"c{n + 1}") for n in range(40)}
    claims["c40"] = Claim(id="c40", text="C40")
    page = Page(RENDERERS["commonmark"](report(ArgumentMap(claims=claims))))
    assert sorted(page.anchors) == sorted(claims)
    assert all(any(words.endswith(f"C{n}") for words in page.words) for n in range(41))


def test_a_link_shows_the_beginning_of_a_long_text() -> None:
    claims = {"a": Claim(id="a", text="b " * 50_000), "c": Claim(id="c", text="C", because=["a", "a"])}
    written = report(ArgumentMap(claims=claims))
    assert f"- because: [{('b ' * 100).strip()}…](#a)\n" in written
    assert written.count("b") < 50_200
