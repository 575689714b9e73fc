"""Make what the docs show but nobody writes by hand: the command reference, the layout of a store, pictures.

python -m docs.make

The pictures of an editor and of a browser are taken by tests: `poe pictures`.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from argmap.cli.group import cli
from argmap.cli.registry import SECTIONS
from argmap.corpus.tables import TABLES, Table

DOCS = Path(__file__).resolve().parent
REFERENCE = DOCS / "cli.md"
STORES = DOCS / "corpora.md"
LAYOUT_BEGINS, LAYOUT_ENDS = "<!-- layout: written by docs.make -->\n", "<!-- end of layout -->\n"
"""What stands around the part of that page that is made."""
PICTURES = {
    DOCS / "images" / "overview.svg": ("--view", "overview"),
    DOCS / "images" / "istomin.svg": ("--focus", "istomin", "--depth", "1", "--text", "title"),
}
"""Where each picture stands, and the options of `argmap render` that draw it of the sample map."""
WIDTH = 80
_TOP = """# The commands

This page is what `--help` says, command by command. `poe golden` writes it.

"""


def reference() -> str:
    """Write the command reference."""
    pages = [_section("argmap", cli, level=2)]
    for title, commands in SECTIONS.items():
        pages.append(f"## {title}\n")
        for name in commands:
            command = _command(name)
            pages.append(_section(f"argmap {name}", command, level=3))
            pages += [
                _section(f"argmap {name} {part}", inner, level=4) for part, inner in _subcommands(command)
            ]
    return _TOP + "\n".join(pages)


def with_layout(page: str) -> str:
    """Put the layout of a store into the page that tells of stores."""
    before, _, rest = page.partition(LAYOUT_BEGINS)
    _, _, after = rest.partition(LAYOUT_ENDS)
    tables = "\n".join(map(_layout, TABLES))
    return f"{before}{LAYOUT_BEGINS}\n{tables}\n{LAYOUT_ENDS}{after}"


def _layout(table: Table) -> str:
    rows = "".join(
        f"| `{column.name}` | {column.type}{', or null' if column.optional else ''} | {column.holds} |\n"
        for column in table.columns
    )
    return f"`{table.name}`: {table.holds}\n\n| column | type | what it holds |\n|---|---|---|\n{rows}"


def picture(options: Sequence[str]) -> bytes:
    """Draw the sample map as the README shows it."""
    command = [sys.executable, "-m", "argmap", "--map", "data", "render", *options, "--svg", "-o", "-"]
    return subprocess.run(command, capture_output=True, check=True, cwd=DOCS.parent).stdout


def _command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    if found is None:
        raise KeyError(name)
    return found


def _subcommands(command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """Give the commands inside a command, in the order of its help."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None:
                yield name, found


def _section(name: str, command: click.Command, level: int) -> str:
    above, _, word = name.rpartition(" ")
    parent = click.Context(cli, info_name=above, **cli.context_settings) if above else None
    settings = {} if above else cli.context_settings
    context = click.Context(command, parent, info_name=word, terminal_width=WIDTH, **settings)
    return f"{'#' * level} {name}\n\n```text\n{command.get_help(context)}\n```\n"


def main() -> None:
    """Write the files."""
    REFERENCE.write_text(reference(), encoding="utf-8", newline="\n")
    STORES.write_text(with_layout(STORES.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for path, options in PICTURES.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(picture(options))


if __name__ == "__main__":
    main()
