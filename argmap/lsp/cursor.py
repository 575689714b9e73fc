"""Where the cursor stands in a text that is perhaps no YAML yet: told by indentation, keys and brackets."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from argmap.lsp.fields import SECTIONS

_LEVEL: Final = re.compile(
    r"""(?P<dash>-(?=\s|$))|(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s'"\[\]{},#&*!|>%@`-][^\s:,\[\]{}]*|[^\s:'"\[\]{},#]+)\s*:(?=\s|$)"""
)
_BLOCK: Final = re.compile(r"[|>][+\-0-9]*\s*(?:#.*)?\Z")
_WORD: Final = re.compile(r"[^\s,\[\]{}'\"#:]*\Z")
_REST: Final = re.compile(r"[^\s,\[\]{}'\"#:]*")
_MOST_LINES: Final = 5000
"""A record with more lines than this is not looked through to its top."""

_MOST_BESIDE: Final = 400
"""Where so many lines lie beside what was found last, only what begins at the margin is looked for above."""

Line = Callable[[int], str]


class Lines(Protocol):
    """A text by its lines."""

    @property
    def starts(self) -> Sequence[int]:
        """The offset of each line."""

    def line(self, number: int) -> str:
        """Give a line, counted from 1, without its end."""

    def at_margin_above(self, number: int) -> int:
        """Give the nearest line above one that begins with a key at the margin; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where the cursor stands.

    Args:
        section: the section; empty above the first one.
        keys: the fields from the record inwards in whose value it stands.
        word: what stands between the last blank, comma or bracket and the cursor.
        start: the column, counted from 1, at which that begins.
        end: the column behind the word, part of which may stand behind the cursor.
        at_key: whether a field, or at the margin a section, may begin here.
        in_braces: whether nothing but a key may begin here.
        begun: what stands before the word in the same value, which for a citation is its work.
        top: the first line of the record, counted from 1; 0 where there is none.
        is_prose: whether it stands inside a block text or a comment, where nothing is completed.
        present: the fields that the record, or the mapping at the cursor, has already.
    """

    section: str
    keys: tuple[str, ...]
    word: str
    start: int
    end: int
    at_key: bool = False
    in_braces: bool = False
    begun: str = ""
    top: int = 0
    is_prose: bool = False
    present: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Level:
    """A dash or a key of a line.

    Args:
        column: at which it begins, from 0.
        key: the key; empty for a dash.
        end: behind which offset of the line its value begins.
    """

    column: int
    key: str
    end: int


def where(buffer: Lines, number: int, column: int) -> Where:
    """Tell where a place lies.

    Args:
        buffer: the text.
        number: the line of the place, counted from 1.
        column: its column, counted from 1.
    """
    line, count = buffer.line, len(buffer.starts)
    text = line(number)
    before = text[: column - 1]
    word = _match(_WORD, before, 0)
    start = column - len(word)
    rest = _match(_REST, text, column - 1, is_start=True)
    end = column + len(rest)
    here = list(_levels(text[: start - 1]))
    tail = text[(here[-1].end if here else 0) : start - 1]
    inner, is_flow, in_comment = _flow(tail)
    indent = here[0].column if here else len(text[: start - 1]) - len(text[: start - 1].lstrip(" "))
    above = list(_above(buffer, number, here, indent, is_blank=not here and not text[: start - 1].strip()))
    holders = [*reversed(above), *((number, level) for level in here)]
    is_prose = in_comment or any(
        at != number and level.key and _BLOCK.search(line(at)[level.end :].strip()) for at, level in holders
    )
    section = holders[0][1].key if holders and holders[0][1].column == 0 else ""
    levels = holders[1:]
    if section in {"people", "sources"} and levels and levels[0][1].key:
        top, levels = levels[0][0], levels[1:]
    else:
        top = levels[0][0] if levels else 0
    keys = (*(level.key for _, level in levels if level.key), *inner)
    begins = not tail.strip() and not (here and here[-1].key)
    in_braces = is_flow and tail.rstrip()[-1:] in {"{", ","} and _in_braces(tail)
    at_key = (begins and not is_flow) or in_braces
    begun = tail.strip() if not is_flow else ""
    if is_flow:
        found = _flow_present(tail)
    elif here and not here[-1].key:
        found = _present(line, count, number, start - 1, (1,))
    else:
        found = _present(line, count, number, indent, (-1, 1)) if begins else frozenset[str]()
    return Where(section, keys, word, start, end, at_key, in_braces, begun, top, is_prose, found)


def _levels(text: str) -> Iterator[_Level]:
    """Give the dashes and keys with which a line begins."""
    at = len(text) - len(text.lstrip(" "))
    while match := _LEVEL.match(text, at):
        yield _Level(at, (match["key"] or "").strip("'\""), match.end())
        if match["key"]:
            return
        at = match.end()
        at += len(text[at:]) - len(text[at:].lstrip(" "))


def _above(
    buffer: Lines, number: int, here: list[_Level], indent: int, *, is_blank: bool
) -> Iterator[tuple[int, _Level]]:
    """Give what holds a line: the keys and dashes above that stand further to the left, from the inside."""
    first = here[0] if here else None
    need = indent
    is_item = first is not None and not first.key
    at = nearest = number
    while at > 1:
        far = number - at > _MOST_LINES or nearest - at > _MOST_BESIDE
        at = buffer.at_margin_above(at) if far else at - 1
        text = buffer.line(at) if at else ""
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        for level in reversed(list(_levels(text))):
            may_hold = level.column < need or (is_item and level.column == need and level.key)
            if may_hold:
                yield at, level
                need, is_item = level.column, not level.key
                nearest = at
                if level.column == 0 and level.key in SECTIONS:
                    return
        if need == 0 and not is_item and not is_blank:
            return


def _flow(text: str) -> tuple[tuple[str, ...], bool, bool]:
    """Read the beginning of a value on one line.

    Returns:
        The keys of the open braces in whose values it ends, whether a bracket is open, and whether a comment
        has begun.
    """
    stack: list[list[str]] = []
    quote = ""
    token = ""
    for at, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
            continue
        if sign in "'\"" and not token.strip():
            quote = sign
        elif sign == "#" and (at == 0 or text[at - 1].isspace()):
            return (), False, True
        elif sign in "[{":
            stack.append([sign, ""])
            token = ""
        elif sign in "]}" and stack:
            stack.pop()
            token = ""
        elif sign == "," and stack:
            stack[-1][1] = "" if stack[-1][0] == "{" else stack[-1][1]
            token = ""
        elif sign == ":" and stack and stack[-1][0] == "{" and text[at + 1 : at + 2] in {" ", ""}:
            stack[-1][1] = token.strip()
            token = ""
        else:
            token += sign
    return tuple(key for _, key in stack if key), bool(stack), False


def _in_braces(text: str) -> bool:
    """Tell whether the innermost open bracket is a brace."""
    depth: list[str] = []
    for sign in text:
        if sign in "[{":
            depth.append(sign)
        elif sign in "]}" and depth:
            depth.pop()
    return bool(depth) and depth[-1] == "{"


def _flow_present(text: str) -> frozenset[str]:
    inner = text[text.rfind("{") + 1 :]
    return frozenset(re.findall(r"([\w-]+):(?=\s)", inner))


def _present(line: Line, count: int, number: int, column: int, steps: tuple[int, ...]) -> frozenset[str]:
    """Name the keys that stand in a column, above and below a line, as far as the mapping goes."""
    found: set[str] = set()
    for step in steps:
        at = number + step
        while 0 < at <= count and abs(at - number) < _MOST_LINES:
            text = line(at)
            levels = list(_levels(text))
            if text.strip() and not text.lstrip().startswith("#"):
                found.update(level.key for level in levels if level.key and level.column == column)
                first = levels[0].column if levels else len(text) - len(text.lstrip(" "))
                if first < column:
                    break
            at += step
    return frozenset(found)


def _match(pattern: re.Pattern[str], text: str, at: int, *, is_start: bool = False) -> str:
    found = pattern.match(text, at) if is_start else pattern.search(text, at)
    return found.group() if found else ""
