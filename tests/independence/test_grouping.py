"""Grouping: what one level of strength joins."""

from claimcheck.independence.copies import Copied
from claimcheck.independence.families import family_of
from claimcheck.independence.grouping import Evidence, Grouping
from claimcheck.independence.lineages import lineages
from claimcheck.independence.naming import Names
from claimcheck.independence.values import Item, MergeKind, Strength
from tests.independence.stories import OWNERSHIP, item


def grouped(items: list[Item], level: Strength, *copied: Copied) -> list[tuple[int, ...]]:
    families = [family_of(one, OWNERSHIP) for one in items]
    names = Names(OWNERSHIP, families, None, [])
    evidence = Evidence(items, families, lineages(items, families, names, OWNERSHIP), copied, names)
    return [group.places for group in Grouping(evidence, level).groups()]


def test_only_reasons_of_the_level_are_acted_on() -> None:
    items = [item(1, "It sank."), item(2, "It went down.")]
    pair = Copied(0, 1, MergeKind.PARTIAL, "half", Strength.LIKELY, with_passage=True)
    assert grouped(items, Strength.CERTAIN, pair) == [(0,), (1,)]
    assert grouped(items, Strength.LIKELY, pair) == [(0, 1)]


def test_a_copy_does_not_draw_in_what_else_its_publisher_writes() -> None:
    items = [
        item(1, "It sank.", published_on="2025-01-01"),
        item(2, "It sank!", url="https://b.example/1", published_on="2025-01-02"),
        item(3, "We dived to it.", url="https://b.example/2"),
    ]
    pair = Copied(0, 1, MergeKind.COPY, "all", Strength.CERTAIN, with_passage=True)
    assert grouped(items, Strength.CERTAIN, pair) == [(0, 1), (2,)]


def test_copies_whose_passages_are_given_to_different_people_stay_apart() -> None:
    items = [item(1, "It sank, according to Reuters."), item(2, "It sank, AFP reported.")]
    pair = Copied(0, 1, MergeKind.COPY, "all", Strength.CERTAIN, with_passage=False)
    assert grouped(items, Strength.LIKELY, pair) == [(0,), (1,)]
    assert grouped(items, Strength.POSSIBLE, pair) == [(0, 1)]


def test_the_same_sentence_given_to_two_is_not_one_for_its_words() -> None:
    items = [item(1, "It sank in May."), item(2, "It sank in May, the Kiel Institute found after counting masts.")]
    given = [item(3, "It sank in May, Max Example told us."), items[1]]
    pair = Copied(0, 1, MergeKind.PASSAGE, "the passage", Strength.LIKELY, with_passage=True)
    assert grouped(items, Strength.LIKELY, pair) == [(0, 1)]
    assert grouped(given, Strength.LIKELY, pair) == [(0,), (1,)]
    assert grouped(given, Strength.POSSIBLE, pair) == [(0, 1)]
