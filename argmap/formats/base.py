"""What every format gives and takes: maps, texts, and an exact account of what could not be carried over."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location
from argmap.text.line_ends import place_after, with_newlines

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.citations.bibliography import Bibliography

SYNTAX = "I401"
"""The code of a finding about a foreign file."""


@dataclass(frozen=True, order=True, slots=True)
class Loss:
    """Something that could not be carried over.

    Args:
        what: the kind of thing, the same words for all of its kind, such as ``transition (TA)``.
        where: which one: a node, line or record, named as in its file.
        why: the reason, the same words for all of its kind.
    """

    what: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A map that was read from another format, and what of the file is not in it.

    Args:
        map: the map.
        losses: what could not be carried over.
        faults: what is wrong in parts of the file, such as one entry of many; all else came in.
    """

    map: "ArgumentMap"
    losses: tuple[Loss, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """A map in another format, and what of the map is not in it.

    Args:
        text: the whole of it.
        losses: what could not be carried over.
        parts: where the format wants several files: the name and text of each.
        beside: what is written beside the file, under its name: the ending and text of each.
        note: what else the user should know.
    """

    text: str | bytes
    losses: tuple[Loss, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    note: str = ""

    @property
    def data(self) -> bytes:
        """The content of the file."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()

    def parts_named(self, path: Path) -> dict[Path, bytes]:
        """Name the files of a format of several parts, ``name.part.ending`` each."""
        return {path.with_suffix(f".{part}{path.suffix}"): text.encode() for part, text in self.parts}

    def beside_named(self, path: Path) -> dict[Path, bytes]:
        """Name the files that stand beside the file."""
        return {path.with_suffix(ending): text.encode() for ending, text in self.beside}


class ExportError(Exception):
    """A map cannot be written in a format; the message says why, and what can be done."""


class FormatError(Exception):
    """A file cannot be read in its format.

    Args:
        diagnostics: what is wrong, one finding for each fault, in the order of the file.
    """

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics = diagnostics


def fault(file: str, place: tuple[int, int], message: str, hint: str = "") -> Diagnostic:
    """Make the finding about one fault.

    Args:
        file: the name of the file.
        place: line and column, from 1; the column counts characters.
        message: what is wrong.
        hint: what would be right.
    """
    return Diagnostic(Location(file, *place), SYNTAX, message, hint=hint)


def text_of(data: bytes, file: str) -> str:
    """Decode a file: UTF-8, or UTF-16 where it begins with that mark; line ends become newlines.

    Raises:
        FormatError: at the first byte that is not text.
    """
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        hint = "save the file as UTF-8"
        raise FormatError(fault(file, place_after(before), "this is not UTF-8 text", hint)) from None
    if "\0" in text:
        place = place_after(text[: text.index("\0")])
        raise FormatError(fault(file, place, "this is not text but binary data"))
    return with_newlines(text)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a format leaves to the user who writes it.

    Args:
        name: the name of the option, and of the argument of ``write``.
        values: what can be chosen, the default first.
        help: what it decides, in a sentence.
    """

    name: str
    values: tuple[str, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Format:
    """A foreign format, whose module is imported only when it is used.

    The module has ``guess(file: str, head: bytes) -> bool``, with ``reads`` also
    ``read(data: bytes, file: str) -> Imported``, and with ``writes`` also
    ``write(argument_map: ArgumentMap) -> Exported``. With ``choices``, ``write`` takes each of them by its
    name, and as ``stem`` the name of the file without its ending, or None where there is no file. With
    ``cites_works`` it also takes ``works``, a `argmap.citations.bibliography.Bibliography`.

    Args:
        name: how it is called on the command line.
        title: how it is called in running text.
        specification: where it is defined.
        extensions: the endings of its files, with their dots.
        reads: whether it can be imported.
        writes: whether it can be exported.
        choices: what can be chosen of how it is written.
        cites_works: whether works are cited in it in a style.
    """

    name: str
    title: str
    specification: str
    extensions: tuple[str, ...]
    reads: bool = True
    writes: bool = True
    choices: tuple[Choice, ...] = ()
    cites_works: bool = False

    @property
    def module(self) -> ModuleType:
        """The module that knows the format: its name, with underscores for hyphens."""
        return import_module(f"argmap.formats.{self.name.replace('-', '_')}")

    def read(self, data: str | bytes, file: str) -> Imported:
        """Read a file of this format.

        Args:
            data: what the file holds.
            file: its name, for findings and origins.

        Raises:
            FormatError: the file is not in this format, or holds what no map can hold.
        """
        from argmap.files.garbage_collection import no_garbage_collection
        from argmap.formats.frame import read_framed

        raw = data.encode("utf-8", errors="replace") if isinstance(data, str) else data
        with no_garbage_collection():
            imported = read_framed(self.module.read, raw, file)
        assert isinstance(imported, Imported)  # noqa: S101 — for the type checker
        return imported

    def write(
        self,
        argument_map: "ArgumentMap",
        *,
        stem: str | None = None,
        works: "Bibliography | None" = None,
        **chosen: str,
    ) -> Exported:
        """Write a map in this format.

        Args:
            argument_map: the map.
            stem: the name of the file without its ending; None where it is written into no file.
            works: the works of the map, as they are cited; by default in the usual style.
            **chosen: what was chosen of ``choices``; the default for others.

        Raises:
            ExportError: the format cannot hold such a map.
        """
        options: dict[str, object] = {**chosen, "stem": stem} if self.choices else {}
        if self.cites_works:
            options["works"] = works
        exported = self.module.write(argument_map, **options)
        assert isinstance(exported, Exported)  # noqa: S101 — for the type checker
        return exported

    def guess(self, file: str, head: bytes) -> bool:
        """Tell whether a file looks like this format.

        Args:
            file: its name.
            head: its first megabyte.
        """
        return bool(self.module.guess(file, head))
