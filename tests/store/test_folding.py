"""The events of one entity, folded: what they make of it, and what no command can have written."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.store.folding import MAX_MISFITS, Event, Folded, Misfit, as_of, fold, label
from claimcheck.store.inventory import Whole
from claimcheck.text import fingerprint
from claimcheck.vocabulary import Entity

DAY = "2026-01-01T00:00:00.000000Z"
CLAIM = {
    "public_id": "p", "source_id": 1, "text": "Ships.", "kind": "report", "state": "accepted", "revision": 1,
    "recorded_at": DAY, "said_on": "2024-05", "tags": ["a"],
    "appearances": [{"id": 5, "is_first": True, "cue": "said", "via": [{"source_id": 4, "how": "told"}]}],
}  # fmt: skip
PLACE = {"id": 7, "is_first": False, "quote": "Aye"}


def event(action: str, field: str | None = None, old: Any = None, new: Any = None, **more: Any) -> Event:
    """An event of the first command unless `more` says otherwise, its values written as JSON."""
    own = {"id": 1, "command_id": 1, "undoes_id": None, "recorded_at": DAY, **more}
    return Event(action=action, field=field, old=json.dumps(old), new=json.dumps(new), **own)


def changed(*changes: tuple[str, Any, Any], state: dict[str, Any] | None = None) -> Folded:
    """A claim after its creation and some changes, each by the next command."""
    made = event("created", new=state or CLAIM)
    later = [event("changed", *change, id=number, command_id=number) for number, change in enumerate(changes, start=2)]
    return fold(Entity.CLAIM, [made, *later])


def whole(folded: Folded) -> Whole:
    assert folded.unreadable is None
    assert folded.misfits == []
    assert folded.whole is not None
    return folded.whole


def test_a_creation_gives_all_fields_members_and_what_follows_from_them() -> None:
    found = whole(changed())
    assert found.fields["text_fingerprint"] == fingerprint("Ships.")
    assert (found.fields["said_earliest"], found.fields["said_latest"]) == ("2024-05-01", "2024-05-31")
    assert "verdict" not in found.fields
    place = {"is_first": True, "cue": "said", "source_id of hop 1": 4, "how of hop 1": "told"}
    nothing: dict[str, dict[object, object]] = {kind: {} for kind in ("relation", "relation_suggestion", "link")}
    assert found.members == {"tag": {"a": {}}, "appearance": {5: place}, **nothing}


def test_what_a_state_leaves_out_was_new_with_its_command() -> None:
    found = whole(fold(Entity.SOURCE, [event("created", new={"public_id": "p", "name": "Ann", "aliases": ["ANN"]})]))
    assert found.fields == {"public_id": "p", "name": "Ann", "revision": 1, "recorded_at": DAY}
    assert found.members == {"alias": {"ann": {"spelling": "ANN"}}}


def test_changes_follow_one_another_field_by_field() -> None:
    found = whole(changed(("verdict", None, "refuted"), ("said_on", "2024-05", None), ("tag", "a", None)))
    assert found.fields["verdict"] == "refuted"
    assert not {"said_on", "said_earliest", "said_latest"} & set(found.fields)
    assert found.members["tag"] == {}
    assert found.fields["revision"] == 4


def test_hops_and_the_first_appearance_move_within_the_appearances() -> None:
    hop = {"appearance_id": 5, "position": 1}
    found = whole(
        changed(
            ("appearance", None, PLACE),
            ("first_appearance", 5, 7),
            ("via", {**hop, "source_id": 4}, {**hop, "source_id": 9}),
        )
    )
    assert found.members["appearance"] == {
        5: {"is_first": False, "cue": "said", "source_id of hop 1": 9, "how of hop 1": "told"},
        7: {"is_first": True, "quote": "Aye"},
    }


def test_the_revision_rises_once_for_each_command_but_not_for_the_one_that_created() -> None:
    made = event("created", new=CLAIM)
    same = event("changed", "tag", None, "b", id=2)
    first = event("changed", "tag", None, "c", id=3, command_id=2)
    second = event("changed", "tag", None, "d", id=4, command_id=2)
    noted = event("noted", None, None, "seen", id=5, command_id=3)
    assert whole(fold(Entity.CLAIM, [made, same, first, second, noted])).fields["revision"] == 2
    restored = event("created", new=CLAIM, undoes_id=9)
    assert whole(fold(Entity.CLAIM, [restored, same])).fields["revision"] == 2


def test_what_was_removed_is_not_there_until_it_is_restored() -> None:
    gone = event("deleted", old=CLAIM, id=2, command_id=2)
    assert fold(Entity.CLAIM, [event("created", new=CLAIM), gone]).whole is None
    again = event("created", new=CLAIM, id=3, command_id=3, undoes_id=2)
    assert set(whole(fold(Entity.CLAIM, [event("created", new=CLAIM), gone, again])).members["appearance"]) == {5}


@pytest.mark.parametrize(
    ("change", "misfit"),
    [
        (("verdict", "refuted", None), Misfit(2, "verdict", "refuted", None)),
        (("tag", "b", None), Misfit(2, "tag 'b'", "there", "gone")),
        (("tag", None, "a"), Misfit(2, "tag 'a'", "gone", "there")),
        (("relation", {"kind": "denies", "other_id": 3}, None), Misfit(2, "relation denies 3", "there", "gone")),
        (("appearance", {"id": 5, "cue": "told"}, None), Misfit(2, "cue of appearance 5", "told", "said")),
        (("first_appearance", 5, 7), Misfit(2, "is_first of appearance 7", found=False, expected=None)),
    ],
)  # fmt: skip
def test_an_event_that_found_something_else_than_those_before_it_is_named(
    change: tuple[str, Any, Any], misfit: Misfit
) -> None:
    assert misfit in changed(change).misfits


def test_a_removal_of_something_else_than_there_was_is_named() -> None:
    gone = event("deleted", old={**CLAIM, "text": "Boats.", "tags": []}, id=2)
    found = fold(Entity.CLAIM, [event("created", new=CLAIM), gone]).misfits
    assert found == [Misfit(2, "text", "Boats.", "Ships."), Misfit(2, "tag 'a'", "gone", "there")]


def test_of_many_misfits_only_the_first_are_kept() -> None:
    assert len(changed(*[("verdict", "refuted", None)] * 50).misfits) == MAX_MISFITS


@pytest.mark.parametrize(
    "broken",
    [
        event("created", new=CLAIM),
        event("changed", "colour", None, "red"),
        event("changed", None, None, "red"),
        event("changed", "text", "Ships.", None),
        event("changed", "text", "Ships.", ["Ships."]),
        event("changed", "text", "Ships.", "\ud800"),
        event("changed", "said_on", "2024-05", "soon"),
        event("changed", "tag", None, {"name": "x"}),
        event("changed", "relation", None, "denies 3"),
        event("changed", "appearance", None, {"id": "x"}),
        event("changed", "appearance", None, {"id": -1}),
        event("changed", "first_appearance", "x", "y"),
        event("changed", "via", 1, 2),
        event("deleted", old=[]),
        event("changed", "text", "Ships.", "Ships.")._replace(new="not JSON"),
        event("changed", "text", "Ships.", "Ships.")._replace(new="[" * 100_000),
        event("changed", "text", "Ships.", "Ships.")._replace(new="1" * 5_000),
    ],
)
def test_an_event_that_no_command_can_have_written_stops_the_fold(broken: Event) -> None:
    folded = fold(Entity.CLAIM, [event("created", new=CLAIM), broken._replace(id=2), event("noted", id=3)])
    assert folded.unreadable in (2, 3)


@pytest.mark.parametrize("entity", Entity)
@pytest.mark.parametrize("action", ["changed", "deleted"])
def test_nothing_can_be_done_to_what_is_not_there(entity: Entity, action: str) -> None:
    assert fold(entity, [event(action, "revision", {"aliases": []}, {})]).unreadable == 1


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "via", "tags", "aliases", "snapshots", "appearances", "kind", "text", "source_id"]),
        inner,
        max_size=4,
    ),
    max_leaves=8,
)  # fmt: skip
FIELDS = st.sampled_from(
    ["text", "tag", "relation", "appearance", "via", "first_appearance", "alias", "snapshot", "title", "said_on", "x"]
)


@given(
    st.sampled_from(Entity),
    st.lists(st.builds(event, st.sampled_from(["created", "changed", "deleted", "noted"]), FIELDS, JUNK, JUNK)),
)
def test_whatever_events_hold_there_is_an_answer(entity: Entity, events: list[Event]) -> None:
    folded = fold(entity, [event("created", new={**CLAIM, "aliases": ["Ann"], "title": "T"}), *events])
    if folded.whole is not None:
        assert all(not isinstance(value, list | dict) for value in folded.whole.fields.values())
        for kind, members in folded.whole.members.items():
            assert all(label(kind, key) for key in members)


def test_an_entity_is_as_it_last_was_at_a_revision() -> None:
    events = [
        event("created", new=CLAIM),
        event("changed", "confidence", None, 0.5, id=2, command_id=2),
        event("changed", "tag", None, "b", id=3, command_id=2),
        event("noted", id=4, command_id=3),
        event("changed", "confidence", 0.5, 0.7, id=5, command_id=4),
    ]
    states = [as_of(Entity.CLAIM, events, revision) for revision in (1, 2, 3, 4)]
    found = [state and (state.whole.fields.get("confidence"), state.since, state.until) for state in states]
    assert found == [(None, 1, 2), (0.5, 2, 5), (0.7, 4, None), None]
    assert states[1] is not None
    assert set(states[1].whole.members["tag"]) == {"a", "b"}


def test_an_event_that_cannot_be_read_hides_what_came_after_it_alone() -> None:
    events = [event("created", new=CLAIM), event("changed", "colour", id=2, command_id=2), event("noted", id=3)]
    moment = as_of(Entity.CLAIM, events, 1)
    assert moment is not None
    assert (moment.since, moment.until) == (1, 2)
    assert as_of(Entity.CLAIM, events, 2) is None
