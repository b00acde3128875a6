"""The measures of agreement, each on texts of which the numbers can be counted on the fingers."""

from pathlib import Path

import pytest

from tests.attribution.marked import Document, Marked, is_claim, marked, read_gold, read_polnear, read_standoff
from tests.attribution.scores import Measure, Scores, score, table

TEXT = "Ann said that the old ferry was late. Bob denied it all, said Cid."
FOUND, BOTH, ALL = (
    "content half-match (Dice>=.5)",
    "attribution partial (content+source)",
    "attribution exact (all three)",
)


def at(*words: str, text: str = TEXT) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


ANN = Marked(at("Ann"), at("said"), at("that the old ferry was late"))
BOB = Marked(at("Bob"), at("denied"), at("it all"))


def scored(theirs: list[Marked], *, claims_only: bool = False, ours: tuple[Marked, ...] = (ANN, BOB)) -> Scores:
    return score({"a": Document(TEXT, ours)}, {"a": theirs}, claims_only=claims_only)


def test_what_agrees_with_itself_is_right_in_every_measure() -> None:
    found = scored([BOB, ANN])
    assert set(found.measures.values()) == {Measure(1, 1)}
    assert found.source_given_content == (2, 1, 1, 1)
    assert (found.marked, found.found, found.paired) == (2, 2, 2)


def test_nothing_found_is_nothing_right_and_no_division_by_zero() -> None:
    found = scored([])
    assert set(found.measures.values()) == {Measure(0, 0)}
    assert found.measures[FOUND].f1 == 0
    assert found.source_given_content == (0, 0, 0, 0)


def test_marks_decide_nothing_and_words_do() -> None:
    with_stop = ANN._replace(content=at("that the old ferry was late."))
    shorter = ANN._replace(content=at("the old ferry was late"))
    assert scored([with_stop]).measures[ALL] == Measure(1, 0.5)
    assert scored([shorter]).measures[ALL] == Measure(0, 0)
    assert scored([shorter]).measures[FOUND] == Measure(1, 0.5)


def test_half_of_the_content_is_what_it_takes_to_be_found() -> None:
    # 2 * 2 / (6 + 2) words, then 2 * 1 / (6 + 1)
    assert scored([ANN._replace(content=at("that the"))]).measures[FOUND] == Measure(1, 0.5)
    assert scored([ANN._replace(content=at("late"))]).measures[FOUND] == Measure(0, 0)


def test_the_wrong_speaker_is_found_but_not_with_its_source() -> None:
    found = scored([ANN._replace(source=at("Cid"))])
    assert found.measures[FOUND].precision == 1
    assert found.measures[BOTH].precision == 0
    assert found.source_given_content == (1, 1, 0, 0)


def test_no_speaker_agrees_with_no_speaker() -> None:
    silent = ANN._replace(source=[])
    assert scored([silent], ours=(silent,)).measures[BOTH] == Measure(1, 1)
    assert scored([ANN], ours=(silent,)).measures[BOTH] == Measure(0, 0)


def test_one_is_paired_with_the_best_only() -> None:
    worse = ANN._replace(content=at("old ferry was late"))
    found = scored([worse, ANN])
    assert (found.paired, found.measures[ALL]) == (1, Measure(0.5, 0.5))


def test_tokens_overlap_over_all_attributions_of_a_text() -> None:
    found = scored([ANN._replace(content=at("ferry was late. Bob"))])
    assert found.measures["content token-overlap"] == Measure(3 / 5, 3 / 8)


def test_pieces_are_one_span() -> None:
    text = "“Late,” Ann said, “and full.”"
    whole = Marked(at("Ann", text=text), at("said", text=text), at("“Late,”", "“and full.”", text=text))
    part = whole._replace(content=at("“and full.”", text=text))
    documents = {"a": Document(text, [whole])}
    assert score(documents, {"a": [whole]}).measures["content exact"] == Measure(1, 1)
    assert score(documents, {"a": [part]}).measures["content exact"] == Measure(0, 0)


def test_of_claims_alone_attitudes_count_neither_as_right_nor_as_wrong() -> None:
    unmarked = Marked(at("Cid"), [], at("old ferry"))
    wrong = Marked(at("Cid"), at("said Cid")[:1], at("ferry was late. Bob denied"))
    assert [is_claim(TEXT, one) for one in (ANN, BOB, unmarked, wrong)] == [True, False, False, True]
    assert scored([ANN, BOB, unmarked], claims_only=True).measures[ALL] == Measure(1, 1)
    assert scored([ANN, wrong], claims_only=True).measures[ALL] == Measure(0.5, 1)


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("He pointed it out: the ferry was very late.", "pointed it out", "the ferry was very late", False),
        ("He pointed out that the ferry was late.", "pointed out", "that the ferry was late", True),
        ("His hope that the ferry is late.", "hope", "that the ferry is late", False),
        ("His hope that the “ferry” is late.", "hope", "that the “ferry” is late", True),
        ("He SAID that the ferry was late.", "SAID", "that the ferry was late", True),
        ("He said it was late.", "said", "it was late", False),
    ],
)
def test_a_claim_has_five_words_and_is_quoted_or_reported(text: str, cue: str, content: str, *, expected: bool) -> None:
    assert is_claim(text, Marked([], at(cue, text=text), at(content, text=text))) is expected


def test_standoff_files_are_read_with_pieces_and_several_spans_of_a_role(tmp_path: Path) -> None:
    standoff = (
        "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 13;14 17\tthat the\nT4\tSource 38 41\tBob\n"
        "A1\tnested E1\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3 Source2:T4\n"
    )
    expected = Marked([(0, 3), (38, 41)], [(4, 8)], [(9, 13), (14, 17)])
    assert read_standoff(standoff) == [expected]
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text/one.txt").write_bytes(TEXT.encode())
    (tmp_path / "text/two.txt").write_bytes(b"Nothing.\r\n")
    (tmp_path / "attributions/one_bbbb.ann").write_text("", encoding="utf-8")
    (tmp_path / "attributions/one_aaaa.ann").write_text(standoff, encoding="utf-8")
    assert read_polnear(tmp_path) == {"one": Document(TEXT, [expected]), "two": Document("Nothing.\r\n", [])}


def test_spans_in_json_are_pairs_one_pair_or_nothing() -> None:
    assert marked({"source": [4, 8], "cue": None, "content": [[9, 12], [1, 3]]}) == ([(4, 8)], [], [(1, 3), (9, 12)])
    line = '{"doc_id": "a", "text": "t", "attributions": [{"content": [0, 1]}]}'
    assert read_gold([line]) == {"a": Document("t", [Marked([], [], [(0, 1)])])}


def test_the_table_names_every_measure() -> None:
    lines = table(scored([ANN]))
    assert lines[0] == "docs 1  gold 2  predicted 1  content-matched 1"
    assert f"{ALL:40}  100.0   50.0   66.7" in lines
    assert lines[-1] == "source given content (n=1): exact 100.0  overlap 100.0  answered 100.0"
