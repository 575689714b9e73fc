"""The tips of `check` that can be applied."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from lsprotocol.types import WorkspaceEdit

from argmap.diagnostics import Diagnostic
from argmap.editing.map_edit import MapEdit
from argmap.editing.plan import Change
from argmap.editing.setting import set_fields
from argmap.editing.verifying import apply_changes
from argmap.files.records.read_text import read_text
from argmap.lsp.actions.offer import FIX_ALL, QUICK_FIX, Asked, Offer
from argmap.lsp.edits import edits_by_document, text_edits, workspace_edit
from argmap.lsp.fields import SECTIONS, fields_of, words_of
from argmap.lsp.state import Document
from argmap.model import Rebuttal
from argmap.rules.engine.fixing import Fix, mend, plan_fixes
from argmap.rules.engine.reviewing import plan_review

_QUOTED: Final = re.compile("`([^`…]+)`")
_MEANT: Final = re.compile("did you mean (.*)\\?")
_WRITE: Final = re.compile("write (?:one of )?(`[^`]+`(?:(?:, | or )`[^`]+`)*)(?:$|, for example)")
_DELETE: Final = re.compile("delete (?:it|the comment|the line)\\b")
_FIELD: Final = re.compile("`([\\w-]+): ([\\w-]+)`")
_REVIEW: Final = "argmap review "


def tips(asked: Asked) -> Iterator[Offer]:
    """Offer what mends the findings at a place."""
    state = asked.document.state
    fixes = list(plan_fixes(state.loaded, state.settings, asked.verdict.checked))
    mended = {finding: (name, intention, finding) for name, intention, finding in fixes}
    for finding in asked.findings:
        if finding in mended:
            title = f"Mend: {finding.hint or finding.message}"
            yield Offer(title, QUICK_FIX, partial(_fixed, asked, mended[finding]), finding, is_preferred=True)
        yield from _named(asked, finding)
        yield from _field_tips(asked, finding)
        yield from _review(asked, finding)
    if fixes:
        yield Offer("Mend what can be mended safely", FIX_ALL, partial(_all_fixed, asked, fixes))


def _fixed(asked: Asked, fix: Fix) -> WorkspaceEdit:
    state = asked.document.state
    edit = MapEdit(state.loaded)
    edit.of(fix[0]).add(fix[1])
    return workspace_edit(state, edit)


def _all_fixed(asked: Asked, fixes: list[Fix]) -> WorkspaceEdit:
    state = asked.document.state
    edit, _ = mend(state.loaded, fixes)
    return workspace_edit(state, edit)


def _named(asked: Asked, finding: Diagnostic) -> Iterator[Offer]:
    """Offer the words that a tip names in place of those that are there, or to delete them."""
    place = finding.location
    if place.end_line != place.line:
        return
    meant = _MEANT.search(finding.hint)
    for word in _QUOTED.findall(meant[1]) if meant else ():
        yield Offer(f"Write `{word}`", QUICK_FIX, partial(_replaced, asked.document, finding, word), finding)
    if meant:
        return
    if write := _WRITE.search(finding.hint):
        for word in _QUOTED.findall(write[1]):
            if _mends(asked.document, finding, word):
                make = partial(_replaced, asked.document, finding, word)
                yield Offer(f"Write `{word}`", QUICK_FIX, make, finding)
    elif _DELETE.match(finding.hint) and _mends(asked.document, finding, ""):
        yield Offer("Delete it", QUICK_FIX, partial(_replaced, asked.document, finding, ""), finding)


def _replaced(document: Document, finding: Diagnostic, word: str) -> WorkspaceEdit:
    change = _change(document, finding, word)
    edits = text_edits(document.state, document.buffer, [change])
    return edits_by_document(document.state, {document.buffer.uri: (document.buffer.version, edits)})


def _change(document: Document, finding: Diagnostic, word: str) -> Change:
    place, starts = finding.location, document.buffer.starts
    return Change(
        starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1, word
    )


def _mends(document: Document, finding: Diagnostic, word: str) -> bool:
    """Tell whether with other words at a place the finding is gone, and no other has come."""
    text = apply_changes(document.buffer.text, [_change(document, finding, word)])
    before = [one.code for one in read_text(document.name, document.buffer.path, document.buffer.text).faults]
    after = [one.code for one in read_text(document.name, document.buffer.path, text).faults]
    if finding.code not in before:
        return after == before
    before.remove(finding.code)
    return sorted(after) == sorted(before)


def _field_tips(asked: Asked, finding: Diagnostic) -> Iterator[Offer]:
    """Offer to set a field as a tip says, such as `basis: inferred`."""
    document = asked.document
    record = document.state.record_at(document.name, finding.location.line)
    for field, word in _FIELD.findall(finding.hint) if record else ():
        assert record is not None  # noqa: S101 — for the type checker
        info = fields_of(SECTIONS[record[0]]).get(field)
        if info and word in words_of(info):
            make = partial(_set, document, record, field, word)
            yield Offer(f"Write `{field}: {word}`", QUICK_FIX, make, finding)


def _set(document: Document, record: tuple[str, str], field: str, word: str) -> WorkspaceEdit:
    edit = MapEdit(document.state.loaded)
    set_fields(edit, *record, {field: word})
    return workspace_edit(document.state, edit)


def _review(asked: Asked, finding: Diagnostic) -> Iterator[Offer]:
    """Offer to accept the wording that a rebuttal attacks now, where a tip names `argmap review`."""
    state = asked.document.state
    record = state.record_at(asked.document.name, finding.location.line)
    if record and _REVIEW in finding.hint and isinstance(state.map.rebuttals.get(record[1]), Rebuttal):
        yield Offer(
            f"Accept the wording that `{record[1]}` attacks now",
            QUICK_FIX,
            partial(_reviewed, asked.document, record[1]),
            finding,
        )


def _reviewed(document: Document, rebuttal: str) -> WorkspaceEdit:
    edit = MapEdit(document.state.loaded)
    plan_review(edit, [rebuttal])
    return workspace_edit(document.state, edit)
