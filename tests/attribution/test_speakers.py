"""Names of speakers, and what kind of source they say that they are."""

import pytest

from claimcheck.attribution.speakers import MAX_NAME, is_group, kind_of, named, unnamed
from claimcheck.vocabulary import SourceKind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kurt Campbell", "Kurt Campbell"),
        ("the Chinese Foreign\nMinistry", "Chinese Foreign Ministry"),
        ("Kurt Campbell, the deputy secretary of state,", "Kurt Campbell"),
        ("a man who lives nearby", "man"),
        ("Campbell's", "Campbell"),
        ("Officials", "officials"),
        ("Senior officials", "senior officials"),
        ("Reporters Without Borders", "Reporters Without Borders"),
        ("Media Matters", "Media Matters"),
        ("The Guardian", "The Guardian"),
        ("U.S.", "U.S."),
        ("He", None),
        ("two", None),
        ("s", None),
        ("2024", None),
        ("the others", None),
        ("\u2014", None),
        ("", None),
    ],
)
def test_words_are_made_a_name_or_name_nobody(words: str, name: str | None) -> None:
    assert named(words) == name


def test_a_name_that_is_known_to_be_whole_keeps_its_comma_unless_it_is_too_long() -> None:
    assert named("University of California, Berkeley", is_whole=True) == "University of California, Berkeley"
    assert len(named("word " * 100, is_whole=True) or "") <= MAX_NAME
    assert named(f"Kurt Campbell, {'x' * 200}", is_whole=True) == "Kurt Campbell"
    assert len(named("x" * 500) or "") == MAX_NAME


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Reuters", SourceKind.OUTLET),
        ("Washington Post", SourceKind.OUTLET),
        ("The Guardian", SourceKind.OUTLET),
        ("Chinese Foreign Ministry", SourceKind.GOVERNMENT),
        ("White House", SourceKind.GOVERNMENT),
        ("Chinese government", SourceKind.GOVERNMENT),
        ("Center for Strategic and International Studies", SourceKind.ORGANISATION),
        ("NATO", SourceKind.ORGANISATION),
        ("Mr Campbell", SourceKind.PERSON),
        ("President Xi Jinping", SourceKind.PERSON),
        ("Foreign Minister Wang Yi", SourceKind.PERSON),
        ("senior officials", SourceKind.UNNAMED),
        ("U.S. officials", SourceKind.UNNAMED),
        ("people familiar with the matter", SourceKind.UNNAMED),
        ("spokesman for the Foreign Ministry", SourceKind.UNNAMED),
        ("my father", SourceKind.UNNAMED),
        ("His doctor", SourceKind.UNNAMED),
        ("federal appeals court", SourceKind.UNNAMED),
        ("New York judge", SourceKind.UNNAMED),
        ("GOP candidate", SourceKind.UNNAMED),
        ("letter from the Clinton campaign", SourceKind.UNNAMED),
        ("federal government", SourceKind.GOVERNMENT),
        ("Holub administration", None),
        ("Clinton campaign", None),
        ("de Blasio", None),
        ("al-Shabaab", None),
        ("Kurt Campbell", None),
        ("Reporters Without Borders", None),
        ("China", None),
        ("Director of Studies", None),
    ],
)
def test_a_kind_is_given_only_where_the_words_say_it(name: str, kind: SourceKind | None) -> None:
    assert kind_of(name) == kind


def test_a_group_is_told_from_an_institution_by_its_small_letter() -> None:
    assert is_group("local media")
    assert not is_group("Independent Media")
    assert not is_group("people power party")


def test_who_is_not_named_is_kept_apart_by_publisher_or_title() -> None:
    assert unnamed(None, publisher="CEIAS", title="T") == "Unattributed in CEIAS"
    assert unnamed(None, publisher=None, title="T") == 'Unattributed in "T"'
    assert unnamed("two unnamed senior officials", publisher="CEIAS", title=None) == (
        "Unnamed senior officials cited by CEIAS"
    )
    assert unnamed("many of the ships", publisher="CEIAS", title=None) == "Unnamed many of the ships cited by CEIAS"
    assert unnamed("officials", publisher=None, title=None) == 'Unnamed officials cited in "an untitled document"'
    assert len(unnamed(None, publisher=None, title="x" * 500)) < MAX_NAME
