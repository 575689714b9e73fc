"""Argument maps as plain YAML: load one, query it, follow its graph.

>>> import argmap
>>> amap = argmap.load("data")  # doctest: +SKIP
>>> amap.graph  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Final

from argmap._version import __version__
from argmap.lazy_names import lazily

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.diagnostics import Diagnostic, Location, Related, Severity, UnreadableMapError
    from argmap.files.assembling import Loaded, assemble
    from argmap.files.load import load, read_map
    from argmap.files.record_cache import RecordCache
    from argmap.files.records.file_records import FileRecords
    from argmap.files.records.read_text import read_text
    from argmap.model import (
        Attack,
        AttackKind,
        Basis,
        Citation,
        Claim,
        Inference,
        MapInfo,
        Marker,
        Person,
        Rebuttal,
        Source,
    )

_HOMES: Final = {
    "ArgumentMap": "argmap.argument_map",
    "Diagnostic": "argmap.diagnostics",
    "Location": "argmap.diagnostics",
    "Related": "argmap.diagnostics",
    "Severity": "argmap.diagnostics",
    "UnreadableMapError": "argmap.diagnostics",
    "Loaded": "argmap.files.assembling",
    "assemble": "argmap.files.assembling",
    "load": "argmap.files.load",
    "read_map": "argmap.files.load",
    "RecordCache": "argmap.files.record_cache",
    "FileRecords": "argmap.files.records.file_records",
    "read_text": "argmap.files.records.read_text",
    "Attack": "argmap.model",
    "AttackKind": "argmap.model",
    "Basis": "argmap.model",
    "Citation": "argmap.model",
    "Claim": "argmap.model",
    "Inference": "argmap.model",
    "MapInfo": "argmap.model",
    "Marker": "argmap.model",
    "Person": "argmap.model",
    "Rebuttal": "argmap.model",
    "Source": "argmap.model",
}

__all__ = [
    "ArgumentMap",
    "Attack",
    "AttackKind",
    "Basis",
    "Citation",
    "Claim",
    "Diagnostic",
    "FileRecords",
    "Inference",
    "Loaded",
    "Location",
    "MapInfo",
    "Marker",
    "Person",
    "Rebuttal",
    "RecordCache",
    "Related",
    "Severity",
    "Source",
    "UnreadableMapError",
    "__version__",
    "assemble",
    "load",
    "read_map",
    "read_text",
]


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
