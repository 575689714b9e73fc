"""What stands above the findings in each of several maps."""

from argmap.report.console import Console
from argmap.report.page import Page
from argmap.text.clean import one_line


def print_map_heading(name: str, what: str, console: Console) -> None:
    """Print the path of a map, and after it what is said of it in a few words."""
    Page(console).paragraph((one_line(name), "heading"), f": {what}")
