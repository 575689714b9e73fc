"""Variables that are kept for the way back: texts as they are, all else as JSON."""

import json
from typing import Any, Final

FORMAT: Final = "csl-json"
"""Under what name they are kept."""

BOOKKEEPING: Final = frozenset(
    (
        *("indexed", "deposited", "created", "published", "published-print", "published-online", "posted"),
        *("reference", "references", "reference-count", "references-count", "is-referenced-by-count"),
        *("content-domain", "content-created", "content-updated", "content-deposited", "link", "license"),
        *("relation", "resource", "member", "prefix", "score", "assertion", "update-policy", "update-to"),
        *("alternative-id", "clinical-trial-number", "free-to-read", "archive_collection_id", "funder"),
        *("issn-type", "isbn-type", "journal-issue", "approved", "accepted", "institution", "subject"),
        *("system_id", "attachments", "_graph", "uri", "uris"),
    )
)
"""What Crossref and other programs note for themselves."""


def encode(value: object) -> str:
    """Write a value: a text as it is, unless it would be taken for JSON.

    Args:
        value: anything that JSON holds.
    """
    if isinstance(value, str) and _parsed(value) is None:
        return value
    return json.dumps(value, ensure_ascii=False)


def decode(kept: str) -> Any:  # noqa: ANN401 — anything that JSON holds
    """Read back what `encode` wrote."""
    found = _parsed(kept)
    return kept if found is None else found[0]


def _parsed(text: str) -> tuple[Any] | None:
    try:
        return (json.loads(text),)
    except (ValueError, RecursionError):
        return None
