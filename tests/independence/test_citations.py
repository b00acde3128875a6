"""Cues: whom a passage gives its words to."""

import pytest

from claimcheck.independence.citations import citations, has_own_findings, is_first_hand, links, refers_back, unnamed


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("It sank, according to CSIS.", "CSIS"),
        ("It sank, according to a new report by CSIS.", "CSIS"),
        ("CSIS said that it sank.", "CSIS"),
        ("The Institute of War and Peace (IWP) estimates so.", "Institute of War and Peace"),
        ("As Beta Post first reported, it sank.", "Beta Post"),
        ("It sank, as the New York Times reported.", "New York Times"),
        ("The sinking was first reported by The New York Times.", "New York Times"),
        ("Citing Alpha Post, he said it sank.", "Alpha Post"),
        ("The master told Reuters that it sank.", "Reuters"),
        ("In an interview with Le Monde he spoke of it.", "Le Monde"),
        ("A letter seen by Reuters speaks of it.", "Reuters"),
        ("“It sank,” said CSIS.", "CSIS"),
        ("It sank, CSIS researchers say.", "CSIS"),
        ("Nine were counted by the Oslo Institute.", "Oslo Institute"),
        ("An inquiry by the Oslo Institute speaks of nine.", "Oslo Institute"),
        ("Nine sank (source: CSIS).", "CSIS"),
        ("Das Schiff sank laut Reuters im Hafen.", "Reuters"),
        ("Selon Reuters, il a coulé.", "Reuters"),
        ("Según EFE, se hundió.", "EFE"),
        ("Оно затонуло, сообщает Reuters.", "Reuters"),
        ("据路透社报道，船沉了。", "路透社"),
        ("共同通信によると、船は沈んだ。", "共同通信"),
    ],
)  # fmt: skip
def test_a_cue_names_whom_the_words_are_given_to(passage: str, name: str) -> None:
    assert name in [citation.name for citation in citations(passage)]


@pytest.mark.parametrize(
    "passage", ["It sank at noon.", "She told reporters on Monday that it sank.", "In Gdansk it rained.", ""]
)
def test_no_cue_names_nobody(passage: str) -> None:
    assert citations(passage) == []


def test_the_first_word_of_a_sentence_may_be_no_name() -> None:
    assert [citation.starts_sentence for citation in citations("Divers found it. Then Reuters reported it.")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    "passage",
    [
        "It was cancelled, officials said.",
        "Officials said it was cancelled.",
        "Sources say so.",
        "According to two people familiar with the matter, it is off.",
        "It is off, said a senior official.",
        "He spoke on condition of anonymity.",
        "It reportedly sank.",
        "It is believed to have sunk.",
        "据知情人士，船沉了。",
    ],
)
def test_words_of_nobody_by_name_are_seen(passage: str) -> None:
    assert unnamed(passage)


@pytest.mark.parametrize("passage", ["According to officials at CSIS, it sank.", "The mayor said it sank.", "It sank."])
def test_words_of_somebody_are_not_taken_for_nobodys(passage: str) -> None:
    assert unnamed(passage) is None


def test_a_passage_refers_back_or_is_first_hand() -> None:
    assert refers_back("The think tank puts the share at one third.")
    assert not refers_back("The share is one third.")
    assert is_first_hand("Our reporter counted seven docks.")
    assert not is_first_hand("There are seven docks.")


@pytest.mark.parametrize(
    "passage", ["CSIS said seven; we counted nine.", "He told us so.", "A letter seen by this paper says so."]
)
def test_a_passage_may_tell_what_its_writers_found(passage: str) -> None:
    assert has_own_findings(passage)


@pytest.mark.parametrize("passage", ["CSIS said seven, and we think so too.", "I doubt it, according to CSIS."])
def test_an_opinion_of_the_writers_is_no_finding(passage: str) -> None:
    assert not has_own_findings(passage)


def test_addresses_are_read_without_what_stands_around_them() -> None:
    assert links("see (https://a.example/x?y=1), and https://b.example/z.") == [
        "https://a.example/x?y=1",
        "https://b.example/z",
    ]


@pytest.mark.parametrize(
    "unit", ["A ", "A B of the ", "said ", "according to ", "officials ", "told ", "据", "(", "http://", "\x00"]
)
def test_hostile_text_is_read_to_a_bound(unit: str) -> None:
    text = unit * 300_000
    citations(text)
    unnamed(text)
    refers_back(text)
    assert len(links(text)) <= 20
