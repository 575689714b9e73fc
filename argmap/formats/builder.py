"""A map under construction, as importers need it: any order, any ids, no duplicates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.files.yaml.decoding import without_forbidden
from argmap.formats.base import Imported, Loss
from argmap.formats.names import Names, joint_name
from argmap.formats.unfit import Checked
from argmap.model import Aim, AttackKind, Claim, MapInfo, Person, Rebuttal, Source
from argmap.text.ids import as_slug

MOST_TEXT: Final = 100_000
UNTITLED: Final = "(no text)"
_OF_REBUTTALS: Final = tuple(field for field in Rebuttal.model_fields if field not in Claim.model_fields)
_OF_CLAIMS: Final = tuple(field for field in Claim.model_fields if field not in Rebuttal.model_fields)


@dataclass
class _Draft:
    """A statement: a claim until it attacks something."""

    fields: dict[str, Any]
    foreign: str = ""
    restates: dict[str, None] = field(default_factory=dict)
    because: list[dict[str, Any]] = field(default_factory=list)
    aims: list[dict[str, Any]] = field(default_factory=list)


class MapBuilder:
    """Collects people, sources, statements, inferences and attacks, and what could not be carried over.

    A statement is a claim until it attacks something; then it becomes a rebuttal. What a statement or an
    attack refers to must have been added before.

    Args:
        file: the name of the imported file, kept in every record's origin; empty for no origins. Of an
            absolute path only the last part is kept.
    """

    def __init__(self, file: str) -> None:
        self.info: dict[str, Any] = {}
        self.losses: list[Loss] = []
        self.faults: list[Diagnostic] = []
        self._file = PurePath(file).name if PurePath(file).is_absolute() else file
        self._names = Names()
        self._person_keys, self._source_keys = Names(), Names()
        self._person_of: dict[str, str] = {}
        self._voice_of: dict[tuple[str, ...], str] = {}
        self._work_of: dict[str, str] = {}
        self._reserved: set[str] = set()
        self._unnamed: set[tuple[str, object]] = set()
        self._people: dict[str, dict[str, Any]] = {}
        self._sources: dict[str, dict[str, Any]] = {}
        self._foreign: dict[str, str] = {}
        self._drafts: dict[str, _Draft] = {}

    def lose(self, what: str, where: str, why: str) -> None:
        """Note that something could not be carried over; see `Loss`."""
        self.losses.append(Loss(what, where, why))

    def person(self, name: str, *, foreign: str = "", **fields: Any) -> str:  # noqa: ANN401 — fields of Person
        """Add a person, unless that one is known already.

        Args:
            name: as it should be printed.
            foreign: who it is in the file: people who share a name but not this stay apart. It becomes the
                key, unless it is a mere number.
            fields: further fields of `argmap.model.Person`.

        Returns:
            The person's key.
        """
        identity = foreign or name
        if identity not in self._person_of:
            self._person_of[identity] = self._add_person(name, foreign, **fields)
        return self._person_of[identity]

    def _add_person(self, name: str, foreign: str = "", **fields: Any) -> str:  # noqa: ANN401 — fields of Person
        where = f"person {foreign or name}"
        shown = self.clean(name, where) or self.clean(foreign, where)
        wanted = "" if foreign.isdecimal() else foreign
        key = self._person_keys.new(wanted or as_slug(shown), "person")
        origin = self._origin(foreign) if foreign and foreign != key else {}
        self._people[key] = {"name": shown or key, **self._given(fields, key), **origin}
        self._foreign[key] = foreign or name
        return key

    def joint(self, keys: Iterable[str]) -> str | None:
        """Give the one voice of several people: None for nobody, a joint voice for more than one."""
        members = tuple(dict.fromkeys(keys))
        if len(members) <= 1:
            return members[0] if members else None
        if members not in self._voice_of:
            name = joint_name(str(self._people[key]["name"]) for key in members)
            self._voice_of[members] = self._add_person(name, members=members)
        return self._voice_of[members]

    def source(self, title: str, *, key: str = "", **fields: Any) -> str:  # noqa: ANN401 — fields of Source
        """Add a work, and give its key; see `person`. Works of the same title stay apart."""
        where = f"source {key or title}"
        shown = self.clean(title, where) or self.clean(key, where) or UNTITLED
        found = self._source_keys.new(key or as_slug(shown), "source")
        self._sources[found] = {"title": shown, **self._given(fields, found)}
        self._foreign[found] = key or title
        return found

    def work(self, key: str) -> str:
        """Give the key of the work that goes by a name, adding it under that title where it is new."""
        if key not in self._work_of:
            self._work_of[key] = self.source(key, key=key)
        return self._work_of[key]

    def statement(
        self,
        wanted: str,
        *,
        text: str = "",
        title: str = "",
        origin: str = "",
        **fields: Any,  # noqa: ANN401 — fields of Statement
    ) -> str:
        """Add a statement.

        Args:
            wanted: its foreign id or title, from which a unique id is made; the text where it is empty.
            text: a sentence.
            title: a few words.
            origin: its id in the file.
            fields: further fields of `argmap.model.Statement`; None and empty values count as absent.

        Returns:
            The statement's id.
        """
        name = self._names.new(wanted or as_slug(title or text), "statement")
        given = self._given({"title": title, "text": text, **fields}, name)
        if "title" not in given and "text" not in given:
            given["title"] = self.clean(origin, name) or UNTITLED
            self.lose("words of a statement", name, "it has none, and its id stands in for them")
        draft = {"id": name, **given, **self._origin(origin)}
        self._drafts[name] = _Draft(draft, foreign=origin or wanted)
        return name

    def restate(self, statement: str, other: str) -> bool:
        """Note that a statement says another one again in other words; tell whether that is new."""
        known = self._drafts[statement].restates
        is_new = other not in known
        known[other] = None
        return is_new

    def reserve(self, wanted: str, fallback: str) -> str:
        """Give out an id for an inference or attack that is added later, so that others can refer to it."""
        name = self._names.new(wanted, fallback)
        self._reserved.add(name)
        return name

    def inference(
        self,
        conclusion: str,
        premises: Iterable[str],
        *,
        name: str = "",
        origin: str = "",
        **fields: Any,  # noqa: ANN401 — fields of Ground
    ) -> str:
        """Add an inference.

        Args:
            conclusion: the id of a statement.
            premises: the ids of statements, at least one; they support together.
            name: the wanted id, reserved or not; needed where the inference is attacked or named.
            origin: its id in the file.
            fields: further fields of `argmap.model.Ground`.

        Returns:
            The inference's id.
        """
        steps = self._drafts[conclusion].because
        found = self._name(name, "inference") or f"{conclusion}/{len(steps) + 1}"
        step = {
            "premises": tuple(dict.fromkeys(premises)),
            **self._given(fields, found),
            **self._renamed(origin, found),
        }
        steps.append({"id": found, **step})
        return found

    def attack(
        self,
        attacker: str,
        target: str,
        kind: AttackKind = AttackKind.REBUT,
        *,
        name: str = "",
        origin: str = "",
        **fields: Any,  # noqa: ANN401 — fields of Aim
    ) -> str:
        """Add an attack.

        Args:
            attacker: the id of a statement.
            target: the id of a statement, of an inference that was given a name, or of a named attack.
            kind: how it attacks; inferences and attacks can only be undercut.
            name: the wanted id, reserved or not; needed where the attack is itself attacked.
            origin: its id in the file.
            fields: further fields of `argmap.model.Aim`, such as ``jointly``.

        Returns:
            The attack's id; empty where no name was wanted, nor needed to tell it from an equal one.
        """
        given = {"target": target, "kind": kind, **self._given(fields, name or attacker)}
        key = attacker, Aim.model_construct(**given).key(kind)
        if key in self._unnamed:
            name = name or origin or f"{attacker}-on-{target}"  # else it would be taken for the one before
        found = self._name(name, "attack")
        if not found:
            self._unnamed.add(key)
        aim = {**given, **self._renamed(origin, found)}
        self._drafts[attacker].aims.append({**aim, "id": found} if found else aim)
        return found

    def build(self) -> Imported:
        """Make the map, with statements in the order in which they were added.

        Raises:
            UnfitError: with every value that no map can hold.
        """
        checked = Checked()
        claims: dict[str, Claim] = {}
        rebuttals: dict[str, Rebuttal] = {}
        for name, draft in self._drafts.items():
            fields = {**draft.fields, "restates": tuple(draft.restates), "because": draft.because}
            if draft.aims:
                attacking = {**self._of_rebuttal(name, fields), **_kinds(draft.aims)}
                checked.add(rebuttals, name, Rebuttal, attacking, draft.foreign)
            else:
                checked.add(claims, name, Claim, self._of_claim(name, fields), draft.foreign)
        people: dict[str, Person] = {}
        for key, given in self._people.items():
            checked.add(people, key, Person, given, self._foreign[key])
        sources: dict[str, Source] = {}
        for key, given in self._sources.items():
            checked.add(sources, key, Source, given, self._foreign[key])
        info: dict[str, MapInfo] = {}
        checked.add(info, "", MapInfo, self._given(self.info, "map"))
        checked.stop_if_unfit()
        argument_map = ArgumentMap(info[""], people, sources, claims, rebuttals)
        return Imported(argument_map, tuple(self.losses), tuple(self.faults))

    def _of_claim(self, name: str, fields: dict[str, Any]) -> dict[str, Any]:
        """Leave out what only a rebuttal has."""
        for field_ in (each for each in _OF_REBUTTALS if each in fields):
            self.lose(f"{field_} of a claim", name, "only what attacks something has it")
        return {key: value for key, value in fields.items() if key not in _OF_REBUTTALS}

    def _of_rebuttal(self, name: str, fields: dict[str, Any]) -> dict[str, Any]:
        """Leave out what only a claim has."""
        for field_ in (each for each in _OF_CLAIMS if fields.get(each)):
            self.lose(f"{field_} of a rebuttal", name, "only what attacks nothing has it")
        return {key: value for key, value in fields.items() if key not in _OF_CLAIMS}

    def clean(self, text: str, where: str) -> str:
        """Make a text fit for a map: no control characters, no endless length; what goes is a loss."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        kept = without_forbidden(text).strip()
        if kept != text.strip():
            self.lose("invisible character", where, "a text holds only characters that can be seen")
        if len(kept) > MOST_TEXT:
            self.lose("end of a text", where, f"a text has at most {MOST_TEXT} characters")
        return kept[:MOST_TEXT].strip()

    def _given(self, fields: dict[str, Any], where: str) -> dict[str, Any]:
        """Leave out what says nothing, and clean what is left."""
        cleaned = {name: self._cleaned(value, where) for name, value in fields.items()}
        return {name: value for name, value in cleaned.items() if value not in (None, "", (), [], {})}

    def _cleaned(self, value: Any, where: str) -> Any:  # noqa: ANN401 — any field of a record
        if isinstance(value, str):
            return self.clean(value, where)
        if isinstance(value, dict):
            items = {key: self._cleaned(item, where) for key, item in value.items()}
            return {key: item for key, item in items.items() if item not in ("", None)}
        if isinstance(value, list | tuple):
            kept = tuple(item for item in (self._cleaned(item, where) for item in value) if item != "")
            if len(kept) < len(value):
                self.lose("empty item of a list", where, "there are no words in it")
            return kept
        return value

    def _name(self, wanted: str, fallback: str) -> str:
        if not wanted or wanted in self._reserved:
            self._reserved.discard(wanted)
            return wanted
        return self._names.new(wanted, fallback)

    def _origin(self, name: str) -> dict[str, dict[str, str]]:
        file = without_forbidden(self._file).strip()
        kept = without_forbidden(name[:MOST_TEXT]).strip()
        return {"origin": {"file": file, **({"id": kept} if kept else {})}} if file else {}

    def _renamed(self, origin: str, name: str) -> dict[str, dict[str, str]]:
        """Keep the origin of a part of a statement only where its id does not tell."""
        return self._origin(origin) if origin and origin != name else {}


def _kinds(aims: list[dict[str, Any]]) -> dict[str, Any]:
    """Say the first aim's kind on the rebuttal, and on an aim only where it differs."""
    kind = aims[0]["kind"]
    short = [{key: value for key, value in aim.items() if (key, value) != ("kind", kind)} for aim in aims]
    return {"kind": kind, "attacks": short}
