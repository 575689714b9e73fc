"""What ``argmap path`` prints: a chain, one statement a line."""

from argmap.argument_map import ArgumentMap
from argmap.queries.paths import Chain, Step
from argmap.report.console import Console
from argmap.report.page import Page
from argmap.report.statements import VERBS
from argmap.text.clean import one_line

_KINDS = {"premise": "is a premise of", "conclusion": "supports"}
_ENDS = (".", "?", "!", "…")
_BACKWARDS = {"premise": "starts from", "conclusion": "is supported by"}


def print_chain(argument_map: ArgumentMap, chain: Chain, console: Console) -> None:
    """Print a chain, one statement a line, with how each bears on the next."""
    page = Page(console)
    first, last = chain.nodes[0], chain.nodes[-1]
    if len(chain.nodes) == 1:
        page.paragraph("Both names mean the same statement.")
    elif chain.bears:
        end = _label(argument_map, last)
        page.paragraph(
            (_label(argument_map, first).rstrip("."), "name"),
            f" speaks {chain.bears} ",
            (end, "name"),
            "" if end.endswith(_ENDS) else ".",
        )
    else:
        page.paragraph("Neither bears on the other, but they are connected:")
    page.blank()
    page.entry(_label(argument_map, first), key=first, indent=2)
    for step in chain.steps:
        inferred = [(" (inferred)", "inferred")] if step.basis == "inferred" else []
        page.paragraph((_words(step), "attack" if step.kind in VERBS else "support"), *inferred, indent=4)
        page.entry(_label(argument_map, step.end), key=step.end, indent=2)


def _words(step: Step) -> str:
    if step.kind in VERBS:
        return f"{step.kind}s" if step.forward else f"is {VERBS[step.kind]} by"
    return _KINDS[step.kind] if step.forward else _BACKWARDS[step.kind]


def _label(argument_map: ArgumentMap, node: str) -> str:
    step = argument_map.inferences.get(node)
    if step is not None:
        return f"the inference{f' ({one_line(step.scheme)})' if step.scheme else ''}"
    statement = argument_map.statements[node]
    author = f"{one_line(argument_map.person_name(statement.by))}: " if statement.by else ""
    return author + one_line(statement.label)
