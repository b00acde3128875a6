"""A passage with its surroundings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.steps.context import MAX_AFTER, MAX_BEFORE, MAX_SAID, Part, Role, surroundings

TEXT = "Heading\n\nOn Monday Ann Doe said that the port is shut. Nobody asked Ann Doe why.\n\nNext one.\n"


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def shown(parts: list[Part]) -> str:
    marks = {Role.PLAIN: "{}", Role.SOURCE: "<{}>", Role.CUE: "{{{}}}", Role.SAID: "[{}]"}
    return "".join(marks[part.role].format(part.text) for part in parts)


def test_the_paragraph_is_shown_with_its_source_cue_and_what_is_said() -> None:
    parts = surroundings(TEXT, span("the port is shut"), cue=span("said"), names=["Ann Doe", "Doe"])
    assert shown(parts) == ("On Monday <Ann Doe> {said} that [the port is shut]. Nobody asked Ann Doe why.")


def test_a_source_within_what_is_said_is_taken_only_if_there_is_no_other() -> None:
    text = "Doe said Roe lied. Roe did not."
    parts = surroundings(text, span("Roe lied", text), cue=span("said", text), names=["Roe"])
    assert shown(parts) == "Doe {said} [Roe lied]. <Roe> did not."


def test_without_a_cue_or_a_name_only_what_is_said_is_marked() -> None:
    assert shown(surroundings(TEXT, span("the port is shut"))).count("[") == 1
    assert Role.SOURCE not in {part.role for part in surroundings(TEXT, span("the port is shut"), names=["Roe"])}


def test_a_cue_within_what_is_said_is_still_the_cue() -> None:
    text = "\u201cWe fight,\u201d he said, \u201cto the end.\u201d"
    parts = surroundings(text, (0, len(text)), cue=span("said", text))
    assert shown(parts) == "[\u201cWe fight,\u201d he ]{said}[, \u201cto the end.\u201d]"


def test_a_cue_that_is_far_away_is_not_shown() -> None:
    text = f"Ann said\n{'word ' * 400}\nthe port is shut"
    assert shown(surroundings(text, span("the port is shut", text), cue=span("said", text))) == "[the port is shut]"


def test_lines_become_one_and_the_next_paragraph_is_left_out() -> None:
    text = "He said\nthe port\nis shut.\n\nMore."
    parts = surroundings(text, span("the port\nis shut", text), cue=span("said", text))
    assert shown(parts) == "He {said} [the port is shut]."


def test_a_long_paragraph_is_cut_at_words_around_the_passage() -> None:
    text = f"{'before ' * 200}the port is shut{' after' * 200}"
    parts = surroundings(text, span("the port is shut", text))
    assert parts[0] == Part(Role.PLAIN, "\u2026 ")
    assert parts[-1] == Part(Role.PLAIN, " \u2026")
    assert set("".join(part.text for part in parts if part.role is Role.PLAIN).split()) == {"\u2026", "before", "after"}
    assert sum(len(part.text) for part in parts) <= MAX_BEFORE + MAX_AFTER + len("the port is shut") + 10


def test_of_a_very_long_passage_the_middle_is_left_out() -> None:
    text = "word " * 1_000
    (part,) = surroundings(text.strip(), (0, len(text) - 1))
    assert len(part.text) < MAX_SAID + 40
    assert "characters" in part.text


@given(st.text(max_size=80), st.data())
def test_every_passage_of_every_text_is_shown_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    parts = surroundings(text, (start, end), names=["a"])
    said = "".join(part.text for part in parts if part.role in (Role.SAID, Role.SOURCE))
    assert set(text[start:end].split()) <= set(said.split()) or not text[start:end].split() or "a" in text.casefold()


@pytest.mark.parametrize("name", ["a(b", "[x]", "."])
def test_a_name_is_no_pattern(name: str) -> None:
    text = f"{name} said no"
    assert any(part == Part(Role.SOURCE, name) for part in surroundings(text, span("no", text), names=[name]))
