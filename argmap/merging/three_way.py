"""Three versions of a piece of text to one: what only one side changed is taken from it."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field

from argmap.merging.pieces import Piece

Path = tuple[Hashable, ...]


@dataclass
class Merger:
    """Merges pieces, and notes where both sides changed the same.

    Args:
        names: what the two sides are called, between git's marks.
        size: how many signs a mark has.
        contested: paths of pieces that one side removed and on which the other side relies.
        settled: paths of pieces of which our text says already what is meant.

    Attributes:
        conflicts: the paths of the pieces of which both sides' texts were kept between marks.
    """

    names: tuple[str, str]
    size: int
    contested: Collection[Path] = frozenset()
    settled: Collection[Path] = frozenset()
    conflicts: list[Path] = field(default_factory=list)

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
        if (path in self.contested and (ours is None or theirs is None)) or self._holds_contested(path):
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

    def _holds_contested(self, path: Path) -> bool:
        return any(len(one) > len(path) and one[: len(path)] == path for one in self.contested)

    def _by_parts(self, base: Piece | None, ours: Piece, theirs: Piece, path: Path) -> str:
        old = base if base and _fit(base, ours) else None
        outside = []
        for name in ("head", "tail"):
            was, our, their = (getattr(one, name) if one else "" for one in (old, ours, theirs))
            if their in {our, was}:
                outside.append(our)
            elif our == was:
                outside.append(their)
            elif old is None and not (our.strip() and their.strip()):
                outside.append(our if our.strip() else their)
            else:
                return self._conflict(ours, theirs, path)
        merged = outside[0]
        before = _by_key(old)
        our_parts, their_parts = _by_key(ours), _by_key(theirs)
        for key in _order(list(before), list(our_parts), list(their_parts)):
            inner = (*path, key)
            text = self.merge(before.get(key), our_parts.get(key), their_parts.get(key), inner)
            if inner in self.conflicts and merged.endswith("- "):
                # Marks need lines of their own, and this field stands behind the dash.
                self.conflicts.remove(inner)
                return self._conflict(ours, theirs, path)
            merged = _joined(merged, text)
        return _joined(merged, outside[1]) if outside[1] else merged

    def _conflict(self, ours: Piece | None, theirs: Piece | None, path: Path) -> str:
        self.conflicts.append(path)
        start, middle, end = (sign * self.size for sign in "<=>")
        our_lines, their_lines = _whole_lines(_text(ours)), _whole_lines(_text(theirs))
        return f"{start} {self.names[0]}\n{our_lines}{middle}\n{their_lines}{end} {self.names[1]}\n"


def _text(piece: Piece | None) -> str:
    return piece.text if piece else ""


def _same(one: Piece, other: Piece) -> bool:
    """Tell whether two versions say the same, with the same comments."""
    return one.value == other.value and one.comments == other.comments


def _fit(one: Piece, other: Piece) -> bool:
    """Tell whether the parts of two versions can stand beside each other."""
    if not one.parts or not other.parts or one.column != other.column:
        return False
    begins_inside = any(piece.head.endswith("- ") for piece in (one, other))
    return not begins_inside or one.parts[0].key == other.parts[0].key


def _by_key(piece: Piece | None) -> dict[Hashable, Piece]:
    return {one.key: one for one in piece.parts or ()} if piece else {}


def _order(base: list[Hashable], ours: list[Hashable], theirs: list[Hashable]) -> list[Hashable]:
    """Put our parts in their order, and each new one of the other side behind what it stood behind there."""
    before, found = set(base), list(ours)
    known, mine = set(ours), set(ours) - before - set(theirs)
    for number, key in enumerate(theirs):
        if key in known:
            continue
        behind = next((one for one in reversed(theirs[:number]) if one in known), None)
        at = found.index(behind) + 1 if behind is not None else 0
        while at < len(found) and found[at] in mine:
            at += 1
        found.insert(at, key)
        known.add(key)
    return found


def _joined(before: str, text: str) -> str:
    """Put a piece behind others; what ends without a line end gets one."""
    if not text:
        return before
    needs_end = bool(before) and not before.endswith(("\n", "\r", " ", "- "))
    return f"{before}\n{text}" if needs_end else before + text


def _whole_lines(text: str) -> str:
    text = text.lstrip("\n") if text.strip() else text
    return text if not text or text.endswith("\n") else text + "\n"
