"""Several maps into one, as when many files are imported at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from argmap.argument_map import ArgumentMap
from argmap.formats.names import Names
from argmap.model import Aim, Citation, Claim, Inference, MapInfo, Person, Rebuttal, Source

_Named = TypeVar("_Named", Person, Source)
_Stated = TypeVar("_Stated", Claim, Rebuttal)


def merge_maps(maps: Iterable[ArgumentMap]) -> ArgumentMap:
    """Join maps that know nothing of one another.

    People and works that are equal in all fields become one. An id or key that is taken gets a number, and
    all that refer to it follow. The meanings of tags are kept, titles and descriptions only if all agree.

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
        self._known: dict[object, str] = {}

    def add(self, argument_map: ArgumentMap) -> None:
        """Add one map, renaming what is taken."""
        people = self._join(argument_map.people, self.people, self._person_keys, _with_members)
        sources = self._join(argument_map.sources, self.sources, self._source_keys, lambda work, _: work)
        names = {name: self._names.new(name, "statement") for name in argument_map.statements}
        for step in argument_map.inferences.values():
            if "/" not in step.id:
                names[step.id] = self._names.new(step.id, "inference")
        for name in argument_map.named_attacks:
            names[name] = self._names.new(name, "attack")
        rename = _Renamer(names, people, sources)
        for name, claim in argument_map.claims.items():
            self.claims[names[name]] = rename.statement(claim)
        for name, rebuttal in argument_map.rebuttals.items():
            renamed = rename.statement(rebuttal)
            self.rebuttals[names[name]] = renamed.model_copy(update=rename.attacks(rebuttal))

    def _join(
        self,
        records: Mapping[str, _Named],
        known: dict[str, _Named],
        keys: Names,
        adapt: Callable[[_Named, dict[str, str]], _Named],
    ) -> dict[str, str]:
        """Add records, each equal one once, and give the new key of each."""
        renamed: dict[str, str] = {}
        singles_first = sorted(records.items(), key=lambda item: bool(getattr(item[1], "members", ())))
        for key, original in singles_first:
            record = adapt(original, renamed)
            same = self._known.get(record.model_dump_json())
            if same is None or known.get(same) != record:
                same = keys.new(key, "unknown")
                known[same] = record
                self._known[record.model_dump_json()] = same
            renamed[key] = same
        return renamed


def _with_members(person: Person, renamed: dict[str, str]) -> Person:
    members = tuple(renamed.get(member, member) for member in person.members)
    return person.model_copy(update={"members": members}) if members != person.members else person


class _Renamer:
    """Gives records the names that they have in the joined map."""

    def __init__(self, names: dict[str, str], people: dict[str, str], sources: dict[str, str]) -> None:
        self._names, self._people, self._sources = names, people, sources

    def statement(self, statement: _Stated) -> _Stated:
        changes: dict[str, Any] = {
            "id": self._name(statement.id),
            "by": self._people.get(statement.by or "", statement.by),
            "source": self._citation(statement.source),
            "because": tuple(self._step(step) for step in statement.because),
            "restates": tuple(self._name(other) for other in statement.restates),
        }
        return statement.model_copy(update=changes)

    def _aim(self, aim: Aim) -> Aim:
        changes: dict[str, Any] = {
            "target": self._name(aim.target),
            "id": aim.id and self._name(aim.id),
            "jointly": tuple(self._name(partner) for partner in aim.jointly),
        }
        return aim.model_copy(update=changes)

    def attacks(self, rebuttal: Rebuttal) -> dict[str, Any]:
        """Give what a rebuttal has more than a claim."""
        markers = ("conceded", "withdrawn", "answered_elsewhere")
        return {
            "aims": tuple(self._aim(aim) for aim in rebuttal.aims),
            "seen": {self._name(target): print_ for target, print_ in rebuttal.seen.items()},
            **{field: self._citation(getattr(rebuttal, field)) for field in markers},
        }

    def _step(self, step: Inference) -> Inference:
        conclusion = self._name(step.conclusion)
        own = step.id.removeprefix(f"{step.conclusion}/")
        changes: dict[str, Any] = {
            "id": self._name(step.id) if own == step.id else f"{conclusion}/{own}",
            "conclusion": conclusion,
            "premises": tuple(self._name(premise) for premise in step.premises),
        }
        return step.model_copy(update=changes)

    def _citation(self, citation: Citation | None) -> Citation | None:
        if citation is None:
            return None
        work = self._sources.get(citation.work, citation.work)
        return citation.model_copy(update={"work": work})

    def _name(self, name: str) -> str:
        return self._names.get(name, name)
