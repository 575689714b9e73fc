"""Mend what can be mended safely: changes that alter only the field or comment at fault."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from argmap.diagnostics import Diagnostic
from argmap.editing.intention import Intention, value_at
from argmap.editing.map_edit import MapEdit, edited
from argmap.editing.nodes import record_node
from argmap.editing.refusal import EditRefusedError
from argmap.files.assembling import Loaded
from argmap.files.settings import Settings
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from argmap.references import Named
from argmap.rules.engine.linter import Checked, check_map
from argmap.rules.engine.registry import RULES, selected_codes
from argmap.rules.engine.stale_ignores import plan_deletions
from argmap.rules.finding import Finding, Replace, Spot
from argmap.text.fold import fold

Fix = tuple[str, Intention, Diagnostic]
"""The file, what is to change in it, and the finding that this mends."""


def fix_map(loaded: Loaded, settings: Settings) -> list[str]:
    """Mend the files of a map.

    Args:
        loaded: the map as it was read.
        settings: which rules to run.

    Returns:
        What was mended, for people.

    Raises:
        EditRefusedError: a file has changed since it was read, or holds bytes that are not UTF-8.
        OSError: a file cannot be written; then none is.
    """
    is_file = {name for name, file in loaded.places.files.items() if file.path is not None}
    fixes = plan_fixes(loaded, settings, check_map(loaded, settings))
    edit, fixed = mend(loaded, (fix for fix in fixes if fix[0] in is_file))
    edit.write()
    return fixed


def mend(loaded: Loaded, fixes: Iterable[Fix]) -> tuple[MapEdit, list[str]]:
    """Mean all fixes that are safe together.

    Args:
        loaded: the map as it was read.
        fixes: those of `plan_fixes`.

    Returns:
        The edit, and what it mends, for people.
    """
    planned: dict[str, list[Fix]] = {}
    for fix in fixes:
        planned.setdefault(fix[0], []).append(fix)
    edit = MapEdit(loaded)
    fixed: list[str] = []
    for name, listed in sorted(planned.items()):
        file = loaded.places.files[name]
        if file.text == file.original:
            fixed += _safe_ones(file, edit.of(name), listed)
    return edit, fixed


def _safe_ones(file: ReadFile, meant: Intention, fixes: Iterable[Fix]) -> Iterator[str]:
    """Take up all changes at once, or where that is refused each that is not."""
    fixes = list(fixes)
    together = Intention()
    for _, intention, _ in fixes:
        together.add(intention)
    if _is_accepted(file, together):
        meant.add(together)
        yield from (str(finding) for *_, finding in fixes)
        return
    for _, intention, finding in fixes:
        more = Intention()
        more.add(meant)
        more.add(intention)
        if _is_accepted(file, more):
            meant.add(intention)
            yield str(finding)


def _is_accepted(file: ReadFile, intention: Intention) -> bool:
    try:
        edited(file, intention)
    except EditRefusedError:
        return False
    return True


def plan_fixes(loaded: Loaded, settings: Settings, checked: Checked) -> Iterator[Fix]:
    """Plan what can be mended safely, each change with a finding that it mends.

    Args:
        loaded: the map as it was read.
        settings: which rules were run.
        checked: what they found.
    """
    codes = selected_codes(settings.check.select, settings.check.ignore)
    for diagnostic, finding in checked.fixable:
        name, path = _written_at(loaded, finding.spot)
        if path is not None:
            intention = _intention(loaded.places.files[name], path, finding)
            if intention is not None:
                yield name, intention, diagnostic
    yield from _misspelt(loaded, codes)
    for file in loaded.places.files.values():
        for change, diagnostic in plan_deletions(file, checked.findings):
            yield file.name, Intention(comments={change}), diagnostic


def _written_at(loaded: Loaded, spot: Spot) -> tuple[str, Path | None]:
    """Find the file in which a field stands, and its path there; short forms leave out parts of it."""
    file, record, _ = loaded.places.records[spot.section, spot.record]
    node = record_node(file, record)
    if node is None:
        return file.name, None
    written: list[str | int] = []
    for part in spot.path:
        at = node.position(part)
        if at is not None:
            node = node.parts[at]
            written.append(part)
    is_found = bool(written) and written[-1] == spot.path[-1]
    return file.name, (*record, *written) if is_found else None


def _intention(file: ReadFile, path: Path, finding: Finding) -> Intention | None:
    if isinstance(finding.fix, Replace):
        return _other_words(file, path, finding.spot.words, finding.fix.words)
    return Intention(removed={path}) if isinstance(path[-1], int) else None


def _other_words(file: ReadFile, path: Path, words: str, new: str) -> Intention | None:
    """Put other words in place of some in a text, or of all of it; None where they do not stand there."""
    said = value_at(read_document(file.text, file.name).sections, path)
    if not isinstance(said, str):
        return None
    pattern = rf"(?<![\w.-]){re.escape(words or said)}(?![\w-])"
    changed = re.sub(pattern, lambda _: new, said, count=1)
    return Intention(values={path: changed}) if changed != said else None


def _misspelt(loaded: Loaded, codes: Collection[str]) -> Iterator[Fix]:
    """Find unknown names that are known ones in another case, or with other signs between the words."""
    known = _known_names(loaded)
    for finding in loaded.diagnostics:
        file = loaded.places.files.get(finding.location.file)
        if finding.code not in known or finding.code not in codes or file is None:
            continue
        place = finding.location
        written = file.line(place.line)[place.column - 1 : place.end_column - 1]
        meant = known[finding.code].get(fold(written), ())
        path = _path_at(file, place.line, place.column)
        if len(meant) == 1 and path is not None:
            intention = _other_words(file, path, written, meant[0])
            if intention is not None:
                yield file.name, intention, finding


def _path_at(file: ReadFile, line: int, column: int) -> Path | None:
    """Give the path of the text that stands at a line and column."""
    record = file.path_at(line)
    node = record_node(file, record) if record else None
    inside = node.path_to(file.offset(line, column)) if node else None
    return (*record, *inside) if record and inside is not None else None


def _known_names(loaded: Loaded) -> dict[str, dict[str, list[str]]]:
    """Give the names that each kind of reference may have, by their folded form."""
    known = loaded.map
    names: Mapping[Named, Iterable[str]] = {
        Named.STATEMENT: {**known.statements, **known.inferences, **known.named_attacks},
        Named.PERSON: known.people,
        Named.SOURCE: known.sources,
    }
    return {rule.code: _folded(names[rule.refers_to]) for rule in RULES if rule.refers_to}


def _folded(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(fold(name), []).append(name)
    return found
