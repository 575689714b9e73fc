"""Names that nothing has, by the thousand: what was meant is looked for with work that grows as they do."""

from collections.abc import Callable

import pytest

from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text
from tests.effort import grows_linearly

CLAIM = {
    "a name like others": "  - {{id: claim-{0}, text: T, because: claim-{0}x}}\n",
    "a name unlike others": "  - {{id: claim-{0}, text: T, because: {0}-other}}\n",
    "the title of all": "  - {{id: claim-{0}, title: One, text: T, because: one}}\n",
    "a name in words": "  - {{id: claim-{0}, title: One Two, text: T, because: one two}}\n",
}


@pytest.mark.parametrize("claim", CLAIM.values(), ids=CLAIM)
def test_ten_times_the_unknown_names_take_ten_times_the_effort(claim: str) -> None:
    def work(size: int) -> Callable[[], object]:
        records = read_text("map.yaml", None, "claims:\n" + "".join(map(claim.format, range(size))))
        return lambda: assemble([records])

    assert grows_linearly(work, 100)
