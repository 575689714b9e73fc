"""What a new map begins with: nothing, or a small example of its kind that is to be written over."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source


class Template(StrEnum):
    """The kinds of maps that can be begun."""

    EMPTY = "empty"
    ARTICLE = "article"
    DEBATE = "debate"
    LITERATURE = "literature"


def new_map(template: Template, info: MapInfo) -> ArgumentMap:
    """Make the map that a template stands for.

    Args:
        template: which one.
        info: what the map says of itself.
    """
    made = _MADE[template]()
    return replace(made, info=info.model_copy(update={"sequence": made.info.sequence}))


def _article() -> ArgumentMap:
    """Read one article claim by claim: its thesis, the grounds for it, and what a critic says."""
    return _joined(
        people={"author": Person(name="The author"), "critic": Person(name="A critic")},
        sources={"article": _work("The article"), "reply": _work("The reply to it")},
        claims=(
            _claim("thesis", "author", "article, p. 1", "The main thesis, as one full sentence.", "ground"),
            _claim("ground", "author", "article, p. 2", "What the article gives as its reason."),
        ),
        rebuttals=(
            _rebuttal("objection", "critic", "thesis", "Why the critic holds it to be false.", "reply, p. 1"),
        ),
    )


def _debate() -> ArgumentMap:
    """Take a debate down, speech by speech: what was objected and answered, and what was passed over."""
    speeches = {
        "opening-for": _speech("The opening in favour", "for"),
        "opening-against": _speech("The opening against", "against"),
        "reply-for": _speech("The reply in favour", "for"),
    }
    return _joined(
        info=MapInfo(sequence=tuple(speeches)),
        people={"for": Person(name="In favour"), "against": Person(name="Against")},
        sources=speeches,
        claims=(
            _claim("motion", "for", "opening-for, 0:10", "What is proposed, as one full sentence.", "ground"),
            _claim("ground", "for", "opening-for, 1:00", "The first reason given for doing so."),
        ),
        rebuttals=(
            _rebuttal(
                "objection", "against", "motion", "What speaks against the proposal.", "opening-against, 0:30"
            ),
            _rebuttal(
                "passed-over", "against", "ground", "What nobody came back to.", "opening-against, 2:00"
            ),
            _rebuttal("reply", "for", "objection", "The answer that was given to this.", "reply-for, 0:20"),
        ),
    )


def _literature() -> ArgumentMap:
    """Compare works on one question: what each finds, and where one disputes another."""
    return _joined(
        people={"first": Person(name="The first author"), "second": Person(name="The second author")},
        sources={"first-work": _work("The first work"), "second-work": _work("The second work")},
        claims=(
            _claim("finding", "first", "first-work, p. 1", "What the earlier work finds.", "evidence"),
            _claim("evidence", "first", "first-work, p. 2", "The data on which this rests."),
        ),
        rebuttals=(
            _rebuttal(
                "doubt",
                "second",
                "evidence",
                "What is wrong with these data.",
                "second-work, p. 1",
                "undermine",
            ),
        ),
    )


def _claim(name: str, by: str, source: str | None, text: str, *because: str) -> Claim:
    fields = {"id": name, "by": by, "text": text, "source": source, "because": list(because)}
    return Claim.model_validate(fields)


def _rebuttal(
    name: str, by: str, attacks: str, text: str, source: str | None = None, kind: str = "rebut"
) -> Rebuttal:
    fields = {"id": name, "by": by, "attacks": attacks, "kind": kind, "text": text, "source": source}
    return Rebuttal.model_validate(fields)


def _work(title: str) -> Source:
    return Source(title=title, publisher="Who published it", date="2024")


def _speech(title: str, speaker: str) -> Source:
    fields = {
        "title": title,
        "type": "speech",
        "authors": [speaker],
        "place": "Where it was held",
        "date": "2024",
    }
    return Source.model_validate(fields)


def _joined(
    people: Mapping[str, Person],
    claims: Iterable[Claim],
    rebuttals: Iterable[Rebuttal],
    sources: Mapping[str, Source] = MappingProxyType({}),
    info: MapInfo | None = None,
) -> ArgumentMap:
    return ArgumentMap(
        info=info or MapInfo(),
        people=people,
        sources=sources,
        claims={one.id: one for one in claims},
        rebuttals={one.id: one for one in rebuttals},
    )


_MADE: Final[Mapping[Template, Callable[[], ArgumentMap]]] = MappingProxyType(
    {
        Template.EMPTY: ArgumentMap,
        Template.ARTICLE: _article,
        Template.DEBATE: _debate,
        Template.LITERATURE: _literature,
    }
)
