"""What a number is bound to: its part of the sentence, its noun, who says it left out."""

from claimcheck.quantities.binding import MANY, segments
from claimcheck.quantities.reading import quantities
from tests.quantities.sentence import numbers, split


def test_a_sentence_is_cut_between_two_numbers_at_a_conjunction() -> None:
    text = "The blast destroyed 31 houses and killed 14 people"
    found = [[token.text for token in split(text)[start:end]] for start, end in segments(split(text), numbers(text))]
    assert found == [["The", "blast", "destroyed", "31", "houses"], ["and", "killed", "14", "people"]]


def test_numbers_without_a_conjunction_between_them_share_their_words() -> None:
    text = "They bought 250 buses for 60 million euros"
    assert len(set(segments(split(text), numbers(text)))) == 1


def test_the_numbers_of_a_table_are_bound_to_what_is_next_to_them() -> None:
    text = "12 " * (MANY + 2)
    assert all(end - start < 12 for start, end in segments(split(text), numbers(text)))


def test_who_says_it_is_not_what_it_is_about() -> None:
    (found,) = quantities("According to Norway, the fleet has 12 ships, Reuters reported.")
    assert found.names == set()
    assert found.noun == "ship"


def test_a_number_without_a_noun_takes_that_of_the_one_before() -> None:
    assert [item.noun for item in quantities("The blast destroyed 14 houses and damaged 60.")] == ["home", "home"]


def test_a_clause_with_a_subject_of_its_own_is_not_about_the_subject_of_the_sentence() -> None:
    first, second = quantities("The bomb weighed 500 kg and the missile weighed 900 kg.")
    assert "bomb" in first.around
    assert "bomb" not in second.around


def test_a_share_belongs_to_the_year_in_its_own_part_of_the_sentence() -> None:
    first, _, second, _ = quantities("It fell by 5% in 2021 and by 7% in 2022.")
    assert first.periods != second.periods


def test_names_of_two_words_are_read_and_the_pronoun_is_no_country() -> None:
    assert quantities("The United States has 12 of them.")[0].names == {"america"}
    assert quantities("The US has 12 of them.")[0].names == {"america"}
    assert quantities("They sold us 12 of them.")[0].names == set()


def test_initials_with_points_name_the_same_country() -> None:
    (one,), (other,) = quantities("The U.S. has 30 ships."), quantities("The US has 30 ships.")
    assert one.names == other.names == {"america"}
