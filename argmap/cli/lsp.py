"""``argmap lsp``."""

import click

from argmap.cli.shared.extras import needing
from argmap.cli.streams import give_streams


@click.command("lsp")
def command() -> None:
    r"""Serve an editor: findings while one types, completion, definitions, renaming, quick fixes.

    The server speaks the Language Server Protocol on standard input and output, and is started by the editor;
    docs/editors.md says how. It needs `pip install "argmap[lsp]"`.

    \b
    Example, in Neovim:
      vim.lsp.start({name = "argmap", cmd = {"argmap", "lsp"}})
    """
    with needing("the language server is not installed", 'python -m pip install "argmap[lsp]"'):
        from argmap.lsp.server import serve
    serve(*give_streams())
