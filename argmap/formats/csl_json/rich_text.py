"""The marks of rich text in CSL-JSON, and what HTML writes in their stead; in a map a text is plain."""

import re
from html import unescape
from typing import Final

_MARKUP: Final = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|sc|scp|span|tt|italic|bold|underline|mml:[\w-]+|jats:[\w-]+)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")


def plain_text(rich: str) -> str:
    """Give the words of a text with marks.

    Args:
        rich: such as `<i>E. coli</i> &amp; H<sub>2</sub>O`.
    """
    words = _MARKUP.sub("", rich)
    return " ".join(_ENTITY.sub(lambda entity: unescape(entity[0]), words).split())


def rich_text(plain: str) -> str:
    """Write a text so that it reads back as the same; nothing changes where nothing in it is a mark."""
    if not (_MARKUP.search(plain) or _ENTITY.search(plain)):
        return plain
    return plain.replace("&", "&amp;").replace("<", "&lt;")
