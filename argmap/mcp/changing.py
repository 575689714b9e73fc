"""The tools that change the map; each edit is proved before anything is written, and comments stay."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from argmap.authoring.adding import Addition, add_claim, add_rebuttal, checked, doubts_of_quote
from argmap.authoring.change import Change, carry_out, change_document
from argmap.authoring.names import Names
from argmap.authoring.reasons import reason_change
from argmap.authoring.removing import remove_change
from argmap.authoring.renaming import rename_change
from argmap.authoring.setting import set_change
from argmap.authoring.values import one_name
from argmap.files.assembling import Loaded
from argmap.mcp.tool import Arguments, Result, Tool
from argmap.model import AttackKind, Claim, Person, Rebuttal, Source
from argmap.queries.find import Thing
from argmap.report.documents import plain
from argmap.text.clean import one_line

_READ_ONLY: Final = "nothing was written: the server was started without --write"

_Several = Annotated[tuple[str, ...], Field(min_length=1)]
_Text = Annotated[str, Field(min_length=1)]


class _Editing(Arguments):
    dry_run: bool = Field(default=False, description="Write nothing; show what would change as a diff.")


class _File(_Editing):
    file: str | None = Field(
        default=None, description="The file of the map to put it in; by default the usual one."
    )


class _Statement(_File):
    """What claims and rebuttals have in common."""

    text: _Text = Field(description="What is said, as a full sentence.")
    id: str | None = Field(
        default=None, description="Its id; by default made of the author and the first words."
    )
    by: str | None = Field(default=None, description="Who says it.")
    title: str | None = Field(default=None, description="A few words for lists and diagrams.")
    source: str | None = Field(
        default=None, description="Where it was said: a work, a comma, the place in it."
    )
    quote: str | None = Field(default=None, description="A short phrase, word for word from the source.")
    tags: tuple[str, ...] = Field(default=(), description="Topics.")
    because: tuple[str, ...] = Field(
        default=(),
        description="Reasons: each a premise, or several with commas between that support only jointly.",
    )
    restates: tuple[str, ...] = Field(default=(), description="What it says again.")
    weight: float | None = Field(default=None, ge=0, le=1, description="How credible it is on its own.")
    note: str | None = Field(default=None, description="A remark of the editor's.")
    inferred: bool = Field(default=False, description="Nobody voiced it: the editor supplies it.")
    create: bool = Field(default=False, description="Add a person or source that the map does not have.")


class NewClaim(_Statement):
    """Arguments of `add_claim`."""

    main: bool = Field(default=False, description="It is a thesis of its author.")


class NewRebuttal(_Statement):
    """Arguments of `add_rebuttal`."""

    attacks: _Several = Field(description="What it attacks: claims, inferences, rebuttals or named attacks.")
    kind: AttackKind = Field(
        default=AttackKind.REBUT,
        description="rebut: it is false; undermine: a premise is doubtful; undercut: it does not follow.",
    )


class NewReason(_Editing):
    """Arguments of `add_reason`."""

    conclusion: str = Field(description="The claim or rebuttal that is supported.")
    premises: _Several = Field(description="The statements that support it, only jointly.")
    id: str | None = Field(default=None, description="A name for the inference, by which it can be attacked.")
    scheme: str | None = Field(default=None, description="The argumentation scheme, such as example.")
    warrant: str | None = Field(default=None, description="Why the premises should bear on the conclusion.")
    inferred: bool = Field(default=False, description="Nobody voiced it: the editor supplies it.")


class NewPerson(_File):
    """Arguments of `add_person`."""

    key: str = Field(description="The key by which statements refer to the person.")
    name: str = Field(description="The name as it should be printed.")
    aka: tuple[str, ...] = Field(default=(), description="Other spellings, in any script.")
    affiliation: str | None = Field(default=None, description="Where the person works or belongs.")
    hypothetical: bool = Field(default=False, description="Only imagined or unnamed; owes nobody a reply.")
    members: tuple[str, ...] = Field(default=(), description="Who speaks with it, for a joint voice.")
    url: str | None = Field(default=None, description="A page about the person.")
    note: str | None = Field(default=None, description="Anything a reader should know.")


class NewSource(_File):
    """Arguments of `add_source`."""

    key: str = Field(description="The key by which statements refer to the work.")
    title: str = Field(description="The title of the work.")
    authors: tuple[str, ...] = Field(default=(), description="Names, as in `Lee, Ann`.")
    date: str | None = Field(default=None, description="When it appeared, as in 2024-05-02.")
    url: str | None = Field(default=None, description="Where it can be read.")
    doi: str | None = Field(default=None, description="Its DOI.")
    note: str | None = Field(default=None, description="Anything a reader should know.")


class Fields(_Editing):
    """Arguments of `set`."""

    name: str = Field(description="A statement, person or source; `map` for what the map says of itself.")
    fields: dict[str, str] = Field(
        min_length=1,
        description="Field, as in the files, to its new value. Lists have commas, names of authors "
        "semicolons. An empty value takes the field out.",
    )


class Mark(_Editing):
    """Arguments of `mark`."""

    rebuttal: str = Field(description="The challenge that is settled.")
    marker: Literal["conceded", "withdrawn", "answered-elsewhere"] = Field(
        default="conceded",
        description="conceded: its target's author granted it; withdrawn: its own author took it back.",
    )
    source: str = Field(description="Where: a work of the map, a comma, the place in it.")


class NewName(_Editing):
    """Arguments of `rename`."""

    old: str = Field(description="The exact id, key or tag.")
    new: str = Field(description="The new one.")
    type: Literal["person", "source", "statement", "inference", "attack", "tag"] | None = Field(
        default=None, description="What it is, where several things are called so."
    )


class Removed(_Editing):
    """Arguments of `remove`."""

    names: _Several = Field(description="Statements, inferences, people, sources or tags.")
    cascade: bool = Field(default=False, description="Take along what refers to them.")


def _added_claim(loaded: Loaded, given: NewClaim) -> tuple[Change, Sequence[str]]:
    addition = Addition.to(loaded)
    claim = add_claim(addition, given.model_dump(), create=given.create, main=given.main)
    return addition.change(), _doubts(loaded, claim)


def _added_rebuttal(loaded: Loaded, given: NewRebuttal) -> tuple[Change, Sequence[str]]:
    addition = Addition.to(loaded)
    rebuttal = add_rebuttal(addition, given.model_dump(), create=given.create)
    return addition.change(), _doubts(loaded, rebuttal)


def _doubts(loaded: Loaded, statement: Claim | Rebuttal) -> Sequence[str]:
    """Look the quote up, unless it is of a work that is added only now."""
    known = statement.source is not None and statement.source.work in loaded.map.sources
    return doubts_of_quote(loaded, statement) if known else ()


def _added_reason(loaded: Loaded, given: NewReason) -> tuple[Change, Sequence[str]]:
    details = {
        "id": given.id,
        "scheme": given.scheme,
        "warrant": given.warrant,
        "basis": "inferred" if given.inferred else None,
    }
    return reason_change(loaded, Names(loaded.map), given.conclusion, given.premises, details), ()


def _added_person(loaded: Loaded, given: NewPerson) -> tuple[Change, Sequence[str]]:
    addition = Addition.to(loaded)
    fields = given.model_dump(exclude={"key", "file", "dry_run"}, exclude_defaults=True)
    fields |= {"members": [addition.names.one(one, Thing.PERSON) for one in given.members]}
    addition.add_entry(given.key, checked(Person, fields), given.file)
    return addition.change(), ()


def _added_source(loaded: Loaded, given: NewSource) -> tuple[Change, Sequence[str]]:
    addition = Addition.to(loaded)
    fields = given.model_dump(exclude={"key", "file", "dry_run"}, exclude_defaults=True)
    fields |= {"authors": [one_name(name) for name in given.authors]}
    addition.add_entry(given.key, checked(Source, fields), given.file)
    return addition.change(), ()


def _set(loaded: Loaded, given: Fields) -> tuple[Change, Sequence[str]]:
    return set_change(loaded, Names(loaded.map), given.name, given.fields), ()


def _marked(loaded: Loaded, given: Mark) -> tuple[Change, Sequence[str]]:
    names = Names(loaded.map)
    key = names.one(given.rebuttal, Thing.REBUTTAL)
    return set_change(loaded, names, key, {given.marker: given.source}), ()


def _renamed(loaded: Loaded, given: NewName) -> tuple[Change, Sequence[str]]:
    return rename_change(loaded, given.old, given.new, given.type), ()


def _removed(loaded: Loaded, given: Removed) -> tuple[Change, Sequence[str]]:
    return remove_change(loaded, Names(loaded.map), given.names, cascade=given.cascade), ()


_Work = Callable[[Loaded, Any], tuple[Change, Sequence[str]]]

_CHANGING: Final[tuple[tuple[str, str, type[_Editing], _Work, bool], ...]] = (
    ("add_claim", "Add a claim.", NewClaim, _added_claim, False),
    (
        "add_rebuttal",
        "Add a rebuttal: a challenge, or a reply to one.",
        NewRebuttal,
        _added_rebuttal,
        False,
    ),
    ("add_reason", "Add a reason for a claim or rebuttal.", NewReason, _added_reason, False),
    ("add_person", "Add a person.", NewPerson, _added_person, False),
    ("add_source", "Add a source; `set` gives it further fields.", NewSource, _added_source, False),
    ("set", "Set fields of a record, or take them out.", Fields, _set, True),
    ("mark", "Mark a challenge as conceded, withdrawn or answered elsewhere.", Mark, _marked, True),
    ("rename", "Give something another id, wherever it stands.", NewName, _renamed, True),
    ("remove", "Take something out of the map.", Removed, _removed, True),
)
"""Name, description, arguments, what works the change out, and whether it can take something away."""


def changing_tools(*, write: bool) -> tuple[Tool[Any], ...]:
    """Give the tools that change the map.

    Args:
        write: whether they may write; else each shows what would change.
    """
    return tuple(
        Tool(
            name,
            f"{what} With dry_run it only shows the diff." if write else f"{what} Only shows the diff.",
            arguments,
            _answering(work, write=write),
            changes=write,
            destroys=write and destroys,
        )
        for name, what, arguments, work, destroys in _CHANGING
    )


def _answering(work: _Work, *, write: bool) -> Callable[[Loaded, Any], Result]:
    def answer(loaded: Loaded, given: _Editing) -> Result:
        change, doubts = work(loaded, given)
        dry_run = given.dry_run or not write
        carried = carry_out(change, dry_run=dry_run)
        lines = [carried.diff.removesuffix("\n")] if dry_run else list(map(one_line, change.told))
        notes = [*change.notes, *doubts, *(() if write or given.dry_run else (_READ_ONLY,))]
        document = plain(change_document(change, carried, dry_run=dry_run))
        return Result("\n".join((*lines, *map(one_line, notes))), document)

    return answer
