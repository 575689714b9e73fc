"""What ``argmap diff`` prints on a terminal."""

from typing import Final

from argmap.queries.changes.compare import Changes
from argmap.report.console import Console
from argmap.report.diff_sections import Entry, Line, Section, sections, summary
from argmap.report.page import Page, Part
from argmap.text.word_diff import Fate

NO_CHANGE: Final = "No change in the map."

_MARKS: Final = {Fate.REMOVED: ("[-", "-]", "attack"), Fate.ADDED: ("{+", "+}", "support")}
"""What stands around words that came or went, as git marks them, and their style."""


def print_diff(changes: Changes, console: Console, *, old: str, new: str) -> None:
    """Print what is different.

    Args:
        changes: what is different.
        console: where to.
        old: what people call the older version.
        new: what they call the newer one.
    """
    page = Page(console)
    if not changes:
        page.paragraph(NO_CHANGE)
        return
    page.paragraph(f"From {old} to {new}: {', '.join(summary(changes))}.")
    for section in sections(changes):
        _print_section(section, page)


def _print_section(section: Section, page: Page) -> None:
    page.blank()
    page.paragraph((f"{section.title} ({len(section.entries):,})", "heading"))
    if section.remark:
        page.paragraph((section.remark, "quiet"), indent=2)
    for entry in section.entries:
        _print_entry(entry, page)


def _print_entry(entry: Entry, page: Page) -> None:
    page.entry(entry.before, (entry.words, "name"), entry.after, key=entry.key, indent=2)
    for line in entry.lines:
        page.paragraph(*_parts(line), indent=4, hanging=2)


def _parts(line: Line) -> list[Part]:
    parts: list[Part] = []
    for fate, words in line:
        before, after, style = _MARKS.get(fate, ("", "", ""))
        parts.append((f"{before}{words}{after}", style) if style else words)
    return parts
