"""Manual pages of the rules: on the terminal, as Markdown and as JSON."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from textwrap import indent, wrap
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from argmap.rules.engine.manual import Snippet, read_page
from argmap.rules.engine.registry import DEFAULT_CODES
from argmap.rules.rule import Rule

_WIDEST: Final = 100


def print_explanation(rule: Rule, console: Console) -> None:
    """Print the manual page of a rule."""
    page = read_page(rule)
    console.print(Text.assemble((f"{rule.code} {rule.name}", "heading"), f" ({_kind(rule)})"), soft_wrap=True)
    console.print(Text(page.summary))
    for title, words in (("What", page.what), ("Why", page.why)):
        console.print(Text(f"\n{title}", "heading"))
        wrapped = wrap(words, min(console.width, _WIDEST) - 2)
        console.print(Text("\n".join(f"  {line}" for line in wrapped)), soft_wrap=True)
    for title, snippets in (("Fails", page.fails), ("Passes", page.passes)):
        console.print(Text(f"\n{title}", "heading"))
        for snippet in snippets:
            _print_snippet(snippet, console)


def print_rules(rules: Sequence[Rule], console: Console) -> None:
    """Print one line on each rule, by family."""
    width = max(len(rule.name) for rule in rules)
    for number, (family, members) in enumerate(groupby(rules, lambda rule: rule.family)):
        console.print(Text(f"\n{family}" if number else family, "heading"))
        for rule in members:
            line = Text.assemble("  ", (rule.code, "id"), f" {rule.name:<{width}}  {rule.summary}")
            console.print(line, soft_wrap=True)


def rules_document(rules: Sequence[Rule]) -> Mapping[str, Any]:
    """Put manual pages into the document of ``argmap explain --json``."""
    return {"schema": "argmap/explain/1", "rules": [_document(rule) for rule in rules]}


def markdown_manual(rules: Sequence[Rule]) -> str:
    """Write the pages of all rules as one Markdown page, which is ``docs/rules.md``."""
    parts = [_INTRODUCTION]
    for family, group in groupby(rules, lambda rule: rule.family):
        members = list(group)
        listed = "\n".join(
            f"| [{rule.code}](#{_anchor(rule)}) | `{rule.name}` | {_kind(rule)} | {rule.summary} |"
            for rule in members
        )
        parts.append(f"## {family}\n\n| code | name | severity | |\n|---|---|---|---|\n{listed}\n")
        parts += [f"### {rule.code} {rule.name}\n\n{_markdown_page(rule)}" for rule in members]
    return "\n".join(parts)


_INTRODUCTION = """\
# The rules of `argmap check`

Made from the rules' own docstrings, whose examples are tested; `argmap explain CODE` prints the same in the
terminal. How to run, select and ignore rules stands in [checking.md](checking.md).
"""


def _anchor(rule: Rule) -> str:
    return f"{rule.code.lower()}-{rule.name}"


def _markdown_page(rule: Rule) -> str:
    page = read_page(rule)
    fails = "\n".join(map(_fenced, page.fails))
    passes = "\n".join(map(_fenced, page.passes))
    return f"{page.summary}\n\n{page.what}\n\n{page.why}\n\nFails:\n\n{fails}\nPasses:\n\n{passes}"


def _fenced(snippet: Snippet) -> str:
    caption = f"{snippet.label}:\n\n" if "." in snippet.label else ""
    return f"{caption}```{snippet.language}\n{snippet.text}```\n"


def _print_snippet(snippet: Snippet, console: Console) -> None:
    if "." in snippet.label:
        console.print(Text(f"  {snippet.label}:", "quiet"))
    console.print(Text(indent(snippet.text.rstrip("\n"), "    ")), soft_wrap=True)


def _kind(rule: Rule) -> str:
    return rule.severity.value if rule.code in DEFAULT_CODES else "remark, only when selected"


def _document(rule: Rule) -> Mapping[str, Any]:
    page = read_page(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "default": rule.code in DEFAULT_CODES,
        "summary": page.summary,
        "what": page.what,
        "why": page.why,
        "fails": [_example(snippet) for snippet in page.fails],
        "passes": [_example(snippet) for snippet in page.passes],
    }


def _example(snippet: Snippet) -> Mapping[str, str]:
    return {"file": snippet.file, "text": snippet.text}
