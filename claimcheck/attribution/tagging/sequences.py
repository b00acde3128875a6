"""Conditional random fields over rows of features, from python-crfsuite: loaded only when a tagger is used.

Source: Lafferty, McCallum and Pereira 2001, https://repository.upenn.edu/handle/20.500.14332/6188
"""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import PluginError

Rows = Sequence[Sequence[str]]
"""The features of each element of one sequence."""


class Settings(NamedTuple):
    """How a model is fitted: the weights of the two penalties, and the steps."""

    l1: float
    l2: float
    steps: int


def library() -> Any:
    """The library.

    Raises:
        PluginError: it is not installed.
    """
    try:
        import pycrfsuite
    except ImportError:
        msg = "a trained tagger needs python-crfsuite; run `pip install 'claimcheck-ledger[train]'`"
        raise PluginError(msg) from None
    return pycrfsuite


def fit(sequences: Iterable[tuple[Rows, Sequence[str]]], settings: Settings) -> bytes:
    """A model of which labels go with which features; the same sequences give the same bytes.

    Raises:
        PluginError: the library is not installed.
    """
    trainer = library().Trainer(verbose=False)
    trainer.select("lbfgs", "crf1d")
    trainer.set_params(
        {
            "c1": settings.l1,
            "c2": settings.l2,
            "max_iterations": settings.steps,
            "feature.possible_transitions": True,
        }
    )
    for rows, labels in sequences:
        if rows:
            trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


class SequenceModel:
    """A fitted model."""

    def __init__(self, model: bytes) -> None:
        """Open it.

        Raises:
            PluginError: the library is not installed.
            ValueError: the bytes are no model.
        """
        self._tagger = library().Tagger()
        self._bytes = model
        self._tagger.open_inmemory(model)
        self._labels = frozenset(self._tagger.labels())

    def probabilities(self, rows: Rows, label: str) -> list[float]:
        """How probable the label is for each element of a sequence."""
        if not rows or label not in self._labels:
            return [0.0] * len(rows)
        self._tagger.set(rows)
        return [self._tagger.marginal(label, index) for index in range(len(rows))]

    def labels(self, rows: Rows) -> tuple[list[str], list[float], float]:
        """The most probable labels of a sequence, how probable each is by itself, and how probable all are together."""
        if not rows:
            return [], [], 1.0
        self._tagger.set(rows)
        labels = self._tagger.tag()
        sureness = [self._tagger.marginal(label, index) for index, label in enumerate(labels)]
        return labels, sureness, self._tagger.probability(labels)
