"""Documents as indented JSON."""

import json

from pydantic_core import to_json


def indented(document: object) -> str:
    """Write a document without fractions, byte for byte as the standard library does, but much faster.

    Args:
        document: mappings with text or whole numbers as keys, lists, text, whole numbers, truth values, None.
    """
    try:
        return to_json(document, indent=2).decode()
    except ValueError:  # half a character, from an argument or the name of a file, or very deep nesting
        return indented_with_fractions(document)


def indented_with_fractions(document: object) -> str:
    """Write a document that may also hold fractions, which the fast writer spells in another way."""
    return json.dumps(document, ensure_ascii=False, indent=2)
