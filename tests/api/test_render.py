"""`argmap.render` gives the bytes that the command writes, and shows them in a notebook."""

import dataclasses
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.api.render import Drawing, _Choices
from argmap.api.render import render as function
from argmap.render.options import RenderOptions
from argmap.render.themes import BUILT_IN
from tests.running import run_command
from tests.sketch import sketch

DRAWN: dict[str, dict[str, Any]] = {
    "--svg": {},
    "--dot --view dialogue": {"format": "dot", "view": "dialogue"},
    "--dot --by ada --depth 1 --theme dark": {"format": "dot", "by": "ada", "depth": 1, "theme": "dark"},
    "--dot --status": {"format": "dot", "status": True},
    "--dot --status preferred --include-inferred": {
        "format": "dot",
        "status": "preferred",
        "include_inferred": True,
    },
    "--mermaid --group-by person": {"format": "mermaid", "group_by": "person"},
    "--html --style apa --focus boris": {"format": "html", "style": "apa", "focus": "boris"},
    "--png --scale 0.5 --view overview": {"format": "png", "scale": 0.5, "view": "overview"},
}


@pytest.mark.parametrize("command", DRAWN)
def test_a_drawing_is_what_the_command_writes(command: str, debate: Path) -> None:
    drawing = argmap.render(argmap.load(debate), **DRAWN[command])
    outcome = run_command(["render", *command.split(), "--map", debate.name, "-o", "-"])
    if drawing.format == "png":
        run_command(["render", *command.split(), "-o", "out.png", "--map", debate.name])
        assert drawing.data == Path("out.png").read_bytes()
    else:
        assert str(drawing) == outcome.stdout


def test_every_option_of_a_picture_is_an_argument() -> None:
    fields = {field.name for field in dataclasses.fields(RenderOptions)} - {"selection", "works", "both"}
    named = set(inspect.signature(function).parameters) - {"argument_map", "options", "style"}
    assert fields - named - _Choices.__optional_keys__ == set()


def test_a_drawing_is_saved_with_all_of_its_sheets(debate: Path) -> None:
    drawing = argmap.render(argmap.load(debate), page="slide")
    files = drawing.save("out.svg")
    assert [path.read_bytes() for path in files] == list(drawing.sheets)
    run_command(["render", "--page", "slide", "-o", "other.svg", "--map", debate.name])
    assert [path.name.replace("other", "out") for path in sorted(Path().glob("other*"))] == [
        path.name for path in files
    ]


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({"format": "svg"}, "image/svg+xml"),
        ({"format": "mermaid"}, "text/vnd.mermaid"),
        ({"format": "html"}, "text/html"),
        ({"format": "dot"}, "text/plain"),
    ],
)
def test_a_notebook_shows_it(how: dict[str, Any], kind: str, debate: Path) -> None:
    bundle = argmap.render(argmap.load(debate), **how)._repr_mimebundle_(include=None, exclude=None)
    assert next(iter(bundle)) == kind
    assert "text/plain" in bundle


def test_the_page_is_in_a_frame_that_sees_nothing_of_the_notebook() -> None:
    page = b'<!doctype html><p title="a &amp; b">\'</p>'
    shown = str(Drawing("html", (page,))._repr_mimebundle_()["text/html"])
    assert shown.startswith('<iframe sandbox="allow-scripts allow-popups" ')
    assert 'srcdoc="&lt;!doctype html&gt;&lt;p title=&quot;a &amp;amp; b&quot;&gt;&#x27;&lt;/p&gt;"' in shown


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"format": "gif"}, "there is no format `gif`"),
        ({"view": "overvew"}, "did you mean `overview`"),
        ({"theme": "drak"}, "did you mean `dark`"),
        ({"status": "groundet"}, "did you mean `grounded`"),
        ({"scale": 2}, "`scale` means nothing for the format `svg`"),
        ({"style": "apa"}, "`style` means nothing for the format `svg`"),
    ],
)
def test_what_means_nothing_is_refused(how: dict[str, Any], words: str, debate: Path) -> None:
    with pytest.raises(ValueError, match=words):
        argmap.render(argmap.load(debate), **how)


def test_a_theme_may_be_one_of_its_own(debate: Path) -> None:
    one = argmap.load(debate)
    own = dataclasses.replace(BUILT_IN["default"], paper="#fefefe")
    assert "#fefefe" in str(argmap.render(one, theme=own))


def test_nothing_to_draw_is_said(debate: Path) -> None:
    with pytest.raises(argmap.NothingToDrawError):
        argmap.render(argmap.load(debate), by="boris", tag="air")


@pytest.mark.parametrize("before", ["", "import argmap.render.service"])
def test_the_package_of_that_name_is_called_whatever_was_imported_before(before: str) -> None:
    code = (
        f"import argmap\n{before}\n"
        "one = argmap.ArgumentMap(claims={'a': argmap.Claim(id='a', text='Hello.')})\n"
        "first = argmap.render\n"
        "assert 'Hello.' in str(first(one, format='mermaid'))\n"
        "from argmap import render\n"
        "from argmap.render.service import render as inner\n"
        "assert first is argmap.render is render and callable(inner)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""


def test_its_signature_is_that_of_the_call() -> None:
    assert inspect.signature(argmap.render) == inspect.signature(function)


def test_a_width_is_a_length_and_an_orientation_a_word() -> None:
    drawn = sketch("ada: a\nbob: b -> a")
    assert 'width="283.46pt"' in str(argmap.render(drawn, width="10cm"))
    with pytest.raises(ValueError, match="`10` is not a length such as"):
        argmap.render(drawn, width="10")
    with pytest.raises(ValueError, match="upright"):
        argmap.render(drawn, orientation="upright")  # type: ignore[arg-type]
