"""What was done, and taking it back: history, undo."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from claimcheck.columns import CLAIM_COLUMNS
from tests.conftest import Run

STATE = ",".join(name for name in CLAIM_COLUMNS if name != "revision")
LOADED = " of command 1 (load)"
TABLE = "text,source,said_on,tags,publisher,document_title,via\n"
NEW_ROW = 'Ships were seen.,Harbour Master,2024-05,"ships,ports",The Post,Night at the docks,[told] The Post\n'


def state(run: Run) -> list[Any]:
    """All that a user can see of claims, sources and tags, apart from revisions."""
    claims = json.loads(run("export", "--json", "--columns", STATE).out)
    sources = json.loads(run("source", "list", "--json").out)
    return [claims, sources, run("tag").rows]


def commands(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("history", "--json").out)
    return found


def events(run: Run, *of: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("history", *of, "--json").out)
    return found


def test_the_history_of_the_ledger_is_its_commands_oldest_first(seeded: Run) -> None:
    seeded("annotate", "1", "why", "--verdict", "supported")
    result = seeded("history")
    assert result.out.splitlines()[0].split("\t") == ["command", "recorded_at", "author", "name", "events", "note"]
    assert [(row[0], row[2], row[3]) for row in result.rows] == [("1", "seeder", "load"), ("2", "tester", "annotate")]
    assert result.rows[-1][4:] == ["2", "why"]
    assert [row[0] for row in seeded("history", "-n", "1").rows] == ["2"]


def test_the_history_of_a_claim_says_who_changed_what_and_why(seeded: Run) -> None:
    seeded("annotate", "2", "why", "--confidence", "0.5", "--author", "Ada")
    result = seeded("history", "2", "--columns", "author,command,what,note")
    assert result.rows[0][:3] == ["seeder", "load #1", "created"]
    assert ["Ada", "annotate #2", "confidence: 0.9 -> 0.5", "why"] in result.rows
    assert result.rows[-1] == ["Ada", "annotate #2", "noted: why", ""]
    assert len(seeded("history", "2", "--limit", "1").rows) == 1


def test_the_history_of_a_source_is_found_by_any_of_its_names(seeded: Run) -> None:
    seeded("source", "set", "CSIS", "--role", "Institute")
    found = events(seeded, "--source", "center for strategic and international studies")
    assert [event["action"] for event in found] == ["created", "changed"]
    assert (found[-1]["field"], found[-1]["new"]) == ("role", "Institute")


def test_the_history_of_a_command_holds_all_its_events(seeded: Run) -> None:
    seeded("annotate", "2", "--kind", "denial", "--tag", "b")
    found = events(seeded, "--command", "2")
    assert [(event["field"], event["old"], event["new"]) for event in found] == [
        ("kind", "assertion", "denial"),
        ("tag", None, "b"),
    ]
    assert len(events(seeded, "--command", "1")) == commands(seeded)[0]["events"]


def test_names_stand_in_the_history_where_the_ledger_holds_numbers(seeded: Run) -> None:
    seeded("source", "merge", "CSIS", "Reuters")
    found = {event["field"]: event for event in events(seeded, "--command", "2")}
    assert found["source_id"]["new"] == found["merged_into_id"]["new"] == "Reuters"


@pytest.mark.parametrize("form", ["plain", "csv", "tsv", "json", "jsonl", "markdown", "table"])
@pytest.mark.parametrize("of", [(), ("1",), ("--source", "CSIS"), ("--command", "1")])
def test_the_history_is_written_in_every_format(seeded: Run, form: str, of: tuple[str, ...]) -> None:
    result = seeded("history", *of, "--format", form)
    assert (result.code, result.err) == (0, "")
    assert "seeder" in result.out


def test_a_wrong_column_of_the_history_lists_the_right_ones(seeded: Run) -> None:
    result = seeded("history", "--columns", "authr")
    assert result.code == 2
    assert "did you mean 'author'" in result.err
    assert "events, note" in result.err


@pytest.mark.parametrize(
    ("of", "code"),
    [
        (("999",), 3),
        (("--source", "Nobody"), 3),
        (("--command", "999"), 3),
        (("1", "--source", "CSIS"), 2),
        (("--limit", "-1"), 2),
    ],
)
def test_a_history_of_what_is_not_there_is_an_error(seeded: Run, of: tuple[str, ...], code: int) -> None:
    result = seeded("history", *of)
    assert (result.code, result.out) == (code, "")


@pytest.mark.parametrize(
    "command",
    [
        ("annotate", "2", "--verdict", "supported"),
        ("annotate", "2", "--confidence", "0.1"),
        ("annotate", "2", "--confidence", "none"),
        ("annotate", "2", "--basis", "none"),
        ("annotate", "2", "--credibility", "5"),
        ("annotate", "2", "--kind", "opinion"),
        ("annotate", "2", "--state", "rejected"),
        ("annotate", "2", "--said-on", "2024-05/2024-06"),
        ("annotate", "2", "--text", "Quite other words."),
        ("annotate", "2", "--tag", "brand-new", "--untag", "components"),
        ("annotate", "2", "only a note"),
        ("tag", "2", "drones"),
        ("tag", "2", "--remove", "components"),
        ("relate", "2", "contradicts", "3", "--note", "because"),
        ("source", "set", "CSIS", "--kind", "outlet", "--role", "none"),
        ("source", "set", "CSIS", "--reliability", "F", "--reason", "no idea", "--graded-on", "2020-01-01"),
        ("source", "set", "CSIS", "--alias", "The Center", "--unalias", "CSIS"),
        ("source", "merge", "CSIS", "CEIAS"),
        ("source", "merge", "CEIAS", "Reuters"),
        ("add", "A claim of its own.", "--source", "Somebody New", "--tag", "x", "--via", "[told] Reuters"),
        ("load", "new.csv"),
    ],
)
def test_every_kind_of_change_can_be_undone_and_done_again(
    seeded: Run, command: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "new.csv").write_text(TABLE + NEW_ROW, encoding="utf-8")
    before = state(seeded)
    assert seeded(*command).code == 0
    after = state(seeded)
    result = seeded("undo")
    assert (result.code, result.err) == (0, "")
    assert "took back" in result.out
    assert state(seeded) == before
    assert seeded("undo", "--command", "3").code == 0
    assert state(seeded) == after
    assert seeded("db", "check").code == 0


def test_a_relation_that_was_taken_away_comes_back(seeded: Run) -> None:
    seeded("relate", "2", "denies", "3", "--note", "n")
    seeded("relate", "2", "denies", "3", "--remove")
    seeded("undo")
    found = json.loads(seeded("show", "2", "--json").out)["relations"]
    assert [(row["kind"], row["note"]) for row in found if row["other_id"] == 3] == [("denies", "n")]


def test_a_note_that_was_undone_is_no_longer_shown(seeded: Run) -> None:
    seeded("annotate", "2", "keep this")
    seeded("annotate", "2", "not this")
    seeded("undo")
    assert [note["text"] for note in json.loads(seeded("show", "2", "--json").out)["notes"]] == ["keep this"]


def test_undoing_twice_goes_further_back(seeded: Run) -> None:
    for verdict in ("supported", "refuted", "conflicting"):
        seeded("annotate", "2", "--verdict", verdict)
    steps = [seeded("undo").out.splitlines()[0] for _ in range(3)]
    assert steps == [
        "claim 2: verdict: conflicting -> refuted",
        "claim 2: verdict: refuted -> supported",
        "claim 2: verdict: supported -> (none)",
    ]


def test_nothing_to_undo_is_said_when_every_command_is_taken_back(run: Run) -> None:
    run("--quiet", "load")
    assert run("undo").code == 0
    assert json.loads(run("list", "--json").out) == json.loads(run("source", "list", "--json").out) == []
    result = run("undo")
    assert (result.code, result.out) == (3, "")
    assert "nothing to undo" in result.err


def test_an_undo_can_itself_be_undone_again_and_again(seeded: Run) -> None:
    seeded("annotate", "2", "--verdict", "supported")
    seeded("undo")
    for command, verdict in ((3, "supported"), (4, None), (5, "supported")):
        assert seeded("undo", "--command", str(command)).code == 0
        assert json.loads(seeded("show", "2", "--json").out)["verdict"] == verdict


def test_one_event_of_a_command_can_be_taken_back_alone(seeded: Run) -> None:
    seeded("annotate", "2", "--verdict", "supported", "--kind", "denial")
    event = next(event["id"] for event in events(seeded, "--command", "2") if event["field"] == "kind")
    result = seeded("undo", "--event", str(event), "--note", "wrong word")
    assert result.out.splitlines()[0] == "claim 2: kind: denial -> assertion"
    view = json.loads(seeded("show", "2", "--json").out)
    assert (view["verdict"], view["kind"]) == ("supported", "assertion")
    assert commands(seeded)[-1]["note"] == "wrong word"
    assert seeded("undo").out.splitlines()[0] == "claim 2: verdict: supported -> (none)"


def test_an_undo_is_recorded_with_what_it_undoes(seeded: Run) -> None:
    seeded("annotate", "2", "--verdict", "supported")
    seeded("undo", "--author", "Ada")
    done, undone = events(seeded, "2")[-2:]
    assert (undone["undoes_id"], undone["author"], undone["command"]) == (done["id"], "Ada", "undo")
    assert "undid event" in seeded("history", "2").rows[-1][4]


def test_a_dry_run_of_undo_keeps_everything(seeded: Run) -> None:
    seeded("annotate", "2", "--verdict", "supported")
    before, known = state(seeded), commands(seeded)
    result = seeded("undo", "--dry-run")
    assert result.out.splitlines()[-1] == "would take back 1 event of command 2 (annotate)"
    assert (state(seeded), commands(seeded)) == (before, known)


@pytest.mark.parametrize(
    ("earlier", "later", "undone"),
    [
        (("annotate", "2", "--verdict", "supported"), ("annotate", "2", "--verdict", "refuted"), "2"),
        (("annotate", "2", "--tag", "t"), ("annotate", "2", "--untag", "t"), "2"),
        (("relate", "2", "denies", "3"), ("relate", "2", "denies", "3", "--remove"), "2"),
        (("source", "set", "CSIS", "--role", "a"), ("source", "set", "CSIS", "--role", "b"), "2"),
        (("add", "New words.", "--source", "Reuters"), ("annotate", "63", "--verdict", "refuted"), "2"),
        (("add", "New words.", "--source", "Reuters"), ("relate", "1", "repeats", "63"), "2"),
        (("add", "New words.", "--source", "Newcomer"), ("add", "Others.", "--source", "Newcomer"), "2"),
        (("annotate", "2", "why"), ("undo",), "2"),
    ],
)
def test_a_change_that_something_later_stands_on_is_not_undone(
    seeded: Run, earlier: tuple[str, ...], later: tuple[str, ...], undone: str
) -> None:
    assert seeded(*earlier).code == 0
    assert seeded(*later).code == 0
    before, known = state(seeded), commands(seeded)
    result = seeded("undo", "--command", undone)
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert (state(seeded), commands(seeded)) == (before, known)


@pytest.mark.parametrize(
    ("what", "code"),
    [(("--event", "9999"), 3), (("--command", "9999"), 3), (("--event", "1", "--command", "1"), 2)],
)
def test_undoing_what_is_not_there_is_an_error(seeded: Run, what: tuple[str, ...], code: int) -> None:
    result = seeded("undo", *what)
    assert (result.code, result.out) == (code, "")


def _random_command(choose: random.Random, run: Run, place: Path) -> list[str]:
    claim, other = str(choose.randint(1, 12)), str(choose.randint(1, 12))
    if choose.random() < 0.3:
        loaded, *later = commands(run)
        number = str(choose.randint(2, len(later) + 2))
        event = str(loaded["events"] + choose.randint(1, 1 + sum(command["events"] for command in later)))
        if LOADED in run("undo", "--dry-run").out:
            return ["undo", "--event", event]
        return choose.choice([["undo"], ["undo"], ["undo", "--command", number], ["undo", "--event", event]])
    words = f"word{choose.randint(1, 3)}"
    place.write_text(f"text,source,publisher,said_on,tags\n{words},{words},{words},2024,{words}\n", encoding="utf-8")
    return choose.choice(
        [
            ["annotate", claim, "--verdict", choose.choice(["supported", "refuted", "none"])],
            ["annotate", claim, "--confidence", choose.choice(["0.1", "0.5", "none"]), "--kind", "opinion"],
            ["annotate", claim, words, "--said-on", choose.choice(["2024", "2023-05", "none"]), "--text", words],
            ["tag", claim, words],
            ["tag", claim, "--remove", words],
            ["relate", claim, "repeats", other],
            ["relate", claim, "repeats", other, "--remove"],
            ["source", "set", "CSIS", "--alias", words, "--role", words],
            ["source", "merge", choose.choice(["CSIS", "Reuters", words]), choose.choice(["Politico", "CEIAS"])],
            ["add", words, "--source", words, "--publisher", "Reuters"],
            ["--quiet", "load", str(place)],
        ]
    )


@pytest.mark.parametrize("number", range(4))
def test_after_any_commands_the_ledger_is_in_order_and_undoing_all_gives_back_its_start(
    seeded: Run, number: int, tmp_path: Path
) -> None:
    choose = random.Random(number)  # noqa: S311 - the same commands in every run
    start = state(seeded)
    for _ in range(20):
        command = _random_command(choose, seeded, tmp_path / "new.csv")
        before = state(seeded)
        result = seeded(*command)
        assert result.code in (0, 2, 3, 5), (command, result)
        if result.code:
            assert state(seeded) == before, command
    assert seeded("db", "check").out.endswith("is in order\n")
    while LOADED not in seeded("undo", "--dry-run").out:
        result = seeded("undo")
        assert result.code == 0, result
    assert state(seeded) == start
    assert seeded("db", "check").code == 0
