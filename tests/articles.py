"""The two articles of the sample map, where they are at hand; they are not part of the project."""

from pathlib import Path
from typing import Final

import pytest

_FOLDER: Final = Path(__file__).parents[2] / "shared" / "sources"
_FILES: Final = {
    "russia-matters-2019": _FOLDER / "000_dcaa6920b2b1ccc8.txt",
    "valdai-2020": _FOLDER / "003_544087bc31d0cc2f.txt",
}
_NOTICES: Final = ("Vladimir Putin took part, via videoconference, in",)
"""How what stands in the middle of an article and is not part of it begins."""

WORKS: Final = tuple(_FILES)

needs_articles = pytest.mark.skipif(
    not all(path.is_file() for path in _FILES.values()), reason="the articles are not part of the project"
)


def article_lines(work: str) -> tuple[str, ...]:
    """The lines of an article, without blank ones and notices."""
    lines = map(str.strip, _FILES[work].read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith(_NOTICES))
