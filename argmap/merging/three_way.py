"""Three versions of a piece of text to one: what only one side changed is taken from it."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final

from argmap.merging.pieces import Piece
from argmap.merging.values import Path

COMMENT: Final = "#"
"""Stands at the end of a path for the comment above what the path leads to; no field is called so."""


@dataclass
class Merger:
    """Merges pieces, and notes where both sides changed the same.

    Args:
        marks: what stands around and between the two sides of a conflict, with line ends.
        contested: paths of pieces that one side removed and on which the other side relies.
        settled: paths of pieces of which our text says already what is meant.
        side: whose text counts in a conflict, 0 for ours and 1 for theirs; None for both, between marks.

    Attributes:
        conflicts: the paths of the pieces of which both sides' texts were kept between marks.
    """

    marks: tuple[str, str, str]
    contested: Collection[Path] = frozenset()
    settled: Collection[Path] = frozenset()
    side: int | None = None
    conflicts: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._above = {path[:length] for path in self.contested for length in range(len(path))}

    def merge(self, base: Piece | None, ours: Piece | None, theirs: Piece | None, path: Path = ()) -> str:
        """Merge a piece.

        Args:
            base: as it was; None where it was not there.
            ours: our version; None where we removed it.
            theirs: the other version.
            path: the keys that lead to it.

        Returns:
            The text, with marks where it could not be merged.
        """
        taken = self._taken(base, ours, theirs, path)
        if taken is not None:
            return taken
        if ours and theirs and _fit(ours, theirs):
            return self._by_parts(base, ours, theirs, path)
        return self._conflict(ours, theirs, path)

    def _taken(self, base: Piece | None, ours: Piece | None, theirs: Piece | None, path: Path) -> str | None:
        """Take one side's text where that is all; None where both count."""
        if ours and path in self.settled:
            return ours.text
        our_text, their_text = _text(ours), _text(theirs)
        if (path in self.contested and (ours is None or theirs is None)) or path in self._above:
            return None
        if our_text == their_text or _text(base) == their_text:
            return our_text
        if _text(base) == our_text:
            return their_text
        if base and ours and theirs:
            # Who only wrote the same in another style gives way.
            if _same(ours, base) or _same(ours, theirs):
                return their_text
            if _same(theirs, base):
                return our_text
        return None

    def _by_parts(self, base: Piece | None, ours: Piece, theirs: Piece, path: Path) -> str:
        old = base if base and _fit(base, ours) else None
        heads = [one.head if one else "" for one in (old, ours, theirs)]
        tails = [one.tail if one else "" for one in (old, ours, theirs)]
        if _rest(heads) is None or _rest(tails) is None:
            return self._conflict(ours, theirs, path)
        merged = _Joined(self._outside(heads, path))
        before = _by_key(old)
        our_parts, their_parts = _by_key(ours), _by_key(theirs)
        for key in _order(before, list(our_parts), list(their_parts)):
            inner = (*path, key)
            text = self.merge(before.get(key), our_parts.get(key), their_parts.get(key), inner)
            if _is_behind_dash(merged.pieces) and self.conflicts[-1:] == [inner]:
                # Marks need lines of their own, and this field stands behind the dash.
                self.conflicts.pop()
                return self._conflict(ours, theirs, path)
            merged.add(text)
        merged.add(self._outside(tails, path))
        return "".join(merged.pieces)

    def _outside(self, texts: Sequence[str], path: Path) -> str:
        """Merge what stands around the parts of a piece: the comments above it, and what follows these."""
        was, our, their = (_comments(text) for text in texts)
        taken = _one_of(was, our, their)
        if taken is None:
            # Where neither side had a comment before, both stay.
            taken = (
                self._marked(our, their, (*path, COMMENT)) if was.strip() else our + their.removeprefix(was)
            )
        return taken + (_rest(texts) or "")

    def _conflict(self, ours: Piece | None, theirs: Piece | None, path: Path) -> str:
        return self._marked(_text(ours), _text(theirs), path)

    def _marked(self, our: str, their: str, path: Path) -> str:
        self.conflicts.append(path)
        if self.side is not None:
            return (our, their)[self.side]
        start, middle, end = self.marks
        return f"{start}{_whole_lines(our)}{middle}{_whole_lines(their)}{end}"


def _one_of(was: str, our: str, their: str) -> str | None:
    """Take the text of which one side changed nothing, or that both have; None where both changed it."""
    if their in {our, was}:
        return our
    return their if our == was else None


def _comments(text: str) -> str:
    """Give the comments and blank lines with which a text begins."""
    found = []
    for line in text.splitlines(keepends=True):
        if not line.endswith(("\n", "\r")) or (line.strip() and not line.lstrip().startswith("#")):
            break
        found.append(line)
    return "".join(found)


def _rest(texts: Sequence[str]) -> str | None:
    """Merge what stands behind the comments of three texts; None where that cannot be."""
    return _one_of(*(text[len(_comments(text)) :] for text in texts))


def _text(piece: Piece | None) -> str:
    return piece.text if piece else ""


def _same(one: Piece, other: Piece) -> bool:
    """Tell whether two versions say the same, with the same comments."""
    return one.value == other.value and one.comments == other.comments


def _fit(one: Piece, other: Piece) -> bool:
    """Tell whether the parts of two versions can stand beside each other."""
    if not one.parts or not other.parts or one.column != other.column:
        return False
    begins_inside = any(_is_behind_dash([piece.head]) for piece in (one, other))
    return not begins_inside or one.parts[0].key == other.parts[0].key


def _by_key(piece: Piece | None) -> dict[Hashable, Piece]:
    return {one.key: one for one in piece.parts or ()} if piece else {}


def _order(base: Collection[Hashable], ours: list[Hashable], theirs: list[Hashable]) -> list[Hashable]:
    """Put our parts in their order, and each new one of the other side behind what it stood behind there."""
    mine = set(ours).difference(base, theirs)
    known = set(ours)
    behind: dict[Hashable | None, list[Hashable]] = {}
    anchor: Hashable | None = None
    for key in theirs:
        if key in known:
            anchor = key
        else:
            behind.setdefault(anchor, []).append(key)
    found: list[Hashable] = []
    waiting = behind.get(None, [])
    for key in ours:
        if key not in mine:
            # What we put in the same place comes first.
            found += waiting
            waiting = behind.get(key, [])
        found.append(key)
    return found + waiting


def _whole_lines(text: str) -> str:
    text = text.lstrip("\n") if text.strip() else text
    return text if not text or text.endswith("\n") else text + "\n"


def _is_behind_dash(pieces: Sequence[str]) -> bool:
    """Tell whether what comes next stands on the line of a dash."""
    return bool(pieces) and pieces[-1].rpartition("\n")[2].strip() == "-"


class _Joined:
    """Pieces behind each other; what ends without a line end gets one before the next."""

    def __init__(self, head: str) -> None:
        self.pieces = [head] if head else []

    def add(self, text: str) -> None:
        if not text:
            return
        if self.pieces and not self.pieces[-1].endswith(("\n", "\r", " ")):
            self.pieces.append("\n")
        self.pieces.append(text)
