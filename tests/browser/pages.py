"""Writing pages of the viewer, and looking at them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from argmap.render.options import RenderOptions
from argmap.render.service import render

EVERYTHING = Selection(include_inferred=True)


def write_page(argument_map: ArgumentMap, path: Path, selection: Selection = EVERYTHING) -> Path:
    """Write the page of a map, as the command line does."""
    path.write_bytes(render(argument_map, RenderOptions(format="html", selection=selection)).data)
    return path


class Opened:
    """A page in a browser, with what it asked for and what it complained of.

    Args:
        page: playwright's page, before it went anywhere.
    """

    def __init__(self, page: Any) -> None:  # noqa: ANN401 (playwright is optional)
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self._ask(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _ask(self, url: str) -> None:
        if not url.startswith(("file:", "data:")) or (url.startswith("file:") and ".html" not in url):
            self.requests.append(url)

    def until(self, condition: str) -> None:
        """Wait until an expression is true; the page's own policy forbids the browser to wait for it."""
        for _ in range(200):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{condition}, but at {self.page.evaluate('location.hash')}")

    @property
    def heading(self) -> str:
        """The heading of the panel."""
        return str(self.page.inner_text("[id='ui:page'] h2"))

    @property
    def chosen(self) -> list[str]:
        """The ids of the boxes marked as chosen."""
        return list(self.page.eval_on_selector_all(".statement.chosen", "all => all.map(one => one.id)"))

    @property
    def bright(self) -> set[str]:
        """The ids of the boxes that are shown and not dimmed."""
        script = "all => all.map(one => one.id)"
        return set(self.page.eval_on_selector_all(".statement:not(.gone, .dim)", script))

    @property
    def level(self) -> str:
        """The size in which the map is told: blocks, tiles or boxes."""
        return str(self.page.get_attribute("[id='ui:view']", "data-level"))

    @property
    def address(self) -> str:
        """What stands after the `#`."""
        return str(self.page.evaluate("decodeURIComponent(location.hash.slice(1))"))

    @property
    def place(self) -> list[float]:
        """The picture's shift and scale: x, y, scale."""
        script = (
            "one => { const m = new DOMMatrix(getComputedStyle(one).transform); return [m.e, m.f, m.a]; }"
        )
        return list(self.page.eval_on_selector("[id='ui:sheet']", script))


Visit = Callable[..., Opened]
"""Opens a page at an address, with options for the browser."""

Write = Callable[..., Path]
"""Writes the page of any map, or of what is selected of it."""
