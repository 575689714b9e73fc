"""Argdown documents over the documented grammar, to compare our reading with that of its own program.

They keep clear of what its program reads against its documentation; see docs/formats.md.
"""

from hypothesis import strategies as st

DRAWN = st.DrawFn
WORDS = st.sampled_from(
    (
        *("rain", "Цель", "10 %", "a,b", "(note)", "p;q", "w: z", "it's", "1.5", "5-6", "~", "&amp;"),
        *("*it*", "__bo__", "__*both*__", "_i_", "#tag", "#(two words)", "@[a]", "@<A>", "[l](http://x.y/z)"),
        *(
            ".A.",
            ".v.",
            ":happy:",
            ":x:",
            "\\#",
            "\\[",
            "\\*",
            "\\_",
            "\\{",
            "\\@",
            "x /* c */",
            "x <!-- d -->",
        ),
    )
)
STATEMENTS = (*"abcdé", "Long title", "a.b", "q: r", "1", "f < g")
ARGUMENTS = (*"ABCa", "Arg x", "k: l")
DATA = st.sampled_from(
    (*[""] * 9, ' {x: 1, "b": {c: d}}', " {isCanonical: true}", " {\n  k: v\n  l:\n    - m\n}")
)
TAGS = st.sampled_from((*[""] * 9, " #t", " #(u v) #w"))
FRONT_MATTER = st.sampled_from(("", "===\ntitle: T\n===\n\n", "===\nmodel: {mode: strict}\n===\n\n"))


@st.composite
def texts(draw: DRAWN) -> str:
    gap = st.sampled_from((*[" "] * 9, "\n  and ", "\nso "))
    words = draw(st.lists(WORDS, min_size=1, max_size=4))
    return words[0] + "".join(draw(gap) + word for word in words[1:])


@st.composite
def statements(draw: DRAWN, titles: tuple[str, ...] = STATEMENTS) -> str:
    title = draw(st.sampled_from(titles))
    reference = st.just(f"[{title}]").flatmap(lambda name: TAGS.map(lambda tags: name + tags))
    text = texts()
    return draw(reference | text.map(lambda words: f"[{title}]: {words}") | text) + draw(DATA)


@st.composite
def arguments(draw: DRAWN, title: str = "") -> str:
    name = title or draw(st.sampled_from(ARGUMENTS))
    return draw(
        TAGS.map(lambda tags: f"<{name}>{tags}") | texts().map(lambda words: f"<{name}>: {words}")
    ) + draw(DATA)


@st.composite
def relations(draw: DRAWN, symbols: str, indent: int, depth: int) -> str:
    """Relations of one parent, each with its own."""
    if depth == 0 or draw(st.booleans()):
        return ""
    indent += draw(st.sampled_from((1, 2, 4)))
    found = ""
    for _ in range(draw(st.integers(1, 3))):
        symbol = draw(st.sampled_from(symbols.split()))
        is_argument = symbol != "><" and draw(st.booleans())
        child = draw(arguments() if is_argument else statements())
        own = "+ <+ +> - <- -> _>" + (" _ <_" if is_argument else " ><")
        found += f"\n{' ' * indent}{symbol} {child}" + draw(relations(own, indent, depth - 1))
    return found


@st.composite
def structures(draw: DRAWN, title: str) -> str:
    """An argument with its premise-conclusion structure; no statement stands in it twice."""
    said, number = "", 0
    free = list(draw(st.permutations((*STATEMENTS, *"ghijkl"))))
    if not title:
        said = "[a]\n\n"  # else it could be that of an argument above
    else:
        said = draw(arguments(title)) + draw(relations("+ <+ +> - <- -> _ <_ _>", 0, 2)) + "\n\n"
    for step in range(draw(st.integers(1, 3))):
        for _ in range(draw(st.integers(int(step == 0), 2))):
            number += 1
            said += f"({number}) {draw(statements((free.pop(),)))}"
            said += draw(relations("+ <+ +> - <- -> >< _>", 0, 2)) + "\n"
        uses = f" {{uses: [{draw(st.integers(1, number))}]}}"
        said += draw(st.sampled_from(("----", "-------", "--\nModus ponens, a rule\n--", f"-- R{uses} --")))
        said += draw(relations("_ <_", 0, 2))
        number += 1
        said += f"\n({number}) {draw(statements((free.pop(),)))}"
        said += draw(relations("+ <+ +> - <- -> >< _ <_ _>", 0, 1)) + "\n"
    return said.rstrip("\n")


@st.composite
def headings(draw: DRAWN) -> str:
    words = " ".join(draw(st.lists(WORDS, min_size=1, max_size=3)))
    return f"{'#' * draw(st.integers(1, 3))} {words}{draw(TAGS)}"


@st.composite
def lists(draw: DRAWN) -> str:
    sign = draw(st.sampled_from(("* ", "1. ", "  * ")))
    return "\n".join(
        sign + item for item in draw(st.lists(statements() | arguments(), min_size=1, max_size=3))
    )


@st.composite
def documents(draw: DRAWN) -> str:
    free = list(draw(st.permutations((*ARGUMENTS, ""))))
    blocks = ["[a]"]
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.integers(0, 6))
        if kind < 2:
            blocks.append(draw(statements()) + draw(relations("+ <+ +> - <- -> >< _>", 0, 4)))
        elif kind < 3:
            blocks.append(draw(arguments()) + draw(relations("+ <+ +> - <- -> _ <_ _>", 0, 4)))
        elif kind < 5:
            blocks.append(draw(structures(free.pop())))
        else:
            blocks.append(draw(headings() | lists() | st.sampled_from(("// c", "/* c\nd */", "<!-- c -->"))))
    return draw(FRONT_MATTER) + "\n\n".join(blocks) + "\n"
