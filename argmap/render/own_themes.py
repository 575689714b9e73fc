"""Themes of a project: the ``[render]`` table of its ``argmap.toml``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.files.settings import Settings
from argmap.render.theme import Theme
from argmap.render.themes import BUILT_IN
from argmap.text.nearest import nearest, quoted

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_COLOURS: Final = ("others", "support", "support-text", "attack", "attack-text", "ink", "quiet", "paper")
_KEYS: Final = ("based-on", "speakers", *_COLOURS, "line-width")
_THICKEST: Final = 10

_TABLE_KEYS: Final = ("theme", "themes", "saved")
"""What the table itself can say; `argmap.render.saved_views` reads the last."""


@dataclass(frozen=True)
class Themes:
    """What a project can choose from.

    Args:
        by_name: the built-in themes and its own.
        default: the name of the one to take unless the command line names another.
        faults: what is wrong with the settings.
    """

    by_name: Mapping[str, Theme]
    default: str
    faults: tuple[Diagnostic, ...]


def read_themes(settings: Settings) -> Themes:
    """Read the themes of a project.

    Args:
        settings: the project's; of its ``[render]`` table, the keys are ``theme``, the name of a theme, and
            ``themes``, a table of tables. Each of these names a built-in theme in ``based-on`` and the
            colours that differ from it, as ``#rrggbb``.

    Returns:
        The themes; what cannot be used is a fault and otherwise left out.
    """
    return _Reader(settings).read()


@dataclass
class _Reader:
    settings: Settings
    faults: list[Diagnostic] = field(default_factory=list)

    def read(self) -> Themes:
        table = self.settings.render
        for key in table:
            if key not in _TABLE_KEYS:
                self._unknown((key,), _TABLE_KEYS)
        own = self._table(table.get("themes", {}), "themes")
        themes = {**BUILT_IN, **{name: self._theme(name, given) for name, given in own.items()}}
        default = table.get("theme", "default")
        if not isinstance(default, str) or default not in themes:
            self._fault(("theme",), f"there is no theme `{default}`", suggest(str(default), themes))
            default = "default"
        return Themes(themes, default, tuple(self.faults))

    def _theme(self, name: str, given: object) -> Theme:
        place = ("themes", name)
        if name in BUILT_IN:
            self._fault(place, f"`{name}` is a built-in theme", "give yours another name")
        table = self._table(given, *place)
        for key in table:
            if key not in _KEYS:
                self._unknown((*place, key), _KEYS)
        changes: dict[str, Any] = {
            key.replace("-", "_"): self._colour(table[key], *place, key) for key in _COLOURS if key in table
        }
        if "speakers" in table:
            changes["speakers"] = self._speakers(table["speakers"], *place, "speakers")
        if "line-width" in table:
            changes["line_width"] = self._line_width(table["line-width"], *place, "line-width")
        return replace(self._base(table.get("based-on", "default"), *place), **changes)

    def _base(self, name: object, *place: str) -> Theme:
        if isinstance(name, str) and name in BUILT_IN:
            return BUILT_IN[name]
        message = f"there is no built-in theme `{name}`"
        self._fault((*place, "based-on"), message, suggest(str(name), BUILT_IN))
        return BUILT_IN["default"]

    def _speakers(self, value: object, *place: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._fault(place, "`speakers` must be a list of colours")
            return ()
        return tuple(self._colour(item, *place) for item in value)

    def _colour(self, value: object, *place: str) -> str:
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value.lower()
        self._fault(place, f"`{value}` is not a colour", "write it as `#rrggbb`")
        return "#000000"

    def _line_width(self, value: object, *place: str) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _THICKEST:
            return float(value)
        self._fault(place, f"`line-width` must be a number above 0 and up to {_THICKEST}")
        return 1.0

    def _table(self, value: object, *place: str) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self._fault(place, f"`{place[-1]}` must be a table")
        return {}

    def _unknown(self, place: tuple[str, ...], known: tuple[str, ...]) -> None:
        self._fault(place, f"there is no setting `{place[-1]}`", suggest(place[-1], known))

    def _fault(self, place: tuple[str, ...], message: str, hint: str = "") -> None:
        location = self.settings.place("render", *place)
        self.faults.append(Diagnostic(location, "C901", message, hint=hint))


def suggest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Say what may have been meant by a name, else everything that there is."""
    return quoted(nearest(name, known, most=1), "did you mean") or "known here: " + ", ".join(known)
