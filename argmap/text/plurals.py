"""Numbers of things, as people read them."""


def count(number: int, one: str, many: str = "") -> str:
    """Count things: ``1 claim``, ``2 claims``, ``1,200 replies``.

    Args:
        number: how many there are.
        one: what one of them is called.
        many: what several are called; by default ``one`` with an s.
    """
    return f"{number:,} {agree(number, one, many)}"


def agree(number: int, one: str, many: str = "") -> str:
    """Give the form of a word that goes with a number: ``is`` for one thing, ``are`` for several."""
    return one if number == 1 else many or f"{one}s"
