"""Finished SVG to PDF: the same drawing with real text, embedded fonts and links."""

from argmap.render.paper.papers import PAPERS, Paper
from argmap.render.paper.sheets import Sheet, whole
from argmap.render.pdf.document import pdf

__all__ = ["PAPERS", "Paper", "Sheet", "pdf", "whole"]
