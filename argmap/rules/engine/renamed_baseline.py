"""Known findings whose words or lines hold a name that changes stay known."""

from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path

from argmap.diagnostics import Diagnostic
from argmap.files.assembling import Loaded
from argmap.files.disk.reading import read_bytes
from argmap.files.settings import Settings
from argmap.rules.engine.baseline import MOST_BYTES, baseline_document, fingerprints, read_baseline
from argmap.rules.engine.linter import check_map

_PLACE = attrgetter("location.file", "location.line", "code")


def baseline_after(before: Loaded, after: Loaded, settings: Settings) -> tuple[Path, bytes, bytes] | None:
    """Give the baseline of the project as it has to be after a renaming.

    Args:
        before: the map.
        after: the same map with other names.
        settings: which rules are run, and where the baseline is.

    Returns:
        The file, what it holds, and what it has to hold; None where there is none, or it can stay.

    Raises:
        OSError: it cannot be read.
        ValueError: it is something else.
    """
    path = settings.check.baseline
    if path is None or not path.is_file():
        return None
    raw = read_bytes(path, MOST_BYTES)
    new = renamed_baseline(before, after, settings, read_baseline(raw.decode())).encode()
    return (path, raw, new) if new != raw else None


def renamed_baseline(before: Loaded, after: Loaded, settings: Settings, known: Mapping[str, str]) -> str:
    """Write known findings down as they are found after a renaming, which moves no line.

    Args:
        before: the map.
        after: the same map with other names.
        settings: which rules are run.
        known: the fingerprints that are known, to their messages.

    Returns:
        The document of the baseline; what was known and is found no more stays in it as it is.
    """
    told = dict(known)
    pairs = zip(_findings(before, settings), _findings(after, settings), strict=False)
    for (old, old_mark), (new, new_mark) in pairs:
        if old_mark in known and _PLACE(old) == _PLACE(new):
            told.pop(old_mark, None)
            told[new_mark] = f"{new.code} {new.message}"
    return baseline_document(told)


def _findings(loaded: Loaded, settings: Settings) -> list[tuple[Diagnostic, str]]:
    """Give the findings, sorted by line and rule, each with its fingerprint."""
    findings = check_map(loaded, settings).findings
    marked = zip(findings, fingerprints(findings, loaded.places), strict=True)
    return sorted(marked, key=lambda one: _PLACE(one[0]))
