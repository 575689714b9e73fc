"""YAML that others wrote: text with its places, anchors followed within bounds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from argmap.formats.base import FormatError, fault

MOST_DEPTH: Final = 50
MOST_NODES: Final = 2_000_000
"""Values that a file may hold, each counted as often as an alias repeats it."""

_TOO_DEEP: Final = f"values are nested more than {MOST_DEPTH} deep"
_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_STANDARD: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
)
_SEPARATORS: Final = "\x85\u2028\u2029"
_PRIVATE_USE: Final = range(0xE000, 0xF900)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[int, int]


class YamlText(str):
    """A scalar as it was typed: numbers, dates and truth values are text too.

    Attributes:
        place: line and column, from 1.
    """

    __slots__ = ("place",)

    place: Place


class YamlList(list["YamlValue"]):
    """A sequence; see `YamlText`."""

    place: Place = (1, 1)


class YamlMap(dict[str, "YamlValue"]):
    """A mapping; its keys are `YamlText`, so that each has its place; see there."""

    place: Place = (1, 1)


YamlValue = YamlText | YamlList | YamlMap | None


def read_yaml(text: str, file: str, start: Place = (1, 1)) -> YamlValue:
    """Read one YAML document.

    Args:
        text: the document.
        file: the name of the file that it is, or is a part of.
        start: line and column, from 1, of its first character in that file.

    Returns:
        Texts, lists and mappings with their places; None for an empty value. Aliases share their value.

    Raises:
        FormatError: the text is not YAML, holds a tag that is not YAML's own, a key twice or more than one
            document, is nested more than 50 deep, or grows past two million values by its aliases.
    """
    return _Reader(text, file, start).read()


def place_of(value: object, otherwise: Place = (1, 1)) -> Place:
    """Give the place of a value or key that was read from YAML."""
    return value.place if isinstance(value, YamlText | YamlList | YamlMap) else otherwise


def texts(value: YamlValue) -> Iterator[str]:
    """Give a text, or the texts of a list."""
    for item in value if isinstance(value, YamlList) else (value,):
        if isinstance(item, YamlText):
            yield str(item)


def mapping(value: YamlValue) -> YamlMap:
    """Give a mapping; an empty one for anything else."""
    return value if isinstance(value, YamlMap) else YamlMap()


def text(value: YamlValue) -> str:
    """Give a text; an empty one for anything else."""
    return str(value) if isinstance(value, YamlText) else ""


def plain(value: YamlValue) -> Any:  # noqa: ANN401 — values of any shape
    """Give texts, lists and mappings without their places; an empty text for an empty value."""
    if isinstance(value, YamlList):
        return [plain(item) for item in value]
    if isinstance(value, YamlMap):
        return {str(key): plain(item) for key, item in value.items()}
    return text(value)


def joined(parts: Iterable[YamlMap]) -> YamlMap:
    """Join the data of several occurrences; the last one counts."""
    found = YamlMap()
    for part in parts:
        found.update(part)
    return found


@dataclass
class _Open:
    """A list or mapping that is not closed yet."""

    value: YamlList | YamlMap
    anchor: str | None
    size: int = 1
    key: YamlText | None = None


@dataclass
class _Reader:
    text: str
    file: str
    start: Place
    _hidden: dict[int, int] = field(init=False)
    _restored: dict[int, int] = field(init=False)
    _anchors: dict[str, tuple[YamlValue, int]] = field(default_factory=dict)
    _stack: list[_Open] = field(default_factory=list)
    _root: YamlValue = None
    _documents: int = 0

    def __post_init__(self) -> None:
        self._hidden = _stand_ins(self.text)
        self._restored = {stand_in: code for code, stand_in in self._hidden.items()}

    def read(self) -> YamlValue:
        try:
            for event in self._events():
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from None
        except yaml.YAMLError as error:
            raise FormatError(fault(self.file, self.start, f"this is not YAML: {error}")) from None
        return self._root

    def _events(self) -> Iterator[Any]:
        loader = _Loader(self.text.translate(self._hidden) if self._hidden else self.text)
        try:
            while not isinstance(event := loader.get_event(), StreamEndEvent):
                yield event
        finally:
            loader.dispose()

    def _take(self, event: Any) -> None:  # noqa: ANN401 — the library's events carry no types
        if isinstance(event, ScalarEvent):
            self._check_tag(event)
            value = YamlText(event.value.translate(self._restored) if self._restored else event.value)
            value.place = self._place(event.start_mark)
            empty = not event.style and event.value in _NULLS
            self._add(None if empty and not self._expects_key() else value, event, 1)
        elif isinstance(event, SequenceStartEvent | MappingStartEvent):
            self._check_tag(event)
            self._open(event)
        elif isinstance(event, CollectionEndEvent):
            self._close(event)
        elif isinstance(event, AliasEvent):
            if event.anchor not in self._anchors:
                self._fail(event, f"there is no `&{event.anchor}` before `*{event.anchor}`")
            self._add(*self._with_size(event))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._fail(event, "a second document starts here", "a file holds one; split it")

    def _with_size(self, event: Any) -> tuple[YamlValue, Any, int]:  # noqa: ANN401 — see above
        value, size = self._anchors[event.anchor]
        return value, event, size

    def _open(self, event: Any) -> None:  # noqa: ANN401 — see above
        if len(self._stack) >= MOST_DEPTH:
            self._fail(event, _TOO_DEEP)
        if self._expects_key():
            self._fail(event, "a key must be text, not a list or mapping")
        value: YamlList | YamlMap = YamlList() if isinstance(event, SequenceStartEvent) else YamlMap()
        value.place = self._place(event.start_mark)
        self._stack.append(_Open(value, event.anchor))

    def _close(self, event: Any) -> None:  # noqa: ANN401 — see above
        done = self._stack.pop()
        if done.anchor:
            self._anchors[done.anchor] = (done.value, done.size)
        self._add(done.value, event, done.size)

    def _expects_key(self) -> bool:
        return (
            bool(self._stack) and isinstance(self._stack[-1].value, YamlMap) and self._stack[-1].key is None
        )

    def _add(self, value: YamlValue, event: Any, size: int) -> None:  # noqa: ANN401 — see above
        if isinstance(event, ScalarEvent) and event.anchor:
            self._anchors[event.anchor] = (value, 1)
        if not self._stack:
            self._root = value
            return
        top = self._stack[-1]
        top.size += size
        if top.size > MOST_NODES:
            self._fail(event, "aliases repeat too many values")
        if isinstance(top.value, YamlList):
            top.value.append(value)
        elif top.key is not None:
            top.value[top.key] = value
            top.key = None
        elif not isinstance(value, YamlText):
            self._fail(event, "a key must be text, not a list or mapping")
        elif value in top.value:
            self._fail(event, f"the key `{value}` is there already")
        else:
            top.key = value

    def _check_tag(self, event: Any) -> None:  # noqa: ANN401 — see above
        if event.tag and event.tag != "!" and event.tag not in _STANDARD:
            self._fail(event, f"the tag `{event.tag}` has no meaning here", "remove it")

    def _fail(self, event: Any, message: str, hint: str = "") -> None:  # noqa: ANN401 — see above
        raise FormatError(fault(self.file, self._place(event.start_mark), message, hint))

    def _syntax(self, error: yaml.MarkedYAMLError) -> FormatError:
        from argmap.files.faults.yaml_errors import explain_syntax_error
        from argmap.files.yaml.strict_yaml import is_nesting_fault

        found = explain_syntax_error(error, self.file, self.text).fault
        place = self._moved(found.location.line, found.location.column)
        if is_nesting_fault(error):
            return FormatError(fault(self.file, place, _TOO_DEEP))
        return FormatError(fault(self.file, place, found.message, found.hint))

    def _place(self, mark: Any) -> Place:  # noqa: ANN401 — see above
        return self._moved(mark.line + 1, mark.column + 1)

    def _moved(self, line: int, column: int) -> Place:
        first_line, first_column = self.start
        return line + first_line - 1, column + (first_column - 1 if line == 1 else 0)


def _stand_ins(text: str) -> dict[int, int]:
    """Give a character that a text lacks for each of its separators that end no line in YAML 1.2.

    They do so for PyYAML, which reads YAML 1.1 and would count other lines than every editor does.
    """
    found = [ord(each) for each in _SEPARATORS if each in text]
    if not found:
        return {}
    there = set(text)
    return dict(zip(found, (code for code in _PRIVATE_USE if chr(code) not in there), strict=False))
