"""Proposed claims as a reviewer sees them: which wait, in which order, and all that a decision needs."""

import re
from dataclasses import dataclass
from typing import Any

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.steps.context import Part, surroundings
from claimcheck.steps.show import claim_view
from claimcheck.steps.similar import Similar, similar_claims
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import text_of
from claimcheck.store.reads import ClaimQuery
from claimcheck.vocabulary import ClaimState

_PLACES = """
SELECT claim_id, document_id, span_start FROM appearance JOIN claim ON claim.id = claim_id
WHERE is_first = 1 AND claim.state = 'proposed'
"""
_PLACE = """
SELECT document_id, snapshot_id, span_start, span_end, cue, cue_start FROM appearance
WHERE claim_id = ? ORDER BY is_first DESC, id LIMIT 1
"""
_NAMES = "SELECT alias FROM source_alias JOIN claim ON claim.source_id = source_alias.source_id WHERE claim.id = ?"
_DESCRIBED = re.compile(r"Unnamed (.+) cited (?:by|in) .+")
_MIN_SURNAME = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim that waits for a decision."""

    claim_id: int
    revision: int
    """Which state of the claim the reviewer sees; a decision on another one is refused."""
    view: dict[str, Any]
    """All that `show` tells of it."""
    document_id: int | None
    context: list[Part]
    """Empty where no text of the document is kept, or no place in it is known."""
    similar: list[Similar]


def waiting(reader: Reader, criteria: ClaimFilter) -> list[int]:
    """The proposed claims of a filter, in the order of their documents and of their places there.

    Those without a document come last, oldest first.

    Raises:
        NotFoundError: a source, tag or document of the filter does not exist.
    """
    query = ClaimQuery(reader, criteria._replace(states=(ClaimState.PROPOSED.value,)))
    places = {claim_id: (document_id, start) for claim_id, document_id, start in reader.all(_PLACES)}

    def order(claim_id: int) -> tuple[bool, int, int, int]:
        document_id, start = places.get(claim_id, (None, None))
        return document_id is None, document_id or 0, start or 0, claim_id

    return sorted((claim_id for (claim_id,) in query.rows(("id",), Paging())), key=order)


def proposal(reader: Reader, claim_id: int) -> Proposal | None:
    """What there is to decide of a claim; None if it is proposed no longer, or is gone."""
    state = reader.value("SELECT state FROM claim WHERE id = ?", (claim_id,))
    if state != ClaimState.PROPOSED:
        return None
    view = claim_view(reader, claim_id)
    place = next(iter(reader.all(_PLACE, (claim_id,))), None)
    return Proposal(
        claim_id=claim_id,
        revision=view["revision"],
        view=view,
        document_id=place[0] if place else None,
        context=_context(reader, claim_id, place[1:]) if place else [],
        similar=similar_claims(reader, claim_id, view["text"]),
    )


def _context(reader: Reader, claim_id: int, place: tuple[Any, ...]) -> list[Part]:
    snapshot_id, start, end, cue, cue_start = place
    text = text_of(reader, snapshot_id) if snapshot_id is not None else None
    if text is None or start is None or end > len(text):
        return []
    cue_span = None if cue is None or cue_start is None else (cue_start, cue_start + len(cue))
    return surroundings(text, (start, end), cue=cue_span, names=_names(reader, claim_id))


def _names(reader: Reader, claim_id: int) -> list[str]:
    """By what a text may call the source of a claim: its names, the last word of each, and how it is described."""
    names = [alias for (alias,) in reader.all(_NAMES, (claim_id,))]
    described = [match[1] for name in names if (match := _DESCRIBED.fullmatch(name))]
    surnames = [name.rpartition(" ")[2] for name in names if not _DESCRIBED.fullmatch(name)]
    return [*names, *described, *(name for name in surnames if len(name) >= _MIN_SURNAME and name[0].isupper())]
