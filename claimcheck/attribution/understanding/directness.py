"""Which words of a text stand between quotation marks, and so whether a content is somebody's own words."""

from claimcheck.attribution.finding.quotations import quotations
from claimcheck.attribution.parsed import ParsedText
from claimcheck.vocabulary import Directness


def quoted_words(parsed: ParsedText) -> list[bool]:
    """For each token whether it stands within quotation marks; the marks themselves do not."""
    found = [False] * len(parsed.words)
    for quotation in quotations(parsed):
        for token in range(quotation.first + 1, quotation.last - quotation.is_closed):
            found[token] = True
    return found


def directness(parsed: ParsedText, content: list[int], quoted: list[bool]) -> Directness:
    """Whether a content is wholly, partly or nowhere between quotation marks."""
    words = [token for token in content if parsed.words[token][0].isalnum()]
    inside = sum(quoted[token] for token in words)
    if not inside:
        return Directness.INDIRECT
    return Directness.DIRECT if inside == len(words) else Directness.MIXED
