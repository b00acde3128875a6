"""What a reviewer's row may change of a document, which other claims may share."""

from pathlib import Path

import pytest

from tests.cli.reviewing import CLAIM, edited, exported, load, stored, written
from tests.conftest import Run

ADDRESS = {**CLAIM, "document_url": "https://example.org/b"}
OTHER = {"text": "It is not.", "source": "Bob", "document_url": "https://example.org/b"}


@pytest.fixture
def run(blank: Run) -> Run:
    """The command line on a ledger that was started before."""
    return blank


def retitle(run: Run, title: str) -> None:
    described = f'[[documents]]\nkey = "b"\nurl = "https://example.org/b"\ntitle = "{title}"\n'
    Path("own.toml").write_text(described, encoding="utf-8")
    assert run("load", "own.toml").code == 0


def test_a_detail_is_corrected_for_all_claims_of_the_document(run: Run) -> None:
    load(run, ADDRESS, OTHER)
    first, second = exported(run)
    rows = [{**first, "document_title": "Bridges!", "publisher": "Gazette"}, second]
    result = run("load", written(rows), "--verbose")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[:2] == [
        "row 2: claim 1: document title: Bridges -> Bridges!", "row 2: claim 1: publisher: Post -> Gazette",
    ]  # fmt: skip
    assert result.out.endswith("1 changed, 1 unchanged, 1 new source, 1 changed document\n")
    for claim in (1, 2):
        assert (stored(run, claim)["document_title"], stored(run, claim)["publisher"]) == ("Bridges!", "Gazette")
    assert run("load", "edited.csv").out.endswith("0 changed, 2 unchanged\n")
    assert run("db", "check").code == 0


def test_two_rows_that_correct_one_document_to_different_titles_are_in_conflict(run: Run) -> None:
    load(run, ADDRESS, OTHER)
    first, second = exported(run)
    result = run("load", written([{**first, "document_title": "One"}, {**second, "document_title": "Two"}]))
    assert result.code == 1
    assert "row 3: document_title: conflict in claim 2: base 'Bridges', ours 'One', theirs 'Two'" in result.err


def test_a_title_that_the_ledger_has_changed_since_is_kept_or_in_conflict(run: Run) -> None:
    load(run, ADDRESS)
    same, other = exported(run), {"document_title": "Mine"}
    retitle(run, "Ours")
    assert run("load", written(same)).out == "loaded edited.csv: 0 claims added, 0 changed, 1 unchanged\n"
    result = run("load", written([{**same[0], **other}]))
    assert result.code == 1
    assert "document_title: conflict in claim 1: base 'Bridges', ours 'Ours', theirs 'Mine'" in result.err
    assert run("load", "edited.csv", "--prefer", "theirs").code == 0
    assert stored(run)["document_title"] == "Mine"


def test_another_address_is_another_document(run: Run) -> None:
    load(run, ADDRESS, OTHER)
    file = edited(run, document_url="https://example.org/c")
    result = run("load", file)
    assert result.out.endswith("1 changed, 1 unchanged, 1 new document\n")
    assert [stored(run, claim)["document_url"] for claim in (1, 2)] == [
        "https://example.org/c",
        "https://example.org/b",
    ]
    assert stored(run)["text_sha256"] == CLAIM["text_sha256"]
    assert run("db", "check").code == 0


def test_a_known_document_that_a_row_names_keeps_its_own_details(run: Run) -> None:
    load(run, ADDRESS, {**OTHER, "document_url": "https://example.org/c", "document_title": "C"})
    result = run("load", edited(run, document_url="https://example.org/c", document_title="D"))
    assert (result.code, stored(run)["document_title"]) == (1, "C")
    assert "document 2" in result.err


@pytest.mark.parametrize("prefer", ["theirs", "ours"])
def test_a_claim_that_stands_in_another_document_since_is_in_conflict(run: Run, prefer: str) -> None:
    load(run, ADDRESS)
    file = edited(run, document_url="https://example.org/theirs")
    theirs = Path(file).read_text(encoding="utf-8")
    assert run("load", edited(run, document_url="https://example.org/ours")).code == 0
    Path(file).write_text(theirs, encoding="utf-8")
    result = run("load", file)
    assert result.code == 1
    assert "ours 'https://example.org/ours', theirs 'https://example.org/theirs'" in result.err
    assert run("load", file, "--prefer", prefer).code == 0
    assert stored(run)["document_url"] == f"https://example.org/{prefer}"


def test_a_document_that_was_undone_does_not_come_back_with_an_untouched_row(run: Run) -> None:
    run("add", CLAIM["text"], "--source", "Ann")
    load(run, {name: value for name, value in CLAIM.items() if name != "kind"})
    file = edited(run)
    run("undo")
    before = run("export").out, run("source", "list").out
    assert run("load", file).out == "loaded edited.csv: 0 claims added, 0 changed, 1 unchanged\n"
    assert (run("export").out, run("source", "list").out) == before


def test_a_place_is_added_to_a_claim_that_has_none(run: Run) -> None:
    run("add", CLAIM["text"], "--source", "Ann")
    file = edited(run, quote="It is safe.", via="Reuters", document_title="Bridges", text_sha256="a" * 64)
    assert run("load", file).code == 0
    row = stored(run)
    assert (row["quote"], row["document_title"], row["text_sha256"]) == ("It is safe.", "Bridges", "a" * 64)
    assert run("load", file).out.endswith("0 changed, 1 unchanged\n")
    assert run("db", "check").code == 0


def test_a_place_that_is_gone_is_in_conflict_and_comes_back_if_preferred(run: Run) -> None:
    run("add", CLAIM["text"], "--source", "Ann")
    load(run, {"text": CLAIM["text"], "source": "Ann", "quote": "Safe."})
    file = edited(run, quote="It is safe.")
    run("undo")
    result = run("load", file)
    assert result.code == 1
    assert "quote: conflict in claim 1: base 'Safe.', ours nothing, theirs 'It is safe.'" in result.err
    assert run("load", file, "--prefer", "theirs").code == 0
    assert stored(run)["quote"] == "It is safe."


def test_the_row_follows_its_appearance_when_an_earlier_one_has_come_first(run: Run) -> None:
    load(run, ADDRESS)
    file = edited(run, said_on="2024-09-11", quote="Safe it is.")
    earlier = {"document_url": "https://example.org/a", "published_on": "2023", "said_on": "2023"}
    load(run, {"text": CLAIM["text"], "source": "Ann", **earlier})
    assert stored(run)["said_on"] == "2023"
    assert run("load", file).out.startswith("loaded edited.csv: 0 claims added, 1 changed")
    row = stored(run)
    assert (row["said_on"], row["quote"], row["document_url"]) == ("2023", None, "https://example.org/a")
    assert "2024-09-11" in run("show", "1").out
    assert run("load", file).out.endswith("0 changed, 1 unchanged\n")
    assert run("db", "check").code == 0
