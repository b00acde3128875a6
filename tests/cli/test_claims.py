"""Reading claims: list, count, show, search, export."""

from tests.conftest import Run


def test_list_finds_the_claims_of_a_source_by_its_alias_whatever_the_case(seeded: Run) -> None:
    result = seeded("list", "--source", "csis")
    assert result.code == 0
    assert [row[1] for row in result.rows] == ["Center for Strategic and International Studies"]
