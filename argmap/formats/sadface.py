"""SADFace, the Simple Argument Description Format (Wells 2018).

https://github.com/Open-Argumentation/SADFace

Atoms become statements, schemes inferences or, where they are called conflict, attack, rebut or undercut,
attacks. Sources of atoms become quotes from the document's resources.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.formats.aif.document import AifDocument, Node, Rows, text_in
from argmap.formats.aif.reading import to_map
from argmap.formats.base import FormatError, Imported, Loss
from argmap.formats.json_text import JsonFile, Path, holds_nodes, read_json

_MARKS: Final = re.compile(rb'"(resources|source_id|analyst_name)"\s*:')
_CONFLICTS: Final = frozenset({"conflict", "attack", "rebut", "rebuttal", "undercut", "default conflict"})
_PLAIN: Final = frozenset({"", "support", "conflict", "attack"})
_BOOKKEEPING: Final = frozenset({"id", "created", "edited", "version", "analyst_email"})
_TOLD: Final = frozenset({"analyst_name", "title", "description", "notes"})
_SECTIONS: Final = frozenset({"nodes", "edges", "resources", "metadata", "sadface"})


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is a JSON mapping with nodes, and with resources or edges that have source ids."""
    del file
    return holds_nodes(head) and _MARKS.search(head) is not None


def read(data: bytes, file: str) -> Imported:
    """Read a document, of the older or newer form.

    Raises:
        FormatError: it is not JSON, or a node or edge lacks what it must have.
    """
    return to_map(_read_document(read_json(data, file)), file)


def _read_document(file: JsonFile) -> AifDocument:
    root = file.value
    if isinstance(root, Mapping) and isinstance(root.get("sadface"), Mapping):
        root = root["sadface"]
    if not isinstance(root, Mapping) or "nodes" not in root:
        hint = "a SADFace document is a mapping with `nodes`, `edges` and `resources`"
        raise FormatError(file.fault((), "there are no nodes", hint))
    reader = Rows(file, () if root is file.value else ("sadface",), root)
    document = AifDocument()
    for path, row in reader.rows("resources"):
        _add_resource(document, reader.key(path, row, "id"), row)
    for path, row in reader.rows("nodes"):
        _add_node(document, reader, path, row)
    for path, row in reader.rows("edges"):
        start, end = reader.key(path, row, "source_id"), reader.key(path, row, "target_id")
        document.edges.append((start, end))
    reader.stop_if_faulty()
    _add_info(document, root)
    return document


def _add_resource(document: AifDocument, name: str, row: Mapping[str, Any]) -> None:
    metadata = _metadata(row)
    kind, content = text_in(row, "type"), text_in(row, "content")
    url = text_in(row, "url") or text_in(metadata, "url") or (content if kind == "url" else "")
    title = text_in(row, "title") or text_in(metadata, "title") or url or f"Resource {name}"
    document.works[name] = {"title": title, "url": url}
    if content and content != url:
        document.losses.append(
            Loss("text of a resource", name, "a map cites its sources, it does not hold them")
        )


def _add_node(document: AifDocument, reader: Rows, path: Path, row: Mapping[str, Any]) -> None:
    name, kind = reader.key(path, row, "id"), reader.key(path, row, "type").lower()
    if kind == "scheme":
        scheme = text_in(row, "name")
        is_conflict = scheme.lower() in _CONFLICTS
        plain = scheme.lower() in _PLAIN
        node = Node(name, "CA" if is_conflict else "RA", "", "" if plain else scheme)
    else:
        node = Node(name, "I" if kind == "atom" else kind.upper(), text_in(row, "text"))
        _cite(document, name, row.get("sources"))
    if document.nodes.setdefault(name, node) != node:
        document.losses.append(Loss("repeated node", name, "its id is taken by another node"))
    _lose_metadata(document, name, _metadata(row))


def _cite(document: AifDocument, name: str, sources: object) -> None:
    """Make the first source of an atom its citation and quote."""
    listed = (
        [source for source in sources if isinstance(source, Mapping)] if isinstance(sources, list) else []
    )
    known = [source for source in listed if text_in(source, "resource_id") in document.works]
    for number, source in enumerate(listed):
        if known and source is known[0]:
            offset, length = text_in(source, "offset"), text_in(source, "length")
            locator = f"characters {offset}+{length}" if offset and length else None
            citation = {"work": text_in(source, "resource_id"), "locator": locator}
            document.details[name] = {"source": citation, "quote": text_in(source, "text")}
        else:
            why = "a statement has one source, and it must be among the resources"
            document.losses.append(Loss("source of an atom", f"{name}, number {number + 1}", why))


def _add_info(document: AifDocument, root: Mapping[str, Any]) -> None:
    """Take over who made the document, under which title; older documents tell it at the top."""
    metadata = _metadata(root)
    core = metadata.get("core")
    told: dict[str, Any] = {**root, **(core if isinstance(core, Mapping) else {})}
    name = text_in(told, "analyst_name")
    description = " ".join(filter(None, (text_in(told, "description"), text_in(told, "notes"))))
    editors = (name,) if name else ()
    document.info = {"title": text_in(told, "title"), "description": description, "editors": editors}
    _lose_metadata(document, "document", {key: value for key, value in metadata.items() if key != "core"})
    others = told.keys() - _SECTIONS - _TOLD - _BOOKKEEPING
    _lose(document, "document", sorted(key for key in others if told[key]))


def _lose_metadata(document: AifDocument, where: str, metadata: Mapping[str, Any]) -> None:
    _lose(document, where, (key for key, value in metadata.items() if value))


def _lose(document: AifDocument, where: str, keys: Iterable[str]) -> None:
    document.losses += [Loss(f"metadata `{key}`", where, "a map has no place for it") for key in keys]


def _metadata(row: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = row.get("metadata")
    return metadata if isinstance(metadata, Mapping) else {}
