"""Lists of names in BibTeX (Patashnik 1988, BibTeXing, section 4) and BibLaTeX (its manual, section 2.3.3).

Names are joined by `and` and have up to three parts between commas; a name in braces is never parted. A
list that ends in `and others` goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.citations.printed_names import shortest_name, whole_name
from argmap.formats.bibtex.escaping import escape
from argmap.formats.bibtex.latex import read_latex
from argmap.model import Name
from argmap.text.author_names import AND_OTHERS, NameParts, stands_for_others

_AND: Final = re.compile(r"and(?=[\s{]|$)", re.IGNORECASE)
_OTHERS: Final = "others"
_EXTENDED: Final = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_COMMAND: Final = re.compile(r"\\[A-Za-z]+\s*|\\.")
_ENDS_WORD: Final = frozenset(" \t\n")
_MOST: Final = 3
_NEEDS_BRACES: Final = re.compile(r",|(?:^|\s)and(?=\s|$)|=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameList:
    """A list of names.

    Args:
        names: the names; `et al.` as the last stands for `and others`.
        is_extended: whether names have more in them than argmap holds.
        empty: how many names have no words.
        unknown: commands that are not known.
    """

    names: tuple[Name, ...]
    is_extended: bool = False
    empty: int = 0
    unknown: tuple[str, ...] = ()


def read_names(latex: str) -> NameList:
    """Read a list of names.

    Args:
        latex: the value of a field.
    """
    written = [each.strip() for each in _split(latex)]
    goes_on = written[-1].casefold() == _OTHERS
    names: list[Name] = []
    unknown: list[str] = []
    empty, is_extended = 0, False
    for each in written[: len(written) - goes_on]:
        reading = read_latex(each)
        unknown += reading.unknown
        is_extended = is_extended or _EXTENDED.match(each) is not None
        name = _name(each) if reading.text.strip(" ,{}") else None
        if name is None:
            empty += 1
        else:
            names.append(name)
    if goes_on and names:
        names.append(Name(name=AND_OTHERS))
    return NameList(tuple(names), is_extended, empty, tuple(unknown))


def write_names(names: tuple[Name, ...]) -> str:
    """Write a list of names, the family name first.

    Args:
        names: with the names of people, not their keys; `et al.` as the last becomes `and others`.
    """
    others = len(names) > 1 and stands_for_others(str(names[-1]))
    written = [_written(name) for name in names[: len(names) - others]]
    return " and ".join([*written, _OTHERS] if others else written)


def _name(latex: str) -> Name | None:
    if _is_one_group(latex):
        return whole_name(read_latex(latex[1:-1]).text)
    if _EXTENDED.match(latex):
        return _extended(latex)
    parts = [part.strip() for part in _at_commas(latex)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    if len(parts) > _MOST:
        return whole_name(_plain(latex))
    if len(parts) == 1:
        return _given_first(parts[0])
    given, suffix = parts[-1], parts[1] if len(parts) == _MOST else ""
    words = _words(parts[0])
    low = next((at for at, word in enumerate(words[:-1]) if not _is_low(word)), len(words) - 1)
    return _of(words[low:], [given], words[:low], suffix)


def _given_first(latex: str) -> Name | None:
    words = _words(latex)
    low = [at for at, word in enumerate(words[:-1]) if _is_low(word)]
    first, last = (low[0], low[-1] + 1) if low else (len(words) - 1, len(words) - 1)
    return _of(words[last:], words[:first], words[first:last])


def _of(family: list[str], given: list[str], particle: list[str], suffix: str = "") -> Name | None:
    said = [_plain(" ".join(words)) for words in (family, given, particle, [suffix])]
    family_name, rest = said[0], said[1:]
    if not family_name:
        whole = " ".join(filter(None, (said[1], said[2], said[3])))
        return whole_name(whole) if whole else None
    if not any(rest):
        return Name(name=family_name)
    return shortest_name(NameParts("", family_name, rest[0], rest[1], rest[2]))


def _extended(latex: str) -> Name | None:
    """Read a name whose parts are named: `family=Berg, given=Jan, prefix=van der, useprefix=true`."""
    said: dict[str, str] = {}
    for part in _at_commas(latex):
        key, _, value = part.partition("=")
        said[key.strip().casefold()] = _plain(value.strip())
    family = said.get("family", "")
    rest = [said.get(key, "") for key in ("given", "prefix", "suffix")]
    if not family:
        whole = " ".join(filter(None, rest))
        return whole_name(whole) if whole else None
    if not any(rest):
        return Name(name=family)
    return shortest_name(NameParts("", family, rest[0], rest[1], rest[2]))


def _plain(latex: str) -> str:
    return read_latex(latex).text.strip()


def _is_low(word: str) -> bool:
    """Tell whether a word begins with a small letter for BibTeX, which sees none in plain braces."""
    if word.startswith("{"):
        if not word.startswith("{\\"):
            return False
        word = read_latex(word).text
    else:
        word = read_latex(_COMMAND.sub("", word) if word.startswith("\\") else word).text
    first = next((sign for sign in word if sign.isalpha()), "")
    return first.islower()


def _is_one_group(latex: str) -> bool:
    """Tell whether braces hold all of a name."""
    if not (latex.startswith("{") and latex.endswith("}")) or latex.startswith("{\\"):
        return False
    depth = 0
    for at, sign in enumerate(latex):
        depth += (sign == "{") - (sign == "}")
        if not depth:
            return at == len(latex) - 1
    return False


def _split(latex: str) -> Iterator[str]:
    """Part a list at each `and` outside braces."""
    start = depth = 0
    for at, sign in enumerate(latex):
        depth += (sign == "{") - (sign == "}")
        is_word = at == 0 or latex[at - 1] in " \t\n}"
        if not depth and sign in "aA" and is_word and _AND.match(latex, at):
            yield latex[start:at]
            start = at + len("and")
    yield latex[start:]


def _at_commas(latex: str) -> Iterator[str]:
    start = depth = 0
    for at, sign in enumerate(latex):
        depth += (sign == "{") - (sign == "}")
        if sign == "," and not depth:
            yield latex[start:at]
            start = at + 1
    yield latex[start:]


def _words(latex: str) -> list[str]:
    """Part at blanks and ties outside braces."""
    words, start, depth = [], 0, 0
    for at, sign in enumerate(latex):
        depth += (sign == "{") - (sign == "}")
        is_tie = sign == "~" and latex[at - 1 : at] != "\\"
        if not depth and (sign in _ENDS_WORD or is_tie):
            words.append(latex[start:at])
            start = at + 1
    words.append(latex[start:])
    return [word for word in words if word] or [""]


def _written(name: Name) -> str:
    parts = name.parts
    if not parts.family:
        whole = str(name)
        return escape(whole) if _is_word(whole) else f"{{{escape(whole)}}}"
    if not (parts.given or parts.particle or parts.suffix) and not _is_word(parts.family):
        return f"{{{escape(parts.family)}}}"
    particle = _part(parts.particle)
    family = _part(parts.family)
    words = parts.family.split()
    if len(words) > 1 and words[0][0].islower() and not family.startswith("{"):
        family = f"{{{family}}}"
    family = f"{particle} {family}".strip()
    return ", ".join(filter(None, (family, _part(parts.suffix), _part(parts.given))))


def _part(text: str) -> str:
    escaped = escape(text)
    return f"{{{escaped}}}" if _NEEDS_BRACES.search(text) else escaped


def _is_word(text: str) -> bool:
    is_plain = len(text.split()) == 1 and not _NEEDS_BRACES.search(text)
    return is_plain and text.casefold() != _OTHERS
