"""Argdown's JSON to what it means, and from there to a map."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.assembling import Reading, assemble
from argmap.formats.argdown.content import Content
from argmap.formats.argdown.document import Entry, InferenceLine, Section
from argmap.formats.argdown.relations import (
    UNTITLED,
    Line,
    Link,
    Meaning,
    Node,
    RelationKind,
    Step,
    once,
    steps_of,
)
from argmap.formats.base import FormatError, Imported
from argmap.formats.foreign_yaml import YamlList, YamlMap, YamlText, YamlValue
from argmap.formats.json_text import JsonFile, Path, read_json

_FAR: Final = 1_000_000
_EMPHASIS: Final = frozenset(("bold", "italic"))
_TYPES: Final = {"argument": True, "equivalence-class": False}


def read(data: bytes, file: str) -> Imported:
    """Read a file.

    Args:
        data: what it holds.
        file: its name.

    Raises:
        FormatError: it is not JSON, or not of Argdown's shape.
    """
    return assemble(_Reader(read_json(data, file)).run(), file)


class _Reader:
    def __init__(self, found: JsonFile) -> None:
        self._found = found
        self._faults: list[Diagnostic] = []
        self._meaning = Meaning()
        self._sections: dict[str, Section] = {}
        self._contents: dict[Entry | Section, Content] = {}
        self._data: dict[Entry | InferenceLine | Section, YamlMap] = {}
        self._places: dict[Entry, str] = {}
        self._steps: dict[tuple[str, int], Step] = {}

    def run(self) -> Reading:
        root = self._mapping(self._found.value, ())
        statements = self._mapping(root.get("statements"), ("statements",))
        arguments = self._mapping(root.get("arguments"), ("arguments",))
        self._read_sections(root)
        for kind, members in (("statements", statements), ("arguments", arguments)):
            for title, record in members.items():
                self._read_node(title, self._mapping(record, (kind, title)), (kind, title))
        known = [(title, record) for title, record in arguments.items() if isinstance(record, dict)]
        for title, record in sorted(known, key=lambda named: _line(named[1])):
            if _list(record.get("pcs")):
                self._meaning.structured.append(self._meaning.arguments[title])
                self._read_structure(self._meaning.arguments[title], record, ("arguments", title, "pcs"))
        self._read_relations(root)
        self._meaning.links = once(self._meaning.links)
        if self._faults:
            raise FormatError(*self._faults)
        front_matter = _as_yaml(root.get("frontMatter"))
        return Reading(
            meaning=self._meaning,
            front_matter=front_matter if isinstance(front_matter, YamlMap) else YamlMap(),
            contents=self._contents,
            data=self._data,
            places=self._places,
            sections=list(self._sections.values()),
        )

    def _fault(self, path: Path, message: str) -> None:
        self._faults.append(self._found.fault(path, message, "export it with `argdown json`"))

    def _mapping(self, value: Any, path: Path) -> dict[str, Any]:  # noqa: ANN401 — any JSON
        if isinstance(value, dict):
            return value
        self._fault(path, f"a mapping is missing{f' at `{path[-1]}`' if path else ''}")
        return {}

    def _read_sections(self, root: Mapping[str, Any]) -> None:
        stack: list[tuple[Any, Section | None]] = [
            (each, None) for each in reversed(_list(root.get("sections")))
        ]
        while stack:
            record, parent = stack.pop()
            if not isinstance(record, dict):
                continue
            level = record.get("level")
            section = Section(level if isinstance(level, int) else 1, [], None, 0, parent)
            self._sections[str(record.get("id"))] = section
            tags = tuple(str(tag) for tag in _list(record.get("tags")))
            title = _plain(record, str(record.get("title", "")))
            self._contents[section] = Content(title, tags, has_emphasis=False)
            self._data[section] = _data(record)
            stack += [(each, section) for each in reversed(_list(record.get("children")))]

    def _read_node(self, title: str, record: dict[str, Any], path: Path) -> None:
        is_argument = path[0] == "arguments"
        node = Node(is_argument, title, UNTITLED.fullmatch(title) is None)
        known = self._meaning.arguments if is_argument else self._meaning.statements
        known[title] = node
        for number, member in enumerate(_list(record.get("members"))):
            said = self._mapping(member, (*path, "members", number))
            node.entries.append(self._entry(said, title, is_argument=is_argument))
        if not node.entries:
            node.entries.append(self._entry({"isReference": True, **record}, title, is_argument=is_argument))

    def _entry(self, said: dict[str, Any], title: str, *, is_argument: bool) -> Entry:
        line, column = said.get("startLine"), said.get("startColumn")
        offset = line * _FAR + column if isinstance(line, int) and isinstance(column, int) else 0
        words = said.get("text")
        is_reference = said.get("isReference") is True
        section = self._sections.get(str(said.get("section")))
        entry = Entry(is_argument, title, None if is_reference else [], [], None, offset, section)
        tags = tuple(str(tag) for tag in _list(said.get("tags")))
        marks = {str(each.get("type")) for each in _ranges(said)}
        text = _plain(said, words) if isinstance(words, str) and not is_reference else ""
        self._contents[entry] = Content(text, tags, bool(marks & _EMPHASIS))
        self._data[entry] = _data(said)
        self._places[entry] = f"line {line}" if isinstance(line, int) else "no line"
        return entry

    def _read_structure(self, argument: Node, record: dict[str, Any], path: Path) -> None:
        lines = list(self._read_lines(record, path))
        if not lines:
            return
        if lines[0].inference is not None:
            self._fault((*path, 0), "an inference without premises")
        elif lines[-1].inference is None:
            self._fault(path, "a premise-conclusion structure ends without a conclusion")
        else:
            argument.steps = steps_of(argument, lines)
            self._steps |= {(argument.title, step.number - 1): step for step in argument.steps}

    def _read_lines(self, record: dict[str, Any], path: Path) -> Iterator[Line]:
        for number, member in enumerate(_list(record.get("pcs"))):
            said = self._mapping(member, (*path, number))
            node = self._meaning.statements.get(str(said.get("title")))
            if node is None:
                self._fault((*path, number), f"there is no statement \u201c{said.get('title')}\u201d")
            elif _is_conclusion(said):
                inference = said.get("inference")
                about = inference if isinstance(inference, dict) else {}
                rules = [" ".join(str(rule).split()) for rule in _list(about.get("inferenceRules"))]
                line = InferenceLine([rule for rule in rules if rule], None, 0)
                self._data[line] = _data(about)
                yield Line(number + 1, node, line, _numbers(about) or _numbers(said))
            else:
                yield Line(number + 1, node)

    def _read_relations(self, root: Mapping[str, Any]) -> None:
        for number, relation in enumerate(_list(root.get("relations"))):
            path: Path = ("relations", number)
            said = self._mapping(relation, path)
            if said.get("relationType") not in list(RelationKind):
                self._fault(path, f"there is no relation of the type `{said.get('relationType')}`")
                continue
            source, target = self._end(said, "from", path), self._end(said, "to", path)
            if isinstance(source, Step):
                self._fault(path, "an inference relates to nothing")
            elif source is not None and target is not None:
                self._meaning.links.append(Link(RelationKind(said["relationType"]), source, target))

    def _end(self, said: dict[str, Any], end: str, path: Path) -> Node | Step | None:
        title, kind = str(said.get(end)), said.get(f"{end}Type")
        found: Node | Step | None = None
        if kind == "inference":
            place = said.get("conclusionIndex")
            found = self._steps.get((title, place if isinstance(place, int) else -1))
        elif isinstance(kind, str) and kind in _TYPES:
            nodes = self._meaning.arguments if _TYPES[kind] else self._meaning.statements
            found = nodes.get(title)
        if found is None:
            what = kind.replace("-", " ") if isinstance(kind, str) else f"`{end}Type` that fits"
            self._fault((*path, end), f"there is no {what} \u201c{title}\u201d")
        return found


def _list(value: Any) -> list[Any]:  # noqa: ANN401 — any JSON
    return value if isinstance(value, list) else []


def _ranges(said: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give the marked stretches of a text that have a beginning and an end, in order."""
    listed = [each for each in _list(said.get("ranges")) if isinstance(each, dict)]
    whole = [
        each for each in listed if isinstance(each.get("start"), int) and isinstance(each.get("stop"), int)
    ]
    return sorted(whole, key=lambda each: (each["start"], each["stop"]))


def _plain(said: Mapping[str, Any], words: str) -> str:
    """Put the addresses of links behind their words, and leave out the tags at the end.

    Places count units of UTF-16.
    """
    units = words.encode("utf-16-le", errors="surrogatepass")
    end, links, is_end = len(units), dict[int, list[str]](), True
    for mark in reversed(_ranges(said)):
        start, after = 2 * mark["start"], 2 * mark["stop"] + 2
        if mark.get("type") == "tag" and is_end:
            is_end = start >= 0 and not _text_of(units[after:end]).strip()
            end = min(end, start) if is_end else end
        elif mark.get("type") == "link" and 0 < after <= end:
            links.setdefault(after, []).append(f" ({mark.get('url')})")
    places = [0, *sorted(place for place in links if place <= end), end]
    pieces = ["".join((*links.get(one, ()), _text_of(units[one:other]))) for one, other in pairwise(places)]
    return " ".join("".join(pieces).split())


def _text_of(units: bytes) -> str:
    return units.decode("utf-16-le", errors="replace")


def _is_conclusion(said: Mapping[str, Any]) -> bool:
    """Tell whether a statement of a structure is concluded there; its role counts where it has one."""
    role = said.get("role")
    return role.endswith("conclusion") if isinstance(role, str) else isinstance(said.get("inference"), dict)


def _line(said: Mapping[str, Any]) -> int:
    line = said.get("startLine")
    return line if isinstance(line, int) else 0


def _numbers(said: Mapping[str, Any]) -> list[int]:
    data = said.get("data")
    uses = data.get("uses") if isinstance(data, dict) else None
    return [number for number in _list(uses) if isinstance(number, int)]


def _data(said: Mapping[str, Any]) -> YamlMap:
    found = _as_yaml(said.get("data"))
    return found if isinstance(found, YamlMap) else YamlMap()


def _as_yaml(value: Any) -> YamlValue:  # noqa: ANN401 — any JSON
    """Give JSON as if it had been read from YAML: every scalar a text."""
    if value is None:
        return None
    if isinstance(value, dict):
        return YamlMap((YamlText(key), _as_yaml(item)) for key, item in value.items())
    if isinstance(value, list):
        return YamlList(_as_yaml(item) for item in value)
    return YamlText(str(value).lower() if isinstance(value, bool) else value)
