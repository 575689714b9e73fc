"""Frozen records: what an argument map is made of, with no thought of files or screens."""

from argmap.model.attack import Attack
from argmap.model.base import ID_PATTERN, Key, Record, Text
from argmap.model.citation import Citation
from argmap.model.info import MapInfo
from argmap.model.names import Name
from argmap.model.origin import Origin, fields_but_origin
from argmap.model.people import Person
from argmap.model.sources import Source, SourceType
from argmap.model.statements import (
    Aim,
    AttackKind,
    Basis,
    Claim,
    Ground,
    Inference,
    Marker,
    Rebuttal,
    Statement,
)

__all__ = [
    "ID_PATTERN",
    "Aim",
    "Attack",
    "AttackKind",
    "Basis",
    "Citation",
    "Claim",
    "Ground",
    "Inference",
    "Key",
    "MapInfo",
    "Marker",
    "Name",
    "Origin",
    "Person",
    "Rebuttal",
    "Record",
    "Source",
    "SourceType",
    "Statement",
    "Text",
    "fields_but_origin",
]
