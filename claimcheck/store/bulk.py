"""What a load needs to know and to do for thousands of claims at once."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from claimcheck.store.dialect import Connection
from claimcheck.store.engine import dialect_of
from claimcheck.values import ClaimIn

_PARAMETERS_AT_ONCE = 400
Item = TypeVar("Item")


class DeferredIndex:
    """The full-text index of new claims, put off until a large load is through."""

    def __init__(self, connection: Connection) -> None:
        """Begin with an index that follows every row."""
        self._connection = connection
        self._last_indexed_id: int | None = None

    def suspend(self) -> None:
        """Stop indexing row by row; until `resume`, no claim that was there before may change."""
        if self._last_indexed_id is None:
            self._last_indexed_id = dialect_of(self._connection).search.suspend(self._connection)

    @property
    def is_suspended(self) -> bool:
        """Whether new claims wait to be indexed."""
        return self._last_indexed_id is not None

    def resume(self) -> None:
        """Index what came since, follow every row again, and renew the planner's statistics."""
        if self._last_indexed_id is not None:
            dialect_of(self._connection).search.resume(self._connection, self._last_indexed_id)
            dialect_of(self._connection).renew_statistics(self._connection)
            self._last_indexed_id = None


def known_public_ids(connection: Connection, public_ids: Sequence[str]) -> dict[str, int]:
    """The claim ids of those public ids that the ledger has."""
    found: dict[str, int] = {}
    for batch in _batches(public_ids):
        marks = ", ".join("?" * len(batch))
        found.update(connection.execute(f"SELECT public_id, id FROM claim WHERE public_id IN ({marks})", batch))  # noqa: S608
    return found


def known_revisions(connection: Connection, public_ids: Sequence[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """Claim id and revision of those claims that the ledger has, by public id and moment of recording."""
    sql = "SELECT public_id, recorded_at, id, revision FROM claim WHERE public_id IN ({marks})"
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for batch in _batches(public_ids):
        for public_id, recorded_at, claim_id, revision in connection.execute(
            sql.format(marks=", ".join("?" * len(batch))), batch
        ):
            found[public_id, recorded_at] = claim_id, revision
    return found


def known_claims(
    connection: Connection, keyed: Sequence[tuple[ClaimIn, tuple[int, int]]]
) -> dict[str | tuple[int, int], int]:
    """The claim ids of those claims that the ledger has, by public id and by (source id, text fingerprint)."""
    public_ids = [claim.public_id for claim, _ in keyed if claim.public_id]
    found: dict[str | tuple[int, int], int] = dict(known_public_ids(connection, public_ids).items())
    for batch in _batches([key for _, key in keyed if key[1]]):
        marks = ", ".join(["(?, ?)"] * len(batch))
        rows = connection.execute(
            f"WITH wanted (source, text) AS (VALUES {marks}) SELECT wanted.source, wanted.text, min(claim.id) "  # noqa: S608
            "FROM wanted JOIN claim ON claim.source_id = wanted.source AND claim.text_fingerprint = wanted.text "
            "GROUP BY 1, 2",
            [number for key in batch for number in key],
        )
        found.update({(source, text): claim_id for source, text, claim_id in rows})
    return found


def rows_by_id(connection: Connection, sql: str, ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement that ends in `IN (...)`, for all those ids; {marks} stands for the list."""
    for batch in _batches(ids):
        yield from connection.execute(sql.format(marks=", ".join("?" * len(batch))), batch)


def has_relation(connection: Connection, claim_id: int, kind: str, other_id: int) -> bool:
    """Whether that relation is recorded."""
    sql = "SELECT 1 FROM relation WHERE claim_id = ? AND kind = ? AND other_id = ?"
    return connection.execute(sql, (claim_id, kind, other_id)).fetchone() is not None


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), _PARAMETERS_AT_ONCE):
        yield items[start : start + _PARAMETERS_AT_ONCE]
