"""What pronouns and descriptions go back to."""

from claimcheck.attribution.understanding.trail import REACH, Referent, Thing, Trail


def referent(text: str, sentence: int, *, gender: str | None = "m", weight: float = 1.0, **other: bool) -> Referent:
    is_person = other.get("is_person", True)
    is_plural = other.get("is_plural", False)
    thing = Thing(text, None, frozenset({"minister"}), is_person, is_plural, gender)
    return Referent(thing, 0, sentence, sentence, weight)


def who(pronoun: str, *referents: Referent, sentence: int = 2) -> str | None:
    trail = Trail()
    for one in referents:
        trail.add(one)
    found = trail.of_pronoun(pronoun, (sentence, sentence))
    return found.text if found else None


def test_he_is_the_last_subject_of_his_gender() -> None:
    assert who("he", referent("Jan Kowal", 1), referent("Marta Berg", 1, gender="f")) == "Jan Kowal"
    assert who("he", referent("Jan Kowal", 1), referent("Bo Lind", 1, weight=-0.25)) == "Jan Kowal"


def test_he_is_nobody_if_two_are_as_good() -> None:
    assert who("he", referent("Jan Kowal", 1), referent("Bo Lind", 1)) is None


def test_nobody_is_meant_from_far_away() -> None:
    assert who("he", referent("Jan Kowal", 1, weight=9.0), sentence=2 + REACH) is None


def test_it_is_no_person_and_they_are_many() -> None:
    people = referent("two officials", 1, gender=None, is_plural=True)
    ministry = referent("a ministry", 1, gender=None, is_person=False, weight=2.0)
    assert who("it", referent("Jan Kowal", 1), ministry) == "a ministry"
    assert who("they", people, ministry) == "two officials"


def test_a_word_that_says_no_more_than_the_pronoun_is_no_answer() -> None:
    assert who("he", referent("spokesman", 1)) is None


def test_a_description_is_the_only_one_called_so_or_the_one_spoken_of_just_now() -> None:
    trail = Trail()
    trail.add(referent("Jan Kowal", 1))
    trail.add(referent("Bo Lind", 5))
    assert trail.of_noun("minister", 6, is_plural=False) is not None
    assert trail.of_noun("minister", 20, is_plural=False) is None
    assert trail.of_noun("ministry", 6, is_plural=False) is None
    assert trail.of_paper() is None
