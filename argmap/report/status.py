"""What ``argmap status`` prints: what is out, undecided and in, each with the reason in one sentence."""

from collections.abc import Mapping, Sequence

from argmap.report.console import Console
from argmap.report.documents import Document, document
from argmap.report.page import Page, Part
from argmap.semantics.explain import Explainer
from argmap.semantics.kinds import Semantics
from argmap.semantics.status import Evaluation, Status
from argmap.text.clean import one_line
from argmap.text.plurals import count

STYLES: Mapping[Status, str] = {Status.IN: "support", Status.OUT: "attack", Status.UNDECIDED: "mutual"}
"""The colour of each status; the word always stands beside it."""

Comparison = Mapping[Semantics, Evaluation | None]
Extensions = Sequence[Sequence[str]]

NO_REPLY = "challenged, no reply recorded"
"""What is said of a statement, before its status, that is out for want of a reply."""
SILENCE = "Unanswered challenges succeed here; silence in a report is not defeat."
"""What the statuses of a map of reports must not be taken for."""

_SECTIONS = (Status.OUT, Status.UNDECIDED, Status.IN)
_HEADINGS = {Status.OUT: "Out", Status.UNDECIDED: "Undecided", Status.IN: "In"}


def status_document(
    explainer: Explainer,
    keys: Sequence[str],
    *,
    before: Evaluation | None = None,
    comparison: Comparison | None = None,
    extensions: Extensions | None = None,
) -> Document:
    """Describe the statuses of some statements.

    Args:
        explainer: the weighed map.
        keys: the statements to describe.
        before: the same without what is set aside or assumed, where something is.
        comparison: the same under every semantics, where asked for.
        extensions: the statements of every extension, where asked for.
    """
    evaluation = explainer.evaluation
    content = terms_document(evaluation) | {
        "statuses": {key: evaluation.statuses[key].value for key in keys},
        "verdicts": {key: explainer.sentence(key) for key in keys},
        "inferences": {key: status.value for key, status in evaluation.steps.items()},
    }
    if before is not None:
        content["changes"] = {
            key: {"before": old.value, "after": new.value}
            for key, (old, new) in changes(before, evaluation, keys).items()
        }
    if comparison is not None:
        content["comparison"] = {
            semantics.words: None if other is None else {key: other.statuses[key].value for key in keys}
            for semantics, other in comparison.items()
        }
    if extensions is not None:
        content["extensions"] = [list(members) for members in extensions]
    return document("status", **content)


def terms_document(evaluation: Evaluation) -> Document:
    """Describe under what semantics and on what terms a map was weighed."""
    terms = evaluation.reading.terms
    return {
        "semantics": evaluation.semantics.words,
        "acceptance": evaluation.acceptance.value,
        "include_inferred": terms.include_inferred,
        "without": sorted(terms.without),
        "assumed": sorted(terms.assumed),
    }


def changes(before: Evaluation, after: Evaluation, keys: Sequence[str]) -> dict[str, tuple[Status, Status]]:
    """Find the statements whose status follows suit when others are set aside or assumed.

    Args:
        before: the map as it is.
        after: the same with something set aside or assumed.
        keys: the statements to look at.

    Returns:
        Statement to its status before and after; what was itself set aside or assumed is left out.
    """
    terms = after.reading.terms
    pairs = {
        key: (before.statuses.get(key, after.statuses[key]), after.statuses[key])
        for key in keys
        if key not in terms.without and key not in terms.assumed
    }
    return {key: pair for key, pair in pairs.items() if pair[0] is not pair[1]}


def print_status(
    explainer: Explainer,
    keys: Sequence[str],
    console: Console,
    *,
    before: Evaluation | None = None,
    comparison: Comparison | None = None,
    extensions: Extensions | None = None,
) -> None:
    """Print what was asked for of some statements: where nothing else was, their statuses.

    Args:
        explainer: the weighed map.
        keys: the statements.
        console: where to.
        before: the same without what is set aside or assumed, where something is.
        comparison: the same under every semantics, where asked for.
        extensions: the statements of every extension, where asked for.
    """
    page = StatusPage(explainer, console)
    if comparison is not None:
        page.comparison(comparison, keys)
    if extensions is not None:
        page.extensions(extensions, keys)
    if comparison is not None or extensions is not None:
        return
    page.overview(keys)
    if before is None:
        page.sections(keys)
    else:
        page.changes(changes(before, explainer.evaluation, keys))


class StatusPage:
    """Prints the statuses of a weighed map.

    Args:
        explainer: the weighed map.
        console: where to.
    """

    def __init__(self, explainer: Explainer, console: Console) -> None:
        self._explainer = explainer
        self._evaluation = explainer.evaluation
        self._map = explainer.evaluation.reading.map
        self._page = Page(console)

    def overview(self, keys: Sequence[str]) -> None:
        """Print how many statements are out, undecided and in, and on what terms."""
        if keys:
            self._page.paragraph((SILENCE, "quiet"))
        evaluation, terms = self._evaluation, self._evaluation.reading.terms
        counts = dict.fromkeys(Status, 0)
        for key in keys:
            counts[evaluation.statuses[key]] += 1
        words = ", ".join(f"{number:,} {status.value}" for status, number in counts.items() if number)
        how = f"under {evaluation.semantics.words} semantics"
        if not evaluation.semantics.unique:
            how += f", {evaluation.acceptance.value}ly"
        self._page.paragraph(f"{count(len(keys), 'statement')} {how}: {words or 'nothing to say'}.")
        if not evaluation.exists:
            self._page.paragraph(f"There is no {evaluation.semantics.words} extension of this map.")
        for label, names in (("Set aside: ", terms.without), ("Assumed: ", terms.assumed)):
            if names:
                self._page.paragraph(label + ", ".join(sorted(names)), hanging=2)

    def sections(self, keys: Sequence[str]) -> None:
        """Print the statements by status, and within it by the reason."""
        out = [key for key in keys if self._evaluation.statuses[key] is Status.OUT]
        silent = [key for key in out if self._explainer.lacks_reply(key)]
        if silent:
            self._section(f"{NO_REPLY.capitalize()}: out", silent)
        for status in _SECTIONS:
            members = [key for key in keys if self._evaluation.statuses[key] is status]
            if silent and status is Status.OUT:
                self._section("Out for another reason", [key for key in members if key not in silent])
            else:
                self._section(_HEADINGS[status], members)

    def _section(self, heading: str, keys: Sequence[str]) -> None:
        """Print statements under a heading, by the reason for their status."""
        groups: dict[str, list[str]] = {}
        for key in keys:
            groups.setdefault(self._explainer.sentence(key), []).append(key)
        if groups:
            self._page.blank()
            self._page.paragraph((f"{heading} ({len(keys)})", "heading"))
        for sentence, members in groups.items():
            reason = sentence.partition(": ")[2]
            self._page.blank()
            self._page.paragraph((reason[0].upper() + reason[1:], "quiet"), indent=2)
            for key in members:
                self._entry(key, indent=4)

    def changes(self, found: Mapping[str, tuple[Status, Status]]) -> None:
        """Print what is different from the map as it is."""
        self._page.blank()
        if not found:
            self._page.paragraph("That changes nothing.")
            return
        self._page.paragraph((f"What that changes ({len(found)})", "heading"))
        for key, (old, new) in found.items():
            self._page.blank()
            self._entry(key, indent=2)
            self._page.paragraph(f"{old.value} before, now ", *self._sentence(key, new), indent=4, hanging=2)

    def comparison(self, comparison: Comparison, keys: Sequence[str]) -> None:
        """Print the statements on which the semantics differ, and how."""
        weighed = {semantics: found for semantics, found in comparison.items() if found is not None}
        for semantics in comparison:
            if semantics not in weighed:
                self._page.paragraph(f"Too many {semantics.words} extensions to look through: left out.")
            elif not weighed[semantics].exists:
                self._page.paragraph(f"There is no {semantics.words} extension: it decides nothing.")
        differing = [key for key in keys if len({found.statuses[key] for found in weighed.values()}) > 1]
        if not differing:
            self._page.paragraph(
                f"All semantics agree on every statement, {self._evaluation.acceptance.value}ly."
            )
            return
        self._page.paragraph((f"Where the semantics differ ({len(differing)})", "heading"))
        for key in differing:
            self._page.blank()
            self._entry(key, indent=2)
            for status in Status:
                names = [semantics.words for semantics, e in weighed.items() if e.statuses[key] is status]
                if names:
                    word = (status.value, STYLES[status])
                    self._page.paragraph(word, f" under {', '.join(names)}", indent=4, hanging=2)

    def extensions(self, found: Extensions, keys: Sequence[str]) -> None:
        """Print how many statements all extensions hold, and by name what each holds beyond them."""
        words = f"{self._evaluation.semantics.words} extension"
        if not found:
            self._page.paragraph(f"There is no {words} of this map.")
            return
        common = frozenset(found[0]).intersection(*found[1:]) if len(found) > 1 else frozenset()
        beyond = f", with {count(len(common), 'statement')} in common" if len(found) > 1 else ""
        self._page.paragraph(f"{count(len(found), words)}{beyond}.")
        wanted = set(keys)
        for number, members in enumerate(found, 1):
            self._page.blank()
            heading = f"Extension {number} of {len(found)}: {count(len(members), 'statement')}"
            self._page.paragraph((heading, "heading"))
            for key in members:
                if key not in common and key in wanted:
                    self._entry(key, indent=2)

    def _entry(self, key: str, indent: int) -> None:
        statement = self._map.statements[key]
        author = f"{one_line(self._map.person_name(statement.by))}: " if statement.by else ""
        self._page.entry(author, (one_line(statement.label), "name"), key=key, indent=indent)

    def _sentence(self, key: str, status: Status) -> tuple[Part, Part]:
        return (status.value, STYLES[status]), ": " + self._explainer.sentence(key).partition(": ")[2]
