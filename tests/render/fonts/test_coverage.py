import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.render.fonts import coverage, font_files
from argmap.render.fonts.coverage import Coverage, cover

MakeFont = Callable[..., Path]


@pytest.fixture(autouse=True)
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with no fonts but those in the returned folder."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    coverage._system_fonts.cache_clear()
    monkeypatch.setattr(coverage, "_system_folders", lambda: iter([folder]))
    return folder


def test_the_bundled_fonts_are_enough_for_european_text() -> None:
    assert cover("Übermacht, Хрущёв, Ἕλλην\u200d\u00ad\n") == ((), "", "")


def test_finds_a_font_of_the_computer_and_says_so(computer: Path, make_font: MakeFont) -> None:
    font = make_font(computer / "Han.ttf", "漢字")
    found = cover("a漢字")
    assert found == Coverage((font,), "字漢", "")
    (warning,) = found.warnings
    assert warning == "drawn with fonts of this computer, so another may draw them differently: 字漢"


def test_says_what_no_font_has(computer: Path) -> None:
    shutil.copy(font_files()[0], computer)
    (computer / "broken.ttf").write_text("no font")
    found = cover("漢字")
    assert found == Coverage((), "", "字漢")
    assert found.warnings == ("no font here has 字漢: install one that does",)


def test_takes_the_fewest_and_plainest_fonts(computer: Path, make_font: MakeFont) -> None:
    make_font(computer / "A-Black.ttf", "漢字", weight=900)
    make_font(computer / "B-One.ttf", "漢")
    make_font(computer / "C-Regular.ttf", "漢字")
    plainest = make_font(computer / "D-Sans.ttf", "漢字")
    assert cover("漢字").files == (plainest,)


def test_combines_fonts_where_none_has_everything(computer: Path, make_font: MakeFont) -> None:
    han, thai = make_font(computer / "Han.ttf", "漢字"), make_font(computer / "Thai.ttf", "ไทย")
    assert cover("漢字ไทย") == ((thai, han), "ทยไ字漢", "")


def test_a_long_list_of_characters_is_cut_in_a_warning() -> None:
    (warning,) = cover("".join(map(chr, range(0x4E00, 0x4E20)))).warnings
    assert warning.endswith(" and 12 more: install one that does")


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("linux", "/usr/share/fonts"), ("darwin", "/System/Library/Fonts"), ("win32", "W/Fonts")],
)
def test_knows_where_fonts_are(platform: str, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("WINDIR", "W")
    monkeypatch.setenv("HOME", "somewhere")
    folders = [path.as_posix() for path in coverage._system_folders()]
    assert folders[0] == folder
    assert folders[-1].startswith("somewhere/")
