"""Claims that contradict each other, by their words; sentences of our own."""

import pytest

from claimcheck.opposition import Opposition, Statement, opposition
from claimcheck.vocabulary import ClaimKind, RelationKind

A, B = 1, 2
ASSERTION, ACCUSATION, DENIAL = ClaimKind.ASSERTION, ClaimKind.ACCUSATION, ClaimKind.DENIAL


def between(one: str, other: str, kind: ClaimKind = ASSERTION, other_kind: ClaimKind = ASSERTION) -> Opposition | None:
    return opposition(Statement(one, kind, A), Statement(other, other_kind, B))


def test_a_denial_denies_the_accusation_of_the_same_parties() -> None:
    denial, accusation = "Ruritania does not arm Graustark.", "Ruritania supplies weapons to Graustark."
    found = between(denial, accusation, DENIAL, ACCUSATION)
    assert found is not None
    assert (found.kind, found.is_from_first) == (RelationKind.DENIES, True)
    assert "Ruritania" in found.reasons
    turned = between(accusation, denial, ACCUSATION, DENIAL)
    assert turned is not None
    assert (turned.kind, turned.is_from_first) == (RelationKind.DENIES, False)


def test_a_denial_and_an_accusation_of_other_things_have_nothing_to_do_with_each_other() -> None:
    assert (
        between("Ruritania has no bases in Graustark.", "Ruritania bought sugar from Graustark.", DENIAL, ACCUSATION)
        is None
    )


def test_nothing_but_is_no_negation() -> None:
    assert between("Nothing but coal comes from Ruritania by rail.", "Coal comes from Ruritania by rail.") is None


def test_the_same_sentence_with_a_negation_contradicts_it() -> None:
    found = between(
        "The Harbour Authority closed the eastern port.", "The Harbour Authority never closed the eastern port."
    )
    assert found is not None
    assert found.kind is RelationKind.CONTRADICTS


def test_opposite_words_about_the_same_contradict() -> None:
    found = between(
        "Exports of Ruritania to Graustark increased in spring.", "Exports of Ruritania to Graustark decreased."
    )
    assert found is not None
    assert found.kind is RelationKind.CONTRADICTS
    assert "'increased' in one and 'decreased' in the other" in found.reasons


def test_figures_that_cannot_both_be_right_conflict() -> None:
    found = between("The flood killed 40 people in Strelsau.", "The flood killed 95 people in Strelsau.")
    assert found is not None
    assert found.kind is RelationKind.NUMERIC_CONFLICT


def test_shares_of_different_things_do_not_conflict() -> None:
    parts = "About 60 % of the foreign parts in the missiles come from Ruritania."
    chips = "Ruritania sold as much as 80 % of the chips that Graustark had in 2023."
    assert between(parts, chips) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ruritania supplies drones to Graustark.", "Ruritania supplies drones to Graustark."),
        ("Ruritania supplies drones to Graustark.", "The bridge at Zenda is not safe."),
        ("Ruritania does not trade with Graustark.", "Graustark is a member of the union."),
        ("", ""),
    ],
)
def test_what_says_the_same_or_something_else_is_no_contradiction(one: str, other: str) -> None:
    assert between(one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "China does not provide weapons to Russia.",
            "Russia could use its arms industry to supply China with weapons.",
        ),
        (
            "Chinese submarines still lag behind in noise reduction.",
            "Russia is ahead of China in submarine noise reduction.",
        ),
        ("Ruritania won the final against Graustark.", "Graustark lost the final against Ruritania."),
    ],
)
def test_parties_that_change_places_do_not_contradict(one: str, other: str) -> None:
    assert between(one, other) is None
    assert between(other, one) is None


def test_a_passive_sentence_names_the_parties_the_other_way_round() -> None:
    found = between("China never sold drones to Russia.", "The drones were sold to Russia by China.")
    assert found is not None
    assert found.kind is RelationKind.CONTRADICTS


def test_a_source_does_not_contradict_itself_in_words() -> None:
    one = Statement("Ruritania closed the port.", ASSERTION, A)
    assert opposition(one, Statement("Ruritania never closed the port.", ASSERTION, A)) is None


def test_of_several_opposite_words_the_first_of_the_first_claim_is_named() -> None:
    found = between(
        "Winter exports of Ruritanian steel by rail to Graustark increase, improve and strengthen under the treaty.",
        "Winter exports of Ruritanian steel by rail to Graustark weaken, worsen and decrease under the treaty.",
    )
    assert found is not None
    assert found.reasons.startswith("'increase' in one and 'decrease' in the other")
