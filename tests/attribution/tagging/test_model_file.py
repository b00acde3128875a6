from pathlib import Path

import pytest

from claimcheck.attribution.tagging import model_file
from claimcheck.attribution.tagging.lessons import Models
from claimcheck.errors import InputError, OutputError

MODELS = Models(b"anchors\n", b"spans", b"choice")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tagger"
    assert model_file.write(path, MODELS, {"texts": 3}) == path.stat().st_size
    assert model_file.read(path) == MODELS
    assert [each.name for each in tmp_path.iterdir()] == ["tagger"]


def test_what_is_no_tagger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tagger"
    for content in (b"", b"PK\x03\x04 something else", b"claimcheck tagger 0\n{}\n"):
        path.write_bytes(content)
        with pytest.raises(InputError, match=r"tagger is no trained tagger of this version; train it again with"):
            model_file.read(path)


@pytest.mark.parametrize("cut", [1, 12, 40])
def test_a_damaged_file_is_refused(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "tagger"
    model_file.write(path, MODELS, {})
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(InputError, match="tagger is damaged; train it again"):
        model_file.read(path)


@pytest.mark.parametrize(
    "header", [b"[]", b"{}", b'{"sizes": [1, 2]}', b'{"sizes": [1, "2", 3], "stamp": "", "sha256": ""}']
)
def test_a_file_with_another_header_is_refused(tmp_path: Path, header: bytes) -> None:
    path = tmp_path / "tagger"
    path.write_bytes(b"claimcheck tagger 1\n" + header + b"\n")
    with pytest.raises(InputError, match="is damaged"):
        model_file.read(path)


def test_a_file_of_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tagger"
    model_file.write(path, MODELS, {})
    monkeypatch.setattr(model_file, "FEATURES", model_file.FEATURES + 1)
    with pytest.raises(InputError, match="was trained for another version of claimcheck; train it again"):
        model_file.read(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        model_file.read(tmp_path / "none")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: No such file"):
        model_file.write(tmp_path / "none" / "tagger", MODELS, {})
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="folder cannot be written"):
        model_file.write(tmp_path / "folder", MODELS, {})
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]
