import pytest

from claimcheck.attribution.finding.verbs import verb_attributions
from tests.attribution.told import Row, laid_out, rows, told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norland is believed to have moved ships.", ("", "is believed", "Norland ... to have moved ships")),
        ("Norland is expected to close the border.", ("", "is expected", "Norland ... to close the border")),
        ("The talks are said to have failed.", ("", "are said", "The talks ... to have failed")),
        ("The leak is estimated at 40 tonnes.", ("", "is estimated", "The leak ... at 40 tonnes")),
        ("It is widely believed that the talks failed.", ("", "is widely believed", "that the talks failed")),
        ("It was reported that the talks failed.", ("", "was reported", "that the talks failed")),
        ("The agency was accused of hiding a leak.", ("", "was accused", "The agency ... of hiding a leak")),
        ("The leak was confirmed by two officials.", ("two officials", "was confirmed", "The leak")),
    ],
)
def test_a_passive_attributes_its_subject_and_what_follows_to_its_agent_or_to_nobody(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    ["The report was published.", "The bridge was added in 1990.", "The letter was written by hand.", "He was told."],
)
def test_a_passive_of_another_verb_or_without_words_attributes_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The agency refused to say whether it was safe.", ("The agency", "refused to say", "whether it was safe")),
        ("The agency declined to say whether it was safe.", ("The agency", "declined to say", "whether it was safe")),
    ],
)
def test_an_infinitive_of_saying_takes_the_verb_that_it_hangs_on(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to claim that the talks failed.",
        "There is nothing to say.",
        "The agency hired staff to find a way out.",
        "The alleged leak was small.",
        "The so-called plan failed.",
    ],
)
def test_what_only_looks_like_a_verb_of_saying_attributes_nothing(text: str) -> None:
    assert told(text) == []


def test_nothing_within_a_quotation_is_attributed_by_the_text() -> None:
    text = "“The council said that it leaks,” the minister said."
    layout = laid_out(text)
    assert rows(layout.parsed, verb_attributions(layout)) == [
        ("the minister", "said", "“The council said that it leaks,”")
    ]


def test_verbs_come_in_the_order_of_the_text() -> None:
    layout = laid_out("She said it was over. He denied it had begun.\nThey believe that both are wrong.")
    cues = [one.cue for one in verb_attributions(layout)]
    assert cues == sorted(cues)
    assert [one.word for one in verb_attributions(layout)] == ["say", "deny", "believe"]


@pytest.mark.parametrize("text", ["She said so.", "She said it.", "They said nothing.", "He said yes."])
def test_what_says_nothing_is_no_content(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Why did the minister say the border was closed?", "did ... say"),
        ("The minister has never said the border was closed.", "has never said"),
        ("She also said that the border was closed.", "also said"),
        ("Petrov pointed out that the border was closed.", "pointed out"),
        ("Petrov will argue that the border was closed.", "will argue"),
    ],
)
def test_the_cue_has_all_that_makes_the_verb(text: str, cue: str) -> None:
    assert [found for _, found, _ in told(text)] == [cue]
