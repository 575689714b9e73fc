"""A name that cannot be any record's."""

from dataclasses import dataclass

from argmap.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A name that no record can have.

    Args:
        fault: what was found.
        field: the field in which it stands.
        value: what was written.
    """

    fault: Diagnostic
    field: str
    value: str
