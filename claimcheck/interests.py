"""Who denies what is said of themselves: a counter-claim of an interested party, and no refuting evidence; pure."""

import re

from claimcheck.parties import parties

MAX_LENGTH = 5_000
MAX_SPEAKING_WORDS = 9
"""How many words before a verb of saying may name who speaks."""
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)"
    r"|rebuff(?:s|ed|ing)?|repudiat(?:es?|ed|ing)|brush(?:es|ed)? (?:off|aside)|push(?:es|ed)? back)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…](?:[\"'”’)\]]*)\s|\n")
_SAYING = re.compile(r"\b(?:said|says|told|insist(?:s|ed)?|stat(?:es?|ed)|maintain(?:s|ed)?)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nothing|n't|false|baseless|groundless|unfounded|lies?|slander)\b|n[’']t\b", re.IGNORECASE
)


def denying_party(claim: str, passage: str) -> str | None:
    """The party that the claim is about and that, in the passage, denies it; None if there is none.

    Its denial may be true, but it is what the party would say in any case.
    """
    concerned = parties(claim)
    if not concerned:
        return None
    text = passage[:MAX_LENGTH]
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        sentence = text[start:end]
        start = end
        denial = _DENYING.search(sentence) or (_SAYING.search(sentence) if _NEGATION.search(sentence) else None)
        if denial is None:
            continue
        speakers = parties(_speaking(sentence[: denial.start()])) & concerned
        if speakers:
            return min(speakers)
    return None


def _speaking(before: str) -> str:
    """The end of what stands before a verb of saying, where whoever speaks is named."""
    near = " ".join(before.split()[-MAX_SPEAKING_WORDS:])
    return near.rpartition(",")[2].strip() or near
