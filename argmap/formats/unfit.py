"""What no map can hold of a foreign file, gathered while a map is made; the reader's frame tells them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Unfit:
    """A record with values that no map can hold.

    Args:
        model: the kind of record.
        name: its id or key in the map.
        foreign: what it is called in the file.
        fields: what it would say.
        error: what is wrong with it.
    """

    model: type[BaseModel]
    name: str
    foreign: str
    fields: Mapping[str, Any]
    error: ValidationError


class UnfitError(Exception):
    """No map can be made.

    Args:
        records: why not, in the order of the map.
    """

    def __init__(self, *records: Unfit) -> None:
        super().__init__(", ".join(record.name for record in records))
        self.records = records


@dataclass
class Checked:
    """Makes records, and remembers which could not be made."""

    unfit: list[Unfit] = field(default_factory=list)

    def add(
        self,
        known: dict[str, _Model],
        name: str,
        model: type[_Model],
        fields: Mapping[str, Any],
        foreign: str = "",
    ) -> None:
        """Make a record of its fields, and put it where it belongs.

        Args:
            known: the records of its kind.
            name: its id or key.
            model: its kind.
            fields: what it says.
            foreign: what it is called in the file.
        """
        try:
            known[name] = model.model_validate(fields)
        except ValidationError as error:
            self.unfit.append(Unfit(model, name, foreign, fields, error))

    def stop_if_unfit(self) -> None:
        """Raise UnfitError if a record could not be made."""
        if self.unfit:
            raise UnfitError(*self.unfit)
