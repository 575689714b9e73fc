"""Make what the docs show but nobody writes by hand: the command reference, and the picture in the README.

    python -m docs.make
"""

import subprocess
import sys
from pathlib import Path

import click

from argmap.cli.group import cli
from argmap.cli.registry import COMMANDS, SECTIONS

DOCS = Path(__file__).resolve().parent
REFERENCE = DOCS / "cli.md"
PICTURE = DOCS / "images" / "map.svg"
PICTURE_COMMAND = ("argmap", "--map", "data", "render", "--svg", "-o", "docs/images/map.svg")
WIDTH = 80
_TOP = """# The commands

This page is what `--help` says, command by command. `poe golden` writes it.

"""


def reference() -> str:
    """Write the command reference."""
    pages = [_section("argmap", cli, level=2)]
    for title, commands in SECTIONS.items():
        pages.append(f"## {title}\n")
        pages += [_section(f"argmap {name}", _command(name), level=3) for name in commands]
    return _TOP + "\n".join(pages)


def picture() -> bytes:
    """Draw the sample map as the README shows it."""
    command = [sys.executable, "-m", *PICTURE_COMMAND[:-1], "-"]
    return subprocess.run(command, capture_output=True, check=True, cwd=DOCS.parent).stdout


def _command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    if found is None:
        raise KeyError(name)
    return found


def _section(name: str, command: click.Command, level: int) -> str:
    context = click.Context(command, info_name=name, terminal_width=WIDTH, **command.context_settings)
    return f"{'#' * level} {name}\n\n```text\n{command.get_help(context)}\n```\n"


def main() -> None:
    """Write the files."""
    assert COMMANDS
    REFERENCE.write_text(reference(), encoding="utf-8", newline="\n")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(picture())


if __name__ == "__main__":
    main()
