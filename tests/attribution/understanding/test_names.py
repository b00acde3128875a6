"""Who bears a name."""

from claimcheck.attribution.understanding.names import MAX_NAMES, Names
from tests.attribution.by_hand import read


def bearers(text: str) -> list[str | None]:
    return [mention.name.text if mention.name else None for mention in Names().read(read(text))]


def test_a_surname_means_the_one_who_bears_it_before_or_after() -> None:
    assert bearers("He met Campbell. He thanked Kurt Campbell.") == ["Kurt Campbell"] * 2


def test_a_surname_of_two_people_means_nobody_unless_a_title_tells() -> None:
    text = "He met Bill Hartmann and Susan Hartmann. He thanked Hartmann. He thanked Ms. Hartmann."
    assert bearers(text)[2:] == [None, "Susan Hartmann"]


def test_by_far_the_most_named_of_two_bears_the_surname() -> None:
    text = "He met Susan Hartmann. " * 5 + "He met Bill Hartmann. He thanked Hartmann."
    assert bearers(text)[-1] == "Susan Hartmann"


def test_an_office_before_any_full_name_is_not_of_the_woman_who_is_named_later() -> None:
    text = "He met President Hartmann. He met Susan Hartmann. He thanked President Hartmann."
    assert bearers(text) == ["Hartmann", "Susan Hartmann", "Hartmann"]


def test_initials_make_no_other_person_and_the_longer_name_is_kept() -> None:
    assert bearers("He met Kurt Campbell. He met Kurt M. Campbell.") == ["Kurt M. Campbell"] * 2


def test_an_acronym_means_the_name_that_it_stands_beside_or_abbreviates() -> None:
    text = (
        "He left the Center for Naval Ideas (CeNI). He left the Federal Security Service. He blamed CeNI and the FSS."
    )
    assert bearers(text)[-2:] == ["Center for Naval Ideas", "Federal Security Service"]


def test_a_company_is_called_by_its_first_word_and_a_country_is_not() -> None:
    assert bearers("He left Norgate Energy. He blamed Norgate.") == ["Norgate Energy"] * 2
    assert bearers("He left the China Maritime Studies Institute. He blamed China.")[1] == "China"


def test_a_heading_gives_no_name_that_the_text_does_not_have() -> None:
    text = "Kurt Campbell Accuses China Again\n\nHe met Kurt Campbell there.\n"
    assert bearers(text) == ["Kurt Campbell", "China", "Kurt Campbell"]


def test_names_are_kept_from_part_to_part_and_their_number_is_bounded() -> None:
    names = Names()
    names.read(read("He met Kurt Campbell."))
    assert [mention.name.text for mention in names.read(read("He met Campbell.")) if mention.name] == ["Kurt Campbell"]
    for part in range(3):
        numbers = range(part * 2000, part * 2000 + 2000)
        names.read(read("\n".join(f"He met Anna {letters(number)}." for number in numbers)))
    assert len(names._names) <= MAX_NAMES
    assert names.called(("kurt", "campbell")) is None


def letters(number: int) -> str:
    """A surname of its own for each number."""
    digits = [number // 676 % 26, number // 26 % 26, number % 26]
    return "B" + "".join(chr(97 + digit) for digit in digits) + "sen"
