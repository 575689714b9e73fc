"""What each action costs in the viewer, from the event until the next frame is painted, in headless Chromium.

A debate in threads of ten is written as a page, and opened and used in turns with the same debate of 40
statements; the last column says how many times longer the large one takes. On a machine that others use, the
least of all rounds tells what the page costs, and the CPU time of its main thread tells it better still.
After the actions the page of the largest map is opened. Of a search, the list is measured; in large maps the
picture follows when the typing pauses, and is measured from there.

    ARGMAP_BROWSER=chromium python -m benchmarks.bench_viewer --statements 2000 --largest 10000 --rounds 5
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from tests.browser.debates import large
from tests.browser.pages import write_page

SMALL = 40
TARGET = 0.1
"""The seconds that an action may take in a map of 2,000 statements."""

TARGET_LARGEST = 3.0
"""The seconds in which the page of 10,000 statements should open."""

ACTIONS = (
    "search a letter",
    "search another letter",
    "search a word",
    "picture after search",
    "clear the search",
    "search in vain",
    "undo the search",
    "filter",
    "undo the filter",
    "choose a box",
    "fold it or unfold it",
    "undo the fold",
    "only its argument",
    "undo only",
    "undo the choice",
    "unfold all",
    "search in all",
    "undo the search in all",
    "filter all",
    "undo the filter of all",
    "choose a box of all",
    "fold a box of all",
    "undo the fold of all",
    "undo the choice in all",
    "zoom in",
    "zoom out",
    "show everything",
    "fold all",
    "undo fold all",
)
"""What is done, in this order; `_ACT` knows how."""

_PAUSE = 500

_ACT = """async (action) => {
  const part = (name) => document.getElementById(`ui:${name}`);
  const press = (key) => {
    document.activeElement?.blur();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  };
  const type = (words) => {
    part("search").focus();
    part("search").value = words;
    part("search").dispatchEvent(new Event("input", { bubbles: true }));
  };
  const inSight = () => {
    const boxes = [...document.querySelectorAll(".statement")].filter((box) => {
      const { left, top } = box.getBoundingClientRect();
      return left > part("view").getBoundingClientRect().left && top > 100 && top < 700;
    });
    return boxes.find((one) => Number(one.id.slice(1)) % 10 === 0) ?? boxes[0];
  };
  const box = action.startsWith("choose a box") && inSight();
  const choose = () => box.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const filter = () => document.querySelector(".quick .chip").click();
  const acts = {
    "search a letter": () => type("s"),
    "search another letter": () => type("st"),
    "search a word": () => type("topic 3"),
    // Where the picture waits for a pause, this ends the pause.
    "picture after search": () => document.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })),
    "clear the search": () => type(""),
    "search in vain": () => type("xqzw"),
    "search in all": () => type("topic 3"),
    filter,
    "filter all": filter,
    "choose a box": choose,
    "choose a box of all": choose,
    "fold it or unfold it": () => press("f"),
    "fold a box of all": () => press("f"),
    "only its argument": () => press("o"),
    "unfold all": () => part("unfold").click(),
    "fold all": () => part("fold").click(),
    "zoom in": () => press("+"),
    "zoom out": () => press("-"),
    "show everything": () => press("0"),
  };
  const act = acts[action] ?? (() => press("Escape"));
  // The list lies over the picture; Escape would close it first.
  if (action.startsWith("undo the search")) acts["picture after search"]();
  const begun = performance.now();
  act();
  await new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  return (performance.now() - begun) / 1000;
}"""

_PAINTED = """new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now() / 1000);
  port2.postMessage(0);
}))"""

_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


class Cost(NamedTuple):
    """Seconds on the clock, and seconds of the page's main thread."""

    clock: float
    thread: float


class Visitor:
    """Somebody who opens a page and uses it.

    Args:
        browser: playwright's browser.
        page: the file.
    """

    def __init__(self, browser: Any, page: Path) -> None:  # noqa: ANN401 (playwright is optional)
        self._context = browser.new_context(viewport={"width": 1440, "height": 900})
        self._context.set_default_timeout(120_000)
        self._page = self._context.new_page()
        self._session = self._context.new_cdp_session(self._page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        begun = self._thread()
        self._page.goto(page.as_uri())
        self._page.wait_for_selector("html.ready", state="attached")
        clock = float(self._page.evaluate(_PAINTED))
        self.opening = Cost(clock, self._thread() - begun)

    def do(self, action: str) -> Cost:
        """Wait until the page is at rest, do something, and tell what it cost."""
        # The picture would follow by itself within the pause.
        self._page.wait_for_timeout(20 if action == "picture after search" else _PAUSE)
        begun = self._thread()
        clock = float(self._page.evaluate(_ACT, action))
        return Cost(clock, self._thread() - begun)

    def leave(self) -> None:
        """Close the page."""
        self._context.close()

    def _thread(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def main() -> None:
    """Measure each action in turns with a small map, and print a row for each."""
    parser = argparse.ArgumentParser(description="What actions cost in the viewer, until they are painted.")
    parser.add_argument("--statements", type=int, default=2_000)
    parser.add_argument("--largest", type=int, default=10_000, help="0 leaves it out")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    found = shutil.which(os.environ.get("ARGMAP_BROWSER", "chromium"))
    if found is None:
        sys.exit("ARGMAP_BROWSER names no browser")
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=found, args=list(_FLAGS))
        sizes = (SMALL, given.statements)
        pages = {size: write_page(large(size), folder / f"{size}.html") for size in sizes}
        rows: dict[str, dict[int, list[Cost]]] = {
            action: {size: [] for size in sizes} for action in ("open", *ACTIONS)
        }
        for _ in range(given.rounds):
            for size, page in pages.items():
                visitor = Visitor(browser, page)
                rows["open"][size].append(visitor.opening)
                for action in ACTIONS:
                    rows[action][size].append(visitor.do(action))
                visitor.leave()
        print(f"{given.statements} statements, milliseconds; target of an action: {TARGET * 1000:.0f}\n")
        print(f"{'action':24} {'least':>7} {'median':>7} {'CPU':>7} {'/ target':>9} {f'/ {SMALL}':>7}")
        for action, costs in rows.items():
            _row(action, costs[given.statements], costs[SMALL])
        if given.largest:
            _largest(browser, write_page(large(given.largest), folder / "largest.html"), given)


def _row(action: str, ours: list[Cost], small: list[Cost]) -> None:
    least = min(cost.clock for cost in ours)
    print(
        f"{action:24} {least * 1000:7.0f} {median(cost.clock for cost in ours) * 1000:7.0f} "
        f"{min(cost.thread for cost in ours) * 1000:7.0f} {least / TARGET:9.2f} "
        f"{least / min(cost.clock for cost in small):7.1f}",
        flush=True,
    )


def _largest(browser: Any, page: Path, given: argparse.Namespace) -> None:  # noqa: ANN401 (playwright is optional)
    """Open the page of the largest map again and again."""
    costs = []
    for _ in range(given.rounds):
        visitor = Visitor(browser, page)
        costs.append(visitor.opening)
        visitor.leave()
    least = min(cost.clock for cost in costs)
    print(
        f"\n{given.largest} statements open in {least:.2f} s at least, "
        f"{median(cost.clock for cost in costs):.2f} s in the middle, "
        f"{min(cost.thread for cost in costs):.2f} s of CPU; "
        f"target {TARGET_LARGEST:.1f} s, ratio {least / TARGET_LARGEST:.2f}"
    )


if __name__ == "__main__":
    main()
