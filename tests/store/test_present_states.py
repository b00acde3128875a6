"""Claims read many at once say what each says by itself."""

from typing import TYPE_CHECKING

from claimcheck.store.claims import claim_state
from claimcheck.store.engine import driver_connection
from claimcheck.store.present_states import documents_now, present_states, texts_now

if TYPE_CHECKING:
    from sqlmodel import Session


def test_many_claims_are_read_as_each_by_itself(session: "Session") -> None:
    connection = driver_connection(session)
    found = present_states(connection, list(range(1, 63)))
    assert len(found) == 62
    for claim_id, known in found.items():
        alone = claim_state(connection, claim_id)
        own = {name: value for name, value in known.fields.items() if value is not None}
        assert {**own, "tags": sorted(known.tags), "appearances": known.appearances} == alone
        (place,) = known.appearances
        assert known.documents[place["document_id"]]["title"].startswith("Sino-Russian")
        assert len(known.texts[place["snapshot_id"]] or "") == 64


def test_what_is_not_there_is_left_out(session: "Session") -> None:
    connection = driver_connection(session)
    assert present_states(connection, [900]) == {}
    assert documents_now(connection, [None, 900]) == {}
    assert texts_now(connection, [None, 900]) == {}
