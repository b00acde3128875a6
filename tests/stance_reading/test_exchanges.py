"""What counts as a question with its answer, and what stands in it, with texts of our own."""

import pytest

from claimcheck.stance_reading.exchanges import NAMES, Exchange, asks_about, exchange, features
from claimcheck.stance_reading.reading import read
from claimcheck.stance_reading.shapes import Shape

BRIDGE = "The old bridge at Zenda was closed."


def held(claim: str, passage: str) -> dict[str, float]:
    """The features that are not zero."""
    said = exchange(read(passage))
    assert said is not None
    values = dict(zip(NAMES, features(read(claim), said), strict=True))
    return {name: value for name, value in values.items() if value}


@pytest.mark.parametrize(
    "passage",
    [
        "Was the old bridge at Zenda closed? No.",
        "Q: Was the old bridge at Zenda closed?\nA: No.",
        "Question: Was the old bridge at Zenda closed? Answer: No.",
        "“Was the old bridge at Zenda closed?” No.",
        "  Was the old bridge at Zenda\nclosed? No.",
    ],
)
def test_a_question_and_what_follows_it_are_an_exchange_with_or_without_labels(passage: str) -> None:
    said = exchange(read(passage))
    assert said is not None
    assert said.answer.text == "No."
    assert passage[said.start :] == "No."


@pytest.mark.parametrize(
    "passage",
    [
        "The old bridge at Zenda was closed.",
        "The mayor spoke on Monday. Was the old bridge at Zenda closed? No.",
        "Was the old bridge at Zenda closed?",
        "Was the old bridge at Zenda closed? …",
        "Was The Bridge At Zenda Really Closed Forever? Mayor Speaks Out",
        "The bridge at Zenda closed? Engineers are puzzled",
        "Is the old bridge at Zenda closed? Yes. " + "The council met on Monday and went home. " * 40,
        "Was the old bridge\n\nat Zenda closed? No.",
        "Was the bridge " + "and the other bridge " * 40 + "closed? No.",
        "",
    ],
)
def test_a_statement_a_headline_and_a_question_without_an_answer_are_none(passage: str) -> None:
    assert exchange(read(passage)) is None


@pytest.mark.parametrize("shape", [Shape.HEADLINE, Shape.DOCUMENT])
def test_news_that_begin_with_a_question_are_an_exchange_only_if_they_answer_it(shape: Shape) -> None:
    question = "Is the old bridge at Zenda closed?"
    assert exchange(read(f"{question} Engineers are puzzled"), shape) is None
    assert exchange(read(f"{question} No, engineers say"), shape) is not None
    assert exchange(read("Who closed the old bridge at Zenda? The council"), shape) is not None


def test_yes_and_no_count_as_much_as_the_question_has_of_the_claim() -> None:
    whole, part = (
        held(BRIDGE, f"Was {what} closed? Yes.")["yes"] for what in ("the old bridge at Zenda", "the bridge")
    )
    assert whole == pytest.approx(1.0)
    assert 0 < part < whole
    assert held(BRIDGE, "Was the old bridge at Zenda closed? No.") == pytest.approx({"no": 1.0})


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        (BRIDGE, "Was the old bridge at Zenda not closed?"),
        ("The old bridge at Zenda was not closed.", "Was the old bridge at Zenda closed?"),
        ("Exports of timber rose in Ruritania.", "Did exports of timber fall in Ruritania?"),
    ],
)
def test_a_question_that_turns_the_claim_round_turns_its_answer_round(claim: str, question: str) -> None:
    assert held(claim, f"{question} Yes.")["yes"] < 0


@pytest.mark.parametrize("question", ["Wasn't the old bridge at Zenda closed?", "Was it not closed, the old bridge?"])
def test_a_question_that_only_asks_back_turns_nothing_round(question: str) -> None:
    assert held(BRIDGE, f"{question} No.")["no"] > 0
    assert held("The old bridge at Zenda was not closed.", f"{question} No.")["no"] < 0


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("The council shut it in May.", "assertion"),
        ("The council has not shut it.", "denial"),
        ("There is no record of that in the files of the town.", "nothing_found"),
        ("That is a hoax.", "rejecting"),
    ],
)
def test_an_answer_tells_without_yes_or_no(answer: str, name: str) -> None:
    assert held(BRIDGE, f"Was the old bridge at Zenda closed? {answer}")[name] == 1


@pytest.mark.parametrize(
    "answer", ["No evidence of it was found.", "No doubt, the council said.", "No fewer than ten bridges."]
)
def test_no_evidence_no_doubt_and_no_fewer_are_no_plain_no(answer: str) -> None:
    assert "no" not in held(BRIDGE, f"Was the old bridge at Zenda closed? {answer}")


def test_a_word_that_calls_something_false_counts_only_as_long_as_nothing_negates_it() -> None:
    assert "rejecting" not in held(BRIDGE, "Was the old bridge at Zenda closed? The report is not a hoax.")


def test_an_answer_puts_in_what_the_question_leaves_out() -> None:
    claim = "The mill at Strelsau belongs to Rischenheim."
    right, wrong = (
        held(claim, f"To whom does the mill at Strelsau belong? {name}.") for name in ("Rischenheim", "Bersonin")
    )
    assert right["fills"] > 0
    assert "fills" not in wrong


@pytest.mark.parametrize(
    ("answer", "name"),
    [("It lost 212 people.", "figure"), ("It lost 205 people.", "figure"), ("It lost 12 people.", None)],
)
def test_an_answer_gives_the_figure_or_one_within_a_tenth_of_it(answer: str, name: str | None) -> None:
    found = held("The town of Zenda lost 212 people.", f"How many people did the town of Zenda lose? {answer}")
    assert ("figure" in found) is (name == "figure")


def test_a_figure_that_stands_in_the_question_is_none_that_the_answer_gives() -> None:
    assert "figure" not in held(
        "The town of Zenda lost 212 people.", "Did the town of Zenda lose 212 people? Yes, 212 people."
    )


@pytest.mark.parametrize(
    "answer", ["No answer could be found.", "Unknown.", "No information is available.", "Unclear so far."]
)
def test_an_answer_may_be_that_there_is_none(answer: str) -> None:
    said = exchange(read(f"Was the old bridge at Zenda closed? {answer}"))
    assert isinstance(said, Exchange)
    assert not said.is_answered


@pytest.mark.parametrize("text", ["\n" * 60_000, " ?" * 30_000, "Was it " * 9_000 + "? No.", "Why? " + "no " * 20_000])
def test_hostile_texts_are_read_like_others(text: str) -> None:
    said = exchange(read(text))
    assert said is None or len(features(read(BRIDGE), said)) == len(NAMES)


def test_a_question_about_other_parties_leaves_the_claim_open() -> None:
    claim = "Ruritania sells coastal ferries to Borduria"
    assert held(claim, "Does Ruritania sell coastal ferries to Borduria? No.")["no"] > 0
    assert not held(claim, "Does Borduria sell coastal ferries to Ruritania? No.")


def test_numbers_that_agree_and_clash_are_two_ends_of_one() -> None:
    claim = "The old bridge at Zenda cost 40 million euros."
    told = "Is it known what it cost? The old bridge at Zenda cost"
    costs = {price: held(claim, f"{told} {price} million euros.") for price in (40, 90)}
    assert costs[40]["numbers"] == 1
    assert costs[90]["numbers"] == -1


def test_no_fewer_negates_nothing() -> None:
    claim = "At least ten bridges were closed."
    assert "numbers" in held(claim, "Were ten bridges closed? No fewer than ten bridges were closed.")
    assert (
        held(claim, "Were ten bridges closed? No fewer than ten bridges were closed.")
        .keys()
        .isdisjoint({"no", "denial", "negated"})
    )


def test_numbers_that_only_the_question_has_tell_nothing() -> None:
    claim = "The old bridge at Zenda was closed on 5 May."
    assert "numbers" not in held(claim, "Was the old bridge at Zenda closed on 5 May? Not so.")


def test_an_answer_with_another_figure_puts_nothing_in() -> None:
    claim = "The old bridge at Zenda was closed on 5 March."
    right, wrong = (held(claim, f"When was the old bridge at Zenda closed? On {day} March.") for day in (5, 7))
    assert right["fills"] > 0
    assert "fills" not in wrong
    assert wrong["numbers"] == -1


def test_a_question_without_a_word_of_the_claim_asks_nothing_about_it() -> None:
    claim = read(BRIDGE)
    asked, other = (
        exchange(read(f"{question} The bridge at Zenda was closed.")) for question in ("The bridge, why?", "Why now?")
    )
    assert asked is not None
    assert other is not None
    assert asks_about(claim, asked)
    assert not asks_about(claim, other)


def test_a_negated_answer_is_no_sign_against_a_negated_claim() -> None:
    text = "Was the old bridge at Zenda closed? No, the bridge was never closed."
    assert held(BRIDGE, text)["negated"] > 0
    denied = held("The old bridge at Zenda was not closed.", text)
    assert "negated" not in denied
    assert denied["no"] < 0
