"""Sentence embeddings: texts as vectors that lie near each other where the meaning is alike.

A folder holds the model: `model.onnx` and `tokenizer.json`, as sentence-transformers' exporters write them. The vector
of a text is the mean over its tokens, made one long. What runs it is the extra `match`, loaded when a model is opened.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import PluginError
from claimcheck.settings import cache_folder, setting
from claimcheck.vectors import KeptVectors, file_for

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

INSTALL = "pip install 'claimcheck-ledger[match]'"
MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
MAX_TOKENS = 128
MAX_TEXT_LENGTH = 2_000
"""How much of a text is looked at, in code points: far more than so many tokens."""
TEXTS_AT_ONCE = 32
MAX_REMEMBERED = 50_000
MAX_OFF = 1e-3
"""A kept vector whose length is further from one is a damaged one."""


def embedder() -> "Embedder | None":
    """The model that the setting `embeddings` names; None where none is set.

    Raises:
        PluginError: it is set, but the extra is not installed, or there is no model that can be run.
    """
    folder = setting("embeddings").value
    return Embedder(Path(folder).expanduser(), cache=cache_folder()) if folder else None


class Embedder:
    """A model that has been opened; remembers the vectors of the texts it has seen."""

    def __init__(self, folder: Path, *, cache: Path | None = None) -> None:
        """Open the model of a folder; with `cache`, a folder, vectors are kept there for later runs.

        Raises:
            PluginError: the extra is not installed, or there is no model that can be run.
        """
        self._folder = folder
        self._session, self._tokenizer = _opened(folder)
        self._inputs = {item.name for item in self._session.get_inputs()}
        self._known: dict[str, Any] = {}
        self._kept = KeptVectors(file_for(cache, *_parts(folder))) if cache else None

    def likenesses(self, text: str, others: Sequence[str]) -> list[float]:
        """How alike the meaning of a text and of each of the others is: the cosine, -1..1.

        Raises:
            PluginError: the model cannot be run, or gives what is no number.
        """
        own, *vectors = self._vectors([text, *others])
        return [float(own @ vector) for vector in vectors]

    def _vectors(self, texts: Sequence[str]) -> "list[Vectors]":
        cut = [text[:MAX_TEXT_LENGTH] for text in texts]
        new = sorted({text for text in cut if text not in self._known}, key=len)
        if len(self._known) + len(new) > MAX_REMEMBERED:
            self._known.clear()
            new = sorted(set(cut), key=len)
        if self._kept and new:
            new = self._recalled(new, self._kept)
        for first in range(0, len(new), TEXTS_AT_ONCE):
            some = new[first : first + TEXTS_AT_ONCE]
            self._known.update(zip(some, self._run(some), strict=True))
        if self._kept and new:
            self._kept.keep({text: self._known[text].tobytes() for text in new})
        return [self._known[text] for text in cut]

    def _recalled(self, texts: "list[str]", kept: KeptVectors) -> "list[str]":
        """Take over the vectors that are kept; gives the texts of which none is, in their order."""
        import numpy as np

        size = self._width * np.dtype(np.float32).itemsize
        found = {
            text: np.frombuffer(numbers, dtype=np.float32)
            for text, numbers in kept.of(texts).items()
            if len(numbers) == size
        }
        found = {text: vector for text, vector in found.items() if abs(np.linalg.norm(vector) - 1) < MAX_OFF}
        self._known.update(found)
        return [text for text in texts if text not in found]

    @cached_property
    def _width(self) -> int:
        """How many numbers a vector has."""
        stated = (self._session.get_outputs()[0].shape or [None])[-1]
        return stated if isinstance(stated, int) else len(self._run(["a"])[0])

    def _run(self, texts: list[str]) -> "Vectors":
        import numpy as np

        try:
            vectors = self._means(texts)
        except Exception as error:  # the libraries raise what they like
            msg = f"embeddings: the model in {self._folder} cannot be run: {' '.join(str(error).split())[:200]}"
            raise PluginError(msg) from error
        if vectors.ndim != 2 or not np.isfinite(vectors).all():  # noqa: PLR2004 - texts and their numbers
            msg = f"embeddings: the model in {self._folder} gives what is no vector; name a folder with another one"
            raise PluginError(msg)
        return vectors

    def _means(self, texts: list[str]) -> "Vectors":
        import numpy as np

        encoded = self._tokenizer.encode_batch(texts)
        ids = np.array([item.ids for item in encoded], dtype=np.int64)
        mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, {name: value for name, value in fed.items() if name in self._inputs})[0]
        means = (states * mask[:, :, None]).sum(axis=1) / np.maximum(mask.sum(axis=1, keepdims=True), 1)
        vectors: Vectors = (means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-12)).astype(np.float32)
        return vectors


def _parts(folder: Path) -> list[Path]:
    """The files on which the vectors depend: a large model has its numbers beside `model.onnx`."""
    return [*sorted(path for path in folder.glob(f"{MODEL}*") if path.is_file()), folder / TOKENIZER]


def _opened(folder: Path) -> tuple[Any, Any]:
    missing = [name for name in (MODEL, TOKENIZER) if not (folder / name).is_file()]
    if missing:
        msg = f"embeddings: {folder} has no {' and no '.join(missing)}; name a folder that holds a model"
        raise PluginError(msg)
    try:
        import onnxruntime
        import tokenizers
    except ImportError as error:
        msg = f"embeddings need onnxruntime and tokenizers, which are not installed; run {INSTALL}"
        raise PluginError(msg) from error
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.enable_padding()
    except Exception as error:  # the libraries raise what they like
        msg = f"embeddings: the model in {folder} cannot be opened: {' '.join(str(error).split())[:200]}"
        raise PluginError(msg) from error
    return session, tokenizer
