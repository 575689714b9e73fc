"""``argmap solve``: the command line of the argumentation competitions."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NoReturn

import click

from argmap.cli.shared.progress import show_progress
from argmap.cli.shared.saying import note, print_line, print_text
from argmap.files.disk.reading import read_bytes
from argmap.semantics.entangled import Entangled, entangled
from argmap.semantics.framework import Framework
from argmap.semantics.kinds import Problem, Semantics
from argmap.semantics.labels import Extension
from argmap.semantics.notation import NOTATIONS, FrameworkSyntaxError, guess
from argmap.semantics.reasoning import (
    TooManyExtensionsError,
    Verdict,
    count_extensions,
    credulous,
    every_extension,
    skeptical,
    some_extension,
)
from argmap.text.reasons import reason

_MOST_BYTES = 1024 * 1024 * 1024
_TASKS = tuple(f"{problem}-{semantics}" for problem in Problem for semantics in Semantics)
_AT_A_TIME, _MANY = 10_000, 1_000
_ALIASES = {"af": "iccma", "i23": "iccma"}
"""Other names of the notations: what files and the scripts of the competition call them."""


def _list(names: Iterable[str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """Return an option callback that prints the names, as the competition wants them, and stops."""

    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
        if wanted:
            print_line(f"[{','.join(names)}]")
            context.exit()

    return show


@click.command(name="solve")
@click.option("-p", "task", metavar="TASK", help="What to compute, such as DS-PR; --problems lists all.")
@click.option(
    "-f",
    "file",
    type=click.Path(allow_dash=True),
    metavar="FILE",
    help="The framework; '-' is standard input.",
)
@click.option(
    "-fo",
    "--format",
    "notation",
    type=click.Choice([*NOTATIONS, *_ALIASES]),
    help="How the file is written; by default its extension or its text decides.",
)
@click.option("-a", "query", metavar="ARG", help="The argument that a DC or DS task asks about.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    help="Give up an EE task with more extensions than this.",
)
@click.option(
    "--problems", is_flag=True, expose_value=False, callback=_list(_TASKS), help="List the tasks and stop."
)
@click.option(
    "--formats", is_flag=True, expose_value=False, callback=_list(NOTATIONS), help="List the file formats."
)
def command(task: str | None, file: str | None, notation: str | None, query: str | None, limit: int) -> None:
    r"""Solve a task over an abstract argumentation framework.

    The command line is that of the ICCMA 2023 competition. A TASK is a problem and a semantics:
    SE some extension, EE every extension, CE how many there are, DC is ARG in one of them, DS is ARG
    in all of them; CO complete, PR preferred, ST stable, SST semi-stable, STG stage, ID ideal,
    GR grounded, EA eager. Without options it prints who it is.

    \b
    Examples:
      argmap solve -p SE-PR -f debate.af
      argmap solve -p DC-CO -f debate.tgf -a rain
      argmap solve -p EE-ST -fo apx -f - < debate.apx

    Answers: YES or NO, with a witness 'w 1 2 5' where the competition wants one; 'w 1 2 5' or NO for
    SE; a number for CE; '[[1,2],[3]]' for EE.
    """
    if task is None and file is None:
        print_text(_identity())
    elif task is None or file is None:
        missing = "-p TASK" if task is None else "-f FILE"
        raise click.UsageError(f"{missing} is missing.")
    else:
        problem, semantics = _task(task)
        framework = _read(file, notation)
        argument = _argument(framework, problem, query)
        with show_progress(f"solving {problem}-{semantics}", long=framework.size > _MANY):
            answer = _answer(framework, problem, semantics, argument, limit)
        for piece in answer:
            print_text(piece)
        print_text("\n")


def _identity() -> str:
    from argmap._version import __version__

    return f"argmap {__version__}\nThe argmap authors\n"


def _task(task: str) -> tuple[Problem, Semantics]:
    if task.upper() not in _TASKS:
        raise click.UsageError(f"There is no task {task!r}; 'argmap solve --problems' lists all.")
    problem, semantics = task.upper().split("-")
    return Problem(problem), Semantics(semantics)


def _read(file: str, notation: str | None) -> Framework:
    name = "<stdin>" if file == "-" else file
    try:
        data = read_bytes(Path(file), _MOST_BYTES, pipes=True)
    except (OSError, ValueError) as fault:
        _refuse(FrameworkSyntaxError(name, (1, 1), f"cannot be read: {reason(fault)}"))
    chosen = _ALIASES.get(notation or "", notation) or guess(data, name)
    try:
        return NOTATIONS[chosen].read(data, name)
    except FrameworkSyntaxError as fault:
        _refuse(fault, "" if notation else f"it was read as {chosen}; -fo names another format")


def _refuse(fault: FrameworkSyntaxError, tip: str = "") -> NoReturn:
    """Leave with 2 over a file that cannot be read, in the words of every other command."""
    note(f"{fault.diagnostic} [error]")
    for each in filter(None, (fault.diagnostic.hint, tip)):
        note(f"= tip: {each}", indent=2)
    raise SystemExit(2)


def _argument(framework: Framework, problem: Problem, query: str | None) -> int:
    if not problem.about_argument:
        return -1
    if query is None:
        raise click.UsageError(f"{problem} asks about an argument: -a ARG is missing.")
    argument = framework.find(query)
    if argument is None:
        raise click.UsageError(f"The framework has no argument `{query}`. {_hint(framework, query)}".strip())
    return argument


def _hint(framework: Framework, query: str) -> str:
    if framework.names is None:
        return f"Its arguments are the numbers 1 to {framework.size}." if framework.size else ""
    from argmap.text.nearest import nearest, quoted

    return quoted(nearest(query, framework.names), "Did you mean")


def _answer(
    whole: Framework, problem: Problem, semantics: Semantics, argument: int, limit: int
) -> Iterator[str]:
    """Yield the answer in pieces, for it may name millions of arguments."""
    found = entangled(whole)
    framework = found.part
    match problem:
        case Problem.SOME:
            extension = some_extension(framework, semantics)
            return iter(["NO"]) if extension is None else _witness(found, extension)
        case Problem.COUNT:
            return iter([str(count_extensions(framework, semantics))])
        case Problem.EVERY:
            return _all(found, _listed(framework, semantics, limit))
        case Problem.CREDULOUS:
            return _decision(found, credulous(framework, semantics, found.find(argument)))
        case Problem.SKEPTICAL:
            return _decision(found, skeptical(framework, semantics, found.find(argument)))


def _decision(found: Entangled, verdict: Verdict) -> Iterator[str]:
    yield "YES" if verdict.accepted else "NO"
    if verdict.witness is not None:
        yield "\n"
        yield from _witness(found, verdict.witness)


def _witness(found: Entangled, extension: Extension) -> Iterator[str]:
    yield "w"
    for names in _names(found, extension):
        yield " " + " ".join(names)


def _listed(framework: Framework, semantics: Semantics, limit: int) -> list[Extension]:
    try:
        return every_extension(framework, semantics, limit)
    except TooManyExtensionsError as fault:
        message = (
            f"There are more than {fault.limit} extensions; CE-{semantics} counts them, --limit allows more."
        )
        raise click.UsageError(message) from None


def _all(found: Entangled, extensions: Iterable[Extension]) -> Iterator[str]:
    gap = "["
    for extension in extensions:
        yield gap + "["
        gap = ""
        for names in _names(found, extension):
            yield gap + ",".join(names)
            gap = ","
        yield "]"
        gap = ","
    yield "[]" if gap == "[" else "]"


def _names(found: Entangled, extension: Extension) -> Iterator[list[str]]:
    """Yield the names of an extension's members, some thousand at a time."""
    names = map(found.whole.name, found.members(extension))
    while some := list(islice(names, _AT_A_TIME)):
        yield some
