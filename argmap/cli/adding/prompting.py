"""Completion of names while somebody types, where the system has readline."""

from collections.abc import Callable, Iterable


def complete_words(words: Callable[[], Iterable[str]]) -> None:
    """Complete the words of a line by names with the tabulator.

    Args:
        words: gives the names of now.
    """
    try:
        import readline
    except ImportError:  # Windows has none
        return

    def complete(start: str, number: int) -> str | None:
        """Give one of the names that begin so, or have a part that does."""
        wanted = start.casefold()
        listed = list(words())
        fitting = [word for word in listed if word.casefold().startswith(wanted)]
        fitting = fitting or [word for word in listed if f"-{wanted}" in word.casefold()]
        return fitting[number] if number < len(fitting) else None

    readline.set_completer(complete)
    readline.set_completer_delims(" :,")
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
