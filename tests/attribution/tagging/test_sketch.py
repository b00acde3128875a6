import pytest

from claimcheck.attribution.parsed import Found
from claimcheck.attribution.tagging.sketch import anchor_of, bucket, lemma, stem, word_class

from .marking import DENIAL, QUOTED, sketch, token


@pytest.mark.parametrize(
    ("forms", "shared"),
    [
        ("denies denied denying deny", "deny"),
        ("said saying says say", "say"),
        ("told tells telling", "tell"),
        ("plan plans planned planning", "plan"),
        ("note notes noted noting", "not"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str, shared: str) -> None:
    assert {stem(form) for form in forms.split()} == {shared}


def test_the_lexicon_is_asked_for_the_class_and_the_lemma_of_a_word() -> None:
    assert word_class("denied").startswith("denial")
    assert word_class("allegedly") == "hearsay"
    assert word_class("table") == ""
    assert lemma("denied") == "deny"
    assert lemma("table") == "table"


def test_the_edges_of_a_token_are_those_of_all_that_it_governs() -> None:
    here = sketch(DENIAL)
    moved = token(DENIAL, "moved")
    assert here.parsed.quoted(list(range(here.left[moved], here.right[moved] + 1))) == "that the buoys had been moved"


def test_the_largest_phrase_names_where_it_begins_and_ends() -> None:
    here = sketch(DENIAL)
    assert here.opening[token(DENIAL, "that")] == "ccomp"
    assert here.closing[token(DENIAL, "moved")] == "ccomp"
    assert here.opening[token(DENIAL, "buoys")] == ""


def test_what_the_rules_found_is_known_by_its_anchor() -> None:
    here = sketch(DENIAL)
    denied = token(DENIAL, "denied")
    assert here.by_anchor[denied].word == "deny"
    assert here.ruled[denied] == "anchor-s"
    assert [role for role, _ in here.given[token(DENIAL, "buoys")]] == ["c"]
    assert here.given[token(DENIAL, "harbour")] == []


def test_quotations_and_lines_have_numbers() -> None:
    here = sketch(QUOTED)
    assert here.quotation_of[token(QUOTED, "buoy")] == 0
    assert here.quotation_of[token(QUOTED, "Anyone")] == 1
    assert here.quotation_of[token(QUOTED, "said")] == -1
    assert here.line_of[token(QUOTED, "Nobody")] == 1


def test_every_token_is_in_one_sentence() -> None:
    here = sketch(QUOTED)
    assert [
        number for number, (first, last) in enumerate(here.sentences) for _ in range(first, last)
    ] == here.sentence_of


def test_the_anchor_is_the_head_if_the_cue_has_it() -> None:
    assert anchor_of(Found([3, 4], [], [5], 4, "say")) == 4
    assert anchor_of(Found([3, 4], [], [5], None, ":")) == 3
    assert anchor_of(Found([], [], [5], None, "")) is None


def test_counts_are_told_roughly() -> None:
    assert [bucket(number) for number in (0, 1, 3, 4, 6, 7, 12, 13, 50, 51, 4000)] == [
        "0", "1", "3", "4", "4", "7", "7", "13", "26", "51", "51",
    ]  # fmt: skip
