"""What the tokens of a sentence count as."""

from claimcheck.quantities.tagging import Read, read
from tests.quantities.sentence import split


def of(text: str) -> Read:
    return read(split(text), set(), set())


def test_a_word_has_its_normal_form_and_a_name_is_none() -> None:
    found = of("The fleet of Norway lost tanks")
    assert [word for word in found.words if word] == ["fleet", "loss", "tank"]
    assert [name for name in found.names if name] == ["norway"]


def test_a_month_is_neither_a_word_nor_a_name() -> None:
    found = of("In the March poll of the firm they march")
    assert (found.words[2], found.names[2]) == ("", "")
    assert "march" in found.words


def test_a_phrase_counts_as_a_word() -> None:
    assert [word for word in of("The miners lost their lives").words if word] == ["miner", "kill"]


def test_who_says_or_finds_it_is_forgotten() -> None:
    assert [word for word in of("It lost tanks, customs figures show").words if word] == ["loss", "tank"]
    assert [word for word in of("The customs agency counted tanks").words if word] == ["tank"]
    assert of("It lost tanks, customs figures show").sayers == {"custom"}
    assert "city" in of("The city recorded floods").words


def test_verbs_and_what_belongs_to_what_are_told_by_their_place() -> None:
    found = of("The museum's website was redesigned by the owner of the firm")
    assert found.doings == {"redesi"}
    assert ("museum", "websit") in found.heads
    assert ("company", "owner") in found.heads
    assert ("retail", "sale") in of("Retail sales rose").compounds
