"""What ``argmap diff --markdown`` prints: short, with what is long folded, for a pull request."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from argmap.formats.markdown_text import begin, escape, unlinked
from argmap.queries.changes.compare import Changes
from argmap.report.diff import NO_CHANGE
from argmap.report.diff_sections import Entry, Line, Section, sections, summary
from argmap.text.word_diff import Fate

_MARKS: Final = {Fate.KEPT: "", Fate.REMOVED: "~~", Fate.ADDED: "**"}
_MOST: Final = 10
"""So many entries of a section stand open; a longer one is folded."""


def diff_markdown(changes: Changes, *, old: str, new: str, links: str = "") -> str:
    """Tell what is different, in GitHub's Markdown.

    Args:
        changes: what is different.
        old: what people call the older version.
        new: what they call the newer one.
        links: the address below which the files of the newer map can be read; by default links are relative.
    """
    return _Writer(changes, links.rstrip("/") + "/" if links else "").write(old, new)


@dataclass(frozen=True)
class _Writer:
    changes: Changes
    links: str

    def write(self, old: str, new: str) -> str:
        lines = ["### What changed in the map", ""]
        if not self.changes:
            return "\n".join([*lines, NO_CHANGE, ""])
        counted = ", ".join(summary(self.changes))
        lines += [f"From {_words(old)} to {_words(new)}: {counted}.", ""]
        for section in sections(self.changes):
            folded = not section.is_meaning or len(section.entries) > _MOST
            lines += self._section(section, folded=folded)
        return "\n".join(lines)

    def _section(self, section: Section, *, folded: bool) -> Iterator[str]:
        title = f"{section.title} ({len(section.entries):,})"
        yield from (["<details>", f"<summary>{title}</summary>", ""] if folded else [f"**{title}**", ""])
        if section.remark:
            yield from (f"_{_words(section.remark)}_", "")
        for entry in section.entries:
            said = begin(_words(entry.before + entry.words + entry.after))
            yield f"- {said} {self._place(entry)}"
            for line in entry.lines:
                yield f"  - {''.join(_runs(line)).strip()}"
        yield ""
        if folded:
            yield from ("</details>", "")

    def _place(self, entry: Entry) -> str:
        """Name what is told of, with a link to where it stands in the newer map."""
        place = self.changes.new.locations.get(entry.key) if entry.is_new else None
        name = f"`{entry.key}`"
        return f"[{name}]({self.links}{quote(place.file)}#L{place.line})" if place else name


def _runs(line: Line) -> Iterator[str]:
    for fate, words in line:
        mark, bare = _MARKS[fate], words.strip()
        if not bare:
            yield " "
            continue
        start, end = words.index(bare), words.index(bare) + len(bare)
        before, after = " " if start else "", " " if words[end:] else ""
        yield f"{before}{mark}{_words(bare)}{mark}{after}"


def _words(text: str) -> str:
    return unlinked(escape(text))
