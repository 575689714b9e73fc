import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, MapInfo, Person, Source
from argmap.queries.find import Match, Thing, find, names_in, suggest

MAP = ArgumentMap(
    info=MapInfo(tags={"liberal-order": "The order."}),
    people={
        "istomin": Person(name="Igor Istomin", aka=("Игорь Истомин",)),
        "khrushchev": Person(name="Никита Хрущёв"),
        "zizek": Person(name="Slavoj Žižek", affiliation="University of Ljubljana"),
    },
    sources={"rm-2019": Source(title="Threats Shaping Alliances")},
    claims={
        claim.id: claim
        for claim in (
            Claim(id="istomin-binary-order", by="istomin", title="A binary order", tags=("ideology",)),
            Claim.model_validate(
                {"id": "mao-tiger", "by": "mao", "text": "Tigers.", "because": ["istomin-binary-order"]}
            ),
        )
    },
)


def names(name: str, thing: Thing | None = None) -> list[str]:
    return [match.id for match in find(MAP, name, thing)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("istomin", ["istomin"]),
        ("ISTOMIN", ["istomin"]),
        ("Истомин", ["istomin"]),
        ("ИГОРЬ ИСТОМИН", ["istomin"]),
        ("i. istomin", ["istomin"]),
        ("istomin, igor", ["istomin"]),
        ("Хрущев", ["khrushchev"]),
        ("Khrushchev", ["khrushchev"]),
        ("Khrushchyov", ["khrushchev"]),
        ("Hruscev", ["khrushchev"]),
        ("zizek", ["zizek"]),
        ("ŽIŽEK", ["zizek"]),
        ("mao", ["mao"]),
        ("istomin-binary-order", ["istomin-binary-order"]),
        ("binary order", ["istomin-binary-order"]),
        ("bin ord", ["istomin-binary-order"]),
        ("inary", ["istomin-binary-order"]),
        ("ljubljana", ["zizek"]),
        ("Ljublj", []),
        ("ideology", ["ideology"]),
        ("liberal order", ["liberal-order"]),
        ("order", ["istomin-binary-order", "liberal-order"]),
        ("shaping", ["rm-2019"]),
        ("mao-tiger/1", ["mao-tiger/1"]),
        ("tiger/1", []),
        ("nothing", []),
        ("", []),
        ("!?", []),
    ],
)
def test_what_a_name_means(name: str, expected: list[str]) -> None:
    assert names(name) == expected


def test_only_among() -> None:
    assert names("order", Thing.TAG) == ["liberal-order"]
    assert names("istomin", Thing.CLAIM) == ["istomin-binary-order"]


def test_one_id_may_name_several_things() -> None:
    both = ArgumentMap(people={"china": Person(name="China")}, info=MapInfo(tags={"china": "On China."}))
    assert find(both, "china") == [Match(Thing.PERSON, "china"), Match(Thing.TAG, "china")]


def test_suggestions() -> None:
    assert suggest(MAP, "istomn")[0] == "istomin"
    assert suggest(MAP, "Истомн")[0] == "istomin"
    assert suggest(MAP, "ideologie", Thing.TAG) == ["ideology"]
    assert suggest(MAP, "qqqqqqqq") == []


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("istomin", ["istomin"]),
        ("igor istomin", ["igor istomin"]),
        ("istomin mao", ["istomin", "mao"]),
        ("igor istomin, mao", ["igor istomin", "mao"]),
        ("Istomin, Igor", ["Istomin, Igor"]),
        ("istomn", ["istomn"]),
        (",", [","]),
    ],
)
def test_words_of_a_command_line_are_one_name_or_several(typed: str, names: list[str]) -> None:
    assert names_in(MAP, typed.split(" ")) == names
