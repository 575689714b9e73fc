"""Several maps into one, as when many files are imported at once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from argmap.argument_map import ArgumentMap
from argmap.formats.names import Names
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source, fields_but_origin
from argmap.references import NewNames, renamed

_Named = TypeVar("_Named", Person, Source)


def merge_maps(maps: Iterable[ArgumentMap]) -> ArgumentMap:
    """Join maps that know nothing of one another.

    People and works that are equal but for their origin become one, which keeps the first origin; two that
    one map tells apart stay two. An id or key that is taken gets a number, and all that refer to it follow.
    The meanings of tags are kept, titles and descriptions only if all agree.

    Args:
        maps: in the order in which their records shall stand.
    """
    listed = list(maps)
    if len(listed) == 1:
        return listed[0]
    merged = _Merged()
    for argument_map in listed:
        merged.add(argument_map)
    return ArgumentMap(
        _joined_info([each.info for each in listed]),
        merged.people,
        merged.sources,
        merged.claims,
        merged.rebuttals,
    )


def _joined_info(infos: list[MapInfo]) -> MapInfo:
    tags = {tag: meaning for info in infos for tag, meaning in info.tags.items()}
    same = infos[0] if infos and all(info == infos[0] for info in infos) else MapInfo()
    return same.model_copy(update={"tags": tags})


class _Merged:
    """What was joined so far."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.sources: dict[str, Source] = {}
        self.claims: dict[str, Claim] = {}
        self.rebuttals: dict[str, Rebuttal] = {}
        self._names, self._person_keys, self._source_keys = Names(), Names(), Names()
        self._known: dict[tuple[str, int], str] = {}

    def add(self, argument_map: ArgumentMap) -> None:
        """Add one map, renaming what is taken."""
        people = self._join(argument_map.people, self.people, self._person_keys)
        sources = self._join(argument_map.sources, self.sources, self._source_keys)
        nodes = {name: self._names.new(name, "statement") for name in argument_map.statements}
        for step in argument_map.inferences.values():
            if "/" not in step.id:
                nodes[step.id] = self._names.new(step.id, "inference")
        for name in argument_map.named_attacks:
            nodes[name] = self._names.new(name, "attack")
        names = NewNames(people, sources, nodes)
        for name, claim in argument_map.claims.items():
            self.claims[nodes[name]] = renamed(claim, names)
        for name, rebuttal in argument_map.rebuttals.items():
            self.rebuttals[nodes[name]] = renamed(rebuttal, names)

    def _join(self, records: Mapping[str, _Named], known: dict[str, _Named], keys: Names) -> dict[str, str]:
        """Add records, each once that is equal but for its origin, and give the new key of each."""
        found: dict[str, str] = {}
        seen: Counter[str] = Counter()
        singles_first = sorted(records.items(), key=lambda item: bool(getattr(item[1], "members", ())))
        for key, original in singles_first:
            record = renamed(original, NewNames(people=found))
            content = f"{type(record).__name__} {fields_but_origin(record)}"
            seen[content] += 1
            identity = content, seen[content]
            if identity not in self._known:
                self._known[identity] = keys.new(key, "unknown")
                known[self._known[identity]] = record
            found[key] = self._known[identity]
        return found
