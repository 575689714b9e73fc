"""Numbers as every format of pictures reads them: plain decimals, never with an exponent."""

from typing import Final

POINTS_IN_AN_INCH: Final = 72
"""Graphviz counts some lengths in inches."""

_DECIMALS = 2


def plain(number: float, digits: int = 6) -> str:
    """Write a number without an exponent and without zeros at the end.

    Args:
        number: a finite one.
        digits: how many to write, or more where two decimals need it.
    """
    whole = len(f"{abs(number):.0f}") if abs(number) >= 1 else 0
    text = f"{number:.{max(_DECIMALS, digits - whole)}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def hundredths(number: float) -> str:
    """Write a number as Graphviz writes those of SVG: with two decimals at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
