"""``argmap serve``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.citing import style_option
from argmap.cli.shared.context import UNUSABLE, load, looking_up_names, maps_meant, usage
from argmap.cli.shared.extras import needing
from argmap.cli.shared.options import map_argument, map_options, selection_options
from argmap.cli.shared.saying import print_line, say
from argmap.live.editors import EDITORS
from argmap.signals import Stopped
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from argmap.live.serving import Exhibition
    from argmap.live.snapshot import Snapshot
    from argmap.queries.select import Selection


@click.command("serve")
@map_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Where to listen; by default any free one."
)
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@click.option(
    "--editor",
    type=click.Choice(tuple(EDITORS)),
    help="Where the places of findings open when they are clicked.",
)
@click.option("--edit", is_flag=True, help="Let the page change the map.")
@click.option("--poll", is_flag=True, help="Look again and again, where the file system tells of no changes.")
@style_option
@selection_options
@map_options
def command(
    selection: "Selection",
    *,
    port: int,
    no_open: bool,
    editor: str | None,
    edit: bool,
    poll: bool,
    style: str | None,
) -> None:
    r"""Show the map in the browser, and let the page follow its files.

    Whatever changes a file of the map, the page shows it at once, and keeps what you look at. While a file
    cannot be read, the last picture stays, with what is wrong. Only this machine can reach the page, and
    only with the address that is printed. Ctrl-C ends it, with exit code 0.

    \b
    Examples:
      argmap serve
      argmap serve --editor code
      argmap serve --edit
      argmap serve --port 8000 --no-open
    """
    with needing("`argmap serve` needs some libraries more", "run `python -m pip install 'argmap[live]'`"):
        from argmap.live import serving
        from argmap.live.application import application
        from argmap.live.desk import Desk
        from argmap.live.door import Door
        from argmap.live.following import Follower
        from argmap.live.room import Room
        from argmap.live.watched_files import WatchedFiles
    found = maps_meant(writes=edit)[0]
    if str(found.path) == "-":
        usage("`argmap serve` shows a map in files, not one on standard input.")
    exhibition, snapshot = _first(selection, editor, style)
    room = Room(snapshot, editing=edit)
    try:
        listener = serving.bind(port)
    except OSError as error:
        say(f"port {port} cannot be used: {reason(error)}", "without --port a free one is taken")
        raise SystemExit(UNUSABLE) from None
    desk = Desk(exhibition, room) if edit else None
    door = Door(application(room, desk), listener.getsockname()[1])
    try:
        with (
            Follower(WatchedFiles((found,)), poll=poll) as follower,
            serving.serving(door, listener, room),
        ):
            print_line(door.address)
            say(f"showing {found.shown}; Ctrl-C ends it")
            if not no_open:
                _open(door.address_once)
            exhibition.renew(room)
            serving.follow(exhibition, room, follower)
    except (KeyboardInterrupt, Stopped) as stop:
        import signal

        if isinstance(stop, Stopped) and stop.number != signal.SIGINT:
            raise


def _first(selection: "Selection", editor: str | None, style: str | None) -> "tuple[Exhibition, Snapshot]":
    """Draw the map for the first time; leave where it cannot be read or drawn."""
    from argmap.cli.shared.citing import style_of
    from argmap.live.serving import Exhibition
    from argmap.live.snapshot import Studio
    from argmap.render.engine import EngineError
    from argmap.render.service import NothingToDrawError

    loaded = load()
    exhibition = Exhibition(maps_meant()[0], Studio(selection, style_of(loaded, style)), editor)
    try:
        with looking_up_names():
            return exhibition, exhibition.snapshot(loaded)
    except (EngineError, NothingToDrawError) as error:
        say(str(error))
        raise SystemExit(UNUSABLE) from None


def _open(address: str) -> None:
    """Open the browser, however long that takes."""
    import webbrowser
    from threading import Thread

    Thread(target=lambda: webbrowser.open(address), name="browser", daemon=True).start()
