"""Views that a project has saved: the tables ``[render.saved.NAME]`` of its ``argmap.toml``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from argmap.diagnostics import Diagnostic
from argmap.files.settings import Settings
from argmap.render.colouring import ColourBy
from argmap.render.dot.boxes import Text
from argmap.render.dot.style import Direction
from argmap.render.engine import ENGINES, Program
from argmap.render.grouping import GroupBy
from argmap.render.length import is_length
from argmap.render.options import FORMATS
from argmap.render.own_themes import read_themes, suggest
from argmap.render.paper.papers import PAPERS
from argmap.render.views import View
from argmap.semantics.status import SEMANTICS

NAMES, WORD, NUMBER, SWITCH = "a text or a list of texts", "a text", "a number", "`true` or `false`"
THEME = "the name of a theme"
LENGTH = "a length such as 12cm, 5in or 800px"

KEYS: Final[Mapping[str, str | tuple[str, ...]]] = {
    "format": FORMATS,
    "view": get_args(View),
    "by": NAMES,
    "tag": NAMES,
    "source": NAMES,
    "focus": NAMES,
    "depth": NUMBER,
    "include-inferred": SWITCH,
    "group-by": get_args(GroupBy),
    "colour-by": get_args(ColourBy),
    "no-title": SWITCH,
    "no-legend": SWITCH,
    "text": get_args(Text),
    "direction": get_args(Direction),
    "theme": THEME,
    "layout": ENGINES,
    "engine": get_args(Program),
    "scale": NUMBER,
    "page": tuple(PAPERS),
    "one-page": SWITCH,
    "portrait": SWITCH,
    "landscape": SWITCH,
    "width": LENGTH,
    "transparent": SWITCH,
    "style": WORD,
    "timeout": NUMBER,
    "status": tuple(SEMANTICS),
}
"""What a saved view can say: options of `argmap render`, and what each takes, or the words that it takes."""

SAVED: Final = "saved"
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    NAMES: (str, list),
    WORD: (str,),
    NUMBER: (int, float),
    SWITCH: (bool,),
}


@dataclass(frozen=True)
class SavedViews:
    """The views that a project has saved.

    Args:
        by_name: what each says: option, as it is called in the settings, to value.
        faults: what is wrong with them.
    """

    by_name: Mapping[str, Mapping[str, Any]]
    faults: tuple[Diagnostic, ...]


def read_saved_views(settings: Settings) -> SavedViews:
    """Read the saved views of a project.

    Args:
        settings: the project's.

    Returns:
        The views; what cannot be used is a fault and otherwise left out.
    """
    tables = settings.render.get(SAVED, {})
    if not isinstance(tables, dict):
        return SavedViews({}, (_fault(settings, (), f"`{SAVED}` must be a table of tables"),))
    views: dict[str, Mapping[str, Any]] = {}
    faults: list[Diagnostic] = []
    for name, table in tables.items():
        if not isinstance(table, dict):
            faults.append(_fault(settings, (name,), f"`{name}` must be a table"))
            continue
        wrong = dict(_wrong(settings, name, table))
        faults += wrong.values()
        views[name] = {key: value for key, value in table.items() if key not in wrong}
    return SavedViews(views, tuple(faults))


def _wrong(settings: Settings, name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Diagnostic]]:
    for key, value in table.items():
        takes = KEYS.get(key)
        words = tuple(read_themes(settings).by_name) if takes == THEME else takes
        if words is None:
            message, hint = f"a saved view has no setting `{key}`", suggest(key, tuple(KEYS))
        elif isinstance(words, tuple):
            if value in words:
                continue
            message, hint = f"`{key}` cannot be `{value}`", suggest(str(value), words)
        elif _fits(value, words):
            continue
        else:
            message, hint = f"`{key}` must be {words}", ""
        yield key, _fault(settings, (name, key), message, hint)


def _fits(value: object, takes: str) -> bool:
    if isinstance(value, bool):
        return takes == SWITCH
    if isinstance(value, list) and not all(isinstance(one, str) for one in value):
        return False
    if takes == LENGTH:
        return isinstance(value, str) and is_length(value)
    return isinstance(value, _KINDS[takes])


def _fault(settings: Settings, keys: tuple[str, ...], message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(settings.place("render", SAVED, *keys), "C901", message, hint=hint)
