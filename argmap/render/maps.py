"""From a map to a diagram of a part of it: what is selected, in which bucket, and under which heading."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.argument_map import ArgumentMap
from argmap.queries.disputes import disputed
from argmap.queries.find import Thing, find
from argmap.queries.select import Selection, select
from argmap.queries.unanswered import Standing, find_standing
from argmap.render.build import build_diagram
from argmap.render.diagram import Diagram
from argmap.render.wording import as_sentence, work_name
from argmap.text.lists import or_list
from argmap.text.plurals import count

if TYPE_CHECKING:
    from argmap.render.svg.finish import Caption


def diagram_of(
    amap: ArgumentMap,
    selection: Selection | None = None,
    *,
    only_disputed: bool = False,
    standing: Standing | None = None,
) -> Diagram:
    """Draw up what a picture of a map shows.

    Args:
        amap: the map.
        selection: which part of it; by default all but what the editor infers, of which only the context
            of stated rebuttals is shown.
        only_disputed: whether to leave out what takes part in no dispute, and grounds that nobody attacks.
        standing: where the statements of the map stand, with or without what the editor infers as in the
            selection, for those who know it already.

    Returns:
        The diagram, for `argmap.render.dot.to_dot` and `argmap.render.mermaid.to_mermaid`. The description
        of a part says what it is a part of.

    Raises:
        NoMatchError: a name in the selection means nothing in this map.
    """
    chosen = selection or Selection()
    standing = standing or find_standing(amap, include_inferred=chosen.include_inferred)
    selected = select(amap, chosen)
    drawn = disputed(amap, selected) if only_disputed else selected
    built = build_diagram(amap, drawn, standing.buckets, standing.drops.passed_over)
    diagram = replace(built, inferred=chosen.include_inferred)
    part = describe(amap, chosen)
    return replace(diagram, description=f"A part of the map: {part}.") if part else diagram


def caption_of(amap: ArgumentMap, diagram: Diagram) -> "Caption":
    """Say what a picture of a diagram says of itself: title, description and counts, editors, language."""
    from argmap.render.svg.finish import Caption

    rebuttals = sum(box.stands_for for box in diagram.boxes if box.is_rebuttal)
    claims = sum(not box.is_rebuttal for box in diagram.boxes)
    counts = f"{count(claims, 'claim')}, {count(rebuttals, 'rebuttal')}."
    return Caption(
        title=diagram.title or "Argument map",
        description=" ".join(filter(None, [as_sentence(diagram.description), counts])),
        author=", ".join(amap.info.editors),
        language=amap.info.language or "en",
    )


def describe(amap: ArgumentMap, selection: Selection) -> str:
    """Say in words what a selection selects; "" for everything."""
    return "; ".join(_words(amap, selection))


def _words(amap: ArgumentMap, selection: Selection) -> Iterator[str]:
    steps = 1 if selection.depth is None else selection.depth
    if selection.focus:
        names = _names(amap, selection.focus)
        yield f"what lies within {count(steps, 'step')} of {names}" if steps else f"{names} alone"
    if selection.by:
        yield f"said by {_names(amap, selection.by, Thing.PERSON)}"
    if selection.tag:
        yield f"tagged {_names(amap, selection.tag, Thing.TAG)}"
    if selection.source:
        yield f"from {_names(amap, selection.source, Thing.SOURCE)}"
    if selection.depth and not selection.focus and not selection.is_everything:
        yield f"and what lies within {count(steps, 'step')} of that"


def _names(amap: ArgumentMap, names: Sequence[str], thing: Thing | None = None) -> str:
    return or_list(_name(amap, name, thing) for name in names)


def _name(amap: ArgumentMap, name: str, thing: Thing | None) -> str:
    """Give what a name means its printed form; the name itself where it means several things."""
    matches = find(amap, name, thing)
    if len(matches) != 1:
        return name
    match = matches[0]
    if match.thing is Thing.PERSON:
        return amap.person_name(match.id)
    if match.thing is Thing.SOURCE:
        return f"“{work_name(amap, match.id)}”"
    statement = amap.statements.get(match.id)
    return f"“{statement.label}”" if statement else match.id
