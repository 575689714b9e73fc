"""How a report words what stands in a map."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.formats.markdown.anchors import anchors
from argmap.formats.markdown.citing import citation as written_citation
from argmap.formats.markdown.citing import citation_keys
from argmap.formats.markdown_text import begin, escape, escape_for_pandoc, unlinked
from argmap.model import Attack, Basis, Citation, Claim, Inference, Rebuttal
from argmap.queries.unanswered import Standing
from argmap.text.graphemes import cut_before
from argmap.text.lists import and_list
from argmap.text.paragraphs import fold, paragraphs

_LONGEST: Final = 200
"""Letters of a link; the whole stands where it leads."""

INFERRED: Final = "inferred by the editor"


def remarks_on(statement: Claim | Rebuttal) -> list[str]:
    """Say of a statement that it is a thesis of its author, or that the editor supplied it."""
    main = ["main thesis"] if isinstance(statement, Claim) and statement.main else []
    return [*main, *([INFERRED] if statement.basis is Basis.INFERRED else [])]


class Wording:
    """Words the parts of a report, so that every sign of a text means itself.

    Args:
        argument_map: the map that is reported.
        standing: its buckets.
        works: its works, as they are cited.
        is_for_pandoc: whether places in works are citations for pandoc.
    """

    def __init__(
        self, argument_map: ArgumentMap, standing: Standing, works: Bibliography, *, is_for_pandoc: bool
    ) -> None:
        self.map = argument_map
        self.standing = standing
        self.works = works
        self.is_for_pandoc = is_for_pandoc
        self._escape = escape_for_pandoc if is_for_pandoc else escape
        self._keys = citation_keys(argument_map.sources)
        headings = {key: _heading(statement) for key, statement in argument_map.statements.items()}
        people = map(argument_map.person_name, (*argument_map.people, None))
        self._anchors = anchors(headings, (self.title, *people))

    @property
    def title(self) -> str:
        """The title of the report."""
        return self.map.info.title or "Argument map"

    def words(self, text: str) -> str:
        """Write a text on one line, inside a paragraph."""
        return unlinked(self._escape(text))

    def run(self, text: str) -> str:
        """Write a part of a line, with the blanks at its ends."""
        words = text.strip()
        if not words:
            return text
        before, _, after = text.partition(words)
        return f"{before}{self.words(words)}{after}"

    def first_words(self, text: str) -> str:
        """Write a text on one line, at the beginning of a paragraph or item."""
        return unlinked(begin(self._escape(text)))

    def paragraphs(self, text: str | None) -> list[str]:
        """Write each paragraph of a text."""
        return [self.first_words(part) for part in paragraphs(text or "")]

    def name(self, person: str | None) -> str:
        """Name a person, also at the beginning of an item."""
        return self.first_words(self.map.person_name(person))

    def anchor(self, key: str) -> str:
        """Mark where the links to a statement lead; pandoc finds only a span in whatever it writes."""
        name = self._anchors[key]
        return f'<span id="{name}"></span>' if self.is_for_pandoc else f'<a id="{name}"></a>'

    def heading(self, statement: Claim | Rebuttal) -> str:
        """Give the title, or the first paragraph of the text."""
        return self.words(_heading(statement))

    def link(self, key: str) -> str:
        """Link to a statement by its heading, or by the beginning of a long one."""
        statement = self.map.statements[key]
        heading = fold(_heading(statement))
        shown = cut_before(heading, _LONGEST).rstrip()
        more = "…" if shown != heading else " …" if not statement.title and len(_parts(statement)) > 1 else ""
        return f"[{self.words(shown)}{more}](#{self._anchors[key]})"

    def said(self, key: str) -> str:
        """Say who says a statement, with a link to it."""
        by = self.map.statements[key].by
        return f"{self.name(by)}: {self.link(key)}" if by else self.link(key)

    def body(self, statement: Claim | Rebuttal) -> list[str]:
        """Write what a statement says beside its heading: the text, the quote and its place, the note."""
        text = self.paragraphs(statement.text)
        blocks = text if statement.title else text[1:]
        if origin := self._origin(statement):
            blocks.append(origin)
        if note := self.paragraphs(statement.note):
            blocks += [f"Note: {note[0]}", *note[1:]]
        return blocks

    def place(self, citation: Citation) -> str:
        """Write a place in a work: in words, or for pandoc as a citation."""
        if not (citation.work in self.map.sources and self.is_for_pandoc):
            return self.words(self.works.short(citation).text())
        return written_citation(self._keys[citation.work], citation.locator or "")

    def ends(self, rebuttal: Rebuttal) -> list[str]:
        """Say in which bucket a challenge is, with the place where its end was recorded."""
        bucket = self.standing.buckets.get(rebuttal.id)
        recorded = rebuttal.conceded or rebuttal.withdrawn or rebuttal.answered_elsewhere
        words = [bucket.words] if bucket else [rebuttal.marker.replace("-", " ")] if rebuttal.marker else []
        return [*words, *([self.place(recorded)] if recorded else [])]

    def attack(self, attack: Attack) -> str:
        """Give the kind of an attack, with its scheme and who attack together."""
        scheme = f" ({self.words(attack.scheme)})" if attack.scheme else ""
        jointly = and_list(self.said(key) for key in attack.jointly)
        return f"{scheme}{f', together with {jointly},' if jointly else ''}"

    def step(self, step: Inference) -> str:
        """Give the scheme of an inference, and whether only the editor draws it."""
        scheme = [self.words(step.scheme)] if step.scheme else []
        inferred = [INFERRED] if step.basis is Basis.INFERRED else []
        return in_brackets([*scheme, *inferred])

    def warrant_word(self, step: Inference) -> str:
        """Say whose the warrant of an inference is: of one that the editor supplied, the editor's."""
        return "warrant (editor's)" if step.basis is Basis.INFERRED else "warrant"

    def attacks(self, key: str) -> Iterator[str]:
        """Say what a statement attacks, with links."""
        for attack in self.map.attacks_by.get(key, ()):
            step = "the step to " if attack.target in self.map.inferences else ""
            target = self.said(self.map.statement_of(attack.target).id)
            yield f"{attack.kind}s{self.attack(attack)} {step}{target}"

    def restates(self, key: str) -> Iterator[str]:
        """Say what a statement says again in other words, with links."""
        return (f"restates {self.said(other)}" for other in self.map.statements[key].restates)

    def _origin(self, statement: Claim | Rebuttal) -> str:
        quoted = self.paragraphs(statement.quote)
        place = self.place(statement.source) if statement.source else ""
        if not quoted:
            return f"> — {place}" if place else ""
        quote = "\n>\n> ".join(quoted)
        return f"> “{quote}”{(' ' if place.startswith('[@') else ' — ') if place else ''}{place}"


def in_brackets(remarks: Iterable[str]) -> str:
    """Put remarks in brackets, with a blank before them; nothing where there are none."""
    listed = ", ".join(remarks)
    return f" ({listed})" if listed else ""


def set_in(block: str, by: int) -> str:
    """Set a block in, so that it belongs to the list item before it."""
    margin = " " * by
    return "\n".join(f"{margin}{line}" if line else line for line in block.split("\n"))


def _heading(statement: Claim | Rebuttal) -> str:
    return statement.title or _parts(statement)[0]


def _parts(statement: Claim | Rebuttal) -> tuple[str, ...]:
    return paragraphs(statement.text or "") or (statement.label,)
