"""What client and server agreed on."""

from dataclasses import dataclass, field

from lsprotocol.types import ClientCapabilities

from argmap.lsp.positions import Units


@dataclass
class Agreement:
    """What the client can do, as far as answers depend on it.

    Args:
        units: in which columns are counted.
        pulls: whether the client asks for findings, so that none need be published.
        versioned: whether edits may say of which version of a document they are.
        resolves: whether the edit of an action may be left out until somebody chooses it.
    """

    units: Units = field(default_factory=Units)
    pulls: bool = False
    versioned: bool = False
    resolves: bool = False

    def learn(self, client: ClientCapabilities) -> None:
        """Take up what a client says that it can do."""
        document, workspace = client.text_document, client.workspace
        self.pulls = document is not None and document.diagnostic is not None
        edits = workspace.workspace_edit if workspace else None
        self.versioned = bool(edits and edits.document_changes)
        actions = document.code_action if document else None
        resolving = actions.resolve_support if actions else None
        self.resolves = bool(resolving and "edit" in resolving.properties)
