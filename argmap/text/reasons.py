"""Why something failed, in the words of the system."""


def reason(error: Exception) -> str:
    """Say why a file could not be used, in small letters and without its name."""
    said = error.strerror if isinstance(error, OSError) else None
    return (said or str(error)).lower()
