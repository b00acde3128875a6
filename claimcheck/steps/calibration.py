"""How well the confidences of the ledger foretold the verdicts that people came to."""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from claimcheck.calibrating import Calibration, Forecast, calibration
from claimcheck.store.assessments import assessments_before
from claimcheck.store.engine import Reader
from claimcheck.store.forecasts import Decided, Stated, decided_claims
from claimcheck.store.lookups import source_names

ALL = "all"
STATED = "stated"
COMPUTED = "computed"
GROUPINGS = ("source", "author", "method")


class Group(NamedTuple):
    """The forecasts of one source, author or method."""

    name: str
    forecast_count: int
    calibration: Calibration | None
    """None where there are too few to score."""


class Scored(NamedTuple):
    """All groups, the largest first, and how many forecasts came together with the verdict."""

    groups: list[Group]
    with_verdict_count: int


def scored(reader: Reader, by: str | None = None) -> Scored:
    """The calibration of all confidences that people stated, or of each source, author or method.

    By method, the confidences that were computed before a verdict are scored beside those that were stated.
    """
    decided = list(decided_claims(reader))
    forecasts: dict[str, list[Forecast]] = defaultdict(list)
    name_of = _naming(reader, by)
    for one in decided:
        if one.stated is not None:
            forecasts[name_of(one, one.stated)].append(Forecast(one.stated.probability, one.is_true))
    if by == "method":
        computed = ((one, _computed_before(reader, one)) for one in decided)
        forecasts[COMPUTED] += [Forecast(found, one.is_true) for one, found in computed if found is not None]
    groups = [Group(name, len(held), calibration(held)) for name, held in forecasts.items() if held]
    groups.sort(key=lambda group: (-group.forecast_count, group.name))
    return Scored(groups, sum(one.stated is not None and one.stated.came_with_verdict for one in decided))


def _naming(reader: Reader, by: str | None) -> Callable[[Decided, Stated], str]:
    if by == "source":
        names = source_names(reader)
        return lambda one, _: names[one.source_id]
    if by == "author":
        return lambda _, stated: stated.author
    if by == "method":
        return lambda _, stated: f"{STATED} ({stated.command})"
    return lambda *_: ALL


def _computed_before(reader: Reader, one: Decided) -> float | None:
    """The last confidence that was computed before the verdict."""
    earlier = assessments_before(reader, one.claim_id, one.decided_at)
    known = [row["confidence"] for row in earlier if row["confidence"] is not None]
    return float(known[-1]) if known else None
