"""``argmap add -`` and ``argmap add`` alone: a debate taken down line by line."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_sources
from argmap.cli.shared.context import FINDINGS
from argmap.cli.shared.editing import (
    editing_options,
    is_interactive,
    leaving_where_refused,
    load_to_edit,
    map_to_edit,
    names_of,
    stop,
)
from argmap.cli.shared.saying import ask_line, print_line, say

if TYPE_CHECKING:
    from argmap.authoring.adding import Addition
    from argmap.editing.debate_lines import DebateLine
    from argmap.files.assembling import Loaded

_UNDO = "undo"
_HOW = "a line is `ada: …`, `boris > close: …` or `ada + close: …`; see `argmap add --help`"


@click.command("-")
@click.option("--create", is_flag=True, help="Add whoever the map does not have, and the work.")
@click.option(
    "--source",
    metavar="'WORK, PLACE'",
    shell_complete=complete_sources,
    help="Where all of it was said, such as the speech.",
)
@editing_options
def command(source: str | None, *, create: bool, dry_run: bool, as_json: bool) -> None:
    r"""Read lines from standard input, or on a terminal as they are typed, one record a line.

    Each line is written at once and answered with its id. `undo` takes the last one back. A line that cannot
    be taken is told on standard error, and the exit code is 1.

    \b
    Examples:
      argmap add - --create < round.txt
      argmap add - --source 2ac < second-speech.txt
    """
    if dry_run or as_json:
        stop("lines are written one by one; --dry-run and --json go with `argmap add claim` and the like")
    debate = _Debate(load_to_edit(), source, create=create)
    for number, line in enumerate(_lines(debate), 1):
        debate.take(number, line.strip())
    if debate.refused:
        raise SystemExit(FINDINGS)


def _lines(debate: "_Debate") -> Iterator[str]:
    if not is_interactive():
        yield from sys.stdin
        return
    from argmap.cli.adding.prompting import complete_words

    complete_words(debate.words)
    while True:
        try:
            yield ask_line("> ")
        except EOFError:
            print_line("")
            return


class _Debate:
    """A debate that is being taken down.

    Args:
        loaded: the map.
        source: the work to which each line is traced, and the place in it; None where nothing is said of it.
        create: whether to add speakers and a work that it does not have.
    """

    def __init__(self, loaded: "Loaded", source: str | None, *, create: bool) -> None:
        from argmap.files.record_cache import RecordCache

        self._loaded = loaded
        self._source = source
        self._create = create
        self._path = map_to_edit().path
        self._cache: RecordCache = RecordCache()
        self._done: list[tuple[str, dict[Path, tuple[bytes | None, bytes | None]]]] = []
        self.refused = 0

    def words(self) -> list[str]:
        """Give the names that a line may hold."""
        found = self._loaded.map
        return [*found.people, *found.statements, *found.named_attacks]

    def take(self, number: int, line: str) -> None:
        """Take one line down, or say why not."""
        if not line or line.startswith("#"):
            return
        try:
            if line == _UNDO:
                self._undo()
            else:
                self._add(line)
        except click.UsageError as error:
            say(error.message)
            self._refuse(number)
        except SystemExit:
            self._refuse(number)

    def _refuse(self, number: int) -> None:
        self.refused += not is_interactive()
        if not is_interactive():
            say(f"line {number} was not taken")

    def _add(self, line: str) -> None:
        from argmap.authoring.adding import Addition
        from argmap.editing.debate_lines import parse_line

        parsed = parse_line(line)
        if parsed is None:
            stop(_HOW)
        addition = Addition.to(self._loaded, names_of(self._loaded))
        with leaving_where_refused():
            name = self._state(addition, parsed)
            self._done.append((name, _written(addition)))
        self._read_again()
        print_line(name)

    def _state(self, addition: "Addition", line: "DebateLine") -> str:
        """Put what a line says into an edit, and give the id of the statement."""
        from argmap.authoring.adding import add_claim, add_rebuttal
        from argmap.editing.debate_lines import Sign
        from argmap.editing.reasons import add_reason

        given = {"text": line.said, "by": line.who, "source": self._source}
        if line.sign not in {Sign.CLAIM, Sign.REASON}:
            attack = {"attacks": line.targets, "kind": line.sign.name.lower()}
            return add_rebuttal(addition, {**given, **attack}, create=self._create).id
        supported = [addition.names.statement(name) for name in line.targets]
        claim = add_claim(addition, given, create=self._create, main=False)
        for key in supported:
            add_reason(addition.edit, key, [claim.id], {})
        return claim.id

    def _undo(self) -> None:
        """Take the last line back, where nothing has changed the files since."""
        from argmap.editing.map_edit import restore

        if not self._done:
            stop("there is nothing to take back")
        name, files = self._done[-1]
        with leaving_where_refused():
            restore(files)
        self._done.pop()
        self._read_again()
        print_line(f"{name} taken back")

    def _read_again(self) -> None:
        from argmap.files.load import read_map

        self._loaded = read_map(self._path, self._cache)


def _written(addition: "Addition") -> dict[Path, tuple[bytes | None, bytes | None]]:
    """Write an edit, and give what its files held and hold; leave where the disk does not let it."""
    from argmap.text.reasons import reason

    try:
        addition.edit.write()
    except OSError as error:
        stop(f"{error.filename or 'a file'} cannot be written: {reason(error)}")
    return addition.edit.written
