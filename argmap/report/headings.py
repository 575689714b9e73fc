"""What stands above the answer for each of several maps."""

from argmap.report.console import Console
from argmap.report.page import Page
from argmap.text.clean import one_line


def print_map_heading(name: str, what: str, console: Console, *, first: bool) -> None:
    """Print the path of a map, and after it what is said of it in a few words.

    Args:
        name: the path.
        what: those words, if any.
        console: where to.
        first: whether this is the first of the maps; before the others stands a blank line.
    """
    page = Page(console)
    if not first:
        page.blank()
    page.paragraph((one_line(name), "heading"), f": {what}" if what else "")
