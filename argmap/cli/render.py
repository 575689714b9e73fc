"""``argmap render``."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

import click

from argmap.cli.shared.citing import bibliography_of, style_option
from argmap.cli.shared.context import load, usage
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import LengthType, NumberRange, map_argument, map_options, selection_options
from argmap.cli.shared.output import Known, choose_destination, deliver_sheets
from argmap.cli.shared.saved_views import SavingCommand, saved_option
from argmap.cli.shared.weighing import SEMANTICS
from argmap.render.options import (
    Format,
    MeaninglessOptionError,
    RenderOptions,
    is_meant_for,
    refuse_meaningless,
)
from argmap.text.lists import and_list

if TYPE_CHECKING:
    from argmap.files.assembling import Loaded
    from argmap.queries.select import Selection

_FORMATS: Final[dict[Format, str]] = {
    "svg": "Draw a vector image; the default.",
    "png": "Draw a pixel image.",
    "pdf": "Draw a document to print.",
    "html": "Write a page to explore the map in, one file that needs no network.",
    "tikz": "Write a TikZ picture for LaTeX, which sets its text.",
    "dot": "Write the language of Graphviz.",
    "mermaid": "Write a Mermaid flowchart, which GitHub draws.",
}
_KNOWN: Final = Known(
    endings={
        ".svg": "svg",
        ".png": "png",
        ".pdf": "pdf",
        ".html": "html",
        ".htm": "html",
        ".tex": "tikz",
        ".tikz": "tikz",
        ".dot": "dot",
        ".gv": "dot",
        ".mmd": "mermaid",
        ".mermaid": "mermaid",
    },
    default="svg",
    texts=frozenset({"tikz", "dot", "mermaid"}),
)
_LAYOUTS: Final = ("dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork")
_VIEWS: Final = ("map", "dialogue", "people", "flow", "overview")
# What the command line calls otherwise than the options of `argmap.render.options`.
_CALLED: Final = {"works": "style"}


def _note_format(ctx: click.Context, parameter: click.Parameter, given: bool) -> None:  # noqa: FBT001
    if given:
        ctx.meta.setdefault("formats", []).append(parameter.name)


def _format_options(command: Any) -> Any:  # noqa: ANN401 — click passes what was declared
    for name, line in reversed(_FORMATS.items()):
        option = click.option(f"--{name}", is_flag=True, expose_value=False, callback=_note_format, help=line)
        command = option(command)
    return command


@click.command("render", cls=SavingCommand)
@_format_options
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    metavar="FILE",
    help="Where to write; the ending also decides the format; - is a pipe.",
)
@map_argument
@saved_option
@selection_options
@click.option(
    "--view",
    type=click.Choice(_VIEWS),
    default="map",
    show_default=True,
    help="All of it; only what is disputed; who challenges whom; a column for each speech; or the "
    "theses and what bears on them.",
)
@click.option(
    "--group-by",
    type=click.Choice(["person", "tag", "source", "none"]),
    default="none",
    show_default=True,
    help="Frame boxes together.",
)
@click.option(
    "--colour-by",
    "--color-by",
    "colour_by",
    type=click.Choice(["person", "tag", "source"]),
    help="What the boxes of a colour have in common; by default who speaks.",
)
@click.option("--no-title", is_flag=True, default=None, help="Leave title and description out.")
@click.option("--no-legend", is_flag=True, default=None, help="Leave the explanation of signs out.")
@click.option(
    "--text",
    type=click.Choice(["full", "short", "title"]),
    help="How much text boxes show; by default all, less in a large map.",
)
@click.option(
    "--direction",
    type=click.Choice(["BT", "TB", "LR", "RL"], case_sensitive=False),
    help="Where lines lead: up, down, right or left; by default what fits a screen.",
)
@click.option(
    "--theme",
    metavar="NAME",
    help="Colours: default, high-contrast, greyscale, dark, or a theme of your own in argmap.toml.",
)
@click.option("--layout", type=click.Choice(_LAYOUTS), help="The layout engine of Graphviz; by default dot.")
@click.option(
    "--engine",
    type=click.Choice(["auto", "embedded", "native"]),
    help="Which Graphviz: the one that came with argmap, or the `dot` on the PATH.",
)
@click.option("--scale", type=NumberRange(min=0.01), metavar="N", help="Of a PNG; 1 is 96 pixels an inch.")
@click.option(
    "--page",
    type=click.Choice(["a4", "letter", "slide"], case_sensitive=False),
    help="Fit it to paper: on one page, or an overview and numbered pages if it could not be read there.",
)
@click.option("--one-page", is_flag=True, default=None, help="With --page, put everything on one page.")
@click.option(
    "--portrait",
    "orientation",
    flag_value="portrait",
    help="Make the picture, and the pages, higher than broad.",
)
@click.option(
    "--landscape",
    "orientation",
    flag_value="landscape",
    help="Make the picture, and the pages, broader than high.",
)
@click.option(
    "--width",
    type=LengthType(),
    metavar="LENGTH",
    help="How wide the picture is, such as 12cm, 5in or 800px; its height follows.",
)
@click.option("--transparent", is_flag=True, default=None, help="Leave the background out.")
@style_option
@click.option("--timeout", type=NumberRange(min=0.01), metavar="SECONDS", help="How long all of it may take.")
@click.option(
    "--status",
    is_flag=False,
    flag_value=SEMANTICS[0],
    type=click.Choice(SEMANTICS),
    help=f"Mark what is in, out or undecided; by default under {SEMANTICS[0]} semantics.",
)
@keep_going_option
@map_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    output: str | None,
    selection: "Selection",
    **options: Any,  # noqa: ANN401 — whatever else is declared above
) -> None:
    r"""Draw the map, or a part of it.

    Each claim and rebuttal is a box with its speaker, title and text; lines show what supports, rebuts,
    undermines or undercuts what. Claims that nobody has challenged and challenges that nobody has answered
    are marked. A drawing goes to standard output if that is a pipe, else to argmap.svg, argmap.png,
    argmap.pdf or argmap.html here.

    \b
    Examples:
      argmap render --svg
      argmap render -o istomin.png --focus istomin --depth 2
      argmap render --pdf --by toft --by papa -o challenges.pdf
      argmap render --html -o map.html --include-inferred
      argmap render --mermaid --tag russia-turkey
      argmap render --view flow -o debate.pdf
      argmap render --status -o status.svg
      argmap render --theme greyscale --page a4 -o print.pdf
      argmap render --focus istomin -o figure.tex
      argmap render --saved thesis-figure -o figure.pdf
    """
    options.pop("saved")
    destination = choose_destination(ctx.meta.get("formats", ()), output, _KNOWN)
    output_format = cast("Format", destination.format)
    _refuse_meaningless(output_format, options)
    from argmap.cli.shared.drawing import draw, out_of_time
    from argmap.cli.shared.time_limit import TimeIsUpError, time_limit
    from argmap.render.engine import TIMEOUT

    seconds = options["timeout"] or TIMEOUT
    try:
        with time_limit(seconds) as left:
            loaded = load(around=selection.focus)
            options |= _from_settings(output_format, options, loaded)
            wanted = RenderOptions(format=output_format, selection=selection, **options)
            if is_meant_for("timeout", output_format):
                wanted = replace(wanted, timeout=left())
            sheets = draw(loaded.map, wanted)
    except TimeIsUpError:
        out_of_time(seconds, options["view"])
    deliver_sheets(sheets, destination)


def _from_settings(output: "Format", options: dict[str, Any], loaded: "Loaded") -> dict[str, Any]:
    """Find the works and the theme that the command line or the settings name, where they mean something."""
    from argmap.cli.shared.theming import choose_theme

    style, theme = options.pop("style"), options["theme"]
    return {
        "works": bibliography_of(loaded, style) if is_meant_for("works", output) else None,
        "theme": choose_theme(theme, loaded) if is_meant_for("theme", output) else None,
        **{name: bool(options[name]) for name in ("transparent", "no_title", "no_legend", "one_page")},
        "timeout": None,
    }


def _refuse_meaningless(output: str, options: dict[str, Any]) -> None:
    names = {called: name for name, called in _CALLED.items()}
    given = [names.get(name, name) for name, value in options.items() if value not in {None, "none"}]
    try:
        refuse_meaningless(output, options["view"], given)
    except MeaninglessOptionError as error:
        called = _CALLED | {"orientation": options["orientation"]}
        option = called.get(error.option, error.option).replace("_", "-")
        if error.beside:
            usage(f"--{option} means nothing beside --{error.beside}.")
        if error.without:
            view = f" for --view {error.view}" if error.view else ""
            usage(f"--{option} means nothing{view} without --{error.without}.")
        if error.view:
            usage(f"--{option} means nothing for --view {error.view}.")
        meant = and_list(f"--{each}" for each in error.goes_with)
        usage(f"--{option} means nothing for --{error.output}; it goes with {meant}.")
