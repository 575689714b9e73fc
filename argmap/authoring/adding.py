"""Adding claims, rebuttals, people and sources as they are described in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from argmap.authoring.change import Change
from argmap.authoring.names import Names
from argmap.authoring.refusals import NotDeclaredError, UnfitRequestError
from argmap.diagnostics import Location
from argmap.editing.adding import add_entry, add_statement, taken_names
from argmap.editing.map_edit import MapEdit
from argmap.editing.naming import new_id, person_key, source_key
from argmap.files.assembling import Loaded
from argmap.files.faults.first_fault import first_fault
from argmap.files.settings import find_settings, read_settings
from argmap.model import Claim, Person, Rebuttal, Record, Source
from argmap.queries.find import Thing, find, suggest
from argmap.rules.engine.quote_check import check_quote

_Model = TypeVar("_Model", bound=Record)

_AS_GIVEN: Final = ("title", "text", "quote", "weight", "note")


@dataclass
class Addition:
    """Records that are added in one edit, with what is told of them.

    Args:
        edit: the edit.
        names: tells what names mean.
        added: type, section, key and file of each.
    """

    edit: MapEdit
    names: Names
    added: list[tuple[str, str, str, str]] = field(default_factory=list)

    @classmethod
    def to(cls, loaded: Loaded, names: Names | None = None) -> "Addition":
        """Begin to add to a map."""
        return cls(MapEdit(loaded), names or Names(loaded.map))

    def find_or_create(self, thing: Thing, name: str, *, create: bool) -> str:
        """Find a person or source, or add one where that was asked for.

        Args:
            thing: which of the two.
            name: how it is called.
            create: whether to add one that the map does not have.

        Returns:
            The key.

        Raises:
            NotDeclaredError: there is none, and none shall be added.
            UnfitRequestError: the name means several.
            EditRefusedError: it cannot be added.
        """
        argument_map = self.edit.loaded.map
        keys = [match.id for match in find(argument_map, name, thing)]
        made = {key for _, section, key, _ in self.added if section in {"people", "sources"}}
        if len(keys) > 1 and name not in keys:
            return self.names.one(name, thing)
        if keys or name in made:
            return name if name in made or name in keys else keys[0]
        near = suggest(argument_map, name, thing)
        if not create and not self.names.is_new(thing, name, near):
            raise NotDeclaredError(name, near)
        if thing is Thing.PERSON:
            key = person_key(name, argument_map.people)
            self.add_entry(key, checked(Person, {"name": name}))
        else:
            key = source_key(name, argument_map.sources)
            self.add_entry(key, checked(Source, {"title": name}))
        return key

    def add_entry(self, key: str, record: Person | Source, file: str | None = None) -> None:
        """Add a person or source.

        Raises:
            EditRefusedError: it cannot be added.
        """
        name = add_entry(self.edit, key, record, file)
        kind, section = ("person", "people") if isinstance(record, Person) else ("source", "sources")
        self.added.append((kind, section, key, name))

    def add_statement(self, statement: Claim | Rebuttal, file: str | None = None) -> None:
        """Add a claim or rebuttal.

        Raises:
            EditRefusedError: it cannot be added.
        """
        name = add_statement(self.edit, statement, file)
        section = "rebuttals" if isinstance(statement, Rebuttal) else "claims"
        self.added.append((section[:-1], section, statement.id, name))

    def change(self) -> Change:
        """Work out what is added: the id and the place of each record.

        Raises:
            EditRefusedError: it cannot be added.
        """
        places = self._places()
        told = [f"{key} {place}" for (_, _, key, _), place in zip(self.added, places, strict=True)]
        records = [
            {"type": kind, "id": key, "location": {"file": name, "line": place.line, "column": place.column}}
            for (kind, _, key, name), place in zip(self.added, places, strict=True)
        ]
        return Change("add", self.edit, tuple(told), {"added": records})

    def _places(self) -> list[Location]:
        """Find where each record will stand."""
        verified = self.edit.verified()
        found = []
        for _, section, key, name in self.added:
            items = verified[name].starts[section].items
            at: str | int = key
            if section in {"claims", "rebuttals"}:
                same = [one[2] for one in self.added if one[1] == section and one[3] == name]
                at = len(items) - len(same) + same.index(key)
            found.append(Location(name, *items[at]))
        return found


def add_claim(addition: Addition, given: Mapping[str, Any], *, create: bool, main: bool) -> Claim:
    """Add a claim.

    Args:
        addition: to which it is added.
        given: its fields as they are typed: see `fields_of`; and `id` and `file`.
        create: whether to add a person or source that the map does not have.
        main: whether it is a thesis of its author.

    Raises:
        NoMatchError: a name means nothing.
        UnfitRequestError: a field does not fit.
        EditRefusedError: it cannot be added.
    """
    fields = _with_id(addition, given, fields_of(addition, given, create=create))
    claim = checked(Claim, {**fields, "main": main})
    addition.add_statement(claim, given.get("file"))
    return claim


def add_rebuttal(addition: Addition, given: Mapping[str, Any], *, create: bool) -> Rebuttal:
    """Add a rebuttal; the arguments and the errors are those of `add_claim`.

    Args:
        addition: to which it is added.
        given: as for `add_claim`, with `attacks`, names of its targets, and `kind`.
        create: as for `add_claim`.
    """
    targets = [addition.names.target(name) for name in given["attacks"]]
    fields = _with_id(addition, given, fields_of(addition, given, create=create))
    kind = {"kind": given["kind"]} if given.get("kind") else {}
    rebuttal = checked(Rebuttal, {**fields, "attacks": targets, **kind})
    addition.add_statement(rebuttal, given.get("file"))
    return rebuttal


def _with_id(addition: Addition, given: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    said = fields.get("title") or fields.get("text") or ""
    key = given.get("id") or new_id(fields.get("by"), said, taken_names(addition.edit.loaded))
    return {**fields, "id": key}


def fields_of(addition: Addition, given: Mapping[str, Any], *, create: bool) -> dict[str, Any]:
    """Turn what was typed of a statement into fields, with all names resolved.

    Args:
        addition: to which people and sources are added.
        given: title, text, quote, weight and note as they are; `by`, a person; `source`, a work and behind a
            comma the place; `tags`; `inferred`; `because`, names of premises with commas between those that
            support only jointly; `restates`.
        create: whether to add a person or source that the map does not have.

    Raises:
        NoMatchError: a name means nothing.
        UnfitRequestError: a name means several things.
        EditRefusedError: a person or source cannot be added.
    """
    fields: dict[str, Any] = {name: given[name] for name in _AS_GIVEN if given.get(name) is not None}
    if given.get("by"):
        fields["by"] = addition.find_or_create(Thing.PERSON, given["by"], create=create)
    if given.get("source"):
        work, _, locator = given["source"].partition(",")
        key = addition.find_or_create(Thing.SOURCE, work.strip(), create=create)
        fields["source"] = {"work": key, "locator": locator.strip() or None}
    if given.get("tags"):
        fields["tags"] = list(given["tags"])
    if given.get("inferred"):
        fields["basis"] = "inferred"
    for name in ("because", "restates"):
        listed = [
            [addition.names.statement(part.strip()) for part in one.split(",") if part.strip()]
            for one in given.get(name) or ()
        ]
        if listed:
            fields[name] = listed if name == "because" else [key for keys in listed for key in keys]
    return fields


def checked(model: type[_Model], fields: Mapping[str, Any]) -> _Model:
    """Make a record.

    Raises:
        UnfitRequestError: a field does not fit.
    """
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise UnfitRequestError(f"{first_fault(error)}.") from error


def doubts_of_quote(loaded: Loaded, statement: Claim | Rebuttal) -> list[str]:
    """Look the quote of a new statement up in the copy of its source, and say what is wrong with it.

    Args:
        loaded: the map.
        statement: the statement.
    """
    if not statement.quote:
        return []
    return check_quote(loaded, read_settings(find_settings(loaded.folder)), statement)
