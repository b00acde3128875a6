"""What the user names: files, folders, addresses, documents, and what each is called in the results."""

from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.steps.inputs import InputKind, inputs


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x", encoding="utf-8")


def kinds(*names: str) -> list[tuple[InputKind, str]]:
    return [(one.kind, one.name) for one in inputs(names)]


def ids(*names: str) -> list[str]:
    return [one.doc_id for one in inputs(names)]


def test_each_name_is_told_by_its_looks() -> None:
    write("a.txt")
    assert kinds("a.txt", "missing.txt", "https://example.org/a", "HTTP://example.org/b", "-", "12") == [
        (InputKind.FILE, "a.txt"),
        (InputKind.FILE, "missing.txt"),
        (InputKind.URL, "https://example.org/a"),
        (InputKind.URL, "HTTP://example.org/b"),
        (InputKind.STDIN, "-"),
        (InputKind.DOCUMENT, "12"),
    ]


def test_a_number_is_a_document_unless_there_is_a_file_of_that_name() -> None:
    assert kinds("7", "07") == [(InputKind.DOCUMENT, "7")]
    write("7")
    assert kinds("7", "./8") == [(InputKind.FILE, "7"), (InputKind.FILE, "./8")]


@pytest.mark.parametrize("name", ["ftp://example.org/a", "file:///a.txt", "FILE:a.txt"])
def test_an_address_that_is_not_fetched_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="is no http or https URL"):
        inputs([name])


def test_a_folder_is_the_documents_in_it_and_below_by_path_without_hidden_ones() -> None:
    write("d/b.TXT", "d/a.html", "d/c/e.pdf", "d/picture.png", "d/.hidden.txt", "d/.git/f.txt")
    assert kinds("d") == [(InputKind.FILE, name) for name in ("d/a.html", "d/b.TXT", "d/c/e.pdf")]


def test_a_folder_without_documents_stands_for_itself_among_others() -> None:
    write("d/picture.png", "e.txt")
    assert kinds("d", "e.txt", "./d") == [(InputKind.FOLDER, "d"), (InputKind.FILE, "e.txt")]


def test_the_same_name_twice_is_one() -> None:
    write("d/a.txt")
    assert kinds("d/a.txt", "d", "d/a.txt") == [(InputKind.FILE, "d/a.txt")]


def test_a_file_is_called_by_its_stem_and_by_its_path_where_that_is_not_enough() -> None:
    assert ids("d/a.txt", "d/b.c.txt", "e") == ["a", "b.c", "e"]
    assert ids("d/a.txt", "e/a.txt", "e/b.txt") == ["d/a.txt", "e/a.txt", "b"]
    assert ids("a.txt", "a.html", "12", "12.txt") == ["a.txt", "a.html", "12", "12.txt"]


def test_no_two_are_ever_called_the_same() -> None:
    assert len(set(ids("a.txt", "a", "a.txt.txt", "x/a.txt"))) == 4


def test_an_address_is_called_by_itself_without_its_secrets() -> None:
    one, other = inputs(["https://ann:pw@example.org/a?api_key=123", "https://example.org/b"])
    assert "pw" not in one.doc_id + one.called
    assert "123" not in one.doc_id + one.called
    assert other.doc_id == "https://example.org/b"


def test_messages_call_each_by_what_the_user_wrote() -> None:
    assert [one.called for one in inputs(["d/a.txt", "12"])] == ["d/a.txt", "document 12"]
