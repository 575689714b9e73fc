"""Words that the reader and the writer of Carneades graphs share."""

import re
from typing import Final

OWN: Final = "argmap"
"""The key in metadata under which exports say what Carneades has no word for."""

NEGATION: Final = "negation"
ATTACK: Final = "attack"
UNDERCUTTERS: Final = "undercutters"
"""What records are that exports add, so that Carneades can compute with attacks."""

ASSUMPTION: Final = "assumption"
"""The tag of what is taken for granted."""

ISSUE: Final = re.compile(r"issue (.+?)(?: \((PE|CCE|BRD)\))?")
BASIC_SCHEMES: Final = frozenset(("linked", "convergent", "cumulative", "factorized"))
"""The schemes that Carneades brings along."""

STANDARDS: Final = ("PE", "CCE", "BRD")

OF_MAP: Final = (
    "title",
    "note",
    "notes",
    "description",
    "author",
    "authors",
    "language",
    "license",
    "source",
)


def presumption(argument: str) -> str:
    """Give the text of what an argument without premises starts from."""
    return f"Argument {argument} holds by default."
