import pytest

from claimcheck.attribution.finding import rules, subjects
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.parsed import ParsedText
from tests.attribution.told import laid_out, token, told, words


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ministry of defence said it was over.", "The ministry of defence"),
        ("Ana Petrov, the minister, said it was over.", "Ana Petrov, the minister"),
        ("“It is over,” said Ana Petrov, the minister.", "Ana Petrov, the minister"),
        ("The governor, who has lost, said it was over.", "The governor, who has lost"),
        ("The governor, speaking in Geneva, said it was over.", "The governor, speaking in Geneva"),
        ("A spokesman for the ministry said it was over.", "A spokesman for the ministry"),
        ("Sources close to the talks say that it is over.", "Sources close to the talks"),
        ("Two of the three judges said it was over.", "Two of the three judges"),
        ("The ministry's spokesman, Jan Kowal, said: “It is over.”", "The ministry's spokesman, Jan Kowal"),
        ("In a statement, the ministry said it was over.", "the ministry"),
        ("He said it was over.", "He"),
        ("Neither said that it was over.", "Neither"),
        ("Some say that it is over.", "Some"),
        ("Few believe that it is over.", "Few"),
    ],
)
def test_the_source_is_the_whole_phrase_of_who_speaks(text: str, source: str) -> None:
    assert [found for found, _, _ in told(text)] == [source]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The minister issued a statement saying it was over.", "issued a statement saying"),
        ("The minister released a video claiming that it was over.", "released a video claiming"),
        ("The minister sent a letter warning that it was over.", "sent a letter warning"),
    ],
)
def test_who_issues_something_that_says_is_who_says_it(text: str, cue: str) -> None:
    layout = laid_out(text)
    verb = token(layout.parsed, cue.rsplit(maxsplit=1)[-1])
    found = subjects.issued(layout, verb)
    assert found is not None
    assert words(layout.parsed, found[0]) == cue
    assert layout.parsed.words[found[1]] == "minister"
    assert [row[:2] for row in told(text)] == [("The minister", cue)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said it was over.",
        "A statement saying it was over was false.",
        "The minister met a man saying it was over.",
    ],
)
def test_what_nobody_issues_is_not_issued(text: str) -> None:
    layout = laid_out(text)
    verb = next(at for at, word in enumerate(layout.parsed.words) if word in {"said", "saying"})
    assert subjects.issued(layout, verb) is None


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("It leaked, records of the agency show.", "show", "records of the agency", "It leaked"),
        ("It is “over and done” two judges say", "say", "two judges", "It is “over and done”"),
    ],
)
def test_what_stands_between_the_last_mark_and_a_verb_at_the_end_speaks(
    text: str, cue: str, source: str, content: str
) -> None:
    layout = laid_out(text)
    place = token(layout.parsed, cue)
    found = subjects.at_end(layout, [place], layout.sentence(place))
    assert found is not None
    assert (words(layout.parsed, found[0]), words(layout.parsed, found[1])) == (source, content)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It leaked, records show it.", "show"),
        ("records show", "show"),
        ("show", "show"),
        ("It leaked, show", "show"),
        ("It leaked, then and there, quickly show", "show"),
    ],
)
def test_a_verb_at_the_end_needs_a_noun_behind_a_mark(text: str, cue: str) -> None:
    layout = laid_out(text)
    place = token(layout.parsed, cue)
    assert subjects.at_end(layout, [place], layout.sentence(place)) is None


def test_a_phrase_stops_at_the_beginning_of_its_sentence() -> None:
    layout = laid_out("NORLAND (Agency) - The ministry said it was over.")
    head = token(layout.parsed, "ministry")
    assert words(layout.parsed, subjects.phrase(layout, head, [token(layout.parsed, "said")])) == "The ministry"


def test_a_saying_before_the_statement_is_not_that_of_the_statement() -> None:
    parsed = ParsedText(
        text="saying he issued statement",
        words=["saying", "he", "issued", "statement"],
        starts=[0, 7, 10, 17],
        ends=[6, 9, 16, 26],
        tags=["VBG", "PRP", "VBD", "NN"],
        deps=["acl", "nsubj", "ROOT", "dobj"],
        heads=[3, 2, 2, 2],
        sentences=[(0, 4)],
        lines=[(0, 4)],
    )
    assert subjects.issued(Layout(parsed), 0) is None
    assert rules.find(parsed) == []
