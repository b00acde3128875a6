"""Under which circumstances a text gives a number: as a fact or not, now or then, where, of which of those counted."""

from claimcheck.places import PARTS_OF_COUNTRIES
from claimcheck.quantities.tagging import Read
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import COUNT, PERCENT, Circumstances, Raw, Token
from claimcheck.quantities.wholes import is_whole
from claimcheck.quantities.wording import BEING, is_past

_UNREAL = frozenset("must should could may might ought faces need needs require requires".split())
_BEFORE_TO = frozenset("has have need needs yet still supposed able".split())
_AT_PLACE = frozenset("in at to from across throughout near around".split())
_PASSED_OVER = frozenset("the northern southern eastern western central all of".split())
_HAS = frozenset({"has", "have"})
_WAYS = {
    word: way
    for way, words in {
        "work": "work works worked working employ employs employed",
        "live": "live lived living inhabit",
        "play": "play plays played playing",
        "serve": "serve serves served serving",
        "own": "own owns owned possess possesses hold holds",
        "process": "process processes processed processing refine refines refined",
        "exhibit": "display displays exhibit exhibits",
        "cost": "cost costs costing",
        "give": "give gives giving gave contribute contributes contributed",
        "carry": "carry carries carried carrying",
        "affect": "affect affects affected",
        "control": "control controls controlled",
    }.items()
    for word in words.split()
}
"""Verbs that tell nothing beside one that says the same less exactly, but exclude each other."""
_THOSE = frozenset("the its their his her these those".split())
_BESIDE = frozenset("in at by with for outside during without among under inside".split())
_DETERMINING = frozenset("the a an its their his her this that all some first".split())
_REACH, _SAID_REACH = 4, 8


def circumstances(tokens: list[Token], what: Read, raw: Raw, noun: str, segment: tuple[int, int]) -> Circumstances:
    """Those of one number, from its part of the sentence."""
    start, end = segment
    return Circumstances(
        is_real=not any(_is_unreal(tokens, at) for at in range(start, end)),
        tense=_tense(tokens, start, end),
        places=frozenset(_places(tokens, what, start, end)),
        parts=frozenset(_parts(tokens, what, raw, noun, segment)),
        is_some=raw.unit == COUNT
        and not raw.whole
        and lower_at(tokens, raw.end) == "of"
        and lower_at(tokens, raw.end + 1) in _THOSE,
        beside=frozenset(
            word for found in (_beside, _joined) for word in found(tokens, what, (start, _comma(tokens, raw.end, end)))
        ),
        within=frozenset(tokens[at].lower for at in range(start, end) if what.names[at]) & PARTS_OF_COUNTRIES,
        is_whole=is_whole(tokens, raw),
        way=next((_WAYS[token.lower] for token in tokens[start:end] if token.lower in _WAYS), ""),
    )


def _is_unreal(tokens: list[Token], at: int) -> bool:
    if tokens[at].kind == "word" and tokens[at].lower in _UNREAL:
        return tokens[at].lower != "may" or tokens[at].text.islower()
    return tokens[at].lower == "to" and lower_at(tokens, at - 1) in _BEFORE_TO


def _tense(tokens: list[Token], start: int, end: int) -> str:
    """Whether something "has" or "had" what is counted; empty for "has lost"."""
    found = set()
    for at in range(start, end):
        lower, following = tokens[at].lower, lower_at(tokens, at + 1)
        if (lower in _HAS or lower == "had") and not is_past(following) and following not in ("been", "to", "not"):
            found.add("has" if lower in _HAS else "had")
    return found.pop() if len(found) == 1 else ""


def _places(tokens: list[Token], what: Read, start: int, end: int) -> set[str]:
    """The names behind "in" and the like: "in Texas", "in northern Norway"."""
    found = set()
    for at in range(start, end):
        lead = "outside " if tokens[at].lower == "outside" else ""
        if lead or tokens[at].lower in _AT_PLACE:
            place = at + 1
            while place < end and tokens[place].lower in _PASSED_OVER:
                place += 1
            while place < end and (what.names[place] or tokens[place].lower in ("and", ",")):
                if what.names[place]:
                    found.add(lead + what.names[place])
                place += 1
    return found


def _parts(tokens: list[Token], what: Read, raw: Raw, noun: str, segment: tuple[int, int]) -> set[str]:
    """What makes a part of what is counted: "40 empty houses", "40 are empty", "in its sports section"."""
    found = _owned(tokens, what, segment)
    if raw.unit == COUNT:
        found |= _between(tokens, what, raw, noun)
    if raw.unit in (COUNT, PERCENT):
        found |= _said_of(tokens, what, raw, segment[1])
    return found


def _comma(tokens: list[Token], start: int, end: int) -> int:
    return next((at for at in range(start, end) if tokens[at].lower == ","), end)


def _beside(tokens: list[Token], what: Read, segment: tuple[int, int]) -> set[str]:
    """The nouns behind "in", "with", "for" and the like: "in the rainy season"."""
    found = set()
    for at in range(*segment):
        if tokens[at].lower in _BESIDE:
            place = at + 1
            while place < segment[1] and tokens[place].lower in _DETERMINING:
                place += 1
            run = []
            while place < segment[1] and what.words[place]:
                run.append(what.words[place])
                place += 1
            if run:
                found.add(run[0])
    return found


def _joined(tokens: list[Token], what: Read, segment: tuple[int, int]) -> set[str]:
    """Two nouns or names beside an "and" or "or": "cars and vans"."""
    found = set()
    for at in range(segment[0] + 1, segment[1] - 1):
        if tokens[at].lower in ("and", "or"):
            pair = [what.words[place] or what.names[place] for place in (at - 1, at + 1)]
            if all(pair) and what.doings.isdisjoint(pair):
                found.update(pair)
    return found


def _owned(tokens: list[Token], what: Read, segment: tuple[int, int]) -> set[str]:
    for at in range(segment[0], segment[1] - 2):
        if tokens[at].lower in ("in", "at") and tokens[at + 1].lower in ("its", "their", "his", "her"):
            return {what.words[at + 2]} - {""}
    return set()


def _said_of(tokens: list[Token], what: Read, raw: Raw, end: int) -> set[str]:
    """The word behind "are": "40 of the houses are empty"."""
    for at in range(raw.end, min(raw.end + _SAID_REACH, end - 1)):
        if tokens[at].lower in BEING:
            return {what.words[at + 1]} - {"", "member"} - what.doings
        if tokens[at].kind != "word":
            break
    return set()


def _between(tokens: list[Token], what: Read, raw: Raw, noun: str) -> set[str]:
    found: set[str] = set()
    for at in range(raw.end, min(raw.end + _REACH, len(tokens))):
        if what.words[at] == noun and noun:
            return found
        if tokens[at].kind == "word" and what.words[at]:
            found.add(what.words[at])
        elif tokens[at].kind != "name" and not what.names[at]:
            break
    return set()
