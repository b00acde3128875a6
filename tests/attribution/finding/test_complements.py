import pytest

from claimcheck.attribution.finding import complements
from tests.attribution.told import Row, laid_out, told, words


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The agency said that it was safe.", ("The agency", "said", "that it was safe")),
        ("The agency said it was safe.", ("The agency", "said", "it was safe")),
        ("The agency asked why it was closed.", ("The agency", "asked", "why it was closed")),
        ("The agency wondered whether it was safe.", ("The agency", "wondered", "whether it was safe")),
        ("The agency told the paper that it was safe.", ("The agency", "told", "that it was safe")),
        ("The agency told the press in May that it was safe.", ("The agency", "told", "that it was safe")),
        ("The agency did not say whether it was safe.", ("The agency", "did not say", "whether it was safe")),
        ("The report says that rates will rise.", ("The report", "says", "that rates will rise")),
    ],
)
def test_a_clause_is_what_a_verb_attributes(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norland accused the agency of hiding a leak.", ("Norland", "accused", "the agency of hiding a leak")),
        ("The agency blamed Norland for the attack.", ("The agency", "blamed", "Norland for the attack")),
        ("The agency denied the allegations.", ("The agency", "denied", "the allegations")),
        ("The agency denied any wrongdoing.", ("The agency", "denied", "any wrongdoing")),
        ("The agency vowed to reopen the border.", ("The agency", "vowed", "to reopen the border")),
        ("Analysts expect the bank to raise rates.", ("Analysts", "expect", "the bank to raise rates")),
        ("The agency described the leak as a farce.", ("The agency", "described", "the leak as a farce")),
        ("The agency urged the council to act.", ("The agency", "urged", "the council to act")),
        ("The bank forecasts growth of 2 percent.", ("The bank", "forecasts", "growth of 2 percent")),
    ],
)
def test_a_verb_that_accuses_denies_or_wants_takes_a_phrase_with_all_that_belongs_to_it(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The minister called for a ceasefire.", "called for"),
        ("The minister warned of a new war.", "warned of"),
        ("The minister pointed to the figures.", "pointed to"),
        ("The minister complained about the delay.", "complained about"),
    ],
)
def test_the_preposition_that_a_verb_asks_for_is_of_the_cue(text: str, cue: str) -> None:
    ((_, found, content),) = told(text)
    assert found == cue
    assert content in {"a ceasefire", "a new war", "the figures", "the delay"}


@pytest.mark.parametrize(
    "text",
    [
        "The country declared war.",
        "The group claimed the lives of many.",
        "The engineers found a valve.",
        "The governor met the council.",
        "They addressed the crowd.",
    ],
)
def test_a_verb_that_needs_a_clause_attributes_nothing_without_one(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The report found no evidence of fraud.", ("The report", "found", "no evidence of fraud")),
        ("The records show no sales.", ("The records", "show", "no sales")),
        ("The study shows a rise in accidents.", ("The study", "shows", "a rise in accidents")),
    ],
)
def test_a_report_shows_and_finds_things(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('The minister said: "No comment."', '"No comment."'),
        ("The minister said he “would not rule out” new talks.", "he “would not rule out” new talks"),
        ("The minister called the talks a “farce”.", "the talks a “farce”"),
        ("The minister told reporters: ‘We have won.’", "‘We have won.’"),
        ('The minister tweeted: "We have won and go home. It is over."', '"We have won and go home. It is over."'),
        ("The minister said: “We have won.", "“We have won."),
    ],
)
def test_a_quotation_that_is_entered_is_taken_whole(text: str, content: str) -> None:
    ((source, _, found),) = told(text)
    assert (source, found) == ("The minister", content)


@pytest.mark.parametrize("line_end", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
def test_what_a_colon_at_the_end_of_a_line_announces_is_the_next_line(line_end: str) -> None:
    text = f"She wrote:{line_end}The border has been closed since the spring.{line_end}It is cold."
    assert told(text) == [("She", "wrote", "The border has been closed since the spring")]


@pytest.mark.parametrize("text", ["She wrote:", "She wrote:\n", "She wrote:\n\nAna", "She wrote: “", "She said: :"])
def test_a_colon_that_nothing_of_length_follows_announces_nothing(text: str) -> None:
    assert all(content for _, _, content in told(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The institute argues that Norland should leave the pact, which is old.",
            "that Norland should leave the pact",
        ),
        ("The institute said Norland backs Ana Petrov, who lost the vote.", "Norland backs Ana Petrov"),
        ("The institute said that the pact, which is old, is void.", "that the pact, which is old, is void"),
    ],
)
def test_what_the_writer_adds_at_the_end_is_not_said(text: str, content: str) -> None:
    assert [found for _, _, found in told(text)] == [content]


def test_an_aside_within_a_quotation_is_said() -> None:
    layout = laid_out("“Norland should leave the pact, which was signed in 1990.”")
    every = list(range(len(layout.parsed.words)))
    assert complements.without_aside(layout, every) == every


def test_a_content_of_one_word_has_no_aside() -> None:
    layout = laid_out("No.")
    assert words(layout.parsed, complements.without_aside(layout, [0])) == "No"
