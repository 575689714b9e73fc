"""Finished SVG to PDF: the same drawing with real text and embedded fonts."""

from argmap.render.paper.papers import PAPERS, Paper
from argmap.render.pdf.document import pdf

__all__ = ["PAPERS", "Paper", "pdf"]
