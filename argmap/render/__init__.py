"""From a graph to pictures: DOT text, the layout engine, and SVG, PNG and PDF files.

`argmap.render(map)` calls `argmap.api.render.render`.
"""

from argmap.lazy_names import make_callable

make_callable(__name__, "argmap.api.render")
