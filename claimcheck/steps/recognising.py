"""Whether the ledger knows what a document says: at the same place, or of the same source in the same words."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from claimcheck.attribution import wording
from claimcheck.attribution.values import Attribution
from claimcheck.steps.speaking import Speaker
from claimcheck.steps.standing import Standing, says_again
from claimcheck.store.dialect import Connection
from claimcheck.store.sources import SourceBook
from claimcheck.text import comparison_key, fingerprint
from claimcheck.values import Kept
from claimcheck.vocabulary import ClaimKind, ClaimState

_SAYS_THE_SAME = """
SELECT id, state FROM claim
WHERE source_id = ? AND text_fingerprint = ? AND CASE kind WHEN 'denial' THEN 1 ELSE 0 END = ?
ORDER BY CASE state WHEN 'rejected' THEN 1 ELSE 0 END, id LIMIT 1
"""
_STANDS_ON_THE_SAME = """
SELECT span_sha256, claim.kind = 'denial', claim.id, claim.state
FROM claim JOIN appearance ON appearance.claim_id = claim.id
WHERE claim.source_id = ? AND span_sha256 IN ({marks})
ORDER BY CASE claim.state WHEN 'rejected' THEN 1 ELSE 0 END DESC, claim.id DESC
"""
_REJECTED = """
SELECT claim.id, claim.kind = 'denial', claim.text,
  substr(rendition.text, CAST(span_start + 1 AS INTEGER), CAST(span_end - span_start AS INTEGER))
FROM claim LEFT JOIN appearance ON appearance.claim_id = claim.id LEFT JOIN snapshot ON snapshot.id = snapshot_id
LEFT JOIN rendition ON rendition.text_sha256 = snapshot.text_sha256
WHERE claim.source_id = ? AND claim.state = 'rejected' ORDER BY claim.id
"""
_AT_ONCE = 400


class Known(NamedTuple):
    """A claim that says something already."""

    claim_id: int
    state: ClaimState


class Memory:
    """What the ledger knew when a command began, and what the command has added since."""

    def __init__(self, connection: Connection, sources: SourceBook, kept: Kept) -> None:
        """Look at what stands in the document and in others with the same text."""
        self._connection = connection
        self._sources = sources
        self._text = kept.text
        self._standing = Standing(
            connection, document_id=kept.document_id, snapshot_id=kept.snapshot_id, text=kept.text
        )
        self.document_ids = self._standing.document_ids
        self._digests: list[str] = []
        self._added: dict[tuple[int, int, bool], int] = {}
        self._quoted: dict[int, dict[tuple[str, bool], Known]] = {}
        self._rejected: dict[int, list[tuple[int, bool, list[str]]]] = {}

    def expect(self, attributions: Sequence[Attribution]) -> None:
        """Prepare to be asked about these: a source may have many claims, which are gone through once."""
        self._digests = list({digest(self._words(attribution)) for attribution in attributions})
        self._quoted.clear()

    def known(self, attribution: Attribution, speaker: Speaker, said: str) -> Known | None:
        """The claim that says it already, one that was not rejected rather than one that was; None if none does.

        Whoever denies something does not say what somebody says who admits it, though the words be the same.
        """
        is_denial = attribution.kind is ClaimKind.DENIAL
        stand = self._standing.known(
            attribution.content,
            source_id=speaker.source_id,
            is_unnamed=speaker.is_unnamed,
            cue=wording.cue(attribution),
        )
        if stand is not None:
            return Known(stand.claim_id, stand.state)
        source_id = speaker.source_id or self._sources.find(speaker.name)
        if source_id is None:
            return None
        added = self._added.get((source_id, fingerprint(said), is_denial))
        if added is not None:
            return Known(added, ClaimState.PROPOSED)
        row = self._connection.execute(_SAYS_THE_SAME, (source_id, fingerprint(said), int(is_denial))).fetchone()
        words = self._words(attribution)
        same = [] if row is None else [Known(row[0], ClaimState(row[1]))]
        quoted = self._quoted_of(source_id).get((digest(words), is_denial))
        same += [] if quoted is None else [quoted]
        if same:
            return min(same, key=lambda found: found.state is ClaimState.REJECTED)
        keys = [_key(words), _key(said)]
        for claim_id, denies, others in self._rejected_of(source_id):
            if denies == is_denial and any(says_again(key, others) for key in keys):
                return Known(claim_id, ClaimState.REJECTED)
        return None

    def add(self, source_id: int, said: str, claim_id: int, *, is_denial: bool) -> None:
        """Remember a claim that is new."""
        self._added[source_id, fingerprint(said), is_denial] = claim_id

    def _quoted_of(self, source_id: int) -> dict[tuple[str, bool], Known]:
        """The claims of a source on the very words of an expected attribution, by their hash and whether they deny."""
        if source_id not in self._quoted:
            found: dict[tuple[str, bool], Known] = {}
            for first in range(0, len(self._digests), _AT_ONCE):
                some = self._digests[first : first + _AT_ONCE]
                sql = _STANDS_ON_THE_SAME.format(marks=", ".join("?" * len(some)))
                for own, denies, claim_id, state in self._connection.execute(sql, (source_id, *some)):
                    found[own, bool(denies)] = Known(claim_id, ClaimState(state))
            self._quoted[source_id] = found
        return self._quoted[source_id]

    def _rejected_of(self, source_id: int) -> list[tuple[int, bool, list[str]]]:
        """What was rejected of a source, each by its own words and those it was read from, and whether it denies."""
        if source_id not in self._rejected:
            rows = self._connection.execute(_REJECTED, (source_id,)).fetchall()
            self._rejected[source_id] = [
                (row[0], bool(row[1]), [_key(words) for words in row[2:] if words]) for row in rows
            ]
        return self._rejected[source_id]

    def _words(self, attribution: Attribution) -> str:
        start, end = wording.hull(attribution.content)
        return self._text[start:end]


def digest(words: str) -> str:
    """The SHA-256 of words, as an appearance holds that of its span."""
    return sha256(words.encode()).hexdigest()


def _key(words: str) -> str:
    """Words as they are compared with others: without marks at their ends."""
    return comparison_key(words).strip(" .,;:!?\"'")
