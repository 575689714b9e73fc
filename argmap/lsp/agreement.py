"""What client and server agreed on."""

from dataclasses import dataclass, field

from lsprotocol.types import ClientCapabilities

from argmap.lsp.going import PEEK
from argmap.lsp.positions import Units


@dataclass
class Agreement:
    """What the client can do, as far as answers depend on it.

    Args:
        units: in which columns are counted.
        pulls: whether the client asks for findings, so that none need be published.
        versioned: whether edits may say of which version of a document they are.
        resolves: whether the edit of an action may be left out until somebody chooses it.
        peeks: whether the client has a command that shows places beside a place.
        shows_documents: whether the client opens a document when it is asked to.
    """

    units: Units = field(default_factory=Units)
    pulls: bool = False
    versioned: bool = False
    resolves: bool = False
    peeks: bool = False
    shows_documents: bool = False

    def learn(self, client: ClientCapabilities, options: object = None) -> None:
        """Take up what a client says that it can do.

        Args:
            client: in the words of the protocol.
            options: in words of this server's: `commands` names the commands that the client has for it.
        """
        document, workspace = client.text_document, client.workspace
        self.pulls = document is not None and document.diagnostic is not None
        edits = workspace.workspace_edit if workspace else None
        self.versioned = bool(edits and edits.document_changes)
        actions = document.code_action if document else None
        resolving = actions.resolve_support if actions else None
        self.resolves = bool(resolving and "edit" in resolving.properties)
        commands = options.get("commands") if isinstance(options, dict) else None
        self.peeks = isinstance(commands, list) and PEEK in commands
        shown = client.window.show_document if client.window else None
        self.shows_documents = bool(shown and shown.support)
