"""Which claims `list`, `count` and `export` give, in which order and on which page."""

import tomllib
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from claimcheck.columns import CLAIM_COLUMNS
from claimcheck.resources import bundled
from tests.conftest import Result, Run

Claim = dict[str, Any]
SEED = tomllib.loads((bundled("seeds") / "ceias-sino-russian-military-nexus.toml").read_text(encoding="utf-8"))
CLAIMS: list[Claim] = SEED["claims"]
FILTERS: dict[str, tuple[list[str], Callable[[Claim], bool]]] = {
    "alias": (["--source", "campbell"], lambda claim: claim["source"] == "Kurt Campbell"),
    "two sources": (
        ["-s", "REUTERS", "-s", "CSIS"],
        lambda claim: claim["source"] in ("Reuters", "Center for Strategic and International Studies"),
    ),
    "publisher": (["--publisher", "Central European Institute of Asian Studies"], lambda _: True),
    "via": (["--via", "CMSI"], lambda claim: len(claim["via"]) == 2),
    "kind": (["--kind", "Denial"], lambda claim: claim["kind"] == "denial"),
    "two kinds": (["--kind", "denial", "--kind", "report"], lambda claim: claim["kind"] in ("denial", "report")),
    "tag": (["--tag", "Ukraine-War"], lambda claim: "ukraine-war" in claim["tags"]),
    "two tags": (
        ["--tag", "ukraine-war", "--tag", "components"],
        lambda claim: {"ukraine-war", "components"} <= set(claim["tags"]),
    ),
    "without tag": (["--tag", "-ukraine-war"], lambda claim: "ukraine-war" not in claim["tags"]),
    "no verdict yet": (["--needs-review"], lambda _: True),
    "verdict": (["--verdict", "refuted"], lambda _: False),
    "state": (["--state", "accepted"], lambda _: True),
    "other state": (["--state", "proposed", "--state", "rejected"], lambda _: False),
    "at least": (["--min-confidence", "0.85"], lambda claim: claim.get("confidence", -1) >= 0.85),
    "at most": (["--max-confidence", ".4"], lambda claim: claim.get("confidence", 2) <= 0.4),
    "third-hand": (["--min-hops", "2"], lambda claim: len(claim["via"]) >= 2),
    "said in 2023": (["--since", "2023", "--until", "2023-12-31"], lambda claim: claim.get("said_on") == "2023"),
    "said since": (["--since", "2024-09-30"], lambda claim: claim.get("said_on", "") >= "2024-09"),
    "said until": (["--until", "2024-04"], lambda claim: claim.get("said_on") in ("2023", "2024-04")),
    "published": (["--date", "published", "--since", "2025-01-19", "--until", "2025-01-19"], lambda _: True),
    "published later": (["--date", "published", "--since", "2025-01-20"], lambda _: False),
    "recorded": (["--date", "recorded", "--since", "2024"], lambda _: True),
    "recorded before": (["--date", "recorded", "--until", "2023-12"], lambda _: False),
    "words": (["--text", '"RUSSIAN drone project"'], lambda claim: "Russian drone project" in claim["text"]),
}
BY_COLUMN: dict[str, Callable[[Claim], list[str]]] = {
    "source": lambda claim: [claim["source"]],
    "kind": lambda claim: [claim["kind"]],
    "tag": lambda claim: claim["tags"],
    "tags": lambda claim: claim["tags"],
    "confidence": lambda claim: [str(claim.get("confidence", ""))],
    "said_on": lambda claim: [claim.get("said_on", "")],
    "hop_count": lambda claim: [str(len(claim["via"]))],
    "publisher": lambda _: ["CEIAS"],
    "via": lambda claim: [" > ".join(f"[{hop['how']}] {hop['source']}" for hop in claim["via"])],
}
SORTABLE = [name for name in CLAIM_COLUMNS if name not in ("tags", "via")]


def numbers(result: Result) -> list[int]:
    assert (result.code, result.err) == (0, "")
    return [int(row[0]) for row in result.rows]


def matching(*names: str) -> list[int]:
    conditions = [FILTERS[name][1] for name in names]
    return [number for number, claim in enumerate(CLAIMS, start=1) if all(fits(claim) for fits in conditions)]


def arguments(*names: str) -> list[str]:
    return [argument for name in names for argument in FILTERS[name][0]]


def test_list_finds_the_claims_of_a_source_by_its_alias_whatever_the_case(seeded: Run) -> None:
    result = seeded("list", "--source", "csis")
    assert result.code == 0
    assert [row[1] for row in result.rows] == ["Center for Strategic and International Studies"]


def test_list_gives_every_claim_in_the_order_of_its_number(seeded: Run) -> None:
    assert numbers(seeded("list")) == list(range(1, len(CLAIMS) + 1))


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_gives_the_claims_that_fit(seeded: Run, name: str) -> None:
    assert numbers(seeded("list", *arguments(name))) == matching(name)


@pytest.mark.parametrize("name", FILTERS)
def test_count_and_export_take_the_same_filters(seeded: Run, name: str) -> None:
    assert seeded("count", *arguments(name)).out == f"{len(matching(name))}\n"
    exported = seeded("export", "--format", "tsv", "--columns", "id", *arguments(name))
    assert numbers(exported) == matching(name)


def test_filters_are_combined_with_and(seeded: Run) -> None:
    repeatable = ("alias", "without tag", "at least", "said since", "third-hand", "words", "no verdict yet")
    for pair in combinations(repeatable, 2):
        assert numbers(seeded("list", *arguments(*pair))) == matching(*pair), pair
    several = ("tag", "without tag")
    assert numbers(seeded("list", *arguments(*several))) == []
    narrow = ("tag", "at least", "kind")
    assert numbers(seeded("list", "--text", "russia", *arguments(*narrow))) == matching(*narrow)


def test_what_a_person_decided_can_be_filtered_for(seeded: Run) -> None:
    seeded("annotate", "9", "--verdict", "refuted")
    seeded("annotate", "10", "--state", "rejected")
    seeded("annotate", "11", "--state", "proposed", "--verdict", "supported")
    assert numbers(seeded("list", "--verdict", "refuted")) == [9]
    assert numbers(seeded("list", "--verdict", "refuted", "--verdict", "Supported")) == [9, 11]
    assert numbers(seeded("list", "--state", "rejected", "--state", "proposed")) == [10, 11]
    rest = [number for number in range(1, len(CLAIMS) + 1) if number not in (9, 10)]
    assert numbers(seeded("list", "--needs-review")) == rest


@pytest.mark.parametrize("column", BY_COLUMN)
def test_count_by_a_column_counts_each_value_the_most_frequent_first(seeded: Run, column: str) -> None:
    result = seeded("count", "--by", column)
    assert result.code == 0
    assert result.out.startswith(f"{column}\tclaims\n")
    counts = [int(row[1]) for row in result.rows]
    assert counts == sorted(counts, reverse=True)
    expected = Counter(value for claim in CLAIMS for value in BY_COLUMN[column](claim))
    assert {row[0]: int(row[1]) for row in result.rows} == expected


def test_count_by_a_column_keeps_to_the_filter(seeded: Run) -> None:
    result = seeded("count", "--by", "source", "--kind", "denial")
    assert result.rows == [["Chinese government", "2"]]


def test_the_days_of_a_claim_that_overlap_the_window_count(run: Run) -> None:
    for day in ("2024-06-15", "2024-06", "2024", "2024-07/..", "2023-12-31"):
        run("add", f"Said on {day}.", "--source", "Ann", "--said-on", day)
    assert [row[0] for row in run("list", "-c", "said_on", "--since", "2024-06-16", "--until", "2024-06-30").rows] == [
        "2024-06",
        "2024",
    ]
    assert [row[0] for row in run("list", "-c", "said_on", "--since", "2024-08").rows] == ["2024", "2024-07/.."]


@pytest.mark.parametrize("column", SORTABLE)
def test_every_column_sorts_up_and_down_with_what_is_not_known_last(seeded: Run, column: str) -> None:
    seeded("annotate", "30", "--verdict", "refuted", "--credibility", "1")
    up, down = (seeded("list", "--sort", sign + column, "-c", f"id,{column}") for sign in ("", "-"))
    values = {int(row[0]): row[-1] for row in up.rows}
    known = [number for number in range(1, len(CLAIMS) + 1) if values[number]]
    unknown = [number for number in range(1, len(CLAIMS) + 1) if not values[number]]
    if CLAIM_COLUMNS[column].form in ("integer", "number"):
        known.sort(key=lambda number: float(values[number]))
    else:
        known.sort(key=values.__getitem__)
    assert [int(row[0]) for row in up.rows] == known + unknown
    assert [int(row[0]) for row in down.rows] == known[::-1] + unknown[::-1]


def test_partial_days_are_sorted_by_their_first_day(run: Run) -> None:
    days = ["2024", "2023-12-31", "2024-02", "../2020", "2024-01-02"]
    for day in days:
        run("add", f"Said on {day}.", "--source", "Ann", "--said-on", day)
    expected = ["../2020", "2023-12-31", "2024", "2024-01-02", "2024-02"]
    assert [row[0] for row in run("list", "--sort", "said_on", "-c", "said_on").rows] == expected


@pytest.mark.parametrize("column", ["tags", "via"])
def test_a_column_of_several_values_is_no_order(seeded: Run, column: str) -> None:
    result = seeded("list", "--sort", column)
    assert result.code == 2
    assert "several values" in result.err


@pytest.mark.parametrize("sort", ["id", "-id", "confidence", "-confidence", "said_on", "-said_on", "-source", "quote"])
def test_pages_give_each_claim_once_and_in_the_order_of_the_whole(seeded: Run, sort: str) -> None:
    whole = numbers(seeded("list", "--sort", sort))
    pages: list[int] = []
    arguments = ["list", "--sort", sort, "--limit", "9"]
    while page := numbers(seeded(*arguments, *(["--after", str(pages[-1])] if pages else []))):
        assert len(page) <= 9
        pages += page
        assert len(pages) <= len(CLAIMS)
    assert pages == whole


def test_a_page_keeps_to_the_filter(seeded: Run) -> None:
    campbell = matching("alias")
    rest = seeded("list", "--source", "Campbell", "--after", str(campbell[1]), "-n", "2")
    assert numbers(rest) == campbell[2:4]
    assert numbers(seeded("list", "--limit", "0")) == []


def test_a_page_may_begin_after_a_public_id(seeded: Run) -> None:
    (row,) = seeded("list", "--source", "CSIS", "-c", "public_id,id").rows
    assert numbers(seeded("list", "--after", row[0], "-n", "2")) == [int(row[1]) + 1, int(row[1]) + 2]


def test_a_page_after_an_unknown_claim_is_not_found(seeded: Run) -> None:
    result = seeded("list", "--after", "4711")
    assert (result.code, result.out) == (3, "")
    assert "4711" in result.err


def test_no_match_is_success_unless_the_exit_code_is_asked_for(seeded: Run) -> None:
    nothing = ("list", "--verdict", "refuted")
    assert seeded(*nothing).code == 0
    assert seeded(*nothing, "--exit-code").code == 1
    assert seeded("list", "--kind", "denial", "--exit-code").code == 0


MISTAKES: list[tuple[tuple[str, ...], int, str]] = [
    (("list", "--source", "Camp"), 3, "did you mean 'Campbell'"),
    (("count", "--publisher", "Reutres"), 3, "did you mean 'Reuters'"),
    (("export", "--via", "nobody of that name"), 3, "there is no source 'nobody of that name'"),
    (("list", "--tag", "dron"), 3, "did you mean 'drones'"),
    (("list", "--tag", "-dron"), 3, "did you mean 'drones'"),
    (("list", "--tag", "a,b"), 2, "--tag: "),
    (("list", "--columns", "txt"), 2, "did you mean 'text'"),
    (("list", "--columns", ","), 2, "names no column"),
    (("list", "--sort", "confidense"), 2, "did you mean 'confidence'"),
    (("count", "--by", "sourc"), 2, "did you mean 'source'"),
    (("list", "--format", "jsn"), 2, "did you mean 'json'"),
    (("list", "--json", "--csv"), 2, "two formats"),
    (("list", "--kind", "denail"), 2, "did you mean 'denial'"),
    (("list", "--verdict", "wrong"), 2, "not_enough_evidence"),
    (("list", "--state", "accept"), 2, "did you mean 'accepted'"),
    (("list", "--min-confidence", "60%"), 2, "write 0.6"),
    (("list", "--max-confidence", "0,5"), 2, "write 0.5"),
    (("list", "--min-confidence", "1.5"), 2, "between 0 and 1"),
    (("list", "--min-confidence", "nan"), 2, "not a number"),
    (("list", "--min-hops", "-1"), 2, "whole number"),
    (("list", "--since", "2024-02-30"), 2, "does not exist"),
    (("list", "--until", "yesterday"), 2, "YYYY-MM-DD"),
    (("list", "--date", "heard"), 2, "said, published, recorded"),
    (("list", "--limit", "-1"), 2, "--limit"),
    (("list", "--limit", "ten"), 2, "--limit"),
    (("list", "--after", "x"), 2, "not a claim"),
    (("list", "--sort", "relevance"), 2, "search text"),
    (("list", "--nonsense"), 2, "--help"),
    (("list", "--text", "!!!"), 2, "no word to search for"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), MISTAKES)
def test_a_mistake_gets_one_line_that_helps(seeded: Run, arguments: tuple[str, ...], code: int, message: str) -> None:
    result = seeded(*arguments)
    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert result.err.startswith("claimcheck: ")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("command", ["list", "count", "show", "search", "export"])
def test_without_a_ledger_one_line_names_the_command_that_starts_one(run: Run, command: str) -> None:
    result = run(command, *(["1"] if command in ("show", "search") else []))
    assert (result.code, result.out) == (5, "")
    assert result.err.count("\n") == 1
    assert "`claimcheck load`" in result.err
