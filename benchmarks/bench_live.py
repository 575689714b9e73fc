"""How long the language server takes from a keystroke to the findings, over its standard streams.

Maps of 1,000 and 10,000 statements are opened, and a letter is typed again and again: into the text of a
claim, and into a name, which is wrong meanwhile; then with a request for completion behind each letter. At
the end the resident memory of the server. The first keystroke of each kind does not count.

    python -m benchmarks.bench_live --statements 1000 10000
"""

import argparse
import json
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
    for number in range(KEYSTROKES + 1):
        version += 1
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
        + (f"; completion after {_shown(median(answers[1:]))}" if asks else "")
    )
    return version


def _shown(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description="Keystroke to findings in the language server.")
    parser.add_argument("--statements", type=int, nargs="+", default=[1_000, 10_000])
    for statements in parser.parse_args().statements:
        measure(statements)


if __name__ == "__main__":
    main()
