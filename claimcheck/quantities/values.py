"""What numbers in text become. Declarations only."""

from enum import StrEnum
from typing import NamedTuple

from claimcheck.vocabulary import NumberOutcome

COUNT, PERCENT, SCORE, TIMES, AGE, MONEY = "count", "percent", "score", "times", "years of age", "money"
"""Units of what has none of the table: MONEY is of no known currency."""


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


class Raw(NamedTuple):
    """A number: the tokens of its hedge and itself and the one behind its unit; bounds; `mode` if its word tells."""

    first: int
    number: int
    end: int
    low: float | None
    high: float | None
    unit: str
    per: str
    qualifier: Qualifier
    denied: bool
    mode: Mode | None = None
    in_words: bool = False
    whole: float = 0.0


class Difference(StrEnum):
    """What is different if two quantities are not of the same thing."""

    NONE = ""
    UNIT = "different units"
    CHANGE = "one is a change, the other a level"
    RATE = "different rates"
    PERIOD = "different periods"
    PLACE = "different places or names"
    MEASURE = "different measures"
    POPULATION = "different populations"
    STATE = "one is so, the other planned, due or possible"
    TOPIC = "not clearly about the same thing"


class Period(NamedTuple):
    """The time to which something belongs: first and last day as proleptic ordinals, open where None.

    `month` is 1..12 where all of it lies in one month, `day` 1..31 where it is one: all that is known of "on 3 March".
    """

    low: float | None
    high: float | None
    month: int
    day: int = 0


class Circumstances(NamedTuple):
    """What goes with a number: whether it is a fact, `tense` (has, had, or empty), names of places, and parts.

    `parts` are the words between a number and what is counted, which make a part of it: "40 empty houses"; `is_some`,
    if it is so many of those that were named: "40 of the houses"; `beside` what stands behind "in" and the like, or
    is joined by "and"; `way` a verb that tells nothing but what it is not; `within` the capitals whose countries are
    among the names; `is_whole`, if another number is a part of it: the 80 of "12 of the 80 paintings".
    """

    is_real: bool = True
    tense: str = ""
    places: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    is_some: bool = False
    beside: frozenset[str] = frozenset()
    way: str = ""
    within: frozenset[str] = frozenset()
    is_whole: bool = False


class Quantity(NamedTuple):
    """A number or date in a text, what it measures, and what it is bound to.

    `start` and `end` are half-open code points of number and unit, without the hedge. `low` and `high` are both
    inclusive, in `unit`, and open where None: the first and last day as proleptic ordinals for dates. `per` is what
    each of which has so much: "year", "barrel". `noun` is what is counted, `population` what it is a part of; both,
    and `words` (of the same clause first, of the sentence in `around`), are in a normal form, not to be shown.
    `doings` are those of the words that look like verbs; `occasions` what is said of the time without a date.
    `ages` are those of the people that it is of,
    `heads` words with what stands before them as theirs ("the senator's opponent": senator, opponent).
    `whole` is of how many a count is a part: 80 for "12 of the 80 paintings", 0 if that is not said.
    `context` are all words and names of a short text, its other sentences included, and `dates` all times in it.
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
    doings: frozenset[str] = frozenset()
    heads: frozenset[tuple[str, str]] = frozenset()
    compounds: frozenset[tuple[str, str]] = frozenset()
    ages: tuple[float, float] | None = None
    occasions: frozenset[str] = frozenset()
    past: bool = False
    negated: bool = False
    circumstances: Circumstances = Circumstances()
    whole: float = 0.0
    context: frozenset[str] = frozenset()
    dates: tuple[Period, ...] = ()


class Comparison(NamedTuple):
    """Whether the numbers of two texts agree, the two that it rests on (None: nothing to compare), and why."""

    outcome: NumberOutcome
    mine: Quantity | None
    theirs: Quantity | None
    reason: str
