import sys
from typing import get_args

import pytest

from argmap.render.draw import FORMATS, Drawing, Format, draw
from argmap.render.engine import EngineError
from argmap.render.svg.finish import Caption

DOT = 'graph { a [id=a, tooltip="t", fontname="No Such Font"]; a -- b }'
CAPTION = Caption("T")


@pytest.mark.parametrize(("output", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_draws_every_format_and_passes_warnings_on(output: Format, start: bytes) -> None:
    picture = draw(DOT, output, CAPTION)
    assert picture.data.startswith(start)
    assert picture.warnings == ("no hard-coded metrics for 'No Such Font'.  Falling back to 'Times' metrics",)
    assert picture == draw(DOT, output, CAPTION)


def test_knows_its_formats() -> None:
    assert get_args(Format) == FORMATS == ("svg", "png", "pdf", "tikz")


def test_follows_the_wishes_for_the_drawing() -> None:
    how = Drawing(engine="circo", scale=1)
    svg = draw(DOT, "svg", CAPTION, how).data.decode()
    assert svg != draw(DOT, "svg", CAPTION, how._replace(engine="dot")).data.decode()
    assert len(draw(DOT, "png", CAPTION, how).data) < len(draw(DOT, "png", CAPTION).data)


def test_passes_errors_of_the_engine_on() -> None:
    with pytest.raises(EngineError, match="unknown layout engine"):
        draw(DOT, "svg", CAPTION, Drawing(engine="none"))


def test_graphviz_draws_images_where_resvg_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    picture = draw("graph { a }", "png", CAPTION)
    assert picture.data.startswith(b"\x89PNG")
    assert picture.warnings == ("drawn by Graphviz itself, because resvg-py is not installed",)
