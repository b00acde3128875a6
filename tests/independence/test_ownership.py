"""The ownership file: the bundled one, one of the user's own, and what is refused."""

from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.independence.ownership import in_force, name_key, parse, read
from tests.independence.stories import OWNERSHIP

HEAD = 'format = "claimcheck-ownership/1"\n'


def test_the_bundled_file_knows_groups_agencies_and_relays() -> None:
    assert OWNERSHIP.owner_of_host["thesun.co.uk"] == OWNERSHIP.owner_of_name["times"] == "News Corp"
    assert OWNERSHIP.owner_of_host["politico.eu"] == "Axel Springer"
    assert len({OWNERSHIP.owner_of_host[host] for host in ("rt.com", "sputnikglobe.com", "tass.com")}) == 3
    assert "wikipedia.org" in OWNERSHIP.relay_hosts


def test_short_credits_count_only_as_they_are_written() -> None:
    assert OWNERSHIP.agency("AP") == "Associated Press"
    assert OWNERSHIP.agency("ap") is None
    assert OWNERSHIP.agency("REUTERS") == OWNERSHIP.agency("Reuters") == "Reuters"


def test_a_name_is_the_same_with_and_without_article_and_possessive() -> None:
    assert name_key("The New York Times") == name_key("New York  Times’s") == "new york times"
    assert name_key("The") == "the"


def test_the_file_that_the_setting_names_takes_the_place_of_the_bundled_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_force() == OWNERSHIP
    mine = tmp_path / "mine.toml"
    mine.write_text(f'{HEAD}[[owners]]\nname = "Quay House"\nhosts = ["Quay.example"]\n', encoding="utf-8")
    monkeypatch.setenv("CLAIMCHECK_OWNERSHIP", str(mine))
    assert in_force().owner_of_host == {"quay.example": "Quay House"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("owners = [", "is not TOML"),
        ("[[owners]]\nname = 'A'\n", "does not begin with format"),
        (f"{HEAD}[landlords]\n", "unknown table 'landlords'"),
        (f"{HEAD}[[owners]]\nhosts = ['a.example']\n", "without a name"),
        (f"{HEAD}[[owners]]\nname = 'A'\nhost = ['a.example']\n", "unknown key 'host'"),
        (f"{HEAD}[[owners]]\nname = 'A'\nhosts = 'a.example'\n", "give a list of texts"),
        (f"{HEAD}[[owners]]\nname = 7\n", "give a text"),
        (f"{HEAD}[owners]\nname = 'A'\n", "no list of tables"),
        (f"{HEAD}relays = 7\n", "is no table"),
        (
            f"{HEAD}[[owners]]\nname='A'\nhosts=['x.example']\n[[owners]]\nname='B'\nhosts=['x.example']\n",
            "'x.example' to A and to B",
        ),
    ],
)
def test_what_is_no_ownership_file_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parse(text)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.toml: No such file"):
        read(tmp_path / "nowhere.toml")
    (tmp_path / "latin.toml").write_bytes(b"# \xff\n")
    with pytest.raises(InputError, match=r"latin\.toml is not UTF-8"):
        read(tmp_path / "latin.toml")
    (tmp_path / "bad.toml").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.toml is not TOML"):
        read(tmp_path / "bad.toml")
