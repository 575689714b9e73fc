"""A map to Kialo's text."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported, Loss
from argmap.formats.kialo.reading import ENTRY, LINK, TAIL, Number, shown
from argmap.formats.left_out import Kept, left_out
from argmap.model import AttackKind

_KEPT: Final = Kept(
    info=("title",),
    sources=("title", "url"),
    statements=("title", "text", "source", "kind"),
    inferences=(),
    attacks=(),
)
_SIGNS: Final = re.compile(r"[\\()\[\]]")
_DEEPEST: Final = 50
"""What lies deeper begins a tree of its own: a number has a part for each level above it."""
_WHY: Final = "Kialo's text has no place for it"

Edge = tuple[str, str]
"""``Pro`` or ``Con``, and the statement that says so."""


def write(argument_map: ArgumentMap) -> Exported:
    """Write a map as a tree; what has its place already is linked.

    Linked premises become separate ones, and all attacks are simply against a claim: each is a loss.

    Args:
        argument_map: any map.
    """
    return _Writer(argument_map).run()


class _Writer:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._losses = list(left_out(argument_map, _KEPT, _WHY))
        self._replies: dict[str, dict[Edge, None]] = defaultdict(dict)
        self._above: set[str] = set()
        self._numbers: dict[str, Number] = {}
        self._lines: list[str] = []
        self._notes: dict[str, int] = {}
        self._theses = 0
        self._waiting: deque[str] = deque()

    def run(self) -> Exported:
        self._collect()
        title = _one_line(self._map.info.title or "")
        self._lines += [f"Discussion Title: {_escape(title)}", ""] if title else []
        statements = list(self._map.statements)
        roots = [name for name in statements if name not in self._above]
        for name in (*roots, *statements):
            if name not in self._numbers:
                self._begin_thesis(name)
            while self._waiting:
                self._write_tree(self._waiting.popleft())
        self._lines += self._sources()
        return Exported("".join(f"{line}\n" for line in self._lines), tuple(self._losses))

    def _collect(self) -> None:
        """Find what bears on what, and what is lost of it."""
        for statement in self._map.statements.values():
            if statement.title and statement.text:
                self._losses.append(Loss("title of a statement", statement.id, _WHY))
            if statement.source and statement.source.locator:
                self._losses.append(Loss("locator of a statement", statement.id, _WHY))
            for step in statement.because:
                if len(step.premises) > 1:
                    self._losses.append(Loss("linked premises", step.id, "in Kialo each stands alone"))
                for premise in step.premises:
                    self._add(statement.id, "Pro", premise)
        for attack in self._map.attacks:
            where = f"{attack.rebuttal} on {attack.target}"
            if attack.target not in self._map.statements or attack.kind is AttackKind.UNDERCUT:
                self._losses.append(Loss("undercut", where, "in Kialo only claims are disputed"))
                continue
            if attack.kind is AttackKind.UNDERMINE:
                self._losses.append(Loss("undermine", where, "Kialo has one kind of attack"))
            self._add(attack.target, "Con", attack.rebuttal)

    def _add(self, target: str, stance: str, source: str) -> None:
        self._replies[target][stance, source] = None
        if source != target:
            self._above.add(source)

    def _begin_thesis(self, name: str) -> None:
        """Let a statement begin a tree of its own, whose number is known from now on."""
        self._theses += 1
        self._numbers[name] = (self._theses,)
        self._waiting.append(name)

    def _write_tree(self, root: str) -> None:
        """Give every statement below a thesis its first place, then write them with links to the others."""
        self._lines.append(f"{shown(self._numbers[root])} {self._text(root, is_thesis=True)}")
        stack = self._below(root)
        while stack:
            number, stance, name = stack.pop()
            if name not in self._numbers and len(number) > _DEEPEST:
                self._begin_thesis(name)
            if name in self._numbers:
                self._lines.append(f"{shown(number)} {stance}: -> See {shown(self._numbers[name])}")
                continue
            self._numbers[name] = number
            self._lines.append(f"{shown(number)} {stance}: {self._text(name, is_thesis=False)}")
            stack += self._below(name)

    def _below(self, name: str) -> list[tuple[Number, str, str]]:
        number = self._numbers[name]
        replies = enumerate(self._replies.get(name, ()), 1)
        return [((*number, place), *reply) for place, reply in replies][::-1]

    def _text(self, name: str, *, is_thesis: bool) -> str:
        statement = self._map.statements[name]
        lines = _escape(statement.text or statement.title or name).split("\n")
        lines[0] = _protected_first(lines[0], is_thesis=is_thesis)
        lines[1:] = [_protected(line) for line in lines[1:]]
        if LINK.fullmatch("\n".join(lines)):
            lines[0] = f"\\{lines[0]}"
        if statement.source:
            number = self._notes.setdefault(statement.source.work, len(self._notes) + 1)
            lines[-1] += f" [{number}]"
        return "\n".join(lines)

    def _sources(self) -> Iterator[str]:
        if self._notes:
            yield ""
            yield "Sources:"
        for key, number in self._notes.items():
            work = self._map.sources.get(key)
            title = _escape(_one_line(work.title)) if work else key
            url = f" {work.url}" if work and work.url and work.url != work.title else ""
            yield f"[{number}] {title}{url}"
        for key in self._map.sources:
            if key not in self._notes:
                self._losses.append(Loss("source", key, "no statement cites it"))


def _escape(text: str) -> str:
    return _SIGNS.sub(lambda match: "\\" + match.group(), text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _protected_first(line: str, *, is_thesis: bool) -> str:
    """Keep a thesis from looking like a reply."""
    if is_thesis and re.match(r"(?:Pro|Con):", line):
        return line.replace(":", "\\:", 1)
    return line


def _protected(line: str) -> str:
    """Keep a line of a text from looking like the beginning of a claim or of the sources."""
    if ENTRY.fullmatch(line):
        return line.replace(".", "\\.", 1)
    if TAIL.fullmatch(line):
        return f"\\{line}" if not line[0].isalpha() else line.rstrip() + "\\:"
    return line
