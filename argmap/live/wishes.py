"""What a page may ask to be changed."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from argmap.files.faults.first_fault import first_fault


class MalformedWishError(ValueError):
    """A request is none that a page makes; the message says why."""


class _Wish(BaseModel):
    """A change that is asked for.

    Attributes:
        version: of the map that the page showed when somebody began to wish.
        dry: whether only to say what would come of it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    dry: bool = False


class _Stating(_Wish):
    """A new statement.

    Attributes:
        text: what is said.
        title: the same in a few words.
        by: who says it: a key or a name.
        source: where: a work, and after a comma the place in it.
        quote: words of the source.
        tags: topics.
        create: whether to add whoever says it, and the work, where the map does not have them.
    """

    text: str = ""
    title: str = ""
    by: str = ""
    source: str = ""
    quote: str = ""
    tags: tuple[str, ...] = ()
    create: bool = False


class AddClaim(_Stating):
    """A new claim, which may be a reason for a statement that is there."""

    do: Literal["claim"]
    supports: str = ""


class AddRebuttal(_Stating):
    """A new challenge or reply."""

    do: Literal["rebuttal"]
    attacks: str
    kind: Literal["rebut", "undermine", "undercut"] = "rebut"


class AddReason(_Wish):
    """Statements that are there are to support another, jointly."""

    do: Literal["reason"]
    conclusion: str
    premises: Annotated[tuple[str, ...], Field(min_length=1)]


class AddTarget(_Wish):
    """A rebuttal that is there is to attack something else as well."""

    do: Literal["target"]
    rebuttal: str
    attacks: str


class SetFields(_Wish):
    """Fields of a statement are to have other values; an empty one is taken out."""

    do: Literal["set"]
    name: str
    fields: dict[
        Literal[
            "title",
            "text",
            "by",
            "source",
            "quote",
            "tags",
            "note",
            "kind",
            "conceded",
            "withdrawn",
            "answered-elsewhere",
        ],
        str | tuple[str, ...],
    ]
    create: bool = False


class Rename(_Wish):
    """A statement is to have another id, wherever it is named."""

    do: Literal["rename"]
    name: str
    new: str


class Remove(_Wish):
    """A statement is to go, and with `cascade` what cannot be without it."""

    do: Literal["remove"]
    name: str
    cascade: bool = False


class Undo(_Wish):
    """The last change that was made from a page is to be taken back."""

    do: Literal["undo"]


Wish = AddClaim | AddRebuttal | AddReason | AddTarget | SetFields | Rename | Remove | Undo

_WISHES: TypeAdapter[Wish] = TypeAdapter(Annotated[Wish, Field(discriminator="do")])


def read_wish(body: Any) -> Wish:  # noqa: ANN401 — whatever JSON holds
    """Read what a page asks for.

    Args:
        body: the document that it sent.

    Raises:
        MalformedWishError: it is something else.
    """
    try:
        return _WISHES.validate_python(body)
    except ValidationError as error:
        raise MalformedWishError(first_fault(error)) from None
