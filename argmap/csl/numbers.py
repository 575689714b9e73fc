"""Numbers and ranges of pages, as styles want them."""

import re
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_RANGE: Final = re.compile(r"(?<!\w)([^\W\d_]*)(\d+)\s*[-\u2013]+\s*\1(\d+)(?!\w)")
_SPACED_HYPHEN: Final = re.compile(r"(?<=\w) +- +(?=\w)")
_ONE: Final = r"(?:\d+[a-z]{0,2}|[ivxlcdmIVXLCDM]+)"
_DASHES: Final = r"\s*(?<!\\)[-\u2013]+\s*"
_HYPHEN: Final = re.compile(
    rf"(?<!\w)({_ONE}){_DASHES}(?={_ONE}(?!\w))|(?<!\w)(([^\W\d_]{{1,3}})\d+){_DASHES}(?=\3\d+(?!\w))"
)
_SEVERAL: Final = re.compile(
    rf"(?<!\w)(?:{_ONE}|[^\W\d_]{{1,3}}\d+)"
    r"(?:\s*(?<!\\)[-\u2013\u2014,&]\s*(?:[^\W\d_]{1,3}\s+)?|\s+[^\W\d_]{1,3}\s+)"
    rf"(?:{_ONE}|[^\W\d_]{{1,3}}\d+)(?!\w)"
)
"""Numbers with a mark, or with a short word such as *and* or *et*, between them."""


def roman(number: int) -> str:
    """Write a number in small Roman numerals; as it is when it is too large for them."""
    if not 0 < number < 4000:  # noqa: PLR2004 — the largest that Roman numerals write
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out += sign
            number -= value
    return out


def is_plural(text: str, *, count: bool = False) -> bool:
    """Tell whether a text names several numbers.

    Args:
        text: ``3``, ``3-5``, ``3, 7``, ``12f.``.
        count: whether the number itself says how many there are.
    """
    if count:
        return text.strip() not in {"0", "1"} and text.strip().isdigit()
    return _SEVERAL.search(text) is not None


def dashed(text: str, delimiter: str) -> str:
    r"""Write the hyphens of ranges of numbers as they should look; hyphens in words stay.

    Args:
        text: what was typed; ``\-`` keeps a hyphen.
        delimiter: what stands between the ends of a range.
    """
    if "-" not in text and "\u2013" not in text:
        return text
    return _HYPHEN.sub(lambda match: (match[1] or match[2]) + delimiter, text).replace("\\-", "-")


def page_ranges(text: str, form: str, delimiter: str) -> str:
    """Write ranges of pages in a form.

    Args:
        text: the pages as typed.
        form: a value of ``page-range-format``; nothing leaves the digits alone.
        delimiter: what stands between the ends of a range.
    """
    if form:
        text = _SPACED_HYPHEN.sub("-", _RANGE.sub(lambda match: _range(match, form, delimiter), text))
    return dashed(text, delimiter)


def _range(match: re.Match[str], form: str, delimiter: str) -> str:
    prefix, first, last = match.groups()
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if int(last) < int(first):
        return match.group().replace("-", delimiter)
    if form == "expanded":
        return f"{prefix}{first}{delimiter}{prefix}{last}"
    return f"{prefix}{first}{delimiter}{_shortened(first, last, form)}"


def _shortened(first: str, last: str, form: str) -> str:
    if len(first) != len(last):
        return last
    if form == "minimal":
        return _minimal(first, last, 1)
    if form == "minimal-two":
        return _minimal(first, last, 2)
    if form in {"chicago", "chicago-15", "chicago-16"}:
        number = int(first)
        if number < 100 or number % 100 == 0:  # noqa: PLR2004 — the Chicago Manual's own table
            return last
        if number % 100 < 10:  # noqa: PLR2004
            return _minimal(first, last, 1)
        short = _minimal(first, last, 2)
        if form != "chicago-16" and len(first) == 4 and len(short) >= 3:  # noqa: PLR2004
            return last
        return short
    return last


def _minimal(first: str, last: str, least: int) -> str:
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]
