"""Markdown: the text as it is written, and its front matter."""

import pytest

from claimcheck.errors import UnusableError
from claimcheck.extractors import markdown
from claimcheck.vocabulary import Outcome

FRONT = "---\ntitle: \"A: title\"\ndate: 2024-05-01T10:00:00Z\nauthor: 'A. Writer'\nlang: en\n---\n"


def test_the_text_stays_as_it_is_written() -> None:
    text = "# Head #\n\n*one*  \ntwo \u00ad\u00a0\n\n- three"
    found = markdown.extract(text.encode(), url=None)
    assert (found.text, found.title) == (text, "Head")


def test_front_matter_says_title_author_and_day_and_is_no_text() -> None:
    found = markdown.extract(f"{FRONT}\n# Head\ntext".encode(), url=None)
    assert found.text == "# Head\ntext"
    assert (found.title, found.author, found.language) == ("A: title", "A. Writer", "en")
    assert (found.published_on, found.published_how) == ("2024-05-01", "front matter")


@pytest.mark.parametrize(
    "front",
    ["---\nauthors:\n  - A. Writer\n  - 'B. Writer'\n---\n", "+++\nauthors = ['A. Writer', \"B. Writer\"]\n+++\n"],
)
def test_several_authors_are_all_named(front: str) -> None:
    assert markdown.extract(f"{front}x".encode(), url=None).author == "A. Writer, B. Writer"


@pytest.mark.parametrize("text", ["---\nno end of it", "---\n\n***", "text\n---\ntitle: x\n---"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    found = markdown.extract(text.encode(), url=None)
    assert (found.text, found.title, found.published_on) == (text, None, None)


def test_a_date_that_can_be_read_in_two_ways_is_none() -> None:
    assert markdown.extract(b"---\ndate: 01/05/2024\n---\nx", url=None).published_on is None


def test_a_blank_file_is_empty() -> None:
    with pytest.raises(UnusableError) as caught:
        markdown.extract(b" \n", url=None)
    assert caught.value.outcome is Outcome.EMPTY
