"""What a name stands for, and whether a new one can take its place."""

from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.editing.naming import is_key
from argmap.references import NewNames
from argmap.text.ids import WHAT_IDS_ARE

_SPACES: Final = dict.fromkeys(("statement", "inference", "attack"), "node")
"""What shares its names with the others of the same space."""


def things_called(argument_map: ArgumentMap, name: str) -> list[str]:
    """Say what is called so: ``person``, ``source``, ``statement``, ``inference``, ``attack`` or ``tag``."""
    tags = {tag for one in argument_map.statements.values() for tag in one.tags} | {*argument_map.info.tags}
    speakers = {one.by for one in argument_map.statements.values()}
    works = {one.source.work for one in argument_map.statements.values() if one.source}
    known = {
        "person": name in argument_map.people or name in speakers,
        "source": name in argument_map.sources or name in works,
        "statement": name in argument_map.statements,
        "inference": name in argument_map.inferences,
        "attack": name in argument_map.named_attacks,
        "tag": name in tags,
    }
    return [kind for kind, is_known in known.items() if is_known]


def unfit(kind: str, new: str) -> str:
    """Say why a name cannot be one of its kind; nothing where it can."""
    if kind != "tag" and not is_key(new):
        return f"`{new}` is not an id: {WHAT_IDS_ARE}"
    return "a tag is not empty" if kind == "tag" and not new.strip() else ""


def taken(argument_map: ArgumentMap, kind: str, new: str) -> str:
    """Say what has a name already that something of a kind is to have; nothing where it is free."""
    space = _SPACES.get(kind, kind)
    found = (one for one in things_called(argument_map, new) if _SPACES.get(one, one) == space)
    one = next(found, None)
    return f"there is a {one} `{new}` already" if one else ""


def new_names(kind: str, old: str, new: str) -> NewNames:
    """Give the new name of one thing."""
    one = {old: new}
    if kind == "person":
        return NewNames(people=one)
    if kind == "source":
        return NewNames(sources=one)
    return NewNames(tags=one) if kind == "tag" else NewNames(nodes=one)
