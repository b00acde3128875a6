import pytest

from claimcheck.attribution.parsed import ParsedText


@pytest.fixture
def parsed() -> ParsedText:
    """Two lines, with a blank between "ships" and "left"."""
    return ParsedText(
        text="Two old ships  left.\nNobody knew.",
        words=["Two", "old", "ships", "left", ".", "Nobody", "knew", "."],
        starts=[0, 4, 8, 15, 19, 21, 28, 32],
        ends=[3, 7, 13, 19, 20, 27, 32, 33],
        tags=["CD", "JJ", "NNS", "VBD", ".", "NN", "VBD", "."],
        deps=["nummod", "amod", "nsubj", "ROOT", "punct", "nsubj", "ROOT", "punct"],
        heads=[2, 2, 3, 3, 3, 6, 6, 6],
        sentences=[(0, 5), (5, 8)],
        lines=[(0, 5), (5, 8)],
    )


def test_the_children_are_the_heads_turned_around(parsed: ParsedText) -> None:
    assert parsed.children == [[], [], [0, 1], [2, 4], [], [], [5, 7], []]


def test_a_root_is_not_its_own_child(parsed: ParsedText) -> None:
    assert 3 not in parsed.children[3]
    assert parsed.subtree(3) == [0, 1, 2, 3, 4]


def test_a_subtree_is_the_word_and_all_below_it_in_order(parsed: ParsedText) -> None:
    assert parsed.subtree(2) == [0, 1, 2]
    assert parsed.subtree(0) == [0]


def test_every_word_knows_its_sentence(parsed: ParsedText) -> None:
    assert parsed.sentence_of == [0, 0, 0, 0, 0, 1, 1, 1]


def test_a_child_is_the_first_with_one_of_the_labels(parsed: ParsedText) -> None:
    assert parsed.child(3, "punct", "nsubj") == 2
    assert parsed.child(2, "amod") == 1
    assert parsed.child(2, "dobj") is None
    assert parsed.child(0) is None


@pytest.mark.parametrize(
    ("tokens", "spans"),
    [
        ([], ()),
        ([1], ((4, 7),)),
        ([0, 1, 2], ((0, 13),)),
        ([2, 3], ((8, 19),)),
        ([0, 2], ((0, 3), (8, 13))),
        ([3, 4, 6, 7], ((15, 20), (28, 33))),
    ],
)
def test_neighbours_are_one_span_and_others_are_apart(
    parsed: ParsedText, tokens: list[int], spans: tuple[tuple[int, int], ...]
) -> None:
    assert parsed.spans(tokens) == spans


def test_words_are_given_on_one_line_with_single_blanks(parsed: ParsedText) -> None:
    assert parsed.quoted([2, 3, 4]) == "ships left."
    assert parsed.quoted([3, 4, 5]) == "left. Nobody"
    assert parsed.quoted([0, 3]) == "Two left"
    assert parsed.quoted([]) == ""


def test_lower_case_words_stand_at_the_same_places(parsed: ParsedText) -> None:
    assert parsed.lowered[5] == "nobody"
    assert len(parsed.lowered) == len(parsed.words)
