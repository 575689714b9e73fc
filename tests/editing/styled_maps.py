"""Valid maps in any style of YAML, with comments in every place."""

from hypothesis import strategies as st

from argmap.files.assembling import Loaded, assemble
from argmap.files.map_text.write_map import write_document
from argmap.files.records.read_text import read_text
from argmap.files.yaml.strict_yaml import read_document
from tests.editing.styled import Styler
from tests.maps import argument_maps


@st.composite
def styled_maps(draw: st.DrawFn) -> Loaded:
    """A map as it is read from one text."""
    plain = write_document(draw(argument_maps()))
    text = Styler(draw).document(dict(read_document(plain, "").sections))
    loaded = assemble([read_text("map.yaml", None, text)])
    assert not loaded.errors, text
    return loaded


def changed(loaded: Loaded, text: str) -> Loaded:
    """Read the map again after an edit of its text."""
    del loaded
    return assemble([read_text("map.yaml", None, text)])
