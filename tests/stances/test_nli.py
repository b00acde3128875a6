"""The stance model `nli`, with a tiny model of our own that runs in the real runtime."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import PluginError
from claimcheck.judgements import Pair
from claimcheck.stances import features, nli
from claimcheck.vocabulary import Stance

LABELS = {"0": "CONTRADICTION", "1": "ENTAILMENT", "2": "NEUTRAL"}
NEVER = 5
"""The number of the word by which the tiny model decides."""
PAIR = Pair("the bridge was closed", "the bridge was closed on monday")


def write_model(folder: Path, labels: dict[str, str] | None = None, *, base: float = 6.0) -> Path:
    """A model that finds a contradiction where the word "never" stands, and else that the claim follows."""
    import onnx
    import tokenizers
    from onnx import TensorProto, helper

    words = ["[PAD]", "[UNK]", "the", "bridge", "was", "never", "closed", "on", "monday"]
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]")  # noqa: S106 - a word of the tokenizer's
    )
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    if labels is not None:
        (folder / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")

    def constant(name: str, kind: int, values: list[Any], shape: list[int]) -> Any:
        return helper.make_tensor(name, kind, shape, values)

    nodes = [
        helper.make_node("Equal", ["input_ids", "never"], ["is_never"]),
        helper.make_node("Cast", ["is_never"], ["counted"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMax", ["counted"], ["has_never"], axes=[1], keepdims=1),
        helper.make_node("MatMul", ["has_never", "slope"], ["moved"]),
        helper.make_node("Add", ["moved", "base"], ["logits"]),
    ]
    shape = ["batch", "length"]
    graph = helper.make_graph(
        nodes, "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 3])],
        [
            constant("never", TensorProto.INT64, [NEVER], [1]),
            constant("slope", TensorProto.FLOAT, [12.0, -12.0, 0.0], [1, 3]),
            constant("base", TensorProto.FLOAT, [-base, base, 0.0], [1, 3]),
        ],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, str(folder / "model.onnx"))
    return folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("nli") / "model", LABELS)


def test_what_the_model_infers_moves_our_judgement(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_NLI", str(folder))
    pairs = [PAIR, Pair("the bridge was closed", "the bridge was never closed")]
    own = features.judge(pairs)
    follows, contradicts = nli.judge(pairs)
    assert follows.probabilities[Stance.SUPPORTS] > own[0].probabilities[Stance.SUPPORTS]
    assert follows.reasons[0].startswith("the inference model says entailment")
    assert contradicts.probabilities[Stance.REFUTES] > own[1].probabilities[Stance.REFUTES]
    assert sum(contradicts.probabilities.values()) == pytest.approx(1)


def test_many_pairs_are_judged_in_their_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_NLI", str(folder))
    pairs = [Pair("x", "never" if number % 3 else "closed") for number in range(2 * nli.AT_ONCE + 1)]
    said = [judgement.reasons[0].split()[4] for judgement in nli.judge(pairs)]
    assert said == ["contradiction" if number % 3 else "entailment" for number in range(len(pairs))]


def test_a_folder_that_does_not_name_its_classes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_NLI", str(write_model(tmp_path / "bare")))
    with pytest.raises(PluginError, match="names its classes"):
        nli.judge([PAIR])


def test_a_model_of_other_classes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = write_model(tmp_path / "other", {"0": "joy", "1": "anger", "2": "fear"})
    monkeypatch.setenv("CLAIMCHECK_NLI", str(other))
    with pytest.raises(PluginError, match="joy"):
        nli.judge([PAIR])


def test_a_model_that_gives_no_numbers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_NLI", str(write_model(tmp_path / "none", LABELS, base=float("nan"))))
    with pytest.raises(PluginError, match="no number"):
        nli.judge([PAIR])


@pytest.mark.parametrize("broken", ["nothing", "model.onnx", "tokenizer.json"])
def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    place = tmp_path / "missing"
    if broken != "nothing":
        write_model(place, LABELS)
        (place / broken).write_bytes(b"junk")
    monkeypatch.setenv("CLAIMCHECK_NLI", str(place))
    with pytest.raises(PluginError, match="CLAIMCHECK_NLI") as caught:
        nli.judge([PAIR])
    assert "\n" not in str(caught.value)


def test_without_a_folder_it_says_what_to_set() -> None:
    with pytest.raises(PluginError, match="CLAIMCHECK_NLI"):
        nli.judge([PAIR])
