"""Citations and bibliographies in the styles of the Citation Style Language, version 1.0.2.

Specification: https://docs.citationstyles.org/en/stable/specification.html
"""

from argmap.csl.errors import CslError
from argmap.csl.formatted import Formatted, Run
from argmap.csl.processor import Cite, Entry, Processor
from argmap.csl.style import SHORT_NAMES, Style, load_style
from argmap.text.locators import split_locator as parse_locator

__all__ = [
    "SHORT_NAMES",
    "Cite",
    "CslError",
    "Entry",
    "Formatted",
    "Processor",
    "Run",
    "Style",
    "load_style",
    "parse_locator",
]
