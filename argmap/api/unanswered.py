"""`argmap.unanswered`: what nobody challenged, and what nobody answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Unpack

from argmap.api.answer import Answer
from argmap.api.choosing import Names, Part, as_names, as_selection, one_of
from argmap.argument_map import ArgumentMap
from argmap.queries.buckets import Bucket, as_bucket
from argmap.queries.changes.brought import brought_since
from argmap.queries.select import people_named, select
from argmap.queries.unanswered import Standing, choose, find_standing
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.notes import owes_nobody
from argmap.report.unanswered import WAITING, print_unanswered, unanswered_document


@dataclass(frozen=True, eq=False)
class Unanswered(Answer):
    """What `argmap.unanswered` found.

    Args:
        map: the map.
        standing: every claim and challenge of it in its bucket.
        members: each bucket with the statements that were asked for, by id.
        shown: the buckets that are printed; the others are only counted.
    """

    map: ArgumentMap = field(repr=False)
    standing: Standing = field(repr=False)
    members: Mapping[Bucket, tuple[str, ...]]
    shown: tuple[Bucket, ...] = WAITING

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_unanswered(self.map, self.standing, self.members, console, shown=self.shown)

    def _document(self) -> Document:
        """Describe the results."""
        return unanswered_document(self.map, self.standing, self.members)


def unanswered(
    argument_map: ArgumentMap,
    *,
    owed_by: Names = (),
    bucket: Bucket | str | Iterable[Bucket | str] = (),
    since: ArgumentMap | None = None,
    **part: Unpack[Part],
) -> Unanswered:
    """List the claims that nobody challenged and the challenges that nobody answered.

    Args:
        argument_map: the map.
        owed_by: only challenges that one of these people has to answer.
        bucket: only these buckets.
        since: only what has come into its bucket since this older version of the map.
        **part: `by`, `tag`, `source`, `focus`, `depth` and `include_inferred`, as of the command.

    Raises:
        NoMatchError: a name means nothing in this map.
        ValueError: there is no such bucket.
    """
    selection = as_selection(part)
    buckets = tuple(_bucket(one) for one in as_names(bucket))
    debtors = people_named(argument_map, as_names(owed_by))
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    chosen = frozenset(select(argument_map, selection))
    if since is not None:
        inferred = selection.include_inferred
        chosen &= brought_since(since, argument_map, standing, include_inferred=inferred)
    found = choose(argument_map, standing, chosen, buckets=buckets or tuple(Bucket), debtors=debtors)
    members = {one: tuple(keys) for one, keys in found.items()}
    notes = tuple(owes_nobody(argument_map, debtors))
    return Unanswered(argument_map, standing, members, buckets or WAITING, notes=notes)


def _bucket(word: str) -> Bucket:
    return as_bucket(word) or one_of("bucket", word, tuple(Bucket))
