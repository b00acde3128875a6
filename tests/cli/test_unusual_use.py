"""Unusual use: what came up when somebody tried hard, each with the answer it gets now."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from claimcheck.store import sqlite
from tests.conftest import Run

LEDGER = "ledger.sqlite3"


def alter(*statements: str) -> None:
    with closing(sqlite3.connect(LEDGER)) as connection:
        for name in sqlite.APPEND_ONLY_TRIGGERS:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0
        for sql in sqlite.APPEND_ONLY_TRIGGERS.values():
            connection.execute(sql)
        connection.commit()


def test_a_reader_that_goes_away_is_no_error(seeded_file: Path) -> None:
    command = [sys.executable, "-m", "claimcheck", "--db", str(seeded_file), "export", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        export.stdout.close()
        assert export.wait(60) == 141
        assert export.stderr.read() == b""


def test_head_sees_no_traceback(seeded_file: Path) -> None:
    pipeline = f"{sys.executable} -m claimcheck --db {seeded_file} export --json | head -1"
    done = subprocess.run(["sh", "-c", pipeline], check=False, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""


def test_an_interrupt_says_that_nothing_was_kept(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimcheck.steps.show.claim_view", interrupted)
    result = seeded("show", "1")
    assert (result.code, result.err) == (130, "claimcheck: interrupted; the change under way was not kept\n")


def test_no_command_shows_the_help_on_its_own_lines(run: Run) -> None:
    result = run()
    assert result.code == 2
    assert "\n  annotate " in result.out + result.err


def test_a_value_that_looks_like_a_global_flag_stays_a_value(run: Run) -> None:
    assert run("add", "Words.", "--source", "S", "--basis", "-q").code == 0


def test_a_note_taken_back_for_the_second_time_is_no_longer_shown(seeded: Run) -> None:
    seeded("annotate", "2", "hello")
    seeded("undo")
    seeded("undo", "--command", "3")
    seeded("undo")
    assert json.loads(seeded("show", "2", "--json").out)["notes"] == []


def test_a_conflict_is_said_in_plain_words(seeded: Run) -> None:
    for c in (["tag", "1", "foo"], ["tag", "1", "--remove", "foo"], ["tag", "1", "foo"]):
        seeded(*c)
    result = seeded("undo", "--command", "3")
    assert result.code == 5
    assert "constraint" not in result.err


def test_undo_takes_back_what_was_redone_last(seeded: Run) -> None:
    seeded("annotate", "2", "--verdict", "supported")
    seeded("undo")
    seeded("annotate", "2", "--verdict", "refuted")
    seeded("annotate", "2", "--verdict", "none")
    seeded("undo", "--command", "3")
    assert seeded("undo").code == 0


def test_a_dry_run_without_a_ledger_says_so(run: Run) -> None:
    for c in (["annotate", "1", "x", "--dry-run"], ["undo", "--dry-run"], ["source", "merge", "a", "b", "--dry-run"]):
        assert run(*c).code == 5


@pytest.mark.parametrize(
    "statement", ["UPDATE event SET old = '' WHERE id = 1", "UPDATE event SET field = '' WHERE id = 1"]
)
@pytest.mark.file
def test_nothing_and_empty_text_are_told_apart(seeded: Run, statement: str) -> None:
    seeded("count")
    alter(statement)
    assert seeded("db", "check").code == 1


@pytest.mark.file
def test_two_events_cannot_be_written_as_one(seeded: Run) -> None:
    seeded("annotate", "1", "--verdict", "refuted", "--kind", "denial")
    with closing(sqlite3.connect(LEDGER)) as connection:
        a, b = connection.execute(
            "SELECT id, action, entity, entity_id, field, old, new FROM event WHERE command_id = 2 ORDER BY id"
        ).fetchall()
    rest = "\x1f".join("" if v is None else str(v) for v in b)
    alter(
        f"DELETE FROM event WHERE id = {b[0]}",  # noqa: S608 - a number
        f"UPDATE event SET new = new || '\x1f' || '\n{rest}' WHERE id = {a[0]}",  # noqa: S608 - a test's own words
    )
    assert seeded("db", "check").code == 1


@pytest.mark.file
def test_the_last_command_cannot_be_cut_off_unseen(seeded: Run) -> None:
    seeded("annotate", "1", "--verdict", "refuted")
    alter("DELETE FROM event WHERE command_id = 2", "DELETE FROM command WHERE id = 2")
    assert seeded("db", "check").code == 1


@pytest.mark.file
def test_a_tampered_value_is_no_bug_of_ours(seeded: Run) -> None:
    seeded("annotate", "1", "--verdict", "refuted")
    alter("UPDATE event SET old = 'nonsense' WHERE command_id = 2")
    assert seeded("undo").code == 5


@pytest.mark.file
def test_check_lists_what_a_damaged_page_breaks(seeded: Run) -> None:
    seeded("count")
    path = Path(LEDGER)
    sound = path.read_bytes()
    wrong = []
    for page in range(10, len(sound) // 4096, 9):
        path.write_bytes(sound[: page * 4096] + b"\xff" * 4096 + sound[(page + 1) * 4096 :])
        result = seeded("db", "check")
        if (result.code, result.out[:10]) != (1, "integrity:") or "run `claimcheck db check`" in result.err:
            wrong.append((page, result))
    assert wrong == []


def test_check_of_a_ledger_in_use_does_not_blame_the_index(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seeded("count")
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    with closing(sqlite3.connect(LEDGER, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        result = seeded("db", "check")
    assert "does not agree" not in result.out


def test_another_spelling_of_the_own_name_is_not_taken_away(seeded: Run) -> None:
    seeded("source", "set", "CSIS", "--unalias", "Center for  Strategic and International Studies")
    assert seeded("source", "show", "Center for Strategic and International Studies").code == 0


def test_an_alias_that_never_was_is_not_found(seeded: Run) -> None:
    assert seeded("source", "set", "CSIS", "--unalias", "nope").code in (0, 3)


def test_the_same_grade_again_keeps_its_reason(seeded: Run) -> None:
    seeded("source", "set", "CSIS", "--reliability", "B")
    assert json.loads(seeded("source", "show", "CSIS", "--json").out)["reliability_reason"]


def test_the_same_confidence_again_keeps_its_basis(seeded: Run) -> None:
    seeded("annotate", "2", "--confidence", "0.9")
    assert json.loads(seeded("show", "2", "--json").out)["basis"]


def test_none_does_not_become_the_proposition(seeded: Run) -> None:
    assert seeded("annotate", "2", "--text", "none").code == 2


def test_the_module_ends_like_the_command_on_a_signal(run: Run) -> None:
    run("db", "init")
    with subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "load", "-", "--format", "csv"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as load:
        assert load.stdin is not None
        load.stdin.write(b"text,source\n" + b"".join(b"Claim %d,S\n" % n for n in range(12000)))
        load.stdin.flush()
        load.terminate()
        assert load.wait(60) == 143
        load.stdin.close()


def test_a_tag_named_as_another_member_is_refused(seeded: Run) -> None:
    seeded("annotate", "2", "--tag", "none")
    assert seeded("list", "--tag", "none").rows


def test_case_of_greek_with_two_accents() -> None:
    from claimcheck.text import comparison_key

    assert comparison_key("\u0390") == comparison_key("\u0390".upper()) == comparison_key(comparison_key("\u0390"))


def test_a_tag_of_one_letter_can_be_excluded(seeded: Run) -> None:
    seeded("tag", "1", "q")
    assert len(seeded("list", "--tag", "-q").rows) == 61


def test_a_claim_is_not_restored_beside_one_that_says_the_same(seeded: Run) -> None:
    seeded("add", "Same.", "--source", "Politico")
    seeded("undo")
    seeded("add", "same.", "--source", "Politico")
    result = seeded("undo", "--command", "3")
    assert (result.code, "claim 64 of the same source says the same" in result.err) == (5, True)


def test_a_merge_of_sources_names_the_claims_that_now_say_the_same(seeded: Run) -> None:
    seeded("add", "China ships drones to Russia.", "--source", "Reuters")
    assert "claims 21 and 63 of the source now say the same" in seeded("source", "merge", "Reuters", "Politico").err


def test_a_relation_stated_again_keeps_its_note(seeded: Run) -> None:
    seeded("relate", "1", "contradicts", "2", "--note", "why")
    assert seeded("relate", "1", "contradicts", "2").out == "nothing to change\n"


def test_the_ending_of_a_file_says_its_format(seeded: Run) -> None:
    seeded("export", "-o", "claims.json")
    seeded("list", "-o", "claims.md")
    assert len(json.loads(Path("claims.json").read_text(encoding="utf-8"))) == 62
    assert Path("claims.md").read_text(encoding="utf-8").startswith("| id |")


def test_adding_a_known_claim_with_another_value_is_something_to_look_at(seeded: Run) -> None:
    seeded("add", "Known.", "--source", "Politico", "--confidence", "0.1")
    result = seeded("add", "Known.", "--source", "Politico", "--confidence", "0.9")
    assert result.code == 1
    assert "the ledger keeps 0.1, not 0.9" in result.err


@pytest.mark.parametrize(
    ("words", "offered"),
    [("list --source Gab", "Gabuev"), ("list --tag subm", "submarines"), ("list --sort publ", "publisher")],
)
def test_the_shell_offers_names_of_the_ledger(seeded_file: Path, words: str, offered: str) -> None:
    surroundings = {
        **os.environ,
        "CLAIMCHECK_DB": str(seeded_file),
        "_CLAIMCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": f"claimcheck {words}",
        "COMP_CWORD": "3",
    }
    done = subprocess.run(
        [str(Path(sys.executable).with_name("claimcheck"))],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=surroundings,
    )
    assert offered in done.stdout.split()
