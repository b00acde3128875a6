"""The look of a text beyond its sentences: single telling words, quotation marks, questions, links."""

import re
from collections import Counter

from claimcheck.stance_reading.cues import KINDS

SINGLE: tuple[str, ...] = tuple(
    """hoax fake false debunked myth satirical prank joke true confirmed official officials statement spokesman denied
    claim claims claimed claiming report reports reported reportedly alleged allegedly rumor rumors source sources says
    said say told tells according believed believe thinks appears apparently seems may might could would will can plans
    expected set possible possibly likely unclear unconfirmed unverified unknown investigating investigation suspect if
    whether but however although despite instead while not no never nothing yet still video photo image footage posted
    twitter facebook viral internet story article update updated breaking exclusive experts police government anonymous
    what how why who did does is was were has had been now just really actually even only first because after""".split()
)
"""Words that count one by one, beside the kinds that they belong to."""
_EARLY = 45
_SOME = 0.5
_WORDS = {word: number for number, word in enumerate(SINGLE)}
_LOOKS = (
    re.compile(r"[\"“”«»]"),
    re.compile(r"\?"),
    re.compile(r"!"),
    re.compile(r"[@#]\w|https?:"),
    re.compile(r"[\[(]"),
)
_LEAD_CHARACTERS = 300
NAMES: tuple[str, ...] = (
    "look_quotes", "look_questions", "look_exclaims", "look_social", "look_brackets",
    "lead_quotes", "lead_questions", "lead_exclaims", "lead_social", "lead_brackets",
    "said_share", "refuting_share", "hedged_share", "capitals",
    *(f"early_{word}" for word in SINGLE), *(f"rate_{word}" for word in SINGLE), *(f"share_{kind}" for kind in KINDS),
)  # fmt: skip
BESIDE_NAMES: tuple[str, ...] = tuple(f"{place}_{word}" for place in ("claim_has", "near") for word in SINGLE)
_SAYING = KINDS.index("say")


def facts(
    text: str, words: list[str], parts: list[dict[int, int]], refuting: list[float], hedging: list[float]
) -> list[float]:
    """The numbers in the order of `NAMES`; `parts` are the cues of the sentences by kind."""
    size = max(1.0, len(words) / 100)
    number = max(1, len(parts))
    early = [0.0] * len(SINGLE)
    for word in words[:_EARLY]:
        place = _WORDS.get(word)
        if place is not None:
            early[place] = 1.0
    counts = Counter(words)
    shares = [0.0] * len(KINDS)
    for cues in parts:
        for kind in cues:
            shares[kind] += 1 / number
    lead = text[:_LEAD_CHARACTERS]
    return [
        *(len(look.findall(text)) / size for look in _LOOKS),
        *(float(len(look.findall(lead))) for look in _LOOKS),
        shares[_SAYING], sum(strength > _SOME for strength in refuting) / number,
        sum(strength > _SOME for strength in hedging) / number,
        sum(letter.isupper() for letter in lead) / max(1, len(lead)),
        *early, *(min(6.0, counts[word] / size) for word in SINGLE), *shares,
    ]  # fmt: skip


def beside(claim: list[str], words: list[str], spans: list[tuple[int, int, float]]) -> list[float]:
    """The numbers in the order of `BESIDE_NAMES`; `spans` are weighed token ranges that have words of the claim."""
    own, near = [0.0] * len(SINGLE), [0.0] * len(SINGLE)
    for word in claim:
        place = _WORDS.get(word)
        if place is not None:
            own[place] = 1.0
    for first, last, weight in spans:
        for place in {_WORDS[word] for word in words[first:last] if word in _WORDS}:
            near[place] += weight
    return [*own, *near]
