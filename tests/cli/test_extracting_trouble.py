"""Documents that cannot be read, hold nothing, or hold too much: one clear line each, and how the command ends."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from claimcheck.steps import extract
from tests.cli.test_main import COMMAND, PATIENCE_S
from tests.conftest import Run

SAID = "Ann Smith said that the ferry was late.\n"
GERMAN = "Der Minister sagte am Montag, dass die Regierung nicht auf die Vorwürfe eingehen werde.\n"
BAD = {
    "german.txt": (GERMAN.encode(), "seems to be in German"),
    "empty.txt": (b"", "the document is empty"),
    "blank.txt": (b" \n\t\n", "the document is empty"),
    "binary.txt": (bytes(range(256)) * 9, "binary data"),
    "picture.png": (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
    "latin.txt": ("Ann said: café.".encode("latin-1"), "not UTF-8 text: b'\\xe9' at byte 13"),
    "nul.txt": (b"Ann said\0so.", "a NUL at character 8"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "cannot be read"),
    "missing.txt": (None, "No such file"),
}
pytestmark = pytest.mark.file


def write(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


@pytest.mark.parametrize("name", BAD)
def test_a_document_that_is_none_is_bad_input_in_one_line_that_names_it(run: Run, name: str) -> None:
    content, words = BAD[name]
    if content is not None:
        write(name, content)
    for words_before in ([], ["--json"], ["--format", "jsonl"]):
        result = run("extract", name, *words_before)
        assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1), result
        assert name in result.err
        assert words in result.err


def test_of_several_the_others_are_printed_and_the_bad_ones_named_and_counted(run: Run) -> None:
    for name, (content, _) in BAD.items():
        if content is not None:
            write(name, content)
    result = run("extract", *BAD, write("good.txt", SAID), "--format", "jsonl")
    assert result.code == 1
    assert [json.loads(line)["doc_id"] for line in result.out.splitlines()] == ["good"]
    *named, counted = result.err.splitlines()
    assert len(named) == len(BAD)
    for line, (name, (_, words)) in zip(named, BAD.items(), strict=True):
        assert line.startswith("claimcheck: ")
        assert name in line
        assert words in line
    assert counted == f"claimcheck: {len(BAD)} of {len(BAD) + 1} documents could not be read"


def test_a_document_that_attributes_nothing_is_no_failure_and_that_is_said(run: Run) -> None:
    write("none.txt", "The house is red. The garden is green.\n")
    result = run("extract", "none.txt", "--format", "jsonl")
    assert (result.code, result.out) == (0, "")
    assert result.err == "none.txt: nothing in it is attributed to anybody\n"
    assert run("--quiet", "extract", "none.txt").err == ""
    assert json.loads(run("extract", "none.txt", "--json").out) == []
    both = run("extract", "none.txt", write("a.txt", SAID))
    assert (both.code, len(both.rows)) == (0, 1)
    assert both.err == "none.txt: nothing in it is attributed to anybody\n"


@pytest.mark.parametrize("text", ["Ferry late again", "Yes.", "- milk\n- bread\n- tea\n", "1, 2, 3"])
def test_a_headline_or_a_list_is_read_like_any_other_text(run: Run, text: str) -> None:
    assert run("extract", write("a.txt", text)).code == 0


def test_of_what_is_too_long_the_beginning_is_read_and_the_command_ends_with_1(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract, "MAX_CHARACTERS", 400)
    write("long.txt", SAID * 50)
    result = run("extract", "long.txt", "--format", "jsonl")
    assert (result.code, len(result.out.splitlines())) == (1, 10)
    assert result.err == ("claimcheck: long.txt: only the first 400 of its 2,000 characters were read; split it\n")


def test_a_hundred_thousand_words_without_a_line_end_are_read(run: Run) -> None:
    write(
        "line.txt",
        "Ann said that it rained. " + "The ferry was late again today. " * 16_666 + "Bob said that it was sold.",
    )
    result = run("extract", "line.txt", "--format", "jsonl")
    assert (result.code, result.err) == (0, "")
    assert [json.loads(line)["source_text"] for line in result.out.splitlines()] == ["Ann", "Bob"]


@pytest.mark.parametrize("unit", ['"', "'s", "(", "a.b/", "x@", "-", "\n", "a b ", "e\u0301", "😀"])
def test_nonsense_ends_within_limits(run: Run, unit: str) -> None:
    assert run("extract", write("a.txt", unit * (20_000 // len(unit)) + "!")).code == 0


def test_a_folder_without_documents_and_a_strange_address_are_refused(run: Run) -> None:
    Path("d").mkdir()
    for name, words in (("d", "a folder without a document"), ("ftp://example.org/a", "no http or https URL")):
        result = run("extract", name)
        assert (result.code, len(result.err.splitlines())) == (4, 1)
        assert words in result.err


def test_a_folder_without_documents_among_others_is_named_and_counted_and_the_others_are_printed(run: Run) -> None:
    Path("d").mkdir()
    result = run("extract", "d", write("a.txt", SAID), "--format", "jsonl")
    assert (result.code, len(result.out.splitlines())) == (1, 1)
    named, counted = result.err.splitlines()
    assert named.startswith("claimcheck: d is a folder without a document (")
    assert counted == "claimcheck: 1 of 2 documents could not be read"


def test_without_the_extra_the_line_that_installs_it_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bare" / "spacy").mkdir(parents=True)
    write("bare/spacy/__init__.py", "raise ImportError('not installed')\n")
    monkeypatch.syspath_prepend(str(tmp_path / "bare"))
    for names in (["a.txt"], ["a.txt", "b.txt"]):
        result = run("extract", *[write(name, SAID) for name in names], "--json")
        assert (result.code, result.out, len(result.err.splitlines())) == (7, "", 1)
        assert "pip install 'claimcheck-ledger[extract]'" in result.err


@pytest.mark.parametrize(
    "arguments",
    [["--jobs", "0"], ["--jobs", "many"], ["--format", "xml"], ["--dry-run"], ["--author", "rita"]],
    ids=" ".join,
)
def test_a_wrong_option_is_refused_before_anything_is_read(run: Run, arguments: list[str]) -> None:
    result = run("extract", "missing.txt", *arguments)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)


def test_a_document_of_the_ledger_is_its_latest_text_and_the_ledger_stays_as_it_is(run: Run) -> None:
    assert run("ingest", write("a.txt", SAID), "--published-on", "2024-11-06").code == 0
    before = run("history").out
    result = run("extract", "1", "--format", "jsonl")
    assert (result.code, result.err) == (0, "")
    assert [json.loads(line)["doc_id"] for line in result.out.splitlines()] == ["1"]
    assert run("history").out == before
    missing = run("extract", "7")
    assert missing.code == 3
    assert "document 7" in missing.err
    assert run("extract", "7", "a.txt").code == 1


def test_without_a_ledger_a_number_is_told_so(run: Run) -> None:
    result = run("extract", "1")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_and_the_processes_that_it_started(run: Run, sent: signal.Signals, code: int) -> None:
    del run
    write("long.txt", "Ann said that the ferry that left at noon was late. " * 30_000)
    with subprocess.Popen(
        [*COMMAND, "extract", "long.txt", "--format", "jsonl"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ,
    ) as process:  # fmt: skip
        children: set[int] = set()
        end = time.monotonic() + PATIENCE_S
        while not children and time.monotonic() < end:
            children = children_of(process.pid)
            time.sleep(0.05)
        process.send_signal(sent)
        out, err = process.communicate(timeout=PATIENCE_S)
    assert (process.returncode, out) == (code, b"")
    assert len(err.splitlines()) == 1
    assert children
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def children_of(pid: int) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found |= {int(child) for child in task.read_text().split()}
    return found
