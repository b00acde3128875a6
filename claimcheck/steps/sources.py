"""Describing a source better, and recognising that two are one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimcheck.errors import NotFoundError, UsageError
from claimcheck.store import engine
from claimcheck.store.changes import change, value_of
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook
from claimcheck.text import comparison_key
from claimcheck.values import Change
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session


def set_source(
    session: "Session",
    source_id: int,
    *,
    author: str,
    now: datetime,
    fields: Mapping[str, Any],
    add_aliases: Sequence[str] = (),
    remove_aliases: Sequence[str] = (),
    note: str | None = None,
) -> list[Change]:
    """Change what is recorded of a source; a new reliability is dated today unless a day is given.

    Raises:
        InputError: an alias belongs to another source.
        UsageError: the source's own name was to be removed.
        NotFoundError: an alias to be removed is none of this source.
    """
    log = CommandLog(session, name="source set", author=author, now=now, note=note)
    book = SourceBook(engine.driver_connection(session), log)
    wanted = dict(fields)
    if "reliability" in wanted and wanted["reliability"] != value_of(session, Entity.SOURCE, source_id, "reliability"):
        wanted.setdefault("reliability_on", log.recorded_at[:10] if wanted["reliability"] else None)
        wanted.setdefault("reliability_reason", None)
    changes = []
    for field, new in wanted.items():
        old = value_of(session, Entity.SOURCE, source_id, field)
        if old != new:
            changes.append(change(session, log, Entity.SOURCE, source_id, field, old=old, new=new))
    own_name = value_of(session, Entity.SOURCE, source_id, "name")
    for alias in add_aliases:
        if book.find(alias) != source_id:
            book.require_free(alias)
            changes.append(change(session, log, Entity.SOURCE, source_id, "alias", old=None, new=alias))
    for alias in remove_aliases:
        if comparison_key(alias) == comparison_key(own_name):
            msg = f"{alias!r} is the source's own name and stays; only its other spellings can be removed"
            raise UsageError(msg)
        if book.find(alias) != source_id:
            msg = f"{alias!r} is no name of {own_name!r}; see `claimcheck source show {own_name!r}`"
            raise NotFoundError(msg)
        stored = book.spelling(alias)
        changes.append(change(session, log, Entity.SOURCE, source_id, "alias", old=stored, new=None))
    log.seal()
    return changes


def merge_sources(
    session: "Session", *, from_id: int, into_id: int, author: str, now: datetime, note: str | None = None
) -> list[Change]:
    """Let everything that names one source name another, its spellings included; it stays as a memory.

    Raises:
        UsageError: both are the same source.
    """
    if from_id == into_id:
        raise UsageError("both names mean the same source already; there is nothing to merge")
    log = CommandLog(session, name="source merge", author=author, now=now, note=note)
    connection = engine.driver_connection(session)
    ids = {"old": from_id, "new": into_id}
    changes = [
        change(session, log, entity, entity_id, field, **ids)
        for entity, field, sql in (
            (Entity.CLAIM, "source_id", "SELECT id FROM claim WHERE source_id = ? ORDER BY id"),
            (Entity.DOCUMENT, "publisher_id", "SELECT id FROM document WHERE publisher_id = ? ORDER BY id"),
        )
        for (entity_id,) in connection.execute(sql, (from_id,)).fetchall()
    ]
    hops = connection.execute(
        "SELECT claim_id, appearance_id, position FROM via JOIN appearance ON appearance.id = appearance_id "
        "WHERE source_id = ? ORDER BY appearance_id, position",
        (from_id,),
    ).fetchall()
    for claim_id, appearance_id, position in hops:
        place = {"appearance_id": appearance_id, "position": position}
        old, new = {**place, "source_id": from_id}, {**place, "source_id": into_id}
        changes.append(change(session, log, Entity.CLAIM, claim_id, "via", old=old, new=new))
    aliases = connection.execute("SELECT alias FROM source_alias WHERE source_id = ? ORDER BY alias_key", (from_id,))
    for (alias,) in aliases.fetchall():
        changes.append(change(session, log, Entity.SOURCE, from_id, "alias", old=alias, new=None))
        changes.append(change(session, log, Entity.SOURCE, into_id, "alias", old=None, new=alias))
    changes.append(change(session, log, Entity.SOURCE, from_id, "merged_into_id", old=None, new=into_id))
    log.seal()
    return changes
