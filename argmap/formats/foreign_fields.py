"""What other formats say of a statement in YAML, in the words of a map.

``by``, ``author``, ``speaker`` and ``proponent`` name who says it; ``source`` and ``sources`` where, a text
or a mapping with ``title``, ``url`` and so on. Exports add the fields of a map under their own names.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.formats.builder import MapBuilder
from argmap.formats.foreign_yaml import YamlList, YamlMap, YamlText, YamlValue, mapping, plain, text, texts
from argmap.formats.left_out import Kept
from argmap.model import Basis, Claim, MapInfo, Person, Rebuttal, Source, SourceType, Statement
from argmap.model.base import TRUTH_VALUES
from argmap.references import REFERRING

NOT_IN_MAP: Final = "not-in-map"
"""The tag of what Argdown is told to leave out of its pictures."""

NO_FIELD: Final = "a map has no field for it"
PLAIN: Final = ("quote", "note")
_SPEAKERS: Final = ("by", "author", "authors", "speaker", "proponent")
_WORKS: Final = ("source", "sources", "reference", "references")
_ADDRESSES: Final = ("url", "link", "links")
PASSED_ON: Final = frozenset((*_SPEAKERS, *_WORKS, *_ADDRESSES))
"""The data of an argument that hold for its statements."""

_ENDS: Final = {"conceded": "conceded", "withdrawn": "withdrawn", "answered-elsewhere": "answered_elsewhere"}
_READ_ELSEWHERE: Final = frozenset(
    ("id", "title", "text", "tags", "attacks", "restates", "isCanonical", "isInMap", "uses", "weight", "seen")
)
_PERSON: Final = ("affiliation", "url", "note")
_OF_SOURCES: Final = {info.alias or field: field for field, info in Source.model_fields.items()}
_NAMES: Final = tuple(REFERRING[Source])
"""The fields of a source that are lists of names; others call them `author` and so on."""

KEPT: Final = Kept(
    info=tuple(MapInfo.model_fields),
    people=tuple(Person.model_fields),
    sources=tuple(Source.model_fields),
    statements=(
        *("by", "main", "title", "text", "source", "quote", "tags", "basis", "note", "restates", "weight"),
        *("seen", "kind", "conceded", "withdrawn", "answered_elsewhere"),
    ),
    inferences=("scheme", "warrant", "basis"),
    attacks=("kind", "id", "jointly", "scheme"),
)
"""What a format carries that writes `statement_record`, `person_record` and `source_record`."""


Cited = dict[str, str | None]
"""The fields of `argmap.model.Citation`."""


class FieldReader:
    """Turns data into fields of statements, and adds the people and works that it names.

    Args:
        builder: takes them up.
    """

    def __init__(self, builder: MapBuilder) -> None:
        self._builder = builder
        self.people: dict[str, str] = {}
        self.works: dict[str, str] = {}

    def read(self, data: YamlMap, where: str) -> dict[str, Any]:
        """Give the fields of a statement; what fits none is a loss.

        Args:
            data: all that is said of the statement.
            where: what the statement is called.
        """
        fields: dict[str, Any] = {name: text(data.get(name)) for name in PLAIN}
        if text(data.get("basis")) in list(Basis):
            fields["basis"] = Basis(text(data.get("basis")))
        fields["weight"] = _share(text(data.get("weight")))
        fields["seen"] = {key: text(said) for key, said in mapping(data.get("seen")).items()}
        fields["by"] = self._speaker(data)
        cited = list(self._cited(data, where))
        fields["source"] = cited[0] if cited else None
        for extra in cited[1:]:
            self._builder.lose("further source", f"{where}: {extra['work']}", "a statement has one source")
        for name, field in _ENDS.items():
            if name in data:
                fields[field] = self._citation(data[name], where)
        known = {*PLAIN, *_SPEAKERS, *_WORKS, *_ADDRESSES, *_ENDS, *_READ_ELSEWHERE, "basis"}
        if text(data.get("main")) in TRUTH_VALUES:
            fields["main"] = TRUTH_VALUES[text(data.get("main"))]
            known.add("main")
        self.lose_rest(data, known, where)
        if text(data.get("isInMap")) not in {"", "false"}:
            self._builder.lose("data isInMap", where, NO_FIELD)
        return fields

    def lose_rest(self, data: Mapping[str, YamlValue], known: set[str], where: str) -> None:
        """Note as lost what is not among the known keys."""
        for key in data:
            if key not in known:
                self._builder.lose(f"data {key}", where, NO_FIELD)

    def add_work(self, key: str, data: YamlMap, where: str) -> str:
        """Add a work from its data and give its key."""
        fields: dict[str, Any] = {field: text(data.get(name)) for name, field in _OF_SOURCES.items()}
        for field in _NAMES:
            said = (plain(data.get(name)) for name in (field, field.removesuffix("s")))
            listed = (value if isinstance(value, list) else [value] for value in said)
            fields[field] = [item for items in listed for item in items if item]
        fields["kept"] = plain(mapping(data.get("kept")))
        if fields["type"] not in {*SourceType, ""}:
            self._builder.lose(f"type {fields.pop('type')}", where, "a map knows no such kind of work")
        title = fields.pop("title") or fields["url"]
        found = self._builder.source(str(title), key=key, **fields)
        self.lose_rest(data, {*_OF_SOURCES, *(field.removesuffix("s") for field in _NAMES)}, where)
        return found

    def sequence(self, own: YamlMap) -> tuple[str, ...]:
        """Give the works in the order in which they were written, from an export whose works are added."""
        return tuple(self.works.get(key, key) for key in texts(own.get("sequence")))

    def add_people(self, people: YamlMap) -> None:
        """Add the people of an export, by their keys."""
        for key, data in people.items():
            said = mapping(data)
            more: dict[str, Any] = {name: text(said.get(name)) for name in _PERSON}
            known = {"name", "aka", "members", *_PERSON}
            if text(said.get("hypothetical")) in TRUTH_VALUES:
                more["hypothetical"] = TRUTH_VALUES[text(said.get("hypothetical"))]
                known.add("hypothetical")
            self.lose_rest(said, known, f"person {key}")
            more["aka"] = tuple(texts(said.get("aka")))
            more["members"] = tuple(self.people.get(name, name) for name in texts(said.get("members")))
            self.people[key] = self._builder.person(text(said.get("name")), foreign=key, **more)

    def _speaker(self, data: YamlMap) -> str | None:
        names = [name for key in _SPEAKERS for name in texts(data.get(key)) if name.strip()]
        return self._builder.joint(self.people.get(name) or self._builder.person(name) for name in names)

    def _cited(self, data: YamlMap, where: str) -> Iterator[Cited]:
        for key in (*_WORKS, *_ADDRESSES):
            value = data.get(key)
            for item in value if isinstance(value, YamlList) else (value,):
                citation = self._citation(item, where, is_address=key in _ADDRESSES)
                if citation is not None:
                    yield citation

    def _citation(self, value: YamlValue, where: str, *, is_address: bool = False) -> Cited | None:
        if isinstance(value, YamlMap):
            if text(value.get("work")) in self.works:
                work = self.works[text(value.get("work"))]
                return _cite(work, text(value.get("locator")))
            return _cite(self.add_work("", mapping(value), where))
        if not isinstance(value, YamlText) or not value.strip():
            return None
        work, _, locator = (part.strip() for part in value.partition(","))
        if work in self.works:
            return _cite(self.works[work], locator)
        if value not in self.works:
            fields = {"url": str(value)} if is_address else {}
            self.works[str(value)] = self._builder.source(str(value), **fields)
        return _cite(self.works[str(value)])


def statement_record(statement: Statement) -> Iterator[tuple[str, Any]]:
    """Give what `FieldReader.read` reads back as the same fields, and what a statement restates."""
    for field in ("by", *PLAIN, "basis", "weight"):
        value = getattr(statement, field)
        if value is not None and value is not Basis.STATED:
            yield field, value if isinstance(value, float) else str(value)
    for key, field in {"source": "source", **_ENDS}.items():
        if citation := getattr(statement, field, None):
            yield key, str(citation)
    if isinstance(statement, Claim) and statement.main:
        yield "main", True
    if statement.restates:
        yield "restates", list(statement.restates)
    if isinstance(statement, Rebuttal) and statement.seen:
        yield "seen", statement.seen


def person_record(person: Person) -> dict[str, Any]:
    """Give what `FieldReader.add_people` reads back as the same person."""
    said = person.model_dump(exclude_none=True, mode="json")
    return {key: value for key, value in said.items() if value not in ([], False) and key != "origin"}


def _cite(work: str, locator: str = "") -> Cited:
    return {"work": work, "locator": locator or None}


def _share(number: str) -> float | None:
    """Give a number from 0 to 1; None for anything else."""
    try:
        found = float(number)
    except ValueError:
        return None
    return found if 0 <= found <= 1 else None


def source_record(source: Source) -> dict[str, Any]:
    """Give what `FieldReader.add_work` reads back as the same work."""
    said = source.model_dump(exclude_none=True, by_alias=True, mode="json")
    return {key: value for key, value in said.items() if value not in ([], {})}
