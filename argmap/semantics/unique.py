"""Semantics under which every framework has exactly one extension."""

from collections.abc import Callable

from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension


class Unique:
    """Answers for a semantics given by a function from a framework to its one extension."""

    def __init__(self, extension: Callable[[Framework], Extension]) -> None:
        self.some = extension

    def every(self, framework: Framework, limit: int) -> list[Extension]:
        """Return the extension as a list of one, or of none when the limit is 0."""
        return [self.some(framework)][:limit]

    def count(self, framework: Framework) -> int:  # noqa: ARG002
        """Return 1."""
        return 1

    def having(self, framework: Framework, argument: int) -> Extension | None:
        """Return the extension if the argument is in it, else None."""
        extension = self.some(framework)
        return extension if argument in extension else None

    def lacking(self, framework: Framework, argument: int) -> Extension | None:
        """Return the extension if the argument is not in it, else None."""
        extension = self.some(framework)
        return None if argument in extension else extension
