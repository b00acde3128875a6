import pytest

from claimcheck.attribution.finding import speech
from claimcheck.attribution.finding.clause import Clause
from claimcheck.attribution.finding.lexicon import VERBS
from tests.attribution.told import Row, laid_out, token, told, words


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('"The border stays closed," the minister said.', ("the minister", "said", '"The border stays closed,"')),
        ("“The border stays closed,” said Ana Petrov.", ("Ana Petrov", "said", "“The border stays closed,”")),
        ("„The border stays closed“, said Ana Petrov.", ("Ana Petrov", "said", "„The border stays closed“")),
        ("«The border stays closed», the minister said.", ("the minister", "said", "«The border stays closed»")),
        ("‘The border stays closed,’ the minister said.", ("the minister", "said", "‘The border stays closed,’")),
        ("''The border stays closed,'' the minister said.", ("the minister", "said", "''The border stays closed,''")),
        ("“Is the border closed?” the minister asked.", ("the minister", "asked", "“Is the border closed?”")),
        ("“Close the border!” the minister shouted.", ("the minister", "shouted", "“Close the border!”")),
        ("The border is closed, the minister said.", ("the minister", "said", "The border is closed")),
        ("The border is closed, the minister said on Monday.", ("the minister", "said", "The border is closed")),
        ("Border stays closed, says minister", ("minister", "says", "Border stays closed")),
        ("But the border is closed, officials say.", ("officials", "say", "the border is closed")),
    ],
)
def test_what_stands_before_the_verb_of_saying_is_said(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The border, the minister said, is closed.", ("the minister", "said", "The border ... is closed")),
        ("“It is over,” she said, “and we have won.”", ("she", "said", "“It is over,” ... “and we have won.”")),
        ("The pact — officials say — will hold.", ("officials", "say", "The pact ... will hold")),
    ],
)
def test_what_stands_on_both_sides_is_one_content(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("As the Review noted, trust is collapsing.", ("the Review", "noted", "trust is collapsing")),
        ("As the agency noted on Monday, it is safe.", ("the agency", "noted", "it is safe")),
        ("Trust is collapsing, as the Review noted.", ("the Review", "noted", "Trust is collapsing")),
        ("The reactor is, as the agency noted, safe.", ("the agency", "noted", "The reactor is ... safe")),
    ],
)
def test_as_somebody_noted_hangs_on_what_is_noted(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("“It is over,” he told the paper in an interview on Monday.", ("he", "told", "“It is over,”")),
        ("“It is over,” he told the press, which cheered.", ("he", "told", "“It is over,”")),
        ("“It is over,” he said, pointing at the map.", ("he", "said", "“It is over,”")),
        ("“It is over,” he said, who had begun it.", ("he", "said", "“It is over,”")),
        ("It is over, the army said, after the last shot fell.", ("the army", "said", "It is over")),
    ],
)
def test_where_and_to_whom_it_was_said_is_not_what_was_said(text: str, row: Row) -> None:
    assert row in told(text)


@pytest.mark.parametrize(
    ("text", "verb", "after"),
    [
        ("“It is over,” she told the paper in an interview on Monday.", "told", "."),
        ("“It is over,” she said on Monday in Geneva.", "said", "."),
        ("“It is over,” she said.", "said", "."),
        ("She said “it is over” on Monday.", "said", "“"),
    ],
)
def test_what_tells_when_and_where_is_passed_over(text: str, verb: str, after: str) -> None:
    layout = laid_out(text)
    place = token(layout.parsed, verb)
    clause = Clause(place, VERBS[verb], [place], place - 1, True, layout.sentence(place), [place - 1])  # noqa: FBT003
    assert layout.parsed.words[speech.past_adjuncts(layout, clause, place + 1)] == after


def test_nothing_stands_around_a_verb_whose_words_follow() -> None:
    layout = laid_out("She said that it is over.")
    clause = Clause(1, VERBS["said"], [1], 0, True, layout.sentence(1), [0])  # noqa: FBT003
    assert speech.around(layout, clause) == []


def test_nothing_stands_around_a_verb_with_a_lent_subject() -> None:
    layout = laid_out("It is over, she said.")
    verb = token(layout.parsed, "said")
    own = Clause(verb, VERBS["said"], [verb], verb - 1, True, layout.sentence(verb), [verb - 1])  # noqa: FBT003
    lent = Clause(verb, VERBS["said"], [verb], verb - 1, False, layout.sentence(verb), [verb - 1])  # noqa: FBT003
    assert words(layout.parsed, speech.around(layout, own)) == "It is over"
    assert speech.around(layout, lent) == []


@pytest.mark.parametrize(
    "text", ["said", "said.", ", said", "she said", '"', '" said', '"," said.', "as she said", "— she said —"]
)
def test_a_verb_of_saying_at_the_edge_of_the_text_is_no_trouble(text: str) -> None:
    assert len(told(text)) <= 1
