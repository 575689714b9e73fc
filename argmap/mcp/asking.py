"""The tools that ask the map something, and those that check it."""

from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from argmap.api.answer import Answer
from argmap.api.check import check
from argmap.api.cite import cite
from argmap.api.dropped import dropped
from argmap.api.explain import explain
from argmap.api.path import path
from argmap.api.search import search
from argmap.api.show import show
from argmap.api.statements import statements
from argmap.api.stats import stats
from argmap.api.status import status
from argmap.api.strength import GradualName, strength
from argmap.api.tree import tree
from argmap.api.unanswered import unanswered
from argmap.api.weighing import AcceptanceName, SemanticsName
from argmap.api.why import why
from argmap.files.assembling import Loaded
from argmap.files.settings import find_settings, read_settings
from argmap.mcp.tool import Arguments, Result, Tool
from argmap.queries.buckets import Bucket

StyleName = Literal["apa", "apsa", "chicago", "chicago-notes", "harvard", "mla"]
"""The bundled styles; no file is read because an assistant names it."""

_Names = Annotated[tuple[str, ...], Field(min_length=1)]
_NAMES: Final = "Ids, names or parts of names, in any script and case."


class _PartWithoutBy(Arguments):
    """Which part of the map a call is about; all that is given must fit."""

    tag: tuple[str, ...] = Field(default=(), description="Only what carries one of these tags.")
    source: tuple[str, ...] = Field(default=(), description="Only what is traced to one of these sources.")
    focus: tuple[str, ...] = Field(default=(), description="Only what lies near these people or statements.")
    depth: int | None = Field(
        default=None, ge=0, description="How many steps to go from there; by default 1."
    )
    include_inferred: bool = Field(
        default=False, description="Include conflicts that only the map's editor sees."
    )

    def part(self) -> dict[str, Any]:
        """Give what chooses the part."""
        return {name: getattr(self, name) for name in _PART if hasattr(self, name)}


class _Part(_PartWithoutBy):
    by: tuple[str, ...] = Field(default=(), description="Only what one of these people says.")


_PART: Final = ("by", "tag", "source", "focus", "depth", "include_inferred")


class _Terms(Arguments):
    """How the map is weighed."""

    semantics: SemanticsName = Field(default="grounded", description="Which extensions count.")
    accept: AcceptanceName = Field(
        default="skeptical",
        description="Where there are several extensions: what all accept, or what any accepts.",
    )
    without: tuple[str, ...] = Field(default=(), description="What to set aside.")
    assume: tuple[str, ...] = Field(default=(), description="What to grant, whatever speaks against it.")


class List(_Part):
    """Arguments of `list`."""

    type: Literal["claim", "rebuttal"] | None = Field(
        default=None, description="Only claims, or only rebuttals."
    )
    main: bool = Field(default=False, description="Only the main theses of their authors.")


class Show(Arguments):
    """Arguments of `show`."""

    names: _Names = Field(description=_NAMES)
    style: StyleName | None = Field(
        default=None, description="How to cite sources; by default as the project does."
    )


class Cite(Arguments):
    """Arguments of `cite`."""

    names: tuple[str, ...] = Field(default=(), description=f"{_NAMES} By default every source.")
    style: StyleName | None = Field(default=None, description="How to cite; by default as the project does.")


class Search(_Part):
    """Arguments of `search`."""

    words: _Names = Field(description="Each must occur, as the beginning of a word.")


class Unanswered(_Part):
    """Arguments of `unanswered`."""

    owed_by: tuple[str, ...] = Field(
        default=(), description="Only challenges that one of these people must answer."
    )
    bucket: tuple[Bucket, ...] = Field(default=(), description="Only these buckets.")


class Dropped(_PartWithoutBy):
    """Arguments of `dropped`."""

    by: tuple[str, ...] = Field(default=(), description="Only what one of these people passed over.")


class Tree(_Part):
    """Arguments of `tree`."""

    names: tuple[str, ...] = Field(default=(), description="Where the trees begin; by default at the theses.")


class Ends(Arguments):
    """Arguments of `path`."""

    start: str = Field(description="A statement, or a person, source or tag: the nearest of its statements.")
    end: str = Field(description="The same.")


class Status(_Terms, _Part):
    """Arguments of `status`."""

    names: tuple[str, ...] = Field(default=(), description="Only the statements that they mean.")
    compare: bool = Field(default=False, description="Show the statements on which the semantics differ.")


class Why(_Terms):
    """Arguments of `why`."""

    names: _Names = Field(description="The statements whose status is explained.")
    include_inferred: bool = Field(
        default=False, description="Include conflicts that only the map's editor sees."
    )


class Strength(_Part):
    """Arguments of `strength`."""

    names: tuple[str, ...] = Field(default=(), description="Only the statements that they mean.")
    semantics: GradualName = Field(default="quadratic-energy", description="By which formula.")
    base: float = Field(
        default=0.5, ge=0, le=1, description="The score of statements without a weight of their own."
    )
    without: tuple[str, ...] = Field(default=(), description="What to set aside.")
    assume: tuple[str, ...] = Field(default=(), description="What to grant, whatever speaks against it.")


class Check(Arguments):
    """Arguments of `check`."""

    select: tuple[str, ...] = Field(
        default=(), description="Run only these rules: codes, names, or beginnings."
    )
    ignore: tuple[str, ...] = Field(default=(), description="Do not run these rules.")


class Explain(Arguments):
    """Arguments of `explain`."""

    rules: tuple[str, ...] = Field(
        default=(), description="Codes, names, or beginnings; without one all are listed."
    )


def _said(answer: Answer) -> Result:
    return Result(str(answer), answer.document())


def _style_of(loaded: Loaded, named: StyleName | None) -> str | Path | None:
    return named or read_settings(find_settings(loaded.folder)).citation_style or None


def _list(loaded: Loaded, given: List) -> Result:
    return _said(statements(loaded.map, type=given.type, main=given.main, **given.part()))


def _show(loaded: Loaded, given: Show) -> Result:
    return _said(show(loaded.map, *given.names, style=_style_of(loaded, given.style)))


def _cite(loaded: Loaded, given: Cite) -> Result:
    return _said(cite(loaded.map, *given.names, style=_style_of(loaded, given.style)))


def _search(loaded: Loaded, given: Search) -> Result:
    return _said(search(loaded.map, *given.words, **given.part()))


def _unanswered(loaded: Loaded, given: Unanswered) -> Result:
    return _said(unanswered(loaded.map, owed_by=given.owed_by, bucket=given.bucket, **given.part()))


def _dropped(loaded: Loaded, given: Dropped) -> Result:
    return _said(dropped(loaded.map, **given.part()))


def _tree(loaded: Loaded, given: Tree) -> Result:
    return _said(tree(loaded.map, *given.names, **given.part()))


def _path(loaded: Loaded, given: Ends) -> Result:
    return _said(path(loaded.map, given.start, given.end))


def _stats(loaded: Loaded, _: Arguments) -> Result:
    return _said(stats(loaded.map))


def _terms(given: _Terms) -> dict[str, Any]:
    return {name: getattr(given, name) for name in ("semantics", "accept", "without", "assume")}


def _status(loaded: Loaded, given: Status) -> Result:
    return _said(status(loaded.map, *given.names, compare=given.compare, **_terms(given), **given.part()))


def _why(loaded: Loaded, given: Why) -> Result:
    return _said(why(loaded.map, *given.names, include_inferred=given.include_inferred, **_terms(given)))


def _strength(loaded: Loaded, given: Strength) -> Result:
    how = {name: getattr(given, name) for name in ("semantics", "base", "without", "assume")}
    return _said(strength(loaded.map, *given.names, **how, **given.part()))


def _check(loaded: Loaded, given: Check) -> Result:
    return _said(check(loaded, select=given.select, ignore=given.ignore))


def _explain(_: Loaded, given: Explain) -> Result:
    return _said(explain(*given.rules))


ASKING: Final[tuple[Tool[Any], ...]] = (
    Tool("list", "List the statements of the map, each with its id, author, title and bucket.", List, _list),
    Tool("show", "Show people, claims, rebuttals, sources or tags, whole.", Show, _show),
    Tool("search", "Search titles, texts, quotes, tags and notes.", Search, _search),
    Tool(
        "unanswered",
        "List the claims nobody challenged and the challenges nobody answered, by who owes the reply.",
        Unanswered,
        _unanswered,
    ),
    Tool(
        "dropped",
        "List what was passed over: nobody answered it, though who owes the reply spoke again.",
        Dropped,
        _dropped,
    ),
    Tool("tree", "Lay claims out with their reasons, challenges and replies as trees.", Tree, _tree),
    Tool("path", "Show how two statements bear on each other.", Ends, _path),
    Tool("stats", "Count what the map holds: people, sources, tags, buckets.", Arguments, _stats),
    Tool("cite", "Cite statements, and list the works that they are traced to.", Cite, _cite),
    Tool(
        "status",
        "Say what is in, out or undecided once every attack and reply is weighed; not who is right.",
        Status,
        _status,
    ),
    Tool("why", "Explain why a statement is in, out or undecided, as a dialogue.", Why, _why),
    Tool("strength", "Compute how strong statements are, between 0 and 1.", Strength, _strength),
    Tool(
        "check",
        "Report what is wrong or doubtful in the map, with file, line and column.",
        Check,
        _check,
        needs_sound_map=False,
    ),
    Tool(
        "explain",
        "Explain the rules of check: what they find, why, and an example.",
        Explain,
        _explain,
        needs_sound_map=False,
    ),
)
