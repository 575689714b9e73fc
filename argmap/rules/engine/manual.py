"""The manual pages of the rules, in their parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from argmap.rules.rule import Rule

_FENCE: Final = re.compile(r"```(\w+)(?: ([^\n]+))?\n(.*?)```", re.DOTALL)
_DEFAULT_NAMES: Final = {"yaml": "map.yaml", "toml": "argmap.toml"}


@dataclass(frozen=True, slots=True)
class Snippet:
    """An example of a file.

    Args:
        language: ``yaml``, ``toml`` or ``text``.
        label: the file's name, or how the example is to be read; may be empty.
        text: what the file says.
    """

    language: str
    label: str
    text: str

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.label if "." in self.label else _DEFAULT_NAMES.get(self.language, "notes.txt")


@dataclass(frozen=True, slots=True)
class Page:
    """A manual page.

    Args:
        summary: the rule in one line.
        what: what is found.
        why: why it matters.
        fails: the files of an example with the fault.
        passes: the files of an example without it.
    """

    summary: str
    what: str
    why: str
    fails: tuple[Snippet, ...]
    passes: tuple[Snippet, ...]


def read_page(rule: Rule) -> Page:
    """Take the manual page of a rule apart."""
    parts = _parts(rule.manual)
    return Page(
        rule.summary,
        _paragraph(parts["What"]),
        _paragraph(parts["Why"]),
        _snippets(parts["Fails"]),
        _snippets(parts["Passes"]),
    )


def _parts(manual: str) -> Mapping[str, str]:
    found = re.split(r"^(What|Why|Fails|Passes):", manual, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


def _paragraph(text: str) -> str:
    words = " ".join(text.split())
    return words[:1].upper() + words[1:]


def _snippets(text: str) -> tuple[Snippet, ...]:
    return tuple(Snippet(match[1], match[2] or "", match[3]) for match in _FENCE.finditer(text))
