"""Claims that are due for review and have no independent support newer than that."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.dates import parse_partial_date
from claimcheck.steps.weigh import Weigher, Weighing
from claimcheck.store.engine import Reader
from claimcheck.store.reads import ClaimQuery
from claimcheck.vocabulary import ClaimState


class Due(NamedTuple):
    """A claim, and since when it wants to be looked at again: a day, possibly partial."""

    weighing: Weighing
    review_on: str


def due_for_review(reader: Reader, criteria: ClaimFilter, weigher: Weigher, *, today: date) -> Iterator[Due]:
    """The claims of a filter whose review date has come, and whose newest independent support is older, or missing.

    Raises:
        PluginError: the stance model cannot judge.
    """
    rows = list(ClaimQuery(reader, criteria).rows(("id", "review_on", "state"), Paging("review_on")))
    for claim_id, review_on, state in rows:
        if review_on is None or state == ClaimState.REJECTED:
            continue
        due = parse_partial_date(review_on).earliest
        if due > today.isoformat():
            continue
        weighing = weigher.weigh(claim_id)
        supported_on = weighing.supported_on
        if supported_on is None or parse_partial_date(supported_on).latest < due:
            yield Due(weighing, review_on)
