"""``argmap explain``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_rules
from argmap.cli.shared.context import FINDINGS, console, print_json
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.rules.rule import Rule


@click.command("explain")
@click.argument("rules", nargs=-1, metavar="[RULE]...", shell_complete=complete_rules)
@json_option
@map_options
def command(*, rules: tuple[str, ...], as_json: bool) -> None:
    """Explain rules of `check`: what they find, why, and an example.

    \b
    Examples:
      argmap explain G401
      argmap explain self-attack quote-not-found
      argmap explain                 lists all rules
      argmap explain S               lists the rules on sources
    """
    from argmap.rules.engine.registry import RULES, find_rule, matching_codes

    named = [rule for name in rules if (rule := find_rule(name))]
    unknown = [name for name in rules if not matching_codes(name)]
    if unknown:
        _refuse(unknown[0])
    if rules and len(named) == len(rules):
        _explain(named, as_json=as_json)
        return
    codes = {code for name in rules for code in matching_codes(name)}
    _list([rule for rule in RULES if not rules or rule.code in codes], as_json=as_json)


def _refuse(name: str) -> None:
    from argmap.rules.engine.linter import rule_hint

    say(f"there is no rule `{name}`; {rule_hint(name)}")
    raise SystemExit(FINDINGS)


def _explain(rules: "list[Rule]", *, as_json: bool) -> None:
    from argmap.report.explanations import print_explanations, rules_document

    if as_json:
        print_json(rules_document(rules))
        return
    print_explanations(rules, console())


def _list(rules: "list[Rule]", *, as_json: bool) -> None:
    from argmap.report.explanations import print_rules, rules_document

    if as_json:
        print_json(rules_document(rules))
    else:
        print_rules(rules, console())
