"""AIF as AIFdb's JSON has it: nodes, edges, locutions (Lawrence, Bex, Reed and Snaith 2012).

http://www.argumentinterchange.org/, https://corpora.aifdb.org/. The ids of edges and schemes and the times of
entry are the database's own bookkeeping: they count for nothing, and an export makes new ones.
"""

import re
from typing import TYPE_CHECKING

from argmap.formats.aif.document import read_document
from argmap.formats.aif.reading import to_map
from argmap.formats.base import Exported, Imported
from argmap.formats.json_text import holds_nodes, read_json, write_json

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap

_MARKS = re.compile(rb'"(nodeID|locutions|fromID)"')


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is a JSON mapping with nodes that AIF's field names tell apart."""
    del file
    return holds_nodes(head) and _MARKS.search(head) is not None


def read(data: bytes, file: str) -> Imported:
    """Read a node set.

    Raises:
        FormatError: it is not JSON, or a node or edge lacks what it must have.
    """
    return to_map(read_document(read_json(data, file)), file)


def write(argument_map: "ArgumentMap") -> Exported:
    """Write a node set."""
    from argmap.formats.aif.writing import to_aif

    lists, losses = to_aif(argument_map)
    return Exported(write_json(lists), losses)
