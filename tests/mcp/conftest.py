"""A map in a folder, and a way to call tools on it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp")

from argmap.files.find import find_map
from argmap.mcp.asking import ASKING
from argmap.mcp.calling import call
from argmap.mcp.changing import changing_tools
from argmap.mcp.map_on_disk import MapOnDisk
from argmap.mcp.tool import Result

Call = Callable[..., Result]


@pytest.fixture
def call_tool(debate: Path) -> Call:
    """Call a tool on the small map by its name: ``call_tool("show", {"names": ["ada"]})``."""
    on_disk = MapOnDisk(lambda: find_map(debate, debate.parent))

    def called(name: str, arguments: Mapping[str, Any], *, write: bool = True) -> Result:
        tools = {tool.name: tool for tool in (*ASKING, *changing_tools(write=write))}
        return call(tools[name], arguments, on_disk)

    return called
