"""How alike the words of a claim and of a passage are by their letters, and which kinds of its words are there.

Of a long text only its beginning and its closest sentence are held against the claim letter by letter.
"""

from collections import Counter
from functools import lru_cache
from math import sqrt

from claimcheck.stance_reading.kindred import GROUPS
from claimcheck.stance_reading.overlap import near
from claimcheck.stance_reading.reading import Reading, Sentence

NAMES = (
    "plain_words_found_or_kin", "names_found_or_kin", "plain_words_found",
    "alike_mean", "alike_least", "alike_share", "letters_found", "letters_new", "alike_back", "unlike_back",
)  # fmt: skip
_MAX_CLAIM_WORDS = 40
_ALIKE, _UNLIKE = 0.6, 0.3
_NONE: frozenset[int] = frozenset()

Letters = frozenset[str]
"""The trigrams of a word, with marks at its ends."""


def alike(claim: Reading, passage: Reading, best: Sentence | None) -> list[float]:
    """The numbers in the order of `NAMES`; `best` is the passage's closest sentence."""
    return [*_found(claim, passage), *_letters(claim, passage, best)]


def _found(claim: Reading, passage: Reading) -> list[float]:
    plain = [root for root in claim.positions if root not in claim.names]
    names = [root for root in claim.positions if root in claim.names]

    def is_there(root: str) -> bool:
        return root in passage.positions or bool(GROUPS.get(root, _NONE) & passage.groups)

    return [
        sum(map(is_there, plain)) / max(1, len(plain)), sum(map(is_there, names)) / max(1, len(names)),
        sum(root in passage.positions for root in plain) / max(1, len(plain)),
    ]  # fmt: skip


def _letters(claim: Reading, passage: Reading, best: Sentence | None) -> list[float]:
    own = [_trigrams(word) for word in dict.fromkeys(claim.words[place] for place in claim.content[:_MAX_CLAIM_WORDS])]
    content = sorted(set(passage.content).intersection(near(passage, best)))
    theirs = [_trigrams(word) for word in dict.fromkeys(passage.words[place] for place in content)]
    if not own or not theirs:
        return [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, float(len(theirs))]
    with_letters: dict[str, list[int]] = {}
    for number, mine in enumerate(own):
        for letters in mine:
            with_letters.setdefault(letters, []).append(number)
    ahead, back = [0.0] * len(own), []
    for other in theirs:
        shared = Counter(number for letters in other for number in with_letters.get(letters, ()))
        for number, count in shared.items():
            ahead[number] = max(ahead[number], count / sqrt(len(own[number]) * len(other)))
        back.append(max((count / max(len(own[number]), len(other)) for number, count in shared.items()), default=0.0))
    all_own, all_theirs = frozenset().union(*own), frozenset().union(*theirs)
    both = len(all_own & all_theirs)
    return [
        sum(ahead) / len(ahead), min(ahead), sum(value > _ALIKE for value in ahead) / len(ahead),
        both / len(all_own), both / len(all_theirs), sum(back) / len(back),
        float(sum(value < _UNLIKE for value in back)),
    ]  # fmt: skip


@lru_cache(maxsize=65536)
def _trigrams(word: str) -> Letters:
    padded = f"^{word}$"
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))
