"""The ASPARTIX format: facts ``arg(a).`` and ``att(a,b).``, with ``%`` comments (Egly et al. 2010)."""

import re
from collections.abc import Iterator

from argmap.semantics.framework import Framework
from argmap.semantics.notation.errors import FrameworkSyntaxError, decoded, writable
from argmap.text.line_ends import place_after

_NAME = r"[^\s(),.%]+"
_FACT = re.compile(rf"(arg|att)\s*\(\s*({_NAME})\s*(?:,\s*({_NAME})\s*)?\)\s*\.")
_GAP = re.compile(r"(?:\s|%[^\n]*)*")
_HINT = "facts look like arg(a). or att(a,b)."
_NAME_BYTES = bytes(sorted(set(range(0x21, 0x7F)) - set(b"(),.%")))
_PUNCTUATION = bytes.maketrans(b"(),.", b"    ")


def read(data: bytes, file: str) -> Framework:
    """Read a framework from the bytes of an APX file; ``file`` is its name in messages.

    Raises FrameworkSyntaxError at the first fault. Arguments may be declared after they are used.
    """
    return (_read_regular(data) if data else None) or _read_any(decoded(data, file), file)


def write(framework: Framework) -> str:
    """Return the framework in APX. Raises ValueError when a name cannot be written there."""
    names = writable(framework, re.compile(_NAME), "APX")
    lines = [f"arg({name}).\n" for name in names]
    lines += [f"att({names[attacker]},{names[attacked]}).\n" for attacker, attacked in framework.attacks()]
    return "".join(lines)


def _read_regular(data: bytes) -> Framework | None:
    """Read a file with one fact a line, arguments first and no blanks, in ASCII, or return None."""
    border = data.find(b"att(")
    border = len(data) if border < 0 else border
    arguments = _facts(data[:border], b"arg", b"().\n", 2)
    attacks = _facts(data[border:], b"att", b"(,).\n", 3)
    if arguments is None or attacks is None:
        return None
    index = {name: number for number, name in enumerate(arguments[1::2])}
    try:
        sources = [index[name] for name in attacks[1::3]]
        destinations = [index[name] for name in attacks[2::3]]
        names = tuple(name.decode() for name in index)
    except KeyError:
        return None
    return Framework(len(names), sources, destinations, names) if 2 * len(names) == len(arguments) else None


def _facts(data: bytes, kind: bytes, marks: bytes, words: int) -> list[bytes] | None:
    """Return the words of facts that all have the same punctuation, or None if they have not."""
    data = data.replace(b"\r\n", b"\n")
    if data and not data.endswith(b"\n"):
        data += b"\n"
    found = data.translate(_PUNCTUATION).split()
    count = len(found) // words
    regular = data.translate(None, _NAME_BYTES) == marks * count and len(found) == words * count
    return found if regular and found[::words].count(kind) == count else None


def _read_any(text: str, file: str) -> Framework:
    index: dict[str, int] = {}
    attacks: list[re.Match[str]] = []
    for fact in _scan(text, file):
        if fact[1] == "att":
            attacks.append(fact)
        elif fact[2] in index:
            raise _fault(text, fact.start(2), file, f"argument {fact[2]!r} was already declared")
        else:
            index[fact[2]] = len(index)
    for fact in attacks:
        for part in (2, 3):
            if fact[part] not in index:
                message, hint = f"argument {fact[part]!r} is not declared", f"add arg({fact[part]})."
                raise _fault(text, fact.start(part), file, message, hint)
    if not index:
        raise _fault(text, 0, file, "no argument is declared", _HINT)
    sources, destinations = ([index[fact[part]] for fact in attacks] for part in (2, 3))
    return Framework(len(index), sources, destinations, tuple(index))


def _scan(text: str, file: str) -> Iterator[re.Match[str]]:
    place = 0
    while (place := _gap_end(text, place)) < len(text):
        fact = _FACT.match(text, place)
        if fact is None or (fact[3] is None) is (fact[1] == "att"):
            raise _fault(text, place, file, "this is not a fact about an argument or an attack", _HINT)
        yield fact
        place = fact.end()


def _gap_end(text: str, place: int) -> int:
    gap = _GAP.match(text, place)
    return place if gap is None else gap.end()


def _fault(text: str, offset: int, file: str, message: str, hint: str = "") -> FrameworkSyntaxError:
    return FrameworkSyntaxError(file, place_after(text[:offset]), message, hint)
