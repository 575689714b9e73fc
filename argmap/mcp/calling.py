"""A call of a tool: its arguments checked, the map read, and whatever goes wrong told in words."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from argmap.authoring.refusals import RefusedRequestError
from argmap.csl import CslError
from argmap.editing.refusal import EditRefusedError
from argmap.files.assembling import Loaded
from argmap.files.faults.first_fault import first_fault
from argmap.mcp.map_on_disk import MapOnDisk
from argmap.mcp.tool import Result, Tool
from argmap.report.console import TextConsole
from argmap.report.diagnostics import print_diagnostics
from argmap.report.documents import plain
from argmap.report.findings_json import findings_document
from argmap.rules.engine.baseline import fingerprints
from argmap.semantics.reasoning import TooManyExtensionsError
from argmap.semantics.solver_missing import SolverMissingError
from argmap.text.reasons import reason

_TOLD: Final = (
    LookupError,
    ValueError,
    CslError,
    EditRefusedError,
    TooManyExtensionsError,
    SolverMissingError,
)
"""What a call may end with that its message explains, such as a name that means nothing."""


def call(tool: Tool[Any], arguments: Mapping[str, Any], on_disk: MapOnDisk) -> Result:
    """Call a tool on the map as it stands now.

    Args:
        tool: the tool.
        arguments: what it was called with.
        on_disk: the map.
    """
    try:
        given = tool.arguments.model_validate(arguments)
    except ValidationError as error:
        return _failed(f"{tool.name}: {first_fault(error)}")
    try:
        loaded = on_disk.read()
        if tool.needs_sound_map and loaded.errors:
            return _unusable(loaded)
        return tool.answer(loaded, given)
    except RefusedRequestError as error:
        return _failed("\n".join((*error.details, str(error))))
    except _TOLD as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(f"{error.filename or 'a file'}: {reason(error)}")


def _failed(message: str) -> Result:
    return Result(message, is_error=True)


def _unusable(loaded: Loaded) -> Result:
    """Tell all errors of a map, as `argmap check` does."""
    console = TextConsole()
    print_diagnostics(loaded.errors, loaded.places, console)
    marks = fingerprints(loaded.errors, loaded.places)
    document = plain(findings_document(loaded.errors, marks))
    return Result(console.text().removesuffix("\n"), document, is_error=True)
