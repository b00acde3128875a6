"""Words that mean the same or exclude each other."""

import pytest

from claimcheck.quantities.wording import GROUPS_OF, IGNORED, NARROWING, PEOPLE, normal


@pytest.mark.parametrize(
    "words",
    [("killed", "deaths", "died"), ("exports", "exported"), ("troops", "soldiers"), ("parts", "components"),
     ("harvest", "harvests", "harvested")],
)  # fmt: skip
def test_words_that_mean_the_same_have_one_form(words: tuple[str, ...]) -> None:
    assert len(set(map(normal, words))) == 1


def test_words_of_a_group_exclude_each_other() -> None:
    for one, other in (("killed", "wounded"), ("exports", "imports"), ("profit", "debt"), ("signed", "ratified")):
        shared = set(GROUPS_OF[normal(one)]) & set(GROUPS_OF[normal(other)])
        assert shared
        assert normal(one) != normal(other)


def test_what_tells_things_apart_is_not_ignored() -> None:
    assert not {word for word in IGNORED if normal(word) in NARROWING}
    assert all(normal(word) == word for word in PEOPLE)
