"""Which words of a text stand between quotation marks, and so whether a content is somebody's own words."""

from claimcheck.attribution.parsed import ParsedText
from claimcheck.vocabulary import Directness

_STRAIGHT = frozenset({'"', "''", "``"})
_CLOSING = {"“": "”", "„": "”“", "«": "»", "»": "«", "‘": "’"}
"""What closes a quotation, by what opens it."""


def quoted_words(parsed: ParsedText) -> list[bool]:
    """For each token whether it stands within quotation marks; the marks themselves do not.

    What is opened and not closed goes on to the end of its line, as in a quotation of several paragraphs.
    """
    found = [False] * len(parsed.words)
    for first, end in parsed.lines:
        closing = ""
        for token in range(first, end):
            word = parsed.words[token]
            if closing and word in closing and not _is_apostrophe(parsed, token):
                closing = ""
            elif closing:
                found[token] = True
            elif word in _STRAIGHT:
                closing = '"' if word == '"' else "''"
            elif word in _CLOSING:
                closing = _CLOSING[word]
    return found


def _is_apostrophe(parsed: ParsedText, token: int) -> bool:
    return parsed.words[token] == "’" and parsed.tags[token] == "POS"


def directness(parsed: ParsedText, content: list[int], quoted: list[bool]) -> Directness:
    """Whether a content is wholly, partly or nowhere between quotation marks."""
    words = [token for token in content if parsed.words[token][0].isalnum()]
    inside = sum(quoted[token] for token in words)
    if not inside:
        return Directness.INDIRECT
    return Directness.DIRECT if inside == len(words) else Directness.MIXED
