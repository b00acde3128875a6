from pathlib import Path

import pytest

from claimcheck.attribution.tagging.brat import Marked, MarkedText, attributions, texts
from claimcheck.errors import InputError

from .marking import documents, write_marked

TEXT = "The ministry, he said, denied it."
ANNOTATION = """\
T1\tSource 14 16\the
T2\tCue 17 21\tsaid
T3\tContent 0 12;23 32\tThe ministry denied it
T4\tAttribution 17 21\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
A1\tNested E1
#1\tAnnotatorNotes E1\ta note
"""


def test_the_parts_of_an_attribution_are_read_as_offsets() -> None:
    assert attributions(ANNOTATION, len(TEXT)) == [Marked(((14, 16),), ((17, 21),), ((0, 12), (23, 32)))]


def test_numbered_roles_are_parts_of_the_same_role() -> None:
    annotation = "T1\tContent 0 3\tThe\nT2\tContent 4 12\tministry\nE1\tAttribution:T9 Content2:T2 Content:T1"
    assert attributions(annotation, len(TEXT)) == [Marked((), (), ((0, 3), (4, 12)))]


@pytest.mark.parametrize(
    ("annotation", "said"),
    [
        ("T1 Source 14 16 he", "line 1: no tab after 'T1 Source 14 16 he'"),
        ("T1\tSource 14\the", "line 1: no offsets in 'Source 14'"),
        ("T1\tSource x y\the", "line 1: no offsets in 'Source x y'"),
        ("T1\tSource 14 99\the", "line 1: 14 to 99 is not within the 33 characters of the text"),
        ("\nT1\tSource 16 14\the", "line 2: 16 to 14 is not within the 33 characters of the text"),
        ("E1\tAttribution:T4 Source:T1", "line 1: 'Source:T1' names what no line has"),
    ],
)
def test_a_malformed_line_is_told_by_its_number(annotation: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^line") as caught:
        attributions(annotation, len(TEXT))
    assert str(caught.value) == said


def test_texts_come_by_name_with_what_the_first_annotator_marked(tmp_path: Path) -> None:
    write_marked(tmp_path, [{**each, "attributions": []} for each in documents(3)], "zzzz")
    write_marked(tmp_path, documents(3))
    found = [entry for entry in texts(tmp_path) if isinstance(entry, MarkedText)]
    assert [entry.name for entry in found] == sorted(each["doc_id"] for each in documents(3))
    assert all(entry.marked for entry in found)


def test_line_ends_are_kept_as_they_are(tmp_path: Path) -> None:
    write_marked(tmp_path, [{"doc_id": "a", "text": "One.\r\nTwo.\r\n", "attributions": []}])
    assert [entry.text for entry in texts(tmp_path) if isinstance(entry, MarkedText)] == ["One.\r\nTwo.\r\n"]


def test_the_annotation_of_a_longer_name_is_not_that_of_a_shorter_one(tmp_path: Path) -> None:
    write_marked(tmp_path, [{"doc_id": "a_2024", "text": "One.", "attributions": []}])
    (tmp_path / "text" / "a.txt").write_text("Two.", encoding="utf-8")
    assert list(texts(tmp_path)) == ["a.txt: no attributions/a.ann beside it", MarkedText("a_2024", "One.", [])]


def test_an_annotation_without_an_annotator_is_taken(tmp_path: Path) -> None:
    write_marked(tmp_path, [{"doc_id": "a", "text": "One.", "attributions": []}])
    (tmp_path / "attributions" / "a_abcd.ann").rename(tmp_path / "attributions" / "a.ann")
    assert list(texts(tmp_path)) == [MarkedText("a", "One.", [])]


def test_what_cannot_be_read_is_told_by_the_name_of_its_file(tmp_path: Path) -> None:
    write_marked(tmp_path, [{"doc_id": name, "text": "One.", "attributions": []} for name in "abcd"])
    (tmp_path / "attributions" / "a_abcd.ann").write_text("T1\tCue 0 9\tOne.", encoding="utf-8")
    (tmp_path / "text" / "b.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "attributions" / "c_abcd.ann").write_bytes(b"\xff")
    assert list(texts(tmp_path)) == [
        "a_abcd.ann: line 1: 0 to 9 is not within the 4 characters of the text",
        "b.txt: not UTF-8",
        "c_abcd.ann: not UTF-8",
        MarkedText("d", "One.", []),
    ]


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no text/\*\.txt; give a folder"):
        list(texts(tmp_path))
