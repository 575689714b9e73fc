"""Why something failed, in the words of the system."""


def reason(error: Exception) -> str:
    """Say why a file could not be used, as the end of a sentence and without its name."""
    said = error.strerror if isinstance(error, OSError) else None
    words = said or str(error)
    return words[:1].lower() + words[1:]
