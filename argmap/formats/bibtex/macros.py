"""What the commands of LaTeX stand for that occur in bibliographies."""

from functools import cache
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACCENTS: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
    "h": "\u0309",
    "G": "\u030f",
    "U": "\u030e",
    "f": "\u0311",
    "textcommabelow": "\u0326",
}
"""Commands that put a mark on the next letter."""

ALONE: Final = {"`": "`", "'": "\u00b4", "^": "^", "~": "~", '"': "\u00a8", "=": "\u00af", "c": "\u00b8"}
"""What an accent is without a letter."""

SIGNS: Final = {
    **{sign: sign for sign in "&%#_${}"},
    **dict.fromkeys((" ", "\n", "\t", ",", ";", ":", ">", "\\"), " "),
    **dict.fromkeys(("/", "-", "!", "@", "*", "|"), ""),
}
"""Commands of one sign that is not a letter."""

WORDS: Final = {
    name: name
    for name in _words(
        "TeX LaTeX BibTeX XeTeX XeLaTeX LuaTeX LuaLaTeX pdfTeX pdfLaTeX ConTeXt KOMAScript TikZ PGF "
        "arccos arcsin arctan arg cos cosh cot csc deg det dim exp gcd hom inf ker lg lim ln log max min "
        "mod sec sin sinh sup tan tanh"
    )
} | {"LaTeXe": "LaTeX2e", "MakeIndex": "MakeIndex", "eTeX": "e-TeX", "BibLaTeX": "BibLaTeX"}
"""Commands that stand for words."""

_SYMBOLS: Final = {
    "S": "§",
    "textsection": "§",
    "P": "¶",
    "textparagraph": "¶",
    "pounds": "£",
    "textsterling": "£",
    "textyen": "¥",
    "euro": "€",
    "texteuro": "€",
    "EUR": "€",
    "copyright": "©",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "degree": "°",
    "textdegree": "°",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbardbl": "‖",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "lbrack": "[",
    "rbrack": "]",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textunderscore": "_",
    "textdollar": "$",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textasciigrave": "`",
    "textquoteleft": "\u2018",
    "textquoteright": "\u2019",
    "lq": "\u2018",
    "rq": "\u2019",
    "slash": "/",
    "textperiodcentered": "·",
    "textbullet": "•",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textmu": "µ",
    "textpm": "±",
    "texttimes": "×",  # noqa: RUF001 — the sign
    "textdiv": "÷",
    "textnumero": "№",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textendash": "–",  # noqa: RUF001 — the sign
    "textemdash": "—",
    "bibrangedash": "–",  # noqa: RUF001 — the sign
    "textnonbreakinghyphen": "-",
    "cdot": "·",
    "sim": "~",
    "lt": "<",
    "gt": ">",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "space": " ",
    "textvisiblespace": " ",
    "nobreakspace": " ",
    "addspace": " ",
    "quad": " ",
    "qquad": " ",
    "newline": " ",
    "linebreak": " ",
    "par": " ",
    "i": "\u0131",
    "j": "\u0237",
}

ARGUMENT: Final = _words(
    "emph textit textsl textbf textmd textrm textsf texttt textsc textup textnormal textsuperscript "
    "textsubscript text mbox hbox fbox makebox underline uppercase lowercase MakeUppercase MakeLowercase "
    "MakeTextUppercase MakeTextLowercase MakeSentenceCase NoCaseChange mkbibemph mkbibitalic mkbibbold "
    "mkbibparens mkbibbrackets mkbibacro textcite nolinkurl url path mathrm mathit mathbf mathsf mathtt "
    "mathcal mathbb mathfrak mathnormal operatorname boldsymbol bm ensuremath textln textstyleEmphasis ul "
    "uline sout so foreignlanguage textgreek textcyrillic textlatin texttitle rmfamily selectlanguage "
    "ifthenelse bibinitperiod"
)
"""Commands whose last argument is their text, set in some way."""

QUOTING: Final = _words("enquote mkbibquote textquote")
"""Commands that put their argument in quotation marks."""

SWITCHES: Final = _words(
    "em it bf rm sf tt sc sl itshape bfseries scshape slshape upshape mdseries ttfamily sffamily normalfont "
    "tiny small footnotesize normalsize large Large LARGE huge Huge relax protect noindent nocase "
    "displaystyle textstyle left right big Big bigg Bigg limits allowbreak hfill sloppy leavevmode "
    "ignorespaces unskip"
)
"""Commands that print nothing and take nothing."""

DROPPED: Final = _words("noopsort NoopSort SortNoop sortnoop phantom vphantom hphantom hspace vspace label")
"""Commands that print nothing of their argument: it only sorts, or makes room."""

SECOND: Final = _words("href foreignlanguage textcolor hyperref textlang")
"""Commands of two arguments, the second of which is printed."""


def symbol(name: str) -> str | None:
    """Give the text that a command without arguments stands for; None for an unknown one.

    Args:
        name: without the backslash.
    """
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    return _known_symbols().get(name)


@cache
def _known_symbols() -> dict[str, str]:
    from pylatexenc.latex2text import get_default_latex_context_db

    specs = get_default_latex_context_db().iter_macro_specs()
    return {
        spec.macroname: spec.simplify_repl
        for spec in specs
        if isinstance(spec.simplify_repl, str)
        and spec.simplify_repl.strip()
        and "%" not in spec.simplify_repl
    }
