"""Names in a text, and what they seem to be the names of."""

import pytest

from claimcheck.attribution.understanding.name_runs import NameKind, gender_of, office, runs
from tests.attribution.by_hand import read


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("US Deputy Secretary of State Kurt Campbell left.", "Kurt Campbell", NameKind.PERSON),
        ("He met Republican Marta Berg there.", "Marta Berg", NameKind.PERSON),
        ("He met Mr. King there.", "King", NameKind.PERSON),
        ("He met Angus King there.", "Angus King", NameKind.PERSON),
        ("He met adviser Taras Holub there.", "Taras Holub", NameKind.PERSON),
        ("He met Gazprom there.", "Gazprom", NameKind.UNKNOWN),
        ("He praised Reuters for it.", "Reuters", NameKind.ORGANISATION),
        ("He praised the Daily Ledger for it.", "Daily Ledger", NameKind.ORGANISATION),
        ("He praised NATO for it.", "NATO", NameKind.ORGANISATION),
        ("He praised the Ministry of Justice for it.", "Ministry of Justice", NameKind.ORGANISATION),
        ("He praised Russia's Defence Ministry for it.", "Russia's Defence Ministry", NameKind.ORGANISATION),
        ("He praised General Motors for it.", "General Motors", NameKind.ORGANISATION),
        ("He left Ukraine for it.", "Ukraine", NameKind.PLACE),
    ],
)
def test_a_name_stands_without_its_titles_and_with_its_kind(text: str, name: str, kind: NameKind) -> None:
    found = {run.text: run.kind for run in runs(read(text))}
    assert found.get(name) is kind


def test_titles_and_words_beside_a_name_tell_office_and_gender() -> None:
    parsed = read("Finance minister Jo Karst and Ms. Oum met Iben Lunn, a spokeswoman.")
    found = {run.text: run for run in runs(parsed)}
    assert found["Jo Karst"].roles >= {"minister", "finance minister"}
    assert (found["Oum"].gender, found["Iben Lunn"].gender) == ("f", "f")
    assert gender_of({"spokesman"}) == "m"
    assert gender_of({"minister"}) is None
    assert office(parsed, 1) == "finance minister"


def test_a_heading_is_known_for_one() -> None:
    found = list(runs(read("Kurt Campbell Accuses China Again\n\nKurt Campbell accused China of many things.\n")))
    assert [run.is_heading for run in found if run.text.startswith("Kurt")] == [True, False]
