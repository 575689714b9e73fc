"""Renaming, as `argmap rename` does it."""

from lsprotocol.types import PrepareRenameParams, PrepareRenamePlaceholder, RenameParams, WorkspaceEdit

from argmap.editing.map_edit import MapEdit
from argmap.editing.new_names import new_names, taken, things_called, unfit
from argmap.editing.refusal import EditRefusedError
from argmap.editing.renaming import rename
from argmap.editing.still_meant import other_than
from argmap.lsp.edits import workspace_edit
from argmap.lsp.occurrences import Occurrence, occurrence_at
from argmap.lsp.protocol import RefusedError
from argmap.lsp.spaces import Space
from argmap.lsp.state import Document, State
from argmap.rules.engine.renamed_baseline import baseline_after


def prepare(document: Document, params: PrepareRenameParams) -> PrepareRenamePlaceholder | None:
    """Tell what would be renamed at a place."""
    found = occurrence_at(document, *document.at(params.position))
    if found is None:
        return None
    kind = _kind(document.state, found)
    state, uri = document.state, document.buffer.uri
    state.asked.pop(uri, None)
    if kind == "statement":
        state.asked[uri] = state.map.statements[found.name]
    return PrepareRenamePlaceholder(document.state.range(found.place), found.name)


def rename_at(document: Document, params: RenameParams) -> WorkspaceEdit | None:
    """Rename what the name at a place stands for, wherever it is named."""
    found = occurrence_at(document, *document.at(params.position))
    if found is None:
        return None
    state, new = document.state, params.new_name
    refuse_errors(state)
    kind = _kind(state, found)
    _refuse_another(document, found.name)
    if why := unfit(kind, new) or taken(state.map, kind, new):
        raise RefusedError(why)
    edit = MapEdit(state.loaded)
    try:
        after = edit.confirm(rename(edit, new_names(kind, found.name, new)))
        change = baseline_after(state.loaded, after, state.settings)
        others = {change[0]: (change[1].decode(), change[2].decode())} if change else {}
        return workspace_edit(state, edit, others)
    except EditRefusedError as error:
        raise RefusedError(str(error)) from error
    except (OSError, ValueError):
        return workspace_edit(state, edit)


def _refuse_another(document: Document, name: str) -> None:
    """Refuse to rename what has got its id since the editor began to ask; asked once more, it is renamed.

    Raises:
        RefusedError: another statement has it.
    """
    statements = document.state.map.statements
    before = document.state.asked.pop(document.buffer.uri, None)
    if before and before.id == name in statements and (why := other_than(before, statements[name])):
        raise RefusedError(why)


def refuse_errors(state: State) -> None:
    """Refuse to change a map with errors, as commands do.

    Raises:
        RefusedError: with the first of them.
    """
    if state.loaded.errors:
        raise RefusedError(f"the map has errors to mend first: {state.loaded.errors[0]}")


def _kind(state: State, found: Occurrence) -> str:
    """Give what kind of thing a name stands for.

    Raises:
        RefusedError: it stands for nothing, or cannot be renamed.
    """
    if "/" in found.name:
        raise RefusedError(f"`{found.name}` is called after its conclusion; give the inference an `id` first")
    kinds = things_called(state.map, found.name)
    nodes = [kind for kind in kinds if kind in {"statement", "inference", "attack"}]
    fitting = nodes if found.space is Space.NODE else [kind for kind in kinds if kind == found.space.value]
    if not fitting:
        raise RefusedError(f"nothing here is called `{found.name}`")
    return fitting[0]
