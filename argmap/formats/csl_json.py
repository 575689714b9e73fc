"""CSL-JSON, the bibliography format of Zotero, Mendeley, pandoc and citeproc.

https://docs.citationstyles.org/en/stable/specification.html, csl-data.json
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported, FormatError, Imported, Loss, fault
from argmap.formats.builder import MapBuilder
from argmap.formats.json_text import read_json, write_json
from argmap.model import Name, Source

_FIELDS: Final = {
    "container-title": "container",
    "publisher": "publisher",
    "publisher-place": "place",
    "URL": "url",
    "DOI": "doi",
    "note": "note",
}
_READ: Final = frozenset({*_FIELDS, "id", "title", "author", "issued", "accessed", "type", "citation-key"})
_NOT_TEXT: Final = frozenset({"author", "issued", "accessed"})
_NAME_PARTS: Final = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
_WHY: Final = "a source has no place for it"


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.csl.json``, or lists items as CSL does."""
    if file.lower().endswith((".csl.json", ".csljson")):
        return True
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"[") and b'"issued"' in head and b'"type"' in head


def read(data: bytes, file: str) -> Imported:
    """Read the items of a bibliography as sources; their citation keys become the keys.

    Raises:
        FormatError: the file is not a JSON list of items.
    """
    items = read_json(data, file).value
    if isinstance(items, dict):
        items = items.get("items", [items])
    if not isinstance(items, list):
        raise FormatError(fault(file, (1, 1), "CSL-JSON is a list of items"))
    builder = MapBuilder(file)
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            _read_item(builder, item, number)
        else:
            builder.lose("item", str(number), "it is not a mapping")
    return builder.build()


def write(argument_map: ArgumentMap) -> Exported:
    """Write the sources; claims and rebuttals are no part of a bibliography."""
    items = [_item(key, source) for key, source in argument_map.sources.items()]
    return Exported(write_json(items), tuple(bibliography_losses(argument_map, "CSL-JSON")))


def bibliography_losses(argument_map: ArgumentMap, title: str) -> list[Loss]:
    """Name what a bibliography leaves out of a map: everything but the sources."""
    why = f"{title} holds sources only"
    return [Loss("statement", key, why) for key in argument_map.statements] + [
        Loss("local copy of a source", key, why)
        for key, source in argument_map.sources.items()
        if source.copy_of
    ]


def _read_item(builder: MapBuilder, item: Mapping[str, Any], number: int) -> None:
    key = _text(item.get("citation-key")) or _text(item.get("id")) or str(number)
    found = {ours: _text(item.get(theirs)) for theirs, ours in _FIELDS.items()}
    source = builder.source(
        _text(item.get("title")) or key,
        key=key,
        authors=tuple(_authors(builder, item.get("author"), key)),
        date=_read_date(item.get("issued")),
        accessed=_read_date(item.get("accessed")),
        **found,
    )
    if source != key:
        builder.lose("citation key", key, f"it became {source}, as keys are letters, digits, -, _ and .")
    for field, value in item.items():
        if field not in _READ:
            builder.lose(f"field {field}", key, _WHY)
        elif field not in _NOT_TEXT and value and not _text(value):
            builder.lose(f"field {field}", key, "it is no text")


def _text(value: object) -> str:
    """Give a text or number as text; an empty one for anything else."""
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _authors(builder: MapBuilder, value: object, key: str) -> Iterator[str]:
    for number, author in enumerate(value if isinstance(value, list) else [], 1):
        if name := _name(author) if isinstance(author, dict) else "":
            yield name
        else:
            builder.lose("author", f"{key}, number {number}", "there is no name")


def _name(author: Mapping[str, Any]) -> str:
    whole = " ".join(filter(None, (_text(author.get(part)) for part in _NAME_PARTS)))
    return _text(author.get("literal")) or whole or _text(author.get("name"))


def _read_date(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        year, *rest = (str(part) for part in parts[0])
        return "-".join((year, *(part.zfill(2) for part in rest)))
    said = value.get("raw") or value.get("literal")
    return str(said) if said else None


def _item(key: str, source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {"id": key, "type": "article-journal" if source.container else "document"}
    item["title"] = source.title
    if source.authors:
        item["author"] = [_split_name(author) for author in source.authors]
    if source.date:
        item["issued"] = _write_date(source.date)
    if source.accessed:
        item["accessed"] = _write_date(source.accessed)
    return item | {theirs: value for theirs, ours in _FIELDS.items() if (value := getattr(source, ours))}


def _split_name(author: Name) -> dict[str, str]:
    parts = author.parts
    if not parts.family:
        return {"literal": str(author)}
    named = {
        "family": parts.family,
        "given": parts.given,
        "non-dropping-particle": parts.particle,
        "suffix": parts.suffix,
    }
    return {field: value for field, value in named.items() if value}


def _write_date(date: str) -> dict[str, Any]:
    parts = date.split("-")
    if all(part.isdecimal() for part in parts):
        return {"date-parts": [[int(part) for part in parts]]}
    return {"raw": date}
