"""One watch asked: whatever happens is an outcome, so that one bad server never ends a run."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from claimcheck.errors import FetchError, InputError, PluginError, UnusableError, UsageError
from claimcheck.steps.fetching import Answer, Document, Fetcher, GoneError, Room, Validators, no_bound
from claimcheck.store.watches import Watched
from claimcheck.values import Finding, Question
from claimcheck.vocabulary import FetchFailure, Outcome, WatchKind

_OUTCOMES = {FetchFailure.BLOCKED: Outcome.BLOCKED, FetchFailure.LATER: Outcome.SKIPPED}


@dataclass(frozen=True, slots=True)
class Asked:
    """What one watch came to, before anything of it is in the ledger."""

    watch: Watched
    asked_at: datetime
    outcome: Outcome
    message: str | None = None
    validators: Validators | None = field(default=None, repr=False)
    document: Document | None = field(default=None, repr=False)
    answer: Answer | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    is_gone: bool = False
    not_before: datetime | None = None
    """Until when the server asks to be left alone."""


async def ask(fetcher: Fetcher, watch: Watched, *, room: Room = no_bound) -> Asked:
    """Ask what a watch watches; `room` is waited for before a document or a feed is read into memory.

    Raises:
        StoreError: what came cannot be kept.
    """
    asked_at = datetime.now(UTC)
    try:
        return await _ask(fetcher, watch, asked_at, room)
    except GoneError as error:
        return Asked(watch, asked_at, Outcome.FAILED, str(error), is_gone=True)
    except FetchError as error:
        outcome = _OUTCOMES.get(error.failure, Outcome.FAILED)
        return Asked(watch, asked_at, outcome, str(error), not_before=_not_before(error))
    except UnusableError as error:
        return Asked(watch, asked_at, error.outcome or Outcome.FAILED, str(error), not_before=_not_before(error))
    except (InputError, PluginError, UsageError) as error:
        return Asked(watch, asked_at, Outcome.FAILED, str(error))


async def _ask(fetcher: Fetcher, watch: Watched, asked_at: datetime, room: Room) -> Asked:
    if watch.kind == WatchKind.QUERY:
        assert watch.provider is not None  # noqa: S101 - a query always has one
        words = watch.url.partition(":")[2]
        found, failures = await fetcher.ask(watch.provider, Question(words, is_query=True))
        outcome = Outcome.PARTIAL if failures else Outcome.OK
        return Asked(watch, asked_at, outcome, "; ".join(failures) or None, findings=found)
    known = Validators(watch.etag, watch.last_modified, watch.validated_url, watch.content_sha256)
    if watch.kind == WatchKind.FEED:
        came = await fetcher.feed(watch.url, known, room=room)
        if isinstance(came, Answer):
            return Asked(watch, asked_at, Outcome.OK, None, came.validators, answer=came)
        return Asked(watch, asked_at, Outcome.UNCHANGED, None, came)
    # a page whose snapshot was taken back is asked for as if it had never been
    known = known if watch.snapshot_id is not None else Validators()
    page = await fetcher.document(watch.url, known, known_text_sha256=watch.text_sha256, room=room)
    if isinstance(page, Document):
        return Asked(watch, asked_at, Outcome.OK, None, page.validators, document=page)
    return Asked(watch, asked_at, Outcome.UNCHANGED, None, page)


def _not_before(error: FetchError | UnusableError) -> datetime | None:
    return None if error.retry_after_s is None else datetime.now(UTC) + timedelta(seconds=error.retry_after_s)
