"""Which statement of each map is which of a key, as YAML that people edit.

Below `maps` stands for each map what each statement of the key is called there. A name with a question
mark is what argmap proposed and nobody has confirmed; `null` says that the map does not have the statement;
what is not there is left to argmap.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.files.map_text.yaml_scalars import inline
from argmap.formats.base import FormatError, fault, text_of
from argmap.formats.foreign_yaml import Place, YamlMap, YamlText, YamlValue, place_of, read_yaml
from argmap.queries.comparing.alignment import Given, Pair, Way
from argmap.queries.comparing.compare import Comparison
from argmap.text.clean import one_line
from argmap.text.nearest import nearest, quoted

_PROPOSED: Final = "?"
_HEAD: Final = """\
# Which statement of the key (left) is which of each map (right). A name with ? was proposed and is not
# confirmed: take the ? out, name another statement, or write null where the map does not have it.
"""


class AlignmentFile:
    """What a file says of the statements of several maps.

    Args:
        name: the name of the file.
        maps: the path of each map, and what is said of it.
    """

    def __init__(self, name: str, maps: YamlMap) -> None:
        self._name, self._maps = name, maps

    @classmethod
    def read(cls, data: bytes, name: str) -> "AlignmentFile":
        """Read a file.

        Raises:
            FormatError: it is not such a file.
        """
        root = read_yaml(text_of(data, name), name)
        maps = root.get("maps") if isinstance(root, YamlMap) else None
        if not isinstance(maps, YamlMap):
            hint = (
                "write `maps:`, below it the path of a map, and below that `statement of the key: statement`"
            )
            raise FormatError(fault(name, place_of(maps, place_of(root)), "this is not an alignment", hint))
        return cls(name, maps)

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of the maps of which it says something."""
        return tuple(map(str, self._maps))

    def given(self, name: str, key: ArgumentMap, other: ArgumentMap) -> Given:
        """Give what it says of a map; nothing for one that it does not name.

        Raises:
            FormatError: it names statements that the key or the map does not have, or one of them twice.
        """
        said = self._maps.get(name)
        if said is not None and not isinstance(said, YamlMap):
            what = "here stands what each statement of the key is called in the map"
            raise FormatError(fault(self._name, place_of(said), what))
        confirmed: dict[str, str | None] = {}
        proposed: dict[str, str] = {}
        faults: list[Diagnostic] = []
        for ours, theirs in (said or YamlMap()).items():
            faults += self._unknown(place_of(ours), str(ours), key, "the key")
            word = str(theirs) if isinstance(theirs, YamlText) else None
            if word is None:
                faults += self._not_a_name(theirs)
                confirmed[str(ours)] = None
                continue
            bare = word.removesuffix(_PROPOSED).rstrip()
            faults += self._unknown(place_of(theirs), bare, other, f"`{name}`")
            if bare in (*confirmed.values(), *proposed.values()):
                faults.append(
                    fault(self._name, place_of(theirs), f"`{bare}` stands for two statements of the key")
                )
            if bare == word:
                confirmed[str(ours)] = word
            else:
                proposed[str(ours)] = bare
        if faults:
            raise FormatError(*faults)
        return Given(confirmed, proposed)

    def _unknown(self, place: Place, name: str, known: ArgumentMap, where: str) -> Iterator[Diagnostic]:
        if name not in known.statements:
            hint = quoted(nearest(name, known.statements), "did you mean")
            yield fault(self._name, place, f"{where} has no statement `{name}`", hint)

    def _not_a_name(self, value: YamlValue) -> Iterator[Diagnostic]:
        if value is not None:
            yield fault(
                self._name, place_of(value), "here stands the name of one statement of the map, or null"
            )


def write_alignments(comparisons: Mapping[str, Comparison], key: str) -> str:
    """Write which statement is which, for people to correct.

    Args:
        comparisons: the path of each map, and the map beside the key.
        key: what the key is called.
    """
    lines = [_HEAD + f"key: {inline(key)}", "maps:"]
    for name, comparison in comparisons.items():
        lines.append(f"  {inline(name, flow=True)}:")
        pairs = {pair.key: pair for pair in comparison.alignment.pairs}
        for statement in comparison.key.statements:
            lines += _entry(comparison, statement, pairs.get(statement))
        lines += [
            f"    # not in the key: {other}: {_shown(comparison.other, other)}"
            for other in comparison.alignment.surplus
        ]
    return "\n".join(lines) + "\n"


def _entry(comparison: Comparison, statement: str, pair: Pair | None) -> Iterator[str]:
    if pair is None:
        yield f"    # not found: {statement}: {_shown(comparison.key, statement)}"
    elif pair.way is not Way.TEXT:
        yield f"    {inline(statement)}: {inline(pair.other)}"
    else:
        yield f"    # {_shown(comparison.key, statement)}"
        yield f"    # {_shown(comparison.other, pair.other)}"
        doubt = f"  # {pair.score:.2f}: {pair.why}" if pair.why else f"  # {pair.score:.2f}"
        yield f"    {inline(statement)}: {inline(pair.other)}{_PROPOSED}{doubt}"


def _shown(argument_map: ArgumentMap, name: str) -> str:
    return one_line(argument_map.statements[name].label)
