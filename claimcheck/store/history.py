"""The only writer of commands and events: what changed, in an append-only hash chain.

A command's hash is the SHA-256 over the hash before it, the command's own row and each of its events,
one line each. Changing or removing anything later breaks the chain from there on.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from claimcheck.store import engine
from claimcheck.vocabulary import Action, Entity

if TYPE_CHECKING:
    from sqlmodel import Session

GENESIS_HASH = "0" * 64
_COMMAND_COLUMNS = "id, name, author, note, recorded_at"
_EVENTS_OF_COMMAND = (
    "SELECT id, action, entity, entity_id, field, old, new, undoes_id FROM event WHERE command_id = ? ORDER BY id"
)
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr).encode

Remark = str | dict[str, Any]
_TABLES = ("command", "event")


def as_json(value: object) -> str:
    """`value` as the canonical JSON that events hold: sorted keys, no spaces, no escapes."""
    return _encode(value)


def utc_text(moment: datetime) -> str:
    """An aware moment as the text that the ledger stores: UTC, microseconds, trailing Z."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class CommandLog:
    """The events of one command, gathered in a session's transaction and sealed at the end."""

    def __init__(self, session: "Session", *, name: str, author: str, now: datetime, note: str | None = None) -> None:
        """Reserve the next command id; safe, because a writing session holds the write lock."""
        self.recorded_at = utc_text(now)
        self._connection = engine.driver_connection(session)
        last = self._connection.execute("SELECT max(id) FROM command").fetchone()[0]
        self.command_id = (last or 0) + 1
        self._row = (self.command_id, name, author, note, self.recorded_at)
        self._next_event_id = engine.next_id(self._connection, "event")
        self._revised: set[tuple[Entity, int]] = set()
        self._first_created: dict[Entity, int] = {}

    def first_touch(self, entity: Entity, entity_id: int) -> bool:
        """Whether this command changes that entity, which it did not create, for the first time.

        Then, and only then, its revision rises.
        """
        touched = (entity, entity_id) in self._revised or self.has_created(entity, entity_id)
        self._revised.add((entity, entity_id))
        return not touched

    def has_created(self, entity: Entity, entity_id: int) -> bool:
        """Whether this command created that entity; new ids are always the highest."""
        return entity_id >= self._first_created.get(entity, entity_id + 1)

    def created(
        self, entity: Entity, states: Iterable[tuple[int, dict[str, Any]]], *, undoes: int | None = None
    ) -> None:
        """Record new entities, each with its id and its whole state."""
        states = list(states)
        if states and undoes is None:
            self._first_created.setdefault(entity, states[0][0])
        action, kind, first_id = Action.CREATED.value, entity.value, self._next_event_id
        self._next_event_id += len(states)
        self._connection.executemany(
            "INSERT INTO event (id, command_id, action, entity, entity_id, new, undoes_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (event_id, self.command_id, action, kind, entity_id, _encode(state), undoes)
                for event_id, (entity_id, state) in enumerate(states, start=first_id)
            ),
        )

    def changed(  # noqa: PLR0913 - an event's own columns
        self, entity: Entity, entity_id: int, field: str, old: object, new: object, *, undoes: int | None = None
    ) -> None:
        """Record that one field went from `old` to `new`."""
        self._append(Action.CHANGED, entity, entity_id, field, as_json(old), as_json(new), undoes)

    def deleted(self, entity: Entity, entity_id: int, state: dict[str, Any], *, undoes: int | None = None) -> None:
        """Record the end of an entity, with all that is needed to bring it back."""
        self._append(Action.DELETED, entity, entity_id, None, as_json(state), None, undoes)

    def noted(
        self,
        entity: Entity,
        entity_id: int,
        *,
        old: Remark | None = None,
        new: Remark | None,
        undoes: int | None = None,
    ) -> None:
        """Record a remark that changes no field; `new` None withdraws the remark `old`.

        A remark that rests on evidence is {"text": ..., "evidence": [ids]}; it may be without words.
        """
        texts = (None if text is None else as_json(text) for text in (old, new))
        self._append(Action.NOTED, entity, entity_id, None, *texts, undoes)

    def seal(self) -> None:
        """Write the command with its hash over all its events; a command without events leaves no trace."""
        # Few at a time: a large load has more events than should ever be in memory.
        events = engine.Reader(self._connection).rows(_EVENTS_OF_COMMAND, (self.command_id,))
        first = next(events, None)
        if first is None:
            return
        last = self._connection.execute("SELECT hash FROM command ORDER BY id DESC LIMIT 1").fetchone()
        previous_hash = last[0] if last else GENESIS_HASH
        digest = chain_hash(previous_hash, self._row, chain([first], events))
        self._connection.execute(
            f"INSERT INTO command ({_COMMAND_COLUMNS}, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (*self._row, previous_hash, digest),
        )

    def _append(self, action: Action, entity: Entity, entity_id: int, *rest: object) -> None:
        self._connection.execute(
            "INSERT INTO event (id, command_id, action, entity, entity_id, field, old, new, undoes_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self._next_event_id, self.command_id, action.value, entity.value, entity_id, *rest),
        )
        self._next_event_id += 1


def chain_hash(previous_hash: str, command: tuple[Any, ...], events: Iterable[tuple[Any, ...]]) -> str:
    """The hash that seals a command row and its events after `previous_hash`, each row as a line of JSON."""
    digest = hashlib.sha256(previous_hash.encode())
    for row in chain([command], events):
        digest.update(f"\n{_encode(row)}".encode())
    return digest.hexdigest()


def broken_links(reader: engine.Reader) -> Iterator[str]:
    """One sentence per command whose hash does not fit its content or its predecessor."""
    expected_previous = GENESIS_HASH
    commands = f"SELECT {_COMMAND_COLUMNS}, previous_hash, hash FROM command ORDER BY id"  # noqa: S608
    for row in reader.rows(commands):
        command, (previous_hash, stored) = row[:-2], row[-2:]
        if previous_hash != expected_previous:
            yield f"command {command[0]} does not follow the one before it: a command was changed or removed"
        if chain_hash(previous_hash, command, reader.rows(_EVENTS_OF_COMMAND, (command[0],))) != stored:
            yield f"command {command[0]} ({command[1]}) or one of its events was changed after it was recorded"
        expected_previous = stored
    orphans = reader.value(
        "SELECT count(*) FROM event WHERE NOT EXISTS (SELECT 1 FROM command WHERE command.id = event.command_id)"
    )
    if orphans:
        yield f"{orphans} events belong to no command"
    for table in _TABLES:
        last = reader.value(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608
        given = reader.last_id(table)
        if last < given:
            yield f"{given - last} of the latest rows of {table} are gone"
