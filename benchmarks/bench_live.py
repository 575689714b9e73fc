"""How long somebody waits who writes a map: for the findings of the language server, and for the page.

From a keystroke to the findings, over the standard streams of the language server.

Maps of 1,000 and 10,000 statements are opened, and a letter is typed again and again: into the text of a
claim, and into a name, which is wrong meanwhile; then with a request for completion behind each letter. At
the end the resident memory of the server. The first keystroke of each kind does not count. Beside the clock,
which tells little on a machine that is busy with other work, stands the processor time of the server.

With `--page`, from the writing of a file to the page of `argmap serve` showing it, in a real browser;
ARGMAP_BROWSER names a Chromium.

    python -m benchmarks.bench_live --statements 1000 10000
    ARGMAP_BROWSER=chromium python -m benchmarks.bench_live --page --statements 500
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import IO, Any

from benchmarks.bench_load import write_map

KEYSTROKES = 15
CHANGES = 15
PAGE_TARGET = 0.2
"""Seconds from the writing of a file to the page showing it, at 500 statements."""

TARGETS = {1_000: 0.1, 10_000: 0.4}
"""Statements to the seconds that a keystroke may take."""

_TYPED = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Client:
    """A client that does nothing but measure.

    Args:
        server: the process of the server.
    """

    server: subprocess.Popen[bytes]
    received: list[dict[str, Any]] = field(default_factory=list)
    asked: int = 0

    def send(self, method: str, params: object, *, request: bool = False) -> int:
        """Send a message; give its number where it is a request."""
        message: dict[str, object] = {"jsonrpc": "2.0", "method": method, "params": params}
        if request:
            self.asked += 1
            message["id"] = self.asked
        body = json.dumps(message).encode()
        stream = _there(self.server.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()
        return self.asked

    def answer(self, number: int) -> dict[str, Any]:
        """Wait for the answer to a request."""
        return self._wait(lambda one: one.get("id") == number and "method" not in one)

    def published(self, uri: str, version: int) -> dict[str, Any]:
        """Wait for the findings of a version of a document."""
        return self._wait(
            lambda one: (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == uri
                and one["params"].get("version") == version
            )
        )

    def _wait(self, is_wanted: Any) -> dict[str, Any]:  # noqa: ANN401 — a test of a message
        while True:
            found = next(filter(is_wanted, self.received), None)
            if found is not None:
                self.received.remove(found)
                return dict(found)
            self.received.append(_read(_there(self.server.stdout)))


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 — for the type checker: all streams are pipes
    return stream


def _read(stream: IO[bytes]) -> dict[str, Any]:
    size = 0
    while (line := stream.readline()).strip():
        if line.lower().startswith(b"content-length:"):
            size = int(line.split(b":")[1])
    found: dict[str, Any] = json.loads(stream.read(size))
    return found


def measure(statements: int) -> None:
    """Type into a map of so many statements, and print what that took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_map(folder, statements * 2 // 3)
        command = [sys.executable, "-m", "argmap", "lsp"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder) as server:
            client = Client(server)
            client.answer(client.send("initialize", {"capabilities": {}}, request=True))
            client.send("initialized", {})
            path = folder / "claims.yaml"
            text = path.read_text(encoding="utf-8")
            uri = path.as_uri()
            begun = time.perf_counter()
            document = {"uri": uri, "languageId": "yaml", "version": 0, "text": text}
            client.send("textDocument/didOpen", {"textDocument": document})
            client.published(uri, 0)
            print(f"{statements:>8} statements, opened in {time.perf_counter() - begun:.2f} s")
            lines = text.split("\n")
            middle = len(lines) // 2
            prose = next(at for at in range(middle, len(lines)) if lines[at].startswith("      It is held"))
            author = next(at for at in range(middle, len(lines)) if lines[at].startswith("    by:"))
            version = _type(client, uri, 0, prose, 20, "into a text")
            column = len(lines[author])
            version = _type(client, uri, version, author, column, "into a name")
            column += KEYSTROKES + 1
            version = _type(client, uri, version, author, column, "with completion", asks=True)
            if statements in TARGETS:
                print(f"{'':10}target: median {_shown(TARGETS[statements])}")
            status = Path(f"/proc/{server.pid}/status")
            if status.exists():
                kilobytes = next(
                    line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmRSS")
                )
                print(f"{'':10}resident memory {int(kilobytes) // 1024} MB")
            client.answer(client.send("shutdown", None, request=True))
            client.send("exit", None)


def _type(
    client: Client, uri: str, version: int, line: int, column: int, what: str, *, asks: bool = False
) -> int:
    """Type letters at a place, and print what each took; give the last version."""
    times: list[float] = []
    answers: list[float] = []
    used = 0.0
    for number in range(KEYSTROKES + 1):
        version += 1
        used = used if number > 1 else processor_time(client.server)
        place = {"line": line, "character": column + number}
        change = {"range": {"start": place, "end": place}, "text": _TYPED[number % len(_TYPED)]}
        document = {"uri": uri, "version": version}
        begun = time.perf_counter()
        client.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        if asks:
            asked = {
                "textDocument": {"uri": uri},
                "position": {"line": line, "character": column + number + 1},
            }
            client.answer(client.send("textDocument/completion", asked, request=True))
            answers.append(time.perf_counter() - begun)
        client.published(uri, version)
        times.append(time.perf_counter() - begun)
        time.sleep(0.05)
    print(
        f"{'':10}{what}: median {_shown(median(times[1:]))}, fastest {_shown(min(times[1:]))}, "
        f"longest {_shown(max(times[1:]))}"
        f"; processor {_shown((processor_time(client.server) - used) / KEYSTROKES)}"
        + (f"; completion after {_shown(median(answers[1:]))}" if asks else "")
    )
    return version


def processor_time(process: subprocess.Popen[Any]) -> float:
    """Give the seconds that a process has worked so far; 0 where the system does not tell."""
    path = Path(f"/proc/{process.pid}/stat")
    if not path.exists():
        return 0.0
    # The name of the program, which may hold spaces, stands in brackets before all numbers.
    numbers = path.read_text().rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def _shown(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def measure_page(statements: int) -> None:
    """Change the file of a map of so many statements that a page shows, and print when the page shows it."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_map(folder, statements * 2 // 3)
        command = [sys.executable, "-m", "argmap", "serve", "--no-open", "--map", str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
            try:
                address = _text(server.stdout).readline().strip()
                with sync_playwright() as playwright:
                    program = shutil.which(os.environ.get("ARGMAP_BROWSER", "chromium"))
                    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
                    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
                    page.goto(address)
                    page.wait_for_selector("html.ready", timeout=60_000)
                    times, used = _changes(page, folder / "claims.yaml", server)
                    browser.close()
            finally:
                server.kill()
    print(f"{statements:>8} statements, from the write to the page: median {_shown(median(times))}, ", end="")
    print(
        f"fastest {_shown(min(times))}, longest {_shown(max(times))}; target {_shown(PAGE_TARGET)}; ", end=""
    )
    print(f"processor of the server {_shown(used)}")


def _changes(
    page: Any,  # noqa: ANN401 — playwright is optional
    path: Path,
    server: subprocess.Popen[str],
) -> tuple[list[float], float]:
    """Retitle a claim again and again.

    Returns:
        The seconds until a frame with the new title was painted, and those that the server worked for each.
    """
    page.evaluate(
        """() => {
            window.painted = new Map();
            new MutationObserver(() => {
                const words = document.querySelector(".news").textContent;
                // What is asked for in a frame is done right after that frame was painted.
                requestAnimationFrame(() => setTimeout(() => window.painted.set(words, Date.now())));
            }).observe(document.querySelector(".news"), { childList: true, subtree: true });
        }"""
    )
    text = path.read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith("    title: "))
    times: list[float] = []
    used = 0.0
    for number in range(CHANGES + 1):
        used = used if number > 1 else processor_time(server)
        words = f"Changed: Title number {number}. "
        begun = time.time()
        path.write_text(text.replace(old, f"    title: Title number {number}", 1), encoding="utf-8")
        while not (shown := page.evaluate(f"window.painted.get({json.dumps(words)})")):
            time.sleep(0.05)
        times.append(shown / 1000 - begun)
        time.sleep(0.5)
    return times[1:], (processor_time(server) - used) / CHANGES


def _text(stream: IO[str] | None) -> IO[str]:
    assert stream is not None  # noqa: S101 — for the type checker: all streams are pipes
    return stream


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description="How long somebody waits who writes a map.")
    parser.add_argument("--statements", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--page", action="store_true", help="measure the page and not the language server")
    given = parser.parse_args()
    for statements in given.statements:
        (measure_page if given.page else measure)(statements)


if __name__ == "__main__":
    main()
