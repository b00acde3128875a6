"""What somebody without a name is called."""

import pytest

from claimcheck.attribution.understanding.own_words import own_words
from claimcheck.attribution.understanding.phrases import head_of
from claimcheck.attribution.understanding.resolving import Resolver, sources
from tests.attribution.by_hand import read, tokens_of


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kurt Campbell left. Campbell's spokesman spoke.", "Campbell's spokesman", "Kurt Campbell's spokesman"),
        ("Kurt Campbell left. People close to him spoke.", "People close to him", "people close to Kurt Campbell"),
        ("Kurt Campbell left. Critics of Campbell spoke.", "Critics of Campbell", "critics of Kurt Campbell"),
        ("It was done. His lawyer spoke.", "His lawyer", None),
        ("It was done. My lawyer spoke.", "My lawyer", None),
        ("It was done. A US official spoke.", "A US official", "US official"),
        ("It was done. A statement saying so was sent.", "A statement saying so", None),
        ("It was done. A thing spoke.", "A thing", None),
    ],
)
def test_words_of_the_text_are_a_name_where_they_tell_who(text: str, words: str, expected: str | None) -> None:
    scene = Resolver().scene(read(text))
    sources(scene, [])
    head = head_of(scene.parsed, tokens_of(scene.parsed, words, after=text.index(".")))
    assert head is not None
    assert own_words(scene, head) == expected
