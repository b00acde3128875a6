"""Settings: which origin wins, and which files are refused."""

import getpass
from pathlib import Path

import pytest

from claimcheck import settings
from claimcheck.errors import InputError, UsageError
from claimcheck.settings import Setting, resolve, setting, user_file


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_each_origin_gives_way_to_the_next_stronger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_DB")

    def found(flag: str | None = None) -> Setting:
        return resolve({"db": flag})[0]

    assert found().origin == "default"
    write(user_file(), 'db = "of-user"')
    assert found() == Setting("db", "of-user", str(user_file()))
    write(Path(settings.PROJECT_FILE), 'db = "of-folder"')
    assert found() == Setting("db", "of-folder", "claimcheck.toml")
    monkeypatch.setenv("CLAIMCHECK_DB", "of-environment")
    assert found() == Setting("db", "of-environment", "CLAIMCHECK_DB")
    assert found("of-flag") == Setting("db", "of-flag", "--db")


def test_each_setting_is_resolved_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_AUTHOR")
    write(user_file(), 'author = "Ada"\ndb = "of-user"')
    write(Path(settings.PROJECT_FILE), 'author = "Grace"')
    assert [setting("db", "flag").value, setting("author").value] == ["flag", "Grace"]
    others = [setting(name) for name in settings.NAMES[1:]]
    assert resolve({"db": "flag"}) == [setting("db", "flag"), *others]


def test_what_is_fetched_is_kept_in_the_data_folder_and_no_proxy_is_used_unless_it_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert setting("snapshots").value.endswith("snapshots")
    for name in ("allow_hosts", "contact", "proxy"):
        assert setting(name) == Setting(name, "", "default")
        monkeypatch.setenv(f"CLAIMCHECK_{name.upper()}", "something")
        assert setting(name).value == "something"


def test_a_wrong_value_of_one_setting_is_no_matter_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_AUTHOR")
    write(Path(settings.PROJECT_FILE), "author = 7")
    assert setting("db", "flag").value == "flag"


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_AUTHOR", "")
    assert resolve()[1] == Setting("author", getpass.getuser(), "default")


def test_the_author_is_the_system_user_if_nobody_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_AUTHOR")
    monkeypatch.setenv("LOGNAME", "somebody")
    assert setting("author").value == "somebody"


def test_the_folders_follow_the_xdg_variables_if_they_are_absolute(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CLAIMCHECK_DB")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert user_file() == tmp_path / "config" / "claimcheck" / "config.toml"
    assert setting("db").value == str(tmp_path / "data" / "claimcheck" / "ledger.sqlite3")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert user_file().is_relative_to(Path.home())


@pytest.mark.parametrize("content", [b"author =", b"\xff", b'author = "a"\nauthor = "b"', b"[[", b"db = 2024-13-01"])
@pytest.mark.parametrize("place", ["folder", "user"])
def test_a_file_that_is_no_toml_is_named(content: bytes, place: str) -> None:
    path = user_file() if place == "user" else Path(settings.PROJECT_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        resolve()
    assert str(path) in str(caught.value)
    assert "is not TOML" in str(caught.value)


def test_an_unknown_setting_is_named_with_those_there_are() -> None:
    write(Path(settings.PROJECT_FILE), 'authors = "x"')
    with pytest.raises(InputError, match=r"'authors'; did you mean 'author'\? \(known: db, author, network_fs, "):
        resolve()


def test_a_settings_file_that_is_a_folder_cannot_be_read() -> None:
    Path(settings.PROJECT_FILE).mkdir()
    with pytest.raises(InputError, match=r"cannot read the settings file claimcheck\.toml"):
        resolve()


@pytest.mark.parametrize("value", ["7", "true", '["a"]', '""', '"  "'])
def test_a_value_that_is_no_text_is_refused_with_its_origin(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.delenv("CLAIMCHECK_AUTHOR")
    write(Path(settings.PROJECT_FILE), f"author = {value}")
    with pytest.raises(UsageError, match=r"claimcheck\.toml sets author to"):
        resolve()


def test_an_empty_flag_is_refused() -> None:
    with pytest.raises(UsageError, match="--db sets db to ''"):
        resolve({"db": ""})


def test_a_setting_with_few_values_takes_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    assert setting("network_fs") == Setting("network_fs", "refuse", "default")
    monkeypatch.setenv("CLAIMCHECK_NETWORK_FS", "allow")
    assert setting("network_fs").value == "allow"
    monkeypatch.setenv("CLAIMCHECK_NETWORK_FS", "yes")
    with pytest.raises(UsageError, match="give refuse or allow"):
        setting("network_fs")
