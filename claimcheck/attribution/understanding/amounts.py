"""Numbers that are rounded, reckoned or given as a range: "about 60 %", "thousands of shells", "20 to 25 ships"."""

from claimcheck.attribution.parsed import ParsedText

_ROUGHLY = frozenset("approximately roughly about around nearly almost some estimated over between nearer".split())
_BOUNDS = frozenset(
    """
    at_least at_most more_than less_than fewer_than up_to close_to closer_to as_many as_much many_as much_as few_as
    """.split()
)
_RANGES = frozenset({"to", "-", "–"})
_PLURALS = frozenset("dozens scores hundreds thousands millions billions trillions tens".split())
_PARTS = frozenset("half third thirds quarter quarters fifth fifths".split())
_TIMES = frozenset(
    """
    am pm a.m. p.m. o'clock year years month months week weeks day days hour hours minute minutes
    """.split()
)
_FIRST_WORDS = 15
"""A rough number further on is hardly what is said."""
_FIRST_PARTS = 5
"""The words among which "half of" is what is spoken of."""
_NEAR = 3


def has_rough_number(parsed: ParsedText, content: list[int]) -> bool:
    """Whether there is a number that is no exact one, and no time: "about five years"."""
    content = content[:_FIRST_WORDS]
    words = [parsed.lowered[token] for token in content]
    for place, token in enumerate(content):
        word, before, after = words[place], words[max(0, place - _NEAR) : place], words[place + 1 : place + 1 + _NEAR]
        if _TIMES & set(after[:2]) or "no" in before:
            continue
        is_plural = word in _PLURALS and "of" in after[:2] and not _TIMES & set(after)
        is_part = word in _PARTS and after[:1] == ["of"] and place < _FIRST_PARTS
        is_number = parsed.tags[token] == "CD" or word in _PARTS
        if is_plural or is_part or (is_number and _is_rounded(parsed, before, token)):
            return True
    return False


def _is_rounded(parsed: ParsedText, before: list[str], number: int) -> bool:
    """Whether the words before a number say that it is no exact one, or the first of a range."""
    if before[-1:] == ["a"]:
        before = before[:-1]
    if not before:
        return False
    is_range = before[-1] in _RANGES and len(before) > 1 and parsed.tags[number] == parsed.tags[number - 2] == "CD"
    return before[-1] in _ROUGHLY or "_".join(before[-2:]) in _BOUNDS or is_range
