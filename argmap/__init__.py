"""Argument maps as plain YAML: load one, query it, follow its graph.

>>> import argmap
>>> amap = argmap.load("data")  # doctest: +SKIP
>>> amap.graph  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Final

from argmap._version import __version__
from argmap.lazy_names import lazily

if TYPE_CHECKING:
    from argmap.api.agree import agree
    from argmap.api.check import check
    from argmap.api.cite import cite
    from argmap.api.compare import compare
    from argmap.api.diff import diff
    from argmap.api.dropped import dropped
    from argmap.api.explain import explain
    from argmap.api.log import log
    from argmap.api.path import path
    from argmap.api.read import read
    from argmap.api.render import render
    from argmap.api.search import search
    from argmap.api.show import show
    from argmap.api.statements import statements
    from argmap.api.stats import stats
    from argmap.api.status import status
    from argmap.api.strength import strength
    from argmap.api.tables import tables
    from argmap.api.tree import tree
    from argmap.api.unanswered import unanswered
    from argmap.api.why import why
    from argmap.api.write import write
    from argmap.argument_map import ArgumentMap
    from argmap.csl import CslError
    from argmap.diagnostics import Diagnostic, Location, Related, Severity, UnreadableMapError
    from argmap.files.assembling import Loaded, assemble
    from argmap.files.git import GitError
    from argmap.files.load import load, read_map
    from argmap.files.record_cache import RecordCache
    from argmap.files.records.file_records import FileRecords
    from argmap.files.records.read_text import read_text
    from argmap.formats.base import ExportError, FormatError
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
    from argmap.queries.buckets import Bucket
    from argmap.queries.find import find
    from argmap.queries.select import NoMatchError
    from argmap.queries.weighing import ContradictoryTermsError
    from argmap.render.service import NothingToDrawError
    from argmap.rules.engine.linter import UnknownRuleError
    from argmap.semantics.reasoning import TooManyExtensionsError
    from argmap.semantics.status import Status

_HOMES: Final = {
    "agree": "argmap.api.agree",
    "check": "argmap.api.check",
    "cite": "argmap.api.cite",
    "compare": "argmap.api.compare",
    "diff": "argmap.api.diff",
    "dropped": "argmap.api.dropped",
    "explain": "argmap.api.explain",
    "log": "argmap.api.log",
    "path": "argmap.api.path",
    "read": "argmap.api.read",
    "render": "argmap.api.render",
    "search": "argmap.api.search",
    "show": "argmap.api.show",
    "statements": "argmap.api.statements",
    "stats": "argmap.api.stats",
    "status": "argmap.api.status",
    "strength": "argmap.api.strength",
    "tables": "argmap.api.tables",
    "tree": "argmap.api.tree",
    "unanswered": "argmap.api.unanswered",
    "why": "argmap.api.why",
    "write": "argmap.api.write",
    "CslError": "argmap.csl",
    "ExportError": "argmap.formats.base",
    "FormatError": "argmap.formats.base",
    "Bucket": "argmap.queries.buckets",
    "find": "argmap.queries.find",
    "NoMatchError": "argmap.queries.select",
    "ContradictoryTermsError": "argmap.queries.weighing",
    "NothingToDrawError": "argmap.render.service",
    "UnknownRuleError": "argmap.rules.engine.linter",
    "TooManyExtensionsError": "argmap.semantics.reasoning",
    "Status": "argmap.semantics.status",
    "ArgumentMap": "argmap.argument_map",
    "Diagnostic": "argmap.diagnostics",
    "Location": "argmap.diagnostics",
    "Related": "argmap.diagnostics",
    "Severity": "argmap.diagnostics",
    "UnreadableMapError": "argmap.diagnostics",
    "Loaded": "argmap.files.assembling",
    "assemble": "argmap.files.assembling",
    "GitError": "argmap.files.git",
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
    "Bucket",
    "Citation",
    "Claim",
    "ContradictoryTermsError",
    "CslError",
    "Diagnostic",
    "ExportError",
    "FileRecords",
    "FormatError",
    "GitError",
    "Inference",
    "Loaded",
    "Location",
    "MapInfo",
    "Marker",
    "NoMatchError",
    "NothingToDrawError",
    "Person",
    "Rebuttal",
    "RecordCache",
    "Related",
    "Severity",
    "Source",
    "Status",
    "TooManyExtensionsError",
    "UnknownRuleError",
    "UnreadableMapError",
    "__version__",
    "agree",
    "assemble",
    "check",
    "cite",
    "compare",
    "diff",
    "dropped",
    "explain",
    "find",
    "load",
    "log",
    "path",
    "read",
    "read_map",
    "read_text",
    "render",
    "search",
    "show",
    "statements",
    "stats",
    "status",
    "strength",
    "tables",
    "tree",
    "unanswered",
    "why",
    "write",
]


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
