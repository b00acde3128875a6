import pytest

from claimcheck.attribution.finding import clauses
from tests.attribution.told import read, token, words


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("The ministry said it was over.", "said", "said"),
        ("The ministry has not said that it was over.", "said", "has not said"),
        ("The ministry had repeatedly denied it.", "denied", "had repeatedly denied"),
        ("The ministry also said it was over.", "said", "also said"),
        ("The ministry pointed out that it was over.", "pointed", "pointed out"),
        ("It would be denied by the ministry.", "denied", "would be denied"),
        ("The governor wants to say that it is over.", "say", "to say"),
        ("However, the ministry said it was over.", "said", "said"),
        ("The ministry said it, too, would leave.", "said", "said"),
    ],
)
def test_the_words_of_a_verb_are_its_auxiliaries_negation_particles_and_adverbs(text: str, word: str, cue: str) -> None:
    parsed = read(text)
    assert words(parsed, clauses.verb_words(parsed, token(parsed, word))) == cue


@pytest.mark.parametrize(
    ("text", "word", "head", "is_own"),
    [
        ("The ministry said it was over.", "said", "ministry", True),
        ("It is over, said the minister.", "said", "minister", True),
        ("The talks were reported to have failed.", "reported", "talks", True),
        ("The ministry declined to say why.", "say", "ministry", False),
        ("Officials claimed it was empty and said that they were safe.", "said", "Officials", False),
        ("The ministry denied the report, saying it was false.", "saying", "ministry", False),
        ("A report claiming that the fleet is lost was false.", "claiming", "report", False),
    ],
)
def test_the_subject_is_the_own_one_of_the_verb_or_lent_by_what_it_hangs_on(
    text: str, word: str, head: str, *, is_own: bool
) -> None:
    parsed = read(text)
    found, own = clauses.subject(parsed, token(parsed, word))
    assert found is not None
    assert (parsed.words[found], own) == (head, is_own)


@pytest.mark.parametrize("text", ["Say nothing.", "Said.", "To say so is wrong."])
def test_a_verb_without_a_subject_has_none(text: str) -> None:
    parsed = read(text)
    verb = next(at for at, word in enumerate(parsed.lowered) if word in {"say", "said"})
    assert clauses.subject(parsed, verb) == (None, False)


@pytest.mark.parametrize(
    ("text", "head", "cue", "phrase"),
    [
        ("The ministry of defence said it was over.", "ministry", "said", "The ministry of defence"),
        ("Ana Petrov, the minister, said it was over.", "Petrov", "said", "Ana Petrov, the minister"),
        ("Two of the three judges said it was over.", "Two", "said", "Two of the three judges"),
        ("The governor, who said it was over, left.", "governor", "said", "The governor"),
        ("A report claiming that the fleet is lost was false.", "report", "claiming", "A report"),
    ],
)
def test_the_phrase_of_a_subject_is_what_hangs_together_without_the_cue(
    text: str, head: str, cue: str, phrase: str
) -> None:
    parsed = read(text)
    found = clauses.subject_phrase(parsed, token(parsed, head), [token(parsed, cue)], 0)
    assert words(parsed, found) == phrase


def test_the_phrase_of_a_subject_does_not_begin_before_its_sentence() -> None:
    parsed = read("The ministry of defence said it was over.")
    found = clauses.subject_phrase(parsed, token(parsed, "ministry"), [token(parsed, "said")], 1)
    assert words(parsed, found) == "ministry of defence"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The ministry said it was over.", "said", True),
        ("The alleged plan failed.", "alleged", False),
        ("The ministry has said it was over.", "has", False),
        ("The claim is false.", "claim", False),
    ],
)
def test_only_the_verb_of_a_clause_is_a_verb(text: str, word: str, *, expected: bool) -> None:
    parsed = read(text)
    assert clauses.is_verb(parsed, token(parsed, word)) is expected


def test_an_infinitive_has_a_to_of_its_own() -> None:
    parsed = read("The ministry declined to say why it asked the fleet.")
    assert clauses.is_infinitive(parsed, token(parsed, "say"))
    assert not clauses.is_infinitive(parsed, token(parsed, "declined"))


def test_a_chain_of_any_depth_is_climbed_to_an_end() -> None:
    parsed = read("the minister said that " * 60)
    for verb in (at for at, word in enumerate(parsed.words) if word == "said"):
        head, _ = clauses.subject(parsed, verb)
        assert head is None or parsed.sentence_of[head] == parsed.sentence_of[verb]
