"""What is said about a style that cannot be used."""


class CslError(Exception):
    """A style is broken, unknown, or only points to another one.

    Args:
        message: what is wrong, and what would be right.
        line: where in the style, counted from 1; 0 when no line is to blame.
        column: where in the line, counted from 1.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        self.message = message
        self.line = line
        self.column = column
        super().__init__(f"{line}:{column}: {message}" if line else message)
