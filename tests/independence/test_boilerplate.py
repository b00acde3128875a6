"""What a site prints on all its pages does not count as text in common."""

import pytest

from claimcheck.independence.boilerplate import without_boilerplate
from tests.independence.stories import words

NOTICE = "This is what our house thinks of comments and of those who write them."


def test_a_sentence_on_three_unrelated_pages_of_a_site_is_left_out() -> None:
    texts = [f"{NOTICE}\n{words(start, 40)}" for start in (0, 100, 200)]
    cleaned = without_boilerplate(texts, ["a"] * 3)
    assert all(NOTICE not in text and f"w{start}" in text for start, text in zip((0, 100, 200), cleaned, strict=True))


def test_on_two_pages_or_on_three_sites_it_stays() -> None:
    texts = [f"{NOTICE}\n{words(start, 40)}" for start in (0, 100, 200)]
    assert without_boilerplate(texts[:2], ["a", "a"]) == texts[:2]
    assert without_boilerplate(texts, ["a", "b", "c"]) == texts
    assert without_boilerplate(texts, ["", "", ""]) == texts


def test_one_story_on_many_pages_of_a_site_is_no_boilerplate() -> None:
    texts = [words(0, 60)] * 4
    assert without_boilerplate(texts, ["a"] * 4) == texts


def test_short_calls_to_subscribe_are_left_out_everywhere() -> None:
    assert without_boilerplate(["It sank.\nSubscribe now for full access\nAll rights reserved."], [""]) == ["It sank."]


@pytest.mark.parametrize(
    "notice",
    [
        "We use cookies.", "Subscribe now!", "Your subscription", "Sign up here", "NEWSLETTER", "All rights reserved.",
        "Advertisement", "Read more", "Click here", "Share this", "Follow us", "Log in", "Login", "Terms of use",
        "Privacy Policy", "Related stories", "Related articles", "Jetzt abonnieren", "Alle Rechte vorbehalten",
        "TOUS DROITS RÉSERVÉS", "Lire aussi", "Todos los derechos",
    ],
)  # fmt: skip
def test_a_short_line_that_is_a_notice_is_left_out(notice: str) -> None:
    assert without_boilerplate([f"It sank.\n{notice}\nIt rained."], [""]) == ["It sank.\nIt rained."]
