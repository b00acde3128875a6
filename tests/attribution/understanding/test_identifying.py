"""Who one noun is."""

import pytest

from claimcheck.attribution.understanding.identifying import author_of, identities, name_beside
from claimcheck.attribution.understanding.phrases import head_of
from claimcheck.attribution.understanding.resolving import Resolver
from claimcheck.attribution.understanding.scene import Scene
from tests.attribution.by_hand import read, tokens_of


def scene_and_head(text: str, words: str) -> tuple[Scene, int]:
    scene = Resolver().scene(read(text))
    head = head_of(scene.parsed, tokens_of(scene.parsed, words))
    assert head is not None
    return scene, head


@pytest.mark.parametrize(
    ("words", "author"),
    [
        ("a report by Sarah Feld", "Sarah Feld"),
        ("a study published in May by the Lodestar Institute", "Lodestar Institute"),
        ("Sarah Feld's paper", "Sarah Feld"),
        ("a CSIS report", "CSIS"),
        ("a statement from the Lodestar Institute", "Lodestar Institute"),
        ("a paper by Harvard and the University of Oslo", "Harvard and University of Oslo"),
        ("a new study", "new study"),
    ],
)
def test_a_paper_is_its_author(words: str, author: str) -> None:
    scene, head = scene_and_head(f"He left, according to {words}.", words)
    assert identities(scene, head, set(tokens_of(scene.parsed, words))) == author


def test_the_author_of_nothing_is_nobody() -> None:
    scene, head = scene_and_head("He left, according to a new study.", "study")
    assert author_of(scene, head) is None


def test_a_name_beside_an_office_is_who_holds_it() -> None:
    scene, head = scene_and_head("A worker named Anna Lindt spoke.", "A worker named Anna Lindt")
    name = name_beside(scene, head)
    assert name is not None
    assert name.text == "Anna Lindt"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lobbyist and strategist Anna Lindt", "Anna Lindt"),
        ("Anna Lindt, Jan Kowal and Bo Reed", "Anna Lindt, Jan Kowal and Bo Reed"),
        ("doctors and nurses", "doctors and nurses"),
        ("some and others", None),
    ],
)
def test_those_who_speak_together_are_named_together(words: str, expected: str | None) -> None:
    scene, head = scene_and_head(f"He left, according to {words}.", words)
    assert identities(scene, head, set(tokens_of(scene.parsed, words))) == expected
