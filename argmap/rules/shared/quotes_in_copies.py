"""What the rules on quotes share: statements with the texts they quote from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.files.copies.running_text import RunningText
from argmap.model import Claim, Rebuttal
from argmap.rules.subject import Subject
from argmap.text.graphemes import cut_before
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


@dataclass(frozen=True, slots=True)
class Parts:
    """The paragraphs or pages of a text.

    Args:
        parts: all of them; none where the text has no pages.
        first: the number of the first one, from which the others are counted on.
    """

    parts: Sequence[str]
    first: int = 1

    def at(self, place: Place) -> str | None:
        """Give what stands at a place; None where there is no such place."""
        begin, end = place.first - self.first, place.last - self.first + 1
        if place.first < 1 or not 0 <= begin < end <= len(self.parts):
            return None
        return "\n".join(self.parts[begin : None if place.onward else end])

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Give each with its number."""
        return enumerate(self.parts, self.first)


def parts_at(text: RunningText, place: Place) -> Parts:
    """Give the paragraphs or pages that a locator counts."""
    return Parts(text.paragraphs) if place.unit is Unit.PARAGRAPH else Parts(text.pages, text.first_page)


def shown_passage(text: RunningText, quote: str) -> str:
    """Say what comes nearest to a quote, and where it stands."""
    paragraphs = text.paragraphs
    near = find_nearest(paragraphs, quote) or find_nearest(text.lines, quote)
    if near is None:
        return "nothing in it comes near; is it another source?"
    words = near.passage if len(near.passage) <= _LONGEST else f"{cut_before(near.passage, _LONGEST)}…"
    at = next(
        (number for number, part in enumerate(paragraphs, 1) if words.rstrip("…") in " ".join(part.split())),
        0,
    )
    return f"nearest{f', in paragraph {at}' if at else ''}: “{words}”"
