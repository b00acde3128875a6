"""The parts of noun phrases."""

import pytest

from claimcheck.attribution.understanding.phrases import conjuncts, head_of, phrase
from tests.attribution.by_hand import read, tokens_of


@pytest.mark.parametrize(
    ("text", "source", "head", "left"),
    [
        (
            "Two people familiar with it, who left, spoke.",
            "Two people familiar with it, who left,",
            "people",
            "Two people familiar with it",
        ),
        ("The US officials (all of them) spoke.", "The US officials (all of them)", "officials", "US officials"),
        ("A report on Wednesday spoke of it.", "A report on Wednesday", "report", "report"),
        ("A cable seen by Reuters spoke of it.", "A cable seen by Reuters", "cable", "cable"),
        ("He left, according to a post-war study.", "a post-war study", "study", "post-war study"),
    ],
)
def test_a_phrase_has_a_head_and_words_without_clauses_and_asides(text: str, source: str, head: str, left: str) -> None:
    parsed = read(text)
    tokens = tokens_of(parsed, source)
    token = head_of(parsed, tokens)
    assert token is not None
    assert parsed.words[token] == head
    assert parsed.quoted(phrase(parsed, token)) == left


def test_what_is_coordinated_is_found_in_its_order() -> None:
    parsed = read("Doctors, nurses and patients spoke.")
    head = tokens_of(parsed, "Doctors")[0]
    assert [parsed.words[token] for token in conjuncts(parsed, head, set(range(5)))] == [
        "Doctors",
        "nurses",
        "patients",
    ]


def test_nothing_has_no_head() -> None:
    assert head_of(read("He spoke."), []) is None
