"""TikZ: the same shapes and words, and whatever is typed, as it is."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

import argmap
from argmap.queries.buckets import Bucket
from argmap.queries.select import Selection
from argmap.render.diagram import Box, Diagram, Relation
from argmap.render.dot import to_dot
from argmap.render.dot.boxes import UNCHALLENGED
from argmap.render.draw import draw
from argmap.render.engine import lay_out
from argmap.render.maps import diagram_of
from argmap.render.options import RenderOptions
from argmap.render.service import render
from argmap.render.strokes import stroke
from argmap.render.svg.extents import SHAPES
from argmap.render.svg.finish import Caption, finish
from argmap.render.svg.markup import parse
from argmap.render.theme import DEFAULT
from argmap.render.tikz import latex, tikz

DATA = Path(__file__).parents[2] / "data"
NASTY = r"50 % of $x_1^2$ & {a}\b #7 ~ <b> | \"q\" -- `x` 'y'"
DOCUMENT = r"""\documentclass{article}
\usepackage[paperwidth=150cm,paperheight=150cm]{geometry}
\usepackage{tikz,amssymb}
\begin{document}
\input{figure}
\end{document}
"""
ARTICLE = r"""\documentclass{article}
\usepackage{tikz,amssymb}
\pagestyle{empty}
\begin{document}
\sbox0{\input{figure}}
\typeout{argmap: \the\wd0}\typeout{argmap: \the\ht0}\typeout{argmap: \the\linewidth}
\noindent\usebox0
\end{document}
"""


@pytest.fixture(scope="module")
def svg() -> str:
    diagram = diagram_of(argmap.load(DATA), Selection(focus=("istomin",), include_inferred=True))
    return finish(lay_out(to_dot(diagram)).output, Caption("T"))


def test_every_shape_and_every_word_is_there(svg: str) -> None:
    picture, root = tikz(svg, Caption("T")), parse(svg.encode())
    texts = [latex(text.text or "").strip() for text in root.iter("text")]
    shapes = [one for one in root.iter() if one.tag in SHAPES]
    seen = [one for one in shapes if {one.get("fill"), one.get("stroke")} - {"none", "transparent", None}]
    assert picture.count(r"\node[") == len(texts)
    assert all(text in picture for text in texts)
    assert picture.count(r"\path[") == len(seen)


def test_every_colour_is_defined_once(svg: str) -> None:
    picture = tikz(svg, Caption("T"))
    defined = re.findall(r"\\definecolor{(argmap\w+)}", picture)
    assert sorted(set(re.findall(r"=(argmap[0-9a-f]{6})", picture))) == sorted(defined)


def test_curves_dashes_and_ellipses_are_kept() -> None:
    dot = 'digraph { a [shape=ellipse]; a -> b [style=dashed color="#d55e00" penwidth=2] }'
    picture = tikz(finish(lay_out(dot).output, Caption("T")), Caption("T"))
    assert ".. controls (" in picture
    assert "ellipse [x radius=27bp, y radius=18bp]" in picture
    assert "draw=argmapd55e00, line width=2bp, dash pattern=on 5bp off 2bp" in picture


def test_a_title_cannot_end_its_comment() -> None:
    picture = tikz(finish(lay_out("graph { a }").output, Caption("T")), Caption("one\n\\input{two}"))
    assert picture.startswith("% one \\input{two}\n")


def test_no_font_fills_the_blanks_between_a_word_and_its_line() -> None:
    dot = (
        'digraph { node [fontname=Helvetica] edge [fontname=Helvetica fontsize=9] a -> b [label=" rebuts "] }'
    )
    picture = tikz(finish(lay_out(dot).output, Caption("T")), Caption("T"))
    assert r"\argmaptext{25.01bp}{rebuts}" in picture


needs_latex = pytest.mark.skipif(not shutil.which("pdflatex"), reason="pdflatex is not installed")


def set_in_latex(folder: Path, figure: bytes, document: str) -> str:
    """Set a document with a figure; return what LaTeX says."""
    (folder / "figure.tex").write_bytes(figure)
    (folder / "document.tex").write_text(document, encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "document.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout[-2000:]
    return done.stdout


@needs_latex
def test_latex_sets_it(tmp_path: Path) -> None:
    box = Box("a", False, None, "", "Naïve", NASTY, None, "", Bucket.UNCHALLENGED, "", False, "")  # noqa: FBT003
    diagram = Diagram(NASTY, "", (box,), (), ())
    set_in_latex(tmp_path, draw(to_dot(diagram), "tikz", Caption(NASTY)).data, DOCUMENT)


@needs_latex
@pytest.mark.parametrize(
    "options",
    [
        RenderOptions(selection=Selection(focus=("istomin-partnerships-of-pariahs",), depth=1)),
        RenderOptions(view="dialogue", selection=Selection(focus=("istomin",)), no_legend=True),
        RenderOptions(view="overview"),
    ],
)
def test_text_is_legible_in_a_line_of_an_article(options: RenderOptions, tmp_path: Path) -> None:
    picture = render(argmap.load(DATA), replace(options, format="tikz"))
    said = set_in_latex(tmp_path, picture.data, ARTICLE)
    width, height, line = (float(one) for one in re.findall(r"argmap: ([\d.]+)pt", said))
    assert 0.8 * line < width < line
    assert height < 1.5 * line
    [page] = pypdfium2.PdfDocument(tmp_path / "document.pdf")
    assert picture.warnings == ()
    assert min(sizes_of_type(page)) >= 5


def sizes_of_type(page: pypdfium2.PdfPage) -> list[float]:
    """Give the size of the type of each character that can be seen on a page."""
    text = page.get_textpage()
    characters = range(text.count_chars())
    return [
        pypdfium2.raw.FPDFText_GetFontSize(text, at)
        for at in characters
        if text.get_text_range(at, 1).strip()
    ]


def test_what_is_narrower_than_a_line_stays_so() -> None:
    part = Selection(focus=("istomin-binary-order",), depth=0)
    svg = render(argmap.load(DATA), RenderOptions(selection=part, no_title=True, no_legend=True)).data
    picture = render(
        argmap.load(DATA), RenderOptions(format="tikz", selection=part, no_title=True, no_legend=True)
    )
    sizes = re.findall(r"fontsize\{([\d.]+)bp\}", picture.data.decode())
    assert {float(size) for size in sizes} == {
        float(size) for size in re.findall(r'font-size="([\d.]+)"', svg.decode())
    }


def test_every_sign_that_argmap_draws_has_a_command() -> None:
    signs = {UNCHALLENGED, "●", *(stroke(relation, DEFAULT, inferred=False).glyph for relation in Relation)}
    assert all(latex(sign).startswith(r"\ensuremath") for sign in signs)
