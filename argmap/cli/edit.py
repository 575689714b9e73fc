"""``argmap edit``."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import leave_unusable, print_findings, print_json, read_found, refuse
from argmap.cli.shared.editing import editing_options, is_interactive, map_to_edit, record_named, stop
from argmap.cli.shared.editor import editor_words, run_editor
from argmap.cli.shared.saying import confirm, print_line, print_text, say
from argmap.files.disk.listing import shown_name
from argmap.report.documents import document
from argmap.signals import Stopped
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from argmap.editing.by_hand import HandEdit
    from argmap.files.assembling import Loaded

_SECTIONS = ("claims", "rebuttals", "people", "sources")


@click.command("edit")
@click.argument("name", required=False, shell_complete=complete_names)
@editing_options
def command(name: str | None, *, dry_run: bool, as_json: bool) -> None:
    r"""Open the editor that VISUAL or EDITOR names at a statement, person or source, or at a file of the map.

    Without NAME it opens the first error of the map, else its first file. What comes back is written as it
    is, unless it has errors that the map did not have: these are shown, and on a terminal the text can be
    edited again. A text that is not written is kept in a file, which is named.

    \b
    Examples:
      argmap edit close
      argmap edit rebuttals.yaml
      EDITOR="code" argmap edit
    """
    from argmap.editing.by_hand import HandEdit
    from argmap.editing.refusal import EditRefusedError

    loaded = read_found(map_to_edit())
    file, line = _place(loaded, name)
    words = editor_words()
    try:
        edit = HandEdit(loaded, file)
    except EditRefusedError as error:
        stop(str(error))
    copy = _copy(Path(file).name, edit.before)
    with _kept_when_stopped(copy):
        after = _edited(edit, words, copy, line)
    if after != edit.before and not dry_run:
        _write(edit, after, copy)
    shutil.rmtree(copy.parent, ignore_errors=True)
    _tell(edit, file, after, dry_run=dry_run, as_json=as_json)


def _place(loaded: "Loaded", name: str | None) -> tuple[str, int]:
    """Find the file and the line to open; leave where there is none."""
    files = loaded.places.files
    if not files:
        refuse(loaded.errors, loaded)
    if name is None:
        wrong = (error.location for error in loaded.errors if error.location.file in files)
        first = next(wrong, None)
        return (first.file, first.line) if first else (next(iter(files)), 1)
    for path in (Path(name), loaded.folder / name):
        if shown_name(path) in files:
            return shown_name(path), 1
    return _record_place(loaded, name)


def _record_place(loaded: "Loaded", name: str) -> tuple[str, int]:
    exact = next((section for section in _SECTIONS if (section, name) in loaded.places.records), None)
    # What could not be read has no record, but may be just what is to be mended.
    if exact is None and loaded.errors and (mention := _mention(loaded, name)):
        return mention
    if exact is None and (step := loaded.map.inferences.get(name)):
        return _record_place(loaded, step.conclusion)
    section, key = (exact, name) if exact else record_named(loaded.map, name)
    place = loaded.places.start(section, key)
    return place.file, place.line


def _mention(loaded: "Loaded", name: str) -> tuple[str, int] | None:
    """Find the first line that gives something this id or key."""
    from argmap.files.yaml.decoding import split_lines

    pattern = re.compile(rf"""^\W*(?:id\s*:\s*["']?{re.escape(name)}\b|{re.escape(name)}\s*:)""")
    for file in loaded.places.files.values():
        for number, line in enumerate(split_lines(file.original), 1):
            if pattern.search(line):
                return file.name, number
    return None


def _copy(name: str, content: bytes) -> Path:
    """Copy a file to where nobody else looks; leave with 2 where that cannot be."""
    try:
        copy = Path(tempfile.mkdtemp(prefix="argmap-edit-"), name)
        copy.write_bytes(content)
    except OSError as error:
        stop(f"the file cannot be copied to be edited: {reason(error)}")
    return copy


@contextmanager
def _kept_when_stopped(copy: Path) -> Iterator[None]:
    """Name the file with the edited text where a signal ends the program."""
    try:
        yield
    except Stopped:
        say(f"stopped; nothing was written, and the edited text is kept in {copy}")
        raise


def _edited(edit: "HandEdit", words: list[str], copy: Path, line: int) -> bytes:
    """Let somebody edit a text until it is sound; leave with 2, and keep it, where it does not become so."""
    while True:
        failure = run_editor(words, copy, line)
        try:
            after = copy.read_bytes()
        except OSError as error:
            stop(f"what was edited cannot be read, and nothing was written: {reason(error)}")
        if failure:
            _keep(edit, after, copy, failure)
        if after == edit.before:
            return after
        loaded, errors = edit.read(after)
        if not errors:
            return after
        print_findings(errors, loaded)
        if not _wants_to_go_on():
            _keep(edit, after, copy, "the text has errors")
        line = next((one.location.line for one in errors if Path(one.location.file).name == copy.name), line)


def _wants_to_go_on() -> bool:
    """Ask on a terminal whether to edit again; whoever ends the question does not."""
    try:
        return is_interactive() and confirm("Edit again?", default=True)
    except click.Abort:
        return False


def _keep(edit: "HandEdit", after: bytes, copy: Path, why: str) -> NoReturn:
    """Leave with 2, and name the file in which a changed text is."""
    if after == edit.before:
        shutil.rmtree(copy.parent, ignore_errors=True)
        stop(f"{why}; nothing was written")
    say(f"{why}; nothing was written, and the edited text is kept in {copy}")
    leave_unusable()


def _write(edit: "HandEdit", after: bytes, copy: Path) -> None:
    from argmap.editing.refusal import EditRefusedError

    try:
        edit.write(after)
    except EditRefusedError as error:
        _keep(edit, after, copy, str(error))
    except OSError as error:
        _keep(edit, after, copy, f"{error.filename or 'the file'} cannot be written: {reason(error)}")


def _tell(edit: "HandEdit", file: str, after: bytes, *, dry_run: bool, as_json: bool) -> None:
    changed = after != edit.before
    if as_json:
        files = [file] if changed else []
        print_json(document("edit", edited=file, files=files, dry_run=dry_run, diff=edit.diff(after)))
    elif not changed:
        say(f"{file} is unchanged")
    elif dry_run:
        print_text(edit.diff(after))
    else:
        print_line(file)
