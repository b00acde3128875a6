"""A cross-encoder for inference, in ONNX form from a folder of the user's, brought together with our own model.

The folder holds `model.onnx`, `tokenizer.json` and, for the order of its classes, which differs from model to model,
`config.json` with `id2label`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import PluginError, quoted
from claimcheck.judgements import Judgement, Pair
from claimcheck.settings import setting
from claimcheck.stance_reading.combining import combined
from claimcheck.stances import features
from claimcheck.vocabulary import Stance

version = f"nli 1 with {features.version}"
INSTALL = "run `pip install 'claimcheck-ledger[nli]'`"
MAX_TOKENS = 512
AT_ONCE = 16
TEMPERATURE = 2.0
"""Such models are trained to be surer than they are right."""
_CLASSES = {"entail": "entailment", "contra": "contradiction", "neutral": "neutral"}


class _Encoder(NamedTuple):
    session: Any
    tokenizer: Any
    inputs: frozenset[str]
    labels: tuple[str, ...]


def judge(pairs: Sequence[Pair]) -> Sequence[Judgement]:
    """One judgement for each pair, in their order.

    Raises:
        PluginError: no folder is set, it does not hold such a model, or what runs it is not installed.
    """
    folder = setting("nli").value
    if not folder:
        raise PluginError(
            "the stance model nli needs a folder with model.onnx, tokenizer.json and config.json; set CLAIMCHECK_NLI"
        )
    encoder = _encoder(folder)
    own = features.judge(pairs)
    told: list[Judgement] = []
    for first in range(0, len(pairs), AT_ONCE):
        some = pairs[first : first + AT_ONCE]
        for mine, found in zip(own[first : first + AT_ONCE], _inferred(encoder, some), strict=True):
            surest = max(found, key=lambda name: found[name])
            reason = f"the inference model says {surest} ({found[surest]:.0%})"
            told.append(combined(mine, _as_stances(mine, found), (reason,)))
    return told


@cache
def _encoder(folder: str) -> _Encoder:
    """The model of a folder, loaded once.

    Raises:
        PluginError: it cannot be.
    """
    try:
        import onnxruntime
        import tokenizers
    except ImportError as error:
        msg = f"the stance model nli needs onnxruntime and tokenizers; {INSTALL}"
        raise PluginError(msg) from error
    place = Path(folder).expanduser()
    try:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4
        session = onnxruntime.InferenceSession(str(place / "model.onnx"), options, providers=["CPUExecutionProvider"])
        tokenizer = tokenizers.Tokenizer.from_file(str(place / "tokenizer.json"))
        labels = _labels(place / "config.json", int(session.get_outputs()[0].shape[-1]))
    except Exception as error:  # the two libraries raise their own, and no common one
        msg = f"the folder {quoted(folder)} of the stance model nli cannot be used: {error}; see CLAIMCHECK_NLI"
        raise PluginError(" ".join(msg.split())) from error
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    tokenizer.enable_padding()
    return _Encoder(session, tokenizer, frozenset(one.name for one in session.get_inputs()), labels)


def _labels(config: Path, class_count: int) -> tuple[str, ...]:
    """The class names of the model's outputs, in their order.

    Raises:
        ValueError: they are not those of inference.
    """
    named = json.loads(config.read_bytes()).get("id2label", {}) if config.is_file() else {}
    given = [str(named.get(str(number), "")).lower() for number in range(class_count)]
    known = [next((name for start, name in _CLASSES.items() if label.startswith(start)), None) for label in given]
    if None in known or not {"entailment", "contradiction"} <= set(known):
        msg = f"config.json names its classes {given}, not entailment, contradiction and neutral"
        raise ValueError(msg)
    return tuple(name for name in known if name)


def _inferred(encoder: _Encoder, pairs: Sequence[Pair]) -> list[dict[str, float]]:
    """The probabilities of the classes for each pair: does the claim follow from the passage?"""
    import numpy as np

    encoded = encoder.tokenizer.encode_batch([(pair.passage, pair.claim) for pair in pairs])
    arrays = {
        "input_ids": [one.ids for one in encoded],
        "attention_mask": [one.attention_mask for one in encoded],
        "token_type_ids": [one.type_ids for one in encoded],
    }
    fed = {name: np.asarray(rows, dtype=np.int64) for name, rows in arrays.items() if name in encoder.inputs}
    try:
        rows = [[float(value) for value in row] for row in encoder.session.run(None, fed)[0]]
    except Exception as error:  # the runtime raises its own, and no common one
        msg = f"the stance model nli cannot judge: {error}; see CLAIMCHECK_NLI"
        raise PluginError(" ".join(msg.split())) from error
    if not all(math.isfinite(value) for row in rows for value in row):
        raise PluginError("the stance model nli gives what is no number; take another model, see CLAIMCHECK_NLI")
    return [dict(zip(encoder.labels, _softmax(row), strict=True)) for row in rows]


def _softmax(values: Sequence[float]) -> list[float]:
    highest = max(values)
    powers = [math.exp((value - highest) / TEMPERATURE) for value in values]
    return [power / sum(powers) for power in powers]


def _as_stances(own: Judgement, found: Mapping[str, float]) -> dict[Stance, float]:
    """Its classes as stances: what is neutral mentions the claim or has nothing to do with it, as ours says."""
    neutral = found.get("neutral", 0.0)
    mentions, unrelated = (own.probabilities[one] for one in (Stance.MENTIONS, Stance.UNRELATED))
    share = mentions / (mentions + unrelated) if mentions + unrelated else 0.5
    return {
        Stance.SUPPORTS: found["entailment"],
        Stance.REFUTES: found["contradiction"],
        Stance.MENTIONS: neutral * share,
        Stance.UNRELATED: neutral * (1 - share),
    }
