"""Known findings, written down so that only new ones are reported."""

import json
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.files.disk.snapshot import read_file
from argmap.files.yaml.places import Places

MOST_BYTES: Final = 64 * 1024 * 1024
"""A larger baseline is refused unread: a million findings fit into it."""

_SCHEMA: Final = "argmap/baseline/1"
_LENGTH: Final = 16


def fingerprints(findings: Sequence[Diagnostic], places: Places) -> list[str]:
    """Give what each finding is recognised by in another run, even after lines were added above it.

    That is its rule, its message, the name of the file without its folder, and what the line says; among
    findings that are equal in all of these, also their number.

    Args:
        findings: sorted.
        places: the files they are in.
    """
    count: Counter[str] = Counter()
    found = []
    for finding in findings:
        file = places.files.get(finding.location.file)
        line = file.shown_line(finding.location.line).strip() if file else ""
        name = PurePath(finding.location.file).name
        key = f"{finding.code}\0{finding.message}\0{name}\0{line}"
        count[key] += 1
        found.append(sha256(f"{key}\0{count[key]}".encode(errors="surrogatepass")).hexdigest()[:_LENGTH])
    return found


def write_baseline(findings: Sequence[Diagnostic], marks: Sequence[str]) -> str:
    """Write findings down; the messages are for people, only the fingerprints count.

    Args:
        findings: sorted.
        marks: their fingerprints.

    Returns:
        A JSON document.
    """
    pairs = zip(findings, marks, strict=True)
    return baseline_document({mark: f"{finding.code} {finding.message}" for finding, mark in pairs})


def baseline_document(known: Mapping[str, str]) -> str:
    """Write fingerprints with their messages as a JSON document."""
    return json.dumps({"schema": _SCHEMA, "known": dict(known)}, ensure_ascii=False, indent=2) + "\n"


def read_known(path: Path) -> Mapping[str, str]:
    """Read the file of known findings.

    Raises:
        OSError: it cannot be read.
        ValueError: it is something else.
    """
    return read_baseline(read_file(path, MOST_BYTES).decode())


def read_baseline(text: str) -> Mapping[str, str]:
    """Read known findings.

    Args:
        text: what `write_baseline` wrote.

    Returns:
        Fingerprint to message.

    Raises:
        ValueError: it is something else.
    """
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(document, dict) or document.get("schema") != _SCHEMA:
        raise ValueError(f"not a document of the schema {_SCHEMA}")
    known = document.get("known")
    if not isinstance(known, dict):
        raise ValueError("`known` must be an object")  # noqa: TRY004 — the file is at fault, not the caller
    return {str(mark): str(message) for mark, message in known.items()}


def without_known(
    findings: Sequence[Diagnostic], places: Places, known: Container[str]
) -> tuple[Diagnostic, ...]:
    """Leave out what is known.

    Args:
        findings: sorted.
        places: the files they are in.
        known: their fingerprints, as `read_known` gives them.
    """
    marked = zip(findings, fingerprints(findings, places), strict=True)
    return tuple(finding for finding, mark in marked if mark not in known)
