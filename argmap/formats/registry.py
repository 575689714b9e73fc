"""The formats: what the command line, its help and the page on formats know of them."""

from collections.abc import Iterable
from typing import Final

from argmap.formats.base import Choice, Format
from argmap.text.lists import or_list

_ICCMA: Final = "https://argumentationcompetition.org/2023/rules.html"
_TGF: Final = "https://docs.yworks.com/yfiles/doc/developers-guide/tgf.html"
_GRAPHML: Final = "http://graphml.graphdrawing.org/specification.html"
_GEPHI: Final = "https://docs.gephi.org/desktop/User_Manual/Import/CSV_Format/"
_CYJS: Final = "https://js.cytoscape.org/#notation/elements-json"
_CSL: Final = "https://docs.citationstyles.org/en/stable/specification.html"
_APX: Final = "https://www.dbai.tuwien.ac.at/research/argumentation/aspartix/"

_AIF: Final = "http://www.argumentinterchange.org/"
_ARGGRAPH: Final = "https://github.com/peldszus/arg-microtexts"
_SADFACE: Final = "https://github.com/Open-Argumentation/SADFace"
_XAIF: Final = "https://github.com/arg-tech/xaif"
_COMMONMARK: Final = "https://spec.commonmark.org/0.31.2/"

_ARRANGE: Final = Choice(
    "arrange",
    ("argument", "person"),
    "What a report goes by: the disputes, each as a thread with the largest first, or who says what.",
)
_CITE: Final = Choice(
    "cite",
    ("plain", "pandoc"),
    "How a report names places in works: in words, or as citations for pandoc with FILE.bib beside FILE.",
)

FORMATS: Final[tuple[Format, ...]] = (
    Format("argdown-json", "Argdown JSON", "https://argdown.org/guide/", (".json",), writes=False),
    Format("xaif", "xAIF JSON", _XAIF, (".json",)),
    Format("arggraph", "arg-microtexts XML", _ARGGRAPH, (".xml",)),
    Format("ova", "OVA analysis", "http://ova.arg-tech.org/", (".json",), writes=False),
    Format("sadface", "SADFace", _SADFACE, (".json",), writes=False),
    Format("aif", "AIF JSON, as AIFdb has it", _AIF, (".json",)),
    Format("iccma", "ICCMA p af", _ICCMA, (".af",)),
    Format("apx", "ASPARTIX (APX)", _APX, (".apx",)),
    Format("tgf", "Trivial Graph Format", _TGF, (".tgf",)),
    Format("argdown", "Argdown", "https://argdown.org/syntax/", (".argdown", ".ad")),
    Format("kialo", "Kialo text", "https://support.kialo-edu.com/", (".txt",)),
    Format("carneades", "Carneades 4", "https://github.com/carneades/carneades-4", (".yml", ".yaml")),
    Format("graphml", "GraphML", _GRAPHML, (".graphml",), reads=False),
    Format("gexf", "GEXF", "https://gexf.net/schema.html", (".gexf",), reads=False),
    Format("cyjs", "Cytoscape JSON", _CYJS, (".cyjs",), reads=False),
    Format("csv", "CSV tables of nodes and edges", _GEPHI, (".csv",), reads=False),
    Format("canvas", "JSON Canvas", "https://jsoncanvas.org/spec/1.0/", (".canvas",), reads=False),
    Format("opml", "OPML", "http://opml.org/spec2.opml", (".opml",), reads=False),
    Format("mermaid", "Mermaid", "https://mermaid.js.org/syntax/flowchart.html", (".mmd",), reads=False),
    Format("dot", "Graphviz DOT", "https://graphviz.org/doc/info/lang.html", (".dot",), reads=False),
    Format(
        "markdown",
        "Markdown report",
        _COMMONMARK,
        (".md",),
        reads=False,
        choices=(_ARRANGE, _CITE),
        cites_works=True,
    ),
    Format("bibtex", "BibTeX", "https://ctan.org/pkg/biblatex", (".bib",)),
    Format("csl-json", "CSL-JSON", _CSL, (".csl.json", ".csljson")),
)
"""Every format, the most particular first: a file is taken for the first that it looks like."""

BY_NAME: Final = {format_.name: format_ for format_ in FORMATS}
IMPORTS: Final = tuple(format_ for format_ in FORMATS if format_.reads)
EXPORTS: Final = tuple(format_ for format_ in FORMATS if format_.writes)


def guess_format(file: str, head: bytes) -> Format | None:
    """Tell what format a file has, by its name and content; None where it looks like no known one.

    Args:
        file: its name.
        head: its first megabyte.
    """
    text = _plain(head)
    return next((format_ for format_ in IMPORTS if format_.guess(file, text)), None)


def _plain(head: bytes) -> bytes:
    """Leave out the mark of UTF-8, and turn what begins with that of UTF-16 into UTF-8."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return head.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf")


class MeaninglessChoiceError(ValueError):
    """A format leaves nothing of the kind to choose.

    Args:
        option: what was chosen.
        name: the format.
        goes_with: the formats that leave it to choose.
    """

    def __init__(self, option: str, name: str, goes_with: tuple[str, ...]) -> None:
        super().__init__(f"`{option}` is for {or_list(goes_with)}, and says nothing of {name}")
        self.option = option
        self.goes_with = goes_with


def refuse_meaningless(format_: Format, options: Iterable[str]) -> None:
    """Refuse options of which a format says nothing; `style` is one of those that cite works.

    Raises:
        MeaninglessChoiceError: there is one.
    """
    for option in options:
        if option not in _options(format_):
            goes_with = tuple(each.name for each in EXPORTS if option in _options(each))
            raise MeaninglessChoiceError(option, format_.name, goes_with)


def _options(format_: Format) -> set[str]:
    return {*(choice.name for choice in format_.choices), *(["style"] if format_.cites_works else [])}


def describe_formats(formats: Iterable[Format]) -> str:
    """List formats with their names, titles and file extensions, for a help page."""
    listed = [(format_.name, f"{format_.title} ({', '.join(format_.extensions)})") for format_ in formats]
    width = max((len(name) for name, _ in listed), default=0)
    return "\b\nFormats:\n" + "\n".join(f"  {name:{width}}  {about}" for name, about in listed)
