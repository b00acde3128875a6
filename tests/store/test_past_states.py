"""Claims as they were when a row was exported, by the history."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.errors import StoreError
from claimcheck.store.engine import driver_connection, open_session
from claimcheck.store.past_states import Past, gone_source_names, past_states, values_during
from claimcheck.store.present_states import Known, present_states
from claimcheck.vocabulary import Entity
from tests.conftest import Run, here

if TYPE_CHECKING:
    from claimcheck.store.dialect import Connection

CLAIM = {
    "text": "The bridge is safe.", "source": "Ann", "confidence": 0.5, "tags": ["a", "b"], "quote": "Safe.",
    "via": [{"source": "Reuters", "how": "told"}, {"source": "Post", "how": None}], "document_title": "Bridges",
    "publisher": "Post", "text_sha256": "a" * 64,
}  # fmt: skip


@contextmanager
def connected() -> Iterator["Connection"]:
    """The ledger of the working directory, unchanged at the end."""
    with open_session(here(), keep=False) as session:
        yield driver_connection(session)


def load(run: Run, *claims: dict[str, Any]) -> None:
    Path("claims.json").write_text(json.dumps(claims), encoding="utf-8")
    assert run("load", "claims.json").code == 0


def past(revision: int, claim_id: int = 1) -> Past:
    with connected() as connection:
        return past_states(connection, {claim_id: revision})[claim_id]


def now(claim_id: int = 1) -> Known:
    with connected() as connection:
        return present_states(connection, [claim_id])[claim_id]


def plain(known: Known) -> tuple[Any, ...]:
    places = [{**place, "is_first": bool(place["is_first"])} for place in known.appearances]
    return dict(known.fields), known.tags, places, dict(known.documents), dict(known.texts)


def test_at_each_revision_a_claim_is_what_it_was(run: Run) -> None:
    load(run, CLAIM)
    states = [plain(now())]
    for arguments in (
        ["annotate", "1", "--confidence", "0.7", "--tag", "c", "--untag", "a", "--said-on", "2024"],
        ["annotate", "1", "--confidence", "none"],
        ["undo"],
        ["source", "merge", "Reuters", "Post"],
    ):
        assert run(*arguments).code == 0
        states.append(plain(now()))
    for revision, state in enumerate(states, start=1):
        assert plain(past(revision).known) == state
    assert [(past(revision).since, past(revision).until is None) for revision in (1, 2, 5)] == [
        (1, False), (2, False), (5, True),
    ]  # fmt: skip


def test_many_claims_are_found_at_once_each_at_its_revision(seeded: Run) -> None:
    seeded("annotate", "11", "--confidence", "0.1")
    with connected() as connection:
        found = past_states(connection, {**dict.fromkeys(range(1, 63), 1), 11: 2})
    assert found.keys() == set(range(1, 63))
    assert found[11].known.fields["confidence"] == 0.1
    assert {known.fields["revision"] for known, _since, _until in found.values()} == {1, 2}


def test_a_revision_that_no_event_tells_of_is_an_error_of_the_ledger(run: Run) -> None:
    load(run, CLAIM)
    with pytest.raises(StoreError, match="db check"):
        past(7)


def test_what_was_taken_away_since_is_known_as_it_last_was(run: Run) -> None:
    run("add", "The bridge is safe.", "--source", "Bob")
    load(run, {"text": "THE bridge is safe.", "source": "Bob", "document_title": "Bridges", "publisher": "Post"})
    run("undo")
    state = past(2).known
    (place,) = state.appearances
    with connected() as connection:
        names, spellings = gone_source_names(connection)
    assert state.documents[place["document_id"]]["title"] == "Bridges"
    assert (list(names.values()), spellings) == (["Post"], {"post": "Post"})


def test_the_values_of_a_document_during_a_revision_are_all_that_an_export_can_have_shown(run: Run) -> None:
    def title(name: str) -> None:
        described = f'[[documents]]\nkey = "b"\nurl = "https://example.org/b"\ntitle = "{name}"\n'
        Path("own.toml").write_text(described, encoding="utf-8")
        assert run("load", "own.toml").code == 0

    def shown(revision: int) -> list[Any] | None:
        with connected() as connection:
            return values_during(connection, Entity.DOCUMENT, 1, "title", past_states(connection, {1: revision})[1])

    load(run, {**CLAIM, "document_url": "https://example.org/b", "document_title": "One"})
    assert shown(1) is None
    title("Two")
    run("annotate", "1", "--confidence", "0.7")
    title("Three")
    assert (shown(1), shown(2)) == (["One", "Two"], ["Two", "Three"])
