"""``argmap lsp``."""

import click

from argmap.cli.shared.context import UNUSABLE
from argmap.cli.shared.saying import say
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
    try:
        from argmap.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        say("the language server is not installed", 'python -m pip install "argmap[lsp]"')
        raise SystemExit(UNUSABLE) from error
    serve(*give_streams())
