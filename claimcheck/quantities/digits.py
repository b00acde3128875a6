"""Numbers in digits, each with the values that its writer may mean by it."""

from typing import NamedTuple

from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Token

ROUND = 0.05
"""By how much, as a share, what was rounded to its first digits ("2 million") may differ at most."""
ROUND_INTEGER = 0.025
"""The same of an integer that ends in zeros ("1,500")."""
HALF = 0.499
"""Half a unit of the last digit, but so that 3.4 and 3.5 do not touch."""
MAX_DIGITS = 40
LARGEST = 1e40
"""What is no less ("thousand thousand thousand ...") is no number of anything."""
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "lakh": 1e5,
    "crore": 1e7, "billion": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12, "dozen": 12.0,
}  # fmt: skip
_ATTACHED = {"m": 1e6, "b": 1e9, "t": 1e12}
"""Letters that are a scale only right behind digits, and where no length or weight is meant."""


class Numeral(NamedTuple):
    """A number in tokens: the one after its last, the least and the most that it can mean, and its form.

    Forms: plain, share (a part of a whole, in percent), vague ("tens of thousands").
    """

    end: int
    value: float
    low: float
    high: float
    form: str = "plain"


def parsed(written: str) -> tuple[float, int] | None:
    """The value of digits and how many decimals they give; None for what is too long to be a number."""
    if len(written) > MAX_DIGITS:
        return None
    plain = written
    for blank in " \u00a0\u2009\u202f'’":
        plain = plain.replace(blank, "")
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        last = "." if plain.rindex(".") > plain.rindex(",") else ","
        plain = plain.replace("," if last == "." else ".", "").replace(last, ".")
    elif dots > 1:
        plain = plain.replace(".", "")
    elif commas == 1 and len(plain) - plain.index(",") <= 3:
        plain = plain.replace(",", ".")
    else:
        plain = plain.replace(",", "")
    try:
        return float(plain), len(plain) - plain.index(".") - 1 if "." in plain else 0
    except ValueError:
        return None


def of_digits(tokens: list[Token], at: int, *, money: bool) -> Numeral | None:
    """The number of a token of digits and the scales behind it; `money` where a sign of a currency stands before it."""
    read = parsed(tokens[at].text)
    if read is None:
        return None
    value, decimals = read
    step = 10.0**-decimals
    end = at + 1
    scale = 1.0
    while end < len(tokens):
        lower = tokens[end].lower
        attached = tokens[end].start == tokens[end - 1].end
        if lower in SCALES and (lower != "k" or attached or money):
            scale *= SCALES[lower]
        elif lower in _ATTACHED and scale == 1.0 and (money or (attached and _goes_with_noun(tokens, end))):
            scale *= _ATTACHED[lower]
        else:
            break
        end += 1
    return Numeral(end, value * scale, *_rounding(value, step, scale)) if value < LARGEST > scale else None


def _goes_with_noun(tokens: list[Token], at: int) -> bool:
    """Whether a word follows the letter that can be counted: "5m people", not "5m high" or "5m."."""
    if tokens[at].lower != "m":
        return tokens[at].lower == "b" or (tokens[at].lower == "t" and lower_at(tokens, at + 1) != "of")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        following is not None
        and following.kind == "word"
        and following.lower
        not in (
            "high",
            "wide",
            "long",
            "deep",
            "tall",
            "thick",
            "above",
            "below",
            "of",
            "in",
            "and",
            "from",
            "away",
            "to",
            "by",
            "or",
            "at",
        )
    )


def _rounding(value: float, step: float, scale: float) -> tuple[float, float]:
    """The values that are written so, when rounded: half a unit of the last digit, within bounds."""
    if scale > 1.0:
        slack = min(HALF * step, abs(value) * ROUND)
    elif step < 1.0:
        slack = HALF * step
    else:
        slack = 0.0
        if value >= 100.0 and value % 10 == 0:
            unit = 10.0
            while unit * 10 <= value and value % (unit * 10) == 0:
                unit *= 10
            slack = min(unit, value * ROUND_INTEGER)
    return (value - slack) * scale, (value + slack) * scale
