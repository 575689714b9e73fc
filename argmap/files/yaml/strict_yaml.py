"""YAML as argument maps use it: one document of mappings, lists and text, with every fault located.

The events come from libyaml where it is installed. On top of them this reader follows YAML 1.2 in spirit
and is stricter than any schema: a scalar is the text that was typed (``no``, ``1:30`` and ``1.10`` stay),
an empty value is None, and anchors, aliases, tags, duplicate keys and deep nesting are faults.
"""

from dataclasses import replace
from sys import intern
from typing import Any, Final

import yaml
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent
from yaml.events import SequenceStartEvent as SequenceStart

from argmap.diagnostics import Diagnostic, Location, Related
from argmap.files.yaml.decoding import FORBIDDEN
from argmap.files.yaml.document import (
    SECOND_DOCUMENT,
    UNUSABLE,
    Document,
    Start,
    Starts,
    SyntaxFaultError,
    Value,
)

MAX_DEPTH: Final = 32
"""Deeper nesting is refused while it is being read; no field needs more than six levels."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_document(text: str, file: str) -> Document:
    """Read one YAML document.

    Args:
        text: the text, free of control characters.
        file: its name, for locations.

    Raises:
        SyntaxFaultError: it is nested too deep.
        MarkedYAMLError: at the first place that YAML forbids.
    """
    return _Reader(text, file).read()


def is_nesting_fault(error: yaml.YAMLError) -> bool:
    """Tell whether libyaml (0.2.6 or newer, which stops at 1,000 levels) gave up because of deep nesting.

    Earlier ones go on, so that a reader must count the levels itself; this one may look ahead further than
    a reader that counts.
    """
    return "maximum nesting depth" in str(error)


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._next = _Loader(text).get_event
        # Only an escape can bring in a character that the text itself does not hold.
        self._has_escapes = "\\" in text
        self._document = Document()
        self._anchors: dict[str, int] = {}
        self._aliases: dict[int, list[Related]] = {}

    def read(self) -> Document:
        try:
            self._read_stream()
        except yaml.MarkedYAMLError as error:
            if is_nesting_fault(error) and error.problem_mark:
                mark = error.problem_mark
                raise _too_deep(Location(self._file, mark.line + 1, mark.column + 1)) from error
            raise
        faults = self._document.faults
        for at, aliases in self._aliases.items():
            faults[at] = replace(faults[at], related=tuple(aliases))
        return self._document

    def _read_stream(self) -> None:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return
        self._read_sections(self._next())
        self._next()
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            hint = "a file holds one document; remove the `---`"
            self._fault(event, SECOND_DOCUMENT, "a second document starts here", hint)

    def _read_sections(self, event: Any) -> None:
        if not isinstance(event, MappingStartEvent):
            if not (isinstance(event, ScalarEvent) and not event.value):
                what = "a list" if isinstance(event, SequenceStart) else "text"
                self._fault(
                    event,
                    "F201",
                    f"the file holds {what} where sections are expected",
                    "start with `claims:` or another of map, people, sources, claims, rebuttals",
                )
            self._value(event, 1)
            return
        self._refuse_properties(event)
        first: dict[str, Any] = {}
        while not isinstance(key := self._next(), MappingEndEvent):
            name = self._key(key, first, 1)
            if name is not None:
                self._document.keys[name] = self._place(key)
                self._document.sections[name] = self._section(name, self._next())
            else:
                self._keep_repeated(key, self._next())

    def _keep_repeated(self, key: Any, event: Any) -> None:
        """Read a section that stands twice into the first, so that its records are still known."""
        name = getattr(key, "value", "")
        before = self._document.sections.get(name)
        value = self._section(name, event)
        if before is None and name in self._document.sections:
            self._document.sections[name] = value
        elif isinstance(before, list) and isinstance(value, list):
            before.extend(value)
        elif isinstance(before, dict) and isinstance(value, dict):
            for inner, record in value.items():
                before.setdefault(inner, record)

    def _section(self, name: str, event: Any) -> Value:
        """Read a section's value, noting where each item starts."""
        starts = self._document.starts.setdefault(name, Starts())
        if isinstance(event, SequenceStart | MappingStartEvent):
            self._refuse_properties(event)
            starts.in_brackets = starts.in_brackets or bool(event.flow_style)
        if isinstance(event, SequenceStart):
            items: list[Value] = []
            while not isinstance(item := self._next(), SequenceEndEvent):
                starts.items[starts.listed + len(items)] = _start(item)
                items.append(self._value(item, 2))
            starts.listed += len(items)
            return items
        if isinstance(event, MappingStartEvent):
            return self._mapping(2, starts.items)
        return self._value(event, 1)

    def _value(self, event: Any, depth: int) -> Value:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_properties(event)
            if not event.value and event.implicit[0]:
                return None
            return self._checked(event)
        if kind is AliasEvent:
            self._refuse_alias(event)
            return UNUSABLE
        if depth >= MAX_DEPTH:
            raise _too_deep(self._place(event))
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if kind is MappingStartEvent:
            return self._mapping(depth + 1)
        return self._sequence(depth + 1)

    def _sequence(self, depth: int) -> list[Value]:
        next_event = self._next
        has_escapes = self._has_escapes
        items: list[Value] = []
        while type(item := next_event()) is not SequenceEndEvent:
            if type(item) is ScalarEvent and item.anchor is None and item.tag is None and not has_escapes:
                items.append(item.value or (None if item.implicit[0] else ""))
            else:
                items.append(self._value(item, depth))
        return items

    def _mapping(self, depth: int, starts: dict[str | int, Start] | None = None) -> dict[str, Value]:
        # The one loop that every field of every record passes: plain text takes the short way through.
        next_event = self._next
        values: dict[str, Value] = {}
        first: dict[str, Any] = {}
        has_escapes = self._has_escapes
        while type(key := next_event()) is not MappingEndEvent:
            name: str | None
            if (
                type(key) is ScalarEvent
                and key.anchor is None
                and key.tag is None
                and key.value not in first
                and not has_escapes
            ):
                # The names of fields return in every record: one object for each saves a tenth of the memory.
                name = intern(key.value)
                first[name] = key
                if starts is not None:
                    starts.setdefault(name, _start(key))
            else:
                name = self._key(key, first, depth, starts)
            event = next_event()
            if type(event) is ScalarEvent and event.anchor is None and event.tag is None and not has_escapes:
                value: Value = event.value or (None if event.implicit[0] else "")
            else:
                value = self._value(event, depth)
            if name is not None:
                values[name] = value
        return values

    def _key(
        self,
        event: Any,
        first: dict[str, Any],
        depth: int,
        starts: dict[str | int, Start] | None = None,
    ) -> str | None:
        """Give the key's text; None, with a fault, where it cannot be used."""
        if type(event) is not ScalarEvent:
            self._fault(
                event, "Y111", "a key must be plain text", "put quotes around text that starts with a bracket"
            )
            self._value(event, depth)
            return None
        self._refuse_properties(event)
        name = self._checked(event)
        if name in first:
            self._fault(
                event,
                "Y109",
                f"the key `{name}` stands twice",
                "keep one of the two",
                (Related(self._place(first[name]), "first here"),),
            )
            return None
        first[name] = event
        if starts is not None:
            starts.setdefault(name, _start(event))
        return name

    def _checked(self, event: Any) -> str:
        """Give a scalar's text, where escapes may not bring in what no file may hold."""
        value: str = event.value
        if self._has_escapes and event.style == '"' and (match := FORBIDDEN.search(value)):
            character = f"U+{ord(match.group()):04X}"
            message = f"the escape for the invisible character {character} is not allowed"
            hint = "delete it, or put '…' around the text, where a backslash is only a backslash"
            self._fault(event, "Y103", message, hint)
            return FORBIDDEN.sub("\ufffd", value)
        return value

    def _refuse_alias(self, event: Any) -> None:
        """Tell of an alias where its anchor is refused, or if it has none, where it stands."""
        if (at := self._anchors.get(event.anchor)) is None:
            self._fault(event, "Y107", f"the alias *{event.anchor} is not allowed", "write the value out")
        else:
            self._aliases.setdefault(at, []).append(Related(self._place(event), "write the value out here"))

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._anchors[event.anchor] = len(self._document.faults)
            self._fault(
                event,
                "Y107",
                f"the anchor &{event.anchor} is not allowed",
                "write the value out, or put quotes around text that starts with `&`",
            )
        if event.tag is not None:
            self._fault(
                event,
                "Y108",
                f"the tag {_shown_tag(event.tag)} is not allowed",
                "everything here is text; put quotes around text that starts with `!`",
            )

    def _place(self, event: Any) -> Location:
        start, end = event.start_mark, event.end_mark
        return Location(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _fault(
        self, event: Any, code: str, message: str, hint: str, related: tuple[Related, ...] = ()
    ) -> None:
        self._document.faults.append(
            Diagnostic(self._place(event), code, message, hint=hint, related=related)
        )


def _start(event: Any) -> Start:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _too_deep(place: Location) -> SyntaxFaultError:
    hint = "no field of a map needs more than six; is a bracket left open?"
    fault = Diagnostic(place, "Y110", f"nested more than {MAX_DEPTH} levels deep", hint=hint)
    return SyntaxFaultError(fault, place.line - 1)


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
