"""What can be wrong with a ledger, each as one sentence."""

import sqlite3
from collections.abc import Iterator

from claimcheck.errors import StoreError
from claimcheck.store import history, replay, sqlite
from claimcheck.store.engine import Reader, open_reader
from claimcheck.store.target import Ledger

MAX_FINDINGS_EACH = 20


def findings(target: Ledger) -> Iterator[str]:
    """Everything wrong with the file, its references, its triggers, its index and its history.

    Raises:
        StoreError: there is no ledger to check, or it is of another schema.
    """
    try:
        with open_reader(target) as reader:
            yield from reader.findings(target)
            yield from _firsts(reader)
            yield from replay.differences(reader)
            yield from _of_history(reader)
    except StoreError as error:
        if not isinstance(error.__cause__, sqlite3.DatabaseError) or not sqlite.is_damage(error.__cause__):
            raise
        yield f"integrity: a part of the file cannot be read ({error.__cause__})"


def _of_history(reader: Reader) -> Iterator[str]:
    for number, link in enumerate(history.broken_links(reader)):
        if number == MAX_FINDINGS_EACH:
            yield "history: and more"
            return
        yield f"history: {link}"


def _firsts(reader: Reader) -> Iterator[str]:
    wrong = reader.all(
        "SELECT claim_id, sum(is_first) FROM appearance GROUP BY claim_id HAVING sum(is_first) <> 1 ORDER BY claim_id"
    )
    for claim_id, number in wrong[:MAX_FINDINGS_EACH]:
        yield f"appearance: claim {claim_id} has {number} first appearances instead of one"
