"""The confidences that claims had before a person concluded something, as the history tells them."""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from claimcheck.store.engine import Reader
from claimcheck.vocabulary import Action, Verdict

_UNDO = "undo"
_EVENTS = """
SELECT entity_id, claim.source_id, claim.verdict, action, field, new, command_id, command.name, author,
  command.recorded_at
FROM event JOIN command ON command.id = command_id JOIN claim ON claim.id = entity_id
WHERE entity = 'claim' AND (field IN ('confidence', 'verdict') OR action = 'created')
  AND claim.verdict IN ('supported', 'refuted') AND claim.state <> 'rejected'
ORDER BY entity_id, event.id
"""


class Stated(NamedTuple):
    """A confidence that somebody stated, and by which command: "load", "annotate" ..."""

    probability: float
    author: str
    command: str
    came_with_verdict: bool
    """Whether nothing shows that it was stated before the verdict."""


class Decided(NamedTuple):
    """A claim of which a person has concluded that it is true or false."""

    claim_id: int
    source_id: int
    is_true: bool
    decided_at: str
    stated: Stated | None
    """The last confidence in it that was stated before, or else with, the verdict."""


class _Set(NamedTuple):
    """A value that was set, and by which command."""

    value: Any
    command_id: int
    command: str
    author: str
    at: str


def decided_claims(reader: Reader) -> Iterator[Decided]:
    """The claims whose verdict is supported or refuted, by their numbers."""
    for _, rows in groupby(reader.rows(_EVENTS), key=itemgetter(0)):
        decided = _decided(list(rows))
        if decided is not None:
            yield decided


def _decided(rows: list[tuple[Any, ...]]) -> Decided | None:
    claim_id, source_id, verdict = rows[0][:3]
    confidences: list[_Set] = []
    verdicts: list[_Set] = []
    for _, _, _, action, field, new, *told in rows:
        value: Any = None if new is None else json.loads(new)
        if action == Action.CREATED:
            confidences.append(_Set(value.get("confidence"), *told))
            verdicts.append(_Set(value.get("verdict"), *told))
        elif field == "confidence":
            confidences.append(_first_set(_Set(value, *told), confidences))
        else:
            verdicts.append(_Set(value, *told))
    moment = next((one for one in reversed(verdicts) if one.value == verdict), None)
    if moment is None:
        return None
    stated = _stated(confidences, moment.command_id)
    return Decided(claim_id, source_id, verdict == Verdict.SUPPORTED, moment.at, stated)


def _first_set(again: _Set, earlier: list[_Set]) -> _Set:
    """A value with whoever stated it: whoever undoes a later one states nothing."""
    if again.command != _UNDO:
        return again
    before = next((one for one in reversed(earlier) if one.value == again.value), again)
    return again._replace(command=before.command, author=before.author)


def _stated(confidences: list[_Set], decided_by: int) -> Stated | None:
    """The confidence in force when that command came, or the one that it brought along."""
    before = [one for one in confidences if one.command_id < decided_by]
    along = [one for one in confidences if one.command_id == decided_by]
    for one in (*before[-1:], *along[-1:]):
        if one.value is not None:
            return Stated(float(one.value), one.author, one.command, one.command_id == decided_by)
    return None
