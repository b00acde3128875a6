"""Who speaks: sources that the ledger has, those that it needs, and those that nobody names."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.steps.speaking import Speakers
from claimcheck.store.engine import driver_connection
from claimcheck.store.sources import SourceBook
from claimcheck.values import Hop
from claimcheck.vocabulary import Directness, SourceKind
from tests.steps.papers import command, rows
from tests.steps.sayings import said

TEXT = "The CSIS said that he said it. U.S. officials left. Ministry of Truth."


def speakers(session: Session, **fields: Any) -> Speakers:
    """The speakers of a document of CEIAS, which is source 1."""
    given = {"publisher_id": 1, "publisher": "CEIAS", "title": "T", **fields}
    return Speakers(SourceBook(driver_connection(session), command(session)), **given)


def test_a_source_is_found_by_an_alias_and_with_or_without_its_article(session: Session) -> None:
    found = speakers(session).of(said(TEXT, "it", source="The CSIS"), TEXT)
    assert rows(session, "SELECT name FROM source WHERE id = ?", (found.source_id,)) == [
        ("Center for Strategic and International Studies",)
    ]
    whole = speakers(session).of(said(TEXT, "it", source="he", resolved_source="the Kremlin"), TEXT)
    assert whole.source_id is not None
    assert whole.note is None


def test_who_was_found_out_counts_for_more_than_the_words(session: Session) -> None:
    found = speakers(session).of(said(TEXT, "it", source="he", resolved_source="Ann Doe"), TEXT)
    assert (found.name, found.source_id, found.kind) == ("Ann Doe", None, None)


def test_a_pronoun_that_was_not_resolved_leaves_it_open_and_says_so(session: Session) -> None:
    found = speakers(session).of(said(TEXT, "it", source="he"), TEXT)
    assert (found.name, found.is_unnamed) == ("Unattributed in CEIAS", True)
    assert found.note == "The text says 'he'; who that is was not found out."


def test_nobody_and_a_group_are_unnamed_sources_of_the_publisher(session: Session) -> None:
    nobody = speakers(session).of(said(TEXT, "it"), TEXT)
    group = speakers(session).of(said(TEXT, "it", source="U.S. officials"), TEXT)
    assert (nobody.name, nobody.note) == ("Unattributed in CEIAS", None)
    assert (group.name, group.kind) == ("Unnamed U.S. officials cited by CEIAS", SourceKind.UNNAMED)


def test_a_new_source_is_stored_once_with_the_kind_that_its_name_says(session: Session) -> None:
    known = speakers(session)
    ministry = known.of(said(TEXT, "it", source="Ministry of Truth"), TEXT)
    person = known.of(said(TEXT, "it", resolved_source="Ann Doe"), TEXT)
    ids = [known.stored(ministry), known.stored(person), known.stored(ministry)]
    assert ids[0] == ids[2]
    assert rows(session, "SELECT name, kind FROM source WHERE id IN (?, ?) ORDER BY name", ids[:2]) == [
        ("Ann Doe", None),
        ("Ministry of Truth", "government"),
    ]


@pytest.mark.parametrize(
    ("directness", "how"), [(Directness.INDIRECT, "reported by"), (Directness.DIRECT, "quoted by")]
)
def test_the_way_ends_with_the_publisher(session: Session, directness: Directness, how: str) -> None:
    told = said(TEXT, "it", directness=directness, hops=(Hop("Reuters", "told"), Hop("them")))
    hops = speakers(session).via(told, 7)
    assert hops[0]["how"] == "told"
    assert hops[1:] == [{"source_id": 1, "how": how}]


def test_a_publisher_that_speaks_or_is_on_the_way_is_no_further_hop(session: Session) -> None:
    assert speakers(session).via(said(TEXT, "it"), 1) == []
    last = speakers(session).via(said(TEXT, "it", hops=(Hop("CEIAS", "told"),)), 7)
    assert last == [{"source_id": 1, "how": "told"}]
    assert speakers(session, publisher_id=None, publisher=None).via(said(TEXT, "it"), 7) == []
