"""How many examples a property is tried on: a share of them by default, all with the profile `full`."""

from hypothesis import settings

_USUAL = 100


def examples(usual: int) -> int:
    """Give the share of a number of examples that the profile wants.

    Args:
        usual: how many the profile `full` tries.
    """
    return max(1, usual * settings().max_examples // _USUAL)
