"""Sentence embeddings, with a model of four words that is made here and really run."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from onnx import ModelProto, TensorProto, helper, numpy_helper, save

from claimcheck.embedding import MODEL, TOKENIZER, Embedder, embedder
from claimcheck.errors import PluginError

VOCABULARY = {"[PAD]": 0, "[UNK]": 1, "ship": 2, "boat": 3, "apple": 4}
VECTORS: list[list[float]] = [[9, 9], [0, 0.1], [1, 0], [0.9, 0.1], [0, 1]]
WITHOUT = """
import sys
sys.modules["onnxruntime"] = None
from pathlib import Path
from claimcheck.embedding import Embedder
Embedder(Path(sys.argv[1]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "model"
    place.mkdir()
    save(_model(VECTORS), str(place / MODEL))
    tokenizer: dict[str, object] = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
        "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"}, "post_processor": None,
        "decoder": None, "model": {"type": "WordLevel", "vocab": VOCABULARY, "unk_token": "[UNK]"},
    }  # fmt: skip
    (place / TOKENIZER).write_text(json.dumps(tokenizer), encoding="utf-8")
    return place


def _model(vectors: list[list[float]]) -> ModelProto:
    graph = helper.make_graph(
        [helper.make_node("Gather", ["vectors", "input_ids"], ["last_hidden_state"])],
        "words",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", 2])],
        [numpy_helper.from_array(np.array(vectors, dtype=np.float32), "vectors")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)


def test_texts_are_as_alike_as_the_means_of_their_tokens(folder: Path) -> None:
    found = Embedder(folder).likenesses("Ship", ["ship", "boat", "apple", "ship apple", "ship apple ship apple"])
    assert found == pytest.approx([1, 0.9 / 0.82**0.5, 0, 0.5**0.5, 0.5**0.5], abs=1e-5)


def test_padding_beside_longer_texts_changes_nothing_nor_does_asking_again(folder: Path) -> None:
    model = Embedder(folder)
    alone = model.likenesses("boat", ["apple"])
    assert model.likenesses("boat", ["apple", "ship " * 50])[:1] == pytest.approx(alone)
    assert Embedder(folder).likenesses("boat", ["ship " * 50, "apple"])[1:] == pytest.approx(alone)


@pytest.mark.parametrize("text", ["", "word " * 200_000, "\x00", "潜艇"])
def test_any_text_has_a_vector(folder: Path, text: str) -> None:
    (found,) = Embedder(folder).likenesses(text, ["ship"])
    assert -1.001 <= found <= 1.001


def test_a_folder_without_a_model_or_with_a_broken_one_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"has no model\.onnx and no tokenizer\.json"):
        Embedder(tmp_path)
    (folder / MODEL).write_bytes(b"not a model")
    with pytest.raises(PluginError, match="cannot be opened"):
        Embedder(folder)


def test_without_the_extra_the_line_that_installs_it_is_named(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT, str(folder)], check=False, capture_output=True, text=True)
    assert "pip install 'claimcheck-ledger[match]'" in done.stderr


def test_the_setting_names_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert embedder() is None
    monkeypatch.setenv("CLAIMCHECK_EMBEDDINGS", str(folder))
    assert isinstance(embedder(), Embedder)


def test_what_an_earlier_run_has_calculated_is_not_calculated_again(folder: Path, tmp_path: Path) -> None:
    texts = ["ship", "boat", "ship apple"]
    first = Embedder(folder, cache=tmp_path / "cache").likenesses("Ship", texts)
    again = Embedder(folder, cache=tmp_path / "cache")
    again._run = None  # type: ignore[assignment, method-assign]
    assert again.likenesses("Ship", texts) == first
    with pytest.raises(TypeError):
        again.likenesses("apple boat", texts)


@pytest.mark.parametrize("numbers", [b"12", b"1234", b"", np.array([np.nan, 1], np.float32).tobytes()])
def test_a_kept_vector_that_is_damaged_is_calculated_again(folder: Path, tmp_path: Path, numbers: bytes) -> None:
    cache = tmp_path / "cache"
    first = Embedder(folder, cache=cache).likenesses("ship", ["boat"])
    (file,) = cache.iterdir()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE vector SET numbers = ?", (numbers,))
    connection.close()
    assert Embedder(folder, cache=cache).likenesses("ship", ["boat"]) == first
    again = Embedder(folder, cache=cache)
    again._run = None  # type: ignore[assignment, method-assign]
    assert again.likenesses("ship", ["boat"]) == first


@pytest.mark.parametrize("part", [TOKENIZER, f"{MODEL}_data"])
def test_vectors_kept_from_a_model_of_which_a_part_was_another_do_not_count(
    folder: Path, tmp_path: Path, part: str
) -> None:
    cache = tmp_path / "cache"
    Embedder(folder, cache=cache).likenesses("ship", ["boat"])
    with (folder / part).open("ab") as stream:
        stream.write(b"\n")
    Embedder(folder, cache=cache).likenesses("ship", ["boat"])
    assert len(list(cache.iterdir())) == 2


def test_a_model_that_cannot_be_run_or_gives_no_vectors_is_a_fault_of_the_plug_in(folder: Path) -> None:
    save(_model([[1, 0]]), str(folder / MODEL))  # knows one token only
    with pytest.raises(PluginError, match="cannot be run"):
        Embedder(folder).likenesses("apple", ["ship"])
    save(_model([[float("nan"), 0]] * len(VOCABULARY)), str(folder / MODEL))
    with pytest.raises(PluginError, match="gives what is no vector"):
        Embedder(folder).likenesses("apple", ["ship"])
