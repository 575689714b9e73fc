"""What a name means in a store: `argmap.queries.find`, as far as that goes without reading everything."""

import re
from typing import Final

from argmap.corpus.engine import Engine
from argmap.corpus.part import is_joint
from argmap.corpus.quoting import quoted_text
from argmap.queries.select import NoMatchError
from argmap.text.fold import foldings

_NUMBERED: Final = re.compile(r"(\d+)\.(.+)", re.DOTALL)
_MOST_SUGGESTED: Final = 3
_PLAIN: Final = re.compile(r"[^\W_]+")


def statements_called(engine: Engine, name: str) -> list[int]:
    """Find the statements with an id; in a store of several maps, with or without the number of the map.

    Args:
        engine: what answers; it knows the tables of a store.
        name: the id.

    Returns:
        Their numbers, in the order of the store.
    """
    wanted = [f"id = {quoted_text(name)}"]
    if (match := _NUMBERED.fullmatch(name)) and is_joint(engine):
        wanted.append(f"(map = {int(match[1])} AND id = {quoted_text(match[2])})")
    found = engine.rows(f"SELECT node FROM statements WHERE {' OR '.join(wanted)} ORDER BY node")
    return [int(row[0] or 0) for row in found]


def people_called(engine: Engine, name: str) -> list[int]:
    """Find the people whom a name means: by key, else by the whole name, else by words or a part of it.

    Args:
        engine: what answers; it knows the tables of a store.
        name: the name, in any script and case.

    Returns:
        Their numbers; none where nobody is called so.
    """
    stages = [f"key = {quoted_text(name)}"]
    for spelling in foldings(name):
        who = "-".join(_PLAIN.findall(spelling))
        if who:
            stages += [
                f"who = {quoted_text(who)}",
                f"('-' || who || '-') LIKE {quoted_text(f'%-{who}-%')}",
                f"('-' || who) LIKE {quoted_text(f'%-{who}%')}",
            ]
    for stage in stages:
        if found := engine.rows(f"SELECT person FROM people WHERE {stage} ORDER BY person"):
            return [int(row[0] or 0) for row in found]
    return []


def people_meant(engine: Engine, name: str) -> list[int]:
    """Find the people whom a name means.

    Raises:
        NoMatchError: nobody is called so.
    """
    found = people_called(engine, name)
    if not found:
        raise NoMatchError(name, ())
    return found


def statements_meant(engine: Engine, name: str) -> list[int]:
    """Find the statements that a name means: the one of this id, or those of a person.

    Raises:
        NoMatchError: it means neither; the message names statements whose titles hold it.
    """
    if found := statements_called(engine, name):
        return found
    if people := people_called(engine, name):
        listed = ", ".join(map(str, people))
        rows = engine.rows(f"SELECT node FROM statements WHERE speaker IN ({listed}) ORDER BY node")
        return [int(row[0] or 0) for row in rows]
    raise NoMatchError(name, _titled(engine, name))


def _titled(engine: Engine, name: str) -> list[str]:
    words = _PLAIN.findall(name.lower())
    if not words:
        return []
    holds = " AND ".join(f"lower(title) LIKE {quoted_text(f'%{word}%')}" for word in words)
    number = "CAST(map AS VARCHAR(20)) || '.' || id" if is_joint(engine) else "id"
    rows = engine.rows(f"SELECT {number} FROM statements WHERE {holds} ORDER BY node LIMIT {_MOST_SUGGESTED}")
    return [str(row[0]) for row in rows]
