from claimcheck.attribution.tagging.cue_features import cue_features

from .marking import DENIAL, QUOTED, sketch, token


def of(text: str, word: str) -> list[str]:
    here = sketch(text)
    first, last = here.sentences[here.sentence_of[token(text, word)]]
    return cue_features(here, first, last)[token(text, word) - first]


def test_a_token_tells_its_word_its_grammar_and_what_it_governs() -> None:
    row = of(DENIAL, "denied")
    assert {"w=denied", "s=deny", "t=VBD", "c=nsubj<", "cm=ccomp|that", "h=^"} <= set(row)


def test_a_token_tells_what_the_rules_made_of_it() -> None:
    assert "R=anchor-s" in of(DENIAL, "denied")
    assert not any(feature.startswith("R=") for feature in of(DENIAL, "closed"))


def test_a_token_tells_how_near_quotations_are() -> None:
    assert {"ql=2", "qr=2", "pl=111" + "0"} <= set(of(QUOTED, "said"))
    assert not any(feature.startswith("ql=") for feature in of(DENIAL, "denied"))


def test_each_token_of_a_sentence_has_a_row() -> None:
    here = sketch(DENIAL)
    assert [len(cue_features(here, first, last)) for first, last in here.sentences] == [
        last - first for first, last in here.sentences
    ]
