"""CSL-JSON, the bibliography format of Zotero, pandoc and citeproc, and what Crossref's interface gives.

https://docs.citationstyles.org/en/stable/specification.html, csl-data.json; https://api.crossref.org

A variable of an item becomes the field of a source that says the same. What the source has no field for, and
what would be written in another way (rich text, a finer type), is kept under `kept` and comes back; what
Crossref notes for itself is named as lost. A kept variable that no longer says what the source says gives
way to it.
"""

from argmap.formats.csl_json.reading import read
from argmap.formats.csl_json.writing import write

__all__ = ["guess", "read", "write"]


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.csl.json``, or lists items as CSL and Crossref do."""
    if file.lower().endswith((".csl.json", ".csljson")):
        return True
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"[") and b'"issued"' in head and b'"type"' in head:
        return True
    return start.startswith(b"{") and b'"message-type"' in head and b'"work' in head
