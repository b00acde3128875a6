"""Given names and what they tell."""

from claimcheck.attribution.given_names import FEMALE, GENDER_OF, GIVEN, MALE


def test_a_name_of_both_tells_no_gender() -> None:
    assert not (MALE & FEMALE) & set(GENDER_OF)
    assert "kim" in GIVEN
    assert "kim" not in GENDER_OF


def test_names_are_lower_case_words() -> None:
    assert all(name == name.lower() and name.isalpha() for name in GIVEN)
    assert (GENDER_OF["kurt"], GENDER_OF["sarah"]) == ("m", "f")
