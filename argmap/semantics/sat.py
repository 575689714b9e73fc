"""A thin, typed seam to the SAT solver."""

import threading
from collections.abc import Iterable, Sequence


class Sat:
    """One incremental CaDiCaL 1.5.3 solver (Biere et al. 2020), through python-sat's C module.

    Literals are non-zero integers, negative when negated. CaDiCaL first tries each variable true,
    which suits argumentation: large sets with a large range come first.
    """

    __slots__ = ("_add", "_handle", "_library", "_main")

    def __init__(self) -> None:
        """Create a solver without clauses."""
        # The wrapper class of python-sat costs five times the import and twice the time a clause.
        import pysolvers

        self._library = pysolvers
        self._handle = pysolvers.cadical153_new()
        # Lucky guesses find the smallest sets first, and then growing them takes a thousand steps.
        pysolvers.cadical153_set(self._handle, "lucky", 0)
        self._add = pysolvers.cadical153_add_cl
        self._main = int(threading.current_thread() is threading.main_thread())

    def __del__(self) -> None:
        """Free the solver's memory, which Python does not see."""
        if hasattr(self, "_handle"):
            self._library.cadical153_del(self._handle, None)

    def add(self, clause: Sequence[int]) -> None:
        """Demand that one of the literals is true; an empty clause makes the formula unsatisfiable."""
        self._add(self._handle, clause)

    def extend(self, clauses: Iterable[Sequence[int]]) -> None:
        """Add many clauses."""
        add, handle = self._add, self._handle
        for clause in clauses:
            add(handle, clause)

    def prefer(self, literals: Sequence[int]) -> None:
        """Let the search try these literals true first, from now on."""
        self._library.cadical153_setphases(self._handle, literals)

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Return whether the clauses hold together under the assumed literals.

        Raises KeyboardInterrupt when the person at the keyboard stops the search.
        """
        try:
            return bool(self._library.cadical153_solve(self._handle, assumptions, self._main))
        except self._library.error as fault:
            raise KeyboardInterrupt from fault

    def model(self) -> list[int]:
        """Return the literals of the last satisfying assignment, variable 1 first."""
        model: list[int] = self._library.cadical153_model(self._handle)
        return model
