"""What was read before, kept in memory for programs that read the same files again and again."""

from collections import OrderedDict
from hashlib import blake2b
from pathlib import Path
from typing import Final

from argmap.files.faults.record_names import RecordNames
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_bytes
from argmap.files.records.rereading import reread
from argmap.files.yaml.decoding import decode, line_starts

_MOST_BYTES: Final = 256 * 1024 * 1024


class RecordCache:
    """The records of files by their content: a file that did not change is not read again.

    The names in records that are still the same are remembered too, those of one map at a time.

    Args:
        most_bytes: how many bytes the files that are kept may have in all; the one that was asked for last
            is kept in any case, the others go in the order in which they were asked for.
    """

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self.names = RecordNames()
        self._most = most_bytes
        self._kept: OrderedDict[tuple[str, Path | None, bytes], tuple[int, FileRecords]] = OrderedDict()
        self._last: dict[tuple[str, Path | None], tuple[str, Path | None, bytes]] = {}
        self._size = 0

    def read(self, name: str, path: Path | None, raw: bytes) -> FileRecords:
        """Read the content of a file, unless it was read before; the result must not be changed.

        Args:
            name: what findings call it.
            path: where it is on disk; None for what is not a file.
            raw: all of its bytes.
        """
        key = name, path, blake2b(raw, digest_size=32).digest()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        records = self._reread(name, path, raw) or read_bytes(name, path, raw)
        self._kept[key] = len(raw), records
        self._last[name, path] = key
        self._size += len(raw)
        while self._size > self._most and len(self._kept) > 1:
            _, (size, _) = self._kept.popitem(last=False)
            self._size -= size
        return records

    def _reread(self, name: str, path: Path | None, raw: bytes) -> FileRecords | None:
        """Read only what is otherwise than it was before; None where that cannot be told."""
        _, before = self._kept.get(self._last.get((name, path), (name, path, b"")), (0, None))
        if before is None or not before.is_sound:
            return None
        text, faults = decode(raw, name)
        return None if faults else reread(before, text, line_starts(text))
