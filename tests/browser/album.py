"""The pictures of the docs that tests take on their way, if they are told to."""

from io import BytesIO
from pathlib import Path
from typing import Any

from tests.browser.terminal import Terminal

PALETTE = 64
"""So many colours are enough for letters and boxes, and make a small file."""

_GAP = 12


class Album:
    """A folder of pictures; without one nothing is taken.

    Args:
        browser: the browser that draws terminals.
        folder: where the pictures are written, if they are wanted.
    """

    def __init__(self, browser: Any, folder: Path | None) -> None:  # noqa: ANN401 (playwright is optional)
        self._browser = browser
        self._folder = folder

    def add(self, name: str, *shown: Any) -> None:  # noqa: ANN401 (playwright is optional)
        """Take a picture of terminals and pages, one below the other.

        Args:
            name: the name of the picture's file, without ending.
            shown: terminals and playwright's pages.
        """
        if self._folder is None:
            return
        from PIL import Image

        parts = [Image.open(BytesIO(self._taken(one))).convert("RGB") for one in shown]
        width = max(part.width for part in parts)
        height = sum(part.height for part in parts) + _GAP * (len(parts) - 1)
        whole = Image.new("RGB", (width, height), "white")
        top = 0
        for part in parts:
            whole.paste(part, (0, top))
            top += part.height + _GAP
        few = whole.quantize(PALETTE, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        self._folder.mkdir(parents=True, exist_ok=True)
        few.save(self._folder / f"{name}.png", optimize=True)

    def _taken(self, shown: Any) -> bytes:  # noqa: ANN401 (playwright is optional)
        if not isinstance(shown, Terminal):
            return bytes(shown.screenshot())
        page = self._browser.new_page()
        page.set_content(shown.as_html())
        try:
            return bytes(page.locator("body").screenshot())
        finally:
            page.close()
