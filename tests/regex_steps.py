"""A matcher for regular expressions that counts its steps, to find those that take more than linear time.

It backtracks as Python's own does, only slowly; what of the syntax this project does not use it refuses.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from re import _constants as code  # type: ignore[attr-defined]  # typeshed leaves it out
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_Rest = Iterator[int]


class Steps:
    """Counts the steps of a search for all matches in a text.

    Args:
        pattern: what to look for.
        text: where.
        most: at so many steps it stops.
        is_anchored: whether a match is only looked for at the beginning, and must reach the end.
    """

    def __init__(self, pattern: re.Pattern[Any], text: str, most: int, *, is_anchored: bool = False) -> None:
        self.count = 0
        self._most = most
        self._text = text
        self._known: dict[int, dict[str, bool]] = {}
        self._flags = pattern.flags
        self._parsed = list(_tree(pattern))
        if is_anchored:
            next((end for end in self._run(self._parsed, 0, 0) if end == len(text)), None)
        at = len(text) + 1 if is_anchored else 0
        while at <= len(text) and self.count < most:
            end = next(self._run(self._parsed, 0, at), None)
            at = at + 1 if end is None or end == at else end

    def _run(self, nodes: list[Any], place: int, at: int) -> _Rest:
        if self.count > self._most:
            return
        if place == len(nodes):
            yield at
            return
        for end in self._node(nodes[place], at):
            yield from self._run(nodes, place + 1, end)

    def _node(self, node: Any, at: int) -> _Rest:  # noqa: ANN401, C901 — a node of Python's own tree
        self.count += 1
        kind, value = node
        if kind in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
            least, most, inner = value
            found = self._repeat(list(inner), least, most, at, is_greedy=kind is not code.MIN_REPEAT)
            if kind is code.POSSESSIVE_REPEAT:
                found = iter([end for end in [next(found, None)] if end is not None])
            yield from found
        elif kind is code.BRANCH:
            for branch in value[1]:
                yield from self._run(list(branch), 0, at)
        elif kind is code.SUBPATTERN:
            yield from self._run(list(value[3]), 0, at)
        elif kind is code.ATOMIC_GROUP:
            yield from [end for end in [next(self._run(list(value), 0, at), None)] if end is not None]
        elif kind in {code.ASSERT, code.ASSERT_NOT}:
            way, inner = value
            width = inner.getwidth()[1] if way < 0 else 0
            holds = at >= width and next(self._run(list(inner), 0, at - width), None) is not None
            if holds is (kind is code.ASSERT):
                yield at
        elif kind is code.GROUPREF:
            yield at  # as if the group had been empty
        elif kind is code.AT:
            if re.compile(_PLACES[value], self._flags & re.MULTILINE).match(self._text, at):
                yield at
        elif at < len(self._text) and self._fits(kind, value, self._text[at]):
            yield at + 1

    def _repeat(self, inner: list[Any], least: int, most: Any, at: int, *, is_greedy: bool) -> _Rest:  # noqa: ANN401
        """Go through the numbers of times without recursion where one character is repeated."""
        if len(inner) == 1 and inner[0][0] in _SINGLE:
            ends = [at]
            for times in count(1):
                end = next(self._node(inner[0], ends[-1]), None) if times <= most else None
                if end is None:
                    break
                ends.append(end)
            yield from reversed(ends[least:]) if is_greedy else ends[least:]
            return
        stack = [(at, 0, self._run(inner, 0, at))]
        if least == 0 and not is_greedy:
            yield at
        while stack:
            here, times, ways = stack[-1]
            end = next(ways, None) if times < most else None
            if end is not None and end != here:
                stack.append((end, times + 1, self._run(inner, 0, end)))
                continue
            stack.pop()
            if times >= least and (times or is_greedy):
                yield here

    def _fits(self, kind: Any, value: Any, sign: str) -> bool:  # noqa: ANN401
        if kind is code.IN:
            known = self._known.setdefault(id(value), {})
            if sign not in known:
                known[sign] = _class(value, self._flags)(sign)
            return known[sign]
        if kind is code.ANY:
            return sign != "\n" or bool(self._flags & re.DOTALL)
        same = chr(value) == sign or (
            bool(self._flags & re.IGNORECASE) and chr(value).lower() == sign.lower()
        )
        assert kind in {code.LITERAL, code.NOT_LITERAL}, kind
        return same is (kind is code.LITERAL)


_SINGLE = {code.IN, code.ANY, code.LITERAL, code.NOT_LITERAL}
_PLACES = {
    code.AT_BEGINNING: "^",
    code.AT_BEGINNING_STRING: r"\A",
    code.AT_END: "$",
    code.AT_END_STRING: r"\Z",
    code.AT_BOUNDARY: r"\b",
    code.AT_NON_BOUNDARY: r"\B",
}
_CATEGORIES = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}


def _class(items: list[Any], flags: int) -> Callable[[str], bool]:
    def one(item: Any, sign: str) -> bool:  # noqa: ANN401
        kind, value = item
        if kind is code.LITERAL:
            return chr(value) == sign or bool(flags & re.IGNORECASE and chr(value).lower() == sign.lower())
        if kind is code.RANGE:
            return bool(value[0] <= ord(sign) <= value[1])
        return re.match(_CATEGORIES[value], sign) is not None

    negated = items[0][0] is code.NEGATE
    return lambda sign: any(one(item, sign) for item in items if item[0] is not code.NEGATE) is not negated


@cache
def _tree(pattern: re.Pattern[Any]) -> Any:  # noqa: ANN401 — Python's own
    source = pattern.pattern
    is_text = isinstance(source, str)
    return parser.parse(
        source if is_text else source.decode("latin-1"), pattern.flags & ~(0 if is_text else re.UNICODE)
    )


def signs(pattern: re.Pattern[Any]) -> list[str]:
    """Give the characters that a pattern names, and one of each kind that it may mean."""
    tree = _tree(pattern)
    found = dict.fromkeys(chr(value) for value in _literals(tree) if value < 0x10000)
    return list(dict.fromkeys([*list(found)[:12], "a", "1", " ", "\n"]))


def _literals(tree: Any) -> Iterator[int]:  # noqa: ANN401
    for kind, value in tree:
        if kind in {code.LITERAL, code.NOT_LITERAL}:
            yield value
        elif kind is code.IN:
            yield from (item[1] for item in value if item[0] is code.LITERAL)
            yield from (item[1][0] for item in value if item[0] is code.RANGE)
        elif kind is code.BRANCH:
            for branch in value[1]:
                yield from _literals(branch)
        elif kind is code.SUBPATTERN:
            yield from _literals(value[3])
        elif kind in {code.ASSERT, code.ASSERT_NOT}:
            yield from _literals(value[1])
        elif kind is code.ATOMIC_GROUP:
            yield from _literals(value)
        elif kind in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
            yield from _literals(value[2])
