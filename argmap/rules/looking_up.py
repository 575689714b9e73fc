"""What the rules on quotes share: statements with the texts they quote from."""

from collections.abc import Iterator, Sequence

from argmap.files.running_text import RunningText
from argmap.model import Claim, Rebuttal
from argmap.rules.subject import Subject
from argmap.text.locators import Place, Unit
from argmap.text.quotes import find_nearest

_LONGEST = 200


def quoted_statements(
    subject: Subject,
) -> Iterator[tuple[Claim | Rebuttal, str, str, RunningText]]:
    """Give each statement that quotes from a source with a readable copy, with work, quote and text."""
    for one in subject.statements():
        if one.quote and one.source:
            copy = subject.copies.of(one.source.work)
            if copy and copy.text:
                yield one, one.source.work, one.quote, copy.text


def parts_at(text: RunningText, place: Place) -> Sequence[str]:
    """Give the paragraphs or pages that a locator counts; none where the text has no pages."""
    return text.paragraphs if place.unit is Unit.PARAGRAPH else text.pages


def shown_passage(text: RunningText, quote: str) -> str:
    """Say what comes nearest to a quote, and where it stands."""
    paragraphs = text.paragraphs
    near = find_nearest(paragraphs, quote) or find_nearest(text.lines, quote)
    if near is None:
        return "nothing in it comes near; is it another source?"
    words = near.passage if len(near.passage) <= _LONGEST else f"{near.passage[:_LONGEST]}…"
    at = next(
        (number for number, part in enumerate(paragraphs, 1) if words.rstrip("…") in " ".join(part.split())),
        0,
    )
    return f"nearest{f', in paragraph {at}' if at else ''}: “{words}”"
