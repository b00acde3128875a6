"""What of a text is read as one line, and how it is made legible without moving anything."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.attribution.lines import MAX_WORD, legible, lines, parsable

PROSE = (
    "The harbour master said on Tuesday that three of the ferries would be back in service before the end of the "
    "week, and that the fourth would be sold. A spokesman for the owners denied that any buyer had been found yet."
)


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in lines(legible(text))]


def test_every_line_that_is_not_blank_is_one_of_its_own() -> None:
    assert read("Heading\nFirst paragraph.\n\n  \nSecond one.\n") == ["Heading", "First paragraph.", "Second one."]
    assert read("") == []
    assert read(" \n\n\t") == []


@pytest.mark.parametrize(
    ("written", "legibly"),
    [
        ("``It fell,'' she said.", "“ It fell, ” she said."),
        ("‘‘It fell,’’ she said.", "“ It fell, ” she said."),
        ("’’It fell,’’ she said.", "“ It fell, ” she said."),
        ("She said ''it fell''.", "She said “ it fell ”."),
        ("A 6'' board is 12’’ long.", "A 6'' board is 12’’ long."),
        ("```\ncode\n```", "```\ncode\n```"),
        ("'It' isn't ‘theirs’.", "'It' isn't ‘theirs’."),
    ],
)
def test_two_single_marks_that_stand_for_a_double_one_become_one(written: str, legibly: str) -> None:
    assert legible(written) == legibly


@given(st.text(alphabet="`'‘’a6. \n"))
def test_pairs_of_marks_move_nothing(text: str) -> None:
    assert len(legible(text)) == len(text)
    assert all(new == old or old in "`'‘’" for new, old in zip(legible(text), text, strict=True))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_line_end_parts_lines(end: str) -> None:
    assert [line.strip() for line in read(f"One.{end}Two.{end}{end}Three.")] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("width", [45, 60, 72, 80, 100])
def test_a_wrapped_paragraph_is_one_line(width: int) -> None:
    wrapped = textwrap.fill(PROSE, width)
    assert read(f"{wrapped}\n\n{wrapped}\n") == [wrapped, wrapped]


def test_headings_and_lists_are_no_wrapped_paragraph() -> None:
    written = [
        "Ferries back in service soon",
        "Owners deny that any buyer has been found",
        "Fares",
        "Weather on Friday",
    ]
    assert read("\n".join(written)) == written
    assert read("Ferries will be back in service before the end of the week\nOwners deny that a buyer is found") == [
        "Ferries will be back in service before the end of the week",
        "Owners deny that a buyer is found",
    ]


def test_paragraphs_without_a_blank_line_between_them_stay_apart() -> None:
    assert read(f"{PROSE}\n{PROSE}\n{PROSE}") == [PROSE] * 3


@given(st.text(st.sampled_from('ab. \n\r\t\u00a0\ufeff\u2028"')))
def test_nothing_moves_and_nothing_but_blanks_is_left_out(text: str) -> None:
    clean = legible(text)
    assert len(clean) == len(text)
    spans = list(lines(clean))
    assert "".join("".join(text[start:end].replace("\ufeff", "").split()) for start, end in spans) == "".join(
        text.replace("\ufeff", "").split()
    )
    assert spans == sorted(spans)
    assert all(clean[start:end].strip() for start, end in spans)


def test_a_word_that_no_language_has_is_hidden_from_the_parser_at_its_full_length() -> None:
    line = f"He said {'(' * MAX_WORD} and {'(' * 5}\nleft"
    assert parsable(line) == f"He said {'x' * MAX_WORD} and ((((( left"


@pytest.mark.parametrize("width", [50, 66, 78])
def test_wrapped_paragraphs_without_a_blank_line_between_them_are_read_as_such(width: int) -> None:
    short = "The ferries are late again and nobody at the port will say by how much or why that is so this week."
    written = [textwrap.fill(PROSE, width), textwrap.fill(short, width)]
    assert " ".join(" ".join(read("\n".join(written))).split()) == f"{PROSE} {short}"
    assert len(read("\n".join(written))) <= 2


def test_marks_of_emphasis_are_no_part_of_words() -> None:
    assert parsable("Mayor **Ann Doe** said it was _safe_.") == "Mayor   Ann Doe   said it was  safe ."
    assert parsable("snake_case and 2 * 3 * 4") == "snake_case and 2 * 3 * 4"
