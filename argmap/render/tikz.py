"""Finished SVG to TikZ: the same drawing for a LaTeX document, which sets the text in its own fonts.

See the PGF/TikZ manual, part III. Colours, dashes, places and line breaks are those of the drawing.
"""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from argmap.render.fonts.measure import text_width
from argmap.render.numbers import plain
from argmap.render.svg.extents import SHAPES, ellipse_of, numbers_in
from argmap.render.svg.finish import Caption
from argmap.render.svg.frame import frame_of
from argmap.render.svg.markup import root_of
from argmap.render.svg.path import steps_of
from argmap.render.svg.transforms import Transform, matrix_of, scale_of, to_points

_PREAMBLE: Final = r"""% In the preamble: \usepackage{tikz,amssymb}; for scripts other than Latin, take
% lualatex or xelatex and a font that has them. No text grows beyond its box. In a font
% of Helvetica's widths, such as TeX Gyre Heros, it looks as in the map's other pictures.
% Sizes of type are what they say: take it in as it is, without \resizebox.
\providecommand\argmapfont{\sffamily}%
\providecommand\argmaptext[2]{{\setbox0\hbox{#2}\ifdim\wd0>#1\resizebox{#1}{\height}{\box0}\else\box0\fi}}%"""
_LEADING: Final = 1.2
_DIGITS: Final = 4
_ANCHORS: Final = {"start": "base west", "middle": "base", "end": "base east"}
_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"{\char34}",
        "`": r"\textasciigrave{}",
        "\u00a0": "~",
        # Signs of the legend and of boxes that few fonts for LaTeX have.
        "○": r"\ensuremath{\circ}",
        "●": r"\ensuremath{\bullet}",
        "►": r"\ensuremath{\blacktriangleright}",
        "♦": r"\ensuremath{\blacklozenge}",
        "◊": r"\ensuremath{\lozenge}",
        "■": r"\ensuremath{\blacksquare}",
        "│": r"\ensuremath{\vert}",
        "→": r"\ensuremath{\rightarrow}",
        "·": r"\ensuremath{\cdot}",
    }
)


def tikz(svg: str | Element, caption: Caption) -> str:
    r"""Write a finished SVG as a `tikzpicture`, to be taken into a document with `\input`.

    Args:
        svg: a document from `argmap.render.svg.finish.finish`, or its root.
        caption: its title stands in a comment.
    """
    root = root_of(svg)
    lines = [line for graph in root.findall("g") for line in _graph(graph, root)]
    title = " ".join(caption.title.split())
    start = r"\begin{tikzpicture}[x=1bp, y=-1bp, inner sep=0pt, outer sep=0pt]"
    frame = frame_of(root)
    # Else the control points of curves would count.
    size = rf"\useasboundingbox (0,0) rectangle ({plain(frame.width)},{plain(frame.height)});"
    picture = [start, size, *_colours(root), *lines, r"\end{tikzpicture}%"]
    return "\n".join([f"% {title}", _PREAMBLE, *picture]) + "\n"


def latex(text: str) -> str:
    """Escape text for LaTeX, so that it prints as it is, two hyphens included."""
    return text.translate(_ESCAPES).replace("--", "-{}-")


def _graph(graph: Element, root: Element) -> Iterator[str]:
    matrix = matrix_of(graph.get("transform", "")).then(to_points(frame_of(root)))
    for element in graph.iter():
        if element.tag in SHAPES and (looks := _looks(element, matrix)):
            yield rf"\path[{looks}] {_outline(element, matrix)};"
        elif element.tag == "text" and (element.text or "").strip():
            yield _text(element, matrix)


def _looks(shape: Element, matrix: Transform) -> str:
    """Say how a shape is filled and drawn; "" where nothing of it would be seen."""
    fill, stroke = _colour(shape.get("fill", "black")), _colour(shape.get("stroke", "none"))
    looks = [f"fill={fill}"] if fill else []
    if stroke:
        looks += [f"draw={stroke}", f"line width={_length(shape.get('stroke-width', '1'), matrix)}"]
        if dashes := [one for one in shape.get("stroke-dasharray", "").split(",") if one]:
            words = (
                f"{'off' if at % 2 else 'on'} {_length(length, matrix)}" for at, length in enumerate(dashes)
            )
            looks.append(f"dash pattern={' '.join(words)}")
    return ", ".join(looks)


def _length(number: str, matrix: Transform) -> str:
    return f"{plain(float(number) * scale_of(matrix), _DIGITS)}bp"


def _colour(name: str) -> str:
    if name in {"none", "transparent"}:
        return ""
    return f"argmap{name[1:].lower()}" if name.startswith("#") else name


def _colours(root: Element) -> Iterator[str]:
    """Define the colours of a drawing."""
    used = {element.get(key, "") for element in root.iter() for key in ("fill", "stroke")}
    for code in sorted(colour[1:] for colour in used if colour.startswith("#")):
        yield rf"\definecolor{{{_colour('#' + code)}}}{{HTML}}{{{code.upper()}}}"


def _outline(shape: Element, matrix: Transform) -> str:
    if shape.tag == "ellipse":
        x, y, across, down = ellipse_of(shape)
        radii = f"x radius={_length(str(across), matrix)}, y radius={_length(str(down), matrix)}"
        return f"{_point(x, y, matrix)} ellipse [{radii}]"
    if shape.tag == "path":
        return _curve(shape, matrix)
    numbers = numbers_in(shape.get("points", ""))
    corners = [_point(x, y, matrix) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return " -- ".join([*corners, "cycle"] if shape.tag == "polygon" else corners)


def _curve(path: Element, matrix: Transform) -> str:
    parts = []
    for command, numbers in steps_of(path):
        points = [_point(x, y, matrix) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if command == "C":
            parts.append(f".. controls {points[0]} and {points[1]} .. {points[2]}")
        else:
            parts.append({"M": "{}", "L": "-- {}", "Z": "-- cycle"}[command].format(*points))
    return " ".join(parts)


def _point(x: float, y: float, matrix: Transform) -> str:
    across, down = matrix.apply(x, y)
    return f"({across:.2f},{down:.2f})"


def _text(text: Element, matrix: Transform) -> str:
    size = float(text.get("font-size", "14")) * scale_of(matrix)
    face = r"\bfseries" * (text.get("font-weight") == "bold") + r"\itshape" * (
        text.get("font-style") == "italic"
    )
    place = _point(float(text.get("x", "0")), float(text.get("y", "0")), matrix)
    anchor = _ANCHORS[text.get("text-anchor", "start")]
    font = rf"\fontsize{{{plain(size, _DIGITS)}bp}}{{{plain(_LEADING * size, _DIGITS)}bp}}\selectfont"
    words = latex(text.text or "").strip()
    if width := text.get("textLength"):
        # The blanks around a word keep it away from its line: no font may fill them.
        blanks = (text.text or "").count(" ") - (text.text or "").strip(" ").count(" ")
        own = float(width) - blanks * text_width(" ", float(text.get("font-size", "14")))
        words = rf"\argmaptext{{{_length(str(own), matrix)}}}{{{words}}}"
    looks = f"anchor={anchor}, text={_colour(text.get('fill', 'black')) or 'black'}"
    return rf"\node[{looks}] at {place} {{\argmapfont{face}{font} {words}}};"
