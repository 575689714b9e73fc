"""A thin, typed seam to the SAT solver."""

import threading
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from types import ModuleType

from argmap.semantics.framework import Framework
from argmap.semantics.solver_missing import SolverMissingError
from argmap.signals import deaf

_SMALL = 40
"""Arguments up to which a framework is small."""


class Sat:
    """One incremental solver, through python-sat's C module.

    CaDiCaL 1.5.3 (Biere et al. 2020) for large frameworks, MiniSat 2.2 (Eén & Sörensson 2003) for small
    ones, since it has answered before CaDiCaL is set up. Both first try each variable true, for then large
    sets with a large range come first. Literals are non-zero integers, negative when negated.

    Args:
        framework: what the clauses will be about; only its size counts.

    Raises:
        SolverMissingError: python-sat is not installed.
    """

    __slots__ = ("_delete", "_library", "_main", "_solve", "add", "model", "prefer")

    add: Callable[[Sequence[int]], None]
    """Demand that one of the literals is true; an empty clause makes the formula unsatisfiable."""

    model: Callable[[], list[int]]
    """Return the literals of the last satisfying assignment, variable 1 first."""

    prefer: Callable[[Sequence[int]], None]
    """Let the search try these literals true first, from now on."""

    def __init__(self, framework: Framework) -> None:
        self._library = pysolvers = _library()
        self._main = int(threading.current_thread() is threading.main_thread())
        # Bound to the C functions: a million clauses would pay for a million Python calls.
        if framework.size <= _SMALL:
            handle = pysolvers.minisat22_new()
            self.add = partial(pysolvers.minisat22_add_cl, handle)
            self.model = partial(pysolvers.minisat22_model, handle)
            self.prefer = partial(pysolvers.minisat22_setphases, handle)
            self._solve = partial(pysolvers.minisat22_solve, handle)
            self._delete = partial(pysolvers.minisat22_del, handle)
            self.prefer(range(1, 2 * framework.size + 1))
        else:
            handle = pysolvers.cadical153_new()
            # Lucky guesses find the smallest sets first, and growing them then takes a thousand steps.
            pysolvers.cadical153_set(handle, "lucky", 0)
            self.add = partial(pysolvers.cadical153_add_cl, handle)
            self.model = partial(pysolvers.cadical153_model, handle)
            self.prefer = partial(pysolvers.cadical153_setphases, handle)
            self._solve = partial(pysolvers.cadical153_solve, handle)
            self._delete = partial(pysolvers.cadical153_del, handle, None)

    def __del__(self) -> None:
        """Free the solver's memory, which Python does not see."""
        if hasattr(self, "_delete"):
            self._delete()

    def extend(self, clauses: Iterable[Sequence[int]]) -> None:
        """Add many clauses."""
        add = self.add
        for clause in clauses:
            add(clause)

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Return whether the clauses hold together under the assumed literals.

        Raises KeyboardInterrupt when the person at the keyboard stops the search.
        """
        try:
            with deaf():
                return bool(self._solve(assumptions, self._main))
        except self._library.error as fault:
            raise KeyboardInterrupt from fault


def _library() -> ModuleType:
    try:
        # The wrapper class of python-sat costs five times the import and twice the time a clause.
        import pysolvers
    except ImportError as fault:
        raise SolverMissingError from fault
    return pysolvers  # type: ignore[no-any-return]  # it ships no types
