"""Finding a plug-in by name: ours, a stranger's, a broken one, none."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import shelf
from claimcheck.errors import PluginError, UsageError
from tests.conftest import Run

OWN = {"readers": ["csv", "json", "jsonl", "toml"], "exporters": ["csv", "json", "jsonl", "markdown", "tsv"]}
PLUGIN = """
preamble = ""

def write(columns, rows, stream, *, headers=True):
    count = 0
    for count, row in enumerate(rows, start=1):
        stream.write("/".join(map(str, row)) + "\\n")
    return count
"""


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed distribution with an exporter of its own, and one that cannot be imported."""
    site = tmp_path / "site"
    info = site / "slashes-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "slashes_plugin.py").write_text(PLUGIN, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: slashes\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[claimcheck.exporters]\nslashes = slashes_plugin\nbroken = no_such_module_at_all\ncsv = slashes_plugin\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(site))
    importlib.invalidate_caches()


@pytest.mark.parametrize(("name", "own"), OWN.items())
def test_our_own_plug_ins_are_found_by_their_file_names(name: str, own: list[str]) -> None:
    assert shelf.names(name) == own
    for plugin in own:
        assert shelf.find(name, plugin).__name__ == f"claimcheck.{name}.{plugin}"


@pytest.mark.parametrize("wrong", ["_sections", "__init__", "../fields", "csv.py", "", "CSV "])
def test_what_is_no_plug_in_of_ours_is_not_taken_for_one(wrong: str) -> None:
    assert not shelf.has_own("readers", wrong)
    with pytest.raises(UsageError):
        shelf.find("readers", wrong)


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(
        UsageError, match=r"'jsn' among the readers; did you mean 'json'.*known: csv, json, jsonl, toml"
    ):
        shelf.find("readers", "jsn")


def test_listing_names_imports_no_plug_in() -> None:
    code = (
        "import sys; from claimcheck.shelf import names; names('readers'); names('exporters');"
        "print([n for n in sys.modules if n.startswith(('claimcheck.readers', 'claimcheck.exporters'))])"
    )
    output = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert output.stdout == "[]\n"


@pytest.mark.usefixtures("foreign")
def test_an_installed_plug_in_writes_like_our_own(seeded: Run) -> None:
    assert "slashes" in shelf.names("exporters")
    result = seeded("list", "--limit", "2", "--columns", "id,kind", "--format", "slashes")
    assert (result.code, result.out) == (0, "1/report\n2/assertion\n")


@pytest.mark.usefixtures("foreign")
def test_a_strangers_plug_in_never_replaces_our_own() -> None:
    assert shelf.find("exporters", "csv").__name__ == "claimcheck.exporters.csv"


@pytest.mark.usefixtures("foreign")
def test_a_plug_in_that_cannot_be_loaded_exits_with_7_and_names_itself(seeded: Run) -> None:
    with pytest.raises(PluginError):
        shelf.find("exporters", "broken")
    result = seeded("list", "--format", "broken")
    assert (result.code, result.out, len(result.err.splitlines())) == (7, "", 1)
    assert "'broken'" in result.err
    assert "reinstall no_such_module_at_all" in result.err
