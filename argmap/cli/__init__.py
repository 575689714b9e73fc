"""The command line: one file per command, loaded when it is called."""

import gc
import os
import sys
from importlib import import_module
from types import ModuleType

from argmap.cli.endings import NOT_WRITTEN, READER_LEFT, stopped_by
from argmap.signals import Stopped, stop_at_once, stop_by_exception


def main() -> None:
    """Run the command line; the entry point of the installed program."""
    stop_by_exception()
    try:
        code = _run()
    except Stopped as stop:
        code = stopped_by(stop.number)
    stop_at_once()
    # Else Python looks for circles once more before it ends.
    gc.freeze()
    sys.exit(code)


def _run() -> int | str | None:
    """Run a command, and give its exit code."""
    # What a command makes lives until it ends; to look for circles in it costs a tenth of the time.
    gc.disable()
    _do_without_plugins()
    from argmap.cli.streams import OutputError, drop_output, flush_output, open_streams

    open_streams()
    try:
        code = _call()
        flush_output()
    except Stopped:
        drop_output()
        raise
    except OutputError as error:
        if error.reader_left:
            return READER_LEFT
        from argmap.cli.shared.saying import say

        say(str(error))
        return NOT_WRITTEN
    return code


def _call() -> int | str | None:
    from argmap.cli.group import cli

    try:
        cli(prog_name="argmap")
    except SystemExit as leaving:
        return leaving.code
    return None


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
        if name.startswith("__"):  # asked for by the import itself, which would bring in the real one
            raise AttributeError(name)
        sys.modules.pop(loader.__name__, None)
        return getattr(import_module(loader.__name__), name)

    loader.get_plugins = tuple  # type: ignore[attr-defined]  # what a module holds is not declared
    loader.__getattr__ = of_the_real_one  # type: ignore[method-assign]  # PEP 562
    sys.modules.setdefault(loader.__name__, loader)
