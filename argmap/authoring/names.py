"""The one thing that a name means."""

from collections.abc import Sequence
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.authoring.refusals import UnfitRequestError
from argmap.queries.find import Thing, find, suggest
from argmap.queries.select import NoMatchError

_SECTIONS: Final = ("claims", "rebuttals", "people", "sources")
_MOST_NAMED: Final = 5
"""As many as one takes in at a glance."""


class Names:
    """Tells what names mean in a map, and asks nobody; a terminal is asked by `AskingNames`.

    Args:
        argument_map: the map.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map

    def is_meant(self, name: str, near: str) -> bool:  # noqa: ARG002 — who asks somebody needs both
        """Tell whether a name that means nothing was meant to be the nearest that there is."""
        return False

    def is_new(self, thing: Thing, name: str, near: Sequence[str]) -> bool:  # noqa: ARG002 — the same
        """Tell whether a person or source that is not there shall be added."""
        return False

    def one(self, name: str, *things: Thing) -> str:
        """Find the one thing that a name means.

        Args:
            name: an id, a name or a part of one.
            *things: what it may be.

        Raises:
            NoMatchError: it means nothing.
            UnfitRequestError: it means several things.
        """
        found = [match.id for thing in things for match in find(self.map, name, thing)]
        exact = [key for key in found if key == name]
        keys = list(dict.fromkeys(exact or found))
        if not keys:
            near = list(dict.fromkeys(key for thing in things for key in suggest(self.map, name, thing)))
            if near and self.is_meant(name, near[0]):
                return near[0]
            raise NoMatchError(name, near[:3])
        if len(keys) > 1:
            listed = ", ".join(f"`{key}`" for key in keys[:_MOST_NAMED])
            more = " …" if len(keys) > _MOST_NAMED else ""
            raise UnfitRequestError(f"`{name}` means several: {listed}{more}. Name one of them.")
        return keys[0]

    def statement(self, name: str) -> str:
        """Find the one statement that a name means; raises as `one` does."""
        return self.one(name, Thing.CLAIM, Thing.REBUTTAL)

    def record(self, name: str) -> tuple[str, str]:
        """Find the section and the key of the one record that a name means; raises as `one` does."""
        key = self.one(name, Thing.CLAIM, Thing.REBUTTAL, Thing.PERSON, Thing.SOURCE)
        found = next((section for section in _SECTIONS if key in getattr(self.map, section)), None)
        if found is None:
            raise UnfitRequestError(
                f"`{key}` is named in the map, but has no record; `argmap add person {key}` adds one."
            )
        return found, key

    def target(self, name: str) -> str:
        """Find what an attack is aimed at: a statement, or by its exact id an inference or a named attack.

        Raises as `one` does.
        """
        if name in self.map.inferences or name in self.map.named_attacks:
            return name
        return self.statement(name)
