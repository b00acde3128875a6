"""What the history says: the events of one entity, one after the other, folded into what it must be now.

Nothing here reads a ledger. An undo is events like any other, so it needs no rule of its own.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claimcheck.errors import InputError
from claimcheck.store.claims import APPEARANCE_FIELDS
from claimcheck.store.documents import SNAPSHOT_FIELDS, day_bounds, identity
from claimcheck.store.evidence import EVIDENCE_FIELDS, LINK_FIELDS
from claimcheck.store.inventory import PAIRED, RECORDED, Fields, Key, Whole, filled, hop_fields
from claimcheck.text import comparison_key, fingerprint
from claimcheck.vocabulary import Action, Entity

MAX_MISFITS = 20
PRESENCE = ("gone", "there")
"""What is found and expected of a member that was there for an event and not for those before it, or the reverse."""
_STATE_NAMES = {
    Entity.SOURCE: {"alias": "aliases"},
    Entity.DOCUMENT: {"snapshot": "snapshots", "evidence": "evidence"},
    Entity.CLAIM: {
        "tag": "tags",
        "relation": "relations",
        "relation_suggestion": "relation_suggestions",
        "appearance": "appearances",
        "link": "links",
    },
}
"""What an entity has several of, and under which name a whole state holds all of them."""
_MEMBER_FIELDS = {
    "appearance": APPEARANCE_FIELDS,
    "evidence": EVIDENCE_FIELDS,
    "link": LINK_FIELDS,
    "snapshot": SNAPSHOT_FIELDS,
}

# An event that somebody changed can hold anything, at any depth and of any type.
_UNREADABLE = (ArithmeticError, AttributeError, InputError, LookupError, RecursionError, TypeError, ValueError)


class Event(NamedTuple):
    """One event as it is stored, with the moment at which its command was recorded."""

    id: int
    command_id: int
    action: str
    field: str | None
    old: str | None
    new: str | None
    undoes_id: int | None
    recorded_at: str | None


class Misfit(NamedTuple):
    """A value that an event found before it, and what by the events before it was there."""

    event_id: int
    what: str
    found: Any
    expected: Any


class Moment(NamedTuple):
    """An entity at one revision, with the command that began it and the event that ended it, if any has."""

    whole: Whole
    since: int
    until: int | None


@dataclass(slots=True)
class Folded:
    """What an entity must be now, or None where it must not be there; `unreadable` is the event that stopped it."""

    entity: Entity
    whole: Whole | None = None
    misfits: list[Misfit] = field(default_factory=list)
    unreadable: int | None = None
    _raised_by: int | None = field(default=None, init=False)
    """The command whose further changes do not raise the revision again."""

    def add(self, event: Event) -> None:
        """Let one more event happen."""
        old, new = (None if value is None else json.loads(value) for value in (event.old, event.new))
        if event.action == Action.CREATED:
            _require(self.whole is None)
            self.whole = _whole(self.entity, new, event.recorded_at)
            self._raised_by = event.command_id if event.undoes_id is None else None
        elif event.action == Action.DELETED:
            self._compare(event, _whole(self.entity, old, None))
            self.whole = None
        elif event.action == Action.CHANGED:
            self._change(event, old, new)

    def _change(self, event: Event, old: Any, new: Any) -> None:
        fields, members = self._there().fields, self._there().members
        if event.field in members:
            self._change_member(event, event.field, old, new)
        elif (self.entity, event.field) == (Entity.CLAIM, "via"):
            name = f"source_id of hop {old['position']}"
            self._set_place(event, old["appearance_id"], name, old["source_id"], new["source_id"])
        elif (self.entity, event.field) == (Entity.CLAIM, "first_appearance"):
            self._set_place(event, old, "is_first", found=True, new=False)
            self._set_place(event, new, "is_first", found=False, new=True)
        else:
            _require(event.field in RECORDED[self.entity])
            self._set(event, fields, str(event.field), old, new)
        if event.command_id != self._raised_by:
            fields["revision"] += 1
            self._raised_by = event.command_id

    def _change_member(self, event: Event, kind: str, old: Any, new: Any) -> None:
        members = self._there().members[kind]
        if old is not None:
            key, found = _member(kind, old)
            self._expect_member(event, label(kind, key), found, members.pop(key, None))
        if new is not None:
            key, fields = _member(kind, new)
            self._expect_member(event, label(kind, key), None, members.get(key))
            members[key] = fields

    def _there(self) -> Whole:
        if self.whole is None:
            raise LookupError(self.entity)
        return self.whole

    def _appearance(self, own_id: int) -> Fields:
        return self._there().members["appearance"].get(_row_id(own_id), {})

    def _set_place(self, event: Event, own_id: int, name: str, found: Any, new: Any) -> None:
        self._set(event, self._appearance(own_id), name, found, new, f" of {label('appearance', own_id)}")

    def _set(  # noqa: PLR0913, PLR0917 - what a change consists of
        self, event: Event, fields: Fields, name: str, found: Any, new: Any, of_what: str = ""
    ) -> None:
        self._expect(event, f"{name}{of_what}", _scalar(found), fields.pop(name, None))
        if new is not None:
            fields[name] = _scalar(new)

    def _compare(self, event: Event, found: Whole) -> None:
        """Expect all that an event says was there at the end."""
        expected = self._there()
        self._expect_fields(event, "", found.fields, expected.fields)
        for kind, members in expected.members.items():
            for key in {**members, **found.members[kind]}:
                self._expect_member(event, label(kind, key), found.members[kind].get(key), members.get(key))

    def _expect_member(self, event: Event, what: str, found: Fields | None, expected: Fields | None) -> None:
        if found is None or expected is None:
            self._expect(event, what, PRESENCE[found is not None], PRESENCE[expected is not None])
        else:
            self._expect_fields(event, f" of {what}", found, expected)

    def _expect_fields(self, event: Event, of_what: str, found: Fields, expected: Fields) -> None:
        if found != expected:
            for name in {**expected, **found}:
                self._expect(event, f"{name}{of_what}", found.get(name), expected.get(name))

    def _expect(self, event: Event, what: str, found: Any, expected: Any) -> None:
        if found != expected and len(self.misfits) < MAX_MISFITS:
            self.misfits.append(Misfit(event.id, what, found, expected))


def fold(entity: Entity, events: Iterable[Event]) -> Folded:
    """What an entity's events make of it, up to the first that cannot be read; derived columns included."""
    folded = Folded(entity)
    event = None
    try:
        for event in events:
            folded.add(event)
        if folded.whole is not None:
            folded.whole.fields |= filled(_derived(entity, folded.whole.fields))
    except _UNREADABLE:
        folded.unreadable = event.id if event else 0
    return folded


def as_of(entity: Entity, events: Sequence[Event], revision: int) -> Moment | None:
    """An entity as it last was while it had that revision; None if its events do not say."""
    folded, since, number = Folded(entity), None, 0
    try:
        for count, event in enumerate(events, start=1):
            folded.add(event)
            if folded.whole is not None and folded.whole.fields["revision"] == revision:
                since, number = since or event.command_id, count
    except _UNREADABLE:
        # What a later event says has no bearing on an earlier state.
        pass
    whole = fold(entity, events[:number]).whole
    if since is None or whole is None:
        return None
    return Moment(whole, since, events[number].id if number < len(events) else None)


def label(kind: str, key: Key) -> str:
    """How a sentence names one of several."""
    if kind in PAIRED:
        return f"{kind.replace('_', ' ')} {key[0]} {key[1]}"
    return f"{kind} {key!r}"


def _whole(entity: Entity, state: Any, recorded_at: str | None) -> Whole:
    """A whole state as an event holds it; what it leaves out was new with the command."""
    members: dict[str, dict[Key, Fields]] = {}
    for kind, name in _STATE_NAMES[entity].items():
        members[kind] = dict(_member(kind, entry) for entry in state.get(name, ()))
    return Whole(_given(RECORDED[entity], {"revision": 1, "recorded_at": recorded_at, **state}), members)


def _member(kind: str, value: Any) -> tuple[Key, Fields]:
    """Key and fields of one member, from what an event holds of it."""
    if kind == "tag":
        return _scalar(value), {}
    if kind == "alias":
        return comparison_key(value), {"spelling": value}
    if kind in PAIRED:
        return (_scalar(value["kind"]), _scalar(value["other_id"])), _given(PAIRED[kind], value)
    own_id = _row_id(value["evidence_id" if kind == "link" else "id"])
    fields = _given(_MEMBER_FIELDS[kind], value)
    for position, hop in enumerate(value.get("via", ()), start=1):
        fields |= hop_fields(position, _scalar(hop["source_id"]), _scalar(hop.get("how")))
    return own_id, fields


def _given(names: Iterable[str], state: Any) -> Fields:
    return {name: _scalar(state[name]) for name in names if state.get(name) is not None}


def _row_id(value: Any) -> int:
    _require(isinstance(value, int) and value > 0)
    return int(value)


def _scalar(value: Any) -> Any:
    _require(not isinstance(value, (dict, list)))
    return value


def _require(fits: bool) -> None:  # noqa: FBT001 - the one thing that is required
    """Stop at an event that no command can have written.

    Raises:
        ValueError: it does not fit.
    """
    if not fits:
        raise ValueError


def _derived(entity: Entity, fields: Fields) -> Fields:
    """The columns that follow from what the events say."""
    if entity is Entity.SOURCE:
        return {}
    if entity is Entity.CLAIM:
        earliest, latest = day_bounds(fields.get("said_on"))
        own = fingerprint(fields["text"])
        return {"text_fingerprint": own, "said_earliest": earliest, "said_latest": latest}
    earliest, latest = day_bounds(fields.get("published_on"))
    number = identity(*map(fields.get, ("title", "url", "publisher_id", "published_on")))
    return {"identity": number, "published_earliest": earliest, "published_latest": latest}
