"""What a tool is: a name, typed arguments, and what answers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from argmap.files.assembling import Loaded


class Arguments(BaseModel):
    """The arguments of a tool; there are no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class Result:
    """What a tool answers.

    Args:
        text: what the command prints.
        document: the JSON document that it prints with `--json`; None where there is none.
        is_error: whether the call failed.
    """

    text: str
    document: Mapping[str, Any] | None = None
    is_error: bool = False


_Given = TypeVar("_Given", bound=Arguments)


@dataclass(frozen=True)
class Tool(Generic[_Given]):
    """A tool.

    Args:
        name: its name, where there is one that of the command.
        description: what it does, for who is to choose among tools.
        arguments: what it takes.
        answer: what answers it, of a map and the arguments.
        changes: whether it can change files.
        destroys: whether it can take away what somebody wrote.
        needs_sound_map: whether a map with errors is refused.
    """

    name: str
    description: str
    arguments: type[_Given]
    answer: Callable[[Loaded, _Given], Result]
    changes: bool = False
    destroys: bool = False
    needs_sound_map: bool = True
