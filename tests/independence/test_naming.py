"""Names: who is meant."""

import pytest

from claimcheck.independence.citations import Citation
from claimcheck.independence.families import family_of
from claimcheck.independence.naming import OWN, Names
from claimcheck.independence.values import Claimant, Strength
from claimcheck.vocabulary import SourceKind
from tests.independence.stories import OWNERSHIP, item

CLAIMANT = Claimant(("Center for Strategic and International Studies", "CSIS"), SourceKind.ORGANISATION)
FAMILY = family_of(item(1, publisher="Border Wire"), OWNERSHIP)
NAMES = Names(OWNERSHIP, [FAMILY], CLAIMANT, [("Kyiv School of Economics", "KSE")])


def node(name: str, *, passed_on: bool = False, starts: bool = False) -> str | None:
    found = NAMES.meant(Citation(name, "", passed_on, starts))
    return found.node if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CSIS", OWN),
        ("the Center for Strategic and International Studies", OWN),
        ("CSIS's Asia Program", OWN),
        ("Reuters", "owner:Reuters"),
        ("New York Times", "owner:The New York Times"),
        ("Border Wire", "name:border wire"),
        ("KSE", "name:kyiv school of economics"),
        ("Harbour Users' Association", "name:harbour users' association"),
        ("路透社", "owner:Reuters"),
    ],
)
def test_a_name_means_whom_it_is_known_for(name: str, expected: str) -> None:
    assert node(name) == expected


def test_what_begins_a_sentence_or_was_only_told_somebody_unknown_is_nobody() -> None:
    assert node("Divers", starts=True) is None
    assert node("Parliament", passed_on=True) is None
    assert node("报纸") is None


def test_a_part_of_a_longer_name_does_not_mean_who_has_that_part_for_a_name() -> None:
    names = Names(OWNERSHIP, [], None, [("United States",)])
    found = names.meant(Citation("United States Navy", "", passed_on=False, starts_sentence=False))
    assert found is not None
    assert found.node == "name:united states navy"


def test_a_person_is_known_by_the_last_name_alone_or_behind_a_title() -> None:
    names = Names(OWNERSHIP, [], Claimant(("Ada Example",), SourceKind.PERSON), [])
    for name, expected in (("Example", OWN), ("Mrs Example", OWN), ("Bob Example", "name:bob example")):
        found = names.meant(Citation(name, "", passed_on=False, starts_sentence=False))
        assert found is not None
        assert found.node == expected


def test_a_publisher_is_the_claimant_by_name_by_address_or_perhaps_by_owner() -> None:
    at_home = family_of(item(1, url="https://www.csis.org/a"), OWNERSHIP)
    by_name = family_of(item(1, url=None, publisher="CSIS"), OWNERSHIP)
    assert NAMES.is_claimant(at_home) is NAMES.is_claimant(by_name) is Strength.CERTAIN
    assert NAMES.is_claimant(FAMILY) is None
    of_group = Names(OWNERSHIP, [], Claimant(("The Sun",), SourceKind.OUTLET), [])
    assert of_group.is_claimant(family_of(item(1, url="https://www.wsj.com/a"), OWNERSHIP)) is Strength.LIKELY


def test_media_are_owners_of_some_publishers_of_the_items_and_a_claimant_that_is_one() -> None:
    assert NAMES.is_medium("owner:Reuters")
    assert NAMES.is_medium("name:border wire")
    assert not NAMES.is_medium(OWN)
    assert Names(OWNERSHIP, [], Claimant(("Border Wire",), SourceKind.OUTLET), []).is_medium(OWN)


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("The fisheries ministry said so.", OWN),
        ("Norway waits, the fisheries ministry said.", OWN),
        ("Chile waits, the fisheries ministry said.", None),
    ],
)
def test_a_department_without_a_country_is_the_claimant_unless_another_country_is_named(
    within: str, expected: str | None
) -> None:
    names = Names(OWNERSHIP, [], Claimant(("Ministry of Fisheries of Norway",), SourceKind.GOVERNMENT), [])
    found = names.meant(Citation("fisheries ministry", "", passed_on=True, starts_sentence=False), within)
    assert (found and found.node) == expected


def test_a_department_without_a_country_is_nobody_where_two_countries_have_one_that_is_known() -> None:
    norway, chile = "Ministry of Fisheries of Norway", "Ministry of Fisheries of Chile"
    names = Names(OWNERSHIP, [], Claimant((norway,), SourceKind.GOVERNMENT), [(chile,)])
    found = [
        names.meant(Citation(name, "", passed_on=True, starts_sentence=False))
        for name in ("fisheries ministry", "Norwegian fisheries ministry", "Chilean Ministry of Fisheries")
    ]
    assert [one.node if one else None for one in found] == [None, OWN, "name:ministry of fisheries of chile"]


def test_the_claimant_is_named_by_words_of_their_own_and_perhaps_at_the_beginning() -> None:
    assert NAMES.names_own("A study (CSIS, 2024)")
    assert not NAMES.names_own("The CSISX fund")
    behind = NAMES.behind_own("OSLO, 3 May - The Center for Strategic and International Studies Found nine.")
    assert behind == " found nine."
    for text in (
        f"{'IT SANK. ' * 6}CSIS found nine.",
        "Divers of CSIS found nine.",
        "The yard rejects what CSIS found.",
    ):
        assert NAMES.behind_own(text) is None
    assert NAMES.is_own("CSIS")
    assert not NAMES.is_own("Reuters")
