"""A real browser, and pages of the viewer in it; without a browser these tests are skipped.

They need `pip install 'argmap[browser]'`, and ARGMAP_BROWSER to name a Chromium: a path, or a name on the
path. Without it they are skipped, for they take longer than all others together. ARGMAP_FIREFOX
names a Firefox, with which one test looks at the page. ARGMAP_PICTURES names a folder, into which pictures
of the docs are written.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from tests.browser.album import Album
from tests.browser.debates import hostile, large
from tests.browser.pages import EVERYTHING, Opened, Visit, Write, write_page

_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    found = shutil.which(os.environ.get("ARGMAP_BROWSER", ""))
    if found is None:
        pytest.skip("ARGMAP_BROWSER names no browser")
    pytest.importorskip("playwright", reason="playwright is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(_FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def album(browser: Any) -> Album:  # noqa: ANN401 (playwright is optional)
    folder = os.environ.get("ARGMAP_PICTURES")
    return Album(browser, Path(folder).resolve() if folder else None)


@pytest.fixture(scope="session")
def axe() -> str:
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("axe-playwright-python is not installed")
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session")
def sample(folder: Path, repository: Path) -> Path:
    """The page of the sample map, with what is inferred."""
    return write_page(argmap.load(repository / "data"), folder / "sample.html")


@pytest.fixture(scope="session")
def hostile_page(folder: Path) -> Path:
    return write_page(hostile(), folder / "hostile.html")


@pytest.fixture(scope="session")
def large_page(folder: Path) -> Callable[[int], Path]:
    """Write the page of a map with so many statements."""

    def write(size: int) -> Path:
        return write_page(large(size), folder / f"large-{size}.html")

    return write


@pytest.fixture(scope="session")
def write(folder: Path) -> Write:
    """Write the page of any map, or of what is selected of it."""

    def write_any(argument_map: ArgumentMap, selection: Selection = EVERYTHING) -> Path:
        return write_page(argument_map, folder / "any.html", selection)

    return write_any


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:  # noqa: ANN401 (playwright is optional)
    """Open a page; at the end of the test it must have asked for nothing and complained of nothing."""
    opened: list[Opened] = []

    def visit_page(path: Path, address: str = "", *, ready: bool = True, **options: Any) -> Opened:  # noqa: ANN401
        context = browser.new_context(
            **{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"} | options
        )
        context.set_default_timeout(15_000)
        found = Opened(context.new_page())
        opened.append(found)
        found.page.goto(path.as_uri() + address)
        if ready:
            found.page.wait_for_selector("html.ready", timeout=20_000)
        return found

    yield visit_page
    for found in opened:
        found.page.context.close()
        assert found.requests == []
        assert found.complaints == []
