"""Plain text as LaTeX, which reads back as the same text."""

import re
from typing import Final

_SIGNS: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%#_${}"},
}
_LIGATURE: Final = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)")
"""Between signs that LaTeX sets as another one."""

_ACTIVE: Final = re.compile(r"[{}\\]")


def escape(text: str) -> str:
    """Write a text; braces that do not come in pairs would be counted by BibTeX, and get names.

    Args:
        text: any text.
    """
    escaped = _LIGATURE.sub("{}", "".join(_SIGNS.get(sign, sign) for sign in text))
    if not _pairs(text):
        escaped = escaped.replace(r"\{", r"\textbraceleft{}").replace(r"\}", r"\textbraceright{}")
    return escaped


def escape_address(address: str) -> str:
    """Write an address, which is not escaped, without what BibTeX would count or LaTeX would run."""
    return _ACTIVE.sub(lambda match: f"%{ord(match[0]):02X}", address)


def _pairs(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0
