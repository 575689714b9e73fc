"""How colour is decided: --color, then NO_COLOR, FORCE_COLOR or CLICOLOR_FORCE, TERM=dumb, the terminal."""

import pytest

from argmap.report.console import make_console
from argmap.report.page import Page


@pytest.mark.parametrize(
    ("option", "settings", "coloured"),
    [
        (None, {}, False),
        ("auto", {}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("always", {"TERM": "dumb"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        (None, {"FORCE_COLOR": "1"}, True),
        (None, {"FORCE_COLOR": "0"}, False),
        (None, {"CLICOLOR_FORCE": "1"}, True),
        (None, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (None, {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (None, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (None, {"NO_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_colour(
    option: str | None,
    settings: dict[str, str],
    coloured: bool,  # noqa: FBT001 — pytest passes it by name
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    Page(make_console(option)).line(("word", "error"))
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    Page(make_console(stderr=True)).line("[bold]word[/] :smile:")
    assert capsys.readouterr() == ("", "[bold]word[/] :smile:\n")
