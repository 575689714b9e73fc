"""Where a field of a record stands in a file, whose short forms leave out parts of its path."""

from collections.abc import Mapping

from argmap.editing.intention import value_at
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path


def written_path(sections: Mapping[str, Value], record: Path, path: Path) -> Path:
    """Turn the path of a field into that of the value that holds it.

    Args:
        sections: the values of the file.
        record: the path of the record.
        path: field names as they are written in files, and list positions, from the record inwards.

    Returns:
        The path from the top of the file. A lone reason, for one, stands without the list and the mapping
        that it could stand in.
    """
    found = record
    value = value_at(sections, record)
    for part in path:
        if isinstance(value, dict) and part in value:
            value = value[str(part)]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            continue
        found = (*found, part)
    return found
