"""Bringing files in and looking at documents: what is said of each, and how the command ends."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_main import on_a_terminal, spawn
from tests.conftest import Result, Run

ONE = "The harbour was closed for three weeks in May. Nobody was hurt.\n"
TWO = "The harbour was closed for seven weeks in May. Nobody was hurt.\n"
CLAIM = (
    "text,source,document_title,quote\nThe harbour was shut.,Ann,Harbour,harbour was closed for three weeks in May\n"
)
ARTICLE = Path(__file__).resolve().parents[2] / "../shared/seeds/ceias-sino-russian-military-nexus.txt"
EVIL = "Red \x1b[31m\u202e[bold]x[/bold]"


@pytest.fixture(autouse=True)
def snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the bytes are kept."""
    folder = tmp_path / "snapshots"
    monkeypatch.setenv("CLAIMCHECK_SNAPSHOTS", str(folder))
    return folder


def write(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def parsed(result: Result) -> Any:
    assert (result.code, result.err) == (0, "") or result.code == 1
    return json.loads(result.out)


def test_a_file_is_kept_and_the_same_again_changes_nothing(run: Run) -> None:
    first = run("ingest", write("harbour.txt", ONE))
    assert first.code == 0
    assert first.out == 'document 1 (new): "harbour", snapshot 1 (new), 63 characters\n'
    again = run("ingest", "harbour.txt")
    assert (again.code, again.err) == (0, "")
    assert again.out == 'document 1 (known): "harbour", snapshot 1 (known), 63 characters\n'
    assert len(run("history").rows) == 1


def test_the_bytes_lie_outside_the_ledger_once_under_their_hash_for_their_owner_alone(
    run: Run, snapshots: Path
) -> None:
    view = parsed(run("--quiet", "ingest", "--json", write("a.txt", ONE)))
    run("ingest", write("b.txt", ONE))
    (file,) = (path for path in snapshots.rglob("*") if path.is_file())
    assert (file.name, file.read_text(encoding="utf-8")) == (view["sha256"], ONE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_bytes_that_are_elsewhere_or_changed_are_a_note_of_db_check_and_no_fault(run: Run, snapshots: Path) -> None:
    for name in "abc":
        run("ingest", write(f"{name}.txt", f"{name}: {ONE}"))
    assert "note: snapshots" not in run("db", "check").out
    gone, changed, _ = (path for path in snapshots.rglob("*") if path.is_file())
    gone.unlink()
    changed.write_bytes(b"something else")
    result = run("db", "check")
    assert (result.code, result.err) == (0, "")
    assert f"note: snapshots: of 3 documents' bytes, 1 file is not in {snapshots}\n" in result.out
    assert f"note: snapshots: of 3 documents' bytes, 1 file is changed or unreadable in {snapshots}\n" in result.out


def test_json_holds_everything_that_is_known_of_what_was_kept(run: Run) -> None:
    view = parsed(run("--quiet", "ingest", "--json", write("harbour.txt", ONE)))
    assert {name: view[name] for name in view if name not in ("sha256", "extractor_version")} == {
        "document_id": 1, "is_new_document": True, "snapshot_id": 1, "is_new_snapshot": True, "is_new_text": True,
        "back_after": None, "title": "harbour", "characters": 63, "extractor": "plain", "suggested_claims": [],
        "anchors": {},
    }  # fmt: skip


def test_json_of_several_is_a_list_however_many_were_kept(run: Run) -> None:
    write("a.txt", ONE)
    assert [
        view["document_id"] for view in parsed(run("--quiet", "ingest", "--json", "a.txt", write("b.txt", TWO)))
    ] == [1, 2]
    result = run("ingest", "--json", "a.txt", "missing.txt")
    assert [view["document_id"] for view in parsed(result)] == [1]
    assert json.loads(run("ingest", "--json", "missing.txt", "missing too.txt").out) == []


UNUSABLE = {
    "missing.txt": (None, 4, "No such file"),
    "folder": (None, 4, "is no regular file"),
    "empty.txt": (b"", 6, "the document is empty"),
    "blank.txt": (b" \n\t\n", 6, "blank.txt"),
    "binary.dat": (bytes(range(256)) * 9, 6, "binary data"),
    "error.json": (b'{"error": {"code": 403}}', 6, "JSON"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj\n<<", 6, "cut.pdf"),
    "cut.docx": (b"PK\x03\x04" + b"\x00" * 99, 6, "cut.docx"),
    "large.txt": (b"word " * (4 * 1024 * 1024 + 2), 4, "has more than 20971520 bytes"),
}


def test_of_several_those_that_can_be_read_are_kept_and_the_others_named_and_counted(run: Run) -> None:
    Path("folder").mkdir()
    for name, (content, _, _) in UNUSABLE.items():
        if content is not None:
            write(name, content)
    result = run("ingest", *UNUSABLE, write("good.txt", ONE))
    assert result.code == 1
    assert result.out == 'document 1 (new): "good", snapshot 1 (new), 63 characters\n'
    complaints = [line for line in result.err.splitlines() if line.startswith("claimcheck: ")]
    for (name, (_, _, words)), complaint in zip(UNUSABLE.items(), complaints, strict=False):
        assert name in complaint
        assert words in complaint
    assert complaints[-1] == "claimcheck: 9 of 10 documents could not be kept"
    assert len(run("document", "list").rows) == 1


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "error.json"])
@pytest.mark.file
def test_the_only_one_that_fails_ends_the_command_with_its_own_code(run: Run, name: str) -> None:
    content, code, words = UNUSABLE[name]
    if content is not None:
        write(name, content)
    for form in ((), ("--json",)):
        result = run("ingest", name, *form)
        assert (result.code, result.out) == (code, "")
        assert len(result.err.splitlines()) == 1
        assert words.replace(name, "") in result.err
    assert not Path("ledger.sqlite3").exists()


@pytest.mark.file
def test_when_the_bytes_cannot_be_kept_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_SNAPSHOTS", write("taken", "x"))
    result = spawn("ingest", write("a.txt", ONE), write("b.txt", TWO), write("c.txt", "Three."))
    assert (result.returncode, result.stdout) == (5, "")
    (line,) = result.stderr.splitlines()
    assert "cannot keep a document in taken" in line


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--document", "99"], 3, "there is no document 99"),
        (["--document", "0"], 2, "--document"),
        (["--published-on", "2024-13"], 2, "has no month 13"),
        (["--title", " "], 2, "--title"),
        (["--url", "ftp://example.org/a"], 4, "ftp://example.org/a"),
        (["b.txt", "--url", "https://example.org/a"], 2, "about one document"),
        (["b.txt", "--title", "T"], 2, "about one document"),
        (["b.txt", "--document", "1"], 2, "about one document"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(run: Run, arguments: list[str], code: int, words: str) -> None:
    run("ingest", write("first.txt", TWO))
    result = run("ingest", write("a.txt", ONE), *arguments)
    assert (result.code, result.out) == (code, "")
    assert words in result.err
    assert len(run("document", "list").rows) == 1


def test_stdin_is_read_when_it_is_asked_for(run: Run) -> None:
    run("db", "init")
    with Path(write("a.txt", ONE)).open("rb") as file:
        result = spawn(
            "ingest", "-", "--title", "Harbour", "--publisher", "Ann", "--published-on", "2024-05", stdin=file.fileno()
        )
    assert (result.returncode, result.stdout) == (0, 'document 1 (new): "Harbour", snapshot 1 (new), 63 characters\n')
    shown = run("document", "show", "1").out
    assert "published    2024-05 (given by hand)" in shown
    assert "publisher    Ann" in shown
    empty = spawn("ingest", "-", "a.txt", "-")
    assert empty.returncode == 1
    assert "standard input: the document is empty" in empty.stderr
    assert "1 of 2 documents could not be kept" in empty.stderr


@pytest.mark.parametrize(
    ("name", "content", "extractor"),
    [
        ("a.html", f"<html lang=en><title>T</title><p>{ONE}</p></html>", "html"),
        ("a.md", f"# T\n\n{ONE}", "markdown"),
        ("a.txt", ONE, "plain"),
    ],
)
def test_each_kind_of_document_is_read_by_its_extractor(run: Run, name: str, content: str, extractor: str) -> None:
    view = parsed(run("--quiet", "ingest", "--json", write(name, content)))
    assert view["extractor"] == extractor
    assert ONE.strip() in run("document", "show", "1", "--content").out


def test_a_changed_file_of_a_named_document_is_its_new_snapshot_and_quotations_drift(run: Run) -> None:
    run("load", write("claims.csv", CLAIM))
    first = run("ingest", write("a.txt", ONE), "--document", "1")
    assert "document 1 (known)" in first.out
    assert "1 passage anchored" in first.out
    second = run("ingest", write("b.txt", TWO), "--document", "1")
    assert "snapshot 2 (new), 63 characters, 1 passage drifted" in second.out
    shown = run("document", "show", "1").out
    assert "quotations   in snapshot 2: 1 drifted" in shown
    assert "quote of claim 1: \u201charbour was closed for three" in shown.replace("\n             ", " ")
    changed = run("document", "diff", "1", "--exit-code")
    assert changed.code == 1
    lines = changed.out.splitlines()
    assert lines[0].startswith("--- snapshot 1 (20")
    assert "-The harbour was closed for three weeks in May." in lines
    assert "+The harbour was closed for seven weeks in May." in lines
    assert lines[-1].startswith("anchored -> drifted at 4-")
    assert run("document", "diff", "1", "1", "1", "--exit-code").out == ""


def test_a_file_that_is_again_as_it_was_is_the_latest(run: Run) -> None:
    for content in (ONE, TWO, ONE):
        last = run("ingest", write("a.txt", content), "--url", "https://example.org/a")
    assert "snapshot 1 (known, again as before snapshot 2)" in last.out
    lines = [line for line in run("document", "show", "1").out.splitlines() if line.startswith("snapshot ")]
    assert [line.split()[1] for line in lines] == ["2", "1"]
    assert ", again 20" in lines[1]
    assert run("document", "show", "1", "--content").out == ONE.strip()
    assert "+The harbour was closed for three weeks in May." in run("document", "diff", "1").out
    assert " and again 20" in run("document", "diff", "1").out


def test_a_list_of_documents_says_where_they_are_from_and_what_is_in_them(run: Run) -> None:
    assert run("db", "init").code == 0
    assert run("document", "list").rows == []
    run("ingest", write("a.txt", ONE), "--url", "https://www.example.org/a?utm_source=x#top")
    (row,) = json.loads(run("document", "list", "--json").out)
    assert {**row, "retrieved_at": None} == {
        "id": 1, "title": None, "publisher": "example.org", "published_on": None,
        "url": "https://www.example.org/a", "language": None, "snapshots": 1, "retrieved_at": None, "claims": 0,
        "evidence": 0,
    }  # fmt: skip
    assert run("document", "list", "-c", "id,url").rows == [["1", "https://www.example.org/a"]]


@pytest.mark.parametrize("command", [["show", "9"], ["diff", "9"], ["show", "9", "--json"], ["show", "9", "--content"]])
def test_a_document_that_is_not_there_is_not_found(run: Run, command: list[str]) -> None:
    run("db", "init")
    result = run("document", *command)
    assert (result.code, result.out) == (3, "")
    assert "there is no document 9" in result.err


@pytest.mark.parametrize("command", [["diff", "1"], ["diff", "1", "1"], ["show", "1", "--content"]])
def test_what_was_never_read_has_no_text(seeded: Run, command: list[str]) -> None:
    result = seeded("document", *command)
    assert (result.code, result.out) == (3, "")


@pytest.mark.file
def test_nothing_that_a_document_says_reaches_a_terminal_raw(run: Run) -> None:
    head = f"<title>{EVIL}</title><meta name=author content='{EVIL}'>"
    html = f"<html><head>{head}</head><body><p>{EVIL} one two</p></body></html>"
    assert "\x1b" not in run("ingest", write("a.html", html)).out
    write("b.html", html.replace("one", "two"))
    screens = [on_a_terminal("ingest", "b.html", "--document", "1")]
    looks = (["list"], ["show", "1"], ["show", "1", "--content"], ["diff", "1"], ["show", "1", "--json"])
    screens += [on_a_terminal("document", *command) for command in looks]
    screens.append(on_a_terminal("history", "--command", "1"))
    for screen in screens:
        assert "\x1b[31m" not in screen
        assert "\u202e" not in screen
    assert all("\\x1b[31m\\u202e[bold]x[/bold]" in "".join(screen.split("\r\n")) for screen in screens[:3])
    assert "\u202e" in run("document", "show", "1", "--content").out


def test_the_article_anchors_all_that_the_seed_ledger_quotes(seeded: Run) -> None:
    if not ARTICLE.is_file():
        pytest.skip("the article is not part of the repository and there is no copy beside it")
    result = seeded("ingest", str(ARTICLE))
    assert (result.code, result.err) == (0, "")
    assert "document 1 (known)" in result.out
    assert "snapshot 1 (known by its hash, its text is kept now)" in result.out
    assert "65 passages anchored" in result.out
    assert "suggested" not in result.out
    assert "quotations   in snapshot 1: 65 anchored" in seeded("document", "show", "1").out
    assert len(seeded("history").rows) == 1
    assert seeded("db", "check").code == 0


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:/etc/passwd"])
def test_an_address_that_is_not_of_the_web_is_not_taken_for_a_file(run: Run, url: str) -> None:
    result = run("ingest", url)
    assert (result.code, result.out) == (4, "")
    assert "no http or https URL" in result.err


@pytest.mark.parametrize("command", [["show"], ["diff"], ["diff", "1"], ["show", "--content"]])
def test_a_number_beyond_all_numbers_is_a_wrong_command_line(seeded: Run, command: list[str]) -> None:
    result = seeded("document", *command, "9" * 20)
    assert (result.code, result.out) == (2, "")
