"""Why a file is left as it is."""

from argmap.files.yaml.places import ReadFile


class EditRefusedError(Exception):
    """An edit would change more than is meant, or a file cannot be written: nothing was changed.

    Args:
        file: the file; None where it does not matter.
        reason: why, in words that go on after "cannot be changed: ".
    """

    def __init__(self, file: ReadFile | None, reason: str) -> None:
        name = file.name if file else "the map"
        super().__init__(f"{name} cannot be changed: {reason}")
        self.reason = reason
