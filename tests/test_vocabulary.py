"""The closed word lists, and the words beside the numbers."""

import subprocess
import sys
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import vocabulary
from claimcheck.vocabulary import CREDIBILITY_WORDS, LIKELIHOOD_BANDS, RELIABILITY_WORDS, Reliability, likelihood

LISTS = [
    item
    for item in vars(vocabulary).values()
    if isinstance(item, type) and issubclass(item, StrEnum) and item != StrEnum
]


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_a_word_is_stored_as_its_lower_case_name(words: type[StrEnum]) -> None:
    for member in words:
        assert member.value == (member.name if words is Reliability else member.name.lower())
        assert member.value.isascii()


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_no_word_is_the_one_that_clears_a_field(words: type[StrEnum]) -> None:
    assert "none" not in list(words)


def test_every_grade_has_its_words() -> None:
    assert list(RELIABILITY_WORDS) == list(Reliability)
    assert list(CREDIBILITY_WORDS) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        (0.0, "almost no chance"),
        (0.05, "almost no chance"),
        (0.051, "very unlikely"),
        (0.2, "very unlikely"),
        (0.45, "unlikely"),
        (0.5, "roughly even chance"),
        (0.55, "roughly even chance"),
        (0.7, "likely"),
        (0.95, "very likely"),
        (0.951, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_a_probability_has_its_likelihood_word(confidence: float, word: str) -> None:
    assert likelihood(confidence) == word


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_probability_never_has_a_lower_word(one: float, other: float) -> None:
    order = [word for _, word in LIKELIHOOD_BANDS]
    low, high = sorted((one, other))
    assert order.index(likelihood(low)) <= order.index(likelihood(high))


def test_the_word_lists_need_the_standard_library_alone() -> None:
    code = "import sys; before = set(sys.modules); import claimcheck.vocabulary; print(*(set(sys.modules) - before))"
    output = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    loaded = {name.partition(".")[0] for name in output.stdout.split()}
    assert loaded - set(sys.stdlib_module_names) == {"claimcheck"}
