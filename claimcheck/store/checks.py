"""What can be wrong with a ledger, each as one sentence."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from claimcheck.errors import StoreError
from claimcheck.store import history, replay, search
from claimcheck.store.engine import Reader, connect, open_reader
from claimcheck.store.target import Target, inspect_file

MAX_FINDINGS_EACH = 20


def findings(target: Target) -> Iterator[str]:
    """Everything wrong with the file, its references, its triggers, its index and its history.

    Raises:
        StoreError: there is no ledger to check, or it is of another schema.
    """
    inspect_file(target)
    try:
        with open_reader(target) as reader:
            yield from _of_file(reader)
            yield from _missing_triggers(reader)
            yield from _index(reader, target)
            yield from _firsts(reader)
            yield from replay.differences(reader)
            yield from _of_history(reader)
    except StoreError as error:
        if not isinstance(error.__cause__, sqlite3.DatabaseError):
            raise
        yield f"integrity: a part of the file cannot be read ({error.__cause__})"


def _of_file(reader: Reader) -> Iterator[str]:
    for (line,) in reader.rows(f"PRAGMA integrity_check({MAX_FINDINGS_EACH})"):
        if line != "ok":
            yield f"integrity: {line}"
    for table, row_id, parent, _ in reader.all("PRAGMA foreign_key_check")[:MAX_FINDINGS_EACH]:
        yield f"reference: row {row_id} of {table} points at a row of {parent} that is not there"


def _of_history(reader: Reader) -> Iterator[str]:
    for number, link in enumerate(history.broken_links(reader)):
        if number == MAX_FINDINGS_EACH:
            yield "history: and more"
            return
        yield f"history: {link}"


def _missing_triggers(reader: Reader) -> Iterator[str]:
    there = dict(reader.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name, statement in {**history.APPEND_ONLY_TRIGGERS, **search.TRIGGERS}.items():
        if name not in there:
            yield f"trigger: {name} is missing"
        elif there[name] != statement:
            yield f"trigger: {name} is not as claimcheck made it"


def _index(reader: Reader, target: Target) -> Iterator[str]:
    """Let the full-text index compare itself with the claims; where nothing may be written, count only."""
    claims = reader.value("SELECT count(*) FROM claim")
    indexed = reader.value("SELECT count(*) FROM claim_search_docsize")
    if claims != indexed:
        yield f"search: {indexed} of {claims} claims are in the full-text index"
    elif os.access(target.path, os.W_OK) and os.access(target.path.parent, os.W_OK):
        with closing(connect(target.path, writable=True)) as connection:
            try:
                connection.execute(search.INTEGRITY_CHECK)
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorname.startswith("SQLITE_BUSY"):
                    yield "search: the index was not compared, because another process is writing; check again"
                else:
                    yield f"search: the full-text index does not agree with the claims ({error})"


def _firsts(reader: Reader) -> Iterator[str]:
    wrong = reader.all(
        "SELECT claim_id, sum(is_first) FROM appearance GROUP BY claim_id HAVING sum(is_first) <> 1 ORDER BY claim_id"
    )
    for claim_id, number in wrong[:MAX_FINDINGS_EACH]:
        yield f"appearance: claim {claim_id} has {number} first appearances instead of one"
