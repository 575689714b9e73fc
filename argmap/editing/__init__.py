"""The only place that changes a file that somebody wrote.

>>> from argmap.editing import MapEdit, add_statement  # doctest: +SKIP

Each name is loaded when it is first used.
"""

from typing import TYPE_CHECKING, Final

from argmap.lazy_names import lazily

if TYPE_CHECKING:
    from argmap.editing.adding import add_entry, add_statement
    from argmap.editing.formatting import formatted
    from argmap.editing.map_edit import MapEdit, restore
    from argmap.editing.moving import move_records
    from argmap.editing.naming import new_id
    from argmap.editing.reasons import add_reason
    from argmap.editing.refusal import EditRefusedError
    from argmap.editing.removal import map_without, mean_removal, owned, plan_removal, referrers
    from argmap.editing.renaming import rename
    from argmap.editing.setting import set_fields
    from argmap.references import NewNames

_HOMES: Final = {
    "add_entry": "argmap.editing.adding",
    "add_statement": "argmap.editing.adding",
    "formatted": "argmap.editing.formatting",
    "MapEdit": "argmap.editing.map_edit",
    "restore": "argmap.editing.map_edit",
    "move_records": "argmap.editing.moving",
    "new_id": "argmap.editing.naming",
    "add_reason": "argmap.editing.reasons",
    "EditRefusedError": "argmap.editing.refusal",
    "map_without": "argmap.editing.removal",
    "mean_removal": "argmap.editing.removal",
    "owned": "argmap.editing.removal",
    "plan_removal": "argmap.editing.removal",
    "referrers": "argmap.editing.removal",
    "rename": "argmap.editing.renaming",
    "set_fields": "argmap.editing.setting",
    "NewNames": "argmap.references",
}

__all__ = [
    "EditRefusedError",
    "MapEdit",
    "NewNames",
    "add_entry",
    "add_reason",
    "add_statement",
    "formatted",
    "map_without",
    "mean_removal",
    "move_records",
    "new_id",
    "owned",
    "plan_removal",
    "referrers",
    "rename",
    "restore",
    "set_fields",
]


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
