"""The fuzz harness: ``poe fuzz`` tries random inputs for as long as it is told, and says what went wrong.

The seed is printed; with ``--seed`` and the same ``--only`` a run tries the same inputs again.
"""

import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import count
from unittest import SkipTest

import click
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import engine

from tests.fuzz.targets import TARGETS

_BATCH = 10
_SHRINKING = 20
_MEMORY = 3 * 1024**3


@click.command()
@click.option(
    "--seconds", type=click.FloatRange(min=0), default=60.0, show_default=True, help="How long to try."
)
@click.option("--seed", "first", type=int, help="The seed of an earlier run; a new one by default.")
@click.option("--only", multiple=True, metavar="TEXT", help="Try only targets whose name holds TEXT.")
def main(seconds: float, first: int | None, only: tuple[str, ...]) -> None:
    """Try random inputs until the time is over; exit with 1 if anything went wrong."""
    first = random.SystemRandom().randrange(2**32) if first is None else first
    wanted = [name for name in TARGETS if not only or any(part in name for part in only)]
    _limit_memory()
    click.echo(f"seed {first}, {seconds:g} s, {len(wanted)} targets")
    tried, failed = run(wanted, first, seconds)
    for name, number in tried.items():
        click.echo(f"{number:>8,}  {name}")
    click.echo(f"{sum(tried.values()):>8,}  inputs; {len(failed)} faults (seed {first})")
    sys.exit(bool(failed))


def run(wanted: list[str], first: int, seconds: float) -> tuple[Counter[str], dict[str, str]]:
    """Try the targets in turns.

    Args:
        wanted: names of targets.
        first: the seed.
        seconds: after how many to stop.

    Returns:
        How many inputs each target tried, and what went wrong by target.
    """
    end = time.monotonic() + seconds
    tried: Counter[str] = Counter()
    failed: dict[str, str] = {}
    for batch in count():
        for name in random.Random(first + batch).sample(wanted, len(wanted)):  # noqa: S311 — no secret
            if time.monotonic() >= end or len(failed) == len(wanted):
                return tried, failed
            # Hypothesis would look five minutes for a smaller input, whatever time there is.
            engine.MAX_SHRINKING_SECONDS = int(min(_SHRINKING, max(1, end - time.monotonic())))
            if name not in failed and (fault := _try(name, first + batch, end, tried)):
                failed[name] = fault
                click.echo(f"\n== {name}, seed {first}, batch {batch}\n{fault}")
    return tried, failed


def _try(name: str, batch_seed: int, end: float, tried: Counter[str]) -> str:
    """Try one batch; give the smallest input that was found to go wrong, and how."""
    has_failed = False

    @seed(f"{batch_seed} {name}")
    @settings(
        max_examples=_BATCH,
        deadline=None,
        database=None,
        derandomize=False,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(st.data())
    def attempt(data: st.DataObject) -> None:
        nonlocal has_failed
        if time.monotonic() >= end and not has_failed:
            raise SkipTest("the time is up")
        tried[name] += 1
        try:
            TARGETS[name](data)
        except Exception:
            has_failed = True
            raise

    try:
        attempt()
    except Exception as error:  # noqa: BLE001 — whatever goes wrong is what is looked for
        if not has_failed and time.monotonic() >= end:
            return ""
        return "\n".join(_told(error))
    return ""


def _told(error: BaseException) -> Iterator[str]:
    """Tell a fault: the lines of this project on the way to it, and Hypothesis' notes with the input."""
    for one in error.exceptions if isinstance(error, BaseExceptionGroup) else [error]:
        frames = [frame for frame in traceback.extract_tb(one.__traceback__) if "argmap" in frame.filename]
        yield from (f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-4:])
        yield f"  {type(one).__name__}: {str(one)[:2000]}"
        yield from (f"  {note[:4000]}" for note in getattr(one, "__notes__", ()))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main()
