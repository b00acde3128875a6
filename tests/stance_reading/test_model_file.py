"""The file with the coefficients is checked before it is believed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import PluginError
from claimcheck.stance_reading.features import NAMES
from claimcheck.stance_reading.model_file import bundled, load, rounded, save
from claimcheck.stance_reading.shapes import Shape


def spoilt(folder: Path, spoil: Callable[[dict[str, Any]], object]) -> Path:
    """The bundled model with something changed in it."""
    path = folder / "model.json"
    save(bundled(), path)
    content = json.loads(path.read_text(encoding="utf-8"))
    spoil(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def first_tree(content: dict[str, Any]) -> list[list[float]]:
    tree: list[list[float]] = content["heads"]["headline"]["supports"]["trees"][0]
    return tree


def test_the_model_comes_along_and_knows_every_shape() -> None:
    assert set(bundled().heads) == set(Shape)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    save(bundled(), tmp_path / "copy.json")
    assert load(tmp_path / "copy.json") == bundled()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda content: content.update(format="something else"), "no stance model"),
        (lambda content: content.update(version=99), "other features"),
        (lambda content: content.update(features=[*NAMES[1:], NAMES[0]]), "other features"),
        (lambda content: content["heads"].pop("document"), "damaged"),
        (lambda content: content["heads"]["headline"].pop("sure_from"), "damaged"),
        (lambda content: first_tree(content)[0].__setitem__(0, 100_000), "damaged"),
        (lambda content: first_tree(content)[2].__setitem__(0, 0), "damaged"),
        (lambda content: first_tree(content)[3].__setitem__(0, -1000), "damaged"),
        (lambda content: first_tree(content).pop(), "damaged"),
        (lambda content: content["heads"]["headline"]["supports"].update(line=[[0], []]), "damaged"),
        (lambda content: content["heads"]["headline"]["supports"].update(line=[[100_000], [1.0]]), "damaged"),
        (lambda content: content["heads"]["headline"]["supports"].pop("line"), "damaged"),
    ],
)
def test_a_wrong_or_damaged_file_is_named_with_what_to_do(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], object], said: str
) -> None:
    path = spoilt(tmp_path, spoil)
    with pytest.raises(PluginError, match=said) as caught:
        load(path)
    assert str(path) in str(caught.value)
    assert "reinstall" in str(caught.value) or "train_stance" in str(caught.value)


def test_a_missing_file_and_one_that_is_no_json_are_named(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="cannot be read"):
        load(tmp_path / "none.json")
    (tmp_path / "text.json").write_text("no", encoding="utf-8")
    with pytest.raises(PluginError, match="no JSON"):
        load(tmp_path / "text.json")


def test_the_file_is_small() -> None:
    path = Path(bundled.__code__.co_filename).with_name("model.json")
    assert path.stat().st_size < 1_500_000


def test_numbers_keep_four_digits() -> None:
    assert rounded(0.123456) == 0.1235
