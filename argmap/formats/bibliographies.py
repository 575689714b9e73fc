"""What a bibliography leaves out of a map."""

from collections.abc import Collection, Iterator

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Loss


def bibliography_losses(argument_map: ArgumentMap, title: str, kept: Collection[str]) -> Iterator[Loss]:
    """Name what a bibliography leaves out: everything but the sources.

    Args:
        argument_map: the map that is exported.
        title: what the format is called.
        kept: the formats whose kept fields it writes.
    """
    for key in argument_map.statements:
        yield Loss("statement", key, f"{title} holds sources only")
    for key, source in argument_map.sources.items():
        if source.copy_of:
            yield Loss("local copy of a source", key, f"{title} holds sources only")
        for name in source.kept:
            if name not in kept:
                yield Loss(f"fields kept for {name}", key, f"they are not those of {title}")
