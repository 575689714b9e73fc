"""The words of a new statement: from the command line, from standard input, or asked for."""

import sys

from argmap.cli.shared.editing import given_or_asked


def words_given(text: str | None, title: str | None) -> str | None:
    """Give the text of a statement.

    Args:
        text: what the command line says; ``-`` for standard input.
        title: its title, with which a text can be left out.
    """
    if text == "-":
        text = sys.stdin.read().strip()
    if text is None and title:
        return None
    return given_or_asked(text, "TEXT", "What is said").strip()
