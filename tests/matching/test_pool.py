"""The claims that hold most of what is rare in some words."""

import random

import pytest

from claimcheck.matching.pool import FIRST, Pool, brief_share

CLAIMS = 3_000


def words(seed: int, *, common: float = 0.3) -> list[tuple[frozenset[str], float]]:
    """Words with the claims that hold them and their weights, the rarest first."""
    dice = random.Random(seed)  # noqa: S311 - invented data is no secret
    sizes = sorted(int(CLAIMS ** dice.random() * common) + 1 for _ in range(25))
    held = [frozenset(map(str, dice.sample(range(CLAIMS), size))) for size in sizes]
    return [(ids, 10.0 / (1 + place)) for place, ids in enumerate(held)]


def pool_of(held: list[tuple[frozenset[str], float]]) -> Pool:
    pool = Pool(sum(weight for _, weight in held))
    for ids, weight in held:
        pool.add(ids, weight)
    return pool


@pytest.mark.parametrize("seed", range(12))
def test_the_first_are_those_that_counting_everything_gives(seed: int) -> None:
    held = words(seed)
    everything = {
        claim_id: sum(weight for ids, weight in held if claim_id in ids) for ids, _ in held for claim_id in ids
    }
    best = pool_of(held).best(100)
    expected = sorted(everything.values(), reverse=True)[:FIRST]
    assert sorted(best.values(), reverse=True)[:FIRST] == pytest.approx(expected)
    assert all(everything[claim_id] == pytest.approx(score) for claim_id, score in best.items())


def test_it_closes_when_no_other_claim_can_be_among_the_first_and_then_takes_none_in() -> None:
    rare = frozenset(map(str, range(400)))
    pool = Pool(21.0)
    pool.add(rare, 10.0)
    assert not pool.is_closed
    pool.add(rare, 10.0)
    assert pool.is_closed
    pool.add(frozenset({"0", "9999"}), 1.0)
    best = pool.best(1_000)
    assert best["0"] == 21.0
    assert "9999" not in best


def test_no_more_are_given_than_are_asked_for_and_none_of_nothing() -> None:
    assert len(pool_of(words(1)).best(7)) == 7
    assert Pool(0.0).best(5) == {}
    assert len(Pool(0.0)) == 0


def test_of_equal_claims_the_oldest_are_given_in_whatever_order_they_were_counted() -> None:
    for ids in (["30", "4", "200", "11"], ["200", "11", "30", "4"]):
        pool = Pool(1.0)
        pool.add(ids, 1.0)
        assert list(pool.best(2)) == ["4", "11"]


def test_a_word_counts_more_in_a_short_claim() -> None:
    assert brief_share(25) == pytest.approx(1.0)
    assert brief_share(0) > brief_share(5) > brief_share(25) > brief_share(60) > 0
