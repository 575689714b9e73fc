"""xAIF: an AIF graph with participants inline, beside the text and the layout that OVA shows.

https://github.com/arg-tech/xaif ; all that AIF JSON may hold is read here as well.
"""

import re
from typing import TYPE_CHECKING

from argmap.formats.aif.document import read_document
from argmap.formats.aif.reading import to_map
from argmap.formats.base import Exported, Imported
from argmap.formats.json_text import holds_mapping, read_json, write_json

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap

_SECTION = re.compile(rb'"(AIF|aif)"\s*:\s*\{')


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is a JSON mapping with an ``AIF`` section."""
    del file
    return holds_mapping(head) and _SECTION.search(head) is not None


def read(data: bytes, file: str) -> Imported:
    """Read an xAIF file.

    Raises:
        FormatError: it is not JSON, or a node or edge lacks what it must have.
    """
    return to_map(read_document(read_json(data, file)), file)


def write(argument_map: "ArgumentMap") -> Exported:
    """Write an xAIF file, without text and layout."""
    from argmap.formats.aif.writing import to_aif

    lists, losses = to_aif(argument_map)
    layout = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    section = {**lists, "schemefulfillments": [], "descriptorfulfillments": []}
    document = {"AIF": section, "text": "", "dialog": bool(lists["locutions"]), "OVA": layout}
    return Exported(write_json(document), losses)
