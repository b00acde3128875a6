from claimcheck.attribution.parsed import Found
from claimcheck.attribution.tagging.span_features import role_labels, span_features

from .marking import DENIAL, QUOTED, sketch, token


def of(text: str, anchor: str, word: str) -> set[str]:
    here = sketch(text)
    first, rows = span_features(here, token(text, anchor), [0.0] * len(here.parsed.words))
    return set(rows[token(text, word) - first])


def test_a_token_tells_its_way_from_the_anchor() -> None:
    assert {"r=:nsubj<", "at=<1", "isb=:nsubj<NNP"} <= of(DENIAL, "denied", "Varnek")
    assert {"r=:ccomp>", "bs=:ccomp>"} <= of(DENIAL, "denied", "that")


def test_a_token_tells_which_quotation_it_is_in() -> None:
    assert "qi=>000i" in of(QUOTED, "said", "Anyone")
    assert not any(feature.startswith("qi=") for feature in of(QUOTED, "said", "Varnek"))


def test_a_token_tells_what_the_rules_made_of_it() -> None:
    assert "R=11B-S" in of(DENIAL, "denied", "Ilsa")
    assert "R=11O" in of(DENIAL, "denied", "on") or "R=11I-Q" in of(DENIAL, "denied", "on")


def test_the_parts_of_an_attribution_become_labels() -> None:
    found = Found(cue=[3], source=[1, 2], content=[5, 6, 8], head=3, word="say")
    assert role_labels(found, 1, 9) == ["B-S", "I-S", "B-Q", "O", "B-C", "I-C", "O", "B-C"]
    assert role_labels(None, 0, 2) == ["O", "O"]
