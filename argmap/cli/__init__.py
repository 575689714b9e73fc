"""The command line: one file per command, loaded when it is called."""

import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Final

READER_LEFT: Final = 141
"""The exit code of a program whose reader left the pipe, as shells count it: 128 and SIGPIPE."""


def main() -> None:
    """Run the command line; the entry point of the installed program."""
    # What a command makes lives until it ends; to look for circles in it costs a tenth of the time.
    gc.disable()
    _do_without_plugins()
    from argmap.cli.group import cli

    for stream in (sys.stdout, sys.stderr):
        # Pipes on Windows default to a code page that most names do not fit.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        cli(prog_name="argmap")
    finally:
        # Else Python looks for circles once more before it ends.
        gc.freeze()
        if not _flush_or_drop():
            sys.exit(READER_LEFT)


def _do_without_plugins() -> None:
    """Spare pydantic the search for plugins, which no record here wants.

    To be told not to search it has a variable; the parser of e-mail and archives that reads the metadata of
    packages is then imported all the same. What a later pydantic wants of that module besides, it gets of the
    real one; where the module has another name one day, the variable is left.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")

    def of_the_real_one(name: str) -> object:
        """Give anything else that the module has."""
        sys.modules.pop(loader.__name__, None)
        return getattr(import_module(loader.__name__), name)

    loader.get_plugins = tuple  # type: ignore[attr-defined]  # what a module holds is not declared
    loader.__getattr__ = of_the_real_one  # type: ignore[method-assign]  # PEP 562
    sys.modules.setdefault(loader.__name__, loader)


def _flush_or_drop() -> bool:
    """Write out what is left; drop it where the reader of a pipe has gone, so that nobody complains.

    Returns:
        Whether everything was written.
    """
    try:
        sys.__stdout__.flush()  # type: ignore[union-attr]  # a console program has one
    except (BrokenPipeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return False
    return True
