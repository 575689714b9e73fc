"""One call from a map to a picture, without a command line around it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim
from argmap.queries.select import NoMatchError, Selection
from argmap.render import options as module
from argmap.render.engine import EngineTimeoutError
from argmap.render.options import FORMATS, Format, MeaninglessOptionError, RenderOptions, is_meant_for
from argmap.render.service import NothingToDrawError, Watcher, render
from argmap.render.svg import finish, markup
from argmap.render.svg.markup import parse, root_of
from argmap.render.themes import BUILT_IN
from argmap.semantics.reading import Reading

STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!DOCTYPE", "tikz": b"% "}
TEXTS = {"dot": b"digraph", "mermaid": b"---\ntitle"}


@pytest.fixture(scope="module")
def debate() -> ArgumentMap:
    return argmap.load(Path(__file__).parents[1] / "golden" / "debate.yaml")


@pytest.mark.parametrize("output", FORMATS)
def test_every_format_comes_from_one_call(
    debate: ArgumentMap, output: Format, capfd: pytest.CaptureFixture[str]
) -> None:
    picture = render(debate, RenderOptions(format=output))
    assert picture.data.startswith((STARTS | TEXTS)[output])
    assert picture.others == ()
    assert capfd.readouterr() == ("", "")


def test_no_file_of_the_map_is_needed(
    debate: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = render(debate, RenderOptions(format="dot"))
    monkeypatch.chdir(tmp_path)
    assert render(debate, RenderOptions(format="dot")) == before
    assert os.listdir(tmp_path) == []  # noqa: PTH208 — only the names


def test_a_view_has_defaults_that_the_options_go_before(debate: ArgumentMap) -> None:
    dialogue = RenderOptions(format="dot", view="dialogue")
    same = replace(dialogue, direction="BT", text="short")
    assert render(debate, dialogue) == render(debate, same)
    assert render(debate, dialogue) != render(debate, replace(dialogue, text="title"))
    assert render(debate, RenderOptions(format="mermaid", view="dialogue")).data


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            RenderOptions(format="dot", page="a4"),
            "`page` means nothing for the format `dot`; it goes with svg, ",
        ),
        (RenderOptions(scale=2), "`scale` means nothing for the format `svg`; it goes with png"),
        (RenderOptions(format="html", transparent=True), "`transparent` means nothing for the format `html`"),
        (RenderOptions(view="flow", direction="LR"), "`direction` means nothing for the view `flow`"),
        (RenderOptions(view="people", format="html"), "`html` means nothing for the view `people`"),
        (RenderOptions(view="people", status="grounded"), "`status` means nothing for the view `people`"),
        (
            RenderOptions(format="html", colour_by="tag"),
            "`colour_by` means nothing for the format `html`; it goes with svg, ",
        ),
        (
            RenderOptions(format="mermaid", colour_by="tag"),
            "`colour_by` means nothing for the format `mermaid`",
        ),
        (RenderOptions(view="people", colour_by="tag"), "`colour_by` means nothing for the view `people`"),
        (RenderOptions(view="flow", colour_by="source"), "`colour_by` means nothing for the view `flow`"),
        (
            RenderOptions(view="overview", colour_by="tag"),
            "`colour_by` means nothing for the view `overview`",
        ),
        (RenderOptions(format="html", no_title=True), "`no_title` means nothing for the format `html`"),
        (
            RenderOptions(format="mermaid", no_legend=True),
            "`no_legend` means nothing for the format `mermaid`",
        ),
    ],
)
def test_what_means_nothing_is_refused(debate: ArgumentMap, options: RenderOptions, message: str) -> None:
    with pytest.raises(MeaninglessOptionError) as caught:
        render(debate, options)
    assert str(caught.value).startswith(message)


HEADING = {"Should Market Street be closed to cars?", "A town meeting, made up for testing."}


def words_drawn(debate: ArgumentMap, options: RenderOptions) -> set[str]:
    """Give each text that a drawing shows; its title for readers of the file is none."""
    root = root_of(render(debate, options).data.decode())
    return {"".join(text.itertext()).strip() for text in root.iter("text")}


def test_a_figure_with_a_caption_leaves_title_or_legend_out(debate: ArgumentMap) -> None:
    everything = words_drawn(debate, RenderOptions())
    untitled = words_drawn(debate, RenderOptions(no_title=True))
    unexplained = words_drawn(debate, RenderOptions(no_legend=True))
    assert everything >= HEADING
    assert everything - untitled == HEADING
    assert "supports" in everything - unexplained
    assert unexplained >= HEADING


def test_the_table_names_options_that_there_are() -> None:
    names = {field.name for field in fields(RenderOptions)}
    assert set(module._MEANT_FOR) <= names
    assert {name for row in module._NOT_FOR.values() for name in row} <= names | set(FORMATS)
    assert is_meant_for("direction", "mermaid")
    assert not is_meant_for("scale", "svg")


def test_nothing_to_draw_is_told(debate: ArgumentMap) -> None:
    with pytest.raises(NothingToDrawError, match="holds no statements"):
        render(ArgumentMap())
    inferred = ArgumentMap(claims={"c": Claim(id="c", text="C", basis="inferred")})
    with pytest.raises(NothingToDrawError, match="all statements are inferred by the editor"):
        render(inferred)
    with pytest.raises(NothingToDrawError, match="leaves nothing for the view `flow`"):
        render(debate, RenderOptions(view="flow", selection=Selection(by=("chen",))))
    with pytest.raises(NoMatchError):
        render(debate, RenderOptions(selection=Selection(focus=("nobody",))))


def test_the_time_may_be_up(debate: ArgumentMap) -> None:
    with pytest.raises(EngineTimeoutError):
        render(debate, RenderOptions(timeout=0.0001))


def test_statuses_are_marked_and_the_watcher_is_told(debate: ArgumentMap) -> None:
    told: list[tuple[object, object]] = []

    class Teller(Watcher):
        @contextmanager
        def weighing(self, reading: Reading, semantics: str) -> Iterator[None]:
            told.append((reading.framework.size > 0, semantics))
            yield

        @contextmanager
        def drawing(self, boxes: int, *, of_statements: bool) -> Iterator[None]:
            told.append((boxes, of_statements))
            yield

    svg = render(debate, RenderOptions(status="grounded"), Teller()).data.decode()
    assert "under grounded semantics" in svg
    render(debate, RenderOptions(view="flow"), Teller())
    assert told[0] == (True, "grounded")
    assert [of_statements for _, of_statements in told[1:]] == [True, False]


def ids_in(data: bytes) -> set[str]:
    """Give the ids that a picture has for itself, not for what is in its map."""
    root = root_of(data.decode())
    named = {child.get("id", "") for child in root if child.tag in {"title", "desc"}}
    said = {root.get("aria-labelledby"), root.get("aria-describedby")}
    assert named == said
    return named


def test_pictures_in_one_page_have_no_id_in_common(debate: ArgumentMap) -> None:
    several = render(debate, RenderOptions(page="a4"))
    pictures = [
        render(debate, RenderOptions()).data,
        render(debate, RenderOptions(theme=BUILT_IN["dark"])).data,
        render(debate, RenderOptions(view="people")).data,
        several.data,
        *several.others,
    ]
    ids = [key for data in pictures for key in ids_in(data)]
    assert len(ids) == len(set(ids)) == 2 * len(pictures)
    assert render(debate, RenderOptions()).data == pictures[0]


def test_the_picture_of_a_page_is_parsed_once(debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def parse_and_count(data: bytes) -> Element:
        parsed.append(data)
        return parse(data)

    monkeypatch.setattr(finish, "parse", parse_and_count)
    monkeypatch.setattr(markup, "parse", parse_and_count)
    render(debate, RenderOptions(format="html"))
    assert len(parsed) == 1
