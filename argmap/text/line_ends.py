"""Lines as editors count them: they end as on Unix, Windows or an old Macintosh."""


def with_newlines(text: str) -> str:
    """Return a text with a newline for each line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def place_after(text: str) -> tuple[int, int]:
    """Give the line and column, from 1, of the character that follows a text."""
    text = with_newlines(text)
    return text.count("\n") + 1, len(text) - text.rfind("\n")
