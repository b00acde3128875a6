"""Numbers in digits and in words, fractions and shares, each with the values that its writer may mean by it."""

from claimcheck.quantities.digits import LARGEST, ROUND, SCALES, Numeral, of_digits
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import unit_at
from claimcheck.quantities.values import Token

FRACTION_SLACK = 0.05
"""By how much, as a share, a fraction in words ("a third") may differ."""

_SMALL = {
    word: float(number)
    for number, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen
        """.split()
    )
}
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), map(float, range(20, 100, 10)), strict=True)
)
_PLURALS = {
    "hundreds": 100.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "dozens": 12.0,
    "tens": 10.0,
    "trillions": 1e12,
}
_PARTS = {
    "half": 2.0, "halves": 2.0, "third": 3.0, "thirds": 3.0, "quarter": 4.0, "quarters": 4.0,
    "fifth": 5.0, "fifths": 5.0,
    "sixth": 6.0, "sixths": 6.0, "eighth": 8.0, "eighths": 8.0, "tenth": 10.0, "tenths": 10.0,
}  # fmt: skip
SCALES_IN_WORDS = {word: scale for word, scale in SCALES.items() if len(word) > 3}
"""Without abbreviations, which stand only behind digits."""
_BEFORE_SMALL = frozenset({0.0, *_TENS.values()})
_OF = frozenset({"of", "the", "its", "their", "all", "his", "her", "our", "that", "those", "these"})
_AFTER_SHARE = _OF | frozenset(
    """
    in since from between by over to and compared on last this during after before as full empty finished complete
    """.split()
)
_SPANS = frozenset("year month week day hour minute decade tonne mile kilometre".split())
_BEFORE_SPAN = frozenset("than over nearly almost about least under within".split())
_SECOND = {"second": 1 / 2, "third": 1 / 3, "fourth": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_MIXED_DIGITS = 3
_SUPERLATIVE = frozenset("the its their his her at for with by a wins won scored receives received got took".split())
"""Before "most" and a plural these tell who has more than others: "the most votes"."""
_UNNUMBERED = frozenset("single sole lone none most majority".split())


def numeral_at(tokens: list[Token], at: int, *, money: bool = False) -> Numeral | None:
    """The number that begins with a token, if one does; `money` where a sign of a currency stands before it."""
    token = tokens[at]
    if token.kind == "number":
        return _mixed(tokens, at) or _out_of(tokens, of_digits(tokens, at, money=money))
    if token.kind == "fraction":
        return _fraction(tokens, at)
    if token.kind != "word":
        return None
    lower = token.lower
    if lower in _SMALL or lower in _TENS:
        return _out_of(tokens, _in_words(tokens, at))
    if lower in _PLURALS:
        return _vague(tokens, at)
    if lower in ("a", "an", "half", "every", "quarter"):
        return _after_article(tokens, at)
    if lower in SCALES_IN_WORDS and lower != "dozen":
        return _in_words(tokens, at)
    scale = SCALES_IN_WORDS.get(lower_at(tokens, at + 1)) if lower in ("several", "few") else None
    if scale:
        return Numeral(at + 2, 4 * scale, 2 * scale, 10 * scale, "vague")
    return _unnumbered(tokens, at) if lower in _UNNUMBERED else None


def _unnumbered(tokens: list[Token], at: int) -> Numeral | None:
    """As "a single", "not a single", "none of", "most of", "most voters"."""
    lower, before, following = tokens[at].lower, lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    if lower in ("single", "sole", "lone") and before in ("a", "one"):
        number = 0.0 if lower_at(tokens, at - 2) in ("not", "without") else 1.0
        return Numeral(at + 1, number, number, number)
    if lower == "none" and following == "of":
        return Numeral(at + 1, 0.0, 0.0, 0.0)
    is_noun = len(following) > 3 and following.endswith("s") and not following.endswith(("ss", "ous"))
    is_plural = lower == "most" and is_noun and before not in _SUPERLATIVE
    if (lower in ("most", "majority") and following == "of") or is_plural or (lower, following) == ("most", "people"):
        return Numeral(at + 1, 75.0, 50.0, 100.0, "share")
    return None


def _fraction(tokens: list[Token], at: int) -> Numeral | None:
    """As "1/3 of", a share, or "1/2 mile", a number."""
    part = _part(tokens[at])
    if part is None or unit_at(tokens, at + 1) is None:
        return _share(at + 1, part) if part else None
    return Numeral(at + 1, part, part, part)


def _mixed(tokens: list[Token], at: int) -> Numeral | None:
    """As "3 1/2"."""
    part = _part(tokens[at + 1]) if at + 1 < len(tokens) and tokens[at + 1].kind == "fraction" else None
    if part is None or not tokens[at].text.isdecimal() or len(tokens[at].text) > _MIXED_DIGITS:
        return None
    value = int(tokens[at].text) + part
    return Numeral(at + 2, value, value, value)


def _part(fraction: Token) -> float | None:
    above, below = map(int, fraction.text.split("/"))
    return above / below if above < below else None


def is_number(token: Token) -> bool:
    """Whether a token is a number or the first word of one."""
    return token.kind == "number" or token.lower in _SMALL or token.lower in _TENS


def _in_words(tokens: list[Token], at: int) -> Numeral | None:
    """As "two million", "twenty-five", "one hundred and ten thousand", "two and a half billion"."""
    end, total, part = _summed(tokens, at)
    if end == at or total + part >= LARGEST:
        return None
    behind = end + (lower_at(tokens, end) == "-")
    if lower_at(tokens, behind) in _PARTS and part in range(1, 10) and not total:
        return _parts(tokens, behind, part)
    value = total + part
    slack = 0.0
    if value >= 1000 and total:
        digits = str(int(value))
        slack = min(10.0 ** (len(digits) - len(digits.rstrip("0"))) / 2, value * ROUND)
    return Numeral(end, value, value - slack, value + slack)


def _summed(tokens: list[Token], at: int) -> tuple[int, float, float]:
    """The token behind a number in words, and the sum of its part with scales and of its part without.

    A half behind a scale is half of that: "a million and a half".
    """
    total = part = 0.0
    scale = 1.0
    end = at
    while end < len(tokens):
        lower = tokens[end].lower
        if lower in _SMALL and part % 100 in _BEFORE_SMALL:
            part += _SMALL[lower]
        elif lower in _TENS and part % 100 == 0:
            part += _TENS[lower]
        elif lower in SCALES_IN_WORDS:
            scale = SCALES_IN_WORDS[lower]
            part = (part or 1.0) * scale
            if lower != "hundred":
                total, part = total + part, 0.0
        elif end > at and [token.lower for token in tokens[end : end + 3]] == ["and", "a", "half"]:
            total, part = (total, part + 0.5) if part else (total + 0.5 * scale, part)
            end += 2
        elif end == at or lower not in ("and", "-") or not _continues(tokens, end, total + part):
            break
        end += 1
    return end, total, part


def _continues(tokens: list[Token], at: int, so_far: float) -> bool:
    """Whether "and" or a hyphen joins two parts of a number: "hundred and ten", "twenty-five", not "two and three"."""
    following = lower_at(tokens, at + 1)
    if tokens[at].lower == "-":
        return (following in _SMALL and so_far % 100 >= 20) or following in SCALES_IN_WORDS
    return so_far >= 100 and so_far % 100 == 0 and (following in _SMALL or following in _TENS)


def _parts(tokens: list[Token], at: int, count: float) -> Numeral | None:
    """As "two thirds": `at` is the token of the part."""
    below = _PARTS[tokens[at].lower]
    if count >= below or (tokens[at].lower in ("third", "quarter", "fifth", "tenth") and count != 1):
        return None
    return _of_scale(tokens, at, count / below) or _share(at + 1, count / below)


def _of_scale(tokens: list[Token], at: int, share: float) -> Numeral | None:
    """As "three quarters of a million", "a quarter of a point": `at` is the token of the part."""
    if [lower_at(tokens, at + 1), lower_at(tokens, at + 2)] != ["of", "a"] or at + 3 >= len(tokens):
        return None
    is_unit = unit_at(tokens, at + 3) is not None or tokens[at + 3].lower == "point"
    if is_unit and not tokens[at + 3].text.endswith(("'s", "’s")):
        return Numeral(at + 3, share, share * (1 - FRACTION_SLACK), share * (1 + FRACTION_SLACK))
    scale = SCALES.get(lower_at(tokens, at + 3), 0.0) * share
    return Numeral(at + 4, scale, scale * (1 - FRACTION_SLACK), scale * (1 + FRACTION_SLACK)) if scale else None


def _share(end: int, share: float) -> Numeral:
    percent = 100 * share
    slack = percent * FRACTION_SLACK
    return Numeral(end, percent, percent - slack, percent + slack, "share")


def _after_article(tokens: list[Token], at: int) -> Numeral | None:
    lower, following, third = tokens[at].lower, lower_at(tokens, at + 1), lower_at(tokens, at + 2)
    if lower == "every":
        return _share(at + 2, _SECOND[following]) if following in _SECOND and third not in ("", "of") else None
    if lower in ("half", "quarter"):
        if following in ("a", "an") or (following == "of" and third == "a" and lower_at(tokens, at + 3) in SCALES):
            return _half_of(tokens, at, following)
        return _bare_part(tokens, at) if lower == "half" else None
    if following in SCALES_IN_WORDS:
        inner = _in_words(tokens, at + 1) if following != "dozen" else None
        return inner or Numeral(at + 2, 12.0, 11.0, 13.0)
    if following in _SPANS and lower_at(tokens, at - 1) in _BEFORE_SPAN:
        return Numeral(at + 1, 1.0, 1.0, 1.0)
    if following == "couple":
        return _couple(tokens, at + 3 if third == "of" else at + 2)
    if following in _PARTS and following != "half":
        return _of_scale(tokens, at + 1, 1 / _PARTS[following]) or _bare_part(tokens, at + 1)
    return None


def _couple(tokens: list[Token], end: int) -> Numeral:
    """As "a couple of days", "a couple of hundred"."""
    scale = SCALES_IN_WORDS.get(lower_at(tokens, end), 1.0)
    return Numeral(end + (scale > 1), 2 * scale, 2 * scale, 3 * scale)


def _half_of(tokens: list[Token], at: int, following: str) -> Numeral | None:
    """As "half a million", "half a percentage point", "half an hour", "quarter of a million"."""
    share = 0.5 if tokens[at].lower == "half" else 0.25
    scale_at = at + 2 if following in ("a", "an") else at + 3
    scale = SCALES_IN_WORDS.get(lower_at(tokens, scale_at))
    if scale:
        return Numeral(scale_at + 1, share * scale, share * scale * 0.95, share * scale * 1.05)
    return Numeral(scale_at, share, share, share) if following in ("a", "an") else None


def _bare_part(tokens: list[Token], at: int) -> Numeral | None:
    """As "a third of", "by half", and not "a third party", "the second half"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    before = lower_at(tokens, at - 1)
    if (
        before in ("first", "second", "1st", "2nd", "other", "next", "last", "better", "-")
        or lower_at(tokens, at + 1) == "-"
    ):
        return None
    if following is not None and following.kind == "number":
        return None
    if following is None or following.kind == "mark" or following.lower in _AFTER_SHARE:
        return _share(at + 1, 1 / _PARTS[tokens[at].lower])
    return None


def _vague(tokens: list[Token], at: int) -> Numeral | None:
    """As "tens of thousands", "hundreds": from two to twenty of them."""
    unit, end = _PLURALS[tokens[at].lower], at + 1
    if lower_at(tokens, end) == "of" and lower_at(tokens, end + 1) in _PLURALS:
        unit *= _PLURALS[lower_at(tokens, end + 1)]
        end += 2
    elif tokens[at].lower == "tens":
        return None
    top = 100.0 if unit in (1e3, 1e6, 1e9, 1e12) else 20.0
    return Numeral(end, 5 * unit, (1.5 if unit != 12.0 else 1.6) * unit, top * unit, "vague")


def _out_of(tokens: list[Token], first: Numeral | None) -> Numeral | None:
    """As "4 in 10", "nine out of every ten", "1 of every 5": a share. Anything else is given back as it is."""
    if first is None or first.form != "plain" or first.value < 1 or first.value % 1:
        return first
    end = first.end
    link = lower_at(tokens, end)
    if first.value == 1 and lower_at(tokens, end + 1) in ("in", "out") and tokens[end].kind == "word":
        end += 1
        link = lower_at(tokens, end)
    if link == "out" and lower_at(tokens, end + 1) == "of":
        end += 2
    elif link == "in" or (link == "of" and lower_at(tokens, end + 1) == "every"):
        end += 1
    else:
        return first
    if lower_at(tokens, end) == "every":
        end += 1
    if end >= len(tokens) or tokens[end].lower in ("a", "half"):
        return first
    token = tokens[end]
    second = of_digits(tokens, end, money=False) if token.kind == "number" else _in_words(tokens, end)
    if second is None or second.value <= first.value or second.value % 1 or second.form != "plain":
        return first
    is_year = token.kind == "number" and len(token.text) == 4 and 1500 <= second.value <= 2100
    if is_year or (link == "in" and (second.value > 20 and second.value % 10 != 0)):
        return first
    if link == "in" and lower_at(tokens, second.end) in (
        "years",
        "days",
        "months",
        "weeks",
        "hours",
        "minutes",
        "games",
        "matches",
    ):
        return first
    return _share(second.end, first.value / second.value)
