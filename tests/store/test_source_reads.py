"""Sources as rows and as one view."""

from claimcheck.store.engine import open_reader
from claimcheck.store.lookups import source_id
from claimcheck.store.source_reads import SOURCE_COLUMNS, source_view, sources
from tests.conftest import Run, here


def test_sources_come_by_name_with_their_claims_and_other_spellings(seeded: Run) -> None:
    with open_reader(here()) as reader:
        rows = [dict(zip(SOURCE_COLUMNS, row, strict=True)) for row in sources(reader)]
    names = [row["name"] for row in rows]
    assert names == sorted(names)
    assert sum(row["claims"] for row in rows) == 62
    (row,) = (row for row in rows if row["name"] == "Kurt Campbell")
    assert (row["claims"], row["aliases"], row["reliability"], row["kind"]) == (6, "Campbell", "B", "person")
    assert seeded("count").out == "62\n"


def test_a_view_counts_claims_documents_and_what_was_passed_on(seeded: Run) -> None:
    assert seeded("count").code == 0
    with open_reader(here()) as reader:
        publisher = source_view(reader, source_id(reader, "CEIAS"))
        speaker = source_view(reader, source_id(reader, "CSIS"))
    assert (publisher["claims"], publisher["documents"], publisher["passed_on"]) == (0, 1, 62)
    assert (speaker["claims"], speaker["documents"], speaker["passed_on"]) == (1, 0, 0)
    assert (speaker["aliases"], speaker["reliability_words"]) == (["CSIS"], "usually reliable")


def test_a_source_without_a_grade_has_no_words_for_one(run: Run) -> None:
    run("add", "One.", "--source", "Ann")
    with open_reader(here()) as reader:
        view = source_view(reader, 1)
    assert (view["reliability"], view["reliability_words"], view["aliases"], view["revision"]) == (None, None, [], 1)


def test_a_source_that_was_merged_into_another_is_no_row_of_its_own(seeded: Run) -> None:
    assert seeded("source", "merge", "Politico", "Reuters").code == 0
    with open_reader(here()) as reader:
        rows = {row[2]: row for row in sources(reader)}
    assert "Politico" not in rows
    assert rows["Reuters"][8] == 6
    assert "Politico" in rows["Reuters"][9]
