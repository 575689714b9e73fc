"""Why a map cannot be shown, in the words of `argmap check`."""

from dataclasses import dataclass, field
from pathlib import Path

from argmap.diagnostics import Diagnostic
from argmap.files.assembling import Loaded
from argmap.live.editors import editor_address
from argmap.render.html.document import Json
from argmap.report.console import TextConsole
from argmap.report.diagnostics import print_diagnostics
from argmap.text.plurals import count


@dataclass(frozen=True)
class Trouble:
    """Why the picture is not that of the files.

    Args:
        title: in one sentence.
        findings: what is wrong, each with its place.
    """

    title: str = ""
    findings: list[Json] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.title)

    def told(self) -> Json:
        """Describe it to a page."""
        return {"title": self.title, "findings": self.findings}


def trouble_in(loaded: Loaded, editor: str | None) -> Trouble:
    """Tell the errors of a map.

    Args:
        loaded: the map.
        editor: in which editor their places open, one of `argmap.live.editors.EDITORS`.
    """
    errors = loaded.errors
    words = f"{count(len(errors), 'error')}: the picture shows the map as it could last be read"
    return Trouble(words, [_finding(error, loaded, editor) for error in errors])


def _finding(finding: Diagnostic, loaded: Loaded, editor: str | None) -> Json:
    console = TextConsole()
    print_diagnostics([finding], loaded.places, console)
    place = str(finding.location)
    words = console.text().strip().removeprefix(f"{place}: ")
    told: Json = {"place": place, "words": words}
    if editor is not None:
        told["address"] = editor_address(
            editor, _path(finding, loaded), finding.location.line, finding.location.column
        )
    return told


def _path(finding: Diagnostic, loaded: Loaded) -> Path:
    file = loaded.places.files.get(finding.location.file)
    return file.path if file and file.path else Path(finding.location.file)
