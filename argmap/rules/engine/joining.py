"""One finding for one mistake: a text that is missing because a comment hides it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.diagnostics import Diagnostic, Related
from argmap.files.yaml.places import Places
from argmap.rules.fields import hidden_text, missing_field

_Record = tuple[str, tuple[str | int, ...] | None]


def join_hidden(findings: Sequence[Diagnostic], places: Places) -> Iterator[Diagnostic]:
    """Make a comment that is all the value of a field a part of the finding that its record lacks one.

    Args:
        findings: what was found.
        places: the files.
    """
    hiding = {
        _record(finding, places): finding for finding in findings if _hides_a_whole_field(finding, places)
    }
    missing = (finding for finding in findings if finding.code == missing_field.RULE.code)
    joined = {finding: hiding.pop(_record(finding, places), None) for finding in missing if hiding}
    gone = frozenset(filter(None, joined.values()))
    for finding in findings:
        if comment := joined.get(finding):
            yield replace(finding, related=(*finding.related, Related(comment.location, comment.message)))
        elif finding not in gone:
            yield finding


def _hides_a_whole_field(finding: Diagnostic, places: Places) -> bool:
    if finding.code != hidden_text.RULE.code:
        return False
    place = finding.location
    before = places.files[place.file].shown_line(place.line)[: place.column - 1]
    return before.rstrip().endswith(":")


def _record(finding: Diagnostic, places: Places) -> _Record:
    file = places.files.get(finding.location.file)
    return finding.location.file, file.path_at(finding.location.line) if file else None
