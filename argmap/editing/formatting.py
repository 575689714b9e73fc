"""One style for the files of a map: order of fields, indentation, blank lines, line width and quotes.

Values and comments stay what they are. What a careful hand may well write in two ways stays as it is
written: lists in brackets or below their key, texts that are broken into lines of at most the width.
Brackets that do not fit on a line, or that hold comments, give way to lines of their own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml

from argmap.editing.comments import comments_beside
from argmap.editing.lines import dash_of, line_start
from argmap.editing.nodes import BLOCK_STYLES, Node, document_nodes
from argmap.editing.refusal import EditRefusedError
from argmap.editing.remarks import Remark, Remarks
from argmap.editing.written import newline_of
from argmap.files.garbage_collection import no_garbage_collection
from argmap.files.map_text.write_map import field_order
from argmap.files.map_text.yaml_scalars import WIDTH, inline, value
from argmap.files.yaml.decoding import split_lines
from argmap.files.yaml.places import ReadFile
from argmap.model import Aim, Claim, Inference, MapInfo, Person, Rebuttal, Source

_STEP: Final = 2
_APART: Final = frozenset({"claims", "rebuttals"})
"""The sections whose records blank lines set apart."""

_PROPERTIES: Final = ("&", "*", "!")
"""What anchors, aliases and tags begin with; a plain text does not."""

_PROPERTY: Final = re.compile(r"(?:^|[\s,:\[{-])[&*!]")

_ENTRIES: Final[Mapping[str, str]] = {"people": "person", "sources": "source"}
"""Section to what each of its entries is."""

_ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "map": field_order(MapInfo),
    "person": field_order(Person),
    "source": field_order(Source),
    "claims": field_order(Claim),
    "rebuttals": field_order(Rebuttal),
    "because": field_order(Inference),
    "attacks": field_order(Aim),
}
"""What a mapping is, or is listed in, to the order of its fields."""

_RANKS: Final = {name: {field: rank for rank, field in enumerate(fields)} for name, fields in _ORDERS.items()}
_LAST: Final = max(map(len, _ORDERS.values()))


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
    with no_garbage_collection():
        return _formatted(file)


def _formatted(file: ReadFile) -> str:
    roots = list(document_nodes(file.text))
    if len(roots) > 1:
        raise EditRefusedError(file, "it holds more than one document")
    if not roots or roots[0].text is not None or roots[0].style:
        return file.text
    comments = comments_beside(file.text, roots[0])
    lines = _Formatter(file, Remarks(file.text, comments)).document(roots[0])
    new = newline_of(file).join([*lines, ""])
    if new != file.text:
        _prove(file, roots[0], [comment.text for comment in comments], new)
    return new


def _prove(file: ReadFile, before: Node, comments: Sequence[str], new: str) -> None:
    """Prove that only the style has changed.

    Raises:
        EditRefusedError: something else has.
    """
    try:
        after = list(document_nodes(new))
    except yaml.YAMLError:
        raise EditRefusedError(file, "it would not be YAML") from None
    if len(after) != 1 or not _same(before, after[0]):
        raise EditRefusedError(file, "it would not read as before")
    if sorted(comments) != sorted(comment.text for comment in comments_beside(new, after[0])):
        raise EditRefusedError(file, "a comment would be lost")


def _same(one: Node, other: Node) -> bool:
    """Tell whether two values are the same but for the order of keys."""
    if one.text is not None or other.text is not None:
        return one.text == other.text and (bool(one.text) or bool(one.style) == bool(other.style))
    if one.is_mapping != other.is_mapping or len(one.parts) != len(other.parts):
        return False
    return all(_same(left, right) for left, right in zip(_by_key(one), _by_key(other), strict=True))


def _by_key(node: Node) -> Sequence[Node]:
    if not node.is_mapping:
        return node.parts
    names = [key.text or "" for key in node.keys]
    order = sorted(range(len(names)), key=names.__getitem__)
    return [part for at in order for part in (node.keys[at], node.parts[at])]


@dataclass(frozen=True, slots=True)
class _Written:
    """An item or entry as it is written.

    Args:
        rank: where it belongs among the others.
        lead: the comments above it.
        is_apart: whether a blank line stands directly above it.
        lines: its lines.
    """

    rank: int
    lead: Sequence[Remark]
    is_apart: bool
    lines: Sequence[str]


class _Place(NamedTuple):
    """Where a value stands, and where it is put.

    Args:
        mark: the key or dash before it, with the indentation.
        indent: the columns before that.
        start: where the key or dash begins in the text.
        behind: where it ends there.
        limit: before which offset comments can be its own.
        name: what the value is, or what it lists.
    """

    mark: str
    indent: int
    start: int
    behind: int
    limit: int
    name: str

    @property
    def is_item(self) -> bool:
        """Whether it is the item of a list."""
        return self.mark.endswith("-")


class _Formatter:
    def __init__(self, file: ReadFile, remarks: Remarks) -> None:
        self._file = file
        self._text = file.text
        self._remarks = remarks
        self._has_properties = bool(_PROPERTY.search(file.text))
        self._written_keys: dict[str, str] = {}

    def document(self, root: Node) -> list[str]:
        """Write the whole file."""
        head = self._head(root)
        self._remarks.before(head)
        lines = split_lines(self._text[:head].rstrip()) if head else []
        if head and self._remarks.is_apart(root.start):
            lines.append("")
        parts = [self._part(root, at, 0, "", len(self._text)) for at in range(len(root.parts))]
        lines += self._stacked(parts, 0, apart=True)
        return lines + self._lines_of(self._remarks.before(len(self._text)), 0)

    def _head(self, root: Node) -> int:
        """Find where a marker or directive above the first section ends; 0 where there is none."""
        before = split_lines(self._text[: root.start])
        marked = any(line.startswith(("---", "%")) for line in before)
        return line_start(self._file, root.start) if marked else 0

    def _stacked(self, parts: Sequence[_Written], indent: int, *, apart: bool) -> list[str]:
        """Put parts below each other; no blank line comes before the first one."""
        lines: list[str] = []
        for part in parts:
            lead = self._lines_of(part.lead, indent)
            if part.is_apart or (apart and not lead):
                lead.append("")
            if apart and lead[0]:
                lead.insert(0, "")
            lines += lead if lines or not lead or lead[0] else lead[1:]
            lines += part.lines
        return lines

    def _lines_of(self, remarks: Sequence[Remark], indent: int) -> list[str]:
        lines: list[str] = []
        for one in remarks:
            if one.is_apart:
                lines.append("")
            lines.append(" " * indent + one.text)
        return lines

    def _collection(self, node: Node, indent: int, name: str, limit: int) -> list[str]:
        """Write a list or mapping on lines of its own.

        Args:
            node: the list or mapping, which is not empty.
            indent: the columns before it.
            name: what it is, or what it lists.
            limit: before which offset comments can be its own.
        """
        parts = [self._part(node, at, indent, name, limit) for at in range(len(node.parts))]
        if node.is_mapping and name in _RANKS:
            parts.sort(key=lambda part: part.rank)
        return self._stacked(parts, indent, apart=name in _APART and not node.is_mapping)

    def _part(self, holder: Node, at: int, indent: int, name: str, limit: int) -> _Written:
        """Write an item behind its dash, or an entry behind its key."""
        start = self._start(holder, at)
        end = self._start(holder, at + 1) if at + 1 < len(holder.parts) else limit
        lead = self._remarks.before(start)
        mark, behind, rank = " " * indent + "-", start + 1, 0
        if holder.is_mapping:
            key = self._key(holder.keys[at])
            mark, behind = " " * indent + self._written_key(key) + ":", holder.keys[at].end
            rank = _RANKS.get(name, {}).get(key, _LAST)
            name = self._name_below(name, key, indent)
        more, lines = self._value(holder.parts[at], _Place(mark, indent, start, behind, end, name))
        return _Written(rank, [*lead, *more], self._remarks.is_apart(start), lines)

    def _start(self, holder: Node, at: int) -> int:
        if holder.is_mapping:
            return holder.keys[at].start
        return holder.parts[at].start if holder.style else dash_of(self._file, holder, at)

    def _key(self, node: Node) -> str:
        self._refuse_properties(node)
        if node.text is None:
            raise EditRefusedError(self._file, "one of its keys is not text")
        return node.text

    def _written_key(self, key: str) -> str:
        """Write a key before its colon; the names of fields return in every record."""
        if key not in self._written_keys:
            self._written_keys[key] = inline(key)
        return self._written_keys[key]

    def _name_below(self, name: str, key: str, indent: int) -> str:
        """Name what stands below a key."""
        if not indent:
            return key
        return _ENTRIES.get(name) or (key if key in {"because", "attacks"} else "")

    def _value(self, node: Node, place: _Place) -> tuple[Sequence[Remark], list[str]]:
        """Write a value with its key or dash; give the comments that come to stand above, and the lines."""
        self._refuse_properties(node)
        if node.parts and not node.style:
            return (), self._below(node, place, self._remarks.on_line(place.behind, node.start))
        above = self._remarks.before(node.start)
        if node.text is not None:
            more, tail = self._behind(above, node, place.limit)
            return more, self._scalar(node, place, tail)
        written = f"{place.mark} {self._flow(node, place.name)}"
        if not node.parts or (len(written) <= WIDTH and not self._remarks.wait_before(node.end)):
            more, tail = self._behind(above, node, place.limit)
            return more, [written + tail]
        head = above[-1:] or self._remarks.on_line(place.behind, self._start(node, 0))
        return above[:-1], self._below(node, place, head)

    def _behind(self, above: Sequence[Remark], node: Node, limit: int) -> tuple[Sequence[Remark], str]:
        """Choose the one comment that can stand behind a value; the others come to stand above it."""
        if not above and not self._remarks.wait_before(limit):
            return (), ""
        found = [*above, *self._remarks.before(node.end), *self._remarks.on_line(node.end, limit)]
        return found[:-1], _tail(found[-1:])

    def _below(self, node: Node, place: _Place, tail: Sequence[Remark]) -> list[str]:
        """Write a list or mapping below its key, or from its dash on."""
        indent = place.indent + _STEP
        lines = self._collection(node, indent, place.name, node.end if node.style else place.limit)
        if node.style:
            below = [*self._remarks.before(node.end), *self._remarks.on_line(node.end, place.limit)]
            if not tail and below:
                tail = [below.pop()]
        else:
            below = self._remarks.indented_more(place.start, place.limit)
        lines += self._lines_of(below, indent)
        if place.is_item and not tail and not lines[0].lstrip().startswith("#"):
            return [f"{place.mark} {lines[0].lstrip()}", *lines[1:]]
        return [place.mark + _tail(tail), *lines]

    def _flow(self, node: Node, name: str) -> str:
        """Write a value on one line, as it stands inside brackets."""
        self._refuse_properties(node)
        if node.text is not None:
            return inline(node.text, flow=True) if node.text or node.style else ""
        if not node.is_mapping:
            return "[" + ", ".join(self._flow(one, name) for one in node.parts) + "]"
        keys = [self._key(key) for key in node.keys]
        ranks = _RANKS.get(name, {})
        order = sorted(range(len(keys)), key=lambda at: ranks.get(keys[at], _LAST))
        return "{" + ", ".join(self._flow_entry(name, keys[at], node.parts[at]) for at in order) + "}"

    def _flow_entry(self, name: str, key: str, node: Node) -> str:
        return f"{inline(key, flow=True)}: {self._flow(node, self._name_below(name, key, 1))}".rstrip()

    def _scalar(self, node: Node, place: _Place, tail: str) -> list[str]:
        """Write a text: as it is broken into lines where they fit, else anew."""
        text = node.text or ""
        if not text and not node.style:
            return [place.mark + tail]
        indent = place.indent + _STEP
        if node.style in BLOCK_STYLES:
            header, *old = split_lines(self._text[node.start : node.end])
            header = header.split("#")[0].rstrip()
            if kept := _kept(header, old, indent):
                return [f"{place.mark} {header}{tail}", *kept]
        first, *rest = value(text, indent, len(place.mark) + 1).split("\n")
        return [f"{place.mark} {first}{tail}", *rest]

    def _refuse_properties(self, node: Node) -> None:
        if self._has_properties and node.start < node.end and self._text.startswith(_PROPERTIES, node.start):
            raise EditRefusedError(self._file, "it has anchors, aliases or tags")


def _tail(remarks: Sequence[Remark]) -> str:
    return "".join(f"  {one.text}" for one in remarks)


def _kept(header: str, old: Sequence[str], indent: int) -> list[str]:
    """Give the lines of a block text with other indentation; nothing where one is too long or odd."""
    if header not in {"|", "|-", ">", ">-"} or not old:
        return []
    margin = min(len(line) - len(line.lstrip(" ")) for line in old if line.strip())
    lines = [" " * indent + line[margin:] if line.strip() else "" for line in old]
    return lines if header[0] == "|" or all(len(line) <= WIDTH for line in lines) else []
