"""Taking back what a command did, as new events that say so; what was undone can be done again."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimcheck.errors import ConflictError, NotFoundError
from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.claims import TagBook, claim_state, insert_claims
from claimcheck.store.dialect import Connection
from claimcheck.store.documents import DocumentBook
from claimcheck.store.history import CommandLog
from claimcheck.store.provenance import is_in_force, later_change
from claimcheck.store.removal import delete_entity, document_state, source_state
from claimcheck.store.sources import SourceBook
from claimcheck.store.timeline import PastEvent, events
from claimcheck.text import fingerprint
from claimcheck.vocabulary import Action, Entity

if TYPE_CHECKING:
    from sqlmodel import Session

_TWIN = """
SELECT id FROM claim WHERE source_id = ? AND text_fingerprint = ? AND NOT EXISTS (
  SELECT 1 FROM event WHERE entity = 'claim' AND entity_id = claim.id AND command_id = ?
)
"""
"""A claim that says the same and was not restored by this undo: two that said the same before may both return."""

_UNATTENDED = ("check", "update")
"""Commands that nobody gave: who takes back the last one means another."""
_WHOLE_ONLY = ("source merge",)
"""Commands whose events make sense together only."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the command it belonged to, and the events, latest first."""

    command_id: int
    command: str
    events: list[PastEvent]


def undo(
    session: "Session",
    *,
    author: str,
    now: datetime,
    command_id: int | None = None,
    event_id: int | None = None,
    note: str | None = None,
) -> Undone:
    """Take back one event, one command, or, when neither is named, the last command still in force.

    Raises:
        NotFoundError: there is no such event or command, or nothing to take back.
        ConflictError: it is taken back already, or something later stands on it.
    """
    connection = engine.driver_connection(session)
    chosen = _chosen(connection, command_id, event_id)
    of_command, name = chosen[0].command_id, chosen[0].command
    if event_id is not None and name in _WHOLE_ONLY:
        msg = f"event {event_id} belongs to a {name}, which stands or falls whole; undo --command {of_command}"
        raise ConflictError(msg)
    log = CommandLog(session, name="undo", author=author, now=now, note=note)
    for event in chosen:
        _require_latest(connection, event)
        what = f"{event.action} {event.entity} {event.entity_id} (event {event.id})"
        with engine.conflicts(f"{what} cannot be taken back: something later depends on it or took its place"):
            _reverse(session, log, event)
    log.seal()
    return Undone(of_command, name, chosen)


def _chosen(connection: Connection, command_id: int | None, event_id: int | None) -> list[PastEvent]:
    if event_id is None and command_id is None:
        return _last_in_force(connection)
    what = f"event {event_id}" if event_id is not None else f"command {command_id}"
    found = events(engine.Reader(connection), event_id=event_id, command_id=command_id)
    if not found:
        msg = f"there is no {what}; see `claimcheck history`"
        raise NotFoundError(msg)
    in_force = [event for event in reversed(found) if is_in_force(connection, event.id)]
    if not in_force:
        msg = f"{what} is taken back already; undo that undo to have it again, see `claimcheck history`"
        raise ConflictError(msg)
    return in_force


def _last_in_force(connection: Connection) -> list[PastEvent]:
    """The events of the last command that did something that still counts; doing again what was undone is doing."""
    for command_id, name in connection.execute("SELECT id, name FROM command ORDER BY id DESC"):
        if name in _UNATTENDED:
            continue
        found = reversed(events(engine.Reader(connection), command_id=command_id))
        done = [event for event in found if not _is_undoing(connection, event) and _counts(connection, event)]
        if done:
            return done
    raise NotFoundError("there is nothing to undo; every command is taken back already")


def _counts(connection: Connection, event: PastEvent) -> bool:
    """Whether an event is in force and, where it does something again, whether that is still done."""
    if event.undoes_id is not None:
        done_again = connection.execute("SELECT undoes_id FROM event WHERE id = ?", (event.undoes_id,)).fetchone()[0]
        if done_again is not None and not is_in_force(connection, done_again):
            return False
    return is_in_force(connection, event.id)


def _is_undoing(connection: Connection, event: PastEvent) -> bool:
    """Whether an event undoes, rather than does or does again what an undo had undone."""
    undoes, target = False, event.undoes_id
    while target is not None:
        undoes = not undoes
        (target,) = connection.execute("SELECT undoes_id FROM event WHERE id = ?", (target,)).fetchone()
    return undoes


def _require_latest(connection: Connection, event: PastEvent) -> None:
    """Refuse to take back what a later change that counts stands on.

    Raises:
        ConflictError: there is one; the message names it.
    """
    later = later_change(connection, event)
    if later is not None:
        field = "" if event.field is None else f"{event.field.replace('_', ' ')} of "
        msg = f"{field}{event.entity} {event.entity_id} was changed since (event {later.id}); undo that first"
        raise ConflictError(msg)


def _reverse(session: "Session", log: CommandLog, event: PastEvent) -> None:
    connection = engine.driver_connection(session)
    if event.action is Action.CREATED:
        _delete(session, log, event)
    elif event.action is Action.DELETED:
        _restore(connection, log, event)
    elif event.action is Action.NOTED:
        log.noted(event.entity, event.entity_id, old=event.new, new=event.old, undoes=event.id)
    elif event.field is not None:
        change(session, log, event.entity, event.entity_id, event.field, old=event.new, new=event.old, undoes=event.id)


def _delete(session: "Session", log: CommandLog, event: PastEvent) -> None:
    connection = engine.driver_connection(session)
    entity, entity_id = event.entity, event.entity_id
    if connection.execute(f"SELECT 1 FROM {entity.value} WHERE id = ?", (entity_id,)).fetchone() is None:  # noqa: S608
        msg = f"{entity} {entity_id} is not in the ledger now, so it cannot be taken out; see `claimcheck history`"
        raise ConflictError(msg)
    states = {Entity.CLAIM: claim_state, Entity.DOCUMENT: document_state, Entity.SOURCE: source_state}
    state = states[entity](connection, entity_id)
    delete_entity(session, entity, entity_id)
    log.deleted(entity, entity_id, state, undoes=event.id)


def _restore(connection: Connection, log: CommandLog, event: PastEvent) -> None:
    if event.entity is Entity.CLAIM:
        alike = (event.old["source_id"], fingerprint(event.old["text"]), log.command_id)
        twin = connection.execute(_TWIN, alike).fetchone()
        if twin is not None:
            msg = f"claim {event.entity_id} cannot be restored: claim {twin[0]} of the same source says the same"
            raise ConflictError(msg)
        insert_claims(connection, [(event.entity_id, event.old)], TagBook(connection))
        log.created(Entity.CLAIM, [(event.entity_id, event.old)], undoes=event.id)
    elif event.entity is Entity.SOURCE:
        SourceBook(connection, log).restore(event.old, event.entity_id, undoes=event.id)
    else:
        DocumentBook(connection, log).restore(event.old, event.entity_id, undoes=event.id)
