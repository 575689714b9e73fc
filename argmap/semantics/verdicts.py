"""One sentence on each statement and inference: what its status is, and why.

The sentences say what stands in the map, never what is true or who wins.
"""

from collections.abc import Iterator

from argmap.model import Attack, Marker
from argmap.semantics.cycle_wording import Ring, find_ring
from argmap.semantics.labelled import Labelled
from argmap.semantics.labels import Label
from argmap.semantics.participants import Fall
from argmap.semantics.reading import denies
from argmap.semantics.status import Status
from argmap.semantics.wording import attacker, said, title
from argmap.text.lists import and_list
from argmap.text.plurals import agree

_FALLS = {
    Fall.WITHDRAWN: "withdrawn by its author",
    Fall.ANSWERED_ELSEWHERE: "answered elsewhere, as the map records",
    Fall.SET_ASIDE: "set aside for this question",
    Fall.PREMISE: "one of its premises does not stand",
    Fall.REASONS: "no stated reason survives",
}
_GONE = {
    Fall.WITHDRAWN: "was withdrawn",
    Fall.ANSWERED_ELSEWHERE: "was answered elsewhere",
    Fall.SET_ASIDE: "is set aside for this question",
}


class Verdicts:
    """Sentences on a labelled map.

    Args:
        labelled: the map as a framework, with labels.
    """

    def __init__(self, labelled: Labelled) -> None:
        self._labelled = labelled
        self._reading = labelled.reading
        self._map = labelled.reading.map
        self._rings: dict[int, Ring] = {}

    def sentence(self, key: str) -> str:
        """Give status and reason, such as ``out: no stated reason survives``.

        Args:
            key: a statement or inference that takes part.
        """
        return f"{self._labelled.status(key).value}: {self.reason(key)}"

    def reason(self, key: str) -> str:
        """Give the reason for a status alone."""
        if key in self._reading.fallen:
            return _FALLS[self._reading.fallen[key]]
        number = self._reading.index[key]
        match self._labelled.status(key):
            case Status.IN:
                return self._in(key, number)
            case Status.OUT:
                return self._out(key, number)
            case Status.UNDECIDED:
                return self._undecided(number)

    def lacks_reply(self, key: str) -> bool:
        """Tell whether something is out, and no reply is recorded to the challenge that its reason names."""
        if key in self._reading.fallen or self._labelled.status(key) is not Status.OUT:
            return False
        number = self._reading.index[key]
        standing = self._labelled.challengers(number, Label.IN)
        return bool(standing) and self._is_unanswered(self._labelled.attack(standing[0], number).rebuttal)

    def _in(self, key: str, number: int) -> str:
        if key in self._reading.terms.assumed:
            return "assumed for this question"
        parts = [self._standing(key, number), self._reasons(key)]
        words = ", and ".join(part for part in parts if part)
        denial = next(self._denials(key), None)
        return f"{words}, but {denial} denies that it bears on its target" if denial else words

    def _standing(self, key: str, number: int) -> str:
        """Say what became of the challenges to something that is in."""
        what = "reply" if key in self._map.rebuttals else "challenge"
        many = "replies" if key in self._map.rebuttals else "challenges"
        aimed = [attack for attack in self._aimed_at(key) if not denies(self._map, attack)]
        if not aimed:
            return self._untouched(key)
        attackers = self._labelled.challengers(number, Label.OUT)
        if any(self._labelled.challengers(number, label) for label in (Label.UNDECIDED, Label.IN)):
            return f"held although a {what} to it is left unanswered"
        if not attackers:
            falls = {self._reading.fallen.get(attack.rebuttal) for attack in aimed}
            gone = _GONE.get(falls.pop() or Fall.REASONS) if len(falls) == 1 else None
            if len(aimed) > 1:
                return f"every {what} to it {gone}" if gone else f"none of the {many} to it stands"
            return f"the {what} to it {gone or 'does not stand'}"
        return f"the {what} to it is answered" if len(aimed) == 1 else f"every {what} to it is answered"

    def _untouched(self, key: str) -> str:
        if key in self._map.inferences:
            return "nobody challenged the step"
        if key in self._map.rebuttals:
            # A reply that only denies that it bears on its target leaves it undisputed, but is a reply.
            is_denied = next(self._aimed_at(key), None) is not None
            return "nobody disputes what it says" if is_denied else "nobody replied to it"
        steps = self._reading.participants.reasons.get(key, ())
        is_whole = not any(next(self._aimed_at(step.id), None) for step in steps)
        return "nobody challenged it" if is_whole else "nobody challenged the claim itself"

    def _reasons(self, key: str) -> str:
        steps = self._reading.participants.reasons.get(key, ())
        stand = sum(self._labelled.status(step.id) is Status.IN for step in steps)
        if not steps:
            return ""
        if len(steps) == 1:
            return "its reason stands"
        if stand == len(steps):
            return f"{'both' if stand == 2 else f'all {stand} of'} its reasons stand"  # noqa: PLR2004
        return f"{stand} of its {len(steps)} reasons {agree(stand, 'stands', 'stand')}"

    def _denials(self, key: str) -> Iterator[str]:
        """Name the replies that grant a rebuttal, but stand and keep all its attacks from bearing."""
        bearings = self._reading.bearings.get(key, ())
        found = [self._labelled.challengers(number, Label.IN) for number in bearings]
        if len(bearings) == len(self._map.attacks_by.get(key, ())) and all(found):
            for number, (first, *_) in zip(bearings, found, strict=True):
                yield self._attacker(self._labelled.attack(first, number))

    def _out(self, key: str, number: int) -> str:
        standing = self._labelled.challengers(number, Label.IN)
        if not standing:
            return self._lacking(key, number)
        first = self._labelled.attack(standing[0], number)
        words = f"{self._attacker(first)} {self._how(first.rebuttal)}"
        if more := len(standing) - 1:
            return f"{words}, and so {'does one more' if more == 1 else f'do {more} more'}"
        return words

    def _lacking(self, key: str, number: int) -> str:
        if key not in self._map.inferences:
            return "no stated reason survives"
        lacks = self._labelled.attackers(number, Label.IN)
        names = and_list([title(self._map, self._reading.arguments[lack].id) for lack in lacks])
        return f"it needs {names}, which {agree(len(lacks), 'is', 'are')} out"

    def _how(self, rebuttal: str) -> str:
        """Say whether a rebuttal that stands has been replied to."""
        if self._map.rebuttals[rebuttal].marker is Marker.CONCEDED:
            return "stands, and is recorded as conceded"
        return "stands unanswered" if self._is_unanswered(rebuttal) else "stands: no reply to it holds"

    def _is_unanswered(self, rebuttal: str) -> bool:
        """Tell whether no end of a rebuttal is recorded, nor a reply to it or to a reason for it."""
        steps = self._reading.participants.reasons.get(rebuttal, ())
        places = (rebuttal, *(step.id for step in steps))
        is_answered = any(next(self._aimed_at(place), None) for place in places)
        return not is_answered and self._map.rebuttals[rebuttal].marker is None

    def _undecided(self, number: int) -> str:
        if not self._labelled.is_complete:
            return "nothing that is held rules it out"
        circle = self._labelled.circles.circle(number)
        if circle[0] not in self._rings:
            self._rings[circle[0]] = find_ring(self._reading, circle)
        own = self._reading.arguments[number].id
        return self._rings[circle[0]].describe(number, own, self._said)

    def _said(self, key: str) -> str:
        aimed = self._map.attacks_by.get(key, ())
        if key not in self._map.rebuttals or not aimed:
            return said(self._map, key, "claim")
        replies = all(self._map.statement_of(attack.target).id in self._map.rebuttals for attack in aimed)
        return said(self._map, key, "reply" if replies else "challenge")

    def _attacker(self, attack: Attack) -> str:
        return attacker(self._map, attack)

    def _aimed_at(self, key: str) -> Iterator[Attack]:
        """Give the attacks on a statement or inference whose rebuttals take part, fallen ones too."""
        statements = self._reading.participants.statements
        return (a for a in self._map.attacks_on.get(key, ()) if a.rebuttal in statements)
