"""Training a tagger on marked texts, and extracting with it."""

import json
from pathlib import Path

import pytest

from claimcheck.cli import main
from tests.attribution.tagging.marking import documents, write_marked
from tests.conftest import Run

SAID = "Ann Smith said that the ferry was late. She denied that it had been sold.\n"
pytestmark = pytest.mark.file


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a tagger, trained by the command."""
    folder = write_marked(tmp_path_factory.mktemp("marked"), documents(24))
    model = folder / "ours.tagger"
    assert main(["--quiet", "extract", "--train", str(folder), "-o", str(model)]) == 0
    return model


def write(name: str, content: str) -> str:
    Path(name).write_text(content, encoding="utf-8")
    return name


def test_training_says_what_it_was_made_from_and_names_what_was_left_out(run: Run, tmp_path: Path) -> None:
    folder = write_marked(tmp_path / "marked", documents(24))
    (folder / "text" / "unmarked.txt").write_text("Nobody marked this.\n", encoding="utf-8")
    result = run("extract", "--train", str(folder), "-o", "ours.tagger")
    assert result.code == 1
    assert result.out.startswith("trained on ")
    assert " attributions in 24 texts: ours.tagger (" in result.out
    assert result.err == "claimcheck: left out unmarked.txt: no attributions/unmarked.ann beside it\n"
    assert Path("ours.tagger").is_file()


def test_a_tagger_is_used_wherever_it_lies_and_every_process_gives_the_same(
    run: Run, trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [write(f"{number}.txt", SAID) for number in range(4)]
    one = run("extract", *names, "--model", str(trained), "--format", "jsonl", "--jobs", "1")
    two = run("extract", *names, "--model", str(trained), "--format", "jsonl", "--jobs", "2")
    assert (one.code, one.err) == (0, "")
    assert one.out == two.out
    assert {json.loads(line)["doc_id"] for line in one.out.splitlines()} == {"0", "1", "2", "3"}
    paths = [str(Path(name).absolute()) for name in names]
    monkeypatch.chdir(trained.parent)
    assert run("extract", *paths, "--model", trained.name, "--format", "jsonl").out == one.out


@pytest.mark.parametrize("content", [None, "no tagger at all\n", "claimcheck tagger 1\n{}\n"])
def test_what_is_no_tagger_is_refused_once_and_before_any_document(run: Run, content: str | None) -> None:
    if content is not None:
        write("bad", content)
    names = [write(f"{number}.txt", SAID) for number in range(3)]
    result = run("extract", *names, "--model", "bad", "--json")
    assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1)
    assert "bad" in result.err


def test_without_the_extra_the_line_that_installs_it_is_told(
    run: Run, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bare" / "pycrfsuite").mkdir(parents=True)
    write("bare/pycrfsuite/__init__.py", "raise ImportError('not installed')\n")
    monkeypatch.syspath_prepend(str(tmp_path / "bare"))
    result = run("extract", write("a.txt", SAID), "--model", str(trained), "--json")
    assert (result.code, result.out, len(result.err.splitlines())) == (7, "", 1)
    assert "pip install 'claimcheck-ledger[train]'" in result.err


def test_a_folder_without_marked_texts_teaches_nothing(run: Run) -> None:
    Path("empty").mkdir()
    result = run("extract", "--train", "empty", "-o", "x")
    assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1)
    assert "empty has no text/*.txt" in result.err
    assert not Path("x").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--train", "d"],
        ["--train", "d", "-o", "x", "a.txt"],
        ["--train", "d", "-o", "x", "--save"],
        ["--train", "d", "-o", "x", "--model", "y"],
        ["--train", "d", "-o", "x", "--json"],
        ["--train", "d", "-o", "x", "--author", "rita"],
        ["--train", "d", "-o", "x", "--jobs", "2"],
        ["--train", "d", "-o", "x", "--no-headers"],
    ],
    ids=" ".join,
)
def test_training_and_reading_are_not_mixed(run: Run, arguments: list[str]) -> None:
    result = run("extract", *arguments)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
