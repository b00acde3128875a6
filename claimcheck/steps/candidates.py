"""The claims that a text may bear on: found by its rare words, and read once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.matching.likening import Asked, Told, told_of
from claimcheck.matching.words import spellings
from claimcheck.store.engine import Reader
from claimcheck.store.reads import ClaimQuery
from claimcheck.store.shortlist import Shortlist
from claimcheck.vocabulary import ClaimState

LIVE = (ClaimState.PROPOSED.value, ClaimState.ACCEPTED.value)
"""A claim that was rejected is not looked for."""
FEW_CLAIMS = 40
"""So few claims are compared with everything."""
_READ_AT_ONCE = 500
_COLUMNS = ("id", "text", "quote", "source", "source_kind")


class Candidate(NamedTuple):
    """A claim that may be meant."""

    id: int
    text: str
    source: str
    source_kind: str | None
    quote: str | None
    told: Told


class Candidates:
    """Finds the claims of one filter that texts may bear on, as they are when it is made."""

    def __init__(self, reader: Reader, scope: ClaimFilter | None = None, *, budget: int) -> None:
        """Count the claims; `budget` is how many places in the index are read and counted with in all."""
        self._reader = reader
        self.scope = scope or ClaimFilter(states=LIVE)
        self.shortlist = Shortlist(reader, budget=budget)
        self._read: dict[int, Candidate | None] = {}
        narrow = self.scope._replace(states=()) != ClaimFilter()
        self._among = frozenset(str(row[0]) for row in self._rows(("id",), self.scope)) if narrow else None

    def of(self, asked: Asked, *, limit: int, budget: int) -> list[Candidate]:
        """The claims that share most of what is rare in a passage, the best first; at most `limit`."""
        return self.of_each([asked], limit=limit, budget=budget)[0]

    def of_each(self, passages: Sequence[Asked], *, limit: int, budget: int) -> list[list[Candidate]]:
        """The same for several passages; `budget` is for each."""
        found = [self._shortlisted(asked, limit, budget) for asked in passages]
        self._read_claims(dict.fromkeys(claim_id for ids in found for claim_id in ids))
        return [[claim for claim in map(self._read.get, ids) if claim is not None] for ids in found]

    def _shortlisted(self, asked: Asked, limit: int, budget: int) -> list[int]:
        if self._among is not None and len(self._among) <= FEW_CLAIMS:
            return [int(claim_id) for claim_id in self._among]
        others = (other for key in asked.written() for other in spellings(key))
        written = dict.fromkeys((*asked.written().values(), *asked.aside, *others))
        return self.shortlist.best(written, limit=limit, budget=budget, among=self._among)

    def weights(self, asked: Asked) -> dict[str, float]:
        """How rare each word of a passage is among the claims, by its key: of its spellings, the one most met with."""
        weights = {
            key: min(filter(None, map(self.shortlist.weight, spellings(key) or (word,))), default=0.0)
            for key, word in asked.written().items()
        }
        return weights | {key: self.shortlist.weight(key) for key in asked.aside}

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every claim of the filter: its id and proposition."""
        yield from ClaimQuery(self._reader, self.scope).rows(("id", "text"), Paging())

    def _read_claims(self, ids: Iterable[int]) -> None:
        new = [claim_id for claim_id in ids if claim_id not in self._read]
        for first in range(0, len(new), _READ_AT_ONCE):
            some = new[first : first + _READ_AT_ONCE]
            self._read.update(dict.fromkeys(some))
            for own_id, text, quote, source, kind in self._rows(_COLUMNS, self.scope._replace(claim_ids=tuple(some))):
                self._read[own_id] = Candidate(own_id, text, source, kind, quote, told_of(text, quote or ""))

    def _rows(self, columns: Sequence[str], scope: ClaimFilter) -> list[tuple[Any, ...]]:
        return list(ClaimQuery(self._reader, scope).rows(columns, Paging()))
