"""Finding claims by words, naming one, and reading all there is about it."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck.resources import bundled
from tests.conftest import Run

SEED = tomllib.loads((bundled("seeds") / "ceias-sino-russian-military-nexus.toml").read_text(encoding="utf-8"))
CLAIMS: list[dict[str, Any]] = SEED["claims"]
PROCESS_TIMEOUT_S = 60


def found(run: Run, *arguments: str) -> list[int]:
    result = run("search", *arguments)
    assert (result.code, result.err) == (0, "")
    return [int(row[0]) for row in result.rows]


def containing(*words: str) -> set[int]:
    return {
        number
        for number, claim in enumerate(CLAIMS, start=1)
        if all(word in f"{claim['text']} {claim['source']}".lower() for word in words)
    }


def labels(text: str) -> list[str]:
    return [line[:12].strip() for line in text.splitlines() if line[:12].strip()]


def test_search_finds_words_of_propositions_in_any_form(seeded: Run) -> None:
    assert set(found(seeded, "drone")) == set(found(seeded, "DRONES")) == containing("drone")


def test_search_needs_every_word_and_takes_several_arguments(seeded: Run) -> None:
    assert set(found(seeded, "drones", "soil")) == set(found(seeded, "soil drones")) == {31, 32}
    assert found(seeded, "drones soil", "--text", "develops") == [31]


def test_search_knows_phrases_beginnings_exclusions_and_alternatives(seeded: Run) -> None:
    assert found(seeded, '"ships drones"') == [21]
    assert found(seeded, '"drones ships"') == []
    assert set(found(seeded, "semicond*")) == containing("semicond")
    assert set(found(seeded, "--", "drones", "-soil")) == containing("drone") - {31, 32}
    assert set(found(seeded, "drones -soil")) == containing("drone") - {31, 32}
    either = containing("drone") | containing("submarine")
    assert set(found(seeded, "drones OR submarines")) == either


def test_search_finds_quotations_and_every_spelling_of_a_source(seeded: Run) -> None:
    assert found(seeded, '"multiple times over"') == [53]
    assert found(seeded, "CSIS") == [53]
    assert set(found(seeded, "vlasyuk")) == {7, 8}


def test_search_ignores_accents(run: Run) -> None:
    run("add", "Le présidént nie.", "--source", "Ann")
    assert found(run, "president") == [1]


def test_search_keeps_to_the_filters(seeded: Run) -> None:
    assert set(found(seeded, "drones", "--source", "Reuters")) == containing("drone") & {31, 32, 33}
    assert found(seeded, "drones", "--kind", "denial") == []


def test_the_best_match_comes_first(run: Run) -> None:
    run("add", "A tank of water is a tank of water, a tank.", "--source", "Ann")
    run("add", "The market in the north sells a tank of water among many other and heavier goods.", "--source", "Bob")
    run("add", "The weather is fine.", "--source", "Tank Institute")
    run("add", "The tank.", "--source", "Ann", "--said-on", "2020")
    assert found(run, "tank")[-1] == 3
    assert set(found(run, "tank")[:2]) == {1, 4}
    assert found(run, "tank", "--limit", "2") == found(run, "tank")[:2]
    assert found(run, "tank", "--sort", "-id") == [4, 3, 2, 1]


def test_newest_gives_the_latest_said_first_and_undated_ones_last(seeded: Run) -> None:
    days = [CLAIMS[number - 1].get("said_on", "") for number in found(seeded, "russia", "--newest")]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[: len(dated)] == dated
    assert len(set(dated)) > 1
    assert len(dated) < len(days)


def test_newest_and_sort_are_two_orders(seeded: Run) -> None:
    result = seeded("search", "russia", "--newest", "--sort", "id")
    assert (result.code, result.out) == (2, "")


def test_a_page_of_a_search_goes_with_a_column_and_not_with_relevance(seeded: Run) -> None:
    assert found(seeded, "drones", "--sort", "id", "--after", "31") == [32, 33, 34]
    assert seeded("search", "drones", "--after", "31").code == 2


def test_a_search_without_a_word_is_a_mistake(seeded: Run) -> None:
    for query in ("", "!!!", "-drones", '""', "OR", "_"):
        result = seeded("search", "--", query)
        assert (result.code, result.out) == (2, ""), query
        assert "no word to search for" in result.err
    assert seeded("search").code == 2


@given(query=st.text(max_size=40) | st.text(alphabet="ab \"'*-()^:{}+~\\OR\0", max_size=40))
@example(query="NEAR(a b)")
@example(query="text: a")
@example(query='"a" "')
@example(query="a OR -b OR OR")
@example(query="_ a")
@example(query="a" * 5000)
@example(query="a " * 500)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_search_text_is_a_syntax_error(seeded: Run, query: str) -> None:
    result = seeded("search", "--", query)
    assert result.code == 0 or (result.code == 2 and "no word to search for" in result.err)


def test_many_alternatives_are_no_syntax_error(seeded: Run) -> None:
    assert set(found(seeded, " OR ".join(["drone", *(f"w{number}" for number in range(200))]))) == containing("drone")


@pytest.mark.parametrize("option", ["--text", "--source", "--publisher", "--via", "--tag"])
def test_an_argument_that_is_not_utf_8_is_no_bug(seeded: Run, option: str) -> None:
    result = seeded("list", option, "a\udcff")
    assert result.code in (2, 3)
    assert result.err.count("\n") == 1


def test_show_has_everything_on_one_screen(seeded: Run) -> None:
    seeded("annotate", "11", "Checked against the transcript.", "--verdict", "supported")
    text = seeded("show", "11").out
    claim = CLAIMS[10]
    for part in (
        claim["text"], "Kurt Campbell (US Deputy Secretary of State, person)", "B: usually reliable, 2026-11-24",
        claim["kind"], claim["said_on"], f"{claim['confidence']:.2f} (", f"{claim['credibility']}: ", "supported",
        ", ".join(sorted(claim["tags"])), SEED["documents"][0]["title"], "[reported by] CEIAS", claim["cue"],
        f"{claim['span_start']}-{claim['span_end']}, sha256 {claim['span_sha256'][:12]}",
        "tester: Checked against the transcript.", "revision 2", "verdict: (none) -> supported",
    ):  # fmt: skip
        assert part in text
    assert labels(text)[:5] == ["claim 11", "said by", "reliability", "kind", "said on"]


def test_show_gives_the_quotation(seeded: Run) -> None:
    assert f"“{CLAIMS[29]['quote']}”" in seeded("show", "30").out


def test_show_gives_relations_from_both_sides(seeded: Run) -> None:
    assert "narrows claim 12 (Kurt Campbell: " in " ".join(seeded("show", "13").out.split())
    assert "narrows this" in seeded("show", "12").out


def test_show_says_what_is_not_known(run: Run) -> None:
    run("add", "The bridge is safe.", "--source", "Ann")
    text = {line[:12].strip(): line[13:] for line in run("show", "1").out.splitlines()}
    assert text["said on"] == "not known"
    assert text["confidence"] == "not judged"
    assert text["verdict"] == "none yet"
    assert {"where", "via", "tags", "state", "reliability", "quote", "note"}.isdisjoint(text)


def test_show_as_json_is_one_object_or_a_list(seeded: Run) -> None:
    one = json.loads(seeded("show", "31", "--json").out)
    assert (one["id"], one["text"], one["source"]) == (31, CLAIMS[30]["text"], "Reuters")
    assert one["tags"] == sorted(CLAIMS[30]["tags"])
    (place,) = one["appearances"]
    assert place["via"] == CLAIMS[30]["via"]
    assert (place["span_start"], place["span_sha256"]) == (CLAIMS[30]["span_start"], CLAIMS[30]["span_sha256"])
    assert place["text_sha256"] == SEED["documents"][0]["text_sha256"]
    assert (one["verdict"], one["notes"], one["event_count"]) == (None, [], 1)
    several = json.loads(seeded("show", "31", "9", "--json").out)
    assert [view["id"] for view in several] == [31, 9]


def test_a_claim_is_named_by_its_number_or_the_beginning_of_its_public_id(seeded: Run) -> None:
    (row,) = json.loads(seeded("list", "--json", "-c", "public_id,id", "--source", "CSIS").out)
    for name in ("53", "#53", " 53 ", "053", row["public_id"], row["public_id"].upper(), row["public_id"][:35]):
        assert labels(seeded("show", name).out)[0] == "claim 53"


def test_a_beginning_that_several_claims_share_names_none(seeded: Run) -> None:
    (row, *_) = json.loads(seeded("list", "--json", "-c", "public_id").out)
    result = seeded("show", row["public_id"][:8])
    assert (result.code, result.out) == (2, "")
    assert "several claims" in result.err


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("0", 3), ("63", 3), ("00000000-0000", 3), ("9" * 18, 3), ("9" * 40, 3), ("x", 2), ("abcdef", 2), ("", 2),
        ("1.0", 2), ("١", 2), ("%%%%%%%%", 2), ("-", 2),
    ],
)  # fmt: skip
def test_a_claim_that_is_not_there_is_said_in_one_line(seeded: Run, name: str, code: int) -> None:
    result = seeded("show", "--", name)
    assert (result.code, result.out) == (code, "")
    assert result.err.count("\n") == 1


def test_one_unknown_id_among_several_shows_none(seeded: Run) -> None:
    assert (seeded("show", "1", "99").code, seeded("show", "1", "99").out) == (3, "")


@pytest.mark.parametrize("command", [["list"], ["export", "--format", "json"]])
def test_a_reader_that_goes_away_ends_the_command_quietly(run: Run, tmp_path: Path, command: list[str]) -> None:
    rows = "".join(f"China {number} {'x' * 100},Ann\n" for number in range(2000))
    (tmp_path / "many.csv").write_text("text,source\n" + rows, encoding="utf-8")
    assert run("load", "many.csv").code == 0
    line = [sys.executable, "-m", "claimcheck", *command]
    with (
        (tmp_path / "err").open("wb") as errors,
        subprocess.Popen(line, stdout=subprocess.PIPE, stderr=errors, env=os.environ) as process,
    ):
        assert process.stdout is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(PROCESS_TIMEOUT_S) == 141
    assert (tmp_path / "err").read_bytes() == b""
