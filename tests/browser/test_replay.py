"""A debate is typed in Neovim, which has the language server, and the page follows in a browser.

ARGMAP_PICTURES=docs/images makes the pictures of the docs on the way.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("lsprotocol")
pytest.importorskip("pygls")
pytest.importorskip("pyte")
pytest.importorskip("starlette")
pytest.importorskip("termios")
pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")

from tests.browser.album import Album
from tests.browser.served import STREET, Follow, following, served, wait_for_news
from tests.browser.terminal import Terminal, running

NEOVIM = shutil.which("nvim")
ATTACHED = "(vim.lsp.get_clients or vim.lsp.get_active_clients)()[1] ~= nil"
LOOKS = (
    "set completeopt=menu nohlsearch signcolumn=no | "
    "highlight Pmenu ctermfg=252 ctermbg=238 | highlight PmenuSel ctermfg=255 ctermbg=24"
)
ENTER, ESCAPE, COMPLETE, TAKE = "\r", "\x1b", "\x18\x0f", "\x19"
SAVE = f"{ESCAPE}:write{ENTER}"
VIEWPORT = {"width": 850, "height": 560}

TYPED = """\
    title: Cleaner air
    text: The air gets cleaner.
  - id: quiet
    by: ada
    title: Quieter nights
    text: Nobody is woken by engines.
"""
REPLY = """\
  - id: early
    by: ada
    attacks: lorries
    title: They can come early
    text: Before eight there is room for them.
"""

pytestmark = pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")


@pytest.fixture
def street(tmp_path: Path, browser: Any) -> Path:  # noqa: ANN401, ARG001 (playwright is optional, and may be missing)
    folder = tmp_path / "map"
    folder.mkdir()
    path = folder / "street.yaml"
    path.write_text(STREET, encoding="utf-8")
    return path


@pytest.fixture
def follow(street: Path, browser: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Follow]:  # noqa: ANN401
    # Findings name files as they are seen from the folder.
    monkeypatch.chdir(street.parent)
    with served(Path(street.name)) as server:
        yield from following(browser, server)


@pytest.fixture
def neovim(street: Path, tmp_path: Path, repository: Path) -> Iterator[Terminal]:
    """Neovim with the settings of the docs, and the file open in it."""
    page = (repository / "docs" / "editors.md").read_text(encoding="utf-8")
    settings = tmp_path / "init.lua"
    settings.write_text(page.partition("```lua\n")[2].partition("```")[0], encoding="utf-8")
    environment = {
        **os.environ,
        "LANG": "C.UTF-8",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "TERM": "xterm-256color",
    } | {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    command = [str(NEOVIM), "-u", str(settings), "-i", "NONE", "-n", "-c", LOOKS, street.name]
    with running(command, street.parent, environment) as terminal:
        terminal.wait_for("rebuttals:")
        # The words are put together there, since what is typed stands on the screen as well.
        terminal.type(
            f":lua print(vim.wait(30000, function() return {ATTACHED} end) and 'it is ' .. 'there'){ENTER}"
        )
        terminal.wait_for("it is there")
        terminal.type(f":echo{ENTER}")
        yield terminal


def test_a_debate_is_typed_in_neovim_and_the_page_follows(
    street: Path, neovim: Terminal, follow: Follow, album: Album
) -> None:
    opened = follow("#close", viewport=VIEWPORT)
    page = opened.page

    # A claim, with a name that is completed.
    neovim.type(f"/rebuttals{ENTER}O- id: quiet{ENTER}by: {COMPLETE}")
    neovim.wait_for("boris Class Boris")
    album.add("editors-completion", neovim)
    neovim.type(f"{TAKE}{ENTER}title: Quieter nights{ENTER}text: Nobody is woken by engines.{SAVE}")
    wait_for_news(opened, "New: Quieter nights.")
    assert "quiet" in opened.bright
    assert TYPED in street.read_text("utf-8")

    # It becomes a reason; for a moment its bracket is open, and the picture stays.
    neovim.type(f"/\\[air{ENTER}ea, qui{COMPLETE}")
    neovim.wait_for("[air, quiet")
    neovim.type(f"{ESCAPE}f]x{SAVE}")
    page.wait_for_selector(".faults:has-text('Y105')")
    assert opened.heading == "Close the street"
    assert "quiet" in opened.bright
    neovim.type(f"A]{SAVE}")
    page.wait_for_selector(".faults", state="hidden")
    wait_for_news(opened, "Changed: Close the street.")
    page.wait_for_selector("[id='ui:page'] >> text=Quieter nights")

    # A rebuttal of what is not there: said in the editor and over the picture, and mended by a quick fix.
    neovim.type(
        f"Go- id: early{ENTER}by: ada{ENTER}attacks: lories{ENTER}title: They can come early{ENTER}"
        f"text: Before eight there is room for them.{SAVE}"
    )
    neovim.wait_for("there is no claim")
    page.wait_for_selector(".faults:has-text('R301')")
    assert "did you mean `lorries`?" in page.inner_text(".faults")
    assert page.query_selector("[id='early']") is None
    album.add("live-findings", neovim, page)
    neovim.type(f"?lories{ENTER}:lua vim.lsp.buf.code_action(){ENTER}")
    neovim.wait_for("Write `lorries`")
    album.add("editors-quick-fix", neovim)
    neovim.type(f"1{ENTER}")
    neovim.wait_for("attacks: lorries")
    neovim.wait_for("there is no claim", gone=True)
    neovim.type(f":write{ENTER}")
    wait_for_news(opened, "New: They can come early.")
    assert not page.is_visible(".faults")
    album.add("live-following", neovim, page)
    assert street.read_text("utf-8").endswith(REPLY)
    page.click(".news a >> text=They can come early")
    assert opened.heading == "They can come early"

    neovim.type(f":quitall{ENTER}")
