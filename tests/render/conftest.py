from pathlib import Path

import pytest

from argmap.render.svg.finish import Caption, finish

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def raw_svg() -> bytes:
    """What Graphviz writes for `every-shape.dot`."""
    return (GOLDEN / "every-shape.raw.svg").read_bytes()


@pytest.fixture(scope="session")
def caption() -> Caption:
    return Caption("Кто «союзники»?", "One of each & <all>.", author="A. Uthor", language="ru")


@pytest.fixture(scope="session")
def finished_svg(raw_svg: bytes, caption: Caption) -> str:
    return finish(raw_svg, caption)
