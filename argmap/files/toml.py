"""TOML files of a project, which may have been written to do harm."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.disk.listing import shown_name
from argmap.files.disk.project import is_inside, project_of
from argmap.files.disk.snapshot import read_file
from argmap.files.yaml.decoding import decode
from argmap.text.reasons import reason

_MOST_BYTES: Final = 64 * 1024
_LONGEST_LINE: Final = 4096
"""The standard library takes time by the square of a key's parts."""
_DEEPEST: Final = 16
_CODE: Final = "C901"


@dataclass(frozen=True)
class TomlFile:
    """A TOML file as far as it could be read.

    Args:
        path: where it is.
        name: what findings call it.
        text: what it says.
        table: what that means; empty where there are faults.
        faults: what is wrong with it.
    """

    path: Path
    name: str
    text: str = ""
    table: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()

    def place(self, *keys: str) -> Location:
        """Find a key, or a text in the list under it."""
        return place_of_keys(self.text, self.name, keys)

    def fault(self, keys: tuple[str, ...], message: str, hint: str = "") -> Diagnostic:
        """Make the finding about a key."""
        return Diagnostic(self.place(*keys), _CODE, message, hint=hint)

    def inner_path(self, name: str, *keys: str) -> Path | Diagnostic:
        """Resolve a path that the file names, from its folder; a finding where it leads out of the project.

        Args:
            name: the path as it is written.
            keys: where it is written.
        """
        path = self.path.parent / name
        if is_inside(path, project_of(self.path.parent)):
            return path
        hint = "settings may only name what lies in the project; name other places on the command line"
        return self.fault(keys, f"`{keys[-1]}` leads out of the project", hint)


def read_toml(path: Path) -> TomlFile:
    """Read a TOML file of a project; what is wrong with it is a finding."""
    name = shown_name(path)
    try:
        text, faults = decode(read_file(path, _MOST_BYTES, within=project_of(path.parent)), name)
    except OSError as error:
        return TomlFile(path, name, faults=(_whole(name, f"cannot be read: {reason(error)}"),))
    found = [Diagnostic(fault.location, _CODE, fault.message, hint=fault.hint) for fault in faults]
    found += _long_lines(text, name)
    if found:
        return TomlFile(path, name, text, faults=tuple(found))
    return _parse(path, name, text)


def place_of_keys(text: str, name: str, keys: Iterable[str]) -> Location:
    """Find the last of some keys, each looked for after the one before it."""
    start, found = 0, (0, 0)
    for key in keys:
        match = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])").search(text, start)
        if match:
            start, found = match.end(), match.span()
    line = text.count("\n", 0, found[0]) + 1
    column = found[0] - (text.rfind("\n", 0, found[0]) + 1) + 1
    return Location(name, line, column, line, column + found[1] - found[0])


def _parse(path: Path, name: str, text: str) -> TomlFile:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return TomlFile(path, name, text, faults=(_not_toml(error, name),))
    except RecursionError:
        table = None
    if table is None or _is_too_deep(table):
        fault = _whole(name, f"nested more than {_DEEPEST} deep")
        return TomlFile(path, name, text, faults=(fault,))
    return TomlFile(path, name, text, table)


def _is_too_deep(table: object) -> bool:
    level = [table]
    for _ in range(_DEEPEST):
        level = [inner for one in level for inner in _inner(one)]
    return bool(level)


def _inner(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _long_lines(text: str, name: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            message = f"the line has more than {_LONGEST_LINE} characters"
            yield Diagnostic(Location(name, number, 1), _CODE, message)


def _whole(name: str, message: str) -> Diagnostic:
    return Diagnostic(Location(name, 1, 1), _CODE, message)


def _not_toml(error: tomllib.TOMLDecodeError, name: str) -> Diagnostic:
    match = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(match[1]), int(match[2])) if match else (1, 1)
    message = re.sub(r"\s*\(at .*\)$", "", str(error))
    return Diagnostic(Location(name, line, column), _CODE, f"not TOML: {message[:1].lower()}{message[1:]}")
