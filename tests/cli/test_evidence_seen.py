"""What evidence and searches change elsewhere: show, history, undo, annotate, filters, columns, a terminal."""

import csv
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.quoting import TEXT, add, bring_in
from tests.conftest import Run, here
from tests.store.ledger import content

SUGGESTED = "Chinese firms supply Russia with microchips and semiconductors, customs records show."


@pytest.fixture
def ready(seeded: Run) -> Run:
    """Evidence 1 supports claim 1 and refutes claim 2, of which the latter was rejected."""
    bring_in(seeded)
    add(seeded, "1", "before noon on Monday", "supports", "--note", "They say so.")
    add(seeded, "2", "before noon on Monday", "refutes")
    assert seeded("evidence", "unlink", "2", "1", "--note", "Another Monday.").code == 0
    return seeded


def view(run: Run, claim: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", claim, "--json").out)
    return found


def column(run: Run, *options: str) -> list[str]:
    return [row[0] for row in run("list", "-c", "id", "--sort", "id", *options).rows]


def test_a_claim_shows_its_evidence_and_json_has_what_was_rejected_too(ready: Run) -> None:
    lines = ready("show", "1").out.splitlines()
    (line,) = (number for number, line in enumerate(lines) if line.startswith("evidence "))
    shown = " ".join(" ".join(lines[line : line + 2]).split())
    assert shown.startswith(
        "evidence 1: supports (a document, document 2): \u201cbefore noon on Monday\u201d - They say so."
    )
    assert "none; not searched (claimcheck find 2)" in ready("show", "2").out
    assert "Another Monday" not in ready("show", "2").out.partition("history")[0]
    (link,) = view(ready, "1")["evidence"]
    assert (link["exact"], link["state"], link["document_title"]) == ("before\nnoon on Monday", "confirmed", "report")
    assert [(link["stance"], link["state"]) for link in view(ready, "2")["evidence"]] == [("refutes", "rejected")]
    assert (view(ready, "1")["searches"], view(ready, "1")["leads"]) == ([], [])


def test_a_suggestion_is_shown_as_one(seeded: Run) -> None:
    bring_in(seeded, SUGGESTED)
    assert "1: mentions, suggested (a document, document 2): " in " ".join(seeded("show", "1").out.split())


def test_the_history_tells_what_was_linked_and_why(ready: Run) -> None:
    assert [row[4] for row in ready("history", "2").rows][-2:] == [
        "link + evidence 1 refutes (confirmed)",
        "link: evidence 1 refutes (confirmed) -> evidence 1 refutes (rejected): Another Monday.",
    ]
    assert ready("history", "--command", "3").rows[0][4] == (
        "document 2: evidence + 1: \u201cbefore noon on Monday\u201d (snapshot 2, 72-93)"
    )
    assert [row[3] for row in ready("history").rows][-3:] == ["evidence add", "evidence add", "evidence unlink"]


@pytest.mark.parametrize(
    "command",
    [
        ("evidence", "add", "3", "--document", "2", "--quote", "at dawn", "--stance", "mixed"),
        ("evidence", "link", "1", "1", "--stance", "refutes", "--note", "w"),
        ("evidence", "link", "2", "1"),
        ("evidence", "link", "3", "1", "--stance", "mentions"),
        ("evidence", "unlink", "1", "1"),
        ("evidence", "unlink", "1", "1", "--forget"),
        ("annotate", "1", "So it is.", "--evidence", "1", "--verdict", "supported"),
    ],
    ids=lambda command: " ".join(command[1:5]),
)
def test_every_word_on_evidence_can_be_taken_back_and_said_again(ready: Run, command: tuple[str, ...]) -> None:
    def state() -> list[object]:
        kept = content(here())
        return [kept[name] for name in ("evidence", "link")] + [view(ready, claim)["notes"] for claim in "123"]

    before = state()
    assert ready(*command).code == 0
    after = state()
    assert after != before
    assert ready("undo").code == 0
    assert state()[:2] == before[:2]
    assert [note["text"] for note in state()[2]] == [note["text"] for note in before[2]]  # type: ignore[attr-defined]
    last = ready("history").rows[-1][0]
    assert ready("undo", "--command", last).code == 0
    assert state()[:2] == after[:2]
    assert ready("db", "check").code == 0


def test_evidence_that_something_rests_on_is_not_undone(ready: Run) -> None:
    result = ready("undo", "--command", "3")
    assert result.code == 5
    assert "something later depends on it" in result.err
    assert len(view(ready, "1")["evidence"]) == 1


def test_a_judgement_says_what_it_rests_on(ready: Run) -> None:
    add(ready, "1", "at dawn", "mentions")
    result = ready("annotate", "1", "So it is.", "--evidence", "2", "--evidence", "1", "--evidence", "1")
    assert (result.code, result.out) == (0, "claim 1: noted\n")
    assert ready("annotate", "1", "--verdict", "supported", "--evidence", "1").code == 0
    assert ready("annotate", "1", "Plain.").code == 0
    notes = view(ready, "1")["notes"]
    assert [(note["text"], note["evidence"]) for note in notes] == [("So it is.", [1, 2]), (None, [1]), ("Plain.", [])]
    shown = ready("show", "1").out
    assert "tester: So it is. (rests on evidence 1, 2)\n" in shown
    assert "tester: rests on evidence 1\n" in shown
    assert "noted: So it is. (rests on evidence 1, 2)" in ready("history", "1").out


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("n", "--evidence", "99"), 3, "evidence 99 is not linked to claim 2"),
        (("n", "--evidence", "1"), 3, "evidence 1 was rejected for claim 2; see `claimcheck evidence list 2`"),
        (("n", "--evidence", str(2**70)), 2, "--evidence"),
        (("n", "--evidence", "x"), 2, "--evidence"),
        (("--evidence", "1"), 2, "nothing rests on that evidence yet; give a note"),
    ],
)
def test_a_judgement_does_not_rest_on_what_does_not_bear_on_the_claim(
    ready: Run, options: tuple[str, ...], code: int, said: str
) -> None:
    result = ready("annotate", "2", *options)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert view(ready, "2")["notes"] == []


def test_claims_are_chosen_by_whether_evidence_was_confirmed(ready: Run) -> None:
    bring_in(ready, SUGGESTED, "other.txt")
    assert column(ready, "--has-evidence") == ["1"]
    assert column(ready, "--no-evidence", "--limit", "2") == ["2", "3"]
    assert [ready("count", option).out for option in ("--has-evidence", "--no-evidence")] == ["1\n", "61\n"]
    result = ready("list", "--has-evidence", "--no-evidence")
    assert (result.code, result.out) == (2, "")
    assert "exclude each other; decide for one" in result.err


def test_a_suggestion_needs_review_until_somebody_decides(run: Run) -> None:
    Path("one.csv").write_text(
        "text,source,verdict\nChina supplies Russia with microchips and semiconductors.,Ann,supported\n", "utf-8"
    )
    assert run("load", "one.csv").code == 0
    assert column(run, "--needs-review") == []
    bring_in(run, SUGGESTED)
    assert column(run, "--needs-review") == ["1"]
    assert run("evidence", "unlink", "1", "1").code == 0
    assert column(run, "--needs-review") == []


def test_evidence_and_suggestions_are_counted_in_columns_of_their_own(ready: Run) -> None:
    bring_in(ready, SUGGESTED, "other.txt")
    add(ready, "3", "at dawn", "mixed")
    add(ready, "3", "before noon", "mixed")
    names = "id,evidence_count,suggestion_count"
    top = ready("list", "-c", names, "--sort", "-evidence_count", "--limit", "2")
    assert top.rows == [["3", "2", "0"], ["1", "1", "1"]]
    assert ready("list", "-c", names, "--sort", "-suggestion_count", "-n", "1").rows == [["1", "1", "1"]]
    first = json.loads(ready("list", "-c", names, "--sort", "id", "-n", "1", "--json").out)
    assert first == [{"id": 1, "evidence_count": 1, "suggestion_count": 1}]
    exported = ready("export", "-c", f"public_id,text,source,revision,{names}", "--format", "csv", "-o", "out.csv")
    assert exported.code == 0
    rows = list(csv.DictReader(StringIO(Path("out.csv").read_text("utf-8-sig"))))
    assert [row["evidence_count"] for row in rows[:3]] == ["1", "0", "2"]
    before = content(here())
    again = ready("load", "out.csv")
    assert (again.code, "62 unchanged" in again.out + again.err) == (0, True)
    assert content(here())["claim"] == before["claim"]


def on_terminal(width: int, *arguments: str) -> str:
    """What a command writes on a terminal of that width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    command = [sys.executable, "-c", "import sys; from claimcheck.cli import main; sys.exit(main(sys.argv[1:]))"]
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    with subprocess.Popen([*command, *arguments], stdout=theirs, env=environment | {"TERM": "xterm"}) as process:
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 65536):
                seen += part
        except OSError:  # what a terminal says when the last writer has gone
            pass
        os.close(ours)
    assert process.returncode == 0
    return re.sub(r"\x1b\[[0-9;]*m", "", seen.decode().replace("\r\n", "\n"))


@pytest.mark.file
@pytest.mark.parametrize("width", [80, 140])
def test_on_a_terminal_passages_can_be_read_and_cannot_write(seeded: Run, width: int) -> None:
    evil = "A \x1b[2Jclear \u202egnp.exe [b]now[/b] is \x07here."
    bring_in(seeded, f"{TEXT}\n\n{evil}\n")
    add(seeded, "1", evil, "refutes")
    add(seeded, "1", "Ships were seen at dawn. They left before noon on Monday.", "supports")
    listed, shown = on_terminal(width, "evidence", "list"), on_terminal(width, "show", "1")
    for seen in (listed, shown):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", seen)
        assert max(map(len, seen.splitlines())) <= width
        for word in ("\\x1b[2Jclear", "\\u202egnp.exe", "[b]now[/b]", "\\x07here.", "Monday."):
            assert word in seen
    assert len(listed.splitlines()) < 12
    assert "1: refutes (a document, document 2): \u201cA \\x1b[2Jclear" in " ".join(shown.split())
