"""Which claims stand where in a text: those of its document, and of every other document with the same text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.attribution.parsed import Spans
from claimcheck.steps.anchors import located
from claimcheck.store.bulk import rows_by_id
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import Reader
from claimcheck.vocabulary import AnchorState, ClaimState, SourceKind

MIN_SHARE = 0.5
"""How much of what is said has to stand in passages of known claims for it to be known."""
MIN_LENGTH = 20
"""The code points of words that are enough to be recognised as a part of others."""
PART = 1_000
"""The code points of the parts of a text by which its passages are found again."""
_TWINS = """
SELECT DISTINCT document_id FROM snapshot
WHERE text_sha256 = (SELECT text_sha256 FROM snapshot WHERE id = ?) AND document_id <> ? ORDER BY document_id
"""
_CLAIMS = """
SELECT claim.id, claim.source_id, claim.state, source.kind FROM claim JOIN source ON source.id = claim.source_id
WHERE claim.id IN ({marks})
"""


class Stand(NamedTuple):
    """One known claim at one place: half-open offsets in the text, and those of its cue there."""

    claim_id: int
    source_id: int
    state: ClaimState
    is_unnamed: bool
    start: int
    end: int
    cue: tuple[int, int] | None


class Standing:
    """What stands where in one text, when a command began: what it adds itself is not looked at."""

    def __init__(self, connection: Connection, *, document_id: int, snapshot_id: int, text: str) -> None:
        """Look for every known passage; one that is only like what stands there now is another, and does not count."""
        reader = Reader(connection)
        twins = connection.execute(_TWINS, (snapshot_id, document_id)).fetchall()
        self.document_ids = (document_id, *(twin for (twin,) in twins))
        found = [item for own_id in self.document_ids for item in _found(reader, own_id, text)]
        ids = sorted({claim_id for claim_id, _, _ in found})
        claims = {
            claim_id: (source_id, ClaimState(state), kind == SourceKind.UNNAMED)
            for claim_id, source_id, state, kind in rows_by_id(connection, _CLAIMS, ids)
        }
        self._stands: dict[int, list[Stand]] = {}
        for claim_id, span, cue in found:
            stand = Stand(claim_id, *claims[claim_id], *span, cue)
            for part in range(stand.start // PART, (stand.end - 1) // PART + 1):
                self._stands.setdefault(part, []).append(stand)

    def known(
        self, content: Spans, *, source_id: int | None, is_unnamed: bool, cue: tuple[int, int] | None
    ) -> Stand | None:
        """The claim that says this already: at least half of it stands there, by the same source or with the same cue.

        So it does if several claims of the same cue stand within it: somebody has divided it. Who is not named is the
        same as anybody else who is not. Of several claims it is the one that has most of it.
        """
        same = [
            stand
            for stand in self._near(content)
            if _overlap(content, stand.start, stand.end)
            and (stand.source_id == source_id or (is_unnamed and stand.is_unnamed) or _is_one(stand.cue, cue))
        ]
        if not same:
            return None
        within = {stand.claim_id for stand in same if cue is not None and _is_one(stand.cue, cue)}
        if len(within) <= 1 and _share(content, [(stand.start, stand.end) for stand in same]) < MIN_SHARE:
            return None
        return max(same, key=lambda stand: _rank(content, stand))

    def _near(self, content: Spans) -> set[Stand]:
        """What stands in the same parts of the text."""
        parts = {part for start, end in content for part in range(start // PART, (end - 1) // PART + 1)}
        return {stand for part in parts for stand in self._stands.get(part, ())}


def says_again(words: str, others: Iterable[str]) -> bool:
    """Whether words, as they are compared, are mostly some of the others or a large part of them."""
    for other in others:
        short, long = sorted((words, other), key=len)
        if len(short) >= max(MIN_LENGTH, MIN_SHARE * len(long)) and f" {short} " in f" {long} ":
            return True
    return False


def _found(
    reader: Reader, document_id: int, text: str
) -> Iterator[tuple[int, tuple[int, int], tuple[int, int] | None]]:
    for place, check in located(reader, document_id, text):
        if check.state is AnchorState.ANCHORED and check.start is not None and check.end is not None:
            cue = None
            if place["cue"] is not None and place["cue_start"] is not None:
                begins = place["cue_start"] + check.start - place["span_start"]
                cue = begins, begins + len(place["cue"])
            yield place["claim_id"], (check.start, check.end), cue


def _is_one(cue: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Whether two cues are one, or a part of one; two passages without any are alike in that too."""
    if cue is None or other is None:
        return cue is None and other is None
    return cue[0] < other[1] and other[0] < cue[1]


def _overlap(content: Spans, start: int, end: int) -> int:
    return sum(max(0, min(end, last) - max(start, first)) for first, last in content)


def _rank(content: Spans, stand: Stand) -> tuple[int, bool, int, int]:
    """How well a claim is what is said: by what it has of it, not rejected, not longer, the oldest."""
    overlap = _overlap(content, stand.start, stand.end)
    return overlap, stand.state is not ClaimState.REJECTED, stand.start - stand.end, -stand.claim_id


def _share(content: Spans, passages: Sequence[tuple[int, int]]) -> float:
    """How much of the content, by length, lies in any of the passages."""
    covered, reached = 0, 0
    for start, end in sorted(passages):
        begins = max(start, reached)
        if end > begins:
            covered += _overlap(content, begins, end)
            reached = end
    return covered / sum(end - start for start, end in content)
