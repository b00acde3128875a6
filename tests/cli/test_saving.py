"""Keeping what documents attribute: `extract --save`."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.loopback import allow, on_loopback, page
from tests.conftest import Run

TEXT = "Harbour row\n\nAnn Doe said that the harbour had been closed. Joe Roe denied that ships had been turned back.\n"
GERMAN = (
    "Der Minister sagte, dass die Lage sehr ernst sei und dass niemand wisse, wie es weitergehen solle. "
    "Die Opposition widersprach ihm und nannte das alles einen grossen Unsinn, der dem Land nur schade.\n"
)
PROPOSED = ["list", "--state", "proposed", "-c", "source,kind,text"]


@pytest.fixture(autouse=True)
def snapshots(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of bytes."""
    monkeypatch.setenv("CLAIMCHECK_SNAPSHOTS", str(surroundings / "snapshots"))
    return surroundings / "snapshots"


def written(name: str, text: str = TEXT) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def saved(run: Run, *arguments: str) -> Any:
    result = run("extract", *arguments, "--save", "--json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def test_a_document_is_kept_with_its_claims_as_proposals(seeded: Run, snapshots: Path) -> None:
    result = seeded("extract", written("harbour.txt"), "--save")
    assert (result.code, result.err) == (0, "")
    assert result.out == 'document 2 (new): "harbour": proposed 2, known 0, rejected before 0\n'
    assert seeded(*PROPOSED).rows == [
        ["Ann Doe", "assertion", "The harbour had been closed."],
        ["Joe Roe", "denial", "Joe Roe denied that ships had been turned back."],
    ]
    assert seeded("count", "--state", "proposed").out == "2\n"
    shown = seeded("show", "63").out
    assert "state        proposed" in shown
    assert '"harbour"' in shown
    assert len([path for path in snapshots.rglob("*") if path.is_file()]) == 1
    assert "is in order" in seeded("db", "check").err + seeded("db", "check").out


def test_the_same_again_changes_nothing_and_says_so(seeded: Run) -> None:
    first = saved(seeded, written("harbour.txt"))
    history = seeded("history").out
    again = seeded("extract", "harbour.txt", "--save")
    assert again.out == 'document 2 (known): "harbour": proposed 0, known 2, rejected before 0\n'
    assert seeded("history").out == history
    assert first[0]["proposed"] == saved(seeded, "2")[0]["known"] == [63, 64]


def test_undo_takes_the_claims_and_the_document_back(seeded: Run) -> None:
    saved(seeded, written("harbour.txt"))
    assert "(extract)" in seeded("undo").out
    assert seeded("count").out == "62\n"
    assert len(seeded("document", "list").rows) == 1


def test_a_rehearsal_keeps_nothing(seeded: Run, snapshots: Path) -> None:
    result = seeded("extract", written("harbour.txt"), "--save", "--dry-run")
    assert "proposed 2" in result.out
    assert "nothing was kept" in result.err
    assert seeded("count").out == "62\n"
    assert not snapshots.exists()


def test_what_was_rejected_is_counted_apart(seeded: Run) -> None:
    saved(seeded, written("harbour.txt"))
    assert seeded("annotate", "63", "--state", "rejected").code == 0
    result = seeded("extract", written("copy.txt", f"So what.\n\n{TEXT}"), "--save")
    assert result.out.endswith('"copy": proposed 0, known 1 (this is a new place of 1), rejected before 1\n')


def test_what_a_document_says_twice_is_no_known_claim_but_counted_apart(seeded: Run) -> None:
    text = f"{TEXT}\nThe port slept.\n\nAnn Doe said that the harbour had been closed.\n"
    result = seeded("extract", written("twice.txt", text), "--save")
    assert result.out == 'document 2 (new): "twice": proposed 2, repeated 1, known 0, rejected before 0\n'
    (view,) = saved(seeded, "twice.txt")
    assert (view["repeated"], len(view["known"])) == ([], 3)


@pytest.mark.file
def test_what_has_no_word_to_propose_is_counted_on_stderr(seeded: Run) -> None:
    text = f"{TEXT}\nAnn Doe said: \u201c???\u201d Then she left.\n"
    result = seeded("extract", written("words.txt", text), "--save")
    assert result.out == 'document 2 (new): "words": proposed 2, known 0, rejected before 0\n'
    assert result.err == "words.txt: 1 attribution without any word of what is said could not be proposed\n"
    assert json.loads(seeded("extract", "words.txt", "--save", "--json").out)[0]["wordless"] == 1


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"Nothing is told here, and by nobody.\n", 0, "it was not kept"),
        (GERMAN.encode(), 4, "German"),
        (bytes(range(256)) * 20, 4, "binary"),
        (b"", 4, "empty"),
    ],
)
def test_what_nobody_speaks_in_or_is_no_english_text_is_told_and_not_kept(
    seeded: Run, snapshots: Path, content: bytes, code: int, said: str
) -> None:
    Path("x.txt").write_bytes(content)
    result = seeded("extract", "x.txt", "--save")
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert len(seeded("document", "list").rows) == 1
    assert not snapshots.exists()


def test_one_bad_document_of_several_is_named_and_the_others_are_kept(seeded: Run) -> None:
    Path("bad.txt").write_bytes(b"")
    result = seeded("extract", "bad.txt", written("one.txt"), written("two.txt", TEXT.replace("Doe", "Poe")), "--save")
    assert result.code == 1
    assert [line.partition(":")[0] for line in result.out.splitlines()] == ["document 2 (new)", "document 3 (new)"]
    assert "bad.txt: " in result.err
    assert "1 of 3 documents could not be read" in result.err


def test_a_ledger_is_started_where_there_is_none(run: Run) -> None:
    result = run("extract", written("harbour.txt"), "--save")
    assert (result.code, result.out.partition(":")[0]) == (0, "document 1 (new)")
    assert "started a new ledger" in result.err
    assert run("count").out == "2\n"


def test_a_document_of_the_ledger_is_read_as_it_is_kept(seeded: Run) -> None:
    Path("page.html").write_text(f"<html><title>Row</title><body><p>{TEXT.split(chr(10))[2]}</p></body></html>")
    assert seeded("ingest", "page.html").code == 0
    (view,) = saved(seeded, "2")
    assert (view["document_id"], view["is_new_document"], len(view["proposed"])) == (2, False, 2)
    assert "Ann Doe" in seeded("document", "show", "2", "--content").out
    assert seeded("document", "show", "2", "--json").out.count('"state": "anchored"') == 2


@pytest.mark.parametrize(
    "options", [["--dry-run"], ["--save", "--csv"], ["--save", "-c", "kind"], ["--save", "-o", "x"]], ids=" ".join
)
def test_options_that_do_not_go_together_are_refused(seeded: Run, options: list[str]) -> None:
    result = seeded("extract", written("harbour.txt"), *options)
    assert (result.code, result.out) == (2, "")
    assert "--save" in result.err
    assert seeded("count").out == "62\n"


def test_the_author_is_in_the_history(seeded: Run) -> None:
    saved(seeded, written("harbour.txt"), "--author", "rita")
    last = json.loads(seeded("history", "--json").out)[-1]
    assert (last["author"], last["name"], last["note"]) == ("rita", "extract", "harbour.txt")
    assert os.environ["CLAIMCHECK_AUTHOR"] == "tester"


def test_a_page_is_kept_with_its_address_unless_nobody_speaks_on_it(
    seeded: Run, snapshots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        "/a": page("Row", TEXT.split("\n")[2]),
        "/b": page("Calm", "The sea was calm on that day, and it stayed so."),
    }
    with on_loopback(pages) as served:
        allow(monkeypatch, served)
        address = f"http://127.0.0.1:{served.port}"
        result = seeded("extract", f"{address}/a", f"{address}/b", "--save")
    assert result.out == 'document 2 (new): "Row": proposed 2, known 0, rejected before 0\n'
    assert f"{address}/b: nothing in it is attributed to anybody; it was not kept" in result.err
    assert len([path for path in snapshots.rglob("*") if path.is_file()]) == 1
    assert seeded("list", "--document", "2", "-c", "document_url,via").rows[0] == [
        f"{address}/a",
        "[reported by] 127.0.0.1",
    ]


@pytest.mark.file
def test_what_is_denied_and_what_is_admitted_are_two_claims(seeded: Run) -> None:
    said = "that seven ships had been turned back at the port.\n"
    denied = saved(seeded, written("denied.txt", f"The Harbour Board denied {said}"))
    admitted = saved(seeded, written("admitted.txt", f"On Monday the Harbour Board admitted {said}"))
    assert (len(denied[0]["proposed"]), len(admitted[0]["proposed"])) == (1, 1)
    assert seeded(*PROPOSED).rows == [
        ["Harbour Board", "denial", "The Harbour Board denied that seven ships had been turned back at the port."],
        ["Harbour Board", "assertion", "Seven ships had been turned back at the port."],
    ]


@pytest.mark.file
def test_a_file_name_of_any_bytes_can_be_kept(seeded: Run) -> None:
    Path("folder").mkdir()
    (Path("folder") / os.fsdecode(b"bad\xff.txt")).write_text(TEXT, encoding="utf-8")
    result = seeded("extract", "folder", "--save")
    assert (result.code, result.err) == (0, "")
    assert '"bad\\xff": proposed 2' in result.out


@pytest.mark.file
def test_the_same_words_denied_and_admitted_are_two_claims(seeded: Run) -> None:
    words = "“Seven ships had been turned back at the port,”"
    denied = saved(seeded, written("denied.txt", f"{words} the Harbour Board denied.\n"))
    admitted = saved(seeded, written("admitted.txt", f"{words} the Harbour Board admitted.\n"))
    assert (len(denied[0]["proposed"]), len(admitted[0]["proposed"])) == (1, 1)


@pytest.mark.file
@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_listed_does_not_stop_the_others(seeded: Run) -> None:
    Path("closed").mkdir(mode=0o000)
    result = seeded("extract", "closed", written("harbour.txt"), "--save")
    assert result.code == 1
    assert "proposed 2" in result.out
    assert "closed" in result.err
