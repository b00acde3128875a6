"""Which of several attributions that reach into each other hold, and how far."""

from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.finding.lexicon import VERBS
from claimcheck.attribution.finding.verbless import ACCORDING_TO
from claimcheck.attribution.parsed import Found

_SAYS = frozenset(verb.lemma for verb in VERBS.values() if verb.says)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MIN_WORDS = 3
_MAX_LEAD = 3
"""The tokens before "officials said" in what is passed on: "on Monday"."""
_PASSING_ON = frozenset({ACCORDING_TO, "cite", "quote", "report", "reveal", "write"})


def split_conjoined(layout: Layout, found: list[Found]) -> None:
    """End what is said where "and said", "and officials said" or ", adding" begins something else that is said."""
    parsed = layout.parsed
    begun = _by_beginning(found)
    for one in found:
        if one.head is None or one.word == ACCORDING_TO:
            continue
        waiting = _places_within(one, begun)
        while waiting:
            place = waiting.pop(0)
            other = found[place]
            start = other.cue[0]
            if other is one or other.head is None or start <= one.cue[0] or layout.is_quoted(start):
                continue
            if parsed.child(other.head, "nsubj") is not None and other.source and other.source[0] > one.cue[-1]:
                before = other.source[0] - 1
                is_apart = parsed.lowered[before] in {"and", "but", "while"} and _are_alike(layout, one, other)
                if is_apart and one.content and before - one.content[0] > _MIN_WORDS:
                    one.content = layout.trimmed(token for token in one.content if token < before)
                    waiting = _places_within(one, begun, after=place)
                continue
            before = start - 1
            if parsed.lowered[before] in {"and", "but"}:
                is_apart = _are_alike(layout, one, other) and parsed.tags[other.head] in _FINITE
            else:
                is_participle = parsed.tags[other.head] == "VBG" and parsed.tags[one.head] != "VBG"
                is_apart = parsed.words[before] == "," and is_participle and other.word in _SAYS
            if is_apart:
                one.content = layout.trimmed(token for token in one.content if token < before) or list(other.content)
                other.source = list(one.source)
                waiting = _places_within(one, begun, after=place)


def outermost(layout: Layout, found: list[Found]) -> list[Found]:
    """Those whose cue does not lie in the content of another, unless that only passes on what they say.

    "According to Politico, officials said ..." is both. What somebody says outweighs what a text says of somebody's
    mind: the latter ends where the former begins.
    """
    _free_according_to(layout, found)
    _end_before_sayings(layout, found)
    kept = [one for one in found if one.content]
    owners: dict[int, list[Found]] = {}
    for one in kept:
        for token in one.content:
            owners.setdefault(token, []).append(one)
    outer = [one for one in kept if not _is_within_another(one, owners)]
    is_outer = {id(one) for one in outer}
    within = [one for one in kept if id(one) not in is_outer]
    return outer + [
        one
        for one in within
        if any(id(other) in is_outer and _passes_on(layout, other, one) for other in owners.get(one.cue[0], ()))
    ]


def _by_beginning(found: list[Found]) -> dict[int, list[int]]:
    """The places in the list of those that begin at a token: long lists are never gone through for each of them."""
    begun: dict[int, list[int]] = {}
    for place, one in enumerate(found):
        begun.setdefault(one.cue[0], []).append(place)
    return begun


def _places_within(one: Found, begun: dict[int, list[int]], after: int = -1) -> list[int]:
    """The places of those whose cue begins in a content, ascending, behind a place."""
    return sorted(place for token in one.content if token in begun for place in begun[token] if place > after)


def _are_alike(layout: Layout, one: Found, other: Found) -> bool:
    tags = layout.parsed.tags
    is_same = one.head is not None and other.head is not None and tags[one.head] == tags[other.head]
    return is_same and one.word in _SAYS and other.word in _SAYS


def _free_according_to(layout: Layout, found: list[Found]) -> None:
    begun = {one.cue[0]: one for one in found if one.word == ACCORDING_TO}
    for other in found:
        hidden: set[int] = set()
        for token in other.content:
            one = begun.get(token)
            if one is not None and one is not other and token not in hidden:
                hidden.update(one.cue, one.source)
        if hidden:
            other.content = layout.trimmed(token for token in other.content if token not in hidden)


def _end_before_sayings(layout: Layout, found: list[Found]) -> None:
    begun = _by_beginning(found)
    for one in found:
        if one.word in _SAYS | _PASSING_ON:
            continue
        own = set(one.content)
        for place in _places_within(one, begun):
            other = found[place]
            if other is one or other.word not in _SAYS or layout.is_quoted(other.cue[0]):
                continue
            start = min(token for token in [*other.cue, *other.source, *other.content] if token in own)
            one.content = layout.trimmed(token for token in one.content if token < start)


def _passes_on(layout: Layout, outer: Found, one: Found) -> bool:
    """Whether all that an outlet says is what somebody else says."""
    if outer.word not in _PASSING_ON or one.word not in _SAYS or not one.source or one.cue[0] not in outer.content:
        return False
    parsed = layout.parsed
    if layout.is_quoted(one.cue[0]) or parsed.tags[one.source[0]].startswith(("PRP", "W")):
        return False
    first = next(token for token in outer.content if parsed.lowered[token] != "that")
    return 0 <= min(one.source[0], one.cue[0]) - first <= _MAX_LEAD and set(one.content) <= set(outer.content)


def _is_within_another(one: Found, owners: dict[int, list[Found]]) -> bool:
    own = set(one.content)
    for token in one.cue:
        for other in owners.get(token, ()):
            if other is not one and (not own & set(other.cue) or len(other.content) > len(one.content)):
                return True
    return False
