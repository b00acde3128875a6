"""Which words stand between quotation marks."""

import pytest

from claimcheck.attribution.understanding.directness import directness, quoted_words
from claimcheck.vocabulary import Directness
from tests.attribution.by_hand import read, tokens_of


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We won,” she said.", "“We won,”", Directness.DIRECT),
        ('"We won," she said.', '"We won,"', Directness.DIRECT),
        ("''We won,'' she said.", "We won", Directness.DIRECT),
        ("„We won“, she said.", "„We won“", Directness.DIRECT),
        ("»We won«, she said.", "»We won«", Directness.DIRECT),
        ("‘We don’t know,’ she said.", "‘We don’t know,’", Directness.DIRECT),
        ("She said they had “won big” twice.", "they had “won big” twice", Directness.MIXED),
        ("She said they had won. “No,” he said.", "they had won", Directness.INDIRECT),
        ("She said the ministers’ plan had won.", "the ministers’ plan had won", Directness.INDIRECT),
        ("“We won.\n\n“We won twice,” she said.", "“We won twice,”", Directness.DIRECT),
        ('“The plan is dead," Li said. Roe said that taxes would rise.', "taxes would rise", Directness.INDIRECT),
        ("The mast is 5' 10\" high. Roe said that it fell.", "that it fell", Directness.INDIRECT),
        ("He said 'single quoted,' and left.", "'single quoted,'", Directness.DIRECT),
        ("“We won.\n\nThey lost, she said.", "They lost", Directness.INDIRECT),
    ],
)
def test_content_is_direct_mixed_or_indirect_by_its_marks(text: str, content: str, expected: Directness) -> None:
    parsed = read(text)
    assert directness(parsed, tokens_of(parsed, content), quoted_words(parsed)) is expected
