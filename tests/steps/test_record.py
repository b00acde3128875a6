"""What is written of watches that were asked, and what is told of it."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import StoreError
from claimcheck.steps.asking import Asked
from claimcheck.steps.fetching import Document, Validators
from claimcheck.steps.ingest import DocumentKeeper
from claimcheck.steps.links import unlink
from claimcheck.steps.record import DEAD_AFTER, Notice, Recorder
from claimcheck.steps.sources import merge_sources, set_source
from claimcheck.steps.watching import WatchWish, change_state, watch
from claimcheck.store.archive import Archive
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.history import utc_text
from claimcheck.store.lookups import source_id
from claimcheck.store.replay import differences
from claimcheck.store.watches import Watched, due_watches, start_run
from claimcheck.values import Finding, Kept, Received, Rendition
from claimcheck.vocabulary import Outcome, WatchState

NOW = datetime(2027, 1, 1, tzinfo=UTC)
ABOUT_CLAIM_1 = "SELECT text, source.name FROM claim JOIN source ON source.id = source_id WHERE claim.id = 1"
QUERY = "gdelt:ships"
LEAD = Finding(key="1", url="https://example.org/1", title="Ships", publisher="The Post")


def watched(session: Session, url: str = "https://example.org/a", **wish: Any) -> Watched:
    """A watch as a run has it at its start."""
    number = watch(session, WatchWish(url, **wish), author="a", now=NOW)
    return again(session, number)


def again(session: Session, number: int) -> Watched:
    (found,) = due_watches(session_reader(session), "", [number])
    return found


def record(session: Session, *batch: Asked) -> tuple[list[Notice], list[Outcome]]:
    """Record a batch as a run of its own."""
    run_id = start_run(driver_connection(session), author="a", started_at=utc_text(NOW), due_count=len(batch))
    recorder = Recorder(session, author="a", now=NOW, archive=Archive(Path("snapshots")))
    told = recorder.record(run_id, batch)
    recorder.seal()
    return told


def document(one: Watched, text: str, title: str | None = "News", publisher: str | None = None) -> Asked:
    digest = sha256(text.encode()).hexdigest()
    received = Received(b"", digest, len(text), NOW, requested_url=one.url, final_url=one.url, status=200)
    rendition = Rendition(text, "html", "1", "text/html", title=title, publisher=publisher)
    known = Validators("etag", None, one.url, digest)
    return Asked(one, NOW, Outcome.OK, None, known, Document(received, rendition, known))


def bearing_on_claim_1(session: Session) -> str:
    """A text that has to be proposed to claim 1."""
    said, who = driver_connection(session).execute(ABOUT_CLAIM_1).fetchone()
    return f"News of the day.\n\n{who} said: {said}\n\nMore news."


def sql(session: Session, statement: str) -> list[tuple[Any, ...]]:
    return driver_connection(session).execute(statement).fetchall()


def test_a_document_is_proposed_to_the_claims_it_bears_on(session: Session) -> None:
    (notice,), _ = record(session, document(watched(session), bearing_on_claim_1(session)))
    assert notice.kind == "changed"
    assert 1 in notice.suggested_claims
    assert notice.message.startswith(f'first read: "News" (document {notice.document_id}), suggested for claim')
    assert sql(session, "SELECT state FROM link WHERE claim_id = 1") == [("suggested",)]


def test_a_watch_for_one_claim_proposes_to_that_claim_only(session: Session) -> None:
    text = bearing_on_claim_1(session)
    (one,), _ = record(session, document(watched(session, claim="1"), text))
    (other,), _ = record(session, document(watched(session, "https://example.org/b", claim="2"), text))
    assert (one.suggested_claims, other.suggested_claims) == ((1,), ())


def test_a_watch_of_a_source_that_was_merged_is_about_what_it_was_merged_into(session: Session) -> None:
    ((who,),) = sql(session, "SELECT name FROM source JOIN claim ON source.id = source_id WHERE claim.id = 1")
    reader = session_reader(session)
    old, new = source_id(reader, who), source_id(reader, "Reuters")
    one, text = watched(session, source=who), bearing_on_claim_1(session)
    merge_sources(session, from_id=old, into_id=new, author="a", now=NOW)
    # The spelling may even go to nobody, or to somebody else.
    set_source(session, new, author="a", now=NOW, fields={}, remove_aliases=[who])
    (notice,), outcomes = record(session, document(one, text))
    assert outcomes == [Outcome.OK]
    assert 1 in notice.suggested_claims


@pytest.mark.parametrize("about", ["source", "tag", "claim"])
def test_what_was_taken_back_meanwhile_gets_no_proposals_and_nobody_else_does(session: Session, about: str) -> None:
    one = watched(session)._replace(**{f"{about}_id": 9_999})  # type: ignore[arg-type]
    (notice,), outcomes = record(session, document(one, bearing_on_claim_1(session)))
    assert (notice.suggested_claims, outcomes) == ((), [Outcome.OK])
    assert sql(session, "SELECT count(*) FROM link") == [(0,)]


def test_other_bytes_with_the_same_text_are_no_change(session: Session) -> None:
    one = watched(session)
    record(session, document(one, "The same words."))
    count = sql(session, "SELECT count(*) FROM command")
    told, outcomes = record(session, document(again(session, one.id), "The same words.", title="Other"))
    assert (told, outcomes) == ([], [Outcome.UNCHANGED])
    assert sql(session, "SELECT count(*) FROM command") == count


@pytest.mark.parametrize("state", [WatchState.PAUSED, WatchState.REMOVED])
def test_who_pauses_or_removes_a_watch_meanwhile_has_the_last_word(session: Session, state: WatchState) -> None:
    one = watched(session)
    change_state(session, one.id, state, now=NOW)
    record(session, Asked(one, NOW, Outcome.FAILED, "gone", is_gone=True))
    assert sql(session, f"SELECT state FROM watch WHERE id = {one.id}") == [(state.value,)]  # noqa: S608
    assert sql(session, "SELECT outcome FROM run_outcome") == [("failed",)]


@pytest.mark.parametrize(
    ("outcome", "findings", "message", "recorded"),
    [
        (Outcome.OK, (LEAD,), None, ("ok", 1, None)),
        (Outcome.OK, (), None, ("ok", 0, None)),
        (Outcome.PARTIAL, (LEAD,), "one of two failed", ("partial", 1, "one of two failed")),
        (Outcome.FAILED, (), "is down", ("failed", None, "is down")),
    ],
)
def test_nothing_found_and_nobody_answered_are_two_records(
    session: Session, outcome: Outcome, findings: tuple[Finding, ...], message: str | None, recorded: object
) -> None:
    record(session, Asked(watched(session, QUERY), NOW, outcome, message, findings=findings))
    assert sql(session, "SELECT outcome, hit_count, message FROM search") == [recorded]


def test_a_lead_is_told_once(session: Session) -> None:
    one = watched(session, QUERY)
    asked = Asked(one, NOW, Outcome.OK, findings=(LEAD,))
    (notice,), first = record(session, asked)
    none, second = record(session, asked)
    assert notice.message == 'lead from gdelt: "Ships", The Post, https://example.org/1'
    assert (none, first, second) == ([], [Outcome.OK], [Outcome.UNCHANGED])


def test_a_server_that_wants_to_be_left_alone_for_longer_than_the_backoff_is(session: Session) -> None:
    longer, shorter = watched(session), watched(session, "https://example.org/b")
    record(
        session,
        Asked(longer, NOW, Outcome.BLOCKED, "429", not_before=NOW + timedelta(days=2)),
        Asked(shorter, NOW, Outcome.BLOCKED, "429", not_before=NOW + timedelta(minutes=2)),
    )
    due = sql(session, "SELECT due_at FROM watch ORDER BY id")
    assert due == [(utc_text(NOW + timedelta(days=2)),), (utc_text(NOW + timedelta(hours=1)),)]


def test_what_is_skipped_neither_fails_nor_recovers(session: Session) -> None:
    one = watched(session)
    record(session, Asked(one, NOW, Outcome.FAILED, "down"))
    told, _ = record(session, Asked(again(session, one.id), NOW, Outcome.SKIPPED, "later", not_before=NOW))
    assert told == []
    assert again(session, one.id).failure_count == 1


def test_begin_death_and_recovery_are_told_and_nothing_in_between(session: Session) -> None:
    number = watched(session).id
    kinds = []
    for count in range(DEAD_AFTER + 2):
        outcome = Outcome.FAILED if count <= DEAD_AFTER else Outcome.UNCHANGED
        told, _ = record(session, Asked(again(session, number), NOW, outcome, "down"))
        kinds.append([notice.kind for notice in told])
    assert [kind for kind in kinds if kind] == [["failing"], ["dead"], ["recovered"]]
    assert (kinds[0], kinds[DEAD_AFTER - 1], kinds[-1]) == (["failing"], ["dead"], ["recovered"])
    assert again(session, number).failing_since is None


def test_a_title_of_many_claims_stays_one_line(session: Session) -> None:
    texts = [text for (text,) in sql(session, "SELECT text FROM claim ORDER BY id")]
    (notice,), _ = record(session, document(watched(session), "\n\n".join(texts), title=None))
    assert len(notice.suggested_claims) > 5
    assert notice.message.endswith(" ...")
    assert notice.message.startswith("first read: https://example.org/a (document ")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_cannot_be_kept_of_one_watch_keeps_no_other_from_being_recorded(
    session: Session, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = DocumentKeeper.keep

    def refuse(keeper: DocumentKeeper, received: Received, rendition: Rendition, **more: Any) -> Kept:
        kept = keep(keeper, received, rendition, **more)
        if rendition.text == "hostile":
            raise ValueError("s3cr3t")
        return kept

    monkeypatch.setattr(DocumentKeeper, "keep", refuse)
    events = sql(session, "SELECT max(id) FROM event")[0][0]
    all_of_them = [watched(session, f"https://example.org/{n}") for n in range(3)]
    batch = [document(one, f"News {one.id}", publisher="Example") for one in all_of_them]
    batch[place] = document(all_of_them[place], "hostile")
    told, outcomes = record(session, *batch)
    assert [outcome.value for outcome in outcomes] == ["failed" if n == place else "ok" for n in range(3)]
    assert sorted(notice.kind for notice in told) == ["changed", "changed", "failing"]
    address = all_of_them[place].url
    assert sql(session, "SELECT last_message FROM watch WHERE failure_count = 1") == [
        (f"what {address} answers cannot be kept: ValueError",)
    ]
    assert again(session, all_of_them[place].id).etag is None
    assert sql(session, f"SELECT url FROM document WHERE url = '{address}'") == []  # noqa: S608
    own = sql(session, f"SELECT id FROM event WHERE id > {events} ORDER BY id")  # noqa: S608
    assert own == [(events + 1 + n,) for n in range(5)]
    assert list(differences(session_reader(session))) == []


@pytest.mark.parametrize("error", [StoreError("full"), OSError("full"), MemoryError()])
def test_a_ledger_that_cannot_be_written_is_the_failure_of_no_watch(
    session: Session, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Kept:
        raise error

    monkeypatch.setattr(DocumentKeeper, "keep", refuse)
    one = watched(session)
    with pytest.raises(type(error)):
        record(session, document(one, "News"))


def test_a_publisher_with_an_endless_name_is_called_by_the_address(session: Session) -> None:
    one = document(watched(session), "News", publisher="Example " + "\u65e5" * 980)
    assert record(session, one)[1] == [Outcome.OK]
    found = "SELECT name FROM source JOIN document ON publisher_id = source.id WHERE url = 'https://example.org/a'"
    assert sql(session, found) == [("example.org",)]


def test_each_of_two_watches_of_one_page_proposes_to_its_own_claims(session: Session) -> None:
    text = bearing_on_claim_1(session)
    first, second = watched(session, claim="2"), watched(session, claim="1")
    told, outcomes = record(session, document(first, text), document(second, text))
    assert outcomes == [Outcome.OK, Outcome.OK]
    assert [notice.suggested_claims for notice in told] == [(), (1,)]
    assert len({notice.snapshot_id for notice in told}) == 1


def test_what_a_watch_has_read_before_is_not_proposed_again_but_what_others_read_is(session: Session) -> None:
    text = bearing_on_claim_1(session)
    other, own = watched(session), watched(session, claim="1")
    record(session, document(own, "Nothing yet."))
    record(session, document(other, "Something else."), document(own, text))
    assert sql(session, "SELECT claim_id FROM link WHERE claim_id = 1") == [(1,)]
    (evidence,) = sql(session, "SELECT evidence_id FROM link WHERE claim_id = 1")[0]
    ((_, who),) = sql(session, ABOUT_CLAIM_1)
    unlink(session, 1, [evidence], author="a", now=NOW)
    for reader in (again(session, own.id), watched(session, source=who), again(session, other.id)):
        told, _ = record(session, document(reader, f"{text}\n\nAnd more."))
        assert [notice.suggested_claims.count(1) for notice in told] == [0]
    assert sql(session, "SELECT state FROM link WHERE claim_id = 1") == [("rejected",)]


def test_what_the_database_refuses_of_one_watch_is_the_failure_of_that_watch(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = DocumentKeeper.keep

    def refuse(keeper: DocumentKeeper, received: Received, rendition: Rendition, **more: Any) -> Kept:
        if rendition.text == "hostile":
            driver_connection(session).execute("INSERT INTO tag (name) SELECT name FROM tag")
        return keep(keeper, received, rendition, **more)

    monkeypatch.setattr(DocumentKeeper, "keep", refuse)
    good, bad = watched(session), watched(session, "https://example.org/b")
    assert record(session, document(bad, "hostile"), document(good, "News"))[1] == [Outcome.FAILED, Outcome.OK]
    assert again(session, good.id).snapshot_id is not None
