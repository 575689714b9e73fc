"""One style for the files of a map: order of fields, indentation, blank lines, line width and quotes.

Values and comments stay what they are. What a careful hand may well write in two ways stays as it is
written: lists in brackets or below their key, texts that are broken into lines of at most the width.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import yaml

from argmap.editing.comments import Comment, find_comments
from argmap.editing.lines import column_of, is_first_on_line, line_start, part_start
from argmap.editing.nodes import BLOCK_STYLES, Node, document_node
from argmap.editing.refusal import EditRefusedError
from argmap.editing.written import newline_of
from argmap.files.map_text.write_map import field_order
from argmap.files.map_text.yaml_scalars import WIDTH, inline, value
from argmap.files.yaml.decoding import split_lines
from argmap.files.yaml.document import SyntaxFaultError
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from argmap.model import Aim, Claim, Inference, MapInfo, Person, Rebuttal, Source

_STEP: Final = 2
_RECORDS: Final = frozenset({"claims", "rebuttals"})
"""The sections whose records blank lines set apart."""

_ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "map": field_order(MapInfo),
    "people": field_order(Person),
    "sources": field_order(Source),
    "claims": field_order(Claim),
    "rebuttals": field_order(Rebuttal),
    "because": field_order(Inference),
    "attacks": field_order(Aim),
}
"""Section, or field, to the order of the fields of what stands in it."""


def formatted(file: ReadFile) -> str:
    """Write a file in the one style.

    Args:
        file: the file as it was read.

    Returns:
        The new text, which reads as the same values, with the same comments.

    Raises:
        EditRefusedError: it cannot be written so without changing more than its style.
    """
    if file.text != file.original:
        raise EditRefusedError(file, "it has errors that must be mended by hand first")
    root = document_node(file.text)
    if root is None or root.text is not None or root.style:
        return file.text
    new = newline_of(file).join([*_Formatter(file).document(root), ""])
    _prove(file, new)
    return new


def _prove(file: ReadFile, new: str) -> None:
    """Prove that only the style has changed.

    Raises:
        EditRefusedError: something else has.
    """
    try:
        before, after = read_document(file.text, file.name), read_document(new, file.name)
    except (SyntaxFaultError, yaml.YAMLError):
        raise EditRefusedError(file, "it would not be YAML") from None
    if before.sections != after.sections or len(before.faults) != len(after.faults):
        raise EditRefusedError(file, "it would not read as before")
    if sorted(_words(file.text)) != sorted(_words(new)):
        raise EditRefusedError(file, "a comment would be lost")


def _words(text: str) -> Iterator[str]:
    return (comment.text for comment in find_comments(text))


@dataclass
class _Part:
    """An item or entry with the comments that belong to it.

    Args:
        key: the key of an entry.
        node: the value.
        start: where it begins, with its dash or key.
        lead: the comments above it, each with whether a blank line comes before.
        is_apart: whether a blank line comes directly before it.
        inner: the comments inside it.
        foot: the comments below it that are indented more than it is.
    """

    key: Node | None
    node: Node
    start: int
    lead: list[tuple[bool, str]] = field(default_factory=list)
    is_apart: bool = False
    inner: list[Comment] = field(default_factory=list)
    foot: list[Comment] = field(default_factory=list)


class _Formatter:
    def __init__(self, file: ReadFile) -> None:
        self._file = file
        self._text = file.text

    def document(self, root: Node) -> list[str]:
        """Write the whole file."""
        comments = find_comments(self._text)
        head = self._head(root)
        taken = {comment.start for comment in comments if comment.start < head}
        parts = self._parts(root, [one for one in comments if one.start not in taken], head)
        lines = split_lines(self._text[:head].rstrip()) if head else []
        for number, part in enumerate(parts):
            name = part.key.text or "" if part.key else ""
            lines += self._lead(part, 0, apart=number > 0)
            lines += self._entry(part, 0, name)
        return lines

    def _head(self, root: Node) -> int:
        """Find where a marker or directive above the first section ends; 0 where there is none."""
        before = split_lines(self._text[: root.start])
        marked = any(line.startswith(("---", "%")) for line in before)
        return line_start(self._file, root.start) if marked else 0

    def _parts(self, node: Node, comments: Sequence[Comment], begin: int) -> list[_Part]:
        """Deal comments out to the parts of a list or mapping without brackets."""
        starts = [part_start(self._file, node, at) for at in range(len(node.parts))]
        column = column_of(self._file, starts[0])
        keys: Sequence[Node | None] = node.keys if node.is_mapping else [None] * len(node.parts)
        parts = [_Part(key, value, start) for key, value, start in zip(keys, node.parts, starts, strict=True)]
        waiting = [one for one in comments if begin <= one.start < starts[0]]
        ends = [*starts[1:], len(self._text)]
        for part, end in zip(parts, ends, strict=True):
            self._set_lead(part, waiting)
            waiting = []
            for one in comments:
                if part.start <= one.start < end:
                    if one.start < part.node.end or self._same_line(part.node.end, one.start):
                        part.inner.append(one)
                    elif column_of(self._file, one.start) > column or end == len(self._text):
                        part.foot.append(one)
                    else:
                        waiting.append(one)
        if waiting:
            parts[-1].foot += waiting
        return parts

    def _set_lead(self, part: _Part, comments: Iterable[Comment]) -> None:
        part.lead = [(self._is_apart(one.start), one.text) for one in comments]
        part.is_apart = self._is_apart(part.start)

    def _is_apart(self, offset: int) -> bool:
        """Tell whether a blank line stands directly above the line of a character."""
        line = self._file.line_at(offset)
        above = self._file.line(line - 1) if line > 1 else "x"
        return is_first_on_line(self._file, offset) and not above.strip()

    def _same_line(self, one: int, other: int) -> bool:
        return self._file.line_at(max(one - 1, 0)) == self._file.line_at(other)

    def _lead(self, part: _Part, indent: int, *, apart: bool) -> list[str]:
        """Write what stands above a part; where it is set apart, a blank line comes first."""
        lines: list[str] = []
        for number, (blank, text) in enumerate(part.lead):
            if blank or (apart and number == 0):
                lines.append("")
            lines.append(" " * indent + text)
        if part.is_apart if part.lead else (apart or part.is_apart):
            lines.append("")
        return lines

    def _block(
        self, node: Node, indent: int, comments: Sequence[Comment], begin: int, name: str
    ) -> list[str]:
        """Write a list or mapping below its key or dash.

        Args:
            node: the list or mapping.
            indent: the columns before it.
            comments: those inside it.
            begin: from which offset on comments may be its own.
            name: the section or field that it is the value of, or that its list is.
        """
        parts = self._parts(node, comments, begin)
        order = _ORDERS.get(name, ()) if node.is_mapping else ()
        ranks = {key: number for number, key in enumerate(order)}
        if ranks:
            parts.sort(key=lambda part: ranks.get(part.key.text or "" if part.key else "", len(ranks)))
        lines: list[str] = []
        for number, part in enumerate(parts):
            spaced = name in _RECORDS and not node.is_mapping
            lead = self._lead(part, indent, apart=spaced and number > 0)
            lines += lead if number or part.lead else [line for line in lead if line]
            lines += self._entry(part, indent, "") if part.key else self._item(part, indent, name)
        return lines

    def _entry(self, part: _Part, indent: int, section: str) -> list[str]:
        """Write a key and its value."""
        assert part.key is not None  # noqa: S101 — for the type checker
        key = part.key.text or ""
        name = section or (key if key in {"because", "attacks"} else "")
        lead = " " * indent + inline(key) + ":"
        return [*self._value(lead, part, indent, name), *self._foot(part, indent)]

    def _item(self, part: _Part, indent: int, name: str) -> list[str]:
        """Write an item of a list behind its dash."""
        dash = " " * indent + "-"
        node = part.node
        if node.text is None and not node.style and node.parts:
            first = part_start(self._file, node, 0)
            tail = [
                one for one in part.inner if one.start < first and self._same_line(part.start + 1, one.start)
            ]
            inner = [one for one in part.inner if one not in tail]
            lines = self._block(node, indent + _STEP, inner, part.start, name)
            if tail or lines[0].lstrip().startswith("#"):
                return [dash + self._tail(tail), *lines, *self._foot(part, indent)]
            return [dash + " " + lines[0].lstrip(), *lines[1:], *self._foot(part, indent)]
        return [*self._value(dash, part, indent, name), *self._foot(part, indent)]

    def _foot(self, part: _Part, indent: int) -> list[str]:
        """Write the comments below a part; those at the end of the file keep to its margin."""
        lines = []
        for one in part.foot:
            if self._is_apart(one.start):
                lines.append("")
            deep = column_of(self._file, one.start) > 0
            lines.append((" " * (indent + _STEP) if deep else "") + one.text)
        return lines

    def _tail(self, comments: Sequence[Comment]) -> str:
        return "".join(f"  {one.text}" for one in comments[:1])

    def _value(self, lead: str, part: _Part, indent: int, name: str) -> list[str]:
        """Write a value behind its key or dash."""
        node = part.node
        if node.text is None and not node.style and node.parts:
            first = part_start(self._file, node, 0)
            anchor = part.key.end if part.key else part.start + 1
            tail = [one for one in part.inner if one.start < first and self._same_line(anchor, one.start)]
            inner = [one for one in part.inner if one not in tail]
            deep = indent + _STEP
            return [lead + self._tail(tail), *self._block(node, deep, inner, part.start, name)]
        inside = [one for one in part.inner if node.start < one.start < node.end]
        if node.text is None:
            return self._brackets(lead, part, inside)
        above = part.inner[1:]
        lines = [" " * indent + one.text for one in above]
        return [*lines, *self._scalar(lead, node, indent, self._tail(part.inner))]

    def _brackets(self, lead: str, part: _Part, inside: Sequence[Comment]) -> list[str]:
        """Write a list or mapping in brackets: on one line where it fits, with comments as it is."""
        node = part.node
        outside = [one for one in part.inner if one not in inside]
        written = f"{lead} {self._flow(node)}"
        if not inside and (len(written) <= WIDTH or "\n" not in self._text[node.start : node.end]):
            return [written + self._tail(outside)]
        lines = split_lines(self._text[node.start : node.end])
        return [f"{lead} {lines[0]}", *lines[1:-1], *([lines[-1] + self._tail(outside)] if lines[1:] else [])]

    def _flow(self, node: Node) -> str:
        if node.text is not None:
            return inline(node.text, flow=True) if node.text or node.style else ""
        if node.is_mapping:
            pairs = zip(node.keys, node.parts, strict=True)
            return (
                "{" + ", ".join(f"{self._flow(key)}: {self._flow(one)}".rstrip() for key, one in pairs) + "}"
            )
        return "[" + ", ".join(self._flow(one) for one in node.parts) + "]"

    def _scalar(self, lead: str, node: Node, indent: int, tail: str) -> list[str]:
        """Write a text: as it is broken into lines where they fit, else anew."""
        assert node.text is not None  # noqa: S101 — for the type checker
        if not node.text and not node.style:
            return [lead + tail]
        old = split_lines(self._text[node.start : node.end])
        deep = indent + _STEP
        if node.style in BLOCK_STYLES and (kept := self._kept(old, deep)):
            return [f"{lead} {old[0].split('#')[0].rstrip()}{tail}", *kept]
        first, *rest = value(node.text, deep, len(lead) + 1).split("\n")
        return [f"{lead} {first}{tail}", *rest]

    def _kept(self, old: Sequence[str], indent: int) -> list[str]:
        """Give the lines of a block text with other indentation; nothing where one is too long or odd."""
        header = old[0].split("#")[0].strip()
        if header not in {"|", "|-", ">", ">-"} or len(old) == 1:
            return []
        margin = min(len(line) - len(line.lstrip(" ")) for line in old[1:] if line.strip())
        lines = [" " * indent + line[margin:] if line.strip() else "" for line in old[1:]]
        fits = header[0] == "|" or all(len(line) <= WIDTH for line in lines)
        return lines if fits else []
