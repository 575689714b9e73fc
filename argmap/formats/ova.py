"""OVA, the online visualisation of arguments (Janier, Lawrence and Reed 2014), as it saves its analyses.

http://ova.arg-tech.org/. The newer program writes xAIF, which is read as well; the older one has nodes with
places on the canvas, edges that repeat their nodes, participants, and the analysed document.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from argmap.formats.aif.document import AifDocument, Locution, Node, Rows, aif_section, read_document, text_in
from argmap.formats.aif.reading import to_map
from argmap.formats.base import FormatError, Imported, Loss
from argmap.formats.json_text import JsonFile, Path, holds_nodes, read_json

_MARKS: Final = (re.compile(rb'"analysis"\s*:\s*\{'), re.compile(rb'"from"\s*:\s*\{'))
_WORK: Final = "document"


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is a JSON mapping with nodes and an analysis, or edges that repeat their nodes."""
    del file
    return holds_nodes(head) and any(mark.search(head) for mark in _MARKS)


def read(data: bytes, file: str) -> Imported:
    """Read an analysis of either program.

    Raises:
        FormatError: it is not JSON, or a node or edge lacks what it must have.
    """
    parsed = read_json(data, file)
    found = aif_section(parsed.value)
    is_new = found is not None and found[0] != ()
    return to_map(read_document(parsed) if is_new else _read_old(parsed), file)


def _read_old(file: JsonFile) -> AifDocument:
    if not isinstance(file.value, Mapping) or "nodes" not in file.value:
        hint = "an analysis is a mapping with `nodes` and `edges`"
        raise FormatError(file.fault((), "there are no nodes", hint))
    reader = Rows(file, (), file.value)
    document = AifDocument()
    for path, row in reader.rows("nodes"):
        _add_node(document, reader, path, row)
    for path, row in reader.rows("edges"):
        document.edges.append((_end(reader, path, row, "from"), _end(reader, path, row, "to")))
    for _, row in reader.rows("participants"):
        name = f"{text_in(row, 'firstname')} {text_in(row, 'surname')}".strip()
        document.participants[text_in(row, "id") or text_in(row, "participantID") or name] = name
    reader.stop_if_faulty()
    analysis = file.value.get("analysis")
    if isinstance(analysis, Mapping):
        _add_analysis(document, analysis)
    return document


def _add_node(document: AifDocument, reader: Rows, path: Path, row: Mapping[str, Any]) -> None:
    name, kind = reader.key(path, row, "id"), reader.key(path, row, "type").upper()
    scheme = text_in(row, "scheme")
    # The scheme is a number in the program's own list, and its name the text.
    node = Node(name, kind, text_in(row, "text"), "" if scheme.isdecimal() else scheme)
    if document.nodes.setdefault(name, node) != node:
        document.losses.append(Loss("repeated node", name, "its id is taken by another node"))
    person = text_in(row, "participantID") or text_in(row, "participant")
    if person not in {"", "0"}:
        document.locutions.append(Locution(name, person))
    if comment := text_in(row, "comment"):
        document.details.setdefault(name, {})["note"] = comment


def _end(reader: Rows, path: Path, row: Mapping[str, Any], name: str) -> str:
    """Give the id of the node at an end of an edge, which stands there whole or as its id."""
    end = row.get(name)
    return reader.key((*path, name), end, "id") if isinstance(end, Mapping) else reader.key(path, row, name)


def _add_analysis(document: AifDocument, analysis: Mapping[str, Any]) -> None:
    title = text_in(analysis, "documentTitle") or text_in(analysis, "title")
    annotator = text_in(analysis, "annotatorName")
    document.info = {"title": title, "editors": (annotator,) if annotator else ()}
    source, date = text_in(analysis, "documentSource"), text_in(analysis, "documentDate")
    if title or source:
        url = source if source.startswith(("http://", "https://")) else ""
        note = "" if url else source
        document.works[_WORK] = {"title": title or source, "url": url, "date": date, "note": note}
        for node in document.nodes.values():
            if node.type == "I":
                document.details.setdefault(node.id, {})["source"] = {"work": _WORK}
    if text_in(analysis, "txt") or text_in(analysis, "plain_txt"):
        document.losses.append(Loss("annotated text", "`analysis`", "a map has no place for it"))
