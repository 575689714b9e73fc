"""What a page is told is what has changed, and it looks as if it had been drawn with all the rest."""

from pathlib import Path

from argmap.live.serving import Exhibition
from argmap.live.snapshot import Snapshot
from tests.live.maps import STREET, exhibition


def after(shown: Exhibition, path: Path, text: str) -> Snapshot:
    path.write_text(text, encoding="utf-8")
    return shown.snapshot(shown.read())


def test_only_boxes_that_look_otherwise_are_sent(tmp_path: Path) -> None:
    path, shown = exhibition(tmp_path)
    first = shown.snapshot(shown.read())
    second = after(shown, path, STREET.replace("Close the street", "Shut the street"))
    told = second.since(first)
    assert told["changed"] == ["close"]
    assert list(told["boxes"]) == ["close"]  # type: ignore[call-overload]  # a JSON object
    assert "Shut the street" in second.boxes["close"].markup
    assert (told["added"], told["gone"]) == ([], [])


def test_what_came_and_went_is_named(tmp_path: Path) -> None:
    path, shown = exhibition(tmp_path)
    first = shown.snapshot(shown.read())
    second = after(shown, path, STREET.replace("id: lorries", "id: trucks").replace("Lorries", "Trucks"))
    told = second.since(first)
    assert told["added"] == ["trucks"]
    assert told["gone"] == ["Lorries must get in."]
    # A claim without its challenge, or with another, looks the same; with none it would not.
    assert list(told["boxes"]) == ["trucks"]  # type: ignore[call-overload]  # a JSON object


def test_an_answer_changes_where_the_challenge_stands(tmp_path: Path) -> None:
    path, shown = exhibition(tmp_path)
    first = shown.snapshot(shown.read())
    reply = "  - {id: early, by: ada, attacks: lorries, text: They can come early.}\n"
    told = after(shown, path, STREET + reply).since(first)
    assert told["added"] == ["early"]
    assert told["changed"] == ["lorries"]


def test_a_state_of_the_files_has_one_version(tmp_path: Path) -> None:
    path, shown = exhibition(tmp_path)
    first = shown.snapshot(shown.read())
    second = after(shown, path, STREET + "# more\n")
    third = after(shown, path, STREET)
    assert first.version == third.version != second.version
    told = third.since(first)
    assert [told[name] for name in ("added", "changed", "gone")] == [[], [], []]


def test_a_box_that_is_drawn_later_looks_as_if_it_had_been_drawn_with_the_others(tmp_path: Path) -> None:
    path, shown = exhibition(tmp_path)
    shown.snapshot(shown.read())
    changed = STREET.replace("get in", "get in every day")
    later = after(shown, path, changed)
    _, other = exhibition(tmp_path, changed)
    at_once = other.snapshot(other.read())
    assert later.boxes["lorries"].paints == at_once.boxes["lorries"].paints
    assert _words(later.boxes["lorries"].markup) == _words(at_once.boxes["lorries"].markup)
    assert later.parts == at_once.parts or later.parts.data == at_once.parts.data


def _words(markup: str) -> list[str]:
    return [line.split(">", 1)[1] for line in markup.splitlines() if line.startswith("<text")]


def test_the_lines_are_explained(tmp_path: Path) -> None:
    _, shown = exhibition(tmp_path)
    strokes = shown.snapshot(shown.read()).strokes
    assert "supports" in strokes
    assert "rebuts" in strokes
    assert strokes.count("<path") == 2


def test_the_help_tells_of_open_challenges_as_long_as_there_are_some(tmp_path: Path) -> None:
    path, shown = exhibition(tmp_path)
    before = shown.snapshot(shown.read())
    assert "nobody has replied" in before.strokes
    reply = "  - {id: early, by: ada, attacks: lorries, text: They come early.}\n"
    path.write_text(STREET + reply, encoding="utf-8")
    assert "nobody has replied" not in str(shown.snapshot(shown.read()).since(before)["lines"])
