"""The settings of a project, in ``argmap.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from argmap.diagnostics import Diagnostic, Location, Severity
from argmap.files.disk.project import SETTINGS_NAME
from argmap.files.disk.snapshot import read_file
from argmap.files.find import has_settings
from argmap.files.toml import TomlFile, place_of_keys, read_toml
from argmap.text.nearest import nearest, quoted

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
_TOP_KEYS: Final = {"map": str, "citation-style": str, "check": dict, "render": dict}

_LARGEST_STYLE: Final = 4 * 1024 * 1024
STYLE_ENDING: Final = ".csl"
"""How the file of a citation style ends; anything else is the name of a bundled one."""


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
        citation_style: how works are cited: the name of a bundled style, or the file of one; nothing where
            nothing is said.
        check: the ``[check]`` table.
        render: the ``[render]`` table as it stands; whoever draws knows its keys.
        faults: what is wrong with the file.
    """

    file: Path | None = None
    name: str = ""
    text: str = ""
    citation_style: str | Path = ""
    check: CheckSettings = field(default_factory=CheckSettings)
    render: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()

    def place(self, *keys: str) -> Location:
        """Find a key, or a text in the list under it, in the file."""
        return place_of_keys(self.text, self.name, keys)


def find_settings(folder: Path) -> Path | None:
    """Find the settings that hold for a folder: its own ``argmap.toml``, or the nearest upwards."""
    resolved = folder.absolute()
    for place in (resolved, *resolved.parents):
        if has_settings(place):
            return place / SETTINGS_NAME
    return None


def read_settings(file: Path | None) -> Settings:
    """Read the settings; what cannot be used is a finding and otherwise left at its default.

    Args:
        file: the file, or None for the defaults.
    """
    if file is None:
        return Settings()
    toml = read_toml(file)
    if toml.faults:
        return Settings(file, toml.name, toml.text, faults=toml.faults)
    return _Reader(toml).read()


def read_style(style: str | Path) -> str | bytes:
    """Give a citation style: the name of a bundled one as it is, and of a file what it holds.

    Args:
        style: a name, or a file that ends in `.csl`.

    Raises:
        OSError: the file cannot be read.
    """
    is_file = isinstance(style, Path) or style.lower().endswith(STYLE_ENDING)
    return read_file(Path(style), _LARGEST_STYLE) if is_file else str(style)


class _Reader:
    def __init__(self, toml: TomlFile) -> None:
        self._toml = toml
        self._faults: list[Diagnostic] = []

    def read(self) -> Settings:
        toml = self._toml
        known = self._known(toml.table, _TOP_KEYS)
        if "map" in known:
            self._path(known["map"], "map")
        style: str | Path = known.get("citation-style", "")
        if isinstance(style, str) and style.lower().endswith(STYLE_ENDING):
            style = self._path(style, "citation-style") or ""
        check = self._check(self._known(known.get("check", {}), _CHECK_KEYS, "check"))
        render = known.get("render", {})
        return Settings(toml.path, toml.name, toml.text, style, check, render, tuple(self._faults))

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
        given: dict[str, Any] = {key: tuple(table[key]) for key in ("select", "ignore") if key in table}
        given |= {
            key: self._path(table[key], "check", key) for key in ("baseline", "sources") if key in table
        }
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

    def _path(self, name: str, *keys: str) -> Path | None:
        place = self._toml.inner_path(name, *keys)
        if isinstance(place, Path):
            return place
        self._faults.append(place)
        return None

    def _severity(self, value: object, *keys: str) -> Severity | None:
        try:
            return Severity(str(value))
        except ValueError:
            known = ", ".join(f"`{level}`" for level in Severity)
            self._fault(("check", *keys), f"`{value}` is not a severity", f"write one of {known}")
            return None

    def _fault(self, keys: tuple[str, ...], message: str, hint: str = "") -> None:
        self._faults.append(self._toml.fault(keys, message, hint))


def _fits(value: object, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))
