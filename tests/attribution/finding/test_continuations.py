import pytest

from claimcheck.attribution.finding.continuations import continue_quotations
from tests.attribution.by_hand import found
from tests.attribution.told import laid_out, told, words


def contents(text: str) -> list[str]:
    return [content for _, _, content in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“The reactor is safe,” Petrov said. “It will stay open for years.”",
        "“The reactor is safe,” Petrov said.\n“It will stay open for years.”",
        "“The reactor is safe,” Petrov said.\r\n\r\n“It will stay open for years.”",
    ],
)
def test_a_sentence_that_is_only_a_quotation_goes_on_with_the_one_before(text: str) -> None:
    assert contents(text) == ["“The reactor is safe,” ... “It will stay open for years.”"]


def test_a_long_quotation_goes_on_over_its_paragraphs() -> None:
    text = "Petrov said: “The reactor is safe.\n“It will stay open for years.\n“Nobody is in any danger,” she added.\n"
    first, second = contents(text)
    assert first == "“The reactor is safe. “It will stay open for years."
    assert second == "“Nobody is in any danger,”"


def test_a_quotation_goes_on_with_the_nearest_speaker() -> None:
    text = "“The reactor is safe,” Petrov said.\n“It leaks all the time,” said Kowal.\n“You can see it from afar.”"
    assert contents(text) == ["“The reactor is safe,”", "“It leaks all the time,” ... “You can see it from afar.”"]


@pytest.mark.parametrize(
    "text",
    [
        "“The reactor is safe,” Petrov said. It is old and it leaks.",
        "“The reactor is safe,” Petrov said. The plan was a “bad one” from the start.",
        "“The reactor is safe,” Petrov said.\nNothing more was heard of it.\n“It leaks all the time.”",
    ],
)
def test_what_is_no_quotation_or_far_does_not_go_on(text: str) -> None:
    assert contents(text)[0] == "“The reactor is safe,”"


def test_a_quotation_that_nothing_precedes_is_nobodys() -> None:
    assert told("“It will stay open for years.”") == []
    assert told("The reactor is old.\n“It will stay open for years.”") == []


def test_a_content_that_grows_stays_in_order_and_takes_nothing_twice() -> None:
    layout = laid_out("“The reactor is safe,” Petrov said. “It will stay open.” “And it is cheap, too.”")
    one = found(layout.parsed, "Petrov", "said", "“The reactor is safe,”")
    continue_quotations(layout, [one])
    assert one.content == sorted(set(one.content))
    assert (
        words(layout.parsed, one.content) == "“The reactor is safe,” ... “It will stay open.” “And it is cheap, too.”"
    )


def test_with_nothing_found_nothing_goes_on() -> None:
    none: list[object] = []
    continue_quotations(laid_out("“It will stay open for years.”"), none)  # type: ignore[arg-type]
    assert none == []


def test_a_cue_that_stands_in_the_quotation_is_not_said() -> None:
    layout = laid_out("“The reactor is safe,” Petrov went. “To say it will stay open.”")
    one = found(layout.parsed, "Petrov", "went", "“The reactor is safe,”")
    one.cue += [layout.parsed.words.index("To"), layout.parsed.words.index("say")]
    continue_quotations(layout, [one])
    assert words(layout.parsed, one.content) == "“The reactor is safe,” ... “ ... it will stay open.”"
