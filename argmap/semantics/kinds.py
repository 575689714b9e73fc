"""The semantics and the reasoning problems this package knows, by name."""

from enum import StrEnum


class Semantics(StrEnum):
    """A way of saying which sets of arguments may be accepted together; the value is its ICCMA code."""

    COMPLETE = "CO"
    PREFERRED = "PR"
    STABLE = "ST"
    SEMI_STABLE = "SST"
    STAGE = "STG"
    IDEAL = "ID"
    GROUNDED = "GR"
    EAGER = "EA"

    @property
    def words(self) -> str:
        """The name in running text, such as ``semi-stable``."""
        return self.name.lower().replace("_", "-")

    @property
    def unique(self) -> bool:
        """Whether every framework has exactly one extension under this semantics."""
        return self in {Semantics.GROUNDED, Semantics.IDEAL, Semantics.EAGER}


class Problem(StrEnum):
    """What is asked about the extensions; the value is its ICCMA code."""

    SOME = "SE"
    EVERY = "EE"
    COUNT = "CE"
    CREDULOUS = "DC"
    SKEPTICAL = "DS"

    @property
    def about_argument(self) -> bool:
        """Whether the problem needs a query argument."""
        return self in {Problem.CREDULOUS, Problem.SKEPTICAL}
