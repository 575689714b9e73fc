"""New values as YAML, in the way in which what stands around them is written."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from argmap.editing.nodes import Node
from argmap.files.map_text.yaml_scalars import (
    WIDTH,
    double_quoted,
    folded_lines,
    inline,
    single_quoted,
    value,
)
from argmap.files.yaml.document import Value
from argmap.files.yaml.places import ReadFile

_HEADER: Final = re.compile(r"[|>][+\-0-9]*")


def replaced_text(file: ReadFile, node: Node, text: str, *, flow: bool) -> str:
    """Write another text in place of one, in its style as far as that can hold it.

    Args:
        file: the file.
        node: the text that is there.
        text: the new one.
        flow: whether it stands inside brackets.

    Returns:
        The YAML that replaces it, block texts with their own line ends.
    """
    old = file.text[node.start : node.end]
    if node.style in {"|", ">"} and (block := _block(file, node, old, text)):
        return block
    if node.style == '"':
        return double_quoted(text)
    kept = single_quoted(text) if node.style == "'" else None
    return kept or inline(text, flow=flow)


def _block(file: ReadFile, node: Node, old: str, text: str) -> str:
    """Write a block text anew below the same announcement; nothing where a block cannot hold the text."""
    lines = old.splitlines()
    header = _HEADER.match(old)
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), 0)
    if header is None or not indent or text != text.strip() or value(text, indent, WIDTH + 1)[:1] == '"':
        return ""
    widest = max(len(line) for line in lines[1:])
    width = max(widest, WIDTH if len(lines) == 2 else 0) - indent  # noqa: PLR2004 — one line of text may grow
    if node.style == ">" and "\n" not in text:
        new = folded_lines(text, width)
    elif node.style == "|":
        new = text.split("\n")
    else:
        return ""
    newline = newline_of(file)
    return newline.join([lines[0], *(" " * indent + line if line else "" for line in new)])


def newline_of(file: ReadFile) -> str:
    """Give the line end that a file uses: that of its first line."""
    found = re.search("\r\n|\r|\n", file.text)
    return found.group() if found else "\n"


def flow_value(new: Value) -> str:
    """Write a value on one line, as it stands inside brackets."""
    if isinstance(new, Mapping):
        return "{" + ", ".join(flow_entry(key, inner) for key, inner in new.items()) + "}"
    if isinstance(new, Sequence) and not isinstance(new, str):
        return "[" + ", ".join(flow_value(item) for item in new) + "]"
    return inline(new, flow=True) if isinstance(new, str) else ""


def flow_entry(key: str, new: Value) -> str:
    """Write an entry of a mapping as it stands inside brackets."""
    return f"{inline(key, flow=True)}: {flow_value(new)}".rstrip()


def block_entry(key: str, new: Value, column: int) -> list[str]:
    """Write an entry of a mapping that begins in some column, one or more lines without that indentation.

    Args:
        key: the key.
        new: its value; a list or mapping is written in brackets where it fits on the line.
        column: how many columns stand before it.
    """
    name = inline(key)
    if isinstance(new, str):
        first, *rest = value(new, column + 2, column + len(name) + 2).split("\n")
        return [f"{name}: {first}", *(line[column:] if line.strip() else "" for line in rest)]
    line = f"{name}: {flow_value(new)}".rstrip()
    if column + len(line) <= WIDTH or not new:
        return [line]
    inner = block_lines(new, column + 2)
    return [f"{name}:", *(f"  {line}" if line else "" for line in inner)]


def block_lines(new: Value, column: int) -> list[str]:
    """Write a value on lines of its own, without the indentation of the column in which they begin."""
    if isinstance(new, Mapping):
        return [line for key, inner in new.items() for line in block_entry(key, inner, column)]
    if isinstance(new, Sequence) and not isinstance(new, str):
        return [line for item in new for line in block_item(item, column)]
    return value(new, column, column).split("\n") if isinstance(new, str) else [""]


def block_item(new: Value, column: int) -> list[str]:
    """Write an item of a list after its dash, without the indentation of the dash."""
    if isinstance(new, Mapping) and new:
        lines = block_lines(new, column + 2)
    elif isinstance(new, str):
        first, *rest = value(new, column + 2, column + 2).split("\n")
        lines = [first, *(line[column + 2 :] if line.strip() else "" for line in rest)]
    else:
        lines = [flow_value(new)]
    return [f"- {lines[0]}".rstrip(), *(f"  {line}" if line else "" for line in lines[1:])]
