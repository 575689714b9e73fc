"""Those who assert and challenge."""

from pydantic import Field

from argmap.model.base import Flag, Keys, Record, Text, Texts
from argmap.model.origin import Imported


class Person(Record):
    """Somebody who makes claims: a person, or a joint voice that speaks for its members."""

    name: Text = Field(description="The name as it should be printed.")
    aka: Texts = Field(default=(), description="Other spellings, in any script.")
    affiliation: Text | None = Field(default=None, description="Where the person works or belongs.")
    hypothetical: Flag = Field(
        default=False, description="`true`: only imagined or unnamed; owes nobody a reply."
    )
    members: Keys = Field(
        default=(), description="For a joint voice: the keys of the people who speak with it."
    )
    url: Text | None = Field(default=None, description="A page about the person.")
    note: Text | None = Field(default=None, description="Anything a reader should know.")
    origin: Imported | None = Field(default=None, description="Where it was imported from: `file#id`.")
