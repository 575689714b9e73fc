"""``argmap solve``: the command line of the argumentation competitions."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import click

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

_TASKS = tuple(f"{problem}-{semantics}" for problem in Problem for semantics in Semantics)
_ALIASES = {"af": "iccma", "i23": "iccma"}
"""Other names of the notations: what files and the scripts of the competition call them."""


def _list(names: Iterable[str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """Return an option callback that prints the names, as the competition wants them, and stops."""

    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
        if wanted:
            click.echo(f"[{','.join(names)}]")
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
        click.echo(_identity())
    elif task is None or file is None:
        missing = "-p TASK" if task is None else "-f FILE"
        raise click.UsageError(f"{missing} is missing.")
    else:
        problem, semantics = _task(task)
        framework = _read(file, notation)
        argument = _argument(framework, problem, query)
        click.echo(_answer(framework, problem, semantics, argument, limit))


def _identity() -> str:
    from argmap._version import __version__

    return f"argmap {__version__}\nThe argmap authors"


def _task(task: str) -> tuple[Problem, Semantics]:
    if task.upper() not in _TASKS:
        raise click.UsageError(f"There is no task {task!r}; 'argmap solve --problems' lists all.")
    problem, semantics = task.upper().split("-")
    return Problem(problem), Semantics(semantics)


def _read(file: str, notation: str | None) -> Framework:
    name = "<stdin>" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as fault:
        _refuse(FrameworkSyntaxError(name, (1, 1), f"cannot be read: {reason(fault)}"))
    chosen = _ALIASES.get(notation or "", notation) or guess(data, name)
    try:
        return NOTATIONS[chosen].read(data, name)
    except FrameworkSyntaxError as fault:
        _refuse(fault, "" if notation else f"it was read as {chosen}; -fo names another format")


def _refuse(fault: FrameworkSyntaxError, tip: str = "") -> NoReturn:
    """Leave with 2 over a file that cannot be read, in the words of every other command."""
    lines = [f"{fault.diagnostic} [error]"]
    lines += [f"  = tip: {each}" for each in (fault.diagnostic.hint, tip) if each]
    click.echo("\n".join(lines), err=True)
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


def _answer(framework: Framework, problem: Problem, semantics: Semantics, argument: int, limit: int) -> str:
    match problem:
        case Problem.SOME:
            extension = some_extension(framework, semantics)
            return "NO" if extension is None else _witness(framework, extension)
        case Problem.COUNT:
            return str(count_extensions(framework, semantics))
        case Problem.EVERY:
            return _all(framework, semantics, limit)
        case Problem.CREDULOUS:
            return _decision(framework, credulous(framework, semantics, argument))
        case Problem.SKEPTICAL:
            return _decision(framework, skeptical(framework, semantics, argument))


def _decision(framework: Framework, verdict: Verdict) -> str:
    answer = "YES" if verdict.accepted else "NO"
    return answer if verdict.witness is None else f"{answer}\n{_witness(framework, verdict.witness)}"


def _witness(framework: Framework, extension: Extension) -> str:
    return " ".join(["w", *map(framework.name, sorted(extension))])


def _all(framework: Framework, semantics: Semantics, limit: int) -> str:
    try:
        extensions = every_extension(framework, semantics, limit)
    except TooManyExtensionsError as fault:
        message = (
            f"There are more than {fault.limit} extensions; CE-{semantics} counts them, --limit allows more."
        )
        raise click.UsageError(message) from None
    lists = [",".join(map(framework.name, sorted(extension))) for extension in extensions]
    return f"[{','.join(f'[{members}]' for members in lists)}]"
