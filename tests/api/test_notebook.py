"""What maps and answers show of themselves in a notebook."""

from pathlib import Path

import pytest

import argmap
from argmap.api.render import Drawing
from argmap.render.engine import EngineError
from tests.conftest import REPOSITORY


def test_a_small_map_shows_all_of_itself(debate: Path) -> None:
    one = argmap.load(debate)
    shown = one._repr_mimebundle_(include=None, exclude=None)
    assert shown["image/svg+xml"] == argmap.render(one)._repr_mimebundle_()["image/svg+xml"]
    assert shown["text/plain"] == str(argmap.stats(one))


def test_a_large_map_shows_its_overview() -> None:
    one = argmap.load(REPOSITORY / "data")
    shown = one._repr_mimebundle_()
    assert shown["image/svg+xml"] == argmap.render(one, view="overview")._repr_mimebundle_()["image/svg+xml"]


def test_an_empty_map_shows_words() -> None:
    assert list(argmap.ArgumentMap()._repr_mimebundle_()) == ["text/plain"]


def test_where_nothing_can_be_drawn_words_must_do(debate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise EngineError("no Graphviz")

    monkeypatch.setattr("argmap.api.notebook.draw", fail)
    assert list(argmap.load(debate)._repr_mimebundle_()) == ["text/plain"]


def test_a_selection_shows_its_picture_and_a_line_for_each_statement(debate: Path) -> None:
    one = argmap.load(debate)
    chosen = argmap.statements(one, by="ada")
    shown = chosen._repr_mimebundle_()
    assert shown["text/plain"] == str(chosen)
    # What nobody in the part challenges may be challenged from outside: the whole map is asked.
    assert shown["image/svg+xml"] == argmap.render(one, by="ada")._repr_mimebundle_()["image/svg+xml"]


def test_what_no_picture_shows_is_listed(debate: Path) -> None:
    chosen = argmap.statements(argmap.load(debate), type="rebuttal")
    assert chosen._repr_mimebundle_() == {"text/plain": str(chosen)}


def test_a_picture_is_no_wider_than_its_column(debate: Path) -> None:
    large = argmap.render(argmap.load(debate))
    assert 'style="max-width:100%;height:auto" width="880" height="' in _shown(large)
    small = argmap.render(argmap.ArgumentMap(claims={"a": argmap.Claim(id="a", text="Hello.")}))
    assert 'width="880"' not in _shown(small)
    assert _shown(small).startswith("<svg ")
    assert _shown(small).count(" width=") == str(small).count(" width=")


def _shown(drawing: Drawing) -> str:
    return str(drawing._repr_mimebundle_()["image/svg+xml"])


def test_a_large_selection_shows_its_list() -> None:
    chosen = argmap.statements(argmap.load(REPOSITORY / "data"))
    assert chosen._repr_mimebundle_() == {"text/plain": str(chosen)}


def test_an_answer_shows_what_the_command_prints(debate: Path) -> None:
    found = argmap.unanswered(argmap.load(debate))
    assert found._repr_mimebundle_(include=None, exclude=None) == {"text/plain": str(found)}


def test_what_was_read_shows_what_is_not_in_it(debate: Path) -> None:
    written = argmap.write(argmap.load(debate), "iccma")
    read = argmap.read(written.data, format="iccma")
    shown = read._repr_mimebundle_()
    assert "image/svg+xml" in shown
    assert all(note in str(shown["text/plain"]) for note in read.notes)
    assert all(note in str(written._repr_mimebundle_()["text/plain"]) for note in written.notes)
