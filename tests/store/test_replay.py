"""Whether the ledger says what its history says, field by field, after whatever was done to it by command."""

import csv
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from claimcheck.cli import main
from claimcheck.store.checks import findings
from claimcheck.store.replay import MAX_DIFFERENCES
from claimcheck.store.target import Target
from tests.conftest import Run

pytestmark = pytest.mark.file

SHIPS = "Ships were seen.,Harbour Master,2024-05,ships,The Post,Night at the docks,2024-06,[told] The Post"
HEADER = "text,source,said_on,tags,publisher,document_title,published_on,via"
LATER = f"{HEADER}\n{SHIPS}\n"
EARLIER = f"{HEADER},text_sha256\n{SHIPS.replace('2024-05', '2023-01').replace('Night', 'Day')},{'a' * 64}\n"
FILLED = f"{HEADER},cue\n{SHIPS},said\n"
NEW = 63
"""The number of the claim that these files bring; the bundled ones end before it."""

FOREIGN_CLAIM = """
INSERT INTO claim (id, public_id, source_id, text, text_fingerprint, kind, state, revision, recorded_at)
VALUES ({}, 'x', 1, 'T', 1, 'assertion', 'accepted', 1, '2026')
"""


def tamper(*statements: str, place: Path = Path("ledger.sqlite3")) -> None:
    with closing(sqlite3.connect(place)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount == 1, statement
        connection.commit()


def last_event(place: Path, field: str) -> str:
    with closing(sqlite3.connect(place)) as connection:
        return str(connection.execute("SELECT max(id) FROM event WHERE field = ?", (field,)).fetchone()[0])


def edit(place: Path, **changes: str) -> None:
    """Write other values into the first row of an exported table."""
    with place.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with place.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows([{**rows[0], **changes}, *rows[1:]])


@pytest.fixture(scope="module")
def eventful_file(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which everything was done that can be done, nothing of which gave a finding; do not touch it."""
    folder = tmp_path_factory.mktemp("eventful")
    place = Path(shutil.copy(seeded_file, folder / "ledger.sqlite3"))

    def do(*command: str) -> None:
        assert main(["--db", str(place), "--quiet", *command, "--author", "tester"]) == 0, command
        assert list(findings(Target(place))) == [], command

    def do_all(*commands: Sequence[str]) -> None:
        for command in commands:
            do(*command)

    def write(name: str, content: str) -> str:
        (folder / name).write_text(content, encoding="utf-8")
        return str(folder / name)

    do_all(
        ["load", write("later.csv", LATER)],
        ["load", write("earlier.csv", EARLIER)],
        ["load", write("filled.csv", FILLED)],
        ["undo"],
        ["undo", "--command", "5"],
        ["annotate", "3", "seen", "--confidence", "0.9", "--tag", "x", "--said-on", "2024-05/2024-06"],
        ["annotate", "3", "--verdict", "refuted", "--text", "Other words.", "--tag", "y", "--untag", "x"],
        ["relate", "3", "denies", "4", "--note", "first"],
        ["relate", "3", "denies", "4", "--note", "second"],
        ["relate", "3", "repeats", "5"],
        ["relate", "3", "repeats", "5", "--remove"],
        ["source", "set", "CSIS", "--reliability", "D", "--reason", "r", "--alias", "C.S.I.S.", "--role", "institute"],
        ["source", "set", "CSIS", "--alias", "See Sis"],
        ["source", "set", "CSIS", "--unalias", "see  SIS"],
        ["source", "merge", "The Post", "Reuters"],
    )
    do("undo", "--event", last_event(place, "verdict"))
    do_all(["undo"], ["undo"])
    do("add", "Soon gone.", "--source", "Nobody Known", "--via", "Reuters", "--document-title", "T", "--tag", "x")
    do_all(["undo"], ["undo", "--command", "21"], ["source", "merge", "The Post", "Reuters"])
    do("source", "merge", "Harbour Master", "CSIS")
    exported = str(folder / "exported.csv")
    assert main(["--db", str(place), "export", "-o", exported]) == 0
    edit(Path(exported), tags="edited", via="[told] Reuters > CSIS", cue="barked", confidence="0.42", verdict="refuted")
    do("load", exported)
    return place


@pytest.fixture
def eventful(run: Run, eventful_file: Path, tmp_path: Path) -> Run:
    """The command line on a fresh copy of that ledger."""
    shutil.copy(eventful_file, tmp_path / "ledger.sqlite3")
    return run


def test_after_everything_that_commands_can_do_there_is_nothing_to_find(eventful: Run, eventful_file: Path) -> None:
    assert eventful("db", "check").code == 0
    with closing(sqlite3.connect(eventful_file)) as connection:
        forms = set(connection.execute("SELECT DISTINCT entity, coalesce(field, action) FROM event"))
        forms |= set(connection.execute("SELECT DISTINCT entity, action FROM event WHERE undoes_id IS NOT NULL"))
    assert forms > {
        ("claim", "created"), ("claim", "deleted"), ("claim", "noted"), ("claim", "changed"), ("claim", "text"),
        ("claim", "tag"), ("claim", "relation"), ("claim", "appearance"), ("claim", "first_appearance"),
        ("claim", "via"), ("claim", "source_id"), ("claim", "said_on"), ("document", "created"),
        ("document", "deleted"),
        ("document", "snapshot"), ("document", "publisher_id"), ("source", "created"), ("source", "deleted"),
        ("source", "alias"), ("source", "merged_into_id"), ("source", "reliability"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("claim SET confidence = 0.01 WHERE id = 3", "confidence of claim 3 is 0.01, by its history it is 0.9"),
        ("claim SET verdict = 'supported' WHERE id = 3", "verdict of claim 3 is 'supported', by"),
        ("claim SET said_on = 'foo' WHERE id = 3", "said_on of claim 3 is 'foo', by its history it is"),
        ("claim SET said_earliest = '2020-01-01' WHERE id = 3", "said_earliest of claim 3 is '2020-01-01'"),
        ("claim SET said_latest = NULL WHERE id = 3", "said_latest of claim 3 is None, by its history it is"),
        ("claim SET text = x'00ff' WHERE id = 3", "text of claim 3 is not text"),
        ("claim SET text_fingerprint = 7 WHERE id = 3", "text_fingerprint of claim 3 is 7, by its history it is"),
        ("claim SET source_id = 1 WHERE id = 3", "source_id of claim 3 is 1, by its history it is"),
        ("claim SET public_id = 'p' WHERE id = 3", "public_id of claim 3 is 'p', by its history it is"),
        ("claim SET revision = 99 WHERE id = 3", "revision of claim 3 is 99, by its history it is"),
        ("claim SET recorded_at = '2000' WHERE id = 3", "recorded_at of claim 3 is '2000', by its history it is"),
        ("claim SET basis = 'x' WHERE id = 9", "basis of claim 9 is 'x', by its history it is"),
        ("source SET name = 'Nobody' WHERE id = 2", "name of source 2 is 'Nobody', by its history it is"),
        ("source SET kind = 'unnamed' WHERE id = 2", "kind of source 2 is 'unnamed', by its history it is"),
        ("source SET role = 'x' WHERE id = 2", "role of source 2 is 'x', by its history it is"),
        ("source SET reliability = 'E' WHERE id = 2", "reliability of source 2 is 'E', by its history it is"),
        ("source SET reliability_on = '1999' WHERE id = 2", "reliability_on of source 2 is '1999', by its history"),
        ("source SET reliability_reason = 'x' WHERE id = 2", "reliability_reason of source 2 is 'x', by its history"),
        ("source SET merged_into_id = 1 WHERE id = 2", "merged_into_id of source 2 is 1, by its history it is null"),
        ("source SET revision = 99 WHERE id = 2", "revision of source 2 is 99, by its history it is"),
        ("source_alias SET source_id = 1 WHERE alias = 'C.S.I.S.'", "alias 'c.s.i.s.' of source 1 is there, by its"),
        ("source_alias SET alias = 'CS' WHERE alias = 'C.S.I.S.'", "spelling of alias 'c.s.i.s.' of source 3 is 'CS'"),
        ("source_alias SET alias_key = 'k' WHERE alias = 'C.S.I.S.'", "alias 'c.s.i.s.' of source 3 is gone, and no"),
        ("document SET title = 'x' WHERE id = 1", "title of document 1 is 'x', by its history it is"),
        ("document SET url = 'x' WHERE id = 1", "url of document 1 is 'x', by its history it is"),
        ("document SET publisher_id = 1 WHERE id = 2", "publisher_id of document 2 is 1, by its history it is"),
        ("document SET published_on = '1999' WHERE id = 2", "published_on of document 2 is '1999', by its history"),
        ("document SET published_earliest = 'x' WHERE id = 2", "published_earliest of document 2 is 'x',"),
        ("document SET published_latest = 'x' WHERE id = 2", "published_latest of document 2 is 'x', by its history"),
        ("document SET published_on_reason = 'x' WHERE id = 2", "published_on_reason of document 2 is 'x', by its"),
        ("document SET language = 'la' WHERE id = 1", "language of document 1 is 'la', by its history it is"),
        ("document SET identity = 7 WHERE id = 2", "identity of document 2 is 7, by its history it is"),
        ("document SET revision = 99 WHERE id = 1", "revision of document 1 is 99, by its history it is"),
        ("snapshot SET retrieved_at = 'x' WHERE id = 1", "retrieved_at of snapshot 1 of document 1 is 'x',"),
        ("snapshot SET document_id = 2 WHERE id = 1", "snapshot 1 of document 1 is gone, and no command removed it"),
        ("tag SET name = 'z' WHERE name = 'y'", "tag 'z' of claim 3 is there, by its history it is not"),
        ("relation SET note = NULL WHERE claim_id = 3 AND other_id = 4", "note of relation denies 4 of claim 3 is"),
        ("relation SET kind = 'narrows' WHERE claim_id = 3 AND other_id = 4", "relation denies 4 of claim 3 is gone"),
        ("appearance SET quote = 'x' WHERE claim_id = 4", "quote of appearance 4 of claim 4 is 'x',"),
        ("appearance SET span_start = 1 WHERE claim_id = 4", "span_start of appearance 4 of claim 4 is 1, by its"),
        ("appearance SET cue = NULL WHERE claim_id = 4", "cue of appearance 4 of claim 4 is None,"),
        ("appearance SET directness = 'mixed' WHERE claim_id = 5", "directness of appearance 5 of claim 5 is 'mixed'"),
        ("appearance SET document_id = 2 WHERE claim_id = 4", "document_id of appearance 4 of claim 4 is 2, by its"),
        ("appearance SET snapshot_id = NULL WHERE claim_id = 4", "snapshot_id of appearance 4 of claim 4 is None"),
        ("appearance SET is_first = 0 WHERE claim_id = 4", "is_first of appearance 4 of claim 4 is 0, by its history"),
        ("appearance SET claim_id = 5 WHERE claim_id = 4", "appearance 4 of claim 5 is there,"),
        (f"appearance SET said_on = 'x' WHERE claim_id = {NEW} AND is_first = 0", f"of claim {NEW} is 'x',"),
        ("via SET source_id = 2 WHERE appearance_id = 4 AND position = 1", "source_id of hop 1 of appearance 4"),
        ("via SET how = 'x' WHERE appearance_id = 4 AND position = 1", "how of hop 1 of appearance 4 of claim 4"),
        ("via SET position = 9 WHERE appearance_id = 4 AND position = 1", "source_id of hop 9 of appearance 4"),
    ],
)  # fmt: skip
def test_a_value_that_no_event_has_put_there_is_found(eventful: Run, change: str, words: str) -> None:
    tamper(f"UPDATE {change}")
    result = eventful("db", "check")
    assert result.code == 1
    assert any(line.startswith("ledger: ") and words in line for line in result.out.splitlines()), result.out


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (FOREIGN_CLAIM.format(65), "claim 65 was never recorded by any command"),
        ("INSERT INTO source (public_id, name, revision, recorded_at) VALUES ('x', 'X', 1, '')", "was never"),
        ("INSERT INTO document (public_id, identity, revision, recorded_at) VALUES ('x', 1, 1, '')", "was never"),
        ("INSERT INTO source_alias (alias_key, alias, source_id) VALUES ('k', 'K', 1)", "alias 'k' of source 1 is"),
        ("INSERT INTO snapshot (document_id, sha256) VALUES (1, zeroblob(64))", "of document 1 is there,"),
        ("INSERT INTO claim_tag VALUES (5, (SELECT id FROM tag WHERE name = 'y'))", "tag 'y' of claim 5 is there"),
        ("INSERT INTO relation (claim_id, kind, other_id) VALUES (7, 'narrows', 8)", "relation narrows 8 of claim 7"),
        ("INSERT INTO appearance (claim_id, is_first) VALUES (7, 0)", "of claim 7 is there, by its history it is not"),
        ("INSERT INTO via VALUES (7, 9, 1, 'told')", "source_id of hop 9 of appearance 7 of claim 7 is 1, by its"),
        ("DELETE FROM claim WHERE id = 40", "claim 40 is gone, and no command removed it"),
        ("DELETE FROM source WHERE id = 2", "source 2 is gone, and no command removed it"),
        ("DELETE FROM document WHERE id = 2", "document 2 is gone, and no command removed it"),
        ("DELETE FROM source_alias WHERE alias = 'C.S.I.S.'", "alias 'c.s.i.s.' of source 3 is gone, and no command"),
        ("DELETE FROM snapshot WHERE id = 1", "snapshot 1 of document 1 is gone, and no command removed it"),
        ("DELETE FROM claim_tag WHERE claim_id = 3 AND tag_id = (SELECT id FROM tag WHERE name = 'y')", "tag 'y' of"),
        ("DELETE FROM relation WHERE claim_id = 3 AND other_id = 4", "relation denies 4 of claim 3 is gone, and no"),
        ("DELETE FROM appearance WHERE claim_id = 4", "appearance 4 of claim 4 is gone, and no command removed it"),
        ("DELETE FROM via WHERE appearance_id = 4 AND position = 1", "source_id of hop 1 of appearance 4"),
    ],
)  # fmt: skip
def test_a_row_that_no_command_added_or_removed_is_found(eventful: Run, statement: str, words: str) -> None:
    tamper(statement)
    result = eventful("db", "check")
    assert result.code == 1
    assert any(line.startswith("ledger: ") and words in line for line in result.out.splitlines()), result.out


def test_what_a_command_removed_and_somebody_put_back_is_found(seeded: Run) -> None:
    seeded("add", "New.", "--source", "CSIS")
    seeded("undo")
    tamper(FOREIGN_CLAIM.format(NEW))
    assert f"ledger: claim {NEW} is there, by its history it is not" in seeded("db", "check").out


def test_a_value_put_there_behind_its_back_is_found_after_a_command_has_replaced_it(seeded: Run) -> None:
    tamper("UPDATE claim SET confidence = 0.01 WHERE id = 3")
    seeded("annotate", "3", "--confidence", "0.5")
    (line,) = seeded("db", "check").out.splitlines()
    assert line.startswith("ledger: confidence of claim 3 was 0.01 before event ")


def test_an_event_that_cannot_be_read_is_named(seeded: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3")) as connection:
        connection.execute("DROP TRIGGER event_append_only_update")
        for entity, new in (("source", "'x'"), ("document", "'[]'"), ("claim", "x'ff'")):
            connection.execute(f"UPDATE event SET new = {new} WHERE entity = '{entity}' AND entity_id = 1")  # noqa: S608
        connection.commit()
    result = seeded("db", "check")
    assert result.code == 1
    for name in ("source 1", "document 1", "claim 1"):
        assert f"ledger: the events of {name} cannot be read from event " in result.out


def test_many_differences_are_counted_and_cut(seeded: Run) -> None:
    with closing(sqlite3.connect("ledger.sqlite3")) as connection:
        connection.execute("UPDATE claim SET basis = ?", ("long " * 99,))
        connection.commit()
    lines = seeded("db", "check").out.splitlines()
    assert lines[-1] == "ledger: and more"
    assert len(lines) == MAX_DIFFERENCES + 1
    assert max(map(len, lines)) < 250


def test_a_redone_creation_counts_as_the_latest(seeded: Run) -> None:
    assert seeded("add", "New.", "--source", "Ann").code == 0
    assert seeded("undo").code == 0
    assert seeded("undo", "--command", "3").code == 0
    assert seeded("db", "check").code == 0
