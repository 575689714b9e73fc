"""Views that a project has saved, as `argmap render` draws them."""

from pathlib import Path

import click
import pytest

from argmap.cli.render import command
from argmap.render.saved_views import KEYS
from tests.running import run_command

SETTINGS = """\
[render.saved.figure]
format = "dot"
focus = ["boris"]
text = "title"
no-legend = true

[render.saved.talk]
view = "dialogue"
format = "mermaid"
"""


@pytest.fixture(autouse=True)
def _settings(debate: object) -> None:
    assert debate
    write(SETTINGS)


def write(text: str) -> None:
    Path("argmap.toml").write_text(text, encoding="utf-8")


def render(*words: str) -> str:
    outcome = run_command(["render", *words, "--map", "debate.yaml"])
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout


def test_a_saved_view_is_drawn_as_if_it_was_typed() -> None:
    typed = render("--dot", "--focus", "boris", "--text", "title", "--no-legend")
    assert render("--saved", "figure") == typed
    assert render("--saved", "talk") == render("--view", "dialogue", "--mermaid")


def test_the_command_line_counts_before_it() -> None:
    typed = render("--dot", "--focus", "ada", "--text", "title", "--no-legend")
    assert render("--saved", "figure", "--focus", "ada") == typed
    assert render("--saved", "talk", "--dot").startswith("digraph")
    assert render("--saved", "talk", "-o", "-") == render("--saved", "talk")


def test_a_name_that_means_nothing_is_answered_with_the_nearest() -> None:
    outcome = run_command(["render", "--saved", "figur", "--map", "debate.yaml"])
    assert outcome.exit_code == 2
    assert outcome.stderr.endswith("Error: there is no saved view `figur`; did you mean `figure`?\n")
    write("")
    assert "argmap.toml saves none" in run_command(["render", "--saved", "x", "--map", "debate.yaml"]).stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("txt = 'title'", "argmap.toml:2:1: C901 a saved view has no setting `txt`"),
        ("text = 'titel'", "argmap.toml:2:1: C901 `text` cannot be `titel`"),
        ("theme = 'drak'", "argmap.toml:2:1: C901 `theme` cannot be `drak`"),
        ("depth = 'far'", "argmap.toml:2:1: C901 `depth` must be a number"),
        ("no-title = 1", "argmap.toml:2:1: C901 `no-title` must be `true` or `false`"),
        ("by = [1]", "argmap.toml:2:1: C901 `by` must be a text or a list of texts"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_by_check(line: str, message: str) -> None:
    write(f"[render.saved.figure]\n{line}\n")
    for outcome in (
        run_command(["render", "--saved", "figure", "--map", "debate.yaml"]),
        run_command(["check", "--map", "debate.yaml"]),
    ):
        assert outcome.exit_code != 0
        assert message in outcome.output


def test_every_option_of_a_picture_can_be_saved() -> None:
    about_files = {"output", "maps", "map", "color", "saved", "keep_going"}
    formats = set(KEYS["format"])
    options = [one for one in command.params if isinstance(one, click.Option) and one.name not in about_files]
    names = {one.opts[0].removeprefix("--") for one in options} - formats
    assert names - {"keep-going"} == set(KEYS) - {"format"}
    for option in options:
        if isinstance(option.type, click.Choice) and (takes := KEYS.get(option.opts[0].removeprefix("--"))):
            assert tuple(option.type.choices) == tuple(takes)


def test_a_saved_length_is_checked_where_it_stands() -> None:
    write('[render.saved.figure]\nwidth = "12"\nportrait = true\n')
    outcome = run_command(["check", "debate.yaml"])
    assert "argmap.toml:2" in outcome.output
    assert "`width` must be a length such as 12cm, 5in or 800px" in outcome.output
    write('[render.saved.figure]\nwidth = "12cm"\nportrait = true\n')
    assert render("--saved", "figure", "--svg") == render("--width", "12cm", "--portrait", "--svg")
    assert render("--saved", "figure", "--landscape", "--svg") == render(
        "--width", "12cm", "--landscape", "--svg"
    )
