"""A look with Firefox, which is skipped where there is none: the page comes to life there, too."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import argmap
from tests.browser.pages import write_page

STAGE = (340, 60, 900, 800)


def test_the_picture_is_drawn(repository: Path, tmp_path: Path) -> None:
    firefox = shutil.which(os.environ.get("ARGMAP_FIREFOX", ""))
    if firefox is None:
        pytest.skip("ARGMAP_FIREFOX names no browser")
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    page = write_page(argmap.load(repository / "data"), tmp_path / "sample.html")
    shot = tmp_path / "shot.png"
    command = [firefox, "--headless", "--no-remote", "--profile", str(tmp_path), "--window-size", "1440,900"]
    subprocess.run(
        [*command, "--screenshot", str(shot), page.as_uri()], check=True, capture_output=True, timeout=120
    )
    colours = image.open(shot).convert("RGB").crop(STAGE).getcolors(1 << 24)
    ground = max(number for number, _ in colours)
    drawn = 1 - ground / sum(number for number, _ in colours)
    # Without the scripts there would be nothing but the ground: the drawing is carried as text.
    assert drawn > 0.3
