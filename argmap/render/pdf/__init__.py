"""Finished SVG to PDF: the same drawing with real text, embedded fonts and links."""

from argmap.render.pdf.document import pdf
from argmap.render.pdf.papers import PAPERS, Paper
from argmap.render.pdf.sheets import Sheet, whole

__all__ = ["PAPERS", "Paper", "Sheet", "pdf", "whole"]
