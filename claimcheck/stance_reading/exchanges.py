"""A question and the answer to it, as FAQs, interviews and parliaments put them, and what they say to a claim.

"Was the bridge closed? No." says what neither of its sentences says alone: the words of the claim stand in the
question, which by itself says nothing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, product
from typing import NamedTuple

from claimcheck.quantities.comparing import compare
from claimcheck.quantities.reading import first_quantities, is_date
from claimcheck.quantities.scales import overlap as can_be_the_same
from claimcheck.quantities.values import Quantity
from claimcheck.stance_reading.cues import KINDS, NEGATION
from claimcheck.stance_reading.overlap import Overlap, opposed, overlap
from claimcheck.stance_reading.rarity import Rarity
from claimcheck.stance_reading.reading import Reading, read
from claimcheck.stance_reading.shapes import Shape
from claimcheck.vocabulary import NumberOutcome

MAX_WORDS = 260
"""What is longer is a document, whatever it begins with."""
MAX_QUESTION_CHARACTERS = 500
NAMES = (
    "yes", "no", "assertion", "denial", "nothing_found", "rejecting", "fills", "figure", "numbers", "negated",
)  # fmt: skip
"""The features, in their order."""
_OTHER_TEXT = re.compile(r"[a-z]{3}[.!][\"'”’)]*\s|\n\s*\n")
"""What does not stand in a question: the end of a sentence, of a paragraph."""
_ASKS = re.compile(r"(?:q|question)\s?[.:)]\s*", re.IGNORECASE)
_ANSWERS = re.compile(r"[\"'”’)]*\s*(?:(?:a|answer)\s?[.:)]\s*)?", re.IGNORECASE)
_LEAD = re.compile(
    r"\W*(?:(?P<yes>yes|yeah|correct|indeed|true)"
    r"|no(?! (?:doubt|question|wonder|matter|fewer|less|more|later|sooner|earlier)\b)|nope|false|incorrect|wrong)\b",
    re.IGNORECASE,
)
_WH = frozenset("who whom whose what which when where why how".split())
_POLAR = frozenset(
    "did does do is are was were has have had can could will would should may might must didn't doesn't don't isn't"
    " aren't wasn't weren't hasn't haven't hadn't can't couldn't won't wouldn't shouldn't".split()
)
_NOTHING = re.compile(
    r"\bno (?:\w+ )?(?:evidence|proof|records?|mention|sign|indication|reports?|data|source|link|such)\b"
    r"|\b(?:could|can) ?no?t (?:be )?(?:find|found|verif|confirm)|\bcouldn['’]t (?:be )?(?:find|found|verif|confirm)"
    r"|\bnot (?:been )?(?:found|mentioned|confirmed|verified)\b|\b(?:does|do|did) not (?:mention|appear)\b",
    re.IGNORECASE,
)
_UNANSWERED = re.compile(
    r"\W*(?:no (?:answer|information|data)\b|none found|unknown|not known|unclear|n/?a\b)", re.IGNORECASE
)
_NEGATIONS = frozenset(
    "not no never none nobody nothing without neither nor cannot zero can't don't doesn't didn't isn't aren't wasn't"
    " weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't".split()
)
_BOUNDS = frozenset("fewer less more later sooner earlier".split())
"""What makes a "no" before it the beginning of a number: "no fewer than 40"."""
_PRONOUNS = frozenset("i you he she it we they there this that".split())
_REJECTING = frozenset(KINDS.index(kind) for kind in ("hoax", "fake", "false", "debunk", "deny", "satire", "rumour"))
_FLIPPED = 3
_FIRST_WORDS = 30
_NEAR = 0.1
_MANY = 40
_LONG, _ENOUGH = 4, 4
"""In a headline that is written with capitals, words of so many letters begin with one; fewer may all be names."""


class Exchange(NamedTuple):
    """A question and its answer, read."""

    question: Reading
    answer: Reading
    start: int
    """Where the answer begins in the passage, as an offset."""

    @property
    def is_answered(self) -> bool:
        """Whether the answer is more than that there is none."""
        return _UNANSWERED.match(self.answer.text) is None


def exchange(passage: Reading, shape: Shape = Shape.PASSAGE) -> Exchange | None:
    """The question that a passage begins with, and what follows it; None if it does not, or is a headline.

    "Is this the oldest burger? Man claims so" asks what it reports: a headline or an article counts only if it
    answers yes or no, or what, where, how many.
    """
    begin = len(passage.text) - len(passage.text.lstrip())
    label = _ASKS.match(passage.text, begin)
    begin = label.end() if label else begin
    stop = passage.text.find("?", begin, begin + MAX_QUESTION_CHARACTERS) + 1
    asked = passage.text[begin:stop]
    if not stop or len(passage.words) > MAX_WORDS or _is_headline(asked) or _OTHER_TEXT.search(asked):
        return None
    follows = _ANSWERS.match(passage.text, stop)
    start = follows.end() if follows else stop
    question, answer = read(asked), read(passage.text[start:])
    said = Exchange(question, answer, start)
    is_polar = _is_polar(question)
    if not answer.words or not (is_polar or not _WH.isdisjoint(question.words)):
        return None
    is_news = shape in (Shape.DOCUMENT, Shape.HEADLINE) and is_polar and said.is_answered and not _lead(said)
    return None if is_news else said


def asks_about(claim: Reading, said: Exchange) -> bool:
    """Whether the question has a telling word of the claim; "Why now?" over a paragraph has none, and asks nothing."""
    return not claim.positions.keys().isdisjoint(said.question.positions)


def features(claim: Reading, said: Exchange) -> list[float]:
    """What an exchange says to a claim, in the order of `NAMES`; all 0 if parties change places in it.

    A question that turns the claim round (one of the two is negated, or has the opposite word) turns its answer round.
    """
    question, answer, rarity = said.question, said.answer, Rarity()
    asked, told = overlap(claim, question, rarity), overlap(claim, answer, rarity)
    turned = -1.0 if _is_turned(claim, question) else 1.0
    is_other_way = _is_negated(claim) and not _asks_negated(question)
    is_polar, lead = _is_polar(question), _lead(said)
    if is_polar and _change_places(claim, question):
        return [0.0] * len(NAMES)
    is_negated = _negate(answer.words[:_FIRST_WORDS])
    is_undecided = is_polar and not lead and said.is_answered
    compared = _compared(claim, said)
    return [
        turned * (lead > 0) * _share(asked),
        turned * (lead < 0) * _share(asked),
        turned * (is_undecided and not is_negated),
        turned * (is_undecided and is_negated),
        max(_share(asked), _share(told)) * (said.is_answered and _NOTHING.search(answer.text) is not None),
        max(_share(asked), _share(told)) * _rejects(answer),
        0.0 if is_polar or compared is NumberOutcome.DISAGREE else _filled(asked, answer) * _share(asked),
        float(_gives_the_figure(claim, said)),
        float(compared is NumberOutcome.AGREE and lead >= 0) - float(compared is NumberOutcome.DISAGREE),
        _share(told) * (is_negated and not is_other_way),
    ]


def _change_places(claim: Reading, question: Reading) -> bool:
    """Whether two names of the claim stand the other way round in the question: "Does A sell to B?", "B sells to A"."""
    named = claim.names | question.names
    names = [name for name in claim.positions if name in named and name in question.positions]
    places = [question.positions[name][0] for name in names]
    return any(one > other for one, other in pairwise(places))


def _share(shared: Overlap) -> float:
    return sum(shared.weights[root] for root in shared.shared) / shared.total


def _is_headline(asked: str) -> bool:
    long = [word for word in asked.rstrip("?").split() if len(word) >= _LONG]
    return len(long) >= _ENOUGH and not any(word[0].islower() for word in long)


def _is_polar(question: Reading) -> bool:
    return question.words[0] in _POLAR if question.words else False


def _is_negated(text: Reading) -> bool:
    return _negate(text.words)


def _negate(words: Sequence[str]) -> bool:
    followers = [*words[1:], ""]
    return any(
        word in _NEGATIONS and not (word == "no" and after in _BOUNDS)
        for word, after in zip(words, followers, strict=True)
    )


def _asks_negated(question: Reading) -> bool:
    """Whether what is asked is negated; "Wasn't it closed?", "Did he not resign?" ask the same as without a "not"."""
    words = question.words
    if not _is_polar(question):
        return _is_negated(question)
    asks_back = words[2:3] == ["not"] and words[1] in _PRONOUNS
    return _negate(words[3 if asks_back else 1 :])


def _is_turned(claim: Reading, question: Reading) -> bool:
    return (_is_negated(claim) != _asks_negated(question)) != bool(opposed(claim, question, 0, len(question.words)))


def _compared(claim: Reading, said: Exchange) -> NumberOutcome:
    """What the numbers say, if there are any in the answer: those of the question are what is asked about."""
    if not first_quantities(said.answer.text, 1):
        return NumberOutcome.INCOMPARABLE
    return compare(claim.text, f"{said.question.text.rstrip(' ?')} {said.answer.text}").outcome


def _lead(said: Exchange) -> int:
    """Whether the answer begins with yes (1) or no (-1)."""
    found = _LEAD.match(said.answer.text)
    if found is None or not said.is_answered or _NOTHING.match(said.answer.text):
        return 0
    return 1 if found["yes"] else -1


def _rejects(answer: Reading) -> bool:
    """Whether the answer calls something false, and no negation before that turns it round."""
    negations = {place for place, kind in answer.cues if kind == NEGATION}
    return any(
        kind in _REJECTING and negations.isdisjoint(range(place - _FLIPPED, place)) for place, kind in answer.cues
    )


def _filled(asked: Overlap, answer: Reading) -> float:
    """Of the claim's words that the question leaves out, the share that the answer puts in."""
    left_out = sum(asked.weights[root] for root in asked.missing)
    put_in = sum(asked.weights[root] for root in asked.missing if root in answer.positions)
    return put_in / left_out if left_out else 0.0


def _gives_the_figure(claim: Reading, said: Exchange) -> bool:
    """Whether the answer has a figure of the claim that the question leaves open, or one within a tenth of it."""
    known = {(one.low, one.high) for one in first_quantities(said.question.text, _MANY)}
    wanted = [one for one in first_quantities(claim.text, _MANY) if (one.low, one.high) not in known]
    given = first_quantities(said.answer.text, _MANY)
    return any(
        mine.unit == theirs.unit and not is_date(mine) and (can_be_the_same(mine, theirs) or _is_near(mine, theirs))
        for mine, theirs in product(wanted, given)
    )


def _is_near(mine: Quantity, theirs: Quantity) -> bool:
    if mine.low is None or mine.high is None or theirs.low is None or theirs.high is None:
        return False
    values = (mine.low, mine.high, theirs.low, theirs.high)
    return max(values) - min(values) <= _NEAR * max(map(abs, values))
