"""Loading at the limits: large numbers, other ledgers, documents that say little."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result, Run


def load(run: Run, content: Any, *, db: str | None = None) -> Result:
    Path("claims.json").write_text(json.dumps(content), encoding="utf-8")
    return run(*(("--db", db) if db else ()), "load", "claims.json")


def test_a_file_that_gives_a_claim_twice_settles_at_once(run: Run) -> None:
    claims = [
        {"text": "One.", "source": "Ann", "confidence": 0.5},
        {"text": "one.", "source": "Ann", "confidence": 0.7},
    ]
    load(run, claims)
    before = run("export").out
    for _ in range(2):
        again = load(run, claims)
        assert "0 claims added, 0 changed, 2 unchanged" in again.out
        assert run("export").out == before


@pytest.mark.parametrize("field", ["publisher", "language", None])
def test_documents_of_different_days_are_not_taken_for_one(run: Run, field: str | None) -> None:
    more = {field: "Post"} if field else {}
    load(run, [{"text": day, "source": "Ann", "published_on": day, **more} for day in ("2024-01-01", "2023-05-05")])
    assert run("list", "-c", "text,published_on").rows == [["2024-01-01"] * 2, ["2023-05-05"] * 2]


@pytest.mark.parametrize(
    "via",
    [
        [{"source": "Reuters", "how": "told > later"}],
        [{"source": "X >", "how": None}, {"source": "Y", "how": None}],
        [{"source": "> x", "how": "h"}],
        [{"source": "x", "how": "[a"}],
        [{"source": "]x", "how": None}],
    ],
)
def test_any_hop_comes_back(run: Run, via: list[Any]) -> None:
    load(run, [{"text": "One.", "source": "Ann", "via": via}])
    run("export", "-o", "out.csv")
    assert run("load", "out.csv").out == "loaded out.csv: 0 claims added, 0 changed, 1 unchanged\n"
    assert json.loads(run("list", "--json", "-c", "via").out) == [{"via": via}]


@pytest.mark.parametrize("how", ["a\x1fb", "a\x1eb", "a\nb", "a\0b"])
def test_a_control_character_in_how_is_refused(run: Run, how: str) -> None:
    Path("claims.csv").write_text(f'text,source,via\nOne.,Ann,"[{how}] R"\n', encoding="utf-8", newline="")
    result = run("load", "claims.csv")
    assert result.code == 4
    assert "via" in result.err


def test_numbers_too_large_for_anything_are_refused(run: Run) -> None:
    Path("a.json").write_text('[{"text": "One.", "source": "Ann", "confidence": 1' + "0" * 400 + "}]")
    assert run("load", "a.json").code == 4
    Path("a.toml").write_text('[[claims]]\ntext = "One."\nsource = "Ann"\ncredibility = 0x' + "F" * 4000 + "\n")
    assert run("load", "a.toml").code == 4
    Path("a.toml").write_text('[[claims]]\ntext = "One."\nsource = "Ann"\nsaid_on = 0x' + "F" * 4000 + "\n")
    assert run("load", "a.toml").code == 4


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_outside_the_calendar_of_utc_is_refused(run: Run, moment: str) -> None:
    document = {"key": "d", "title": "T", "text_sha256": "a" * 64, "retrieved_at": moment}
    result = load(run, {"documents": [document]})
    assert result.code == 4
    assert "retrieved_at" in result.err


def test_a_tag_that_grows_by_folding_can_be_loaded_again(run: Run) -> None:
    run("db", "init")
    assert load(run, [{"text": "One.", "source": "Ann", "tags": ["ß" * 300]}]).code in (0, 4)
    run("export", "-o", "out.csv")
    assert run("load", "out.csv").code == 0


def test_an_unknown_column_is_named_once_and_not_for_every_row(run: Run) -> None:
    Path("a.csv").write_text("text,source,txt\n" + "One.,Ann,x\n" * 5, encoding="utf-8")
    assert run("load", "a.csv").err.count("unknown column") == 1


def test_a_revision_of_another_ledger_does_not_outweigh_a_person(run: Run) -> None:
    load(run, [{"text": "One.", "source": "Ann", "confidence": 0.5}])
    run("export", "-o", "first.csv")
    run("--db", "other.sqlite3", "load", "first.csv")
    run("--db", "other.sqlite3", "annotate", "1", "--confidence", "0.9")
    run("annotate", "1", "--confidence", "0.1")
    run("export", "-o", "second.csv")
    result = run("--db", "other.sqlite3", "load", "second.csv")
    assert (result.code, run("--db", "other.sqlite3", "list", "-c", "confidence").rows) == (1, [["0.9"]])


@pytest.mark.parametrize("arguments", [("", "-s", "Ann"), ("Text.", "-s", " ")])
def test_add_without_text_or_source_is_one_line_and_starts_no_ledger(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("add", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert run("list").code == 5


@pytest.mark.parametrize(
    ("field", "other"),
    [("source_role", "Mayor"), ("reliability", "E"), ("published_on", "2023"), ("document_title", "Other")],
)
def test_a_value_of_a_source_or_document_that_is_not_taken_over_is_reported(run: Run, field: str, other: str) -> None:
    claim = {"text": "One.", "source": "Ann", "document_url": "https://example.org/1", "source_role": "Engineer"}
    claim |= {"reliability": "B", "published_on": "2024", "document_title": "Bridges"}
    load(run, [claim])
    result = load(run, [claim | {field: other}])
    taken = run("list", "-c", field).rows == [[other]]
    assert taken or result.code == 1


def test_after_an_undo_the_file_is_loaded_as_if_for_the_first_time(seeded: Run) -> None:
    seeded("export", "--source", "Campbell", "-o", "review.csv")
    review = Path("review.csv").read_text(encoding="utf-8-sig").replace('"","accepted"', '"supported","accepted"')
    Path("review.csv").write_text(review, encoding="utf-8")
    assert "6 changed" in seeded("load", "review.csv").out
    assert seeded("undo").code == 0
    assert "6 changed" in seeded("load", "review.csv").out
    assert len(seeded("list", "--verdict", "supported").rows) == 6
