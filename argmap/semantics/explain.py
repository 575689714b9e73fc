"""Why a statement is in, out or undecided: a sentence, a dialogue, and witnesses where extensions differ."""

from dataclasses import dataclass

from argmap.semantics.acceptance import Acceptance
from argmap.semantics.dialogue import Move, tell
from argmap.semantics.kinds import Semantics
from argmap.semantics.labelled import Labelled
from argmap.semantics.labels import Extension
from argmap.semantics.reading import Reading
from argmap.semantics.reasoning import reasoner
from argmap.semantics.solver_missing import SolverMissingError
from argmap.semantics.status import Evaluation, Status
from argmap.semantics.verdicts import Verdicts


@dataclass(frozen=True, eq=False)
class Side:
    """An extension that treats a statement in one way, told as a dialogue.

    Args:
        semantics: of what kind the extension is.
        members: the statements that it holds.
        moves: why the statement is in it, or not.
        verdicts: sentences on every statement as the extension labels it.
    """

    semantics: Semantics
    members: tuple[str, ...]
    moves: tuple[Move, ...]
    verdicts: Verdicts


@dataclass(frozen=True, eq=False)
class Explanation:
    """Why a statement has its status.

    Args:
        id: the statement.
        status: what the semantics says of it.
        sentence: status and reason in one sentence.
        moves: the dialogue that decides it, or the circle that leaves it undecided; none where only
            extensions can be shown.
        verdicts: sentences on the statements in that dialogue.
        witness: an extension that holds the statement, where extensions are shown.
        counter: an extension that does not.
        is_settled: whether the reason lies in the grounded labels, to which the verdicts belong.
        is_cut: whether extensions would be shown if the solver were installed.
    """

    id: str
    status: Status
    sentence: str
    moves: tuple[Move, ...]
    verdicts: Verdicts
    witness: Side | None = None
    counter: Side | None = None
    is_cut: bool = False
    is_settled: bool = False


class Explainer:
    """Explains a weighed map.

    Args:
        evaluation: the map, weighed under a semantics.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self._reading: Reading = evaluation.reading
        self._grounded = Labelled.grounded(self._reading)
        self._verdicts = Verdicts(self._grounded)

    def sentence(self, key: str) -> str:
        """Say in one sentence what a statement's or inference's status is, and why.

        What is decided without circles is decided alike under every semantics but stage, and the sentence
        gives the reason that lies in the map; else it says what the extensions do.
        """
        status = self.evaluation.status(key)
        if self._is_settled(key) or (self._is_least and self.evaluation.exists):
            return self._verdicts.sentence(key)
        return f"{status.value}: {self._by_extensions(status)}"

    def lacks_reply(self, key: str) -> bool:
        """Tell whether a statement is out because of a challenge to which no reply is recorded."""
        return self._is_settled(key) and self._verdicts.lacks_reply(key)

    def explain(self, key: str) -> Explanation:
        """Explain a statement's status."""
        settled = self._is_settled(key)
        is_stage = self.evaluation.semantics is Semantics.STAGE
        moves = () if is_stage and not settled else tell(self._grounded, key)
        return Explanation(
            key,
            self.evaluation.status(key),
            self.sentence(key),
            moves,
            self._verdicts,
            *((None, None, False) if settled else self._sides(key)),
            is_settled=settled,
        )

    @property
    def _is_least(self) -> bool:
        """Whether the labels are the grounded ones."""
        semantics, acceptance = self.evaluation.semantics, self.evaluation.acceptance
        is_complete = semantics is Semantics.COMPLETE and acceptance is Acceptance.SKEPTICAL
        return semantics is Semantics.GROUNDED or is_complete

    def _is_settled(self, key: str) -> bool:
        """Tell whether the reason for a status lies in the grounded labels."""
        if key in self._reading.fallen:
            return True
        if self.evaluation.semantics is Semantics.STAGE or not self.evaluation.exists:
            return False
        return self._grounded.status(key) is not Status.UNDECIDED

    def _by_extensions(self, status: Status) -> str:
        semantics, acceptance = self.evaluation.semantics, self.evaluation.acceptance
        words = f"{semantics.words} extension"
        if not self.evaluation.exists:
            return f"there is no {words}, so nothing is decided"
        if semantics.unique:
            return {
                Status.IN: f"the {words} holds it",
                Status.OUT: f"the {words} rules it out",
                Status.UNDECIDED: f"the {words} leaves it open",
            }[status]
        if acceptance is Acceptance.CREDULOUS:
            return {
                Status.IN: f"some {words} holds it",
                Status.OUT: f"some {words} rules it out, and none holds it",
                Status.UNDECIDED: f"no {words} holds it or rules it out",
            }[status]
        return {
            Status.IN: f"every {words} holds it",
            Status.OUT: f"every {words} rules it out",
            Status.UNDECIDED: f"the {words}s do not agree on it, or leave it open",
        }[status]

    def _sides(self, key: str) -> tuple[Side | None, Side | None, bool]:
        """Find an extension that holds a statement and one that does not; tell whether the solver is missed.

        Raises:
            SolverMissingError: the status itself needs the solver, which is not installed.
        """
        try:
            return self._side(key, holding=True), self._side(key, holding=False), False
        except SolverMissingError:
            if self.evaluation.semantics is not Semantics.GROUNDED:
                raise
            return None, None, True

    def _side(self, key: str, *, holding: bool) -> Side | None:
        """Find an extension that holds a statement, or one that does not.

        Grounded and ideal semantics leave open what preferred extensions decide, eager what semi-stable
        ones do; those are shown in their place.
        """
        semantics = {
            Semantics.GROUNDED: Semantics.PREFERRED,
            Semantics.COMPLETE: Semantics.PREFERRED,
            Semantics.IDEAL: Semantics.PREFERRED,
            Semantics.EAGER: Semantics.SEMI_STABLE,
        }.get(self.evaluation.semantics, self.evaluation.semantics)
        judge, number = reasoner(semantics), self._reading.index[key]
        look = judge.having if holding else judge.lacking
        found: Extension | None = look(self._reading.framework, number)
        if found is None:
            return None
        is_complete = semantics is not Semantics.STAGE
        labelled = Labelled.by_extension(self._reading, found, is_complete=is_complete)
        return Side(semantics, self._reading.members(found), tell(labelled, key), Verdicts(labelled))
