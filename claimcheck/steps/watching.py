"""Deciding what is watched: add, pause, resume, remove, and the list of it all."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.errors import ConflictError, NotFoundError, UsageError
from claimcheck.redaction import redacted
from claimcheck.shelf import find, names
from claimcheck.steps.record import DEAD_AFTER
from claimcheck.store import engine
from claimcheck.store.engine import Reader
from claimcheck.store.history import utc_text
from claimcheck.store.lookups import claim_id, require_tag, source_id, standing_source
from claimcheck.store.watches import add_watch, same_watch, set_state
from claimcheck.urls import parse
from claimcheck.values import Question
from claimcheck.vocabulary import WatchKind, WatchState

if TYPE_CHECKING:
    from sqlmodel import Session

    from claimcheck.ports import Provider

KEY = "any"
"""Stands for the key of a provider, which may be set only where `update` runs."""

WATCH_COLUMNS = (
    "id", "kind", "url", "about", "every", "state", "outcome", "asked_at", "changed_at", "due_at", "failures",
    "failing_since", "message",
)  # fmt: skip
_LIST = """
SELECT watch.id, watch.kind, watch.url, claim_id, source_id, tag.name, every_s, watch.state, last_outcome, asked_at,
  changed_at, due_at, failure_count, failing_since, last_message
FROM watch LEFT JOIN tag ON tag.id = tag_id
WHERE watch.state <> 'removed' ORDER BY watch.id
"""


class WatchWish(NamedTuple):
    """What a user wants watched, as it was written."""

    url: str
    kind: str | None = None
    claim: str | None = None
    source: str | None = None
    tag: str | None = None
    every_s: int = 21_600


def watch(session: "Session", wish: WatchWish, *, author: str, now: datetime) -> int:
    """Add a watch that is due at once; gives its id.

    Raises:
        InputError: its address cannot be fetched.
        NotFoundError: the claim, source or tag is not in the ledger.
        UsageError: a kind or provider that there is not.
        ConflictError: the same is watched already.
    """
    reader = engine.session_reader(session)
    if wish.tag is not None:
        require_tag(reader, wish.tag)
    definition: dict[str, Any] = {
        **_target(wish),
        "claim_id": claim_id(reader, wish.claim) if wish.claim is not None else None,
        "source_id": source_id(reader, wish.source) if wish.source is not None else None,
        "tag_id": reader.value("SELECT id FROM tag WHERE name = ?", (wish.tag,)) if wish.tag is not None else None,
        "every_s": wish.every_s,
    }
    connection = engine.driver_connection(session)
    known = same_watch(connection, definition)
    if known is not None:
        msg = f"watch {known} watches that already; remove it first to change it"
        raise ConflictError(msg)
    return add_watch(connection, definition, author=author, recorded_at=utc_text(now))


def _target(wish: WatchWish) -> dict[str, Any]:
    """Kind, address and provider: `gdelt:words` is a query, everything else an address."""
    scheme, colon, words = wish.url.strip().partition(":")
    is_address = scheme.lower() in ("http", "https")
    is_query = colon and not is_address and not words.startswith("//")
    kind = wish.kind or (WatchKind.QUERY if is_query else WatchKind.PAGE)
    if kind != WatchKind.QUERY:
        address = parse(wish.url)
        # who has to log in is asked for as it was written; such an address is shown without
        url = wish.url.strip() if address.user_info is not None else str(address)
        return {"kind": str(kind), "url": url, "provider": None}
    known = names("providers")
    if is_address or not colon or not words.strip():
        msg = f"a query is written as PROVIDER:WORDS, such as gdelt:submarines (providers: {', '.join(known)})"
        raise UsageError(msg)
    if scheme not in known:
        msg = f"there is no provider {scheme!r} (providers: {', '.join(known)})"
        raise UsageError(msg)
    provider: Provider = find("providers", scheme)
    words = " ".join(words.split())
    if not provider.requests(Question(words, is_query=True, key=KEY)):
        msg = f"{scheme} cannot be asked for words alone; watch a page or a feed, or use another provider"
        raise UsageError(msg)
    return {"kind": str(kind), "url": f"{scheme}:{words}", "provider": scheme}


def change_state(session: "Session", watch_id: int, state: WatchState, *, now: datetime) -> WatchState:
    """Pause, resume or remove a watch; gives the state before.

    Raises:
        NotFoundError: there is no such watch.
    """
    connection = engine.driver_connection(session)
    row = connection.execute("SELECT state FROM watch WHERE id = ?", (watch_id,)).fetchone()
    if row is None or row[0] == WatchState.REMOVED:
        msg = f"there is no watch {watch_id}; see `claimcheck watch list`"
        raise NotFoundError(msg)
    before = WatchState(row[0])
    if before is not state:
        set_state(connection, watch_id, state, due_at=utc_text(now) if state is WatchState.ACTIVE else None)
    return before


def watch_rows(reader: Reader) -> list[tuple[Any, ...]]:
    """All watches that were not removed, as rows of WATCH_COLUMNS; one that failed long is called dead."""
    from claimcheck.durations import duration_text

    rows = []
    for own_id, kind, url, claim, source, tag, every_s, state, *rest in reader.all(_LIST):
        outcome, asked_at, changed_at, due_at, failures, since, message = rest
        source_name = standing_source(reader, source) if source is not None else None
        about = [f"claim {claim}" if claim else None, source_name, f"tag {tag}" if tag else None]
        is_dead = state == WatchState.ACTIVE and failures >= DEAD_AFTER
        rows.append(
            (
                own_id, kind, redacted(url) if kind != WatchKind.QUERY else url,
                ", ".join(part for part in about if part) or None, duration_text(every_s),
                "dead" if is_dead else state, outcome, asked_at, changed_at,
                due_at if state == WatchState.ACTIVE else None, failures, since, message,
            )
        )  # fmt: skip
    return rows


def require_watches(reader: Reader, ids: "list[int]") -> None:
    """Refuse ids of which no watch can be asked.

    Raises:
        NotFoundError: there is no such watch, or it is paused or gone.
    """
    for own_id in ids:
        state = reader.value("SELECT state FROM watch WHERE id = ?", (own_id,))
        if state != WatchState.ACTIVE:
            what = f"watch {own_id} is {state}" if state else f"there is no watch {own_id}"
            msg = f"{what}; see `claimcheck watch list`"
            raise NotFoundError(msg)
