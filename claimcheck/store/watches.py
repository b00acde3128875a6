"""Watches and runs: what is to be asked, and what came of it. Working state, so none of it is an event."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from claimcheck.ids import new_public_id
from claimcheck.store.dialect import Connection, insertion
from claimcheck.store.engine import Reader, next_id
from claimcheck.vocabulary import Outcome, WatchState

DEFINITION = ("kind", "url", "provider", "claim_id", "source_id", "tag_id", "every_s")
WORKING = (
    "due_at", "etag", "last_modified", "validated_url", "content_sha256", "snapshot_id", "changed_at", "failure_count",
    "failing_since",
)  # fmt: skip
MAX_MESSAGE_LENGTH = 500
_INSERT = insertion(
    "watch", "id", "public_id", *DEFINITION, "state", "author", "recorded_at", "due_at", "failure_count"
)
_INSERT_RUN = insertion("run", "id", "author", "started_at", "due_count")
_INSERT_OUTCOME = insertion("run_outcome", "run_id", "watch_id", "outcome", "message", "asked_at")
_LIVING = f"state <> '{WatchState.REMOVED.value}'"


class Watched(NamedTuple):
    """A watch as a run needs it: its definition, and what is remembered of the last fetch."""

    id: int
    kind: str
    url: str
    provider: str | None
    claim_id: int | None
    source_id: int | None
    tag_id: int | None
    every_s: int
    due_at: str
    etag: str | None
    last_modified: str | None
    validated_url: str | None
    content_sha256: str | None
    snapshot_id: int | None
    text_sha256: str | None
    """The hash of the text of that snapshot."""
    asked_at: str | None
    changed_at: str | None
    last_outcome: str | None
    last_message: str | None
    failure_count: int
    failing_since: str | None


class WatchOutcome(NamedTuple):
    """What one watch came to: what the run and the watch record of it, and what else the watch remembers."""

    watch_id: int
    outcome: Outcome
    message: str | None
    asked_at: str | None
    working: Mapping[str, Any]
    """The columns of WORKING that change."""
    is_gone: bool = False


_TEXT = "(SELECT text_sha256 FROM snapshot WHERE snapshot.id = watch.snapshot_id)"
_READ = (_TEXT if name == "text_sha256" else name for name in Watched._fields)
_WATCHED = f"SELECT {', '.join(_READ)} FROM watch"  # noqa: S608 - our own names


def add_watch(connection: Connection, definition: Mapping[str, Any], *, author: str, recorded_at: str) -> int:
    """Add a watch that is due at once; gives its id."""
    own_id = next_id(connection, "watch")
    values = (definition.get(name) for name in DEFINITION)
    row = (own_id, new_public_id(), *values, WatchState.ACTIVE.value, author, recorded_at, recorded_at, 0)
    connection.execute(_INSERT, row)
    return own_id


def same_watch(connection: Connection, definition: Mapping[str, Any]) -> int | None:
    """The id of a watch of the same page for the same claims that was not removed."""
    condition = " AND ".join(
        f"{name} = ?" if definition.get(name) is not None else f"{name} IS NULL"
        for name in DEFINITION
        if name != "every_s"
    )
    given = [definition[name] for name in DEFINITION if name != "every_s" and definition.get(name) is not None]
    row = connection.execute(f"SELECT id FROM watch WHERE {_LIVING} AND {condition}", given).fetchone()  # noqa: S608
    return int(row[0]) if row else None


def set_state(connection: Connection, watch_id: int, state: WatchState, *, due_at: str | None = None) -> None:
    """Pause, remove or resume a watch; one that is resumed begins anew and is due at `due_at`."""
    connection.execute("UPDATE watch SET state = ? WHERE id = ?", (state.value, watch_id))
    if due_at is not None:
        anew = "UPDATE watch SET due_at = ?, failure_count = 0, failing_since = NULL WHERE id = ?"
        connection.execute(anew, (due_at, watch_id))


def due_watches(reader: Reader, now: str, ids: Sequence[int] | None = None) -> list[Watched]:
    """The active watches that are due, or those of the ids, due or not, the longest waiting first."""
    values: list[object] = [now] if ids is None else list(ids)
    chosen = "due_at <= ?" if ids is None else f"id IN ({', '.join('?' * len(ids))})"
    sql = f"{_WATCHED} WHERE state = '{WatchState.ACTIVE.value}' AND {chosen} ORDER BY due_at, id"
    return [Watched(*row) for row in reader.all(sql, values)]


def start_run(connection: Connection, *, author: str, started_at: str, due_count: int) -> int:
    """Record that a run has begun; gives its id."""
    own_id = next_id(connection, "run")
    connection.execute(_INSERT_RUN, (own_id, author, started_at, due_count))
    return own_id


def record_outcomes(connection: Connection, run_id: int, outcomes: Iterable[WatchOutcome]) -> None:
    """Record what watches came to, and let each that was asked remember it."""
    for done in outcomes:
        message = (done.message or "")[:MAX_MESSAGE_LENGTH] or None
        row = (run_id, done.watch_id, done.outcome.value, message, done.asked_at)
        connection.execute(_INSERT_OUTCOME, row)
        if done.asked_at is None:
            continue
        given = {name: done.working[name] for name in WORKING if name in done.working}
        given |= {"asked_at": done.asked_at, "last_outcome": done.outcome.value, "last_message": message}
        if done.is_gone:
            given["state"] = WatchState.GONE.value
        assignments = ", ".join(f"{name} = ?" for name in given)
        # Whoever removed or paused it in the meantime has the last word.
        connection.execute(
            f"UPDATE watch SET {assignments} WHERE id = ? AND state = 'active'",  # noqa: S608 - our own names
            (*given.values(), done.watch_id),
        )


def end_run(connection: Connection, run_id: int, ended_at: str) -> None:
    """Record that a run has come to its end."""
    connection.execute("UPDATE run SET ended_at = ? WHERE id = ?", (ended_at, run_id))
