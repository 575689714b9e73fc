"""``argmap unanswered`` of a store."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.shared.context import FINDINGS, console, looking_up_names, print_json
from argmap.cli.shared.saying import say
from argmap.cli.shared.stores import asking, refuse_nearness
from argmap.queries.buckets import NEEDS_REPLY, Bucket

if TYPE_CHECKING:
    from argmap.corpus.choosing import Chosen
    from argmap.queries.select import Selection
    from argmap.report.documents import Document


def answer(
    folder: Path,
    owed_by: Sequence[str],
    buckets: Sequence[Bucket],
    fail_on: Sequence[Bucket],
    selection: "Selection",
    *,
    as_json: bool,
) -> None:
    """Count and list the members of buckets; see the command."""
    refuse_nearness(selection, "argmap unanswered")
    with asking(folder, include_inferred=selection.include_inferred) as engine:
        from argmap.corpus.choosing import choose, in_bucket
        from argmap.corpus.naming import people_meant
        from argmap.corpus.tallies import find_debts, tally
        from argmap.report.stores import Members, print_unanswered

        find_debts(engine)
        with looking_up_names():
            debtors = [person for name in owed_by for person in people_meant(engine, name)]
            chosen = choose(engine, selection)
        if as_json:
            print_json(
                _document({b: in_bucket(chosen, b, debtors) for b in Bucket if b in (buckets or Bucket)})
            )
        else:
            parts = {
                bucket: Members(
                    in_bucket(chosen, bucket, debtors, heard=True if bucket in NEEDS_REPLY else None),
                    in_bucket(chosen, bucket, debtors, heard=False) if bucket in NEEDS_REPLY else None,
                )
                for bucket in Bucket
            }
            most = () if owed_by or not selection.is_everything else tally(engine, 10)
            print_unanswered(engine, parts, most, console(), shown=buckets)
        failed = [
            (
                bucket,
                in_bucket(chosen, bucket, debtors, heard=True if bucket in NEEDS_REPLY else None).count(),
            )
            for bucket in dict.fromkeys(fail_on)
        ]
    if any(number for _, number in failed):
        say(f"--fail-on: {', '.join(f'{number:,} {bucket.words}' for bucket, number in failed if number)}")
        raise SystemExit(FINDINGS)


def _document(members: "dict[Bucket, Chosen]") -> "Document":
    from argmap.report.documents import document

    buckets = {bucket.value: _statements(members.get(bucket)) for bucket in Bucket}
    return document("unanswered", since=None, **buckets)


def _statements(chosen: "Chosen | None") -> "Iterator[Document]":
    from argmap.report.stores import documents

    return iter(()) if chosen is None else documents(chosen)
