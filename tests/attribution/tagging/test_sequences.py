import sys

import pytest

from claimcheck.attribution.tagging.sequences import SequenceModel, Settings, fit, library
from claimcheck.errors import PluginError

LIGHT = Settings(l1=0.0, l2=0.01, steps=30)
SEQUENCES = [([["w=he"], ["w=said"], ["w=no"]], ["O", "A", "O"]), ([["w=she"], ["w=said"]], ["O", "A"])] * 3


def test_a_model_gives_the_labels_that_it_has_learned() -> None:
    model = SequenceModel(fit(SEQUENCES, LIGHT))
    labels, sureness, probability = model.labels([["w=it"], ["w=said"]])
    assert labels == ["O", "A"]
    assert all(0.5 < sure <= 1 for sure in sureness)
    assert 0 < probability <= 1


def test_a_model_tells_how_probable_a_label_is() -> None:
    model = SequenceModel(fit(SEQUENCES, LIGHT))
    he, said = model.probabilities([["w=he"], ["w=said"]], "A")
    assert he < 0.5 < said


def test_what_was_never_seen_is_improbable() -> None:
    model = SequenceModel(fit(SEQUENCES, LIGHT))
    assert model.probabilities([["w=he"]], "never") == [0.0]
    assert model.probabilities([], "A") == []
    assert model.labels([]) == ([], [], 1.0)


def test_the_same_sequences_give_the_same_bytes() -> None:
    assert fit(SEQUENCES, LIGHT) == fit(SEQUENCES, LIGHT)


def test_bytes_that_are_no_model_are_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        SequenceModel(b"no model")


def test_a_missing_library_answers_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    with pytest.raises(PluginError, match=r"run `pip install 'claimcheck-ledger\[train\]'`"):
        library()
