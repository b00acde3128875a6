"""Numbers that say neither how much nor when: labels, items of lists, notes, parts of names."""

from claimcheck.places import COUNTRIES
from claimcheck.quantities.digits import Numeral
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import unit_at
from claimcheck.quantities.values import Token
from claimcheck.quantities.wording import PEOPLE, normal

_LABELS = frozenset(
    """
    no nos section sections article articles chapter figure fig table page pages p resolution flight boeing airbus
    apollo channel room route highway formula type mark phase category grade group reactor version windows paragraph
    para annex appendix item protocol street covid number nr # act class model iphone line gate pier platform season
    episode
    """.split()
)
_NO_NAMES = frozenset(
    """
    i at some about than least most over between from by to and or nearly almost around only just up monday tuesday
    wednesday thursday friday saturday sunday
    """.split()
)
"""Words that are no part of a name, though headlines write them with a capital: "More Than 40 Arrested"."""
_DEFINITE = frozenset({"the", "these", "those", "its", "his", "her", "their", "both", "no", "any"})
_COMPOUNDS = frozenset({"strong", "member", "seat", "storey", "story", "man", "point", "person", "year-old"})


def is_no_quantity(tokens: list[Token], at: int, numeral: Numeral) -> bool:
    """Whether the number is a label, an item of a list, a note, part of a name, or what a rate is of: "per 1,000"."""
    if lower_at(tokens, at - 1) == "per" or [lower_at(tokens, at - 2), lower_at(tokens, at - 1)] == ["for", "every"]:
        return True
    if at and lower_at(tokens, at - 1) == "." and lower_at(tokens, at - 2) in _LABELS:
        return True
    if numeral.end != at + 1:
        return False
    bare = unit_at(tokens, numeral.end) is None
    if tokens[at].kind == "number":
        return bare and _is_label(tokens, at, numeral.value)
    return tokens[at].kind == "word" and numeral.form == "plain" and bare and _is_no_count(tokens, at, numeral)


def _is_label(tokens: list[Token], at: int, value: float) -> bool:
    """As "Section 3", "(2)", "1.", "Nord Stream 2"; not "Calder 2-1"."""
    before, following = lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    if before in _LABELS or before == "/":
        return True
    if before in ("(", "[") and following in (")", "]"):
        return True
    if at == 0:
        return following in (".", ")") and value < 100
    is_score = following in ("-", "–") and at + 2 < len(tokens) and tokens[at + 2].kind == "number"
    if before in COUNTRIES or "," in tokens[at].text or is_score:
        return False
    return _is_name(tokens, at - 1) and not _is_counted(tokens, at + 1)


def _is_no_count(tokens: list[Token], at: int, numeral: Numeral) -> bool:
    """As "the two sides", "one of", "two-state"."""
    following = lower_at(tokens, numeral.end)
    if tokens[at].lower == "one":
        before = lower_at(tokens, at - 1)
        is_rest = before == "but" and lower_at(tokens, at - 2) == "all"
        return normal(following) not in PEOPLE and before not in ("only", "just") and not is_rest
    if lower_at(tokens, at - 1) in _DEFINITE and numeral.value <= 10:
        return True
    if following == "-" and tokens[numeral.end].start == tokens[numeral.end - 1].end:
        joined = lower_at(tokens, numeral.end + 1)
        return unit_at(tokens, numeral.end + 1) is None and joined not in _COMPOUNDS
    return False


def _is_name(tokens: list[Token], at: int) -> bool:
    """Whether a token is a capitalised word in mid-sentence that a number may be a part of: "Nord Stream 2"."""
    token = tokens[at]
    return at > 0 and token.kind == "word" and token.text[:1].isupper() and token.lower not in _NO_NAMES


def _is_counted(tokens: list[Token], at: int) -> bool:
    """Whether a plural follows within two words: "Ukraine 30 old tanks"."""
    return any(len(word) > 3 and word.endswith("s") for word in (lower_at(tokens, at), lower_at(tokens, at + 1))) or (
        normal(lower_at(tokens, at)) in PEOPLE
    )
