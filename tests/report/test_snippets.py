"""Carets stand under the exact words, whatever the width of the signs before them."""

import contextlib
import io
from pathlib import Path

import pytest
from rich.cells import cell_len

from argmap.diagnostics import Diagnostic, Location, Related, Severity
from argmap.files.yaml.places import Places, ReadFile
from argmap.report.console import make_console
from argmap.report.diagnostics import print_diagnostics
from argmap.report.snippets import cut_snippet
from argmap.text.clean import visible


def place(text: str, words: str, line: int = 1) -> Location:
    start = text.splitlines()[line - 1].index(words) + 1
    return Location("map.yaml", line, start, line, start + len(words))


def printed(text: str, findings: list[Diagnostic], colour: str = "never") -> str:
    places = Places({"map.yaml": ReadFile("map.yaml", text, text)})
    with contextlib.redirect_stdout(io.StringIO()) as output:
        print_diagnostics(findings, places, make_console(colour))
    return output.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "  text: words here",
        "日本語の主張 words",
        "e\u0301a\u0308 combining words",
        "👩 wide 🎉 words 🎉",
        "\twords after a tab",
        "العربية words",
        "\u202eoverride words",
        "x" * 500 + " words " + "y" * 500,
        "words " + "y" * 5000,
        "日本語" * 100 + " words " + "の主張" * 100,
        "日本語" * 20 + " words",
        "words " + "日本語" * 30,
        "日" * 46 + " words",
        "日" * 49 + "words日",
        "x" * 94 + " words",
        "x" * 95 + " words",
        "x" * 96 + "words y",
    ],
)
def test_the_underline_lies_under_the_words(line: str) -> None:
    snippet = cut_snippet(ReadFile("map.yaml", line, line), place(line, "words"), 100)
    assert snippet is not None
    assert snippet.width == 5
    before = snippet.line[: snippet.line.index("words")]
    assert cell_len(before) == snippet.indent
    assert cell_len(snippet.line) <= 100
    assert snippet.line.startswith(visible(line[:3])) or snippet.line.startswith("…")


@pytest.mark.parametrize("sign", ["🇳🇴", "e\u0301", "👨\u200d👩\u200d👧", "ก\u0e33\u0e49", "क\u094dष\u093f"])
@pytest.mark.parametrize("spare", [0, 1, 2, 3])
def test_a_long_line_is_cut_between_characters(sign: str, spare: int) -> None:
    line = "x" * spare + sign * 200 + "words" + sign * 200
    snippet = cut_snippet(ReadFile("map.yaml", line, line), place(line, "words"), 60)
    assert snippet is not None
    before, _, after = snippet.line.strip("…").partition("words")
    assert before == sign * (len(before) // len(sign))
    assert after == sign * (len(after) // len(sign))
    assert cell_len(snippet.line) <= 60


def test_wide_words_get_a_wide_underline() -> None:
    line = "text: 日本語 end"
    snippet = cut_snippet(ReadFile("map.yaml", line, line), place(line, "日本語"), 80)
    assert snippet is not None
    assert (snippet.indent, snippet.width) == (6, 6)


def test_what_steers_a_terminal_is_shown() -> None:
    assert visible("a\u202eb\x1bc\td\u2066e") == "a\ufffdb\ufffdc d\ufffde"


def test_markup_stays_text() -> None:
    text = "[bold]x[/bold] [link=http://e.org]y[/link]\n"
    finding = Diagnostic(place(text, "x"), "G401", "[red]attacks[/red] :smile:", hint="[b]no[/b]")
    assert printed(text, [finding]) == (
        "map.yaml:1:7: G401 [red]attacks[/red] :smile: [error: self-attack]\n"
        "1 | [bold]x[/bold] [link=http://e.org]y[/link]\n"
        "  |       ^\n"
        "   = tip: [b]no[/b]\n"
    )


def test_related_places_and_unknown_files() -> None:
    text = "one\ntwo\n" * 5 + "three\n"
    related = (Related(place(text, "one"), "first"), Related(Location("other.yaml", 3, 4), "elsewhere"))
    finding = Diagnostic(place(text, "three", 11), "X999", "twice", Severity.INFO, related=related)
    assert printed(text, [finding]) == (
        "map.yaml:11:1: X999 twice [info]\n"
        "11 | three\n"
        "   | ^^^^^\n"
        " 1 | one\n"
        "   | --- first\n"
        "    = elsewhere: other.yaml:3:4\n"
    )


def test_colour_and_hyperlinks_only_where_there_is_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yaml").write_text("one\n")
    finding = Diagnostic(place("one\n", "one"), "G401", "wrong", Severity.WARNING)
    coloured = printed("one\n", [finding], "always")
    address = (tmp_path / "map.yaml").as_uri()
    assert coloured.splitlines()[0] == (
        f"\x1b]8;;{address}\x1b\\\x1b[1mmap.yaml:1:1\x1b[0m\x1b]8;;\x1b\\: "
        "\x1b[1;33mG401\x1b[0m wrong\x1b[2m [warning: self-attack]\x1b[0m"
    )
    assert coloured == printed("one\n", [finding], "always")
    assert "\x1b" not in printed("one\n", [finding], "never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed("one\n", [finding], "auto")
