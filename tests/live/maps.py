"""Maps that are shown while they change."""

from pathlib import Path

from argmap.files.find import FoundMap
from argmap.live.serving import Exhibition
from argmap.live.snapshot import Studio

STREET = """\
people:
  ada: {name: Ada}
  boris: {name: Boris}
claims:
  - id: close
    by: ada
    title: Close the street
    text: The street should be closed to cars.  # her words
    because:
      - [air]
  - id: air
    by: ada
    text: The air gets cleaner.
rebuttals:
  - id: lorries
    by: boris
    attacks: close
    text: Lorries must get in.
"""


def exhibition(folder: Path, text: str = STREET) -> tuple[Path, Exhibition]:
    """Write a map, and show it."""
    path = folder / "street.yaml"
    path.write_text(text, encoding="utf-8")
    return path, Exhibition(FoundMap(path, path), Studio())
