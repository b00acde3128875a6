"""One reviewer's way through the proposed claims: what comes next, and the way back."""

from collections import Counter
from collections.abc import Sequence

from claimcheck.steps.deciding import Decision
from claimcheck.steps.proposals import Proposal, proposal
from claimcheck.store.engine import Reader


class Walk:
    """Goes once through claims in their order; who is skipped waits for the next time."""

    def __init__(self, waiting: Sequence[int]) -> None:
        """Begin before the first of these claims."""
        self._waiting = tuple(waiting)
        self._place = 0
        self._decisions: list[tuple[int, Decision]] = []
        self._skipped: set[int] = set()

    @property
    def position(self) -> int:
        """The number of the present claim, from 1."""
        return self._place + 1

    @property
    def total(self) -> int:
        """How many claims there were when the walk began."""
        return len(self._waiting)

    def present(self, reader: Reader) -> Proposal | None:
        """The claim to decide on, past those that somebody else has decided meanwhile; None at the end."""
        while self._place < self.total:
            found = proposal(reader, self._waiting[self._place])
            if found is not None:
                return found
            self._place += 1
        return None

    def skip(self) -> None:
        """Leave the present claim as it is, and go on."""
        self._skipped.add(self._waiting[self._place])
        self._place += 1

    def decided(self, decision: Decision) -> None:
        """Remember a decision on the present claim, and go on unless it still waits."""
        self._decisions.append((self._place, decision))
        self._skipped.discard(decision.claim_id)
        if decision.is_final:
            self._place += 1

    @property
    def last(self) -> Decision | None:
        """The last decision of this walk that stands; None if there is none."""
        return self._decisions[-1][1] if self._decisions else None

    def went_back(self) -> None:
        """Forget the last decision, and go back to its claim."""
        self._place, _ = self._decisions.pop()

    @property
    def kept(self) -> int:
        """How many decisions of this walk stand."""
        return len(self._decisions)

    def counts(self) -> dict[str, int]:
        """How many claims were accepted, rejected, merged and skipped, and how many only edited, where any were."""
        last = {decision.claim_id: decision.what for _, decision in self._decisions}
        found = Counter(last.values())
        found["skipped"] = len(self._skipped)
        order = ("accepted", "rejected", "merged", "edited", "skipped")
        return {what: found[what] for what in order if found[what]}
