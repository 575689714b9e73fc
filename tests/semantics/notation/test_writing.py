import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics.framework import Framework
from argmap.semantics.notation import NOTATIONS
from tests.semantics.frameworks import drawn, frameworks

WRITTEN = {
    "iccma": "p af 2\n1 2\n2 1\n",
    "tgf": "q\nr\n#\nq r\nr q\n",
    "apx": "arg(q).\narg(r).\natt(q,r).\natt(r,q).\n",
}


@pytest.mark.parametrize("notation", NOTATIONS)
def test_the_nixon_diamond_is_written(notation: str) -> None:
    assert NOTATIONS[notation].write(drawn("q->r r->q")) == WRITTEN[notation]


@given(frameworks(9).filter(lambda framework: framework.size), st.sampled_from(sorted(NOTATIONS)))
def test_what_is_written_can_be_read(framework: Framework, notation: str) -> None:
    again = NOTATIONS[notation].read(NOTATIONS[notation].write(framework).encode(), "written")
    assert again.size == framework.size
    assert list(again.attacks()) == list(framework.attacks())
    assert list(again.index) == list(framework.index)


@pytest.mark.parametrize(("notation", "name"), [("apx", "a(b)"), ("apx", ""), ("tgf", "a b"), ("tgf", "#")])
def test_a_name_that_would_break_the_file_is_refused(notation: str, name: str) -> None:
    with pytest.raises(ValueError, match="has no way to write the argument name"):
        NOTATIONS[notation].write(Framework.from_pairs(1, [], [name]))
