"""Give a field of a record a value, whether it is there already or not."""

from argmap.editing.intention import Insertion, Intention
from argmap.editing.nodes import record_node
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile


def set_field(file: ReadFile, record: Path, field: str, value: Value, after: tuple[str, ...]) -> Intention:
    """Mean a field to have a value.

    Args:
        file: the file of the record.
        record: the path of the record.
        field: the field.
        value: its new value.
        after: the fields behind the last of which it is put where it is new.
    """
    node = record_node(file, record)
    if node is not None and node.position(field) is not None:
        return Intention(values={(*record, field): value})
    before = [key.text for key in node.keys if key.text in after] if node else []
    return Intention(inserted={record: [Insertion(value, field, before[-1] if before else None)]})
