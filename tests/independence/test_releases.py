"""Press releases: the marks of one, and its first sentence."""

import pytest

from claimcheck.independence.releases import release

FIRST = "The Harbour Users today published a poll of ninety of their members."


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"FOR IMMEDIATE RELEASE\n\n{FIRST} More.", "FOR IMMEDIATE RELEASE"),
        (f"For immediate release.\n{FIRST} More.", "For immediate release"),
        (f"PRESS RELEASE 12 May 2024\n\n{FIRST} More.", "PRESS RELEASE 12 May 2024"),
        (f"Press release: {FIRST} More.", "Press release"),
        (f"{FIRST} More.\n\nNotes to editors: they are many.", "Notes to editors"),
        (f"{FIRST} More.\nNOTES FOR EDITORS\n1. They are many.", "NOTES FOR EDITORS"),
        (f"{FIRST} More.\nMedia contact: Ann Doe", "Media contact:"),
    ],
)
def test_a_release_is_known_by_its_head_or_its_end(text: str, mark: str) -> None:
    found = release(text)
    assert found is not None
    assert (found.mark, found.first) == (mark, FIRST)


@pytest.mark.parametrize(
    "text",
    ["", FIRST, f"They said so in a press release. {FIRST}", f"Press releases are dull. {FIRST}", "Press release"],
)
def test_a_text_that_only_speaks_of_releases_is_none(text: str) -> None:
    assert release(text) is None


@pytest.mark.parametrize("unit", ["press release\n", "Press release ", "Notes to editors ", "A", "-", " ", "\n"])
def test_hostile_text_is_read_to_a_bound(unit: str) -> None:
    found = release(unit * 200_000)
    assert found is None or len(found.first) <= 400
