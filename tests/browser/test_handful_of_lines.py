"""Who never saw YAML answers a challenge in the page by keyboard, and git shows a handful of lines."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")

from tests.browser.album import Album
from tests.browser.pages import Opened
from tests.browser.served import Follow, following, served
from tests.files.test_revision import git

CHALLENGE = "istomin-not-transactional"
# An imagined voice, which cannot be misquoted.
WHO = "Those who see only transactions"
TEXT = "Ideas are spoken of once the price has been agreed."
TITLE = "The price comes first"
SAID = "is no longer open, but answered"


@pytest.fixture
def data(tmp_path: Path, repository: Path, browser: Any) -> Path:  # noqa: ANN401, ARG001 (may be missing)
    """The sample map in a repository of git."""
    folder = tmp_path / "data"
    shutil.copytree(repository / "data", folder)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "data")
    git(tmp_path, "commit", "-q", "-m", "the map")
    return folder


@pytest.fixture
def follow(data: Path, browser: Any) -> Iterator[Follow]:  # noqa: ANN401 (playwright is optional)
    with served(data, "--edit") as server:
        yield from following(browser, server)


def test_an_answer_is_a_handful_of_lines_and_stands_so_in_the_docs(
    data: Path, follow: Follow, album: Album, repository: Path
) -> None:
    opened = follow(f"#{CHALLENGE}", viewport={"width": 1100, "height": 800})
    keyboard = opened.page.keyboard
    opened.page.focus("[id='ui:page']")
    _tab_to(opened, "ui:change-answer")
    keyboard.press("Enter")
    opened.page.wait_for_selector(".form")
    _tab_to(opened, "ui:field-text")
    keyboard.type(TEXT)
    _tab_to(opened, "ui:field-by")
    keyboard.type(WHO)
    _tab_to(opened, "ui:field-title")
    keyboard.type(TITLE)
    opened.page.wait_for_selector(f".form .said:has-text({SAID!r})")
    album.add("live-answering", opened.page)
    keyboard.press("Enter")
    opened.page.wait_for_selector(".saved:has-text('Saved in')")

    short = git(data, "diff", "--stat").splitlines()
    assert len(short) == 2, short
    added, removed = git(data, "diff", "--numstat").split()[:2]
    assert int(added) < 10
    assert removed == "0"
    # Nothing removed means that each comment is where it was.
    diff = git(data, "diff")
    shown = "\n".join(line for line in diff.splitlines() if not line.startswith("index "))
    assert f"```diff\n{shown}\n```\n" in (repository / "docs" / "live.md").read_text(encoding="utf-8")


def _tab_to(opened: Opened, name: str) -> None:
    for _ in range(60):
        if opened.page.evaluate("document.activeElement.id") == name:
            return
        opened.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name}")
