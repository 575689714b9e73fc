"""Every rule, by family, in the order of their codes."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.dialogue import reply_before_challenge, stale_review, suspect_challenge
from argmap.rules.fields import (
    empty_value,
    hidden_text,
    missing_field,
    unknown_field,
    unknown_section,
    wrong_shape,
    wrong_value,
)
from argmap.rules.people import person_without_claims, person_without_thesis, statement_without_author
from argmap.rules.reading import (
    anchor_or_alias,
    duplicate_key,
    empty_file,
    file_too_large,
    forbidden_character,
    interrupted_change,
    key_not_text,
    merge_conflict,
    nested_too_deep,
    no_yaml_file,
    not_utf_8,
    second_document,
    syntax_error,
    unreadable_file,
    unusable_journal,
    yaml_tag,
)
from argmap.rules.references import (
    ambiguous_name,
    ambiguous_undercut,
    confusable_id,
    duplicate_id,
    inference_not_undercut,
    premise_is_inference,
    repeated_reference,
    unknown_person,
    unknown_source,
    unknown_statement,
)
from argmap.rules.rule import Rule
from argmap.rules.sources import (
    locator_beyond_end,
    long_quote,
    missing_locator,
    no_doi,
    quote_elsewhere,
    quote_not_found,
    quote_without_copy,
    quote_without_source,
    source_without_date,
    source_without_place,
    unclear_date,
    unclear_name,
    unreadable_copy,
    unsourced_statement,
    unused_source,
)
from argmap.rules.structure import (
    attack_and_support,
    circular_support,
    isolated_claim,
    near_duplicate,
    self_attack,
    self_challenge,
    unasserted_premise,
    unreachable_statement,
)
from argmap.rules.tags import tag_spelled_two_ways, tag_with_comma, undeclared_tag, unused_tag
from argmap.rules.upkeep import bad_settings, unknown_rule, unused_ignore

RULES: Final[tuple[Rule, ...]] = (
    unreadable_file.RULE,
    not_utf_8.RULE,
    forbidden_character.RULE,
    file_too_large.RULE,
    syntax_error.RULE,
    second_document.RULE,
    anchor_or_alias.RULE,
    yaml_tag.RULE,
    duplicate_key.RULE,
    nested_too_deep.RULE,
    key_not_text.RULE,
    empty_file.RULE,
    no_yaml_file.RULE,
    merge_conflict.RULE,
    interrupted_change.RULE,
    unusable_journal.RULE,
    unknown_section.RULE,
    unknown_field.RULE,
    missing_field.RULE,
    wrong_shape.RULE,
    wrong_value.RULE,
    empty_value.RULE,
    hidden_text.RULE,
    unknown_statement.RULE,
    unknown_person.RULE,
    unknown_source.RULE,
    premise_is_inference.RULE,
    inference_not_undercut.RULE,
    ambiguous_undercut.RULE,
    duplicate_id.RULE,
    ambiguous_name.RULE,
    confusable_id.RULE,
    repeated_reference.RULE,
    self_attack.RULE,
    self_challenge.RULE,
    attack_and_support.RULE,
    circular_support.RULE,
    unasserted_premise.RULE,
    unreachable_statement.RULE,
    isolated_claim.RULE,
    near_duplicate.RULE,
    unsourced_statement.RULE,
    source_without_date.RULE,
    source_without_place.RULE,
    missing_locator.RULE,
    long_quote.RULE,
    quote_not_found.RULE,
    quote_elsewhere.RULE,
    locator_beyond_end.RULE,
    unreadable_copy.RULE,
    unused_source.RULE,
    quote_without_source.RULE,
    unclear_date.RULE,
    unclear_name.RULE,
    no_doi.RULE,
    quote_without_copy.RULE,
    person_without_claims.RULE,
    statement_without_author.RULE,
    person_without_thesis.RULE,
    unused_tag.RULE,
    tag_spelled_two_ways.RULE,
    undeclared_tag.RULE,
    tag_with_comma.RULE,
    reply_before_challenge.RULE,
    suspect_challenge.RULE,
    stale_review.RULE,
    bad_settings.RULE,
    unused_ignore.RULE,
    unknown_rule.RULE,
)

BY_CODE: Final[Mapping[str, Rule]] = {rule.code: rule for rule in RULES}
BY_NAME: Final[Mapping[str, Rule]] = {rule.name: rule for rule in RULES}

ALL: Final = "all"

DEFAULT_CODES: Final = frozenset(rule.code for rule in RULES if rule.severity is not Severity.INFO)
"""Rules that only remark on something run when they are selected."""


def find_rule(name: str) -> Rule | None:
    """Find a rule by its code or its name, in any case."""
    return BY_CODE.get(name.upper()) or BY_NAME.get(name.lower())


def matching_codes(pattern: str) -> frozenset[str]:
    """Give the codes that a code, a name, the beginning of a code or ``all`` stands for, if any."""
    if pattern.lower() == ALL:
        return frozenset(BY_CODE)
    rule = find_rule(pattern)
    if rule:
        return frozenset({rule.code})
    return frozenset(code for code in BY_CODE if pattern and code.startswith(pattern.upper()))


def selected_codes(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Give the codes that remain of a selection; without one, of all rules but mere remarks.

    Where both name a rule, the longer pattern wins, so that ``--select S --ignore S504`` and
    ``--ignore S --select S504`` both do what they say.

    Args:
        select: patterns of rules to run.
        ignore: patterns of rules not to run.
    """
    wanted = _strengths(select) or dict.fromkeys(DEFAULT_CODES, 0)
    unwanted = _strengths(ignore)
    return frozenset(code for code, strength in wanted.items() if strength > unwanted.get(code, -1))


def _strengths(patterns: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for pattern in patterns:
        codes = matching_codes(pattern)
        exact = len(codes) == 1 or find_rule(pattern) is not None
        strength = 0 if pattern.lower() == ALL else len(next(iter(codes), "")) if exact else len(pattern)
        for code in codes:
            found[code] = max(found.get(code, 0), strength)
    return found
