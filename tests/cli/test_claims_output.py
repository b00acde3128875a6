"""How claims are written: formats, columns, files, terminals; and that stored text steers none of them."""

import csv
import io
import json
import os
import pty
import re
import select
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.columns import CLAIM_COLUMNS, EXPORT_COLUMNS
from claimcheck.resources import bundled
from tests.conftest import Run

SEED = tomllib.loads((bundled("seeds") / "ceias-sino-russian-military-nexus.toml").read_text(encoding="utf-8"))
CAMPBELL: list[dict[str, Any]] = [claim for claim in SEED["claims"] if claim["source"] == "Kurt Campbell"]
HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07 \x9b1m \u202eback \u2066in\u200b\ufeff\x7f [bold]b[/] <i>&amp; `c` | *d* \t e\nf\rg"
)
STEERING = set("\x1b\x07\x9b\u202e\u2066\u200b\ufeff\x7f")
NAME = "Eve \x9b2J\u202e[red]"
TERMINAL_TIMEOUT_S = 30


@pytest.fixture
def hostile(run: Run, tmp_path: Path) -> Run:
    """The command line on a ledger whose one claim holds escape sequences and markup wherever it can."""
    claim = {
        "text": HOSTILE, "source": NAME, "quote": HOSTILE, "cue": HOSTILE, "basis": HOSTILE, "tags": ["\u202et[b]"],
        "attribution_note": HOSTILE, "document_title": HOSTILE, "publisher": NAME, "source_role": HOSTILE,
        "via": [{"source": NAME, "how": "\u202etold"}], "confidence": 0.5,
    }  # fmt: skip
    place = tmp_path / "hostile.json"
    place.write_text(json.dumps([claim]), encoding="utf-8")
    loaded = run("load", str(place))
    assert loaded.code == 0
    assert not STEERING & set(loaded.out + loaded.err)
    return run


def on_a_terminal(*arguments: str, **variables: str) -> str:
    """What a command writes where somebody looks."""
    primary, secondary = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment = {**inherited, "COLUMNS": "200", "LINES": "50", "TERM": "xterm", **variables}
    command = [sys.executable, "-m", "claimcheck", *arguments]
    written = b""
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=secondary, stderr=secondary, env=environment
    ) as process:
        os.close(secondary)
        deadline = time.monotonic() + TERMINAL_TIMEOUT_S
        while select.select([primary], [], [], max(0, deadline - time.monotonic()))[0]:
            try:
                written += os.read(primary, 65536)
            except OSError:  # how Linux says that the other side is gone
                break
        else:
            process.kill()
        os.close(primary)
    assert process.returncode == 0
    return written.decode()


def table_cells(line: str) -> list[str]:
    return [cell for cell in line.split("  ") if cell.strip()]


def test_a_pipe_gets_tab_separated_lines(seeded: Run) -> None:
    plain = seeded("list", "--source", "Campbell").out
    assert plain.splitlines()[0].split("\t") == ["id", "source", "kind", "said_on", "confidence", "verdict", "text"]
    assert plain == seeded("list", "--source", "Campbell", "--format", "plain").out
    assert plain == seeded("list", "--source", "Campbell", "-f", "tsv").out
    assert [line.split("\t")[-1] for line in plain.splitlines()[1:]] == [claim["text"] for claim in CAMPBELL]


def test_csv_has_one_row_a_claim(seeded: Run) -> None:
    result = seeded("list", "--csv", "--source", "Campbell", "-c", "text,said_on,confidence,verdict")
    rows = list(csv.DictReader(io.StringIO(result.out, newline="")))
    assert [(row["text"], row["said_on"], float(row["confidence"])) for row in rows] == [
        (claim["text"], claim.get("said_on", ""), claim["confidence"]) for claim in CAMPBELL
    ]
    assert {row["verdict"] for row in rows} == {""}


def test_json_has_numbers_lists_and_null(seeded: Run) -> None:
    result = seeded("list", "--json", "--source", "Campbell", "-c", "text,confidence,tags,via,verdict,id")
    rows = json.loads(result.out)
    assert [row.pop("id") for row in rows] == [11, 12, 13, 14, 15, 16]
    assert rows == [
        {**{name: claim[name] for name in ("text", "confidence", "tags", "via")}, "verdict": None}
        | {"tags": sorted(claim["tags"])}
        for claim in CAMPBELL
    ]
    assert seeded("list", "--json", "--verdict", "refuted").out == "[]\n"


def test_jsonl_has_the_same_objects_one_a_line(seeded: Run) -> None:
    lines = seeded("list", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(seeded("list", "--json").out)
    assert len(lines) == len(SEED["claims"])


def test_markdown_is_a_table(seeded: Run) -> None:
    lines = seeded("list", "--format", "markdown", "--source", "CSIS", "-c", "id,source").out.splitlines()
    assert lines == ["| id | source |", "| --- | --- |", "| 53 | Center for Strategic and International Studies |"]


def test_a_table_can_be_asked_for_in_a_pipe(seeded: Run) -> None:
    result = seeded("list", "--format", "table", "--source", "Reuters", "-c", "id,said_on,confidence")
    header, _rule, *rows = [table_cells(line) for line in result.out.splitlines()]
    assert [cell.strip() for cell in header] == ["id", "said_on", "confidence"]
    assert [[cell.strip() for cell in row] for row in rows] == [
        ["31", "2024-09", "0.75 likely"], ["32", "2024-09", "0.65 likely"], ["33", "2024-09", "0.40 unlikely"],
    ]  # fmt: skip


def test_a_table_without_rows_is_a_sentence(seeded: Run) -> None:
    result = seeded("list", "--format", "table", "--verdict", "refuted")
    assert (result.code, result.out, result.err) == (0, "", "no claim matches\n")
    assert seeded("list", "-f", "table", "--verdict", "refuted", "--quiet").err == ""


@pytest.mark.parametrize("format_name", ["plain", "tsv", "csv", "markdown", "table"])
def test_headers_can_be_left_out(seeded: Run, format_name: str) -> None:
    result = seeded("list", "--format", format_name, "--source", "CSIS", "-c", "source", "--no-headers")
    assert "Center for Strategic" in result.out
    assert result.out.count("\n") == 1
    assert "---" not in result.out


def test_columns_come_as_they_are_asked_for(seeded: Run) -> None:
    result = seeded("list", "--columns", " text , id,text", "--source", "CSIS")
    assert result.out.splitlines()[0] == "text\tid"


def test_every_column_can_be_shown(seeded: Run) -> None:
    result = seeded("list", "--json", "-n", "1", "-c", ",".join(CLAIM_COLUMNS))
    (row,) = json.loads(result.out)
    assert list(row) == list(CLAIM_COLUMNS)
    assert (row["hop_count"], row["appearance_count"], row["relation_count"]) == (1, 1, 2)
    assert (row["likelihood"], row["revision"], row["publisher"]) == ("very likely", 1, "CEIAS")


def test_an_export_is_csv_with_all_columns_a_byte_order_mark_and_crlf(seeded: Run, tmp_path: Path) -> None:
    place = tmp_path / "claims.csv"
    result = seeded("export", "-o", str(place))
    assert (result.code, result.out, result.err) == (0, "", f"exported {len(SEED['claims'])} claims to {place}\n")
    content = place.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(SEED["claims"]) + 1
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == list(EXPORT_COLUMNS)
    assert {len(row) for row in rows} == {len(EXPORT_COLUMNS)}
    assert seeded("export").out.encode() == content


def test_a_file_holds_what_a_pipe_would_get(seeded: Run, tmp_path: Path) -> None:
    place = tmp_path / "claims.tsv"
    place.write_text("the old content", encoding="utf-8")
    place.chmod(0o640)
    (tmp_path / "opened_before").hardlink_to(place)
    assert seeded("list", "-o", str(place)).out == ""
    assert (tmp_path / "opened_before").read_text(encoding="utf-8") == "the old content"
    assert place.read_text(encoding="utf-8") == seeded("list", "-o", "-").out == seeded("list").out
    assert place.stat().st_mode & 0o777 == 0o640


def test_a_file_that_a_link_names_is_replaced_and_the_link_stays(seeded: Run, tmp_path: Path) -> None:
    (tmp_path / "real.tsv").write_text("the old content", encoding="utf-8")
    (tmp_path / "link.tsv").symlink_to("real.tsv")
    assert seeded("list", "-o", "link.tsv").code == 0
    assert (tmp_path / "link.tsv").is_symlink()
    assert (tmp_path / "real.tsv").read_text(encoding="utf-8") == seeded("list").out


@pytest.mark.parametrize("place", ["missing/claims.csv", "."])
def test_a_file_that_cannot_be_written_gets_one_line(seeded: Run, tmp_path: Path, place: str) -> None:
    before = sorted(tmp_path.iterdir())
    result = seeded("export", "-o", place)
    assert result.code == 5
    assert result.err.startswith(f"claimcheck: cannot write {place}: ")
    assert result.err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_an_export_that_fails_midway_leaves_the_old_file_and_no_draft(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"Claim {number} {'x' * 900},Ann\n" for number in range(400))
    (tmp_path / "many.csv").write_text("text,source\n" + rows, encoding="utf-8")
    run("load", "many.csv")
    run("db", "backup", "copy.sqlite3")
    content = bytearray((tmp_path / "copy.sqlite3").read_bytes())
    for match in re.finditer(b"Claim 390 xxx", bytes(content)):
        page = match.start() // 4096 * 4096
        content[page : page + 4096] = b"\xff" * 4096
    (tmp_path / "copy.sqlite3").write_bytes(content)
    (tmp_path / "many.csv").unlink()
    place = tmp_path / "out.csv"
    place.write_text("the old content", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    result = run("--db", "copy.sqlite3", "export", "-o", str(place), "-c", "id,text")
    assert result.code == 5
    assert result.err.count("\n") == 1
    assert place.read_text(encoding="utf-8") == "the old content"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("format_name", ["plain", "tsv", "json", "jsonl", "markdown", "table"])
def test_stored_text_steers_no_output(hostile: Run, format_name: str) -> None:
    columns = ",".join(name for name in EXPORT_COLUMNS if name != "public_id")
    for command in (["list"], ["export"], ["search", "red"]):
        result = hostile(*command, "--format", format_name, "--columns", columns)
        assert result.code == 0
        assert not STEERING & set(result.out + result.err)
        assert "\r" not in result.out
        assert "\\x1b[31mred" in result.out or "\\u001b[31mred" in result.out or format_name in ("markdown", "table")


def test_show_steers_no_output(hostile: Run) -> None:
    for result in (hostile("show", "1"), hostile("show", "1", "--json"), hostile("count", "--by", "source")):
        assert result.code == 0
        assert not (STEERING | {"\r"}) & set(result.out)


def test_a_row_stays_one_line_of_as_many_cells(hostile: Run) -> None:
    lines = hostile("list", "-c", "id,text,quote").out.split("\n")
    assert [len(line.split("\t")) for line in lines] == [3, 3, 1]
    assert "\\t e\\nf\\rg" in lines[1]


def test_programs_get_stored_text_back_unchanged(hostile: Run) -> None:
    assert json.loads(hostile("list", "--json", "-c", "text,source").out) == [{"text": HOSTILE, "source": NAME}]
    out = hostile("list", "--csv", "-c", "text,source").out
    assert list(csv.reader(io.StringIO(out, newline="")))[1] == [HOSTILE, NAME]


def test_markup_in_stored_text_is_shown_and_not_interpreted(hostile: Run) -> None:
    cell = hostile("list", "--format", "markdown", "-c", "text", "--no-headers").out
    assert r"\[bold\]b\[/\] \<i\>\&amp; \`c\` \| \*d\*" in cell
    assert "[red]" in hostile("list", "--format", "table", "-c", "source").out


def test_a_terminal_gets_a_table_with_bold_matches_and_nothing_that_stored_text_sends(hostile: Run) -> None:
    assert hostile("add", "The report has a red cover.", "--source", "Ann", "--confidence", "0.3").code == 0
    table = on_a_terminal("search", "cover OR red", "-c", "id,text,source,confidence")
    assert "\x1b[1;33mcover\x1b[0m" in table
    assert "0.30 unlikely" in table
    assert not STEERING - {"\x1b"} & set(table)
    assert "\x1b]0" not in table
    assert "\x1b[31m" not in table
    assert "[bold]" in table
    shown = on_a_terminal("list", "--csv", "-c", "text")
    assert not STEERING & set(shown)
    assert "\\x1b[31mred" in shown


def test_no_colour_is_used_where_the_user_has_declined(seeded: Run) -> None:
    assert seeded("count").code == 0
    assert "\x1b[1msaid by" in on_a_terminal("show", "53")
    for variable in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b[" not in on_a_terminal("show", "53", **variable)
    assert "33m" not in on_a_terminal("search", "drones", NO_COLOR="1")
    assert "drones" in on_a_terminal("search", "drones", TERM="dumb")


def test_marks_of_a_match_are_only_drawn_in_a_table(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"China {number},Ann\n" for number in range(501))
    (tmp_path / "many.csv").write_text("text,source\n" + rows, encoding="utf-8")
    run("load", "many.csv")
    assert run("search", "china", "--format", "table", "-c", "text", "--no-headers").out.splitlines()[-1] == "China 500"
    (tmp_path / "a.json").write_text('[{"text": "a\\u0002b\\u0003c", "source": "Bob"}]', encoding="utf-8")
    run("load", "a.json")
    assert "a\\x02b\\x03c" in run("list", "--source", "Bob", "--format", "table").out
