"""Departments: one by its kind, what it is for and where it is, however it is called."""

import pytest

from claimcheck.independence.departments import Department, department


def of(name: str) -> Department:
    found = department(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Fisheries of Norway", "Norwegian fisheries ministry"),
        ("Ministry of Fisheries of Norway", "Norway's Ministry of Fisheries"),
        ("Ministry of Fisheries of Lembra", "Lembran Fisheries Ministry"),
        ("Fisheries Ministry of Norway", "Norwegian Ministry of Fisheries"),
        ("Norway's fisheries ministry", "Fisheries Ministry of Norway"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Ministry of Defence of Lembra", "Ministry of Defense in Lembra"),
        ("Department of Public Health", "health department"),
        ("Environment Agency", "environment agency"),
    ],
)
def test_two_ways_to_call_a_department(one: str, other: str) -> None:
    called = of(other).beside(of(one))
    assert called.serves(of(one))
    assert called.is_where(of(one))


def test_a_department_for_several_things_is_called_by_one_of_them() -> None:
    both = of("Ministry of Agriculture and Food")
    assert of("agriculture ministry").serves(both)
    assert not both.serves(of("agriculture ministry"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Foreign Trade", "foreign ministry"),
        ("Ministry of Health", "health department"),
        ("Ministry of Health", "Ministry of Housing"),
        ("Ministry of Fisheries of Norway", "Swedish Ministry of Fisheries"),
        ("Ministry of Fisheries of Niger", "Nigeria's fisheries ministry"),
        ("Ministry of Fisheries of Norway", "fisheries ministry"),
    ],
)
def test_other_departments_and_those_of_other_places_are_told_apart(one: str, other: str) -> None:
    assert not (of(other).serves(of(one)) and of(other).is_where(of(one)))


@pytest.mark.parametrize("name", ["", "ministry", "Ministry of", "Ann Doe", "Harbour Times", "ministry of " * 20])
def test_what_is_no_department_is_none(name: str) -> None:
    assert department(name) is None
