"""What to do where the SAT solver is not installed; apart, so that no command imports more to tell it."""


class SolverMissingError(ImportError):
    """A question needs the SAT solver, which is not installed here."""

    def __init__(self) -> None:
        super().__init__(
            "this needs the SAT solver python-sat, which is not installed; `pip install python-sat` adds it."
            " For Python on Windows for ARM that takes a C++ compiler; the Python for x64 runs there, too, "
            "without one. The grounded semantics needs no solver"
        )
