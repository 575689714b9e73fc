from pathlib import Path

import pytest

from argmap.files.settings import read_settings
from argmap.render.own_themes import Themes, read_themes
from argmap.render.theme import DEFAULT
from argmap.render.themes import BUILT_IN


def read(folder: Path, text: str) -> Themes:
    file = folder / "argmap.toml"
    file.write_text(text, encoding="utf-8")
    return read_themes(read_settings(file))


def test_without_settings_there_are_the_built_in_themes() -> None:
    themes = read_themes(read_settings(None))
    assert themes == Themes(BUILT_IN, "default", ())


def test_a_theme_changes_what_it_names(tmp_path: Path) -> None:
    themes = read(
        tmp_path,
        """
        [render]
        theme = "house"
        [render.themes.house]
        based-on = "dark"
        speakers = ["#FFCC00", "#00ccff"]
        attack-text = "#ff9999"
        line-width = 2
        [render.themes.plain]
        ink = "#000000"
        """,
    )
    house = themes.by_name["house"]
    assert themes.faults == ()
    assert themes.default == "house"
    assert (house.speakers, house.attack_text) == (("#ffcc00", "#00ccff"), "#ff9999")
    assert (house.line_width, house.paper) == (2.0, BUILT_IN["dark"].paper)
    assert themes.by_name["plain"].speakers == DEFAULT.speakers
    assert list(themes.by_name) == [*BUILT_IN, "house", "plain"]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("\nthem = 'x'", 3, "there is no setting `them`", "did you mean `theme`?"),
        ("\ntheme = 'drak'", 3, "there is no theme `drak`", "did you mean `dark`?"),
        ("\ntheme = 3", 3, "there is no theme `3`", "known here: default"),
        ("\nthemes = 3", 3, "`themes` must be a table", ""),
        ("themes.a]\nink = 'black'", 3, "`black` is not a colour", "write it as `#rrggbb`"),
        ("themes.a]\nink = '#12345'", 3, "`#12345` is not a colour", "write it as `#rrggbb`"),
        ("themes.a]\nspeakers = '#123456'", 3, "`speakers` must be a list of colours", ""),
        ("themes.a]\nspeakers = [1]", 3, "`1` is not a colour", "write it as `#rrggbb`"),
        ("themes.a]\nbased-on = 'b'", 3, "there is no built-in theme `b`", "known here: default"),
        (
            "themes.a]\nbased-on = ['dark']",
            3,
            "there is no built-in theme `['dark']`",
            "did you mean `dark`?",
        ),
        ("themes.a]\npapre = '#ffffff'", 3, "there is no setting `papre`", "did you mean `paper`?"),
        ("themes.a]\nline-width = true", 3, "`line-width` must be a number above 0 and up to 10", ""),
        ("themes.a]\nline-width = 11", 3, "`line-width` must be a number above 0 and up to 10", ""),
        ("themes.dark]\nink = '#000000'", 2, "`dark` is a built-in theme", "give yours another name"),
        ("themes]\na = 3", 3, "`a` must be a table", ""),
    ],
)
def test_faults_say_where_and_what(tmp_path: Path, text: str, line: int, message: str, hint: str) -> None:
    opening = "\n[render." if text.startswith("themes") else "\n[render]"
    (fault,) = read(tmp_path, opening + text).faults
    assert (fault.location.line, fault.message) == (line, message)
    assert fault.hint.startswith(hint)
    assert fault.hint or not hint
    assert fault.code == "C901"
