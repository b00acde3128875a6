"""Origins: marked sets of stories, and what holds for any set."""

import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from claimcheck.independence.origins import origins
from claimcheck.independence.values import Claimant, Item, MergeKind, Origins
from claimcheck.vocabulary import SourceKind
from tests.independence.stories import OWNERSHIP, item, words

FOLDER = Path(__file__).resolve().parents[1] / "data" / "independence"
CASES: list[dict[str, Any]] = [
    case for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
]


def read(case: dict[str, Any], given: dict[str, Any]) -> Item:
    text = given["text"]
    for name, part in case.get("parts", {}).items():
        text = text.replace(f"{{{name}}}", part)
    start = text.index(given["passage"])
    return Item(
        given["key"], given.get("url"), None, given.get("publisher"), tuple(given.get("publisher_names", ())),
        given.get("title", ""), given.get("author"), given.get("published_on"),
        text, given["passage"], start, start + len(given["passage"]),
    )  # fmt: skip


def counted(case: dict[str, Any], *, backwards: bool = False) -> Origins:
    items = [read(case, given) for given in case["items"]]
    claimant = Claimant(tuple(case["claimant"]), SourceKind(case["claimant_kind"])) if "claimant" in case else None
    return origins(
        items[::-1] if backwards else items, ownership=OWNERSHIP, claimant=claimant, known=case.get("known", ())
    )


@pytest.mark.parametrize("backwards", [False, True], ids=["", "backwards"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_marked_stories_are_grouped_as_they_were_marked(case: dict[str, Any], *, backwards: bool) -> None:
    found = counted(case, backwards=backwards)
    assert sorted(list(origin.items) for origin in found.origins) == sorted(case.get("origins", []))
    assert [aside.key for aside in found.own] == case.get("own", [])
    assert [aside.key for aside in found.unresolved] == case.get("unresolved", [])
    assert [found.least, found.most] == case["range"]
    roots = [origin.root for origin in sorted(found.origins, key=lambda origin: origin.items)]
    for root, expected in zip(roots, case.get("roots", roots), strict=True):
        assert root.startswith(expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_merge_has_a_reason_and_the_merges_of_an_origin_join_all_its_items(case: dict[str, Any]) -> None:
    for origin in counted(case).origins:
        assert len(origin.reasons) == len(origin.items) - 1
        assert len(origin.lineage) == len(origin.items)
        reached = {origin.items[0]}
        for _ in origin.reasons:
            reached |= {key for merge in origin.reasons for key in merge[:2] if reached & {*merge[:2]}}
        assert reached == {*origin.items}
        assert all(merge.reason for merge in origin.reasons)


def test_the_count_is_told_in_one_line() -> None:
    (case,) = (case for case in CASES if case["name"].startswith("fourteen"))
    assert counted(case).in_words() == "14 items -> 2 independent origins"
    (case,) = (case for case in CASES if case["name"] == "two reporters at one press conference")
    assert counted(case).in_words() == "2 items -> 2 independent origins (1-2)"
    assert origins([], ownership=OWNERSHIP).in_words() == "0 items -> 0 independent origins"


def test_a_doubt_names_the_merge_that_was_not_made() -> None:
    (case,) = (case for case in CASES if case["name"] == "two reporters at one press conference")
    (doubt,) = counted(case).doubts
    assert (doubt.one, doubt.other, doubt.kind, doubt.certain) == (1, 2, MergeKind.QUOTE, False)
    assert doubt.reason.startswith("both quote the same words: “We measured")


@pytest.mark.parametrize("keys", list(permutations((1, 2, 3))))
def test_it_makes_no_difference_in_which_order_items_come_or_were_recorded(keys: tuple[int, ...]) -> None:
    story, url = words(0, 60), "https://acme.example/a"
    short = item(keys[0], story, publisher="Border Wire", published_on="2025-05-01")
    long = item(keys[1], f"{words(900, 60)} {story}", story, publisher="Acme", published_on="2025-05-01", url=f"{url}b")
    apart = item(keys[2], words(300, 60), publisher="Acme", published_on="2025-06-01", url=f"{url}c")
    counts = {origins(order, ownership=OWNERSHIP)[4:] for order in permutations((short, long, apart))}
    assert counts == {(2, 2)}


def test_a_circle_is_named_one() -> None:
    (case,) = (case for case in CASES if case["name"] == "two sites that cite each other")
    assert [origin.root for origin in counted(case).origins] == [
        "unknown: Border Wire, Frontier Monitor cite each other"
    ]


def test_a_root_is_called_as_its_items_call_it_or_by_its_owner() -> None:
    sun, times = (item(key, "It sank.", url=f"https://{host}/a", publisher=name) for key, host, name in (
        (1, "www.thesun.co.uk", "The Sun"), (2, "www.thetimes.co.uk", "The Times")))  # fmt: skip
    follower = item(3, "It sank, The Sun reported.")
    assert [origin.root for origin in origins([sun, follower], ownership=OWNERSHIP).origins] == ["The Sun"]
    assert [origin.root for origin in origins([sun, times], ownership=OWNERSHIP).origins] == ["News Corp"]


def test_what_is_set_aside_says_why() -> None:
    found = origins([item(1, "It sank, officials said."), item(2, "It sank.", url=None)], ownership=OWNERSHIP)
    assert [aside.reason for aside in found.unresolved] == [
        'attributes what it says to nobody by name: "officials said"', "has no publisher, no address and no credit",
    ]  # fmt: skip
    assert found.in_words() == "2 items -> 0 independent origins (0-2)"


def test_what_leads_back_to_the_claims_own_source_by_way_of_another_says_so() -> None:
    (case,) = (case for case in CASES if case["name"].startswith("the same chain"))
    first, second = counted(case).own
    assert first.reason.endswith("which leads back to Center for Strategic and International Studies")
    assert second.reason.endswith('Studies: "according to CSIS"')


TEXTS = some.sampled_from(
    [
        words(0, 60),
        words(0, 60) + words(100, 60),
        words(200, 60),
        "OSLO (Reuters) - " + words(0, 60),
        "It sank, CSIS said.",
        "It sank, officials said.",
        "According to Border Wire, it sank.",
        "It sank, Frontier Monitor reported.",
        "",
        "“",
        "船沉了。",
    ]
)
PUBLISHERS = some.sampled_from([None, "Border Wire", "Frontier Monitor", "Reuters", "CSIS", "Wikipedia", "The Sun"])
SETS = some.lists(some.tuples(TEXTS, PUBLISHERS), max_size=8)


@given(SETS)
def test_every_item_is_counted_once_and_the_count_lies_in_its_range(texts: list[tuple[str, str | None]]) -> None:
    items = [item(key, text, publisher=publisher, url=None) for key, (text, publisher) in enumerate(texts)]
    found = origins(items, ownership=OWNERSHIP, claimant=Claimant(("CSIS",), SourceKind.ORGANISATION))
    keys = [key for origin in found.origins for key in origin.items]
    keys += [aside.key for aside in (*found.own, *found.unresolved)]
    assert sorted(keys) == list(range(len(items)))
    assert 0 <= found.least <= len(found.origins) <= found.most <= len(items)
