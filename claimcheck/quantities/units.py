"""Units, each with the base that it is converted to."""

import re
from typing import NamedTuple

from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Token


class Unit(NamedTuple):
    """A base unit, what one of the written ones is of it, and the token after it."""

    end: int
    base: str
    factor: float
    offset: float = 0.0


_TABLE = """
percent 1: percent pct pc
points 1: pp ppt pps ppts
points 0.01: bps bp
metres 0.001: mm millimetre millimetres millimeter millimeters
metres 0.01: cm centimetre centimetres centimeter centimeters
metres 1: metre metres meter meters
metres 1000: km kms kilometre kilometres kilometer kilometers
metres 1609.344: mile miles mi
metres 1852: nautical
metres 0.3048: foot feet ft
metres 0.0254: inch inches
tonnes 1: tonne tonnes ton tons t
tonnes 0.001: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
tonnes 0.000001: g gram grams gramme grammes
tonnes 1000: kt kiloton kilotons
tonnes 1000000: mt megatonne megatonnes
tonnes 1000000000: gt gigatonne gigatonnes gigaton gigatons
tonnes 0.000453592: lb lbs
square_metres 1: m² m2 sqm
square_metres 1000000: km² km2 sqkm
square_metres 10000: hectare hectares ha
square_metres 4046.86: acre acres
litres 1: litre litres liter liters
litres 0.001: ml millilitre millilitres milliliter milliliters
litres 1000: m³ m3
litres 1000000000000: bcm
litres 1000000000: mcm
litres 3.78541: gallon gallons
barrels 1: barrel barrels
watts 1000: kw kilowatt kilowatts
watts 1000000: mw megawatt megawatts
watts 1000000000: gw gigawatt gigawatts
watts 1000000000000: tw terawatt terawatts
watt_hours 1000: kwh
watt_hours 1000000: mwh
watt_hours 1000000000: gwh
watt_hours 1000000000000: twh
days 0.0000115741: seconds
days 0.000694444: minute minutes min mins
days 0.0416667: hour hours hr hrs
days 1: day days night nights
days 7: week weeks
days 14: fortnight
days 30.44: month months
days 365.25: year years yr yrs
days 3652.5: decade decades
km/h 1: km/h kph kmh
km/h 1.609344: mph
USD 1: dollar dollars $ us$ usd
USD 0.01: cent cents
EUR 1: euro euros € eur
GBP 1: pound pounds £ gbp sterling
CNY 1: yuan renminbi rmb cny
JPY 1: yen ¥ jpy
RUB 1: rouble roubles ruble rubles ₽ rub
INR 1: rupee rupees ₹ inr rs rs.
UAH 1: hryvnia hryvnias ₴
CHF 1: franc francs chf
TRY 1: lira ₺
KRW 1: ₩
money 1: crowns
SEK 1: krona kronor
NOK 1: kroner krone
HKD 1: hk$
NZD 1: nz$
TWD 1: nt$
AUD 1: a$ aud
CAD 1: c$ cad
SGD 1: s$
BRL 1: r$ reais
PLN 1: zloty zlotys
THB 1: baht
ILS 1: shekel shekels nis
ZAR 1: rand
IDR 1: rupiah
VND 1: dong
HUF 1: forint forints
NGN 1: naira
BDT 1: taka
IRR 1: rial rials
SAR 1: riyal riyals
AED 1: dirham dirhams
PSO 1: peso pesos
DNR 1: dinar dinars
SHG 1: shilling shillings
times 1: times x fold
celsius 1: °c celsius centigrade
"""
_UNITS: dict[str, tuple[str, float]] = {}
for _line in _TABLE.strip().splitlines():
    _head, _, _words = _line.partition(": ")
    _base, _, _factor = _head.partition(" ")
    for _word in _words.split():
        _UNITS[_word] = (_base, float(_factor))
FAHRENHEIT_ZERO = -32 * 5 / 9
_OF_A_HUNDRED = frozenset({"%", "percent", "per", "percentage", "percentage-point", "percent-point", "basis"})
_SQUARE = frozenset({"square", "sq"})
_CUBIC = frozenset({"cubic", "cu"})
CURRENCIES = frozenset(base for base, _ in _UNITS.values() if len(base) == 3 and base.isupper())
_LASTING = frozenset("full whole entire long straight consecutive working solid further additional".split())
"""What may stand before a time: "three full days"."""
_ADJECTIVES = frozenset(
    {
        "us",
        "american",
        "australian",
        "canadian",
        "british",
        "swiss",
        "chinese",
        "japanese",
        "russian",
        "turkish",
        "metric",
        "long",
        "short",
    }
)
_OF_WHOM = {
    ("australian", "dollar"): ("AUD", 1.0), ("canadian", "dollar"): ("CAD", 1.0), ("kong", "dollar"): ("HKD", 1.0),
    ("short", "ton"): ("tonnes", 0.907185), ("long", "ton"): ("tonnes", 1.016047),
}  # fmt: skip
"""Units that their adjective makes another one of."""
_BEHIND_DIGITS = frozenset({"x", "min", "g", "t", "foot", "nautical", "mi"})
"""Words that are a unit only after a number that is not in words."""
PER = frozenset(
    """
    day week month year hour minute second night barrel tonne ton litre gallon kilo kilogram head capita person
    household woman child worker share kwh mwh ounce mile km kilometre hectare quarter season pupil game match
    """.split()
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "monthly": "month",
    "weekly": "week",
    "hourly": "hour",
}
_SO_MANY = {"thousand": "1000", "million": "1000000", "billion": "1000000000"}
_SEPARATORS = re.compile(r"[,'’\s]")
_SAME_PER = {"ton": "tonne", "kilogram": "kilo", "capita": "person", "head": "person", "kilometre": "km"}


def unit_of_sign(sign: str) -> str | None:
    """The currency of a sign or code before a number."""
    found = _UNITS.get(sign.lower())
    return found[0] if found and found[0] in CURRENCIES else None


def unit_at(tokens: list[Token], at: int) -> Unit | None:
    """The unit that begins with a token, if one does."""
    lower, following = lower_at(tokens, at), lower_at(tokens, at + 1)
    if not lower:
        return None
    if lower in _OF_A_HUNDRED:
        return _of_a_hundred(tokens, at)
    if lower in ("degrees", "degree", "°", "°c", "°f") or _is_letter_of_degrees(tokens, at):
        return _temperature(tokens, at)
    if lower in _SQUARE or lower in _CUBIC:
        inner = _UNITS.get(following)
        if inner and inner[0] == "metres":
            power = 2 if lower in _SQUARE else 3
            scale = inner[1] ** power * (1000.0 if power == 3 else 1.0)
            return Unit(at + 2, "square_metres" if power == 2 else "litres", scale)
        return None
    first = at + (lower == "hong" and following == "kong")
    other = _OF_WHOM.get((lower_at(tokens, first), lower_at(tokens, first + 1).removesuffix("s")))
    return Unit(first + 2, *other) if other else _simple(tokens, at)


def _of_a_hundred(tokens: list[Token], at: int) -> Unit | None:
    """Percent, percentage points and basis points."""
    lower, following = lower_at(tokens, at), lower_at(tokens, at + 1)
    behind = at + 1
    if lower == "per":
        if following not in ("cent", "cents"):
            return None
        behind += 1
    if lower_at(tokens, behind) == "-" and lower_at(tokens, behind + 1).startswith("point"):
        behind += 1
    if lower_at(tokens, behind).startswith("point"):
        return Unit(behind + 1, "points", 0.01 if lower == "basis" else 1.0)
    if lower in ("percentage-point", "percent-point"):
        return Unit(at + 1, "points", 1.0)
    return None if lower in ("percentage", "basis") else Unit(behind, "percent", 1.0)


def _is_letter_of_degrees(tokens: list[Token], at: int) -> bool:
    """As in "40C"."""
    return tokens[at].text in ("C", "F") and tokens[at - 1].kind == "number" and tokens[at - 1].end == tokens[at].start


def _temperature(tokens: list[Token], at: int) -> Unit | None:
    lower, following = tokens[at].lower, lower_at(tokens, at + 1)
    if lower in ("°f", "f") or following in ("fahrenheit", "f"):
        return Unit(at + (1 if lower in ("°f", "f") else 2), "celsius", 5 / 9, FAHRENHEIT_ZERO)
    return Unit(at + (2 if following in ("celsius", "c", "centigrade") else 1), "celsius", 1.0)


def _simple(tokens: list[Token], at: int) -> Unit | None:
    lower, end = tokens[at].lower, at + 1
    inner = _UNITS.get(lower_at(tokens, end))
    if inner and (lower in _ADJECTIVES or (lower in _LASTING and inner[0] == "days")):
        lower, end = tokens[end].lower, end + 1
    elif lower in ("bpd", "b/d"):
        return Unit(at + 1, "barrels", 1.0)
    elif lower == "m" and tokens[at].start - tokens[at - 1].end <= 1:
        return Unit(at + 1, "metres", 1.0)
    found = _UNITS.get(lower)
    if found is None:
        return None
    if lower in _BEHIND_DIGITS and tokens[at - 1].kind != "number":
        return None
    if lower in ("mt", "gt") and tokens[at].text.islower():
        return None
    if lower == "t" and lower_at(tokens, end) != "of":
        return None
    if (
        lower in ("pound", "pounds")
        and lower_at(tokens, end) == "of"
        and at
        and not tokens[at - 1].lower.endswith("illion")
    ):
        return Unit(end, "tonnes", 0.000453592)
    if found[0] == "days" and _is_age(tokens, end):
        return Unit(end, "years of age", found[1] / 365.25)
    return Unit(end, *found)


def _is_age(tokens: list[Token], at: int) -> bool:
    following = lower_at(tokens, at)
    return (
        following in ("old", "-old", "olds")
        or (following == "-" and lower_at(tokens, at + 1) in ("old", "olds"))
        or (following == "of" and lower_at(tokens, at + 1) == "age")
    )


def rate_at(tokens: list[Token], at: int) -> tuple[int, str]:
    """The token after "per barrel", "a year", "/day" and the like, and what it is per; the same token if none."""
    lower = lower_at(tokens, at)
    if lower in _ADVERBS:
        return at + 1, _ADVERBS[lower]
    if lower in ("bpd", "b/d"):
        return at + 1, "day"
    if lower == "for" and lower_at(tokens, at + 1) in ("every", "each"):
        return _rate_behind(tokens, at, at + 1)
    if lower in ("per", "a", "an", "each", "every", "/"):
        return _rate_behind(tokens, at, at)
    return at, ""


def _rate_behind(tokens: list[Token], start: int, at: int) -> tuple[int, str]:
    following = lower_at(tokens, at + 1)
    if following in PER:
        return at + 2, _SAME_PER.get(following, following)
    if tokens[at].lower not in ("per", "every") or at + 1 >= len(tokens):
        return start, ""
    if tokens[at + 1].kind == "number":
        return at + 2, _SEPARATORS.sub("", tokens[at + 1].text)
    return (at + 2, _SO_MANY[following]) if following in _SO_MANY else (start, "")
