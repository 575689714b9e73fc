"""The law of every edit: the new text reads as exactly what is meant, and keeps every comment."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import yaml

from argmap.editing.comments import Comment, find_comments
from argmap.editing.intention import Insertion, Intention, value_at
from argmap.editing.plan import Change, Plan
from argmap.editing.refusal import EditRefusedError
from argmap.files.yaml.document import Document, Starts, SyntaxFaultError, Value
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document


def apply_changes(text: str, changes: Sequence[Change]) -> str:
    """Make changes, sorted and none overlapping another, in a text."""
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += (text[at : change.start], change.text)
        at = change.end
    return "".join((*pieces, text[at:]))


@dataclass(frozen=True, slots=True)
class Verified:
    """A new text that was proved to say what is meant.

    Args:
        text: the whole text.
        starts: for each section, where its records start in it.
        changes: what was changed in the text before; None where it was written anew.
    """

    text: str
    starts: Mapping[str, Starts]
    changes: tuple[Change, ...] | None = None


def verify(file: ReadFile, intention: Intention, plan: Plan) -> Verified:
    """Make changes in the text of a file, and prove that they do what is meant and nothing else.

    Args:
        file: the file as it was read.
        intention: what is meant.
        plan: what was planned for it.

    Raises:
        EditRefusedError: the new text would not be YAML, would say something else, or would lose a comment.
    """
    before = _read(file, file.text)
    new = apply_changes(file.text, plan.changes)
    after = _read(file, new)
    meant = intention.applied(before.sections)
    if not _same(after.sections, meant, intention.paths):
        raise EditRefusedError(file, "the changed text would not read as what is meant")
    if _codes(after) != _codes(before):
        raise EditRefusedError(file, "the changed text would have other faults than before")
    _check_comments(file, intention, plan, new)
    return Verified(new, after.starts, plan.changes)


def _read(file: ReadFile, text: str) -> Document:
    try:
        return read_document(text, file.name)
    except (SyntaxFaultError, yaml.YAMLError):
        raise EditRefusedError(file, "it would not be YAML") from None


def _codes(document: Document) -> list[str]:
    return sorted(fault.code for fault in document.faults)


def _same(after: Mapping[str, Value], meant: Mapping[str, Value], paths: Iterable[Path]) -> bool:
    """Tell whether values are equal, and keys that could have moved stand in the order that is meant."""
    if after != meant or list(after) != list(meant):
        return False
    holders = {path[:length] for path in paths for length in range(1, len(path) + 1)}
    return all(_order(value_at(after, path)) == _order(value_at(meant, path)) for path in holders)


def _order(value: object) -> list[object]:
    return list(value) if isinstance(value, dict) else []


def _check_comments(file: ReadFile, intention: Intention, plan: Plan, new: str) -> None:
    """Prove that the comments are those of before, but for those that go or come with what is changed."""
    # Characters that no change touches are the same, and since the values are, too, their comments are.
    if not any("#" in change.text or "#" in file.text[change.start : change.end] for change in plan.changes):
        return
    kept: list[str] = []
    edited = 0
    for comment in find_comments(file.text):
        if _is_edited(comment, intention.comments):
            edited += 1
        elif not any(start <= comment.start < end for start, end in plan.dropped):
            kept.append(comment.text)
    brought = [text for listed in intention.inserted.values() for one in listed for text in _comments_of(one)]
    for comment in find_comments(new):
        if kept and kept[0] == comment.text:
            kept.pop(0)
        elif comment.text in brought:
            brought.remove(comment.text)
        else:
            edited -= 1
    if kept or brought or edited < 0:
        raise EditRefusedError(file, "a comment would be lost, or would come to stand elsewhere")


def _comments_of(insertion: Insertion) -> list[str]:
    """Give the comments that come in with a new part."""
    written = "\n".join(insertion.lines)
    return [*map(str.strip, insertion.comments), *(comment.text for comment in find_comments(written))]


def _is_edited(comment: Comment, edits: Collection[Change]) -> bool:
    """Tell whether a comment is one in which something is changed on purpose."""
    end = comment.start + len(comment.text)
    return any(change.start <= end and change.end > comment.start for change in edits)
