"""``argmap explain``."""

import click

from argmap.cli.shared.completing import complete_rules
from argmap.cli.shared.context import FINDINGS, console, print_json
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.saying import say


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
    from argmap.report.explanations import print_manual, rules_document
    from argmap.rules.engine.linter import UnknownRuleError, rules_meant

    try:
        meant = rules_meant(rules)
    except UnknownRuleError as error:
        say(str(error))
        raise SystemExit(FINDINGS) from None
    if as_json:
        print_json(rules_document(meant.rules))
    else:
        print_manual(meant, console())
