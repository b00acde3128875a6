"""Is something like these words in the ledger already?"""

from collections.abc import Sequence

import pytest
from sqlmodel import Session

from claimcheck.criteria import ClaimFilter
from claimcheck.steps.recalling import like
from claimcheck.store.engine import session_reader
from tests.steps.papers import rows
from tests.steps.scales import weigher


@pytest.mark.parametrize(
    ("text", "claim_id", "says"),
    [
        ("China ships drones to Russia", 21, "repeats"),
        ("China does provide weapons to Russia", 9, "contradicts"),
    ],
)
def test_the_claim_that_says_the_same_or_the_opposite_comes_first(
    session: Session, text: str, claim_id: int, says: str
) -> None:
    first, *_ = like(session_reader(session), text, ClaimFilter(), weigher(session))
    assert first.weighing.claim.id == claim_id
    assert first.says.partition(":")[0] == says


def test_only_claims_of_the_filter_are_looked_at(session: Session) -> None:
    scope = ClaimFilter(sources=("Politico",))
    found = list(like(session_reader(session), "China ships drones to Russia", scope, weigher(session)))
    assert {one.weighing.claim.source for one in found} == {"Politico"}


def test_rejected_claims_are_found_when_they_are_asked_for(session: Session) -> None:
    rows(session, "UPDATE claim SET state = 'rejected' WHERE id = 21 RETURNING id")
    reader, text = session_reader(session), "China ships drones to Russia"
    assert 21 not in [one.weighing.claim.id for one in like(reader, text, ClaimFilter(), weigher(session))]
    (found,) = like(reader, text, ClaimFilter(states=("rejected",)), weigher(session))
    assert found.weighing.claim.id == 21


@pytest.mark.parametrize("text", ["Penguins prefer jazz.", "?!", "\u2167", "a"])
def test_words_that_nothing_is_like_find_nothing(session: Session, text: str) -> None:
    assert list(like(session_reader(session), text, ClaimFilter(), weigher(session))) == []


class Near:
    """Stands for a model of meaning to which what names drones is near."""

    def likenesses(self, text: str, others: Sequence[str]) -> list[float]:
        return [0.9 if text and "drone" in other else 0.1 for other in others]


def test_what_means_the_same_is_found_whatever_its_words(session: Session) -> None:
    reader, text = session_reader(session), "Moscow and its long row of unmanned aircraft, drones of Chinese make, once"
    by_words = {one.weighing.claim.id for one in like(reader, text, ClaimFilter(), weigher(session))}
    found = [one.weighing.claim for one in like(reader, text, ClaimFilter(), weigher(session), embedder=Near())]
    new = [claim.text for claim in found if claim.id not in by_words]
    assert new
    assert all("drone" in other for other in new)


def test_words_in_which_two_countries_change_places_are_not_repeated(session: Session) -> None:
    found = like(session_reader(session), "Russia ships drones to China", ClaimFilter(), weigher(session))
    says = {one.weighing.claim.text: one.says for one in found}
    assert says["China ships drones to Russia."] == "related"
