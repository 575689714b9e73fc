"""What people assert: claims, the inferences to them, and rebuttals."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from argmap.model.base import Flag, Key, Keys, Record, Score, Target, Text, Texts, one_or_more
from argmap.model.citation import Citation, Cited
from argmap.model.origin import Imported


class Basis(StrEnum):
    """Whether somebody said it, or the map's editor sees it."""

    STATED = "stated"
    INFERRED = "inferred"


class AttackKind(StrEnum):
    """How a rebuttal attacks (Pollock 1987; Modgil and Prakken 2014).

    A rebut denies the conclusion, an undermine a premise or presupposition, an undercut the step between.
    """

    REBUT = "rebut"
    UNDERMINE = "undermine"
    UNDERCUT = "undercut"


class Marker(StrEnum):
    """A recorded end of a challenge, each with a source."""

    CONCEDED = "conceded"
    WITHDRAWN = "withdrawn"
    ANSWERED_ELSEWHERE = "answered-elsewhere"


class Step(Record):
    """From premises, jointly, to a conclusion."""

    premises: Annotated[Keys, Field(min_length=1)] = Field(
        description="The statements it starts from; they support only together."
    )
    scheme: Text | None = Field(default=None, description="The argumentation scheme, such as `example`.")
    warrant: Text | None = Field(default=None, description="Why the premises should bear on the conclusion.")
    basis: Basis = Field(default=Basis.STATED, description="`inferred` when the editor supplied the step.")
    origin: Imported | None = Field(default=None, description="Where it was imported from: `file#id`.")


class Ground(Step):
    """An inference as it is written under ``because``, where its conclusion need not be named."""

    id: Key | None = Field(default=None, description="A name to refer to; needed only when it is attacked.")


class Inference(Step):
    """A step whose conclusion is known.

    Without an id of its own it is called after its conclusion: ``conclusion/1``, ``conclusion/2``.
    """

    id: Annotated[str, Field(min_length=1)]
    conclusion: Key


_NAMELESS = "unnamed"
"""Stands for the id of a statement whose own is faulty, so that its grounds are still looked at."""


def _inference(item: object, conclusion: object, number: int) -> object:
    if isinstance(item, str | list | tuple):
        item = {"premises": item}
    if not isinstance(item, dict):
        return item
    if item.get("conclusion", conclusion) != conclusion:
        raise PydanticCustomError("misplaced_conclusion", "the conclusion is the statement it stands under")
    return {"id": f"{conclusion}/{number}", **item, "conclusion": conclusion}


def _inferences(value: object, info: ValidationInfo) -> object:
    """Give each step its conclusion, the statement under which it stands, and an id."""
    items = [value] if isinstance(value, dict) else one_or_more(value)
    if not isinstance(items, list | tuple):
        return items
    conclusion = info.data.get("id", _NAMELESS)
    return [_inference(item, conclusion, number) for number, item in enumerate(items, 1)]


class Statement(Record):
    """Something that somebody asserts, and that can be argued for and attacked."""

    id: Key = Field(description="The name that other records use; unique in the map.")
    by: Key | None = Field(default=None, description="The key of the person who asserts it.")
    title: Text | None = Field(default=None, description="A few words for lists and diagrams.")
    text: Text | None = Field(default=None, description="A full sentence, in the editor's words.")
    source: Cited | None = Field(default=None, description="Where it was said: `work, locator`.")
    quote: Text | None = Field(default=None, description="A short phrase, word for word from the source.")
    tags: Texts = Field(default=(), description="Topics, for selecting.")
    because: Annotated[
        tuple[Inference, ...],
        BeforeValidator(_inferences, json_schema_input_type=list[Key | list[Key] | Ground] | Key | Ground),
    ] = Field(
        default=(),
        description="The inferences to it: a premise, a list of linked premises, or a mapping with details.",
    )
    restates: Keys = Field(default=(), description="Statements that it says again in other words.")
    basis: Basis = Field(
        default=Basis.STATED, description="`inferred` when the editor supplied it and nobody voiced it."
    )
    weight: Score | None = Field(
        default=None,
        description="How credible it is on its own, from 0 to 1: the base score of `argmap strength`.",
    )
    note: Text | None = Field(default=None, description="A remark of the editor's.")
    origin: Imported | None = Field(default=None, description="Where it was imported from: `file#id`.")

    @model_validator(mode="after")
    def _says_something(self) -> "Statement":
        if self.text is None and self.title is None:
            raise PydanticCustomError("says_nothing", "has neither a text nor a title")
        return self

    @property
    def label(self) -> str:
        """The title, else the text."""
        return self.title or self.text or self.id


class Claim(Statement):
    """A position that a person takes."""

    main: Flag = Field(default=False, description="`true`: a thesis of its author.")


class Aim(Record):
    """One target of a rebuttal, with whatever sets this attack apart from the rebuttal's others."""

    target: Target = Field(
        description="What is attacked: a claim, an inference, a rebuttal or a named attack."
    )
    kind: AttackKind | None = Field(default=None, description="How, where not as the rebuttal's `kind` says.")
    id: Key | None = Field(default=None, description="A name for the attack; needed only if it is hit.")
    jointly: Keys = Field(
        default=(), alias="with", description="Statements that attack together with the rebuttal."
    )
    scheme: Text | None = Field(default=None, description="The scheme of the conflict.")
    origin: Imported | None = Field(default=None, description="Where it was imported from: `file#id`.")

    def key(self, kind: AttackKind) -> object:
        """Give what makes an attack the attack that it is; aims of a rebuttal with equal keys are one.

        That is its target, its kind, its name, the partners without which it is not an attack, in any order,
        and its scheme. From where it was imported makes no difference.

        Args:
            kind: how its rebuttal attacks where the aim says nothing else.
        """
        return self.target, self.kind or kind, self.id, frozenset(self.jointly), self.scheme


def _aims(value: object) -> object:
    """Take each lone id for an aim."""
    items = one_or_more(value)
    if isinstance(items, dict):
        items = [items]
    if not isinstance(items, list | tuple):
        return items
    return [{"target": item} if isinstance(item, str) else item for item in items]


Aims = Annotated[
    tuple[Aim, ...], BeforeValidator(_aims, json_schema_input_type=list[Target | Aim] | Target | Aim)
]
"""A target, or a list of targets, each an id or a mapping with details."""


class Rebuttal(Statement):
    """A statement that attacks claims, inferences or other rebuttals."""

    aims: Annotated[Aims, Field(min_length=1)] = Field(
        alias="attacks",
        description="What it attacks: an id, or a list of ids and of mappings with details.",
    )
    kind: AttackKind = Field(
        default=AttackKind.REBUT,
        description="`rebut`: it is false. `undermine`: a premise or presupposition is false or doubtful. "
        "`undercut`: granted, but it does not follow.",
    )
    conceded: Cited | None = Field(default=None, description="Where its target's author granted it.")
    withdrawn: Cited | None = Field(default=None, description="Where its own author took it back.")
    answered_elsewhere: Cited | None = Field(
        default=None, alias="answered-elsewhere", description="Where it was answered, outside this map."
    )

    seen: dict[Target, Text] = Field(
        default_factory=dict,
        description="Fingerprints of the wording that it attacks, by target; `argmap review` writes them.",
    )

    @model_validator(mode="after")
    def _ends_once(self) -> "Rebuttal":
        if self.marker is not None and len(self._markers) > 1:
            raise PydanticCustomError(
                "several_markers", "carries more than one of {names}", {"names": ", ".join(self._markers)}
            )
        return self

    @property
    def attacks(self) -> tuple[str, ...]:
        """The ids of what it attacks."""
        return tuple(aim.target for aim in self.aims)

    @property
    def distinct_aims(self) -> tuple[Aim, ...]:
        """Its attacks, each once: those that `Aim.key` tells apart, in the order in which they stand."""
        if len(self.aims) == 1:
            return self.aims
        found: dict[object, Aim] = {}
        for aim in self.aims:
            found.setdefault(aim.key(self.kind), aim)
        return tuple(found.values())

    @property
    def _markers(self) -> dict[Marker, Citation]:
        places = zip(Marker, (self.conceded, self.withdrawn, self.answered_elsewhere), strict=True)
        return {marker: place for marker, place in places if place}

    @property
    def marker(self) -> Marker | None:
        """The recorded end of this challenge, if there is one."""
        if self.conceded is None and self.withdrawn is None and self.answered_elsewhere is None:
            return None
        return next(iter(self._markers), None)
