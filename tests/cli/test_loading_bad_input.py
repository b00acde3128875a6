"""What `load` answers to files that are not as they should be: every problem named, nothing kept, no traceback."""

import json
import shutil
from pathlib import Path

import pytest

from claimcheck.cli import main
from tests.conftest import Result, Run

ONE = ("The bridge is safe.", "--source", "Ann")
UUID = "01234567-89ab-7def-8123-456789abcdef"


@pytest.fixture(scope="session")
def small_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file with one claim, made once; copy it, do not touch it."""
    place = tmp_path_factory.mktemp("small") / "ledger.sqlite3"
    assert main(["--quiet", "--db", str(place), "add", *ONE]) == 0
    return place


@pytest.fixture
def kept(run: Run, database: str, small_ledger: Path, tmp_path: Path) -> Run:
    """The command line on a ledger with one claim, whose content no bad file may change."""
    if database == "sqlite":
        shutil.copy(small_ledger, tmp_path / "ledger.sqlite3")
    else:
        assert run("--quiet", "add", *ONE).code == 0
    return run


def refused(run: Run, name: str, content: str | bytes, code: int = 4) -> list[str]:
    """The lines that a bad file gets, after making sure that it changed nothing."""
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    before = run("export").out, run("history").out, run("source", "list").out
    result: Result = run("load", name)
    assert (result.code, result.out) == (code, "")
    assert "bug" not in result.err
    assert (run("export").out, run("history").out, run("source", "list").out) == before
    lines = result.err.splitlines()
    assert all(line.startswith("claimcheck: ") for line in lines)
    assert lines[-1].startswith(f"claimcheck: {name}: ")
    return [line.removeprefix("claimcheck: ").removeprefix(f"{name}: ") for line in lines]


def one_row(run: Run, field: str, value: object) -> str:
    """What is said of one wrong value of a claim, in JSON."""
    lines = refused(run, "claims.json", json.dumps([{"text": "New.", "source": "Bob", field: value}]))
    assert len(lines) == 2
    assert lines[0].startswith(f"claims[1]: {field}: ")
    assert lines[1].endswith(" row is not as it should be, so nothing was loaded")
    return lines[0]


VALUES: list[tuple[str, object, str]] = [
    ("text", 5, "not text"),
    ("text", ["a"], "not text"),
    ("text", "x" * 100_001, "the limit is 100,000"),
    ("text", "a\0b", "NUL character at position 1"),
    ("text", "a\ud800b", "lone surrogate U+D800 at position 1"),
    ("source", "a\nb", "one line"),
    ("source", "x" * 501, "the limit is 500"),
    ("quote", True, "not text"),
    ("kind", "denail", "did you mean 'denial'?"),
    ("kind", 3, "none of assertion"),
    ("verdict", "true", "supported, refuted"),
    ("state", "open", "proposed, accepted, rejected"),
    ("directness", "quoted", "direct, indirect, mixed"),
    ("source_kind", "people", "person"),
    ("reliability", "G", "A, B, C, D, E, F"),
    ("confidence", 1.5, "write 0.015 for 1.5 %"),
    ("confidence", 60, "write 0.6 for 60 %"),
    ("confidence", -0.1, "between 0 and 1"),
    ("confidence", float("nan"), "not a number"),
    ("confidence", float("inf"), "not a number"),
    ("confidence", True, "not a number"),
    ("confidence", "0,5", "decimal comma; write 0.5"),
    ("confidence", "60%", "percentage; write 0.6"),
    ("confidence", "high", "write it like 0.5"),
    ("confidence", "1_0", "not a number"),
    ("confidence", "١", "not a number"),
    ("confidence", "nan", "not a number"),
    ("confidence", "-0.5", "not a number"),
    ("credibility", 0, "from 1 to 6"),
    ("credibility", 7, "from 1 to 6"),
    ("credibility", True, "from 1 to 6"),
    ("credibility", 2.0, "from 1 to 6"),
    ("credibility", "2.5", "from 1 to 6"),
    ("said_on", "2024-02-30", "does not exist in 2024-02"),
    ("said_on", "2024-13", "no month 13"),
    ("said_on", "12.9.2024", "write 2024-09-12"),
    ("said_on", "9/12/2024", "may be 9 December 2024 or 12 September 2024"),
    ("said_on", "2024-09-12T08:30:00Z", "the day alone"),
    ("said_on", "2024/2023", "ends before it begins"),
    ("said_on", "../..", "without a start or an end"),
    ("said_on", 2024.5, "not a date"),
    ("published_on", "0000", "before the year 1"),
    ("tags", "-x", "no leading hyphen"),
    ("tags", {"a": 1}, "list of tags"),
    ("tags", ["a,b"], "no comma"),
    ("via", 7, "list of hops"),
    ("via", [{"name": "Reuters"}], "the keys source and how"),
    ("via", [{"source": "Reuters", "when": "now"}], "the keys source and how"),
    ("via", "[{broken", "begins like JSON"),
    ("via", "Reuters > ", "it is empty"),
    ("public_id", "123", "a number; copy it from the export"),
    ("public_id", "1.23E+10", "a number; copy it from the export"),
    ("public_id", "none", "not a UUID; leave the cell empty"),
    ("revision", "x", "whole number"),
    ("id", -1, "whole number"),
    ("span_sha256", "abc", "64 hexadecimal digits"),
    ("text_sha256", "g" * 64, "64 hexadecimal digits"),
    ("cue_start", 5, "needs the cue"),
    ("quote_start", 0, "needs the quote"),
    ("document", "nowhere", "no document of this file has the key 'nowhere'"),
    ("txt", "x", "did you mean 'text'?"),
    ("confidense", 0.5, "did you mean 'confidence'?"),
    ("zzz", 1, "(columns: public_id, revision, text"),
]
NOT_EVEN_ROWS: list[tuple[str, str | bytes, str]] = [
    ("empty.csv", b"", "the first row is empty"),
    ("blank.csv", b"\n\ntext,source\n", "the first row is empty"),
    ("empty.json", b"", "not JSON"),
    ("latin.csv", "text,source\né,Ann\n".encode("latin-1"), "not UTF-8"),
    ("wide.csv", "text,source\nx,Ann\n".encode("utf-16-le"), "UTF-16 without its mark"),
    ("latin.json", '[{"text": "é"}]'.encode("latin-1"), "not UTF-8 at byte"),
    ("latin.toml", 'a = "é"'.encode("latin-1"), "not UTF-8 at byte"),
    ("twice.csv", "text,source,text\nx,Ann,y\n", "names the column 'text' twice"),
    ("open.csv", 'text,source\n"x,Ann\n', "quotation mark"),
    ("quote.csv", 'text,source\n"x"y,Ann\n', "cannot be read"),
    ("huge.csv", f"text,source\n{'x' * 1_000_001},Ann\n", "field limit"),
    ("cut.json", '[{"text": "x"', "not JSON"),
    ("deep.json", "[" * 100_000, "nested too deep"),
    ("number.json", "5", "neither a list of claims nor a ledger"),
    ("format.json", '{"format": "claimcheck-ledger/9", "claims": []}', "claimcheck-ledger/1"),
    ("section.json", '{"claim": []}', "did you mean 'claims'?"),
    ("table.json", '{"claims": {"text": "x"}}', "[[claims]]"),
    ("broken.toml", "[[claims]\n", "not TOML"),
    ("twice.toml", "a = 1\na = 2\n", "not TOML"),
    ("deep.toml", "a = " + "[" * 100_000, "nested too deep"),
    ("section.toml", "[[sorces]]\n", "did you mean 'sources'?"),
    ("long.jsonl", '{"text": "' + "x" * 4_000_001, "longer than 4,000,000 bytes"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "reason"), VALUES)
def test_a_wrong_value_is_named_with_row_field_and_reason(kept: Run, field: str, value: object, reason: str) -> None:
    assert reason in one_row(kept, field, value)


@pytest.mark.parametrize(("name", "content", "reason"), NOT_EVEN_ROWS)
def test_a_file_that_cannot_be_read_gets_one_line(kept: Run, name: str, content: str | bytes, reason: str) -> None:
    (line,) = refused(kept, name, content)
    assert reason in line


def test_every_bad_row_is_reported_and_none_of_the_file_is_kept(kept: Run) -> None:
    rows = ["text,source,confidence,said_on", "Good.,Ann,0.5,2024", "Bad.,Ann,high,2024-02-30", ",Ann,,", "Bad.,,,"]
    lines = refused(kept, "claims.csv", "\n".join(rows) + "\n")
    assert [line.split(": ")[:2] for line in lines[:-1]] == [
        ["row 3", "confidence"], ["row 3", "said_on"], ["row 4", "text"], ["row 5", "source"],
    ]  # fmt: skip
    assert lines[-1].endswith(" rows are not as they should be, so nothing was loaded")


def test_rows_that_are_ragged_are_all_reported_with_the_other_problems(kept: Run) -> None:
    rows = ["text,source", "x", "Good.,Ann", "a,b,c", ",", "", "Long.,Ann,,", "Bad., "]
    lines = refused(kept, "claims.csv", "\r\n".join(rows))
    assert sorted(line.split(": ")[0] for line in lines[:-1]) == ["row 2", "row 4", "row 8"]
    assert "has 1 cells, the header 2" in " ".join(lines)
    assert "has 3 cells, the header 2" in " ".join(lines)


def test_a_cell_under_no_name_is_reported(kept: Run) -> None:
    lines = refused(kept, "claims.csv", "text,source,\nGood.,Ann,\nBad.,Ann,stray\n")
    assert lines[0] == "row 3: a cell stands under no column name; name it in row 1"


def test_a_bad_row_after_thousands_of_good_ones_keeps_none_of_them(kept: Run) -> None:
    rows = "".join(f"Claim {number},Source {number % 9},\n" for number in range(4500))
    lines = refused(kept, "claims.csv", f"text,source,kind\n{rows}Bad.,Ann,lie\n")
    assert lines[0].startswith("row 4502: kind: 'lie' is none of")


def test_a_nul_in_a_table_is_reported(kept: Run) -> None:
    assert "NUL" in refused(kept, "claims.csv", b"text,source\na\0b,Ann\n")[0]


def test_an_unknown_column_of_a_table_is_reported_even_without_rows(kept: Run) -> None:
    lines = refused(kept, "claims.csv", "texst,source\n")
    assert len(lines) == 2
    assert lines[0].startswith("row 1: texst: unknown column; did you mean 'text'? (columns: ")


def test_an_unknown_column_is_named_once_and_not_for_every_row(kept: Run) -> None:
    lines = refused(kept, "claims.csv", "text,source,txt\n" + "New.,Bob,x\n" * 3)
    assert [line.split(": ")[:2] for line in lines[:-1]] == [["row 1", "txt"]]


@pytest.mark.parametrize("how", ["a\x1fb", "a\x1eb", "a\nb", "a\0b"])
def test_a_control_character_in_a_hop_is_refused(kept: Run, how: str) -> None:
    assert "row 2: via: " in refused(kept, "claims.csv", f'text,source,via\nOne.,Ann,"[{how}] R"\n')[0]


def test_lines_of_jsonl_that_are_no_claims_are_all_reported(kept: Run) -> None:
    good = '{"text": "Good.", "source": "Ann"}'
    lines = refused(kept, "claims.jsonl", "\n".join([good, "{", "[]", "", "é", good + good]) + "\n")
    assert [line.split(": ")[0] for line in lines[:-1]] == ["line 2", "line 3", "line 5", "line 6"]
    lines = refused(kept, "claims.jsonl", good.encode() + b"\n\xff\n" + b"[" * 100_000 + b"\n")
    assert [line.split(": ")[0] for line in lines[:-1]] == ["line 2", "line 3"]
    assert "nested too deep" in lines[1]


def test_a_file_names_each_claim_once(kept: Run) -> None:
    rows = f"text,source,public_id,id\nOne.,Ann,{UUID},1\nTwo.,Ann,{UUID.upper()},1\nThree.,Ann,,2\n"
    lines = refused(kept, "claims.csv", rows)
    assert [line.split(": ")[:2] for line in lines[:-1]] == [["row 3", "public_id"], ["row 3", "id"]]
    assert "stands in row 2 already" in lines[0]


KEYED = "[[claims]]\nkey='a'\ntext='T'\nsource='S'\n"
TABLES: list[tuple[str, str, str]] = [
    ("[[documents]]\ntitle = 'T'", "documents[1]", "key: it is missing"),
    ("[[documents]]\nkey = 'd'", "documents[1]", "a title or a url"),
    ("[[documents]]\nkey = 'd'\ntitle = 'T'\nurll = 'x'", "documents[1]", "did you mean 'url'?"),
    ("[[documents]]\nkey='d'\ntitle='T'\n[[documents]]\nkey='d'\ntitle='U'", "documents[2]", "has the key 'd'"),
    ("[[documents]]\nkey='d'\ntitle='T'\nretrieved_at = 2024-09-12T08:30:00", "documents[1]", "has no time zone"),
    ("[[documents]]\nkey='d'\ntitle='T'\nretrieved_at = '2024-09-12 08:30'", "documents[1]", "has no time zone"),
    ("[[documents]]\nkey='d'\ntitle='T'\nretrieved_at = 'noon'", "documents[1]", "is not a moment"),
    ("[[sources]]\nkind = 'person'", "sources[1]", "name: it is missing"),
    ("[[sources]]\nname = 'X'\nreliability = 'Z'", "sources[1]", "A, B, C"),
    ("[[sources]]\nname = 'X'\nreliability_on = '2024-02-30'", "sources[1]", "does not exist"),
    ("[[sources]]\nname = 'X'\naliases = ['Ann']", "sources[1]", "aliases: 'Ann' is a name of 'Ann' already"),
    ("[[claims]]\ntext = 'T'", "claims[1]", "source: it is missing"),
    ("[[claims]]\ntext = 'T'\nsource = 'S'\nsaid_on = 2024-09-12T08:30:00", "claims[1]", "the day alone"),
    ("[[claims]]\ntext = 'T'\nsource = 'S'\nconfidence = nan", "claims[1]", "not a number"),
    ("[[claims]]\ntext='T'\nsource='S'\nspan_end=5", "claims[1]: span_start", "a span needs both"),
    ("[[claims]]\ntext='T'\nsource='S'\nspan_start=5\nspan_end=5", "claims[1]", "5 does not lie after"),
    ("[[relations]]\nclaim='a'\nkind='denies'\nother='b'", "relations[1]", "no claim of this file has the key 'a'"),
    ("[[relations]]\nclaim='a'\nkind='denys'\nother='b'", "relations[1]", "did you mean 'denies'?"),
    (f"{KEYED}[[claims]]\nkey='a'\ntext='U'\nsource='S'", "claims[2]", "claims[1] already"),
    (f"{KEYED}[[relations]]\nclaim='a'\nkind='denies'\nother='a'", "relations[1]", "itself"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "row", "reason"), TABLES)
def test_a_wrong_table_of_a_ledger_file_is_named(kept: Run, content: str, row: str, reason: str) -> None:
    lines = refused(kept, "ledger.toml", content)
    assert lines[0].startswith(row)
    assert reason in lines[0]


def test_members_of_a_section_that_are_no_tables_are_all_named(kept: Run) -> None:
    lines = refused(kept, "claims.json", '[1, {"text": "New.", "source": "Bob"}, null]')
    assert [line.split(": ")[0] for line in lines[:-1]] == ["claims[1]", "claims[3]"]


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.toml", "empty_list.json", "header.csv"])
def test_a_file_without_claims_is_no_mistake(kept: Run, name: str) -> None:
    Path(name).write_text({"empty_list.json": "[]", "header.csv": "text,source\n"}.get(name, ""), encoding="utf-8")
    result = kept("load", name)
    assert (result.code, result.out) == (0, f"loaded {name}: 0 claims added, 0 changed, 0 unchanged\n")


@pytest.mark.parametrize(
    ("name", "code", "reason"),
    [
        ("missing.csv", 4, "No such file"), ("folder.csv", 4, "directory"), ("claims.xlsx", 2, "'.xlsx' file"),
        ("claims.jsn", 2, "did you mean 'json'"), ("claims", 2, "--format"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_gets_one_line(kept: Run, name: str, code: int, reason: str) -> None:
    Path("folder.csv").mkdir()
    result = kept("load", name)
    assert (result.code, result.out) == (code, "")
    assert reason in result.err
    assert result.err.startswith(f"claimcheck: {name}: ")
    assert result.err.count("\n") == 1


def test_an_unknown_format_lists_those_there_are(kept: Run) -> None:
    result = kept("load", "claims.csv", "--format", "jsonn")
    assert result.code == 2
    assert "did you mean 'json'" in result.err


def test_what_a_file_says_reaches_the_terminal_harmless(kept: Run) -> None:
    lines = refused(kept, "claims.json", json.dumps([{"text": "x", "source": "Bob", "kind": "\x1b]0;x\x07\u202e\nb"}]))
    assert not set("\x1b\x07\u202e") & set("".join(lines))
    assert len(lines) == 2
