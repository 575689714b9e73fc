"""What the parser of Argdown says of faults."""

from typing import Final

from argmap.formats.argdown.tokens import Kind, Token

_SAID: Final = {
    "nothing": ("a statement or an argument is missing here", "write its text or its title"),
    "heading": ("a heading without words", "write them behind the `#`"),
    "relation": (
        "a relation must be indented more than what it belongs to",
        "put blanks before it; if it is not a relation, put a backslash before its sign",
    ),
    "undercut": ("an inference can only be undercut", "write `<_`, or relate a premise or the conclusion"),
    "contradiction": (
        "only statements contradict one another, an argument does not",
        "relate the argument by `->`, or name its conclusion in square brackets",
    ),
    "list": ("a list cannot stand in another", "indent its items alike, or put an empty line before it"),
    "emphasis start": ("emphasis ends that did not begin here", "put a backslash before its mark"),
    "emphasis end": (
        "emphasis begins and does not end",
        "write its mark again where it ends; if it is not emphasis, put a backslash before it",
    ),
    "inference": ("an inference stands between premises and a conclusion", "number the lines around it"),
    "conclusion": ("the conclusion is missing", "write it below the inference with a number: `(3) text`"),
    "no inference": (
        "a premise-conclusion structure ends with an inference and a conclusion",
        "write `----` above the last line; if this is mere text, write `\\(1)`",
    ),
    "argument in structure": (
        "an argument cannot be a premise or conclusion",
        "write its conclusion, in square brackets where it has a title",
    ),
    "inference end": (
        "the line of an inference does not end",
        "write at least four hyphens, or `--`, the rules, and `--` again",
    ),
}
_MISPLACED: Final = {
    Kind.RELATION: (
        "a relation cannot stand on its own",
        "remove the empty line above it; if it is not a relation, put a backslash before its sign",
    ),
    Kind.DATA: (
        "data must follow a statement, an argument, a heading or rules",
        "put a backslash before `{`",
    ),
    Kind.FRONT_MATTER: ("front matter can only stand at the top of the file", "remove the `===`"),
    Kind.STATEMENT_DEFINITION: (
        "a statement begins in the middle of another",
        "put an empty line before it, or a backslash before its bracket",
    ),
    Kind.STATEMENT_REFERENCE: (
        "a title in square brackets stands in the middle of a text",
        "write `@[title]` to mention it, or put a backslash before its bracket",
    ),
    Kind.ARGUMENT_DEFINITION: (
        "an argument begins in the middle of a text",
        "put an empty line before it, or a backslash before its bracket",
    ),
    Kind.ARGUMENT_REFERENCE: (
        "a title in angle brackets stands in the middle of a text",
        "write `@<title>` to mention it, or put a backslash before its bracket",
    ),
    Kind.NUMBER: (
        "a numbered line begins in the middle of a block",
        "put an empty line before the structure, or a backslash before the bracket",
    ),
    Kind.HEADING: ("a heading begins in the middle of a block", "put an empty line before it"),
    Kind.LIST_ITEM: ("a list begins in the middle of a block", "put an empty line before it"),
    Kind.INFERENCE_START: (
        "an inference begins in the middle of a block",
        "it stands between numbered premises and a conclusion; else put a backslash before the hyphens",
    ),
}
_NOTHING: Final = _SAID["nothing"]
_TEXT_AFTER: Final = (
    "text after a reference or after data",
    "put a colon behind the title to define it, or an empty line before the text",
)


def explain(what: str, token: Token) -> tuple[str, str]:
    """Say what is wrong, and what would be right.

    Args:
        what: what was expected: ``end`` of the block, ``text``, or one of the faults by name.
        token: what is there instead.
    """
    if what in _SAID:
        return _SAID[what]
    return _MISPLACED.get(token.kind, _NOTHING if what == "text" else _TEXT_AFTER)
