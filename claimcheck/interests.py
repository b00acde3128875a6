"""Which states and firms speak in a passage, and who denies what is said of themselves; pure.

Such a denial is a counter-claim of an interested party, and no refuting evidence.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from claimcheck.parties import parties, state_called

MAX_LENGTH = 5_000
MAX_SPEAKING_WORDS = 12
"""How many words beside a verb of saying may name who speaks."""
MAX_VERBS = 30
"""How many verbs of one kind are looked at in a sentence; only made-up ones have more."""
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)"
    r"|rebuff(?:s|ed|ing)?|repudiat(?:es?|ed|ing)|brush(?:es|ed)? (?:off|aside)|push(?:es|ed)? back)\b(?!\s+by\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…](?:[\"'”’)\]]*)\s|\n")
_SAYING = re.compile(r"\b(?:said|says|told|insist(?:s|ed)?|stat(?:es?|ed)|maintain(?:s|ed)?)\b", re.IGNORECASE)
_ANNOUNCING = re.compile(
    r"\b(?:accus(?:es?|ed)|announc(?:es?|ed)|claim(?:s|ed)?|warn(?:s|ed)|reiterat(?:es?|ed)|argu(?:es?|ed))\b(?!\s+by\b)",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nothing|n't|false|baseless|groundless|unfounded|lies?|slander)\b|n[’']t\b", re.IGNORECASE
)
_CLAUSE_END = re.compile(
    r"[,;:\"“”]|\b(?:and|but|while|though|although|because|as|that|when|after|before)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\s*(?:which|who|whose)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")
_OFFICIAL = frozenset(
    """
    administration ambassador army authorities cabinet chancellor chief command consulate defence defense delegation
    diplomat diplomats embassy envoy foreign government governments head interior justice king leader leaders leadership
    military minister ministers ministry mission navy official officials parliament premier president prime prince queen
    regime representative representatives secretary senior side spokesman spokesmen spokesperson spokespeople
    spokeswoman state top
    """.split()  # noqa: SIM905 - a list of so many words is better read as text
)
"""Words for those who speak for a state or a firm."""
_BESIDE = frozenset(
    """
    a again also always an at by earlier for had has have itself last later now of on once repeatedly since still the
    then themselves to today week yesterday monday tuesday wednesday thursday friday saturday sunday
    """.split()  # noqa: SIM905 - as above
)
"""Words that may stand beside them without naming anybody else."""


def denying_party(claim: str, passage: str) -> str | None:
    """The party that the claim is about and that, in the passage, denies it; None if there is none.

    Its denial may be true, but it is what the party would say in any case. Whoever else is named near a verb of saying,
    "researchers in China" or "critics of China", is not the party.
    """
    concerned = parties(claim)
    if not concerned:
        return None
    return next((min(found) for one in _sentences(passage) if (found := _denying(one) & concerned)), None)


def speaking_parties(passage: str) -> frozenset[str]:
    """The parties that say, claim or deny something in a passage, they or their officials: "China" for its embassy."""
    return frozenset().union(*(_speakers(one, [_DENYING, _SAYING, _ANNOUNCING]) for one in _sentences(passage)))


def _sentences(passage: str) -> Iterator[str]:
    text = passage[:MAX_LENGTH]
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        yield text[start:end]
        start = end


def _denying(sentence: str) -> frozenset[str]:
    """The parties that deny something in a sentence, or say something with a negation in it."""
    return _speakers(sentence, [_DENYING, *([_SAYING] if _NEGATION.search(sentence) else [])])


def _speakers(sentence: str, verbs: Iterable[re.Pattern[str]]) -> frozenset[str]:
    found: set[str] = set()
    for verb in (match for some in verbs for match in islice(some.finditer(sentence), MAX_VERBS)):
        before = sentence[: verb.start()].rstrip()
        is_inverted = before.endswith((",", '"', "”", "'", "’"))
        found |= _speaking_party(_clause_before(before))
        if is_inverted:
            found |= _speaking_party(_CLAUSE_END.split(sentence[verb.end() :])[0])
    return frozenset(found)


def _clause_before(before: str) -> str:
    """The end of what stands before a verb, in which whoever speaks is named: "China, which borders on it, denied"."""
    clauses = [clause for clause in _CLAUSE_END.split(before) if clause.strip()]
    while len(clauses) > 1 and _RELATIVE.match(clauses[-1]):
        clauses.pop()
    return clauses[-1] if clauses else ""


def _speaking_party(phrase: str) -> frozenset[str]:
    """The parties that a phrase names as who speaks; none if anybody or anything else is its subject."""
    words = _WORD.findall(phrase)[-MAX_SPEAKING_WORDS:]
    named = parties(phrase)
    own = {part for name in named for part in _WORD.findall(name)}
    has_official = False
    for place, word in enumerate(words):
        small = word.casefold().removesuffix("'s").removesuffix("’s")
        has_official = has_official or small in _OFFICIAL
        is_name = word[:1].isupper() and place > 0
        fits = small in _OFFICIAL or small in _BESIDE or small in own or state_called(word) or is_name
        if not (fits or small.endswith("ly") or (small == "in" and has_official)):
            return frozenset()
    return named
