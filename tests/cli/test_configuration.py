"""The settings in force: config."""

import json
from pathlib import Path

import pytest

from claimcheck.settings import NAMES
from tests.conftest import Run


def origins(run: Run, *flags: str) -> dict[str, tuple[str, str]]:
    rows = json.loads(run(*flags, "config", "--json").out)
    return {row["name"]: (row["value"], row["origin"]) for row in rows}


@pytest.mark.file
def test_config_shows_every_setting_its_value_and_its_origin(run: Run, tmp_path: Path) -> None:
    assert origins(run) == {
        "db": (str(tmp_path / "ledger.sqlite3"), "CLAIMCHECK_DB"),
        "author": ("tester", "CLAIMCHECK_AUTHOR"),
        "network_fs": ("refuse", "default"),
        "snapshots": (str(Path.home() / ".local" / "share" / "claimcheck" / "snapshots"), "default"),
        "interval_s": ("1", "default"),
        "stance_model": ("features", "default"),
        **dict.fromkeys(
            ("allow_hosts", "contact", "proxy", "ownership", "llm_url", "llm_model", "nli", "embeddings"),
            ("", "default"),
        ),
    }


def test_config_needs_no_ledger_and_makes_none(run: Run, tmp_path: Path) -> None:
    result = run("config")
    assert result.code == 0
    assert [row[0] for row in result.rows] == list(NAMES)
    assert not (tmp_path / "ledger.sqlite3").exists()


def test_the_password_of_a_proxy_is_not_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_PROXY", "http://me:secret@proxy.example:3128")
    value, origin = origins(run)["proxy"]
    assert (value, origin) == ("http://***@proxy.example:3128", "CLAIMCHECK_PROXY")


def test_a_flag_wins_over_the_variable_wins_over_the_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "claimcheck.toml").write_text('db = "from-file.sqlite3"\n', encoding="utf-8")
    assert origins(run, "--db", "flag.sqlite3")["db"] == ("flag.sqlite3", "--db")
    assert origins(run)["db"][1] == "CLAIMCHECK_DB"
    monkeypatch.delenv("CLAIMCHECK_DB")
    assert origins(run)["db"] == ("from-file.sqlite3", "claimcheck.toml")


def test_the_default_ledger_lies_in_the_users_data_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_DB")
    value, origin = origins(run)["db"]
    assert origin == "default"
    assert Path(value).name == "ledger.sqlite3"
    assert Path(value).is_relative_to(Path.home())


def test_the_place_of_the_users_file_is_said_on_stderr_unless_quiet(run: Run) -> None:
    assert run("config").err.rstrip().endswith("config.toml")
    assert run("config", "--quiet").err == ""


@pytest.mark.parametrize(
    ("content", "words"), [('dbb = "x"', "did you mean 'db'"), ("db =", "is not TOML"), ("\xff", "is not TOML")]
)
def test_a_settings_file_that_is_wrong_is_named_and_exits_with_4(
    run: Run, tmp_path: Path, content: str, words: str
) -> None:
    (tmp_path / "claimcheck.toml").write_bytes(content.encode("latin-1"))
    for command in (["config"], ["list"]):
        result = run(*command)
        assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1)
        assert "claimcheck.toml" in result.err
        assert words in result.err


def test_a_setting_that_is_no_text_exits_with_2(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_AUTHOR")
    for content in ("author = 7\n", 'author = " "\n'):
        (tmp_path / "claimcheck.toml").write_text(content, encoding="utf-8")
        result = run("config")
        assert (result.code, len(result.err.splitlines())) == (2, 1)
        assert "author" in result.err


def test_an_unknown_format_is_a_usage_error(run: Run) -> None:
    result = run("config", "--format", "yaml")
    assert result.code == 2
    assert "'yaml'" in result.err
