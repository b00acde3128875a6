"""The one way in which something stored is changed: the field moves from old to new, and the event is written.

Commands and `undo` use the same function, so everything that can be done can be taken back.
"""

from collections.abc import Hashable
from enum import Enum
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ConflictError, NotFoundError
from claimcheck.store import engine
from claimcheck.store.documents import day_bounds, identity
from claimcheck.store.history import CommandLog
from claimcheck.store.members import MEMBERS
from claimcheck.text import fingerprint
from claimcheck.values import Change
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session

    from claimcheck.models import Claim, Document, Source

_HOP_FIELD = "via"
_FIRST_FIELD = "first_appearance"


def change(  # noqa: PLR0913 - what a change consists of
    session: "Session",
    log: CommandLog,
    entity: Entity,
    entity_id: int,
    field: str,
    *,
    old: Any,
    new: Any,
    undoes: int | None = None,
) -> Change:
    """Move one field from `old` to `new`; for what there are several of, None is "not there".

    What is recorded is a member as it was stored, with the spelling and the number it had.

    Raises:
        ConflictError: the field does not hold `old` now.
        NotFoundError: there is no such entity.
    """
    row = _row(session, entity, entity_id)
    connection = engine.driver_connection(session)
    member = MEMBERS.get((entity, field))
    if member is not None and member.move is not None and old is not None and new is not None:
        member.move(connection, entity_id, old, new)
    elif member is not None:
        if old is not None:
            old = member.remove(connection, entity_id, old)
        if new is not None:
            new = member.add(connection, entity_id, new)
    elif field == _HOP_FIELD:
        _move_hop(session, old, new)
    elif field == _FIRST_FIELD:
        _move_first(session, entity_id, old, new)
    else:
        _set(row, field, old, new)
    if log.first_touch(entity, entity_id):
        row.revision += 1
    session.add(row)
    session.flush()
    log.changed(entity, entity_id, field, old, new, undoes=undoes)
    return Change(entity, entity_id, field, old, new)


def parts(entity: Entity, field: str | None, *values: Any) -> set[tuple[Hashable, ...]]:
    """What of an entity is concerned when a field moves between `values`, as paths; no field is all of it.

    Where one path is the beginning of another, both changes are about the same thing: the first hop of an
    appearance is a part of that appearance, and that of the claim.
    """
    if field is None:
        return {()}
    named = [value for value in values if value is not None]
    member = MEMBERS.get((entity, field))
    if member is not None:
        return {(field, member.key(value)) for value in named}
    if field == _HOP_FIELD:
        return {("appearance", hop["appearance_id"], hop["position"]) for hop in named}
    if field == _FIRST_FIELD:
        return {(field,), *(("appearance", appearance_id) for appearance_id in named)}
    return {(field,)}


def value_of(session: "Session", entity: Entity, entity_id: int, field: str) -> Any:
    """What a field holds now, as an event would record it."""
    return _plain(getattr(_row(session, entity, entity_id), field))


def _row(session: "Session", entity: Entity, entity_id: int) -> "Claim | Document | Source":
    from claimcheck import models

    tables: dict[Entity, Any] = {
        Entity.CLAIM: models.Claim,
        Entity.SOURCE: models.Source,
        Entity.DOCUMENT: models.Document,
    }
    row: Claim | Document | Source | None = session.get(tables[entity], entity_id)
    if row is None:
        msg = f"there is no {entity} {entity_id} any more; see `claimcheck history`"
        raise NotFoundError(msg)
    return row


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _set(row: Any, field: str, old: Any, new: Any) -> None:
    current = _plain(getattr(row, field))
    if current != old:
        what = f"{field} of {row.__tablename__} {row.id}"
        msg = f"{what} is {current!r} now, no longer {old!r}; undo the later change first"
        raise ConflictError(msg)
    setattr(row, field, new)
    if field == "text":
        row.text_fingerprint = fingerprint(new)
    elif field == "said_on":
        row.said_earliest, row.said_latest = day_bounds(new)
    elif field == "published_on":
        row.published_earliest, row.published_latest = day_bounds(new)
    if field in ("title", "url", "publisher_id", "published_on"):
        row.identity = identity(row.title, row.url, row.publisher_id, row.published_on)


def _move_hop(session: "Session", old: dict[str, Any], new: dict[str, Any]) -> None:
    """Let one hop of an appearance name another source."""
    done = engine.driver_connection(session).execute(
        "UPDATE via SET source_id = ? WHERE appearance_id = ? AND position = ? AND source_id = ?",
        (new["source_id"], old["appearance_id"], old["position"], old["source_id"]),
    )
    if done.rowcount != 1:
        msg = f"hop {old['position']} of appearance {old['appearance_id']} names another source now; undo that first"
        raise ConflictError(msg)


def _move_first(session: "Session", claim_id: int, old: int, new: int) -> None:
    """Let another appearance of a claim be the first one."""
    connection = engine.driver_connection(session)
    for appearance_id, is_first in ((old, False), (new, True)):
        done = connection.execute(
            "UPDATE appearance SET is_first = ? WHERE id = ? AND claim_id = ? AND is_first = ?",
            (is_first, appearance_id, claim_id, not is_first),
        )
        if done.rowcount != 1:
            msg = f"appearance {old} is not the first of claim {claim_id} any more; undo the later change first"
            raise ConflictError(msg)
