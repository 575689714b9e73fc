"""How many quotes were looked up in a copy of their source, and how that ended."""

from dataclasses import dataclass

from argmap.rules.subject import Subject


@dataclass(frozen=True, slots=True)
class QuoteTally:
    """Quotes by what is known of them.

    Args:
        verified: they stand in the copy of their source.
        not_found: they do not.
        unreadable: there is a copy, but it cannot be read.
        without_copy: there is none, or no source is named.
    """

    verified: int = 0
    not_found: int = 0
    unreadable: int = 0
    without_copy: int = 0


def tally_quotes(subject: Subject) -> QuoteTally:
    """Look every quote of a map up, and count.

    Args:
        subject: the map with the copies of its sources.
    """
    verified = not_found = unreadable = without_copy = 0
    for one in subject.statements():
        if not one.quote:
            continue
        copy = subject.copies.of(one.source.work) if one.source else None
        if copy is None:
            without_copy += 1
        elif copy.text is None:
            unreadable += 1
        elif copy.text.holds(one.quote):
            verified += 1
        else:
            not_found += 1
    return QuoteTally(verified, not_found, unreadable, without_copy)
