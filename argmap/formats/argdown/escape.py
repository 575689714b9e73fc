"""Text, titles and data as Argdown reads them back unchanged."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

_SIGNS: Final = re.compile(
    r"""(?P<mention>@(?:\[[^\[\]<>@\n]+\]|<[^\[\]<>@\n]+>))
      | [\\#*_{\[<@]                  # they begin something wherever they stand
      | /(?=[/*])                     # a comment
      | ([.:])(?=\S+?\2)              # the short name of a sign
      | (?<=@include)\(               # a file to include
      | =(?===)|(?<==)=               # front matter
    """,
    re.VERBOSE,
)
_SIMPLE_TAG: Final = re.compile(r"[A-Za-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+")
_TAG_WITH_BLANKS: Final = re.compile(r"[^)\n]+")
_RULE: Final = re.compile(r"[^\W_]+(?:(?:,? |-)[^\W_]+)*")
_IN_DATA: Final = re.compile(r"[{}=@]")
_BRACKETS: Final = {True: str.maketrans("<>", "()"), False: str.maketrans("[]", "()")}
_OPENING: Final = {True: re.compile("[-+_!]"), False: re.compile("-")}


def escape(text: str) -> str:
    """Write a text of one line; mentions stay mentions.

    Args:
        text: words with single blanks between them.
    """
    return _SIGNS.sub(lambda match: match.group() if match["mention"] else "\\" + match.group(), text)


def is_one_line(text: str) -> bool:
    """Tell whether a text reads back the same: it has single blanks only."""
    return text == " ".join(text.split())


def as_title(title: str, *, is_argument: bool) -> str:
    """Make a title of any text: on one line, without its own brackets, and like no relation or include."""
    plain = " ".join(title.translate(_BRACKETS[is_argument]).split()).replace("@include(", "@include (")
    return f" {plain}" if _OPENING[is_argument].match(plain) else plain


def written_tags(tags: Iterable[str]) -> str | None:
    """Write tags with a blank before each; None where one of them cannot be written or stands twice."""
    listed = list(tags)
    if len(set(listed)) < len(listed):
        return None
    parts = []
    for tag in listed:
        if _SIMPLE_TAG.fullmatch(tag):
            parts.append(f" #{tag}")
        elif _TAG_WITH_BLANKS.fullmatch(tag) and is_one_line(tag):
            parts.append(f" #({tag})")
        else:
            return None
    return "".join(parts)


def is_rule(scheme: str) -> bool:
    """Tell whether a scheme can stand in the line of an inference as it is."""
    return _RULE.fullmatch(scheme) is not None


def written_data(data: Mapping[str, Any]) -> str:
    """Write data in one line of JSON, which YAML contains; an empty text where there is none.

    Braces, equals signs and at signs in texts are written as numbers: Argdown sees them before YAML does.
    """
    if not data:
        return ""
    return "{" + ", ".join(f"{_json(key)}: {_json(value)}" for key, value in data.items()) + "}"


def _json(value: Any) -> str:  # noqa: ANN401 — whatever JSON holds
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_json(key)}: {_json(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_json(item) for item in value) + "]"
    text = json.dumps(value, ensure_ascii=False)
    return _IN_DATA.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
