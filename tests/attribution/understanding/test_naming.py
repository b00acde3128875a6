"""The word lists that names are told by."""

import pytest

from claimcheck.attribution.understanding import naming

LISTS = {name: value for name, value in vars(naming).items() if isinstance(value, frozenset)}


@pytest.mark.parametrize("name", LISTS)
def test_words_are_lower_case(name: str) -> None:
    assert LISTS[name]
    assert all(word == word.lower().strip() for word in LISTS[name])


def test_no_title_is_a_mans_and_a_womans() -> None:
    assert not naming.MALE_NOUNS & naming.FEMALE_NOUNS


def test_a_person_is_no_organisation() -> None:
    assert not naming.PEOPLE & naming.ORGANISATIONS
