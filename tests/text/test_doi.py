"""Digital object identifiers in the shapes in which people and databases write them."""

import pytest

from argmap.text.doi import is_doi, likely_doi, without_resolver


@pytest.mark.parametrize(
    "written",
    [
        "10.1000/xyz",
        "https://doi.org/10.1000/xyz",
        "http://dx.doi.org/10.1000/xyz",
        "doi.org/10.1000/xyz",
        "doi:10.1000/xyz",
        "DOI 10.1000/xyz",
        "doi: https://doi.org/10.1000/xyz",
        "info:doi/10.1000/xyz",
        "urn:doi:10.1000/xyz",
        "  https://www.doi.org/10.1000/xyz  ",
    ],
)
def test_one_doi_in_many_shapes(written: str) -> None:
    assert without_resolver(written) == "10.1000/xyz"


@pytest.mark.parametrize("written", ["https://example.org/10.1000/xyz", "xyz", "doi:none", "10/abc"])
def test_what_is_no_doi_stays_as_it_is(written: str) -> None:
    assert without_resolver(written) == written
    assert not is_doi(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://publisher.org/doi/full/10.1080/00396338.2019.1637125.", "10.1080/00396338.2019.1637125"),
        ("(10.1002/(SICI)1097-0258(19980815)17:15)", "10.1002/(SICI)1097-0258(19980815)17:15"),
        ("see the printed edition", ""),
    ],
)
def test_a_doi_within_other_words_is_found(written: str, meant: str) -> None:
    assert likely_doi(written) == meant
