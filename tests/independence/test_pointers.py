"""Pointers: where a text sends its readers for the story that it tells."""

import pytest

from claimcheck.independence.pointers import pointer

STORY = "It sank."
ONE, OTHER = "https://a.example/1", "https://b.example/2"


def url(text: str) -> str | None:
    start = text.index(STORY)
    found = pointer(text, start, start + len(STORY))
    return found.url if found else None


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY} Read the full story at the Harbour Times: {ONE}",
        f"{STORY} See the whole report here ({ONE}).",
        f"{STORY}\n\nSource: {ONE}",
        f"{STORY}\n\nSource: Pumps Inc. {ONE}",
        f"{STORY} (via Harbour Times, {ONE})",
        f"{STORY} First reported by the Harbour Times: {ONE}.",
        f"{STORY} h/t {ONE}",
        f"{STORY} [via {ONE}]",
        f"{STORY}\nVia the Harbour Times: {ONE}",
        f"{STORY} It first appeared in the Harbour Times ({ONE}).",
        f"{STORY} First published: {ONE}",
        f"{STORY} The original source: {ONE}",
        f"This article originally appeared at {ONE}. {STORY}",
        f"{STORY} Originally published at [Harbour Times]({ONE})",
        f"It rained. Full story here: {OTHER}\n\n{STORY} Full story here: {ONE}\n\nMore.",
    ],
)
def test_words_that_send_readers_to_a_story_give_its_address(text: str) -> None:
    assert url(text) == ONE


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY} See also {ONE}",
        f"{STORY}\nRead more: {ONE}",
        f"{STORY} She came via Oslo. See {ONE}",
        f"{STORY} They came via Brest, where the gauge changes (see the map at {ONE}).",
        f"{STORY} It left Oslo, via Brest, for Lund ({ONE}).",
        f"{STORY} The first case was first reported in Oslo ({ONE}).",
        f"{STORY} The cracks were first reported in 2019, {ONE}",
        f"{STORY} Boats first appeared at six, {ONE}",
        f"{STORY} Its only power source: {ONE}",
        f"{STORY} It was first reported in May. Later they wrote {ONE}",
        f"{STORY}\n\nIt rained. Source: {ONE}\n\nIt froze. Source: {OTHER}",
    ],
)
def test_an_address_among_others_is_none(text: str) -> None:
    assert url(text) is None


@pytest.mark.parametrize("unit", ["via Oslo ", "source: ", "source: https://x.example/a ", "https://x.example ", "A"])
def test_hostile_text_is_read_to_a_bound(unit: str) -> None:
    assert url(f"{STORY} {unit * 200_000}") in (None, "https://x.example/a")
