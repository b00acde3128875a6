"""Who was spoken of lately: what a pronoun or "the ministry" can go back to."""

from collections import deque
from dataclasses import dataclass

from claimcheck.attribution.understanding.names import Name
from claimcheck.attribution.understanding.naming import PAPERS

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
_SAME_LINE = 0.75
_FAR = 0.4


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something that can be spoken of, by name or by a phrase without one."""

    text: str
    name: Name | None
    nouns: frozenset[str]
    """What else it may be called, lower case: the head of the phrase, an office, "ministry"."""
    is_person: bool | None
    is_plural: bool
    gender: str | None

    def is_same(self, other: "Thing") -> bool:
        """Whether both are one and the same."""
        return self.name is other.name if self.name else other.name is None and self.text == other.text

    @property
    def says_who(self) -> bool:
        """Whether its words tell more than a pronoun does."""
        return self.name is not None or self.is_plural or " " in self.text


@dataclass(frozen=True, slots=True)
class Referent:
    """One place where a thing is spoken of."""

    thing: Thing
    token: int
    """In its own part of the text."""
    sentence: int
    """Counted over all parts of a text, like its line."""
    line: int
    weight: float = 0.0
    """How much the sentence is about it: a subject counts one."""
    is_source: bool = False
    is_quoted: bool = False


class Trail:
    """The last referents, oldest first."""

    def __init__(self) -> None:
        """Nobody was spoken of."""
        self._referents: deque[Referent] = deque(maxlen=LENGTH)

    def add(self, referent: Referent) -> None:
        """Somebody was spoken of."""
        self._referents.append(referent)

    def of_pronoun(
        self, pronoun: str, place: tuple[int, int], *, content: frozenset[int] = frozenset(), is_quoted: bool = False
    ) -> Thing | None:
        """Whom a pronoun means; None where two are equally likely or nobody fits.

        `place` is its sentence and line; `content` the tokens of what "he" is said to say, where he is hardly
        spoken of by name.
        """
        sentence, line = place
        best: list[tuple[float, Thing]] = []
        for referent in reversed(self._referents):
            away = sentence - referent.sentence
            if away > REACH:
                break
            fit = _fit(referent, pronoun)
            if fit is None:
                continue
            score = fit + referent.weight - min(away, 2) - _FAR * max(0, away - 2)
            score += _SAME_LINE * (referent.line == line and referent.weight >= _PROMINENT)
            is_speaker = is_quoted and referent.is_source and not referent.is_quoted and away <= 1
            if is_speaker or (not away and referent.token in content) or (referent.is_quoted and not is_quoted):
                score += _UNLIKELY
            known = next((at for at, (_, other) in enumerate(best) if referent.thing.is_same(other)), None)
            if known is None:
                best.append((score, referent.thing))
            elif score > best[known][0]:
                best[known] = (score, best[known][1])
        best.sort(key=lambda pair: -pair[0])
        if not best or best[0][0] < ENOUGH[pronoun] or (len(best) > 1 and best[0][0] - best[1][0] < MARGIN):
            return None
        return best[0][1] if best[0][1].says_who else None

    def of_noun(self, noun: str, sentence: int, *, is_plural: bool) -> Thing | None:
        """Whom "the ministry" means; None where nobody was called so, or several were and none of them just now."""
        found: list[Referent] = []
        for referent in reversed(self._referents):
            thing = referent.thing
            if noun in thing.nouns and thing.is_plural == is_plural:
                if not any(thing.is_same(other.thing) for other in found):
                    found.append(referent)
                if is_plural:
                    break
        if not found:
            return None
        first = found[0]
        if len(found) == 1:
            return first.thing
        is_near = sentence - first.sentence <= NEAR and first.weight >= _PROMINENT
        return first.thing if is_near and first.sentence > found[1].sentence else None

    def of_paper(self) -> Thing | None:
        """The last report whose author has a name: whom "the authors" means."""
        things = (referent.thing for referent in reversed(self._referents))
        return next((thing for thing in things if thing.name and thing.nouns & PAPERS), None)


def _fit(referent: Referent, pronoun: str) -> float | None:
    """How well number, gender and kind agree; None where they do not."""
    thing = referent.thing
    if pronoun == "they":
        is_body = thing.is_person is False
        return 0.5 if thing.is_plural else -1.25 if is_body else None
    if thing.is_plural:
        return None
    if pronoun == "it":
        is_person = thing.is_person or thing.gender
        return None if is_person else 0.0 if thing.is_person is False else -1.0
    wanted = "f" if pronoun == "she" else "m"
    gender = thing.gender or (thing.name.gender if thing.name else None)
    if thing.is_person is False or gender not in (None, wanted):
        return None
    is_surely_one = thing.is_person or (referent.is_source and " " in thing.text)
    return 0.75 * (gender == wanted) if is_surely_one else -1.0
