"""Maps as students might make them: other ids and words, statements split, merged, left out and added."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal

_SYNONYMS: Final = {
    word: others.split(", ")
    for word, _, others in (
        line.partition(": ")
        for line in Path(__file__).with_name("synonyms.txt").read_text(encoding="utf-8").splitlines()
    )
}
_FUNCTION_WORDS: Final = frozenset(
    (
        *("the", "of", "a", "an", "to", "in", "on", "at", "for", "with", "by", "from", "than", "then"),
        *("is", "are", "was", "were", "be", "been", "being", "and", "or", "not", "no", "so", "as", "such"),
        *("it", "this", "that", "these", "those", "their", "its", "his", "her", "our", "your", "my"),
        *("there", "here", "which", "who", "whom"),
    )
)
_LEADS: Final = ("I think that", "In my opinion", "It is said that", "The point is that", "Besides,")
_WORD: Final = re.compile(r"\w[\w'\u2019-]*")
_LONG_ENOUGH: Final = 10
_PART: Final = 4


@dataclass(frozen=True)
class Level:
    """How much of a text is altered.

    Args:
        name: what it is called.
        synonyms: the share of words with a synonym that get one.
        lost_function_words: the share of words such as "the" that are lost.
        lost_words: the share of other words that are lost.
        turned: the share of longer texts whose end comes first.
    """

    name: str
    synonyms: float
    lost_function_words: float
    lost_words: float
    turned: float


LEVELS: Final = (
    Level("light", 0.3, 0.1, 0.1, 0),
    Level("medium", 0.7, 0.3, 0.2, 0.5),
    Level("strong", 1, 0.5, 0.35, 0.5),
    Level("own words", 1, 0.8, 0.55, 0.5),
)

SPLIT, MERGED, MISSING = 0.15, 0.1, 0.1
"""The shares of statements that are split, merged with the next one, and left out."""


@dataclass(frozen=True)
class Altered:
    """An altered map.

    Args:
        map: the map.
        origins: statement to the statements of the untouched map from which it comes; none for one that was
            added.
    """

    map: ArgumentMap
    origins: Mapping[str, frozenset[str]]


def alter(
    argument_map: ArgumentMap, more: Sequence[Claim | Rebuttal], level: Level, random: Random
) -> Altered:
    """Alter the statements of a map; what joins them does not matter for aligning, and is left out.

    Args:
        argument_map: the map.
        more: statements to add.
        level: how much of the words is altered.
        random: what decides.
    """
    statements = list(argument_map.statements.values())
    random.shuffle(statements)
    left = [one for one in statements if random.random() >= MISSING]
    made = [
        *_altered(left, level, random),
        *((frozenset[str](), one, _reword(_text(one), level, random)) for one in more),
    ]
    random.shuffle(made)
    claims = {"c": Claim(id="c", text="-")}
    rebuttals = {}
    origins = {}
    for number, (origin, like, text) in enumerate(made):
        name = f"s{number}"
        origins[name] = origin
        if isinstance(like, Claim):
            claims[name] = Claim(id=name, text=text)
        else:
            rebuttals[name] = Rebuttal(id=name, text=text, aims="c")
    return Altered(ArgumentMap(claims=claims, rebuttals=rebuttals), origins)


def _altered(
    statements: Sequence[Claim | Rebuttal], level: Level, random: Random
) -> Iterator[tuple[frozenset[str], Claim | Rebuttal, str]]:
    """Give new texts, each with where it comes from."""
    waiting = list(statements)
    while waiting:
        one = waiting.pop()
        words, drawn = _text(one).split(), random.random()
        if drawn < SPLIT and len(words) >= _LONG_ENOUGH:
            at = random.randrange(_PART, len(words) - _PART)
            for part in (words[:at], words[at:]):
                yield frozenset((one.id,)), one, _reword(" ".join(part), level, random)
        elif SPLIT <= drawn < SPLIT + MERGED and waiting:
            other = waiting.pop()
            texts = (_reword(_text(each), level, random) for each in (one, other))
            yield frozenset((one.id, other.id)), one, " and ".join(texts)
        else:
            yield frozenset((one.id,)), one, _reword(_text(one), level, random)


def _text(statement: Claim | Rebuttal) -> str:
    return statement.text or statement.label


def _reword(text: str, level: Level, random: Random) -> str:
    said = []
    for word in _WORD.findall(text):
        plain = word.lower()
        lost = level.lost_function_words if plain in _FUNCTION_WORDS else level.lost_words
        if random.random() < lost:
            continue
        is_replaced = plain in _SYNONYMS and random.random() < level.synonyms
        said.append(random.choice(_SYNONYMS[plain]) if is_replaced else word)
    if len(said) > 2 * _PART and random.random() < level.turned:
        at = random.randrange(_PART, len(said) - _PART + 1)
        said = said[at:] + said[:at]
    if level.turned and random.random() < level.lost_words:
        said.insert(0, random.choice(_LEADS))
    return " ".join(said) or text
