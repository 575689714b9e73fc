"""What maps and answers show of themselves in a notebook."""

from pathlib import Path

import pytest

import argmap
from argmap.render.engine import EngineError
from tests.conftest import REPOSITORY


def test_a_small_map_shows_all_of_itself(debate: Path) -> None:
    one = argmap.load(debate)
    shown = one._repr_mimebundle_(include=None, exclude=None)
    assert shown["image/svg+xml"] == str(argmap.render(one, include_inferred=True))
    assert shown["text/plain"] == str(argmap.stats(one))


def test_a_large_map_shows_its_overview() -> None:
    one = argmap.load(REPOSITORY / "data")
    shown = one._repr_mimebundle_()
    assert shown["image/svg+xml"] == str(argmap.render(one, view="overview", include_inferred=True))


def test_an_empty_map_shows_words() -> None:
    assert list(argmap.ArgumentMap()._repr_mimebundle_()) == ["text/plain"]


def test_where_nothing_can_be_drawn_words_must_do(debate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise EngineError("no Graphviz")

    monkeypatch.setattr("argmap.api.notebook.render", fail)
    assert list(argmap.load(debate)._repr_mimebundle_()) == ["text/plain"]


def test_a_selection_shows_its_picture_and_a_line_for_each_statement(debate: Path) -> None:
    chosen = argmap.statements(argmap.load(debate), by="ada")
    shown = chosen._repr_mimebundle_()
    assert shown["text/plain"] == str(chosen)
    assert str(shown["image/svg+xml"]).count('class="node') == len(chosen)


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
