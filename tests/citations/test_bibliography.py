"""The works of a map as they are cited and listed."""

from collections.abc import Callable

import pytest

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.csl import CslError
from argmap.model import Citation, MapInfo, Name, Person, Source, SourceType
from tests.effort import grows_linearly

PEOPLE = {
    "ana": Person(name="Ana Ruiz"),
    "duo": Person(name="Ana and Bo", members=("ana", "bo")),
    "bo": Person(name="Bo Lund"),
}


def source(*authors: object, **fields: object) -> Source:
    return Source.model_validate({"title": "T", "authors": list(authors), "date": "2019", **fields})


MAP = ArgumentMap(
    people=PEOPLE,
    sources={
        "one": source("Ann Alder", date="2019-04-08"),
        "two": source("Ann Birch", "Ben Cole"),
        "three": source("Ann Dunn", "Ben Cole", "Cy Cedar"),
        "nobody": source(title="Annals", date="1999"),
        "undated": source("Plato", date=None),
        "inverted": source("Toft, Monica Duffy"),
        "parted": source({"family": "García Márquez", "given": "Gabriel"}),
        "doubtful": source("Mao Zedong"),
        "told": source({"family": "Mao", "given": "Zedong"}, date="1937"),
        "office": source("Congressional Budget Office"),
        "bank": source({"organization": "Lund"}),
        "particle": source("Vincent van Gogh"),
        "junior": source("Martin Luther King Jr."),
        "japanese": source("山田 太郎"),
        "key": source("ana"),
        "voice": source("duo"),
        "range": source("Ann Epps", date="2018/2019"),
        "coming": source("Ann Finn", date="forthcoming"),
        "circa": source("Ann Gill", date="1920~"),
        "more": source("A. Ivy", "et al."),
        "edited": source(editors=["Ed Hall"]),
    },
)
CITED = {
    "one": "Alder 2019, 1",
    "two": "Birch and Cole 2019, 1",
    "three": "Dunn et al. 2019, 1",
    "nobody": "“Annals” 1999, 1",
    "undated": "Plato, n.d., 1",
    "inverted": "Toft 2019, 1",
    "parted": "García Márquez 2019, 1",
    "doubtful": "Mao Zedong 2019, 1",
    "told": "Mao 1937, 1",
    "office": "Congressional Budget Office 2019, 1",
    "particle": "van Gogh 2019, 1",
    "junior": "King 2019, 1",
    "japanese": "山田 太郎 2019, 1",
    "key": "Ruiz 2019, 1",
    "voice": "Ruiz and Lund 2019, 1",
    "coming": "Finn forthcoming, 1",
    "range": "Epps 2018–2019, 1",
    "circa": "Gill [1920?], 1",
    "more": "Ivy et al. 2019, 1",
    "edited": "Hall 2019, 1",
    "unknown": "unknown, p. 1",
}


@pytest.mark.parametrize(("work", "cited"), CITED.items())
def test_citations_in_the_usual_style(work: str, cited: str) -> None:
    assert Bibliography(MAP).short(Citation(work=work, locator="p. 1")).text() == cited


@pytest.mark.parametrize(
    ("locator", "cited"),
    [
        (None, "Alder 2019"),
        ("pp. 3-5", "Alder 2019, 3–5"),
        ("para. 3", "Alder 2019, para. 3"),
        ("paras. 3-4", "Alder 2019, paras. 3–4"),
        ("ch. 2", "Alder 2019, chap. 2"),
        ("§ 4", "Alder 2019, sec. 4"),
        ("speech 2", "Alder 2019, speech 2"),
    ],
)
def test_places(locator: str | None, cited: str) -> None:
    assert Bibliography(MAP).short(Citation(work="one", locator=locator)).text() == cited


def test_an_entry_with_and_without_its_address() -> None:
    whole = source(
        "Ann Alder", container="J", volume="3", issue="2", pages="29-45", doi="10.1000/x", type="article"
    )
    works = Bibliography(ArgumentMap(sources={"w": whole}))
    assert works.full("w", with_address=False).text() == "Alder, Ann. 2019. “T.” J 3 (2): 29–45."
    assert works.full("w").text() == "Alder, Ann. 2019. “T.” J 3 (2): 29–45. https://doi.org/10.1000/x."
    assert works.full("w").html().startswith("Alder, Ann. 2019. “T.” <i>J</i> 3 (2): 29–45. ")


def test_a_book_in_three_styles() -> None:
    book = source(
        "Ann Alder", title="On Streets", type=SourceType.BOOK, publisher="P", place="Rome", edition="2"
    )
    entries = {
        style: Bibliography(ArgumentMap(sources={"b": book}), style).full("b").text()
        for style in ("chicago", "apa", "mla")
    }
    assert entries == {
        "chicago": "Alder, Ann. 2019. On Streets. 2nd ed. P.",
        "apa": "Alder, A. (2019). On Streets (2nd ed.). P.",
        "mla": "Alder, Ann. On Streets. 2nd ed., P, 2019.",
    }


@pytest.mark.parametrize("kind", ["book", "web-page", "newspaper-article", "speech"])
def test_what_is_yet_to_come_is_said_once(kind: str) -> None:
    work = source("Ann Finn", date="forthcoming", type=kind)
    entry = Bibliography(ArgumentMap(sources={"w": work}), "apa").full("w").text()
    assert entry.startswith("Finn, A. (forthcoming). T")


def test_works_of_one_author_and_year_are_told_apart() -> None:
    alike = {f"w{number:02}": source("Ann Alder", title=f"T{number:02}") for number in range(28)}
    works = Bibliography(ArgumentMap(sources={**alike, "other": source("Ann Alder", date="2020")}))
    cited = [works.short(Citation(work=work)).text() for work in ("w00", "w01", "w25", "w26", "w27", "other")]
    assert cited == [
        "Alder 2019a",
        "Alder 2019b",
        "Alder 2019z",
        "Alder 2019aa",
        "Alder 2019ab",
        "Alder 2020",
    ]
    assert works.full("w01").text().startswith("Alder, Ann. 2019b. ")


def test_speeches_of_a_debate_are_cited_by_their_titles() -> None:
    speech = {"type": "speech", "authors": ["ana"], "date": "2026-03-14"}
    speeches = {
        key: Source.model_validate({"title": key.upper(), **speech}) for key in ("1ac", "2ac", "talk")
    }
    debate = Bibliography(ArgumentMap(MapInfo(sequence=("1ac", "2ac")), PEOPLE, speeches))
    cited = [debate.short(Citation(work=work, locator="2:00")).text() for work in speeches]
    assert cited == ["1AC, 2:00", "2AC, 2:00", "Ruiz 2026, at 2:00"]
    assert debate.full("2ac").text() == "Ruiz, Ana. 2026. “2AC.” March 14."


def test_a_work_of_which_a_style_says_nothing_is_called_by_its_title() -> None:
    style = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
      <info><title>Authors only</title></info>
      <citation><layout><names variable="author"/></layout></citation>
      <bibliography><layout><names variable="author"/></layout></bibliography>
    </style>"""
    works = Bibliography(MAP, style)
    assert works.short(Citation(work="one", locator="p. 1")).text() == "Ann Alder"
    assert works.short(Citation(work="nobody", locator="p. 1")).text() == "Annals"
    assert works.full("nobody").text() == "Annals"


def test_a_number_in_a_title_is_not_taken_for_a_place() -> None:
    works = Bibliography(ArgumentMap(sources={"w": source(title="Report 987654321", type="book")}))
    cited = [works.short(Citation(work="w", locator=f"p. {page}")).text() for page in (2, 31, 987654321)]
    assert cited == [f"Report 987654321 2019, {page}" for page in (2, 31, 987654321)]


def test_ten_times_the_works_take_ten_times_the_effort() -> None:
    def work(size: int) -> Callable[[], object]:
        sources = {f"w{n}": source("Ann Alder", title=f"T{n}", date=str(1000 + n)) for n in range(size)}
        works = Bibliography(ArgumentMap(sources=sources))
        places = [Citation(work=f"w{n % 20}", locator=f"p. {n + 2}") for n in range(size)]
        return lambda: [*map(works.full, sources), *map(works.short, places)]

    assert grows_linearly(work, 40)


def test_the_texts_of_a_map_hold_no_markup() -> None:
    work = source({"family": "<b>Alder</b>", "given": "Ann"}, title="A <i>b</i> & c", type="book")
    works = Bibliography(ArgumentMap(sources={"w": work}), "apa")
    assert works.full("w").text() == "<b>Alder</b>, A. (2019). A <i>b</i> & c."
    assert (
        works.full("w").html()
        == "&lt;b&gt;Alder&lt;/b&gt;, A. (2019). <i>A &lt;i&gt;b&lt;/i&gt; &amp; c</i>."
    )
    assert works.short(Citation(work="w", locator="<i>x</i>")).text() == "<b>Alder</b>, 2019, <i>x</i>"


def test_the_bibliography_is_in_the_order_of_the_style() -> None:
    entries = Bibliography(MAP).entries(["two", "one", "nobody"])
    assert [entry.id for entry in entries] == ["one", "nobody", "two"]


def test_the_language_of_the_map_is_that_of_the_words() -> None:
    german = ArgumentMap(
        MAP.info.model_copy(update={"language": "de"}), sources={"w": source("Ann Alder", date=None)}
    )
    assert Bibliography(german).short(Citation(work="w")).text() == "Alder, o.\N{NO-BREAK SPACE}J."


def test_a_style_that_there_is_not() -> None:
    with pytest.raises(CslError, match="there is no style called foo"):
        Bibliography(MAP, "foo")


def test_names_of_authors_may_be_keys() -> None:
    assert Name(name="ana").parts.whole == "ana"
    assert Bibliography(MAP).full("voice").text().startswith("Ruiz, Ana, and Bo Lund. 2019.")
