"""What the ledger holds: every entity whole, in the order of ids, whatever lies between its rows."""

from itertools import pairwise

import pytest
from sqlmodel import Session

from claimcheck.store import inventory
from claimcheck.store.claims import claim_state
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.vocabulary import Entity


def held(session: Session, entity: Entity) -> dict[int, inventory.Whole]:
    return dict(inventory.wholes(session_reader(session), entity))


@pytest.mark.parametrize("entity", Entity)
def test_every_row_comes_once_and_lowest_first(session: Session, entity: Entity) -> None:
    reader = session_reader(session)
    ids = [entity_id for entity_id, _ in inventory.wholes(reader, entity)]
    assert len(ids) == reader.value(f"SELECT count(*) FROM {entity.value}")  # noqa: S608
    assert all(first < second for first, second in pairwise(ids))


@pytest.mark.parametrize(
    ("entity", "kind", "table"),
    [
        (Entity.SOURCE, "alias", "source_alias"),
        (Entity.DOCUMENT, "snapshot", "snapshot"),
        (Entity.CLAIM, "tag", "claim_tag"),
        (Entity.CLAIM, "relation", "relation"),
        (Entity.CLAIM, "appearance", "appearance"),
    ],
)
def test_every_member_comes_with_its_owner(session: Session, entity: Entity, kind: str, table: str) -> None:
    members = [key for whole in held(session, entity).values() for key in whole.members[kind]]
    assert len(members) == session_reader(session).value(f"SELECT count(*) FROM {table}") > 0  # noqa: S608


def test_a_claim_is_held_as_a_state_would_say_it(session: Session) -> None:
    state = claim_state(driver_connection(session), 4)
    found = held(session, Entity.CLAIM)[4]
    derived = inventory.DERIVED[Entity.CLAIM]
    own = {name: value for name, value in found.fields.items() if name not in derived}
    assert own == {name: value for name, value in state.items() if name not in ("tags", "appearances")}
    assert list(found.members["tag"]) == state["tags"]
    (place,) = state["appearances"]
    hops = [inventory.hop_fields(position, **hop) for position, hop in enumerate(place.pop("via"), start=1)]
    assert hops
    for hop in hops:
        place |= hop
    assert found.members["appearance"] == {place.pop("id"): place}


@pytest.mark.file
def test_what_belongs_to_nobody_does_not_disturb_the_others(session: Session) -> None:
    before = held(session, Entity.CLAIM)
    connection = driver_connection(session)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("DELETE FROM claim_tag WHERE claim_id = 3")
    connection.execute("INSERT INTO claim_tag (claim_id, tag_id) VALUES (-5, 1), ('x', 1), (999, 1), (2.5, 1)")
    after = held(session, Entity.CLAIM)
    before[3].members["tag"] = {}
    assert after == before
