"""TikZ: the same shapes and words, and whatever is typed, as it is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import argmap
from argmap.queries.buckets import Bucket
from argmap.queries.select import Selection
from argmap.render.diagram import Box, Diagram
from argmap.render.dot import to_dot
from argmap.render.draw import draw
from argmap.render.engine import lay_out
from argmap.render.maps import diagram_of
from argmap.render.svg.extents import SHAPES
from argmap.render.svg.finish import Caption, finish
from argmap.render.svg.markup import parse
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


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="pdflatex is not installed")
def test_latex_sets_it(tmp_path: Path) -> None:
    box = Box("a", False, None, "", "Naïve", NASTY, None, "", Bucket.UNCHALLENGED, "", False, "")  # noqa: FBT003
    diagram = Diagram(NASTY, "", (box,), (), ())
    (tmp_path / "figure.tex").write_bytes(draw(to_dot(diagram), "tikz", Caption(NASTY)).data)
    (tmp_path / "document.tex").write_text(DOCUMENT, encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "document.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout[-2000:]
