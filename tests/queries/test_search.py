import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Person
from argmap.queries.search import Hit, search

MAP = ArgumentMap(
    people={"mao": Person(name="Мао Цзэдун")},
    claims={
        "tiger": Claim(
            id="tiger", by="mao", title="A paper tiger", text="Imperialism is weak.", note="Said in 1956."
        ),
        "order": Claim.model_validate(
            {
                "id": "order",
                "text": "Order needs tigers.",
                "because": [{"premises": ["tiger"], "warrant": "Fear holds."}],
            }
        ),
    },
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tiger", ["tiger", "order"]),
        ("TIGER weak", ["tiger"]),
        ("weak tiger", ["tiger"]),
        ("pap", ["tiger"]),
        ("aper", []),
        ("1956", ["tiger"]),
        ("fear", ["order"]),
        ("мао", ["tiger"]),
        ("Mao", ["tiger"]),
        ("tiger zebra", []),
        ("", []),
    ],
)
def test_search(query: str, expected: list[str]) -> None:
    assert [hit.id for hit in search(MAP, query, MAP.statements)] == expected


def test_fields() -> None:
    assert search(MAP, "tiger", ["tiger"]) == [Hit("tiger", ("id", "title"))]


def test_only_among() -> None:
    assert [hit.id for hit in search(MAP, "tiger", ["order"])] == ["order"]
