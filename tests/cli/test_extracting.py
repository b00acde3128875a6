"""Printing the attributed claims of documents: what comes out, in which order and shape, and no ledger is touched."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.cli.loopback import allow, on_loopback, page
from tests.cli.test_main import on_a_terminal
from tests.conftest import Result, Run

pytestmark = pytest.mark.file
TEXT = (
    "\ufeffMira Holt denied in a letter that the ferry was late.\r\n\r\n"
    "“It was on time,” she said, “and so was the other one.”\r\n"
)
NAMES = [
    "doc_id", "source", "cue", "content", "kind", "directness", "resolved_source", "via", "said_on", "source_text",
    "cue_text", "content_text",
]  # fmt: skip


@pytest.fixture(autouse=True)
def no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No ledger is configured, and none is there in the end."""
    monkeypatch.delenv("CLAIMCHECK_DB")
    yield
    assert [path for path in tmp_path.rglob("*") if "ledger" in path.name or "snapshots" in path.name] == []


def write(name: str, content: str | bytes = TEXT) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def lines(result: Result) -> list[dict[str, Any]]:
    assert (result.code, result.err) == (0, "")
    return [json.loads(line) for line in result.out.splitlines()]


def said(by: str, times: int = 1) -> str:
    return f"{by} said that the ferry was late.\n" * times


def test_a_line_of_json_holds_all_that_was_found_and_offsets_count_in_the_file_as_it_is(run: Run) -> None:
    first, second = lines(run("extract", write("news/a.b.txt"), "--format", "jsonl"))
    text = Path("news/a.b.txt").read_bytes().decode()
    assert list(first) == NAMES
    assert {name: first[name] for name in NAMES if name not in ("source", "cue", "content")} == {
        "doc_id": "a.b", "kind": "denial", "directness": "indirect", "resolved_source": "Mira Holt", "via": [],
        "said_on": None, "source_text": "Mira Holt", "cue_text": "denied",
        "content_text": "that the ferry was late",
    }  # fmt: skip
    for role in ("source", "cue", "content"):
        pieces = [text[start:end] for start, end in first[role]]
        assert " [...] ".join(pieces) == first[f"{role}_text"]
    assert (second["resolved_source"], second["directness"]) == ("Mira Holt", "direct")
    assert len(second["content"]) == 2
    assert second["content_text"].startswith("“It was on time,” [...] ")
    assert second["content_text"].endswith("“and so was the other one.”")


def test_hops_are_a_list_in_json_and_a_line_elsewhere(run: Run) -> None:
    write("a.txt", "According to the Daily Post, officials of the ministry said that the ferry was late.\n")
    found = lines(run("extract", "a.txt", "--format", "jsonl"))
    assert {"source": "Daily Post", "how": "according to"} in [hop for one in found for hop in one["via"]]
    assert "[according to] Daily Post" in run("extract", "a.txt", "-c", "via", "--no-headers").out
    write("b.txt", said("Ann Smith"))
    for name in ("plain", "tsv", "csv"):
        result = run("extract", "b.txt", "-c", "via,kind,said_on", "--no-headers", "--format", name)
        assert result.out.replace(",", "\t").replace('"', "").splitlines() == ["\tassertion\t"]
    assert json.loads(run("extract", "b.txt", "--json").out)[0]["via"] == []


def test_every_format_and_choice_of_columns_is_there(run: Run) -> None:
    write("a.txt")
    plain = run("extract", "a.txt")
    assert plain.out.splitlines()[0].split("\t") == [
        "doc_id", "source_text", "resolved_source", "kind", "cue_text", "content_text",
    ]  # fmt: skip
    assert len(plain.rows) == 2
    rows = list(csv.DictReader(io.StringIO(run("extract", "a.txt", "--csv").out)))
    assert list(rows[0]) == NAMES
    assert rows[0]["cue"] == "11:17"
    assert len(rows[1]["content"].split()) == 2
    assert run("extract", "a.txt", "-c", "cue_text,kind", "--format", "tsv").out.splitlines()[:2] == [
        "cue_text\tkind", "denied\tdenial",
    ]  # fmt: skip
    assert json.loads(run("extract", "a.txt", "--json").out)[0]["kind"] == "denial"
    assert run("extract", "a.txt", "--format", "markdown").out.startswith("| doc_id | source | cue |")
    result = run("extract", "a.txt", "-c", "colour")
    assert (result.code, result.out) == (2, "")
    assert "there is no column 'colour'" in result.err


def test_a_file_is_written_whole_in_the_format_of_its_ending(run: Run) -> None:
    result = run("extract", write("a.txt"), "-o", "out.jsonl")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert len(Path("out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert run("extract", "missing.txt", "-o", "other.json").code == 4
    assert not Path("other.json").exists()


def test_a_terminal_gets_a_table(run: Run) -> None:
    del run
    shown = on_a_terminal("extract", write("a.txt"))
    assert "Mira Holt" in shown
    assert "─" in shown


def test_results_come_in_the_order_of_the_names_whatever_the_number_of_processes(run: Run) -> None:
    names = [write(f"{number}.txt", said("Ann", 3 * (10 - number))) for number in range(10)]
    one = run("extract", *names, "--format", "jsonl", "--jobs", "1")
    three = run("extract", *names, "--format", "jsonl", "--jobs", "3")
    assert (one.out, one.err) == (three.out, three.err)
    ids = [line["doc_id"] for line in lines(one)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 10


def test_what_is_found_in_a_document_does_not_depend_on_the_others(run: Run) -> None:
    others = [write(f"o/{number}.txt", said(f"Zorblatt {number}")) for number in range(5)]
    write("a.txt")
    alone = lines(run("extract", "a.txt", "--format", "jsonl"))
    among = lines(run("extract", *others, "a.txt", "--format", "jsonl", "--jobs", "1"))
    assert [line for line in among if line["doc_id"] == "a"] == alone


def test_files_of_one_stem_are_told_apart_by_their_paths(run: Run) -> None:
    write("x/a.txt"), write("y/a.txt"), write("b.txt")
    found = lines(run("extract", "x/a.txt", "y/a.txt", "b.txt", "-c", "doc_id", "--format", "jsonl"))
    assert list(dict.fromkeys(line["doc_id"] for line in found)) == ["x/a.txt", "y/a.txt", "b"]


def test_a_folder_is_all_documents_in_it(run: Run) -> None:
    write("d/b.txt"), write("d/sub/a.md", said("Ann")), write("d/picture.png", b"\x89PNG")
    found = lines(run("extract", "d", "--format", "jsonl"))
    assert list(dict.fromkeys(line["doc_id"] for line in found)) == ["b", "a"]


def test_standard_input_is_read_when_it_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    first, _ = lines(run("extract", "-", "--format", "jsonl"))
    assert (first["doc_id"], first["cue"]) == ("-", [[11, 17]])


def test_a_page_is_fetched_read_and_not_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    head = '<meta property="article:published_time" content="2024-11-06T10:00:00Z">'
    answer = page("Ferries", "Mira Holt said on Monday that the ferry was late.", head=head)
    with ExitStack() as running:
        served = allow(monkeypatch, running.enter_context(on_loopback({"/a": answer})))
        (found,) = lines(run("extract", served.url("/a"), "--format", "jsonl"))
        missing = run("extract", served.url("/missing"))
    assert (found["doc_id"], found["said_on"]) == (served.url("/a"), "2024-11-04")
    assert missing.code == 6
    assert "404" in missing.err


def test_a_terminal_is_told_how_far_it_is_and_a_pipe_is_not(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.cli import _progress

    names = [write(f"{number}.txt", said("Ann")) for number in range(3)]
    assert "\r" not in run("extract", *names).err
    monkeypatch.setattr(_progress, "DELAY_S", -1)
    monkeypatch.setattr(_progress, "INTERVAL_S", -1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    told = run("extract", *names).err
    assert "\rextracting: 2 of 3 documents" in told
    assert told.endswith(" \r")
    assert "\r" not in run("--quiet", "extract", *names).err
