from claimcheck.attribution.tagging.cue_features import cue_features, possible_anchors

from .marking import DENIAL, QUOTED, sketch, token


def of(text: str, word: str) -> list[str]:
    here = sketch(text)
    first, last = here.sentences[here.sentence_of[token(text, word)]]
    (row,) = cue_features(here, first, last, [token(text, word)])
    return row


def test_a_token_tells_its_word_its_grammar_and_what_it_governs() -> None:
    row = of(DENIAL, "denied")
    assert {"w=denied", "s=deny", "t=VBD", "c=nsubj<", "cm=ccomp|that", "h=^"} <= set(row)


def test_a_token_tells_what_the_rules_made_of_it() -> None:
    assert "R=anchor-s" in of(DENIAL, "denied")
    assert not any(feature.startswith("R=") for feature in of(DENIAL, "closed"))


def test_a_token_tells_how_near_quotations_are() -> None:
    assert {"ql=2", "qr=2", "pl=111" + "0"} <= set(of(QUOTED, "said"))
    assert not any(feature.startswith("ql=") for feature in of(DENIAL, "denied"))


def test_verbs_and_nouns_and_what_the_lexicon_knows_can_be_anchors() -> None:
    here = sketch(DENIAL)
    first, last = here.sentences[0]
    found = [here.parsed.words[each] for each in possible_anchors(here, first, last)]
    assert found == ["denied", "on", "that", "buoys", "had", "been", "moved"]
