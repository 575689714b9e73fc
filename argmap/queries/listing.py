"""The statements of a map, as a list of them is asked for."""

from argmap.argument_map import ArgumentMap
from argmap.queries.roots import is_thesis
from argmap.queries.select import Selection, select_whatever_basis


def list_statements(
    argument_map: ArgumentMap, selection: Selection, kind: str | None = None, *, main: bool = False
) -> list[str]:
    """List statements, those that only the editor supplied among them.

    Args:
        argument_map: the map.
        selection: which part of it.
        kind: `claim` or `rebuttal`; None for both.
        main: whether to list only the theses of their authors.

    Returns:
        Their ids, in the map's order.

    Raises:
        NoMatchError: a name means nothing in this map.
    """
    records = {"claim": argument_map.claims, "rebuttal": argument_map.rebuttals}
    among = records.get(kind or "", argument_map.statements)
    keys = [key for key in select_whatever_basis(argument_map, selection) if key in among]
    return [key for key in keys if is_thesis(argument_map, key)] if main else keys
