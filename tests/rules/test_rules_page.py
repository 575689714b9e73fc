"""``docs/rules.md`` is what the rules say of themselves; ``--rewrite`` writes it anew."""

from pathlib import Path

from argmap.report.explanations import markdown_manual
from argmap.rules.engine.registry import RULES

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_is_the_rules_own(*, rewrite: bool) -> None:
    if rewrite:
        PAGE.write_text(markdown_manual(RULES), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == markdown_manual(RULES)
