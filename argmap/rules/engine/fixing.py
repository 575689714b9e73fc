"""Mend what can be mended safely: changes that alter only the field or comment at fault."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from argmap.diagnostics import Diagnostic, Location
from argmap.editing.edit import Edit, edit_as_far_as_safe, save_edited
from argmap.files.assembling import Loaded
from argmap.files.disk.listing import shown_name
from argmap.files.disk.reading import STANDARD_INPUT
from argmap.files.settings import Settings
from argmap.files.yaml.marks import Marked
from argmap.files.yaml.places import ReadFile
from argmap.rules.engine.linter import check_map
from argmap.rules.engine.registry import selected_codes
from argmap.rules.engine.stale_ignores import plan_deletions
from argmap.rules.finding import RemoveItem, Replace
from argmap.text.fold import fold


def fix_map(loaded: Loaded, settings: Settings) -> list[str]:
    """Mend the files of a map.

    Args:
        loaded: the map as it was read.
        settings: which rules to run.

    Returns:
        What was mended, for people.

    Raises:
        OSError: a file cannot be written; those before it are written whole.
    """
    planned: dict[str, dict[Edit, list[Diagnostic]]] = {}
    for edit, finding in _plan_all(loaded, settings):
        planned.setdefault(finding.location.file, {}).setdefault(edit, []).append(finding)
    fixed: list[str] = []
    for name, edits in sorted(planned.items()):
        fixed += _fix_file(loaded.places.files[name], edits)
    return fixed


def _plan_all(loaded: Loaded, settings: Settings) -> Iterator[tuple[Edit, Diagnostic]]:
    """Plan what can be mended, each change with a finding that it mends."""
    checked = check_map(loaded, settings)
    codes = selected_codes(settings.check.select, settings.check.ignore)
    for finding, fix in [*checked.fixable, *_misspelt(loaded, codes)]:
        file = loaded.places.files.get(finding.location.file)
        edit = _plan(finding, fix, file) if file else None
        if edit is not None:
            yield edit, finding
    for file in loaded.places.files.values():
        yield from plan_deletions(file, checked.findings)


def _fix_file(file: ReadFile, edits: Mapping[Edit, Sequence[Diagnostic]]) -> Iterator[str]:
    if file.name == shown_name(STANDARD_INPUT) or file.text != file.original:
        return
    text, made = edit_as_far_as_safe(file.text, sorted(edits))
    if made:
        save_edited(file, text)
        yield from (str(finding) for edit in made for finding in edits[edit])


def _plan(finding: Diagnostic, fix: Replace | RemoveItem, file: ReadFile) -> Edit | None:
    """Turn a fix into a change of characters; None where that is not plain."""
    place = finding.location
    record = file.path_at(place.line)
    root = file.record(record) if record else None
    field = _field_at(root, place) if root else None
    if record is None or root is None or field is None:
        return None
    start, end = file.offset(place.line, place.column), file.offset(place.end_line, place.end_column)
    if isinstance(fix, Replace):
        return Edit(start, end, fix.words, record, field)
    before = _item_before(root.parts[field], place)
    if before is None:
        return None
    after = file.offset(before.place.end_line, before.place.end_column)
    return None if "#" in file.text[after:start] else Edit(after, end, "", record, field)


def _field_at(root: Marked, place: Location) -> str | None:
    """Name the field of a record in which a place lies."""
    at = (place.line, place.column)
    before = [
        ((part.key.line, part.key.column), str(name))
        for name, part in root.parts.items()
        if part.key and (part.key.line, part.key.column) <= at
    ]
    return max(before)[1] if before else None


def _item_before(mark: Marked, place: Location) -> Marked | None:
    """Find the item of a list that comes before the one at a place."""
    for name, part in mark.parts.items():
        if isinstance(name, int) and name and part.place == place:
            return mark.parts[name - 1]
        if found := _item_before(part, place):
            return found
    return None


def _misspelt(loaded: Loaded, codes: Collection[str]) -> Iterator[tuple[Diagnostic, Replace]]:
    """Find unknown names that are known ones in another case, or with other signs between the words."""
    known = _known_names(loaded)
    for finding in loaded.diagnostics:
        file = loaded.places.files.get(finding.location.file)
        if finding.code in known and finding.code in codes and file:
            place = finding.location
            written = file.line(place.line)[place.column - 1 : place.end_column - 1]
            meant = known[finding.code].get(fold(written), ())
            if len(meant) == 1:
                yield finding, Replace(meant[0])


def _known_names(loaded: Loaded) -> dict[str, dict[str, list[str]]]:
    """Give the names that each kind of reference may have, by their folded form."""
    known = loaded.map
    statements = {**known.statements, **known.inferences, **known.named_attacks}
    return {
        "R301": _folded(statements),
        "R302": _folded(known.people),
        "R303": _folded(known.sources),
    }


def _folded(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(fold(name), []).append(name)
    return found
