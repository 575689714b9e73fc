"""arg-microtexts XML (arggraph): Peldszus and Stede 2013, 2015; the DTD is part of the corpus.

https://github.com/peldszus/arg-microtexts

Argument units become statements of a proponent or an opponent, ``sup`` and ``exa`` inferences (``exa`` with
the scheme ``example``), ``add`` further premises or partners of an attack, ``reb`` and ``und`` attacks. The
text becomes a source, and the segments of a unit the place in it: ``e1`` for one segment, ``e1+e2`` for
joined ones, ``e1, e4`` where a claim is made twice. Topic and stance become tags.
"""

import re
from typing import TYPE_CHECKING

from argmap.formats.arggraph.document import read_graph
from argmap.formats.arggraph.reading import to_map
from argmap.formats.base import Exported, Imported

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap

# Possessive, so that a hostile file cannot make it try the same prolog in many ways.
_PROLOG = rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[.*?\])?\s*>)*+"
_ROOT = re.compile(_PROLOG + rb"<arggraph\b", re.DOTALL)


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file's first element is ``arggraph``."""
    del file
    return _ROOT.match(head) is not None


def read(data: bytes, file: str) -> Imported:
    """Read an argument graph.

    Raises:
        FormatError: it is not XML, or no argument graph.
    """
    return to_map(read_graph(data, file), file)


def write(argument_map: "ArgumentMap") -> Exported:
    """Write an argument graph."""
    from argmap.formats.arggraph.writing import to_xml

    return to_xml(argument_map)
