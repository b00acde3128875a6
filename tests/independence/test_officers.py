"""Officers: who speaks for somebody because the text before the passage introduces them so."""

import pytest

from claimcheck.independence.officers import MAX_LENGTH, last_person, officers


def found(before: str) -> set[str]:
    return {*officers(before, lambda name: name.startswith("Acme Pumps")).full}


@pytest.mark.parametrize(
    "before",
    [
        "Ann Doe runs a tight ship. The founder and head of Acme Pumps receives us on a roof.",
        "Ann Doe, 51, co-founder and managing director of Acme Pumps, likes tea.",
        "Acme Pumps chief executive Ann Doe met us.",
        "Acme Pumps’ chief executive, Ann Doe, met us.",
        "The chief executive of Acme Pumps, Ann Doe, met us.",
        "Ann Doe is the chief engineer at Acme Pumps.",
        "Ann Doe was born in Oslo. She is the president of Acme Pumps.",
        "Ann Doe, who is CEO of Acme Pumps, met us.",
        "Acme Pumps was founded by Ann Doe.",
        "Ann Doe was born in Oslo.\n\nAs founder of Acme Pumps, she has a view.",
        "It rained in Oslo. Ann Doe is the chief engineer at Acme Pumps.",
        "Ann Doe founded Acme Pumps in a shed.",
        "Ann Doe, who runs Acme Pumps, laughs.",
        "Ann Doe, head of research at Acme Pumps, laughs.",
        f"{'İ' * 40} is loud. Ann Doe is the chief engineer at Acme Pumps.",
    ],
)
def test_who_is_introduced_as_an_officer_is_one(before: str) -> None:
    assert found(before) == {"ann doe"}


@pytest.mark.parametrize(
    "before",
    [
        "Ann Doe, former head of Acme Pumps, met us.",
        "Ann Doe, until last year chief engineer at Acme Pumps, met us.",
        "Ann Doe was chief engineer at Acme Pumps.",
        "Ann Doe, a critic of the head of Acme Pumps, met us.",
        "Ann Doe, the brother of the head of Acme Pumps, met us.",
        "Ann Doe told the chief executive of Acme Pumps that it leaks.",
        "Ann Doe, head of Borg Pumps, met us. Acme Pumps is a rival.",
        "Ann Doe repairs pumps.\n\nThe head of Acme Pumps laughed.",
        "",
    ],
)
def test_who_only_stands_near_is_none(before: str) -> None:
    assert found(before) == set()


def test_who_is_named_behind_the_office_holds_it_and_not_who_stands_before() -> None:
    assert found("Ann Doe repairs pumps. The head of Acme Pumps, Bo Lind, laughed.") == {"bo lind"}


def test_an_officer_is_known_by_the_full_name_or_by_the_last_one() -> None:
    some = officers("Ann Doe, head of Acme Pumps, met us.", lambda name: name == "Acme Pumps")
    assert all(some.has(name) for name in ("Ann Doe", "Doe", "Ms Doe", "Ms. Doe", "Doe’s"))
    assert not any(some.has(name) for name in ("Bo Doe", "Ann", "Lind", ""))


@pytest.mark.parametrize("unit", ["head of Acme Pumps ", "A ", "A", "founder ", "the ", "a-", "runs Acme Pumps ", "\n"])
def test_hostile_text_is_read_to_a_bound(unit: str) -> None:
    assert len(officers(unit * 200_000, lambda _: True).full) < MAX_LENGTH


def test_the_last_person_is_the_last_full_name_that_is_not_an_organisations() -> None:
    text = "Bo Lind came. Ann Doe, head of Acme Pumps, met us at Oslo University in May."
    assert last_person(text, lambda name: name == "Acme Pumps") == "Ann Doe"
    assert last_person("It rained in Oslo.", bool) == ""
