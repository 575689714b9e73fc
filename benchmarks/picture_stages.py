"""Draw a map step by step, and print the CPU milliseconds of each step as JSON.

Only the steps between start-up and writing are here; `bench_pictures` runs this as a process of its own.

    python -m benchmarks.picture_stages MAP
"""

import gc
import json
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from argmap.files.load import load
from argmap.render.dot import shown_to_plan
from argmap.render.engine import lay_out
from argmap.render.maps import caption_of
from argmap.render.svg.finish import finished
from argmap.render.svg.markup import serialise
from argmap.render.views import diagram_in, view_of

STAGES = ("reading", "diagram", "DOT text", "Graphviz", "finishing", "SVG text")
"""What is measured, in this order; that of Graphviz is the time of the program, and of talking to it."""


def main() -> None:
    """Draw the map that the command line names."""
    gc.disable()  # as the command line does
    spent = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        before = _spent()
        yield
        spent[name] = (_spent() - before) * 1000

    with stage("reading"):
        argument_map = load(Path(sys.argv[1]))
    with stage("diagram"):
        shown = view_of(argument_map)
    with stage("DOT text"):
        plan = shown_to_plan(shown)
    with stage("Graphviz"):
        layout = lay_out(plan.dot)
    with stage("finishing"):
        svg = finished(layout.output, caption_of(argument_map, diagram_in(shown)), plan.parts)
    with stage("SVG text"):
        serialise(svg).encode()
    print(json.dumps(spent))


def _spent() -> float:
    uses = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


if __name__ == "__main__":
    main()
