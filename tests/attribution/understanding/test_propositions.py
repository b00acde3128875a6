import pytest

from claimcheck.attribution.understanding.propositions import Proposition, is_evaluative
from tests.attribution.by_hand import found, read

DOES = ("is_denying", "is_accusing", "is_of_later", "is_rough", "is_judging")


@pytest.mark.parametrize(
    ("content", "does"),
    [
        ("it has not sold weapons", "is_denying"),
        ("the reports are not true", "is_denying"),
        ("there was no secret deal", "is_denying"),
        ("Moscow has broken the treaty", "is_accusing"),
        ("guards tortured the inmates", "is_accusing"),
        ("Moscow is helping others evade the rules", "is_accusing"),
        ("the bridge will open", "is_of_later"),
        ("the bridge is likely to open", "is_of_later"),
        ("about 60 ships sank", "is_rough"),
        ("the law is unfair", "is_judging"),
        ("others should help", "is_judging"),
        ("the bridge is open", None),
        ("guards were punished by the law", None),
        ("the yard was not ready", None),
        ("he has not decided", None),
    ],
)
def test_a_content_does_what_its_words_do(content: str, does: str | None) -> None:
    parsed = read(f"The mayor said {content}.")
    said = Proposition(parsed, found(parsed, "The mayor", "said", content, "say"))
    assert [name for name in DOES if getattr(said, name)] == ([does] if does else [])


def test_a_confession_accuses_nobody_else() -> None:
    parsed = read("“We violated the treaty,” the mayor said.")
    assert not Proposition(parsed, found(parsed, "the mayor", "said", "“We violated the treaty,”", "say")).is_accusing


@pytest.mark.parametrize(("word", "judges"), [("shameful", True), ("useless", True), ("wireless", False)])
def test_an_adjective_judges_by_itself_or_by_its_end(word: str, *, judges: bool) -> None:
    assert is_evaluative(word) is judges
