"""What comes out of an export is read by the format's own reader, and says what went in."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any, Final

import networkx as nx
import pytest
import yaml
from defusedxml.ElementTree import fromstring
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.argument_map import ArgumentMap
from argmap.formats.registry import BY_NAME, EXPORTS
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source
from tests.examples import examples
from tests.maps import NASTY

LIVE: Final = (
    *("[[Home]] ![[pic.png]] #tag", "<script>boom()</script>", "http://x.org/a_b www.x.org a@x.org"),
    *("1. one", "1) one", "- one", "+ one", "* one", "> one", "# one", "===", "---", "a\n===\nb", "1986. x"),
    *("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)", "\t=1+1", "\r=1+1", "\u200b=1", " =1+1", "'=1"),
    *("ends with \\", "}, note = {x", "\\input{/etc/passwd}", "$x$ & 100% #1 ~ ^ _", "``x'' -- y --- ?`"),
    *("%%{init: {}}%%", 'a"]; b -> c', "end", "~~x~~ ==y== ^z", "a | b\n--|--\n1 | 2", "&amp; &#0; &x;"),
    *("    four blanks", "![x](y)", "<< a >> ,, b", "\u202eright", "*a* __b__ `c`"),
)
texts: Final = st.sampled_from((*NASTY, *LIVE)) | st.text(
    st.sampled_from("ab1 \n.-+*_#[]()<>{}\\\"'`$%&~^=|:@!?,;/"), min_size=1, max_size=20
)
words: Final = texts.map(str.strip).filter(lambda text: any(sign.isalnum() for sign in text))


def make_map(text: str) -> ArgumentMap:
    return ArgumentMap(
        info=MapInfo(title=text),
        people={"ada": Person(name=text)},
        sources={
            "w": Source(
                title=text, authors=("Ada Lund",), date=text, accessed=text, note=text, publisher=text
            )
        },
        claims={
            "a": Claim(id="a", by="ada", title=text, text="One.", because=["b"]),
            "b": Claim(id="b", by="ada", text=text, source={"work": "w", "locator": text}, quote=text),
        },
        rebuttals={"r": Rebuttal(id="r", text=text, aims="a", tags=[text], note=text)},
    )


def plain(text: str) -> str:
    """A text with single blanks, and without what XML cannot hold."""
    return " ".join(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text).split())


def network(graph: "nx.Graph[str]") -> Iterator[str]:
    yield from (graph.nodes[name]["text"] for name in ("b", "r"))


def cells(text: str) -> Iterator[str]:
    nodes, _, edges = text.partition("\r\n\r\nSource,")
    rows = {row["Id"]: row for row in csv.DictReader(io.StringIO(nodes.removeprefix("\ufeff"), newline=""))}
    assert len(list(csv.reader(io.StringIO(edges)))) == 4
    for name in ("b", "r"):
        found = rows[name]["text"]
        assert not re.match(r"[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]", found)
        yield found


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def said(page: str) -> str:
    return unescape(re.sub("<[^>]*>", "", page))


def cards(text: str) -> Iterator[str]:
    live = re.compile(r"(?<!\\)(?:\[\[|#\w|==|%%|~~|\$|\^|<|&|://|www\.)")
    for node in json.loads(text)["nodes"]:
        page = rendered(node["text"])
        assert set(re.findall(r"<(\w+)", page)) <= {"p", "strong", "em"}
        assert not live.search(re.sub(r"\\\\", "", node["text"]))
        if node["id"] in {"b", "r"}:
            yield said(page)


def report(text: str) -> Iterator[str]:
    page = rendered(text)
    assert set(re.findall(r"<(\w+)", page)) <= {"h1", "h2", "h3", "p", "ul", "li", "a", "blockquote"}
    assert set(re.findall('href="([^"]*)"', page)) <= {"#a", "#b", "#r"}
    yield said(page)


def outline(text: str) -> Iterator[str]:
    lines = {line.get("id"): line for line in fromstring(text.encode()).iter("outline")}
    yield from (str(lines[name].get("text")) for name in ("b", "r"))


def statements(name: str, load: Callable[[str], object] = str) -> Callable[[str], Iterator[str]]:
    def read(text: str) -> Iterator[str]:
        load(text)
        found = BY_NAME[name].read(text, "map").map.statements.values()
        texts = [f"{one.title} {one.text}" for one in found]
        assert len(texts) == 3
        yield from sorted(texts, key=lambda one: "One." in one)[: 2 if name != "tgf" else None]

    return read


READERS: Final[dict[str, Callable[[str], Iterator[str]]]] = {
    "csv": cells,
    "cyjs": lambda text: network(nx.cytoscape_graph(json.loads(text))),
    "graphml": lambda text: network(nx.parse_graphml(text)),
    "gexf": lambda text: network(nx.read_gexf(io.BytesIO(text.encode()))),
    "opml": outline,
    "canvas": cards,
    "markdown": report,
    "aif": statements("aif", json.loads),
    "xaif": statements("xaif", json.loads),
    "arggraph": statements("arggraph", lambda text: fromstring(text.encode())),
    "carneades": statements("carneades", yaml.safe_load),
    "argdown": statements("argdown"),
    "kialo": statements("kialo"),
}
QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"|=<(?:<[^<>]*>|[^<>])*>', re.DOTALL)
BIBLIOGRAPHIES: Final = ("bibtex", "csl-json")
NO_TEXTS: Final = ("iccma", "apx", "tgf")
DRAWINGS: Final = ("dot", "mermaid")


def test_every_export_is_looked_at() -> None:
    known = {*READERS, *BIBLIOGRAPHIES, *NO_TEXTS, *DRAWINGS}
    assert known == {format_.name for format_ in EXPORTS}


def exported(name: str, argument_map: ArgumentMap) -> str:
    text = BY_NAME[name].write(argument_map).text
    return text if isinstance(text, str) else text.decode()


@settings(max_examples=examples(12), deadline=None)
@given(text=words)
@pytest.mark.parametrize("name", READERS)
def test_its_reader_finds_the_texts(name: str, text: str) -> None:
    found = list(READERS[name](exported(name, make_map(text))))
    assert found
    for one in found:
        assert plain(text) in plain(one)


@pytest.mark.parametrize("text", [text for text in LIVE if text.strip()])
@pytest.mark.parametrize("name", READERS)
def test_its_reader_finds_what_might_come_alive(name: str, text: str) -> None:
    assert all(plain(text) in plain(one) for one in READERS[name](exported(name, make_map(text))))


@settings(max_examples=examples(30), deadline=None)
@given(text=words)
@example(text="2020},\n}\n@misc{evil, title = {INJECTED}")
@example(text="ends with \\")
@pytest.mark.parametrize("name", BIBLIOGRAPHIES)
def test_bibliographies_hold_one_work_and_its_words(name: str, text: str) -> None:
    imported = BY_NAME[name].read(exported(name, make_map(text)), "refs").map
    assert list(imported.sources) == ["w"]
    work: Any = imported.sources["w"]
    for field in ("title", "publisher", "note", "accessed", "date"):
        assert plain(getattr(work, field)) == plain(text), field


@pytest.mark.parametrize("address", ["http://x/%\\input{/etc/passwd}", "10.1/\\write18{id}", "x\\", "}{"])
def test_bibtex_runs_no_address(address: str) -> None:
    work = Source(title="T", url=address, doi=address, date="2020")
    text = exported("bibtex", ArgumentMap(sources={"w": work}))
    assert not re.search(r"(?:url|doi) = \{[^}]*[\\{]", text)
    found = BY_NAME["bibtex"].read(text, "refs").map.sources["w"]
    assert found.title == "T"
    assert found.url == found.doi


@settings(max_examples=examples(12), deadline=None)
@given(text=words)
@pytest.mark.parametrize("name", DRAWINGS)
def test_texts_of_drawings_stay_in_their_quotation_marks(name: str, text: str) -> None:
    drawn = exported(name, make_map(f"Zebra {text} Zebra"))
    rest = QUOTED.sub("", drawn)
    assert "Zebra" not in re.sub(r"^  accTitle: [^;#{}<>\"\n]*$", "", rest, flags=re.MULTILINE)
    for label in re.findall(r"label=<(<TABLE.*?</TABLE>)>", drawn):
        fromstring(label)


@pytest.mark.parametrize("name", ["graphml", "gexf", "opml", "arggraph"])
def test_signs_that_xml_cannot_hold_are_replaced(name: str) -> None:
    for found in READERS[name](exported(name, make_map("a\x0bb\x1bc\ufffe"))):
        assert "a\ufffdb\ufffdc\ufffd" in found


@pytest.mark.parametrize("name", NO_TEXTS)
def test_frameworks_come_back(name: str) -> None:
    found = BY_NAME[name].read(exported(name, make_map("x\n#\n1 2")), "map").map
    assert len(found.statements) == 3
    assert len(found.attacks) == 1
