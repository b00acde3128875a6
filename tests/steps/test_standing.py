"""Which known claims stand where in a text."""

from typing import Any

from sqlmodel import Session

from claimcheck.steps.standing import Stand, Standing, says_again
from claimcheck.store.claims import insert_appearance
from claimcheck.store.engine import driver_connection
from tests.steps.papers import keep, rows

FIRST = "Ann Doe said that China ships drones to Russia. Officials agreed with her.\n"
EDITED = f"Correction: none.\n\n{FIRST}"
WORDS = "China ships drones to Russia"


def stand(session: Session, words: str = WORDS, *, claim_id: int = 7, cue: str | None = "said", **fields: Any) -> int:
    """Let a claim appear at those words of the first text; gives the document."""
    kept = keep(session, FIRST, "https://a.example/1").kept
    start = FIRST.index(words)
    place = {
        "document_id": kept.document_id, "snapshot_id": kept.snapshot_id, "is_first": False,
        "span_start": start, "span_end": start + len(words), **fields,
    }  # fmt: skip
    if cue is not None:
        place |= {"cue": cue, "cue_start": FIRST.index(cue)}
    insert_appearance(driver_connection(session), claim_id, place)
    return kept.document_id


def known(
    session: Session, words: str = WORDS, text: str = FIRST, url: str = "https://a.example/1", **asked: Any
) -> Any:
    kept = keep(session, text, url).kept
    standing = Standing(
        driver_connection(session), document_id=kept.document_id, snapshot_id=kept.snapshot_id, text=text
    )
    start = text.index(words)
    given = {"source_id": source_of(session), "is_unnamed": False, "cue": None, **asked}
    return standing.known(((start, start + len(words)),), **given)


def source_of(session: Session, claim_id: int = 7) -> int:
    return int(rows(session, "SELECT source_id FROM claim WHERE id = ?", (claim_id,))[0][0])


def test_the_same_words_of_the_same_source_are_known(session: Session) -> None:
    stand(session)
    found = known(session)
    assert isinstance(found, Stand)
    assert (found.claim_id, found.state) == (7, "accepted")


def test_a_span_that_differs_a_little_or_is_a_part_is_known_and_a_much_longer_one_is_not(session: Session) -> None:
    stand(session)
    assert known(session, f"that {WORDS}.") is not None
    assert known(session, "drones to Russia") is not None
    assert known(session, FIRST.strip()) is None


def test_several_claims_together_can_be_what_is_said(session: Session) -> None:
    stand(session, "China ships")
    stand(session, "drones to Russia", claim_id=8)
    assert known(session, WORDS, cue=(8, 12)).claim_id == 8


def test_what_somebody_has_divided_is_known_however_little_of_it_the_parts_are(session: Session) -> None:
    at = FIRST.index("said")
    stand(session, "China")
    assert known(session, WORDS, cue=(at, at + 4)) is None
    stand(session, "Russia", claim_id=8)
    assert known(session, WORDS, cue=(at, at + 4)) is not None
    assert known(session, WORDS, cue=(at + 20, at + 24)) is None


def test_another_source_is_another_claim_unless_the_cue_is_the_same(session: Session) -> None:
    stand(session)
    assert known(session, source_id=1) is None
    assert known(session, source_id=None, is_unnamed=True) is None
    at = FIRST.index("said")
    assert known(session, source_id=1, cue=(at, at + 4)).claim_id == 7
    assert known(session, source_id=1, cue=(at + 20, at + 24)) is None


def test_whoever_is_not_named_is_anybody_who_is_not(session: Session) -> None:
    (unnamed,) = rows(session, "SELECT id FROM source WHERE name = 'Unnamed reports cited by CEIAS'")
    (claim,) = rows(session, "SELECT min(id) FROM claim WHERE source_id = ?", unnamed)
    stand(session, claim_id=claim[0])
    assert known(session, source_id=None, is_unnamed=True).claim_id == claim[0]


def test_two_passages_without_a_cue_are_alike_in_that(session: Session) -> None:
    stand(session, cue=None)
    assert known(session, source_id=1).claim_id == 7


def test_an_edit_elsewhere_moves_the_passage_and_its_cue(session: Session) -> None:
    stand(session)
    at = EDITED.index("said")
    assert known(session, text=EDITED).claim_id == 7
    assert known(session, text=EDITED, source_id=1, cue=(at, at + 4)).claim_id == 7


def test_an_edit_of_the_words_makes_them_others(session: Session) -> None:
    stand(session)
    changed = FIRST.replace("ships drones", "ships no drones at all")
    assert known(session, "ships no drones at all", text=changed) is None


def test_the_same_text_at_another_address_has_the_same_claims(session: Session) -> None:
    first = stand(session)
    assert known(session, url="https://b.example/2").claim_id == 7
    assert len(rows(session, "SELECT 1 FROM document WHERE url LIKE '%example%'")) == 2
    assert first == 2


def test_words_are_recognised_as_the_better_part_of_others() -> None:
    long = "china ships drones and more than that to russia by rail"
    assert says_again("ships drones and more than that to russia", [long])
    assert says_again(long, ["ships drones and more than that to russia"])
    assert not says_again("ships drones and more than that to russ", [long])
    assert not says_again("drones and more", [long])
    assert not says_again("ships drones and more than that", [long * 3])
    assert not says_again(long, [])
