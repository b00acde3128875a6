"""Which of a claim's appearances is the first one: the earliest that is known to be."""

from typing import TYPE_CHECKING

from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.claims import appearance_state
from claimcheck.store.dialect import Connection
from claimcheck.store.documents import day_bounds
from claimcheck.store.history import CommandLog
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session

_FIRST = """
SELECT a.id, c.said_on, coalesce(c.said_earliest, d.published_earliest) FROM appearance AS a
JOIN claim AS c ON c.id = a.claim_id LEFT JOIN document AS d ON d.id = a.document_id
WHERE a.claim_id = ? AND a.is_first = 1
"""
_PUBLISHED = """
SELECT published_latest FROM document JOIN appearance ON document.id = document_id WHERE appearance.id = ?
"""


def mark_earliest(session: "Session", log: CommandLog, claim_id: int, appearance_id: int) -> None:
    """Make a new appearance the first one if all its possible days lie before those of the present first.

    The claim's own day is that of its first appearance; the former first keeps its day for itself.
    """
    connection = engine.driver_connection(session)
    first = connection.execute(_FIRST, (claim_id,)).fetchone()
    said_on, latest = _said(connection, appearance_id)
    if first is None or first[0] == appearance_id or first[2] is None or latest is None or latest >= first[2]:
        return
    first_id, claim_said_on, _ = first
    former = appearance_state(connection, first_id)
    if claim_said_on is not None and said_on is not None:
        later = {**former, "said_on": claim_said_on}
        change(session, log, Entity.CLAIM, claim_id, "appearance", old=former, new=later)
    change(session, log, Entity.CLAIM, claim_id, "first_appearance", old=first_id, new=appearance_id)
    if said_on is not None:
        change(session, log, Entity.CLAIM, claim_id, "said_on", old=claim_said_on, new=said_on)
        own = appearance_state(connection, appearance_id)
        bare = {name: value for name, value in own.items() if name != "said_on"}
        change(session, log, Entity.CLAIM, claim_id, "appearance", old=own, new=bare)


def _said(connection: Connection, appearance_id: int) -> tuple[str | None, str | None]:
    """The day that an appearance gives, and the last day on which it can have been made."""
    said_on = connection.execute("SELECT said_on FROM appearance WHERE id = ?", (appearance_id,)).fetchone()[0]
    if said_on is not None:
        return said_on, day_bounds(said_on)[1]
    row = connection.execute(_PUBLISHED, (appearance_id,)).fetchone()
    return None, row[0] if row else None
