"""The way of words from their source to us."""

import pytest

from claimcheck.attribution.understanding.relays import relays
from claimcheck.attribution.understanding.resolving import Resolver, sources
from claimcheck.values import Hop
from tests.attribution.by_hand import all_found, read

Rows = list[tuple[str, ...]]
CASES: list[tuple[str, Rows, list[tuple[Hop, ...]]]] = [
    ("Berg told Reuters that ships left.", [("Berg", "told", "that ships left", "tell")], [(Hop("Reuters", "told"),)]),
    ("Berg told reporters that ships left.", [("Berg", "told", "that ships left", "tell")], [()]),
    (
        "Berg told Anna Lindt of Fox News that ships left.",
        [("Berg", "told", "that ships left", "tell")],
        [(Hop("Fox News", "told"),)],
    ),
    (
        "Berg said in an interview with the BBC that ships left.",
        [("Berg", "said", "that ships left", "say")],
        [(Hop("BBC", "interview with"),)],
    ),
    (
        "Berg said in a statement to AFP that ships left.",
        [("Berg", "said", "that ships left", "say")],
        [(Hop("AFP", "statement to"),)],
    ),
    (
        "Berg said in a letter seen by Reuters that ships left.",
        [("Berg", "said", "that ships left", "say")],
        [(Hop("Reuters", "seen by"),)],
    ),
    ("Berg said on Twitter that ships left.", [("Berg", "said", "that ships left", "say")], [()]),
    ("Berg said that Reuters had lied.", [("Berg", "said", "that Reuters had lied", "say")], [()]),
    (
        "According to Politico, officials said that ships left.",
        [
            ("Politico", "According to", "officials said that ships left", "according to"),
            ("officials", "said", "that ships left", "say"),
        ],
        [(), (Hop("Politico", "according to"),)],
    ),
    (
        "Politico reported that officials had told Reuters that ships left.",
        [
            ("Politico", "reported", "that officials had told Reuters that ships left", "report"),
            ("officials", "had told", "that ships left", "tell", "officials"),
        ],
        [(), (Hop("Reuters", "told"), Hop("Politico", "reported by"))],
    ),
    (
        "A 2023 report by Sarah Feld for the Northern Harbour Institute says that ships left.",
        [
            (
                "A 2023 report by Sarah Feld for the Northern Harbour Institute",
                "says",
                "that ships left",
                "say",
            )
        ],
        [(Hop("Northern Harbour Institute", "report for"),)],
    ),
    ("Berg said that Berg had left.", [("Berg", "said", "that Berg had left", "say")], [()]),
]


@pytest.mark.parametrize(("text", "rows", "expected"), CASES, ids=[text[:50] for text, _, _ in CASES])
def test_the_hops_are_those_through_whom_the_words_came(text: str, rows: Rows, expected: list[tuple[Hop, ...]]) -> None:
    parsed = read(text)
    found = all_found(parsed, rows)
    scene = Resolver().scene(parsed)
    assert relays(scene, found, sources(scene, found)) == expected


def test_nobody_is_a_hop_to_himself() -> None:
    parsed = read("Anna Lindt said that Lindt had said that ships left.")
    rows = [
        ("Anna Lindt", "said", "that Lindt had said that ships left"),
        ("Lindt", "had said", "that ships left", "say", "Lindt had"),
    ]
    found = all_found(parsed, rows)
    scene = Resolver().scene(parsed)
    assert relays(scene, found, sources(scene, found)) == [(), ()]
