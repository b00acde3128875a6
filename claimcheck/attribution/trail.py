"""Who was spoken of lately: what a pronoun or "the ministry" can go back to."""

from collections import deque
from dataclasses import dataclass

from claimcheck.attribution.names import Name
from claimcheck.attribution.naming import PAPERS

LENGTH = 150
"""The last things spoken of that are remembered."""
REACH = 6
"""The sentences over which a pronoun goes back."""
NEAR = 2
"""The sentences over which the last of several ministries is "the ministry"."""
MARGIN = 0.75
"""How much better the best candidate must be than any other."""
ENOUGH = {"he": 0.0, "she": 0.0, "it": 0.25, "they": 0.5}
"""How good the best candidate must be."""
_PROMINENT = 1.0
_UNLIKELY = -2.0


@dataclass(slots=True)
class Referent:
    """One thing spoken of: somebody with a name, or a phrase without one."""

    token: int
    """In its own part of the text."""
    sentence: int
    """Counted over all parts of a text."""
    text: str
    name: Name | None
    nouns: frozenset[str]
    """What else it may be called, lower case: the head of the phrase, an office, "ministry"."""
    is_person: bool | None
    is_plural: bool
    gender: str | None
    weight: float = 0.0
    """How much the sentence is about it: a subject counts one."""
    is_source: bool = False
    is_quoted: bool = False

    def same_as(self, other: "Referent") -> bool:
        """Whether both are one and the same."""
        return self.name is other.name if self.name else other.name is None and self.text == other.text

    @property
    def says_who(self) -> bool:
        """Whether its words tell more than a pronoun does."""
        return self.name is not None or self.is_plural or " " in self.text


class Trail:
    """The last referents, oldest first."""

    def __init__(self) -> None:
        """Nobody was spoken of."""
        self._referents: deque[Referent] = deque(maxlen=LENGTH)

    def add(self, referent: Referent) -> None:
        """Somebody was spoken of."""
        self._referents.append(referent)

    def of_pronoun(
        self, pronoun: str, sentence: int, *, content: frozenset[int] = frozenset(), is_quoted: bool = False
    ) -> Referent | None:
        """Whom a pronoun means; None where two are equally likely or nobody fits.

        `content` are the tokens of what "he" is said to say: he is hardly spoken of there by name.
        """
        best: list[tuple[float, Referent]] = []
        for referent in reversed(self._referents):
            away = sentence - referent.sentence
            if away > REACH:
                break
            fit = _fit(referent, pronoun)
            if fit is None:
                continue
            score = fit + referent.weight - min(away, 2) - 0.4 * max(0, away - 2)
            is_speaker = is_quoted and referent.is_source and not referent.is_quoted and away <= 1
            if is_speaker or (not away and referent.token in content) or (referent.is_quoted and not is_quoted):
                score += _UNLIKELY
            known = next((at for at, (_, other) in enumerate(best) if referent.same_as(other)), None)
            if known is None:
                best.append((score, referent))
            elif score > best[known][0]:
                best[known] = (score, best[known][1])
        best.sort(key=lambda pair: -pair[0])
        if not best or best[0][0] < ENOUGH[pronoun] or (len(best) > 1 and best[0][0] - best[1][0] < MARGIN):
            return None
        return best[0][1] if best[0][1].says_who else None

    def of_noun(self, noun: str, sentence: int, *, is_plural: bool) -> Referent | None:
        """Whom "the ministry" means; None where nobody was called so, or several were and none of them just now."""
        found: list[Referent] = []
        for referent in reversed(self._referents):
            if noun in referent.nouns and referent.is_plural == is_plural:
                if not any(referent.same_as(other) for other in found):
                    found.append(referent)
                if is_plural:
                    break
        if not found:
            return None
        first = found[0]
        if len(found) == 1:
            return first
        is_near = sentence - first.sentence <= NEAR and first.weight >= _PROMINENT
        return first if is_near and first.sentence > found[1].sentence else None

    def of_paper(self) -> Referent | None:
        """The last report whose author has a name: whom "the authors" means."""
        return next((one for one in reversed(self._referents) if one.name and one.nouns & PAPERS), None)


def _fit(referent: Referent, pronoun: str) -> float | None:
    """How well number, gender and kind agree; None where they do not."""
    if pronoun == "they":
        is_body = referent.is_person is False
        return 0.5 if referent.is_plural else -1.25 if is_body else None
    if referent.is_plural:
        return None
    if pronoun == "it":
        is_person = referent.is_person or referent.gender
        return None if is_person else 0.0 if referent.is_person is False else -1.0
    wanted = "f" if pronoun == "she" else "m"
    if referent.is_person is False or referent.gender not in (None, wanted):
        return None
    is_surely_one = referent.is_person or (referent.is_source and " " in referent.text)
    return 0.75 * (referent.gender == wanted) if is_surely_one else -1.0
