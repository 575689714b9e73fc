"""CSL-JSON to sources: what a source has no field for is kept for the way back, or named."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.citations.source_types import is_usual_csl
from argmap.formats.base import FormatError, Imported, fault
from argmap.formats.builder import MapBuilder
from argmap.formats.csl_json.items import KEYS, Work, names_alone, read_item, text_of_value
from argmap.formats.csl_json.kept import BOOKKEEPING, FORMAT, encode
from argmap.formats.csl_json.writing import written_item
from argmap.formats.json_text import JsonFile, Path, read_json
from argmap.model import Source, SourceType
from argmap.text.ids import as_id

_NO_PLACE: Final = "a source has no place for it"
_OF_LISTS: Final = ("items", "references", "message")
_NOTHING: Final[tuple[object, ...]] = (None, "", [], {}, [None], [""])


class _Item(dict[str, Any]):
    """A mapping that remembers which of its keys stood in it more than once."""

    repeated: tuple[str, ...] = ()


def read(data: bytes, file: str) -> Imported:
    """Read the items of a bibliography as sources; their citation keys become the keys.

    Raises:
        FormatError: the file is not a JSON list of items.
    """
    document = read_json(data, file, pairs=_mapping)
    items = list(_items(document.value, ()))
    if not items and document.value not in ([], {"items": []}, {"references": []}):
        raise FormatError(
            fault(file, (1, 1), "CSL-JSON is a list of items", "an item is a mapping with a title")
        )
    return _Reader(document).read(items)


def _mapping(pairs: list[tuple[str, Any]]) -> _Item:
    found = _Item(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        found.repeated = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    return found


def _items(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Find the items: a list of them, a mapping that has one, a reply of Crossref, or one item."""
    if isinstance(value, list):
        yield from ((((*path, number)), item) for number, item in enumerate(value))
    elif isinstance(value, dict):
        inner = next((name for name in _OF_LISTS if isinstance(value.get(name), list | dict)), None)
        if inner and "title" not in value:
            yield from _items(value[inner], (*path, inner))
        elif {"title", "type", "author", "id", "DOI"} & value.keys():
            yield path, value


class _Reader:
    """Turns items into sources.

    Args:
        document: the file.
    """

    def __init__(self, document: JsonFile) -> None:
        self._document = document
        self._builder = MapBuilder(document.file)
        self._first: dict[str, Path] = {}

    def read(self, items: list[tuple[Path, object]]) -> Imported:
        """Read all items."""
        for number, (path, item) in enumerate(items, 1):
            if isinstance(item, dict):
                self._add(item, path, number)
            else:
                hint = 'an item is a mapping such as {"id": "smith2019", "title": …}'
                self._fault(path, f"item {number} is not a mapping", hint)
        return self._builder.build()

    def _fault(self, path: Path, message: str, hint: str) -> None:
        self._builder.faults.append(self._document.fault(path, message, hint))

    def _add(self, item: Mapping[str, Any], path: Path, number: int) -> None:
        own = next((key for name in KEYS if (key := text_of_value(item.get(name)))), "")
        wanted = own or text_of_value(item.get("DOI")) or str(number)
        work = read_item(item)
        if "title" not in work.said:
            work.said["title"] = as_id(wanted) or wanted
            self._builder.lose("title of an item", wanted, "it has none, and its key stands in for it")
        kept = self._kept(item, work, wanted, is_first=wanted not in self._first)
        said = {ours: _plain(value) for ours, value in work.said.items()}
        title = said.pop("title")
        key = self._builder.source(title, key=wanted, **said, kept={FORMAT: kept} if kept else {})
        self._tell(item, path, work, wanted)
        if own and own in self._first:
            message = f"the id `{own}` is taken; this item came in as `{key}`"
            self._fault((*path, "id"), message, "give one of the two another id")
        self._first.setdefault(wanted, path)

    def _tell(self, item: Mapping[str, Any], path: Path, work: Work, where: str) -> None:
        for name in getattr(item, "repeated", ()):
            message = f"the field `{name}` stands twice in this item"
            self._fault((*path, name), message, "keep one of the two; this one counts")
        for variable, number in work.nameless:
            self._builder.lose(
                "name without words", f"{where}, {variable} {number}", "there is nothing in it"
            )
        for part, name in work.dropped:
            self._builder.lose(f"{part} of a name", f"{where}: {name}", _NO_PLACE)

    def _kept(self, item: Mapping[str, Any], work: Work, where: str, *, is_first: bool) -> dict[str, str]:
        """Give the variables that the writer would not write as they are, or not at all."""
        kept: dict[str, str] = {}
        anew = written_item(where, Source.model_construct(**work.said), {})
        used: set[str] = set()
        kept |= {name: encode(None) for name in ("title",) if not text_of_value(item.get(name))}
        for names in work.used.values():
            used.update(names)
            if not all(name in anew and _is_same(item[name], anew[name]) for name in names):
                kept |= {name: encode(item[name]) for name in names}
        left = {name: value for name, value in item.items() if name not in used and not _says_nothing(value)}
        for name, value in left.items():
            if name == "type":
                kept |= _finer_type(value, work.said.get("type"))
            elif name in BOOKKEEPING:
                self._builder.lose(f"field {name}", where, _NO_PLACE)
            elif name not in KEYS or (is_first and (name != "id" or value != as_id(where))):
                kept[name] = encode(value)
        return kept


def _finer_type(value: object, type_: SourceType | None) -> dict[str, str]:
    name = text_of_value(value)
    return {} if is_usual_csl(type_, name) else {"type": encode(value)}


def _says_nothing(value: object) -> bool:
    """Tell whether a value has nothing in it, or a date or a list of names only what is empty."""
    if isinstance(value, list):
        return all(_says_nothing(item) for item in value)
    if isinstance(value, dict):
        return all(_says_nothing(item) for item in value.values())
    return value in _NOTHING


def _is_same(one: object, other: object) -> bool:
    """Tell whether two values of a variable say the same to every program that reads it."""
    if isinstance(other, list):
        return names_alone(one) == other
    if isinstance(other, dict):
        return _date_alone(one) == _date_alone(other)
    if isinstance(one, list):
        return len(one) == 1 and text_of_value(one) == other
    return text_of_value(one) == other


def _date_alone(value: object) -> object:
    """Give a date with numbers where they stand in texts, and without what says nothing."""
    if not isinstance(value, dict):
        return value
    parts = value.get("date-parts")
    numbers = parts
    if isinstance(parts, list) and _holds_numbers(parts):
        numbers = [[int(part) for part in each] for each in parts]
    rest = {name: said for name, said in value.items() if said not in _NOTHING and name != "date-parts"}
    rest = {name: said for name, said in rest.items() if name not in {"date-time", "timestamp"}}
    return {"date-parts": numbers, **rest} if parts else rest


def _holds_numbers(parts: list[Any]) -> bool:
    return all(
        isinstance(each, list) and all(str(part).lstrip("-").isdecimal() for part in each) for each in parts
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 — any field of a source
    """Give names as they stand in a file, so that they are cleaned as texts are."""
    return tuple(name.model_dump() for name in value) if isinstance(value, tuple) else value
