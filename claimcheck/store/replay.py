"""Does the ledger say what its history says? Everything it holds, compared with what the events make of it."""

from collections.abc import Iterator
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import Any

from claimcheck.errors import MAX_QUOTED_LENGTH, quoted
from claimcheck.store.engine import Reader
from claimcheck.store.folding import Event, Folded, Misfit, fold, label
from claimcheck.store.history import as_json
from claimcheck.store.inventory import Fields, Whole, wholes
from claimcheck.vocabulary import Entity

MAX_DIFFERENCES = 20
_EVENTS = """
SELECT entity_id, event.id, command_id, action, field, old, new, undoes_id, recorded_at
FROM event LEFT JOIN command ON command.id = command_id WHERE entity = ? ORDER BY entity_id, event.id
"""


def differences(reader: Reader) -> Iterator[str]:
    """One sentence for each thing in the ledger that no event has put there, or that no event took away.

    A tag that no claim carries is not looked at: it says nothing.
    """
    found = chain.from_iterable(_of_kind(reader, entity) for entity in Entity)
    yield from islice(found, MAX_DIFFERENCES)
    if next(found, None) is not None:
        yield "ledger: and more"


def _of_kind(reader: Reader, entity: Entity) -> Iterator[str]:
    held, told = wholes(reader, entity), _histories(reader, entity)
    whole, folded = next(held, None), next(told, None)
    while whole is not None or folded is not None:
        entity_id = min(pair[0] for pair in (whole, folded) if pair is not None)
        present = past = None
        if whole is not None and whole[0] == entity_id:
            present, whole = whole[1], next(held, None)
        if folded is not None and folded[0] == entity_id:
            past, folded = folded[1], next(told, None)
        yield from _of_one(f"{entity} {entity_id}", present, past)


def _histories(reader: Reader, entity: Entity) -> Iterator[tuple[int, Folded]]:
    """What the events make of each entity that they speak of, by its id, lowest first."""
    rows = (row for row in reader.rows(_EVENTS, (entity.value,)) if isinstance(row[0], int))
    for entity_id, own in groupby(rows, key=itemgetter(0)):
        yield entity_id, fold(entity, (Event(*row[1:]) for row in own))


def _of_one(name: str, held: Whole | None, folded: Folded | None) -> Iterator[str]:
    if folded is None:
        yield f"ledger: {name} was never recorded by any command"
        return
    yield from (_before(name, misfit) for misfit in folded.misfits)
    if folded.unreadable is not None:
        yield f"ledger: the events of {name} cannot be read from event {folded.unreadable} on; one was changed"
    elif held is None:
        if folded.whole is not None:
            yield f"ledger: {name} is gone, and no command removed it"
    elif folded.whole is None:
        yield f"ledger: {name} is there, by its history it is not"
    elif held != folded.whole:
        yield from _unlike(name, held, folded.whole)


def _unlike(name: str, held: Whole, expected: Whole) -> Iterator[str]:
    yield from _fields_unlike(name, held.fields, expected.fields)
    for kind, members in held.members.items():
        others = expected.members[kind]
        for key in {**others, **members}:
            own = f"{label(kind, key)} of {name}"
            if key not in members:
                yield f"ledger: {own} is gone, and no command removed it"
            elif key not in others:
                yield f"ledger: {own} is there, by its history it is not"
            else:
                yield from _fields_unlike(own, members[key], others[key])


def _fields_unlike(name: str, held: Fields, expected: Fields) -> Iterator[str]:
    for field in {**expected, **held}:
        value, wanted = held.get(field), expected.get(field)
        if isinstance(value, bytes):
            yield f"ledger: {field} of {name} is not text"
        elif value != wanted:
            yield f"ledger: {field} of {name} is {quoted(value)}, by its history it is {_said(wanted)}"


def _before(name: str, misfit: Misfit) -> str:
    found, expected = _said(misfit.found), _said(misfit.expected)
    what = f"{misfit.what} of {name}"
    return f"ledger: {what} was {found} before event {misfit.event_id}, by its history it was {expected}"


def _said(value: Any) -> str:
    """A value as the history would write it, cut when it is long."""
    written = as_json(value)
    return written if len(written) <= MAX_QUOTED_LENGTH else f"{written[: MAX_QUOTED_LENGTH - 3]}..."
