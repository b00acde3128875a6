"""Two texts compared: what differs is said in the unified form, and both texts can be read out of it."""

import random
from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.comparing import differences, sentences, unified

LINES = st.lists(st.sampled_from(["one", "two", "three", "four", "five"]), max_size=30)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left. She stayed! Did they? 5 did.", ["He left.", "She stayed!", "Did they?", "5 did."]),
        (
            "He said: \u201cNo.\u201d Then he left.\n\n  And so on ",
            ["He said: \u201cNo.\u201d", "Then he left.", "And so on"],
        ),
        ("about 3.5 tons vs. none, e.g. here", ["about 3.5 tons vs. none, e.g. here"]),
        ("他来了。她走了！好", ["他来了。", "她走了！", "好"]),
        ("Он ушёл. Она осталась.", ["Он ушёл.", "Она осталась."]),
        (" \n\t\n", []),
    ],
)
def test_a_text_is_taken_by_lines_and_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_what_changed_is_shown_with_what_stands_around_it() -> None:
    old = "A came. B came. C came. D came. E came. F came."
    new = "A came. B came. C left. D came. E came. F came."
    assert list(unified(old, new, old_name="1 May", new_name="3 May", context=1)) == [
        *("--- 1 May", "+++ 3 May", "@@ -2,3 +2,3 @@"),
        *(" B came.", "-C came.", "+C left.", " D came."),
    ]


@pytest.mark.parametrize("new", ["One. Two.", "One.\nTwo.", " One.  Two.\n\n"])
def test_other_spaces_are_no_difference(new: str) -> None:
    assert list(unified("One. Two.", new, old_name="a", new_name="b")) == []


@given(LINES, LINES, st.integers(0, 4))
def test_the_form_is_the_familiar_one(old: list[str], new: list[str], context: int) -> None:
    ours = list(unified("\n".join(old), "\n".join(new), old_name="a", new_name="b", context=context))
    if differences(old, new) == differences_by_the_book(old, new):
        assert ours == list(unified_diff(old, new, "a", "b", lineterm="", n=context))
    assert [line[1:] for line in ours[2:] if line[0] == "-"] == removed(old, new)


def differences_by_the_book(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [code[1:] for code in codes if code[0] != "equal"]


def removed(old: list[str], new: list[str]) -> list[str]:
    return [line for first, last, _, _ in differences(old, new) for line in old[first:last]]


def applied(old: list[str], new: list[str]) -> list[str]:
    """The new list, made of the old one and the differences."""
    made, done = [], 0
    for first, last, start, end in differences(old, new):
        made += [*old[done:first], *new[start:end]]
        done = last
    return made + old[done:]


@given(LINES, LINES)
def test_the_old_and_the_differences_make_the_new(old: list[str], new: list[str]) -> None:
    assert applied(old, new) == new
    assert differences(old, old) == []


@pytest.mark.parametrize("kinds", [1, 2, 300, 100_000])
def test_long_texts_are_compared_as_truly(kinds: int) -> None:
    chance = random.Random(kinds)  # noqa: S311
    old = [f"sentence {chance.randrange(kinds)}" for _ in range(20_000)]
    new = [line for line in old if chance.random() > 0.1]
    for _ in range(500):
        new.insert(chance.randrange(len(new)), f"added {chance.randrange(kinds)}")
    assert applied(old, new) == new


def test_in_a_long_text_only_what_changed_differs() -> None:
    old = [f"sentence {index}" for index in range(30_000)]
    new = [*old[:9000], "added", *old[9000:20_000], *old[20_001:]]
    assert differences(old, new) == [(9000, 9000, 9000, 9001), (20_000, 20_001, 20_001, 20_001)]


def test_texts_of_nothing_in_common_are_one_difference() -> None:
    old, new = [f"old {index}" for index in range(6000)], [f"new {index}" for index in range(7000)]
    assert differences(old, new) == [(0, 6000, 0, 7000)]
