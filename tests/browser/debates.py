"""Maps for the viewer's tests: large ones, and hostile ones."""

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source

HOSTILE = (
    "<script>document.title = 'run'</script>",
    "</script><img src=x onerror=\"document.title = 'run'\">",
    "<!--<script> ]]> </style></svg></title></textarea>",
    "\"quoted\" 'single' `tick` ${document.title = 'run'} {{7*7}}",
    "a\nb\r\nc\td\u2028e\u2029f",
    "&lt;b&gt; &amp; &#60;script&#62; &copy",
    "עברית ואז English \u202edesrever\u202c، عربي",
    "👩‍👩‍👧 🏳️‍🌈 e\u0301 \u200b\ufeff",
    "verylongwordwithoutanybreak" * 20,
    "__proto__ constructor toString hasOwnProperty",
)


def large(size: int) -> ArgumentMap:
    """A debate in threads of ten: a claim, two linked premises, challenges, and replies to them."""
    claims: dict[str, Claim] = {}
    rebuttals: dict[str, Rebuttal] = {}
    for number in range(size):
        thread, place = divmod(number, 10)
        key = f"s{number}"
        record: dict[str, object] = {
            "id": key,
            "by": f"person-{number % 12}",
            "title": f"Statement {number} on topic {thread % 17}",
            "text": f"On topic {thread % 17}, statement {number} holds that things are thus and so. " * 2,
            "source": f"work-{thread % 5}, p. {number}",
            "tags": [f"topic-{thread % 17}"],
        }
        if place == 0:
            record["because"] = [[f"s{number + 1}", f"s{number + 2}"], f"s{number + 3}"]
        if place < 5:
            claims[key] = Claim.model_validate(record)
        else:
            record["attacks"] = f"s{number - 3}" if place > 7 else f"s{thread * 10}"
            rebuttals[key] = Rebuttal.model_validate(record)
    people = {f"person-{number}": Person(name=f"Person {number}") for number in range(12)}
    works = {f"work-{number}": Source(title=f"Work {number}", date="2020") for number in range(5)}
    return ArgumentMap(MapInfo(title=f"{size} statements"), people, works, claims, rebuttals)


def hostile() -> ArgumentMap:
    """A map with markup, scripts and odd characters in every field that takes a text."""
    people = {
        f"p{at}": Person(name=text, aka=(text,), affiliation=text, note=text, url="javascript:alert(1)")
        for at, text in enumerate(HOSTILE)
    }
    works = {
        f"w{at}": Source(
            title=text,
            authors=(text,),
            container=text,
            publisher=text,
            note=text,
            url="data:text/html,<script>1</script>",
        )
        for at, text in enumerate(HOSTILE)
    }
    claims = {
        key: Claim.model_validate(
            _record(key, at, text)
            | {"because": [{"premises": ["constructor"], "scheme": text, "warrant": text}]}
        )
        for at, text in enumerate(HOSTILE)
        if (key := f"c{at}")
    }
    claims["constructor"] = Claim.model_validate(
        {"id": "constructor", "by": "toString", "text": "An id that objects have."}
    )
    rebuttals = {
        key: Rebuttal.model_validate(
            _record(key, at, text) | {"attacks": [f"c{at}"], "conceded": {"work": f"w{at}", "locator": text}}
        )
        for at, text in enumerate(HOSTILE)
        if (key := f"r{at}")
    }
    info = MapInfo(
        title=HOSTILE[1], description=HOSTILE[0], editors=HOSTILE, license=HOSTILE[2], tags={"t": HOSTILE[1]}
    )
    return ArgumentMap(info, people, works, claims, rebuttals)


def _record(key: str, at: int, text: str) -> dict[str, object]:
    return {
        "id": key,
        "by": f"p{at}",
        "title": text,
        "text": text,
        "quote": text,
        "note": text,
        "source": {"work": f"w{at}", "locator": text},
        "tags": [text, "t"],
    }
