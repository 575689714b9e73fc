"""Texts inside SQL."""


def quoted_text(text: str) -> str:
    """Write a text as an SQL literal that every engine reads as that text.

    Backslashes are an escape in Spark and none in DuckDB, so they are put together from their code.
    """
    parts = ("'" + part.replace("'", "''") + "'" for part in text.split("\\"))
    joined = " || chr(92) || ".join(parts)
    return joined if "\\" not in text else f"({joined})"
