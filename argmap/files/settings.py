"""The settings of a project, in ``argmap.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from argmap.diagnostics import Diagnostic, Location, Severity
from argmap.files.disk.listing import shown_name
from argmap.files.disk.reading import read_bytes
from argmap.files.find import SETTINGS_NAME
from argmap.files.yaml.decoding import decode
from argmap.text.nearest import nearest, quoted
from argmap.text.reasons import reason

_MAX_BYTES: Final = 1024 * 1024
_SHAPES: Final = {str: "text", int: "a whole number", list: "a list of texts", dict: "a table"}
_CHECK_KEYS: Final = {
    "select": list,
    "ignore": list,
    "fail-on": str,
    "baseline": str,
    "sources": str,
    "quote-words": int,
    "severity": dict,
}
_TOP_KEYS: Final = {"map": str, "check": dict, "render": dict}


@dataclass(frozen=True)
class CheckSettings:
    """What a project wants of ``argmap check``; the ``[check]`` table.

    Args:
        select: codes, names or the beginnings of codes of the rules to run; empty for all.
        ignore: those not to run.
        fail_on: the least severity that makes the check fail.
        baseline: the file of known findings.
        sources: the folder with copies of the sources.
        quote_words: how many words a quote may have.
        severity: rule code or name to severity.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    baseline: Path | None = None
    sources: Path | None = None
    quote_words: int = 40
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """The settings of a project.

    Args:
        file: where they are written; None where there are none.
        name: what findings call that file.
        text: what it says.
        check: the ``[check]`` table.
        render: the ``[render]`` table as it stands; whoever draws knows its keys.
        faults: what is wrong with the file.
    """

    file: Path | None = None
    name: str = ""
    text: str = ""
    check: CheckSettings = field(default_factory=CheckSettings)
    render: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()

    def place(self, *keys: str) -> Location:
        """Find a key, or a text in the list under it, in the file."""
        return _place(self.text, self.name, keys)


def find_settings(folder: Path) -> Path | None:
    """Find the settings that hold for a folder: its own ``argmap.toml``, or the nearest upwards."""
    resolved = folder.absolute()
    for place in (resolved, *resolved.parents):
        if (place / SETTINGS_NAME).is_file():
            return place / SETTINGS_NAME
    return None


def read_settings(file: Path | None) -> Settings:
    """Read the settings; what cannot be used is a finding and otherwise left at its default.

    Args:
        file: the file, or None for the defaults.
    """
    if file is None:
        return Settings()
    name = shown_name(file)
    try:
        text, faults = decode(read_bytes(file, _MAX_BYTES), name)
    except OSError as error:
        text, faults = "", [Diagnostic(Location(name, 1, 1), "Y101", f"cannot be read: {reason(error)}")]
    if faults:
        return Settings(file, name, text, faults=tuple(_as_settings_fault(fault) for fault in faults))
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(file, name, text, faults=(_not_toml(error, name),))
    return _Reader(file, name, text).read(table)


class _Reader:
    def __init__(self, file: Path, name: str, text: str) -> None:
        self._file = file
        self._name = name
        self._text = text
        self._faults: list[Diagnostic] = []

    def read(self, table: Mapping[str, Any]) -> Settings:
        known = self._known(table, _TOP_KEYS)
        check = self._check(self._known(known.get("check", {}), _CHECK_KEYS, "check"))
        render = known.get("render", {})
        return Settings(self._file, self._name, self._text, check, render, tuple(self._faults))

    def _known(self, table: Mapping[str, Any], keys: Mapping[str, type], *inside: str) -> dict[str, Any]:
        """Keep the keys that exist and have the right kind of value."""
        kept = {}
        for key, value in table.items():
            kind = keys.get(key)
            if kind is None:
                hint = quoted(nearest(key, keys, most=1), "did you mean") or "known here: " + ", ".join(keys)
                self._fault((*inside, key), f"there is no setting `{key}`", hint)
            elif not _fits(value, kind):
                self._fault((*inside, key), f"`{key}` must be {_SHAPES[kind]}")
            else:
                kept[key] = value
        return kept

    def _check(self, table: Mapping[str, Any]) -> CheckSettings:
        folder = self._file.parent
        given: dict[str, Any] = {key: tuple(table[key]) for key in ("select", "ignore") if key in table}
        given |= {key: folder / table[key] for key in ("baseline", "sources") if key in table}
        if "quote-words" in table:
            given["quote_words"] = table["quote-words"]
        if "fail-on" in table and (least := self._severity(table["fail-on"], "fail-on")):
            given["fail_on"] = least
        levels = {
            rule: level
            for rule, value in table.get("severity", {}).items()
            if (level := self._severity(value, "severity", rule))
        }
        return CheckSettings(**given, severity=levels)

    def _severity(self, value: object, *keys: str) -> Severity | None:
        try:
            return Severity(str(value))
        except ValueError:
            known = ", ".join(f"`{level}`" for level in Severity)
            self._fault(("check", *keys), f"`{value}` is no severity", f"write one of {known}")
            return None

    def _fault(self, keys: tuple[str, ...], message: str, hint: str = "") -> None:
        place = _place(self._text, self._name, keys)
        self._faults.append(Diagnostic(place, "C901", message, hint=hint))


def _fits(value: object, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _place(text: str, name: str, keys: Iterable[str]) -> Location:
    """Find the last of some keys, each looked for after the one before it."""
    start, found = 0, (0, 0)
    for key in keys:
        match = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])").search(text, start)
        if match:
            start, found = match.end(), match.span()
    line = text.count("\n", 0, found[0]) + 1
    column = found[0] - (text.rfind("\n", 0, found[0]) + 1) + 1
    return Location(name, line, column, line, column + found[1] - found[0])


def _as_settings_fault(fault: Diagnostic) -> Diagnostic:
    return Diagnostic(fault.location, "C901", fault.message, hint=fault.hint)


def _not_toml(error: tomllib.TOMLDecodeError, name: str) -> Diagnostic:
    match = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(match[1]), int(match[2])) if match else (1, 1)
    message = re.sub(r"\s*\(at .*\)$", "", str(error))
    return Diagnostic(Location(name, line, column), "C901", f"not TOML: {message[:1].lower()}{message[1:]}")
