"""What a file says of things the ledger knows already, and which of it is taken over."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.errors import quoted
from claimcheck.steps.earliest import mark_earliest
from claimcheck.steps.telling import Teller
from claimcheck.steps.wishes import Row, Wish, wishes
from claimcheck.store import engine, provenance
from claimcheck.store.changes import change
from claimcheck.store.history import CommandLog
from claimcheck.store.present_states import present_states
from claimcheck.store.sources import SourceBook
from claimcheck.text import comparison_key
from claimcheck.values import ClaimIn, LoadReport, RowProblem, SourceIn
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session

_LOAD = "load"


class Merger:
    """Compares at once and changes later: new claims may wait for their index in between."""

    def __init__(
        self, session: "Session", log: CommandLog, sources: SourceBook, report: LoadReport, teller: Teller
    ) -> None:
        """Begin with nothing to change."""
        self._session = session
        self._connection = engine.driver_connection(session)
        self._log = log
        self._sources = sources
        self.report = report
        self.teller = teller
        self._waiting: list[Row] = []
        self._met: set[int] = set()
        self._mentioned: set[tuple[object, ...]] = set()

    def compare(self, rows: Sequence[tuple[int, ClaimIn, int | None, Mapping[str, Any] | None]]) -> None:
        """Remember those of these rows that would change something of the claims they are about.

        A row is claim id, claim, id of the row's source, and the state of the row's appearance.
        """
        known = present_states(self._connection, [claim_id for claim_id, *_ in rows])
        for claim_id, claim, source_id, place in rows:
            is_repeated = claim_id in self._met or self._log.has_created(Entity.CLAIM, claim_id)
            self._met.add(claim_id)
            row = Row(claim_id, claim, source_id, place, is_repeated)
            if wishes(row, known[claim_id]):
                self._waiting.append(row)
            else:
                self.report.unchanged += 1

    def apply(self) -> None:
        """Carry out every wish that nothing stands against; the others go into the report.

        Each row is compared once more, because one before it may have changed the same claim.
        """
        for row in self._waiting:
            known = present_states(self._connection, [row.claim_id])[row.claim_id]
            changed = False
            for wish in wishes(row, known):
                decision = self._decide(row, wish)
                if decision == "apply":
                    self._carry_out(row, wish)
                    changed = True
                elif decision == "keep":
                    self.report.kept += self._kept(row, wish)
            self.report.changed += changed
            self.report.unchanged += not changed
        self._waiting.clear()

    def _carry_out(self, row: Row, wish: Wish) -> None:
        claim_id, field = row.claim_id, wish.field
        done = change(self._session, self._log, Entity.CLAIM, claim_id, field, old=wish.old, new=wish.new)
        if field == "appearance" and wish.old is None:
            mark_earliest(self._session, self._log, claim_id, done.new["id"])
        if field == "appearance":
            self.teller.appearance(row.claim.row, claim_id, wish.old, wish.new)
        else:
            self.teller.change(row.claim.row, claim_id, field, wish.old, wish.new)

    def _decide(self, row: Row, wish: Wish) -> str:
        """Whether a wish is for "apply", or for "keep" with a report, or "stale" without one."""
        entity, claim_id, field = Entity.CLAIM, row.claim_id, wish.field
        if field == "tag":
            return "stale" if provenance.was_removed(self._connection, entity, claim_id, field, wish.new) else "apply"
        if field == "appearance" and not _replaced(wish):
            return "apply"
        if row.is_repeated and wish.old is not None:
            return "keep"
        if self._writer(entity, claim_id, field, is_filled=wish.old is not None) == _LOAD:
            return "apply"
        return "stale" if provenance.had_before(self._connection, entity, claim_id, field, wish.new) else "keep"

    def _kept(self, row: Row, wish: Wish) -> list[RowProblem]:
        """What to say of a wish that was not granted, one line for each value."""
        names = self._sources.names()
        why = "another row of the file says" if row.is_repeated else "the ledger keeps"
        pairs = _replaced(wish) if wish.field == "appearance" else {wish.field: (wish.old, wish.new)}
        problems = []
        for field, values in pairs.items():
            old, new = (names.get(value) if field == "source_id" else value for value in values)
            message = f"{why} {quoted(old)}, not {quoted(new)} (claim {row.claim_id})"
            problems.append(RowProblem(row.claim.row, field.removesuffix("_id"), message))
        return problems

    def update_source(self, source: SourceIn, source_id: int) -> None:
        """Take over what a file says of a known source, and add the spellings that the ledger lacks.

        Raises:
            InputError: a spelling belongs to another source.
        """
        own_name = self._sources.names()[source_id]
        if comparison_key(own_name) == comparison_key(source.name):
            # Under another of its names the file may describe what was since merged into it.
            self.update(Entity.SOURCE, source_id, source.fields, row=source.row, replaces=True)
        for alias in source.aliases:
            if self._sources.find(alias) != source_id:
                self._sources.require_free(alias)
                removed = provenance.was_removed(self._connection, Entity.SOURCE, source_id, "alias", alias)
                if not removed:
                    change(self._session, self._log, Entity.SOURCE, source_id, "alias", old=None, new=alias)
                    self._note_change(Entity.SOURCE, source_id)

    def update(
        self,
        entity: Entity,
        entity_id: int,
        fields: Mapping[str, Any],
        *,
        row: str,
        replaces: bool = False,
        was_exported: bool = False,
    ) -> None:
        """Fill what the ledger leaves empty of a source or document, and report where it says otherwise.

        What an earlier load wrote is replaced only with `replaces`; a row about a claim mentions its
        source and document, and does not rewrite them. What was exported and has been undone since stays so.
        """
        mention = (entity, entity_id, *fields.items())
        if not fields or mention in self._mentioned:
            return
        self._mentioned.add(mention)
        stored = self._connection.execute(
            f"SELECT {', '.join(fields)} FROM {entity.value} WHERE id = ?",  # noqa: S608 - our own column names
            (entity_id,),
        ).fetchone()
        for (field, new), old in zip(fields.items(), stored, strict=True):
            if old == new or (was_exported and provenance.ever_lost(self._connection, entity, entity_id, field, new)):
                continue
            is_here = self._log.has_created(entity, entity_id)
            by_load = is_here or self._writer(entity, entity_id, field, is_filled=old is not None) == _LOAD
            if by_load and (old is None or (replaces and not is_here)):
                change(self._session, self._log, entity, entity_id, field, old=old, new=new)
                if not is_here:
                    self._note_change(entity, entity_id)
            elif not provenance.had_before(self._connection, entity, entity_id, field, new):
                message = f"the ledger keeps {quoted(old)}, not {quoted(new)} ({entity} {entity_id})"
                self.report.kept.append(RowProblem(row, field, message))

    def _note_change(self, entity: Entity, entity_id: int) -> None:
        report = self.report
        (report.sources_changed if entity is Entity.SOURCE else report.documents_changed).add(entity_id)

    def _writer(self, entity: Entity, entity_id: int, field: str, *, is_filled: bool) -> str | None:
        """The command that wrote what a field holds; for an empty one that nobody emptied, a load may."""
        writer = provenance.last_writer(self._connection, entity, entity_id, field)
        if writer is not None:
            return writer
        return provenance.creator(self._connection, entity, entity_id) if is_filled else _LOAD


def _replaced(wish: Wish) -> dict[str, tuple[Any, Any]]:
    """Which values of an appearance a wish would replace, rather than fill or add."""
    old, new = wish.old or {}, wish.new or {}
    return {
        name: (old[name], new[name])
        for name in old
        if name != "is_first" and old[name] not in (None, []) and name in new and old[name] != new[name]
    }
