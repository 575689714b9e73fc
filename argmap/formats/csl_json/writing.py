"""Sources to CSL-JSON, with what was kept of the items from which they came."""

from collections.abc import Mapping
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.citations.csl_items import DATES, csl_item
from argmap.citations.source_types import type_of_csl
from argmap.formats.base import Exported
from argmap.formats.bibliographies import bibliography_losses
from argmap.formats.csl_json.dates import read_csl_date
from argmap.formats.csl_json.items import KEYS, RICH, read_item, text_of_value
from argmap.formats.csl_json.kept import FORMAT, decode
from argmap.formats.csl_json.rich_text import rich_text
from argmap.formats.json_text import write_json
from argmap.model import Person, Source
from argmap.text.ids import as_id


def write(argument_map: ArgumentMap) -> Exported:
    """Write the sources; claims and rebuttals are not part of a bibliography."""
    items = [_item(key, source, argument_map.people) for key, source in argument_map.sources.items()]
    return Exported(write_json(items), tuple(bibliography_losses(argument_map, "CSL-JSON", {FORMAT})))


def written_item(key: str, source: Source, people: Mapping[str, Person]) -> dict[str, Any]:
    """Give a source as an item that reads back as the same source.

    Args:
        key: of the source.
        source: the work.
        people: of the map, by key.
    """
    item = csl_item(key, source, people)
    for name, field in DATES.items():
        date = getattr(source, field)
        if date and read_csl_date(item[name]) != date:
            item[name]["raw"] = date
    return {name: rich_text(value) if name in RICH else value for name, value in item.items()}


def _item(key: str, source: Source, people: Mapping[str, Person]) -> dict[str, Any]:
    item = written_item(key, source, people)
    kept = {name: decode(value) for name, value in source.kept.get(FORMAT, {}).items()}
    if not kept:
        return item
    if "type" in kept and type_of_csl(text_of_value(kept["type"])) is not source.type:
        del kept["type"]
    elif kept.get("type", "") is None:
        del kept["type"], item["type"]
    if key != as_id(next((text_of_value(kept[name]) for name in KEYS if name in kept), key)):
        kept = {name: value for name, value in kept.items() if name not in KEYS}
    if kept.get("title", "") is None:
        del kept["title"]
        if item["title"] == key:
            del item["title"]
    return _merged(item, kept)


def _merged(item: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    """Put kept variables in the place of those that are written anew, where they say the same."""
    wanted, alone = read_item(item), read_item(kept)
    superseded = {
        name
        for ours, names in wanted.used.items()
        if alone.said.get(ours) == wanted.said[ours]
        for name in names
    }
    merged = {name: value for name, value in item.items() if name not in superseded} | kept
    together = read_item(merged)
    for ours, names in together.used.items():
        if together.said[ours] != wanted.said.get(ours):
            merged = {name: value for name, value in merged.items() if name not in names or name not in kept}
            merged |= {name: item[name] for name in wanted.used.get(ours, ())}
    order = dict.fromkeys((*item, *merged))
    return {name: merged[name] for name in order if name in merged}
