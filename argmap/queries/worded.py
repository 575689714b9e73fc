"""Names that scripts know, with how people write them."""

from enum import StrEnum


def in_words(name: str) -> str:
    """Write the name of a bucket, or of what brings something into one, as people do."""
    return "re-opened" if name == "reopened" else name.replace("_", " ")


class Worded(StrEnum):
    """Values that people call otherwise than scripts do."""

    @property
    def words(self) -> str:
        """What people call it."""
        return in_words(self)

    @property
    def option(self) -> str:
        """What it is called on the command line."""
        return self.words.replace(" ", "-")
