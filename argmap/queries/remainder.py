"""What is left of a map that has errors, and of what in it something wrong may be said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic, Location
from argmap.files.assembling import Loaded
from argmap.model import Claim, Rebuttal
from argmap.queries.live_attacks import live_attacks
from argmap.queries.part import part_of
from argmap.references import Named, used_names
from argmap.text.nearest import nearest


@dataclass(frozen=True, slots=True)
class Remainder:
    """What can be read of a map.

    Args:
        map: the records that are there, with the relations among them and no others.
        left_out: the rebuttals that were read, but attack nothing that is there.
        doubtful: the statements of which something wrong may be said, as errors stand in them or in what
            bears on them; of others, too, where nobody can know what an error hides.
    """

    map: ArgumentMap
    left_out: tuple[str, ...]
    doubtful: tuple[str, ...]


def remainder_of(loaded: Loaded) -> Remainder:
    """Take what can be read of a map, so that every name in it is somebody's or something's.

    Args:
        loaded: what the files gave, with errors.
    """
    whole = loaded.map
    kept = set(whole.claims) | _live_rebuttals(whole)
    left = part_of(whole, kept).map
    while fallen := left.claims.keys() & whole.rebuttals.keys():
        kept -= fallen
        left = part_of(whole, kept).map
    left = replace(left, info=whole.info, people=whole.people, sources=whole.sources)
    doubtful = {*_records_at(loaded), *loaded.mentioned, *_near_what_is_cut(whole, left)}
    return Remainder(
        left,
        tuple(key for key in whole.rebuttals if key not in kept),
        tuple(key for key in left.statements if key in doubtful),
    )


def _live_rebuttals(whole: ArgumentMap) -> set[str]:
    """Name the rebuttals that attack a claim, or another one that does."""
    targets = {
        rebuttal.id: [
            whole.statement_of(hit).id
            for aim in rebuttal.aims
            if (hit := whole.hit(aim.kind or rebuttal.kind, aim.target)) is not None
        ]
        for rebuttal in whole.rebuttals.values()
    }
    return live_attacks(targets, whole.claims)


def _records_at(loaded: Loaded) -> Iterator[str]:
    """Name the statements in which errors stand, or which they are about."""
    at = {
        (file.name, path): key
        for (section, key), (file, path, _) in loaded.places.records.items()
        if section in {"claims", "rebuttals"}
    }
    for place in (place for error in loaded.errors for place in _places(error)):
        file = loaded.places.files.get(place.file)
        path = file.path_at(place.line) if file else None
        if path is not None and (key := at.get((place.file, path))):
            yield key


def _places(error: Diagnostic) -> Iterator[Location]:
    yield error.location
    yield from (related.location for related in error.related)


def _near_what_is_cut(whole: ArgumentMap, left: ArgumentMap) -> Iterator[str]:
    """Name what has lost relations, and what these are to, or were perhaps meant to be to."""
    known: Mapping[str, object] = {**whole.statements, **whole.inferences, **whole.named_attacks}
    for key, statement in whole.statements.items():
        if left.statements.get(key) != statement:
            yield key
            for name in _statements_named_in(statement):
                for meant in [name] if name in known else nearest(name, known):
                    yield _statement_behind(whole, meant)


def _statement_behind(whole: ArgumentMap, name: str) -> str:
    return whole.statement_of(whole.named_attacks.get(name, name)).id


def _statements_named_in(statement: Claim | Rebuttal) -> set[str]:
    used = used_names([statement])
    return used[Named.STATEMENT] | used[Named.TARGET]
