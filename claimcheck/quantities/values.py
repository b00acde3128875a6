"""What numbers in text become. Declarations only."""

from enum import StrEnum
from typing import NamedTuple

from claimcheck.vocabulary import NumberOutcome


class Token(NamedTuple):
    """A word, number or mark: half-open code points, its small letters without possessive mark, and its kind.

    Kinds: word, number, ordinal, day (2023-03-01), slashed (1/3/2023), decade, fraction, money, mark, name (what has
    digits in it and is no number: F-16, 10:30, 5G).
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str


class Qualifier(StrEnum):
    """How a text hedges a number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    RANGE = "range"


class Mode(StrEnum):
    """Whether a number says how much there is, or by how much that has changed."""

    LEVEL = "level"
    START = "start"
    RISE = "rise"
    FALL = "fall"


class Period(NamedTuple):
    """The time to which something belongs: first and last day as proleptic ordinals, open where None.

    `month` is 1..12 where all of it lies in one month; that is all that is known of "in March".
    """

    low: float | None
    high: float | None
    month: int


class Quantity(NamedTuple):
    """A number or date in a text, what it measures, and what it is bound to.

    `start` and `end` are half-open code points of number and unit, without the hedge. `low` and `high` are both
    inclusive, in `unit`, and open where None: the first and last day as proleptic ordinals for dates. `per` is what
    each of which has so much: "year", "barrel". `noun` is what is counted, `population` what it is a part of; both,
    and `words` (of the same clause first, of the sentence in `around`), are in a normal form, not to be shown.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    per: str
    qualifier: Qualifier
    mode: Mode
    noun: str
    population: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    periods: tuple[Period, ...]
    ahead: bool
    denied: bool
    text: str
    shown: str


class Comparison(NamedTuple):
    """Whether the numbers of two texts agree, the two that it rests on (None: nothing to compare), and why."""

    outcome: NumberOutcome
    mine: Quantity | None
    theirs: Quantity | None
    reason: str
