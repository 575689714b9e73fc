"""Which colours a picture has, for ``argmap render``."""

from typing import TYPE_CHECKING

from argmap.cli.shared.context import refuse, usage
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.files.assembling import Loaded
    from argmap.render.theme import Theme


def choose_theme(name: str | None, loaded: "Loaded") -> "Theme":
    """Find a theme; leave with 2 where the name or the settings mean nothing.

    What is hard to see in a theme of the project's own is said on standard error.

    Args:
        name: what the command line names; None for what the settings do.
        loaded: the map, beside or above which the settings stand.

    Raises:
        UsageError: there is no theme of that name.
    """
    from argmap.files.settings import find_settings, read_settings
    from argmap.render.own_themes import read_themes, suggest
    from argmap.render.themes import faint

    settings = read_settings(find_settings(loaded.folder))
    themes = read_themes(settings)
    if faults := settings.faults + themes.faults:
        refuse(faults, loaded)
    chosen = name or themes.default
    theme = themes.by_name.get(chosen)
    if theme is None:
        usage(f"there is no theme {chosen}; {suggest(chosen, tuple(themes.by_name))}.")
    for pair in faint(theme):
        shown = f"{pair.what} has a contrast of {pair.contrast:.1f}, {pair.least:g} can be seen by most"
        say(f"theme {chosen}: {shown}")
    return theme
