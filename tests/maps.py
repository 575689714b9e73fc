"""Argument maps for property tests: any records that refer to one another properly, with nasty text."""

from typing import Any

from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source, SourceType

NASTY = (
    "Realism: a critique",
    "- no list",
    "? really",
    "#hash # and more",
    "key: [value, {more}]",
    "\"quoted\" and 'single'",
    "@key %percent `tick` &anchor *alias !tag |bar >fold",
    "no",
    "~",
    "null",
    "1:30",
    "2019-04-08",
    "---",
    "...",
    "a\nb",
    "a\n\n  b  \n\tc",
    "trailing  \nblank",
    "tab\there",
    "back\\slash \\n",
    "carriage\rreturn\r\nline",
    "ends with colon:",
    "Привет, мир: «да»",
    "你好\uff0c世界",
    "שלום עולם",
    "🎉 emoji 👩‍👩‍👧",
    "e\u0301 combining",
    "nbsp\u00a0here",
    "\ufeffmark",
    "</script><b>&amp;",
    "=1+1",
    "a  double  blank " * 12,
    "word " * 60 + "end",
    "verylongwordwithoutanybreak" * 10,
    "a #b: c " * 30 + "d",
)

texts = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=["Cs", "Cn", "Cc"]) | st.sampled_from(" \n\t:#-'\"\\,[]{}"), max_size=60
)
words = texts.map(str.strip).filter(bool)
keys = st.from_regex("\\A[a-zA-Z0-9\u0430-\u044fé][a-z\u0430-\u044f0-9_.-]{0,8}\\Z")


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


names = (
    words
    | st.fixed_dictionaries({"organization": words})
    | st.fixed_dictionaries({"family": words}, optional={"given": words, "particle": words, "suffix": words})
)
_LISTS_OF_NAMES = ("authors", "editors", "translators")
_OWN_FIELDS = {
    **dict.fromkeys(_LISTS_OF_NAMES, st.lists(names, max_size=2)),
    "type": st.sampled_from(SourceType),
    "kept": st.dictionaries(words, st.dictionaries(words, words, min_size=1, max_size=2), max_size=1),
}
works = st.fixed_dictionaries(
    {"title": words},
    optional={
        info.alias or field: _OWN_FIELDS.get(field, words)
        for field, info in Source.model_fields.items()
        if field != "title"
    },
).map(lambda fields: Source(**fields))


@st.composite
def citations(draw: st.DrawFn, sources: list[str]) -> dict[str, Any] | None:
    return {"work": draw(st.sampled_from(sources)), "locator": draw(optional(words))} if sources else None


origins = st.fixed_dictionaries({"file": words, "id": optional(words)})
bases = st.sampled_from(["stated", "inferred"])
kinds = st.sampled_from(["rebut", "undermine"])
UNDERCUT = st.just("undercut")


@st.composite
def argument_maps(draw: st.DrawFn) -> ArgumentMap:
    people = draw(st.lists(keys, unique=True, max_size=3))
    sources = draw(st.lists(keys, unique=True, max_size=2))
    ids = draw(st.lists(keys, unique=True, max_size=9))
    split = draw(st.integers(0, len(ids)))
    statements, spare = ids[:split], ids[split:]
    rebutting = draw(st.integers(0, max(len(statements) - 1, 0)))
    person, work = optional(st.sampled_from(people)) if people else st.none(), citations(sources)
    some = st.lists(st.sampled_from(statements), min_size=1, max_size=3) if statements else st.nothing()

    named_steps: list[str] = []
    named_attacks: list[str] = []

    def step() -> dict[str, Any]:
        named = {"id": spare.pop()} if bool(spare) and draw(st.booleans()) else {}
        named_steps.extend(named.values())
        return {
            **named,
            "premises": draw(some),
            "scheme": draw(optional(words)),
            "warrant": draw(optional(words)),
            "basis": draw(bases),
            "origin": draw(optional(origins)),
        }

    def record(name: str) -> dict[str, Any]:
        return {
            "id": name,
            "by": draw(person),
            "title": draw(optional(words)),
            "text": draw(words),
            "source": draw(work),
            "quote": draw(optional(words)),
            "tags": draw(st.lists(words, max_size=2)),
            "because": [
                draw(some) if draw(st.booleans()) else step() for _ in range(draw(st.integers(0, 2)))
            ],
            "restates": draw(st.lists(st.sampled_from(statements), max_size=1)),
            "basis": draw(bases),
            "note": draw(optional(words)),
            "origin": draw(optional(origins)),
        }

    def aim() -> str | dict[str, Any]:
        target = draw(st.sampled_from(statements))
        if draw(st.booleans()):
            return target
        kind = draw(optional(kinds))
        if undercuts := [*named_steps, *named_attacks, *statements[:rebutting]]:
            target, kind = draw(st.just((target, kind)) | st.tuples(st.sampled_from(undercuts), UNDERCUT))
        name = spare.pop() if bool(spare) and draw(st.booleans()) else None
        named_attacks.extend([name] if name else [])
        return {
            "target": target,
            "kind": kind,
            "id": name,
            "with": draw(st.lists(st.sampled_from(statements), max_size=2)),
            "scheme": draw(optional(words)),
            "origin": draw(optional(origins)),
        }

    def rebuttal(name: str) -> dict[str, Any]:
        marker = draw(optional(st.sampled_from(["conceded", "withdrawn", "answered-elsewhere"])))
        return {
            **record(name),
            "attacks": [aim() for _ in range(draw(st.integers(1, 3)))],
            "kind": draw(kinds),
            **({marker: draw(work)} if marker else {}),
        }

    claims = {name: Claim(**record(name), main=draw(st.booleans())) for name in statements[rebutting:]}
    return ArgumentMap(
        info=MapInfo(
            title=draw(optional(words)),
            editors=draw(st.lists(words, max_size=2)),
            tags=draw(st.dictionaries(keys, words, max_size=2)),
            sequence=draw(st.lists(st.sampled_from(sources), unique=True, max_size=2)) if sources else (),
        ),
        people={
            key: Person(
                name=draw(words),
                aka=draw(st.lists(words, max_size=2)),
                hypothetical=draw(st.booleans()),
                note=draw(optional(words)),
            )
            for key in people
        },
        sources={key: draw(works) for key in sources},
        claims=claims,
        rebuttals={name: Rebuttal(**rebuttal(name)) for name in statements[:rebutting]},
    )
