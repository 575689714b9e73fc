import re
from pathlib import Path

import pytest
from hypothesis import given

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim
from argmap.render.build import build_diagram
from argmap.render.maps import diagram_of
from argmap.render.mermaid import (
    MOST_CHARACTERS,
    MOST_LINES,
    MermaidLimitError,
    _shortened,
    escape,
    to_mermaid,
)
from tests.maps import argument_maps, texts

BOX = re.compile(r'  n\d+\["(?:<b>|<br>|</b>|<i>|</i>|#\d+;|[^"#<>`\\])*"\]')
LINE = re.compile(r'  [nj]\d+ (-->|---|-\.-|-\. "[a-z ()]+" \.-[>x]|-- "restates" -->) [nj]\d+')


def chain(length: int, text: str = "t") -> ArgumentMap:
    return ArgumentMap(
        claims={
            f"c{number}": Claim(
                id=f"c{number}", title="T", text=text, because=(f"c{number - 1}",) if number else ()
            )
            for number in range(length)
        }
    )


def test_paragraphs_stay_paragraphs_and_lines_do_not() -> None:
    text = "First.\n\nSecond,\nin two lines."
    boxes = drawn(
        ArgumentMap(claims={"a": Claim(id="a", title="T", text=text), "b": Claim(id="b", text=text)})
    )
    assert "<b>T</b><br>First.<br><br>Second, in two lines.<br>" in boxes
    assert "<b>First.<br><br>Second, in two lines.</b>" in boxes


def drawn(amap: ArgumentMap) -> str:
    return to_mermaid(build_diagram(amap, list(amap.statements)))


@given(argument_maps())
def test_every_line_of_the_flowchart_is_well_formed(amap: ArgumentMap) -> None:
    diagram = build_diagram(amap, list(amap.statements))
    lines = to_mermaid(diagram).splitlines()
    boxes = [line for line in lines if re.match(r"  n\d+\[", line)]
    assert len(boxes) == len(amap.statements)
    assert all(BOX.fullmatch(line) for line in boxes)
    assert sum(LINE.fullmatch(line) is not None for line in lines) == len(diagram.lines)


@given(texts)
def test_escaped_text_has_no_character_that_mermaid_or_markdown_reads(text: str) -> None:
    escaped = escape(text)
    plain = re.sub(r"#\d+;", "", escaped)
    assert not set(plain) & set('"#;<>&`*_[]{}|\\$%@!\n')
    assert not re.search(r"(^|\s)[-+]|\d\.|:\S", plain)
    assert escape("a-b: c, (d) it's 3.14") == "a-b: c, (d) it's 3#46;14"


def test_long_text_is_shortened_before_the_flowchart_grows_too_long() -> None:
    whole = drawn(chain(40, "word " * 40))
    assert "word word<br>" in whole
    assert "…" not in whole
    shortened = drawn(chain(200, "word " * 60))
    assert "word…" in shortened
    titles = drawn(chain(480, "word " * 60))
    assert "word" not in titles
    assert max(map(len, (whole, shortened, titles))) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one two", "one two"),
        ("one two three", "one two…"),
        ("🇳🇴🇸🇪🇩🇰🇫🇮🇮🇸", "🇳🇴🇸🇪🇩🇰🇫🇮…"),
        ("e\u0301" * 9, "e\u0301" * 4 + "…"),
    ],
)
def test_what_is_shortened_ends_with_a_whole_word_or_character(text: str, shown: str) -> None:
    assert _shortened(text, 9) == shown


def test_more_than_mermaid_draws_is_refused() -> None:
    with pytest.raises(MermaidLimitError, match="at most 500 lines, and this map has 501"):
        drawn(chain(MOST_LINES + 2))
    crowd = ArgumentMap(claims={f"c{n}": Claim(id=f"c{n}", title="T" * 99) for n in range(500)})
    with pytest.raises(MermaidLimitError, match="at most 50,000 characters"):
        drawn(crowd)


def test_the_sample_map_fits(repository: Path) -> None:
    flowchart = to_mermaid(diagram_of(argmap.load(repository / "data")))
    assert len(flowchart) <= MOST_CHARACTERS
    assert "accTitle: Who are a great power's allies?" in flowchart
    assert "accDescr: A debate in two parts." in flowchart


def test_titles_and_descriptions_hold_no_instructions() -> None:
    diagram = build_diagram(chain(1), ["c0"])
    from dataclasses import replace

    odd = replace(diagram, title='a "b" #1; %%{init}%%\nc', description="x; }\ny")
    head = to_mermaid(odd).splitlines()[:6]
    assert head == [
        "---",
        'title: "a \\"b\\" #1; %%{init}%% c"',
        "---",
        "flowchart BT",
        "  accTitle: a b 1, init c",
        "  accDescr: x, y",
    ]
