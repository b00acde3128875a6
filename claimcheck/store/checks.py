"""What can be wrong with a ledger, each as one sentence."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from claimcheck.errors import StoreError
from claimcheck.store import history, journal, replay, schema, sqlite
from claimcheck.store.archive import Archive
from claimcheck.store.engine import Reader, open_reader, translated_errors
from claimcheck.store.target import Ledger, Target

MAX_FINDINGS_EACH = 20


def findings(target: Ledger) -> Iterator[str]:
    """Everything wrong with the file, its schema, its references, its triggers, its index and its history.

    Raises:
        StoreError: there is no ledger to check, or it is of another schema.
    """
    is_altered = False
    try:
        with open_reader(target) as reader:
            for finding in _of_schema(target):
                is_altered = True
                yield finding
            yield from reader.findings(target)
            yield from _firsts(reader)
            yield from _texts(reader)
            yield from _passages(reader)
            yield from replay.differences(reader)
            yield from _of_history(reader)
    except StoreError as error:
        if is_altered:
            yield f"schema: the ledger could not be compared with its history ({error.__cause__})"
            return
        if not isinstance(error.__cause__, sqlite3.DatabaseError) or not sqlite.is_damage(error.__cause__):
            raise
        yield f"integrity: a part of the file cannot be read ({error.__cause__})"


def _of_history(reader: Reader) -> Iterator[str]:
    for number, link in enumerate(history.broken_links(reader)):
        if number == MAX_FINDINGS_EACH:
            yield "history: and more"
            return
        yield f"history: {link}"


def notes(target: Ledger, archive: Archive) -> Iterator[str]:
    """What people should know although the ledger is in order: of its journal, its quotations, and its documents.

    Raises:
        StoreError: there is no ledger to check, or it is of another schema.
    """
    if isinstance(target, Target):
        yield from journal.notes(target)
    with open_reader(target) as reader:
        outside = reader.all(
            "SELECT claim_id, quote_start, span_start, span_end FROM appearance "
            "WHERE quote_start < span_start OR quote_start + length(quote) > span_end ORDER BY id"
        )
        for claim_id, start, first, end in outside[:MAX_FINDINGS_EACH]:
            yield f"anchor: the quote of claim {claim_id} at {start} is not inside its span {first} to {end}"
        longer = reader.all(
            "SELECT claim_id, length(quote), span_end - span_start FROM appearance "
            "WHERE quote_start IS NULL AND length(quote) > span_end - span_start ORDER BY id"
        )
        for claim_id, length, room in longer[:MAX_FINDINGS_EACH]:
            yield f"anchor: the quote of claim {claim_id} has {length} characters, its span only {room}"
        yield from _of_bytes(reader, archive)


def _of_bytes(reader: Reader, archive: Archive) -> Iterator[str]:
    """Documents that were brought in and are not in the folder of this machine; those of a table never were in any."""
    digests = reader.all("SELECT DISTINCT sha256 FROM snapshot WHERE sha256 IS NOT NULL AND size_bytes IS NOT NULL")
    missing, changed = 0, 0
    for (digest,) in digests:
        try:
            missing += archive.bytes_of(digest) is None
        except StoreError:
            changed += 1
    for count, what in ((missing, "not in"), (changed, "changed or unreadable in")):
        if count:
            are = "file is" if count == 1 else "files are"
            yield f"snapshots: of {len(digests)} documents' bytes, {count} {are} {what} {archive.folder}"


def _of_schema(target: Ledger) -> Iterator[str]:
    with translated_errors("read", target):
        if isinstance(target, Target):
            yield from schema.differences(target)
            return
        from claimcheck.store import postgresql

        yield from postgresql.differences(target)


def _texts(reader: Reader) -> Iterator[str]:
    """Texts of documents that are not what their hash says."""
    wrong = (
        digest
        for digest, text in reader.rows("SELECT text_sha256, text FROM rendition ORDER BY text_sha256")
        if sha256(str(text).encode("utf-8", "surrogateescape")).hexdigest() != digest
    )
    for digest in islice(wrong, MAX_FINDINGS_EACH):
        yield f"text: the text kept as {digest[:12]}... was changed"


def _passages(reader: Reader) -> Iterator[str]:
    """Evidence that does not stand where it is said to; offsets of both databases count code points."""
    wrong = reader.all(
        "SELECT evidence.id FROM evidence JOIN snapshot ON snapshot.id = snapshot_id "
        "JOIN rendition ON rendition.text_sha256 = snapshot.text_sha256 "
        "WHERE substr(text, CAST(span_start + 1 AS INTEGER), CAST(span_end - span_start AS INTEGER)) <> exact "
        "ORDER BY evidence.id"
    )
    for (evidence_id,) in wrong[:MAX_FINDINGS_EACH]:
        yield f"evidence: passage {evidence_id} does not stand at its place in the text"


def _firsts(reader: Reader) -> Iterator[str]:
    wrong = reader.all(
        "SELECT claim_id, sum(is_first) FROM appearance GROUP BY claim_id HAVING sum(is_first) <> 1 ORDER BY claim_id"
    )
    for claim_id, number in wrong[:MAX_FINDINGS_EACH]:
        yield f"appearance: claim {claim_id} has {number} first appearances instead of one"
