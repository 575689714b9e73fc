"""``argmap watch``."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from argmap.cli.registry import SECTIONS
from argmap.cli.shared.context import maps_meant, usage
from argmap.cli.shared.extras import needing
from argmap.cli.shared.naming import group_options
from argmap.cli.shared.saying import clear_screen, say
from argmap.signals import Stopped
from argmap.text.lists import first_few
from argmap.text.plurals import count

if TYPE_CHECKING:
    from argmap.live.following import Follower

_WRITING: Final = {*SECTIONS["Write"], "review"}
"""The commands that change what would be watched."""

_MOST_NAMED: Final = 3


@click.command("watch", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.option("--poll", is_flag=True, help="Look again and again, where the file system tells of no changes.")
@click.argument("words", metavar="COMMAND [ARGS]...", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], *, poll: bool) -> None:
    r"""Run a command of argmap again after each change of the map.

    What counts is the content of the map's files, of argmap.toml, and of what it names. On a terminal the
    screen is cleared before each run. Ctrl-C ends it, with exit code 0.

    \b
    Examples:
      argmap watch unanswered
      argmap watch check --select S
      argmap watch render -o map.svg
    """
    options = group_options(ctx)
    files = _named_files(ctx, words)
    with needing("`argmap watch` needs a library more", "run `python -m pip install 'argmap[live]'`"):
        from argmap.live.following import Follower
        from argmap.live.watched_files import WatchedFiles
    watched = WatchedFiles(maps_meant(), files)
    program = [sys.executable, "-P", "-m", "argmap", *options, *words]
    try:
        with Follower(watched, poll=poll) as follower:
            say(f"watching {count(len(watched), 'file')}; Ctrl-C ends it")
            _run_again_and_again(program, follower)
    except (KeyboardInterrupt, Stopped) as stop:
        import signal

        if isinstance(stop, Stopped) and stop.number != signal.SIGINT:
            raise


def _run_again_and_again(program: Sequence[str], follower: "Follower") -> None:
    import subprocess

    from argmap.files.disk.listing import shown_name

    while True:
        subprocess.run(program, check=False)  # noqa: S603 — argmap itself, with the words that were typed
        changed = follower.wait()
        clear_screen()
        say(f"{first_few(map(shown_name, changed), _MOST_NAMED)} changed")


def _named_files(ctx: click.Context, words: Sequence[str]) -> tuple[Path, ...]:
    """Check the command line that is to be run, and give the files that it reads besides the map."""
    name, *arguments = words
    group = ctx.find_root().command
    assert isinstance(group, click.Group)  # noqa: S101 — for the type checker
    _, inner, _ = group.resolve_command(ctx, [name])
    if name in SECTIONS["Live"]:
        usage(f"`argmap {name}` cannot be watched: it runs until it is ended.")
    if name in _WRITING or inner is None:
        usage(f"`argmap {name}` cannot be watched: it changes what it would be run after.")
    context = inner.make_context(name, list(arguments), parent=ctx.parent)
    values = [
        context.params.get(parameter.name or "")
        for parameter in inner.params
        if isinstance(parameter.type, click.Path) and parameter.name != "output"
    ]
    paths = [path for value in values for path in (value if isinstance(value, tuple | list) else [value])]
    return tuple(Path(path) for path in paths if path and Path(path).is_file())
