"""A reviewer's decisions on proposed claims, each a command of its own that can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimcheck.attribution.speakers import kind_of
from claimcheck.errors import ConflictError, NotFoundError, UsageError
from claimcheck.steps.annotate import judge
from claimcheck.steps.earliest import mark_earliest
from claimcheck.steps.undo import undo
from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.claims import claim_state
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook
from claimcheck.store.timeline import events
from claimcheck.values import Change
from claimcheck.vocabulary import ClaimState, Entity

if TYPE_CHECKING:
    from sqlmodel import Session

COMMAND = "review"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, as it stands in the history."""

    claim_id: int
    command_id: int
    what: str
    """accepted, rejected, merged or edited."""
    into_id: int | None = None
    changes: tuple[Change, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether the claim waits no longer."""
        return self.what != "edited"


class Desk:
    """Where one reviewer decides, in one writing session; every call is a command of its own.

    A claim is named with the revision that the reviewer has seen.
    """

    def __init__(self, session: "Session", *, author: str, now: datetime) -> None:
        """Decide in the name of `author`."""
        self._session = session
        self._connection = engine.driver_connection(session)
        self._author = author
        self._now = now

    def accept(self, claim_id: int, revision: int) -> Decision:
        """Let a claim be one of the ledger's.

        Raises:
            ConflictError: it was changed or decided meanwhile.
            NotFoundError: it is gone.
        """
        self._require(claim_id, revision)
        log = self._log()
        changes = judge(self._session, log, claim_id, fields={"state": ClaimState.ACCEPTED.value})
        return self._decided(log, claim_id, "accepted", changes)

    def reject(self, claim_id: int, revision: int, reason: str | None = None) -> Decision:
        """Let a claim be none; it stays in the ledger as such, and is not proposed again.

        Raises:
            ConflictError: it was changed or decided meanwhile.
            NotFoundError: it is gone.
        """
        self._require(claim_id, revision)
        log = self._log(reason)
        changes = judge(self._session, log, claim_id, fields={"state": ClaimState.REJECTED.value}, note=reason)
        return self._decided(log, claim_id, "rejected", changes)

    def edit(
        self,
        claim_id: int,
        revision: int,
        *,
        fields: Mapping[str, Any],
        source: str | None = None,
        add_tags: Sequence[str] = (),
        remove_tags: Sequence[str] = (),
        note: str | None = None,
    ) -> Decision | None:
        """Word a claim better, or correct what is said of it; it still waits. None if that changes nothing.

        A source that the ledger does not have is added to it.

        Raises:
            ConflictError: the claim was changed or decided meanwhile.
            NotFoundError: it is gone.
        """
        self._require(claim_id, revision)
        log = self._log(note)
        wanted = dict(fields)
        if source is not None:
            wanted["source_id"] = self._source(log, source)
        changes = judge(
            self._session, log, claim_id, fields=wanted, add_tags=add_tags, remove_tags=remove_tags, note=note
        )
        if not changes and note is None:
            return None
        return self._decided(log, claim_id, "edited", changes)

    def merge(self, claim_id: int, revision: int, into_id: int) -> Decision:
        """Let a claim be another one: its places go over to that one, and it is rejected with a note that names it.

        A passage on which the other claim stands already stays where it is.

        Raises:
            ConflictError: the claim was changed or decided meanwhile.
            NotFoundError: one of the two is gone.
            UsageError: they are one, or the other was rejected.
        """
        if claim_id == into_id:
            msg = f"claim {claim_id} is this one; give another to merge it with"
            raise UsageError(msg)
        self._require(claim_id, revision)
        row = self._connection.execute("SELECT state FROM claim WHERE id = ?", (into_id,)).fetchone()
        if row is None:
            msg = f"there is no claim {into_id}; see `claimcheck list`"
            raise NotFoundError(msg)
        if row[0] == ClaimState.REJECTED:
            msg = f"claim {into_id} was rejected; merge with one that was not, or reject this one"
            raise UsageError(msg)
        note = f"the same as claim {into_id}"
        log = self._log(f"claim {claim_id} is the same as claim {into_id}")
        changes = self._move_places(log, claim_id, into_id)
        changes += judge(self._session, log, claim_id, fields={"state": ClaimState.REJECTED.value}, note=note)
        return self._decided(log, claim_id, "merged", changes, into_id)

    def take_back(self, decision: Decision) -> None:
        """Undo a decision.

        Raises:
            ConflictError: something later stands on it.
        """
        undo(self._session, author=self._author, now=self._now, command_id=decision.command_id)

    def _log(self, note: str | None = None) -> CommandLog:
        return CommandLog(self._session, name=COMMAND, author=self._author, now=self._now, note=note)

    def _decided(
        self, log: CommandLog, claim_id: int, what: str, changes: Sequence[Change], into_id: int | None = None
    ) -> Decision:
        log.seal()
        return Decision(claim_id, log.command_id, what, into_id, tuple(changes))

    def _require(self, claim_id: int, revision: int) -> None:
        """Refuse to decide on what the reviewer has not seen."""
        row = self._connection.execute("SELECT state, revision FROM claim WHERE id = ?", (claim_id,)).fetchone()
        if row is None:
            msg = f"claim {claim_id} is not in the ledger any more"
            raise NotFoundError(msg)
        state, present = row
        if state == ClaimState.PROPOSED and present == revision:
            return
        last = events(engine.Reader(self._connection), entity=Entity.CLAIM, entity_id=claim_id, limit=1)
        who = f" by {last[0].author}" if last else ""
        what = "changed" if state == ClaimState.PROPOSED else str(state)
        msg = f"claim {claim_id} was {what} meanwhile{who}; this decision was not kept"
        raise ConflictError(msg)

    def _source(self, log: CommandLog, name: str) -> int:
        sources = SourceBook(self._connection, log)
        known = sources.find(name)
        if known is not None:
            return known
        kind = kind_of(name)
        return sources.create(name, {} if kind is None else {"kind": kind.value}, ())

    def _move_places(self, log: CommandLog, claim_id: int, into_id: int) -> list[Change]:
        own, other = claim_state(self._connection, claim_id), claim_state(self._connection, into_id)
        taken = {_passage(place) for place in other["appearances"]}
        moving = [place for place in own["appearances"] if _passage(place) not in taken]
        staying = [place for place in own["appearances"] if place not in moving]
        changes = []
        first = next((place for place in moving if place.get("is_first")), None)
        if first is not None and staying:
            ids = {"old": first["id"], "new": staying[0]["id"]}
            changes.append(change(self._session, log, Entity.CLAIM, claim_id, "first_appearance", **ids))
            first["is_first"] = 0
        has_places = bool(other["appearances"])
        for place in moving:
            changes.append(change(self._session, log, Entity.CLAIM, claim_id, "appearance", old=place, new=None))
            new = {name: value for name, value in place.items() if name != "id"} | {"is_first": not has_places}
            day = own.get("said_on") if place is first else None
            if day is not None:
                new.setdefault("said_on", day)
            done = change(self._session, log, Entity.CLAIM, into_id, "appearance", old=None, new=new)
            mark_earliest(self._session, log, into_id, done.new["id"])
            changes.append(done)
            has_places = True
        return changes


def _passage(place: Mapping[str, Any]) -> tuple[Any, ...]:
    """What two places share that are on the same words of the same text."""
    return tuple(place.get(name) for name in ("document_id", "snapshot_id", "span_start", "span_end"))
