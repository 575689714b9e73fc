"""Maps that `argmap serve` shows, and pages that follow them."""

import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.pages import Opened
from tests.programs import LONG, line, program

STREET = """\
people:
  ada: {name: Ada}
  boris: {name: Boris}
claims:
  - id: close
    by: ada
    title: Close the street
    text: The street should be closed to cars.  # her words
    because:
      - [air]
  - id: air
    by: ada
    title: Cleaner air
    text: The air gets cleaner.
rebuttals:
  - id: lorries
    by: boris
    attacks: close
    title: Lorries must get in
    text: Lorries must reach the shops.
"""


class Server:
    """A server that runs.

    Args:
        process: its process.
        address: the address of the page, with its secret.
    """

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self.process = process
        self.address = address

    def end(self) -> int:
        """End it as Ctrl-C does; give its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG)


@contextmanager
def served(where: Path, *arguments: str) -> Iterator[Server]:
    """Serve a map while something is done with it."""
    with program("serve", "--no-open", "--map", str(where), *arguments) as process:
        yield Server(process, line(process.stdout))


def change(path: Path, old: str, new: str) -> None:
    """Change a file as an editor does."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def wait_for_news(opened: Opened, words: str) -> None:
    """Wait until the page names a change."""
    opened.page.wait_for_selector(f".news:has-text({words!r})")


def turn(opened: Opened, *, away: bool) -> None:
    """Tell a page that nobody sees it, as with another tab in front, or that it is seen again."""
    script = """isAway => {
        Object.defineProperty(document, "hidden", { get: () => isAway, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    opened.page.evaluate(script, arg=away)


Follow = Callable[..., Opened]
"""Opens the page of a server, at an address within it and with options for the browser."""


def following(browser: Any, server: Server) -> Iterator[Follow]:  # noqa: ANN401 (playwright is optional)
    """Give what opens the page; at the end it must have complained of nothing."""
    opened: list[Opened] = []

    def follow_page(address: str = "", **options: Any) -> Opened:  # noqa: ANN401
        context = browser.new_context(
            **{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"} | options
        )
        context.set_default_timeout(15_000)
        found = Opened(context.new_page())
        opened.append(found)
        found.page.goto(server.address)
        if address:
            found.page.goto(server.address + address)
        found.page.wait_for_selector("html.ready", timeout=20_000)
        return found

    yield follow_page
    for found in opened:
        found.page.context.close()
        assert found.complaints == [], found.complaints
