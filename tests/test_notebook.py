"""The notebook in the docs runs, and shows what it is stored with."""

import sys
from copy import deepcopy
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOK = Path(__file__).resolve().parent.parent / "docs" / "notebook.ipynb"
_NOT_KEPT = "output-not-kept"
_PICTURE = "image/svg+xml"


# On Windows the loop that asyncio takes helps itself with a thread, and says so.
@pytest.mark.filterwarnings("default:Proactor event loop:RuntimeWarning")
def test_the_notebook_runs_and_shows_what_it_is_stored_with(*, rewrite: bool) -> None:
    stored, executed = (nbformat.read(NOTEBOOK, as_version=4) for _ in range(2))
    nbformat.validate(stored)
    where = {"metadata": {"path": str(NOTEBOOK.parent)}}
    NotebookClient(
        executed, timeout=120, kernel_name="python3", record_timing=False, resources=where
    ).execute()
    _neither_fails_nor_warns(executed)
    _shows_pictures_a_frame_and_dataframes(executed)
    if rewrite:
        _store(executed)
    else:
        assert [_shown(cell) for cell in executed.cells] == [_shown(cell) for cell in stored.cells]


def _neither_fails_nor_warns(executed: NotebookNode) -> None:
    kinds = {(output.output_type, output.get("name")) for cell in executed.cells for output in _outputs(cell)}
    assert kinds <= {("execute_result", None), ("stream", "stdout")}


def _shows_pictures_a_frame_and_dataframes(executed: NotebookNode) -> None:
    shown = [output.data for cell in executed.cells for output in _outputs(cell) if "data" in output]
    pages = [data["text/html"] for data in shown if "text/html" in data]
    assert sum(_PICTURE in data for data in shown) >= 3
    assert sum("<iframe " in page for page in pages) == 1
    assert sum("<table " in page for page in pages) >= 2


def _outputs(cell: NotebookNode) -> list[NotebookNode]:
    return list(cell.get("outputs", ()))


def _shown(cell: NotebookNode) -> list[object]:
    """Give what a cell shows as far as it must be the same everywhere, of a picture on one system."""
    if _NOT_KEPT in cell.metadata.get("tags", ()):
        return []
    return [_same_everywhere(output) for output in _outputs(cell)]


def _same_everywhere(output: NotebookNode) -> object:
    if "data" not in output:
        return output.text
    picture = output.data.get(_PICTURE, "")
    drawn = picture if sys.platform == "linux" else bool(picture)
    return sorted(output.data), output.data.get("text/plain"), drawn


def _store(executed: NotebookNode) -> None:
    notebook = deepcopy(executed)
    for cell in notebook.cells:
        if _NOT_KEPT in cell.metadata.get("tags", ()):
            cell.outputs = []
    # The version of Python is not the notebook's affair.
    notebook.metadata.language_info = {"name": "python"}
    nbformat.write(notebook, NOTEBOOK)
