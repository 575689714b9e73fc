"""What a terminal is asked where a name means nothing."""

from collections.abc import Sequence

from argmap.authoring.names import Names
from argmap.cli.shared.editing import is_interactive
from argmap.cli.shared.saying import confirm
from argmap.queries.find import Thing
from argmap.text.nearest import quoted


class AskingNames(Names):
    """Tells what names mean, and asks whoever sits at a terminal."""

    def is_meant(self, name: str, near: str) -> bool:
        """Ask whether a name that means nothing was meant to be the nearest that there is."""
        question = f"Nothing here is called `{name}`. Did you mean `{near}`?"
        return is_interactive() and bool(confirm(question))

    def is_new(self, thing: Thing, name: str, near: Sequence[str]) -> bool:
        """Ask whether to add somebody or something; where a known name is near, no is taken for granted."""
        meant = f" ({quoted(near, 'did you mean')})" if near else ""
        question = f"There is no {thing.value} `{name}`{meant}. Add it?"
        return is_interactive() and bool(confirm(question, default=not near))
