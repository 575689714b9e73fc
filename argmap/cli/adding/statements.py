"""What claims and rebuttals have in common when they are added: options, names, and the way out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from argmap.cli.shared.completing import complete_names, complete_people, complete_sources, complete_tags
from argmap.cli.shared.editing import carry_out, find_or_create, one_named, stop
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.editing.map_edit import MapEdit
    from argmap.files.assembling import Loaded
    from argmap.model import Claim, Person, Rebuttal, Record, Source

_Model = TypeVar("_Model", bound="Record")
_Command = TypeVar("_Command", bound=Callable[..., Any])

_AS_GIVEN: Final = ("title", "text", "quote", "weight", "note")
_OPTIONS: Final = (
    click.option("--id", metavar="ID", help="Its id; by default made of the author and the first words."),
    click.option("--by", metavar="PERSON", shell_complete=complete_people, help="Who says it."),
    click.option("--title", metavar="WORDS", help="A few words for lists and diagrams."),
    click.option(
        "--source",
        metavar="'WORK, PLACE'",
        shell_complete=complete_sources,
        help="Where it was said, such as 'minutes, p. 3'.",
    ),
    click.option("--quote", metavar="WORDS", help="A short phrase, word for word from the source."),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="TAG",
        shell_complete=complete_tags,
        help="A topic.",
    ),
    click.option(
        "--because",
        multiple=True,
        metavar="NAME[,NAME]",
        shell_complete=complete_names,
        help="A reason: a premise, or several with commas between that support only jointly; repeatable.",
    ),
    click.option(
        "--restates", multiple=True, metavar="NAME", shell_complete=complete_names, help="What it says again."
    ),
    click.option("--weight", type=click.FloatRange(0, 1), help="How credible it is on its own."),
    click.option("--note", metavar="WORDS", help="A remark of the editor's."),
    click.option("--inferred", is_flag=True, help="Nobody voiced it: the editor supplies it."),
    click.option("--create", is_flag=True, help="Add a person or source that the map does not have."),
    click.option("--file", metavar="FILE", help="The file of the map to put it in."),
)


def statement_options(command: _Command) -> _Command:
    """Add the fields that claims and rebuttals share."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass
class Addition:
    """Records that are added in one edit, with what is told of them.

    Args:
        edit: the edit.
        added: type, section, key and file of each.
    """

    edit: "MapEdit"
    added: list[tuple[str, str, str, str]] = field(default_factory=list)

    @classmethod
    def to(cls, loaded: "Loaded") -> "Addition":
        """Begin to add to a map."""
        from argmap.editing.map_edit import MapEdit

        return cls(MapEdit(loaded))

    def create(self, key: str, name: str, *, is_person: bool) -> None:
        """Add a person or a source of which only the name is known."""
        from argmap.model import Person, Source

        self.add_entry(
            key, checked(Person, {"name": name}) if is_person else checked(Source, {"title": name})
        )

    def add_entry(self, key: str, record: "Person | Source", file: str | None = None) -> None:
        """Add a person or source; leave with 2 where that cannot be."""
        from argmap.editing.adding import add_entry
        from argmap.editing.refusal import EditRefusedError
        from argmap.model import Person

        try:
            name = add_entry(self.edit, key, record, file)
        except EditRefusedError as error:
            stop(str(error))
        kind, section = ("person", "people") if isinstance(record, Person) else ("source", "sources")
        self.added.append((kind, section, key, name))

    def add_statement(self, statement: "Claim | Rebuttal", file: str | None = None) -> None:
        """Add a claim or rebuttal; leave with 2 where that cannot be."""
        from argmap.editing.adding import add_statement
        from argmap.editing.refusal import EditRefusedError
        from argmap.model import Rebuttal

        try:
            name = add_statement(self.edit, statement, file)
        except EditRefusedError as error:
            stop(str(error))
        section = "rebuttals" if isinstance(statement, Rebuttal) else "claims"
        self.added.append((section[:-1], section, statement.id, name))

    def carry_out(self, *, dry_run: bool, as_json: bool) -> None:
        """Write what is added, and print the id and the place of each record."""
        from argmap.editing.refusal import EditRefusedError

        try:
            places = self._places()
        except EditRefusedError as error:
            stop(str(error))
        told = [f"{key} {place}" for (_, _, key, _), place in zip(self.added, places, strict=True)]
        records = [
            {"type": kind, "id": key, "location": {"file": name, "line": place.line, "column": place.column}}
            for (kind, _, key, name), place in zip(self.added, places, strict=True)
        ]
        carry_out(self.edit, "add", told, {"added": records}, dry_run=dry_run, as_json=as_json)

    def _places(self) -> list[Any]:
        """Find where each record will stand."""
        from argmap.diagnostics import Location

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


def fields_of(addition: Addition, given: Mapping[str, Any], *, create: bool) -> dict[str, Any]:
    """Turn the options of a statement into fields, with all names resolved; leave where one means nothing."""
    loaded = addition.edit.loaded
    from argmap.queries.find import Thing

    fields: dict[str, Any] = {
        name: given[name]
        for name in ("title", "text", "quote", "weight", "note")
        if given.get(name) is not None
    }
    if given.get("by"):
        fields["by"] = find_or_create(addition, Thing.PERSON, given["by"], create=create)
    if given.get("source"):
        work, _, locator = given["source"].partition(",")
        key = find_or_create(addition, Thing.SOURCE, work.strip(), create=create)
        fields["source"] = {"work": key, "locator": locator.strip() or None}
    if given.get("tags"):
        fields["tags"] = list(given["tags"])
    if given.get("inferred"):
        fields["basis"] = "inferred"
    statements = Thing.CLAIM, Thing.REBUTTAL
    for name in ("because", "restates"):
        listed = [
            [one_named(loaded.map, part.strip(), *statements) for part in one.split(",") if part.strip()]
            for one in given.get(name) or ()
        ]
        if listed:
            fields[name] = listed if name == "because" else [key for keys in listed for key in keys]
    return fields


def checked(model: "type[_Model]", fields: Mapping[str, Any]) -> "_Model":
    """Make a record; leave with 2 where a field does not fit."""
    from pydantic import ValidationError

    from argmap.cli.shared.context import usage

    try:
        return model.model_validate(fields)
    except ValidationError as error:
        from argmap.files.faults.first_fault import first_fault

        usage(f"{first_fault(error)}.")


def look_up_quote(loaded: "Loaded", statement: "Claim | Rebuttal") -> None:
    """Look a quote up in the copy of its source at once, and say on standard error what is wrong with it."""
    if not statement.quote:
        return
    from argmap.files.settings import find_settings, read_settings
    from argmap.rules.engine.quote_check import check_quote

    for message in check_quote(loaded, read_settings(find_settings(loaded.folder)), statement):
        say(message)
