import pytest

from claimcheck.attribution.understanding import loaded_words

LISTS = {name: value for name, value in vars(loaded_words).items() if isinstance(value, frozenset)}


@pytest.mark.parametrize("name", LISTS)
def test_words_are_lower_case(name: str) -> None:
    assert LISTS[name]
    assert all(word == word.lower() and word.split() == [word] for word in LISTS[name])


def test_no_adjective_both_judges_and_tells_a_fact() -> None:
    assert not loaded_words.EVALUATIVE & loaded_words.NOT_EVALUATIVE


def test_what_ends_like_a_judgement_and_is_none_has_such_an_end() -> None:
    assert any(word.endswith(loaded_words.EVALUATIVE_ENDS) for word in loaded_words.NOT_EVALUATIVE)
