"""Files of every format in any size, good ones and faulty ones, for `tests.formats.test_growth`."""

import json
from collections.abc import Callable
from typing import Any, Final

Make = Callable[[int], str]


def _aif(kinds: Callable[[int], list[dict[str, Any]]], edges: Callable[[int], list[tuple[Any, Any]]]) -> Make:
    def make(size: int) -> str:
        listed = [{"fromID": one, "toID": other} for one, other in edges(size)]
        return json.dumps({"nodes": kinds(size), "edges": listed, "locutions": []})

    return make


def _node(name: object, kind: str, text: str = "A text.") -> dict[str, Any]:
    return {"nodeID": str(name), "type": kind, "text": text}


def _chain(size: int) -> list[dict[str, Any]]:
    return [_node(number, "RA" if number % 2 else "I") for number in range(2 * size + 1)]


def _next(size: int) -> list[tuple[Any, Any]]:
    return [(number, number + 1) for number in range(2 * size)]


def _star(middle: str, end: str, point: str) -> Make:
    def nodes(size: int) -> list[dict[str, Any]]:
        return [_node("m", middle), _node("e", end), *(_node(n, point, f"Bo : {n}") for n in range(size))]

    return _aif(nodes, lambda size: [*((n, "m") for n in range(size)), ("m", "e")])


def _conflicts(size: int) -> list[dict[str, Any]]:
    return [_node(number, "I") for number in range(size)] + [_node(f"c{n}", "CA") for n in range(size)]


def _in_a_circle(size: int) -> list[tuple[Any, Any]]:
    return [pair for n in range(size) for pair in ((n, f"c{n}"), (f"c{n}", f"c{(n + 1) % size}"))]


def _anchored(size: int) -> list[dict[str, Any]]:
    acts = [_node(f"y{n}", "YA", "Asserting") for n in range(size)]
    return [_node("i", "I"), *acts, *(_node(f"l{n}", "L", f"Bo {n} : x") for n in range(size))]


def _anchors(size: int) -> list[tuple[Any, Any]]:
    return [pair for n in range(size) for pair in ((f"l{n}", f"y{n}"), (f"y{n}", "i"))]


_AIF: Final[dict[str, Make]] = {
    "good": _aif(_chain, _next),
    "good-premises": _star("RA", "I", "I"),
    "good-locutions": _star("RA", "I", "L"),
    "good-attackers": _star("CA", "I", "I"),
    "good-circle": _aif(_conflicts, _in_a_circle),
    "good-anchors": _aif(_anchored, _anchors),
    "faulty-nodes": _aif(lambda size: [{"text": "x"}] * size, lambda _: []),
    "faulty-edges": _aif(lambda _: [], lambda size: [("", "")] * size),
    "faulty-rows": lambda size: json.dumps({"nodes": [1] * size, "edges": [], "locutions": []}),
    "faulty-ends": _aif(lambda _: [], lambda size: [(n, n) for n in range(size)]),
}


def _ova(nodes: Callable[[int], Any], edges: Callable[[int], Any]) -> Make:
    return lambda size: json.dumps({"nodes": nodes(size), "edges": edges(size), "analysis": {"title": "x"}})


def _sadface(nodes: Callable[[int], Any], edges: Callable[[int], Any]) -> Make:
    return lambda size: json.dumps({"resources": [], "nodes": nodes(size), "edges": edges(size)})


def _atoms(size: int) -> list[dict[str, Any]]:
    kinds = ({"type": "atom", "text": "T"}, {"type": "scheme", "name": "support"})
    return [{"id": str(number), **kinds[number % 2]} for number in range(2 * size + 1)]


def _argdown_json(**sections: Callable[[int], Any]) -> Make:
    def make(size: int) -> str:
        parts = {name: part(size) for name, part in sections.items()}
        return json.dumps({"statements": _said(size), "arguments": {}, **parts})

    return make


def _said(size: int) -> dict[str, Any]:
    return {f"s{n}": {"title": f"s{n}", "members": [{"text": "x", "startLine": n}]} for n in range(size)}


def _relation(one: str, other: str) -> dict[str, str]:
    kinds = {"fromType": "equivalence-class", "toType": "equivalence-class"}
    return {"relationType": "support", "from": one, "to": other, **kinds}


def _marked(size: int) -> dict[str, Any]:
    links = [{"type": "link", "start": 2 * n, "stop": 2 * n, "url": "u"} for n in range(size)]
    tags = [{"type": "tag", "start": 2 * n, "stop": 2 * n} for n in range(size)]
    return {"a": {"title": "a", "members": [{"text": "x " * size, "ranges": [*links, *tags]}]}}


def _graph(*parts: str) -> Make:
    def make(size: int) -> str:
        listed = (part.replace("N+1", str(n + 1)).replace("N", str(n)) for part in parts for n in range(size))
        return f'<arggraph id="g">{"".join(listed)}</arggraph>'

    return make


_UNIT: Final = '<edu id="eN">T</edu><adu id="aN" type="pro"/><edge id="sN" src="eN" trg="aN" type="seg"/>'


def _repeated(text: str, before: str = "", after: str = "") -> Make:
    """Repeat a text in which ``N`` stands for a number, and ``N+1`` for the next."""

    def make(size: int) -> str:
        parts = (text.replace("N+1", str(n + 2)).replace("N", str(n + 1)) for n in range(size))
        return before + "".join(parts) + after

    return make


def _yaml(**sections: str) -> Make:
    def make(size: int) -> str:
        return "\n".join(f"{name}:\n{_repeated(item)(size)}" for name, item in sections.items())

    return make


FILES: Final[dict[str, dict[str, Make]]] = {
    "aif": _AIF,
    "xaif": {
        name: lambda size, make=make: '{"AIF": ' + make(size) + "}"  # type: ignore[misc]  # bound at once
        for name, make in _AIF.items()
    },
    "ova": {
        "good": _ova(
            lambda size: [{"id": n, "type": "RA" if n % 2 else "I", "text": "x"} for n in range(2 * size)],
            lambda size: [{"from": {"id": n}, "to": {"id": n + 1}} for n in range(2 * size - 1)],
        ),
        "faulty-nodes": _ova(lambda size: [{"text": "x"}] * size, lambda _: []),
        "faulty-edges": _ova(lambda _: [], lambda size: [{"from": {}, "to": {}}] * size),
    },
    "sadface": {
        "good": _sadface(
            _atoms, lambda size: [{"source_id": str(n), "target_id": str(n + 1)} for n in range(2 * size)]
        ),
        "faulty-nodes": _sadface(lambda size: [{"type": "atom"}] * size, lambda _: []),
        "faulty-edges": _sadface(lambda _: [], lambda size: [{}] * size),
    },
    "argdown-json": {
        "good": _argdown_json(relations=lambda size: [_relation(f"s{n}", "s0") for n in range(1, size)]),
        "good-marks": _argdown_json(statements=_marked),
        "faulty-types": _argdown_json(relations=lambda size: [{"relationType": []}] * size),
        "faulty-ends": _argdown_json(relations=lambda size: [_relation(f"x{n}", "y") for n in range(size)]),
        "faulty-members": _argdown_json(arguments=lambda size: {"a": {"members": [1] * size}}),
        "faulty-lines": _argdown_json(arguments=lambda size: {"a": {"pcs": [{"title": "x"}] * size}}),
    },
    "arggraph": {
        "good": _graph(_UNIT, '<edge id="rN" src="aN" trg="a0" type="sup"/>'),
        "good-additions": _graph(_UNIT, '<edge id="cN" src="aN" trg="cN+1" type="add"/>'),
        "faulty-ends": _graph('<edge id="rN" src="xN" trg="y" type="sup"/>'),
        "faulty-types": _graph('<adu id="aN" type="x"/>'),
        "faulty-ids": _graph("<edu>T</edu>"),
        "faulty-elements": _graph("<x/>"),
    },
    "iccma": {
        "good": lambda size: f"p af {size}\n" + "".join(f"{n} {n % size + 1}\n" for n in range(1, size + 1)),
        "good-comments": _repeated("# N\n", before="p af 3\n"),
        "faulty": _repeated("N x\n", before="p af 3\n"),
        "faulty-end": _repeated("1 2\n", before="p af 3\n", after="x"),
    },
    "apx": {
        "good": lambda size: _repeated("arg(aN).\n")(size) + _repeated("att(aN,a1).\n")(size),
        "faulty": _repeated("arg(\n"),
        "faulty-end": _repeated("arg(aN).\n", after="att(x,y)."),
        "faulty-attacks": _repeated("att(aN,b).\n"),
    },
    "tgf": {
        "good": lambda size: _repeated("N label N\n")(size) + "#\n" + _repeated("N 1 undercut\n")(size),
        "faulty": _repeated("N x y\n", before="1\n#\n"),
        "faulty-end": _repeated("N N\n", after="#\n1 x\n"),
    },
    "argdown": {
        "good": _repeated("[sN]: Text N. #tag\n  + [sN+1]\n\n"),
        "good-structures": _repeated("<aN>\n\n(1) One N.\n(2) Two.\n----\n(3) [s]: Three.\n\n"),
        "good-undercuts": _repeated("  _> <b>\n", before="<a>: x\n"),
        "good-attacks": _repeated("  - Untitled N.\n", before="[a]: x\n"),
        "good-words": _repeated("*word N* [link](u) **b** @[s]\n"),
        "good-include": _repeated("@include(in.x)\n", before="===\ntitle: x\n===\n"),
        "faulty-brackets": _repeated("[", before="[a]: x\n"),
        "faulty-links": _repeated("[a](", before="[a]: x\n"),
        "faulty-braces": _repeated("[sN]: x {a: [}\n\n"),
        "faulty-comments": _repeated("/* <!-- ", before="[a]: x\n"),
        "faulty-structures": _repeated("(N) x\n\n"),
        "faulty-indents": _repeated("   + [sN]\n - x\n"),
        "faulty-emphasis": _repeated("*_**__", before="[a]: "),
    },
    "kialo": {
        "good": _repeated("1.N. Pro: Text [1] of N.\n", before="1. Thesis\n", after="\nSources:\n[1] x\n"),
        "good-links": _repeated("1.N+1. Pro: -> See 1.N.\n", before="1. Thesis\n1.1. Pro: x\n"),
        "good-sources": _repeated("[N] Work N http://x\n", before="1. Thesis\n\nSources:\n"),
        "good-brackets": _repeated("[a](", before="1. Thesis "),
        "good-escapes": _repeated("[\\[\\]", before="1. Thesis "),
        "faulty-links": _repeated("1.N. Pro: -> See 1.N+1.\n", before="1. Thesis\n"),
        "faulty-parents": _repeated("N.5.7. Pro: x\n", before="1. Thesis\n"),
        "faulty-twice": _repeated("1.1. Pro: x\n", before="1. Thesis\n"),
    },
    "carneades": {
        "good": _yaml(
            statements="  sN: {text: Text N.}\n", arguments="  aN: {conclusion: s1, premises: [sN]}\n"
        ),
        "good-restated": _yaml(statements="  sN: {meta: {argmap: {restates: [s1]}}}\n"),
        "faulty-names": _yaml(
            statements="  sN: {text: Text N.}\n", arguments="  aN: {conclusion: tN, premises: [uN]}\n"
        ),
        "faulty-shapes": _yaml(statements="  sN: [x]\n", arguments="  aN: x\n"),
        "faulty-values": _yaml(statements="  sN: {meta: {argmap: {restates: ['x N']}}}\n"),
        "faulty-attacks": _yaml(statements="  p: x\n", arguments="  aN: {meta: {argmap: {is: attack}}}\n"),
    },
    "bibtex": {
        "good": _repeated("@book{kN, title={T {N} \\& x}, author={A, B and C, D}, year=2001}\n"),
        "good-authors": _repeated("A N and ", before="@book{k, title={T}, author={", after="C, D}}"),
        "faulty": _repeated("@book{kN, title={T\n"),
        "faulty-fields": _repeated("@book{kN, title=}\n"),
        "faulty-twice": _repeated("@book{k, title={T}}\n"),
        "faulty-latex": _repeated("\\href", before="@book{k, title={", after="}}"),
        "faulty-dollars": _repeated("$", before="@book{k, title={", after="}}"),
    },
    "csl-json": {
        "good": lambda size: json.dumps(
            [{"id": f"k{n}", "title": "T", "author": [{"family": "F"}]} for n in range(size)]
        ),
        "good-authors": lambda size: json.dumps([{"id": "k", "author": [{"name": "F"}] * size}]),
        "faulty": lambda size: json.dumps([1] * size),
        "faulty-authors": lambda size: json.dumps([{"id": "k", "author": [{}] * size}]),
        "faulty-values": lambda size: json.dumps([{"id": [], "title": {}, "URL": {}}] * size),
    },
}
"""For each format what is read, whose labels begin with ``good``, and what has faults, with ``faulty``."""
