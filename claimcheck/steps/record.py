"""What watches came to, written into the ledger: documents, proposed links, leads, outcomes, and what to tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claimcheck.criteria import ClaimFilter
from claimcheck.errors import ClaimcheckError
from claimcheck.redaction import MAX_SHOWN_LENGTH, shown
from claimcheck.steps.anchors import fallen
from claimcheck.steps.asking import Asked
from claimcheck.steps.evidence import suggest_links
from claimcheck.steps.findings import keep_findings
from claimcheck.steps.ingest import DocumentKeeper
from claimcheck.steps.items import keep_items
from claimcheck.steps.match import Matcher
from claimcheck.store import engine
from claimcheck.store.archive import Archive
from claimcheck.store.evidence import text_of
from claimcheck.store.history import CommandLog, utc_text
from claimcheck.store.lookups import standing_source
from claimcheck.store.watches import Watched, WatchOutcome, record_outcomes
from claimcheck.values import Kept
from claimcheck.vocabulary import Outcome, WatchKind

if TYPE_CHECKING:
    from sqlmodel import Session

SLACK_S = 60
"""How much sooner than said a watch is due again, so that a run that cron starts a moment early does not miss it."""
BACKOFF_S = 3_600
MAX_BACKOFF_S = 86_400
DEAD_AFTER = 10
"""From so many failures in a row on, a watch is called dead: at the backoff that is more than a week."""
FAILURES = frozenset({Outcome.FAILED, Outcome.BLOCKED, Outcome.EMPTY})


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell of a run. `kind`: changed, item, lead; or failing, recovered, gone, dead, which are trouble."""

    kind: str
    watch_id: int
    message: str
    document_id: int | None = None
    snapshot_id: int | None = None
    suggested_claims: tuple[int, ...] = ()

    @property
    def is_trouble(self) -> bool:
        """Whether a person should look at the watch rather than at the claims."""
        return self.kind in ("failing", "recovered", "gone", "dead")


class Recorder:
    """Records outcomes in one writing session, as part of one command; `seal` ends it."""

    def __init__(self, session: "Session", *, author: str, now: datetime, archive: Archive) -> None:
        """Begin a command that is in the history only if it changes something."""
        self._session = session
        self._author = author
        self._now = now
        self._archive = archive
        self._begin()

    def _begin(self) -> None:
        """Remember nothing of what was not kept after all."""
        self._log = CommandLog(self._session, name="update", author=self._author, now=self._now)
        self._keeper = DocumentKeeper(self._session, self._log)
        self._connection = engine.driver_connection(self._session)
        self._matchers: dict[tuple[int | None, ...], Matcher | None] = {}

    def record(self, run_id: int, batch: Sequence[Asked]) -> tuple[list[Notice], list[Outcome]]:
        """Write what watches came to, once; gives what there is to tell, and each outcome, in the order of the batch.

        What cannot be kept of one watch is a failure of that watch: the batch is written again with that in its place.
        """
        waiting = list(batch)
        failed: set[int] = set()
        while True:
            notices: list[Notice] = []
            done: list[WatchOutcome] = []
            attempt = self._session.begin_nested()
            self._session.connection()  # only now there is a savepoint, which what is written beneath needs as well
            try:
                for asked in waiting:
                    outcome, working, told = self._kept(asked)
                    self._session.flush()
                    notices += [*told, *_transition(asked, outcome)]
                    done.append(self._outcome(asked, outcome, working))
                record_outcomes(self._connection, run_id, done)
                attempt.commit()
            except Exception as error:
                number = len(done)
                if number == len(waiting) or number in failed or not engine.concerns_one_value(error):
                    raise
                attempt.rollback()
                self._session.expire_all()
                self._begin()
                failed.add(number)
                waiting[number] = _unkept(waiting[number], error)
            else:
                return notices, [item.outcome for item in done]

    def seal(self) -> None:
        """End the command."""
        self._log.seal()

    def _kept(self, asked: Asked) -> tuple[Outcome, dict[str, Any], list[Notice]]:
        """Keep what came; gives the outcome, what the watch remembers of it, and what to tell."""
        working: dict[str, Any] = {}
        if asked.validators is not None:
            working = {
                "etag": asked.validators.etag,
                "last_modified": asked.validators.last_modified,
                "validated_url": asked.validators.url,
                "content_sha256": asked.validators.sha256,
            }
        if asked.document is not None:
            return self._keep_document(asked, working)
        if asked.answer is not None:
            told = self._keep_items(asked)
        elif asked.watch.kind == WatchKind.QUERY:
            told = [Notice("lead", asked.watch.id, message) for message in keep_findings(self._connection, asked)]
        else:
            return asked.outcome, working, []
        if told:
            working["changed_at"] = utc_text(asked.asked_at)
        outcome = Outcome.UNCHANGED if asked.outcome is Outcome.OK and not told else asked.outcome
        return outcome, working, told

    def _keep_document(self, asked: Asked, working: dict[str, Any]) -> tuple[Outcome, dict[str, Any], list[Notice]]:
        assert asked.document is not None  # noqa: S101 - the caller looked
        received, rendition, _ = asked.document
        if _says_the_same(asked.watch, rendition.text):
            return Outcome.UNCHANGED, working, []
        kept = self._keeper.keep(received, rendition)
        # What is new is new to this watch: another one, for other claims, may have read it before.
        kept = replace(kept, earlier_text=self._own_text(asked.watch))
        claims = self._suggest(asked.watch, kept)
        working |= {"snapshot_id": kept.snapshot_id, "changed_at": utc_text(asked.asked_at)}
        verb = "first read" if asked.watch.snapshot_id is None else "changed"
        message = f"{verb}: {_named(kept.title, asked.watch)} (document {kept.document_id}){_suggested(claims)}"
        message += self._fallen(kept)
        notice = Notice("changed", asked.watch.id, message, kept.document_id, kept.snapshot_id, claims)
        return Outcome.OK, working, [notice]

    def _own_text(self, watch: Watched) -> str | None:
        """What a watch read the last time; None if it reads for the first time."""
        return text_of(engine.Reader(self._connection), watch.snapshot_id) if watch.snapshot_id is not None else None

    def _fallen(self, kept: Kept) -> str:
        """What a person should know of quotations that a change has done away with."""
        if kept.earlier_text is None:
            return ""
        reader = engine.session_reader(self._session)
        number = len(fallen(reader, kept.document_id, kept.earlier_text, kept.text))
        if not number:
            return ""
        what = "1 quotation no longer stands" if number == 1 else f"{number} quotations no longer stand"
        return f"; {what} there, see `claimcheck document diff {kept.document_id}`"

    def _keep_items(self, asked: Asked) -> list[Notice]:
        notices = []
        for kept in keep_items(self._keeper, self._connection, self._archive, asked):
            claims = self._suggest(asked.watch, kept)
            verb = "new item" if kept.is_new_document else "edited item"
            message = f"{verb}: {_named(kept.title, asked.watch)} (document {kept.document_id}){_suggested(claims)}"
            notices.append(Notice("item", asked.watch.id, message, kept.document_id, kept.snapshot_id, claims))
        return notices

    def _suggest(self, watch: Watched, kept: Kept) -> tuple[int, ...]:
        """Propose what is new to the claims that the watch is about; gives their ids."""
        key = (watch.claim_id, watch.source_id, watch.tag_id)
        if key not in self._matchers:
            self._matchers[key] = self._matcher(*key)
        matcher = self._matchers[key]
        return tuple(suggest_links(self._session, self._log, matcher, kept)) if matcher else ()

    def _matcher(self, claim_id: int | None, source_id: int | None, tag_id: int | None) -> Matcher | None:
        """Who matches with the claims that a watch is about; None if what it is about was taken back meanwhile."""
        reader = engine.session_reader(self._session)
        source = standing_source(reader, source_id) if source_id is not None else None
        tag = reader.value("SELECT name FROM tag WHERE id = ?", (tag_id,))
        if (source_id is not None and source is None) or (tag_id is not None and tag is None):
            return None
        scope = ClaimFilter(
            claim_ids=(claim_id,) if claim_id is not None else (),
            sources=(source,) if source is not None else (),
            tags=(tag,) if tag is not None else (),
        )
        return Matcher(reader, scope)

    def _outcome(self, asked: Asked, outcome: Outcome, working: dict[str, Any]) -> WatchOutcome:
        watch = asked.watch
        asked_at = utc_text(asked.asked_at)
        wait_s = watch.every_s - min(SLACK_S, watch.every_s / 20)
        if outcome in FAILURES:
            count = watch.failure_count + 1
            working |= {"failure_count": count, "failing_since": watch.failing_since or asked_at}
            wait_s = min(BACKOFF_S * 2 ** min(count - 1, 10), MAX_BACKOFF_S)
        elif outcome is Outcome.SKIPPED:
            wait_s = BACKOFF_S if asked.not_before else wait_s
        else:
            working |= {"failure_count": 0, "failing_since": None}
        due_at = asked.asked_at + timedelta(seconds=wait_s)
        working["due_at"] = utc_text(max(due_at, asked.not_before or due_at))
        return WatchOutcome(watch.id, outcome, asked.message, asked_at, working, asked.is_gone)


def _says_the_same(watch: Watched, text: str) -> bool:
    """Whether the text is that of the watch's last snapshot: other bytes alone are no change, nor kept."""
    return sha256(text.encode()).hexdigest() == watch.text_sha256


def _unkept(asked: Asked, error: Exception) -> Asked:
    """A watch that brought what cannot be kept; only our own errors are known to show no secret."""
    why = str(error) if isinstance(error, ClaimcheckError) else type(error).__name__
    message = f"what {shown(asked.watch.url)} answers cannot be kept: {why}"
    return replace(
        asked, outcome=Outcome.FAILED, message=message, validators=None, document=None, answer=None, findings=()
    )


def _transition(asked: Asked, outcome: Outcome) -> list[Notice]:
    """What to tell of a watch that begins to fail, recovers, or is beyond hope: once, not at each run."""
    watch = asked.watch
    about = f"watch {watch.id}"
    if asked.is_gone:
        return [Notice("gone", watch.id, f"{about} is gone: {asked.message}")]
    if outcome in FAILURES:
        if watch.failure_count == 0:
            how = "" if outcome is Outcome.FAILED else f" ({outcome})"
            return [Notice("failing", watch.id, f"{about} begins to fail{how}: {_told(asked)}")]
        if watch.failure_count + 1 == DEAD_AFTER:
            since = (watch.failing_since or "")[:10]
            words = f"{about} is dead, failing since {since}: {asked.message}; `claimcheck watch remove {watch.id}`"
            return [Notice("dead", watch.id, words)]
    elif outcome is Outcome.SKIPPED and asked.not_before is None:
        # nobody can be asked until a person does something, such as setting a key
        return (
            []
            if watch.last_outcome == outcome
            else [Notice("failing", watch.id, f"{about} is not asked: {asked.message}")]
        )
    elif watch.failure_count and outcome is not Outcome.SKIPPED:
        return [Notice("recovered", watch.id, f"{about} recovers: {shown(watch.url)}")]
    return []


def _told(asked: Asked) -> str:
    """What went wrong, and where."""
    address = shown(asked.watch.url)
    message = asked.message or "it gave nothing"
    return message if address in message else f"{address}: {message}"


def _named(title: str | None, watch: Watched) -> str:
    return f'"{_cut(title)}"' if title else shown(watch.url)


def _cut(text: str) -> str:
    """A text as it fits on a line beside others."""
    return text if len(text) <= MAX_SHOWN_LENGTH else f"{text[: MAX_SHOWN_LENGTH - 3]}..."


def _suggested(claims: Sequence[int]) -> str:
    if not claims:
        return ""
    some = ", ".join(map(str, claims[:5])) + (" ..." if len(claims) > 5 else "")  # noqa: PLR2004 - what a line holds
    return f", suggested for claim {some}" if len(claims) == 1 else f", suggested for claims {some}"
