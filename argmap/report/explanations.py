"""Manual pages of the rules: on the terminal, as Markdown and as JSON."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from textwrap import indent, wrap
from typing import Any

from argmap.report.console import Console
from argmap.report.documents import Document, document
from argmap.report.page import Page
from argmap.rules.engine.linter import RulesMeant
from argmap.rules.engine.manual import Snippet, read_page
from argmap.rules.engine.registry import DEFAULT_CODES
from argmap.rules.rule import Rule


def print_manual(meant: RulesMeant, console: Console) -> None:
    """Print the manual pages of rules that were named, else one line on each."""
    (print_explanations if meant.is_each_named else print_rules)(meant.rules, console)


def print_explanations(rules: Sequence[Rule], console: Console) -> None:
    """Print the manual pages of rules."""
    page = Page(console)
    for number, rule in enumerate(rules):
        if number:
            page.blank()
        _print_explanation(rule, page)


def _print_explanation(rule: Rule, page: Page) -> None:
    manual = read_page(rule)
    page.line((f"{rule.code} {rule.name}", "heading"), f" ({_kind(rule)})")
    page.paragraph(manual.summary)
    for title, words in (("What", manual.what), ("Why", manual.why)):
        _print_title(title, page)
        for line in wrap(words, page.width - 2):
            page.verbatim(line, indent=2)
    for title, snippets in (("Fails", manual.fails), ("Passes", manual.passes)):
        _print_title(title, page)
        for snippet in snippets:
            _print_snippet(snippet, page)


def print_rules(rules: Sequence[Rule], console: Console) -> None:
    """Print one line on each rule, by family."""
    page = Page(console)
    width = max(len(rule.name) for rule in rules)
    for number, (family, members) in enumerate(groupby(rules, lambda rule: rule.family)):
        if number:
            page.blank()
        page.line((family, "heading"))
        for rule in members:
            page.line("  ", (rule.code, "id"), f" {rule.name:<{width}}  {rule.summary}")


def rules_document(rules: Sequence[Rule]) -> Document:
    """Put manual pages into the document of ``argmap explain --json``."""
    return document("explain", rules=[_document(rule) for rule in rules])


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


def _print_title(title: str, page: Page) -> None:
    page.blank()
    page.line((title, "heading"))


def _print_snippet(snippet: Snippet, page: Page) -> None:
    if "." in snippet.label:
        page.line((f"  {snippet.label}:", "quiet"))
    for line in indent(snippet.text.rstrip("\n"), "    ").split("\n"):
        page.verbatim(line)


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
