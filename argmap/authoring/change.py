"""A change of a map that is worked out, and how it is carried out and told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.editing.map_edit import MapEdit
from argmap.report.documents import Document, document


@dataclass(frozen=True)
class Change:
    """What is to change, and what is told of it.

    Args:
        command: the name of the command that makes it.
        edit: the edit.
        told: what the command prints once it is written, one line each.
        more: what its document says besides.
        notes: what is said beside it, one line each.
    """

    command: str
    edit: MapEdit
    told: tuple[str, ...]
    more: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class Carried(NamedTuple):
    """A change that was carried out, or would be.

    Args:
        files: the files that change.
        diff: what changes in them, as a unified diff; nothing where it was not asked for.
    """

    files: list[str]
    diff: str


def carry_out(change: Change, *, dry_run: bool, with_diff: bool = True) -> Carried:
    """Write a change, all of it or nothing.

    Args:
        change: what is to change.
        dry_run: whether only to prove that it can be written.
        with_diff: whether the diff is wanted.

    Raises:
        EditRefusedError: it cannot be made as is meant, or a file has changed since it was read.
        OSError: a file cannot be written.
    """
    diff = change.edit.diff() if with_diff else ""
    return Carried(list(change.edit.verified()) if dry_run else change.edit.write(), diff)


def change_document(change: Change, carried: Carried, *, dry_run: bool) -> Document:
    """Describe a change as the document of its command."""
    return document(change.command, **change.more, files=carried.files, dry_run=dry_run, diff=carried.diff)
