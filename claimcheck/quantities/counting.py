"""What a number counts or measures, and the whole that this is part of."""

from claimcheck.quantities.modes import ARTICLES
from claimcheck.quantities.tagging import Read
from claimcheck.quantities.values import COUNT, PERCENT, Raw, Token
from claimcheck.quantities.wording import GROUPS_OF, IGNORED, PEOPLE, looks_like_verb, normal

_DEEDS = frozenset({"harm", "event", "commitment", "side", "damage"})
_NOUN_REACH = 4
_LEFT = 15
_PURPOSE_REACH = 4
_BODIES = {
    "workforce": "worker", "staff": "worker", "garrison": "soldier", "membership": "member", "crew": "person",
    "crowd": "person", "audience": "person", "congregation": "person",
}  # fmt: skip
"""Who is counted in "a workforce of 8,100"."""
_WHOLES = frozenset({"budget"})
"""Of which there are shares, though the words tell nothing elsewhere."""
PURPOSE = "for "
"""Stands before the words of what a number is for, among those of its population."""
WITH = "with "
"""The same for what they have: "patients with cholera"."""


def counted(tokens: list[Token], what: Read, raw: Raw) -> tuple[str, set[str]]:
    """The noun that is counted or measured, and the words of the whole that it is part of."""
    at, noun = raw.end, ""
    if raw.unit == COUNT:
        at, noun = _noun(tokens, what, at)
        noun = noun or _numbered(tokens, what, raw)
    elif at < len(tokens) and tokens[at].lower == "-":
        at += 1
    if at + 1 < len(tokens) and tokens[at].lower == "of":
        run, head = _phrase(tokens, what, at + 1)
        run |= _purpose(tokens, what, at + 1)
        return (noun if raw.unit == COUNT and noun else head), run
    if raw.unit == COUNT and at + 1 < len(tokens) and tokens[at].lower in ("with", "without"):
        return noun, {f"{WITH}{word}" for word in _phrase(tokens, what, at + 1)[0]}
    if raw.unit == PERCENT and raw.number + 1 < raw.end and tokens[raw.number].lower in ("one", "1"):
        noun = noun or _noun_within(tokens, raw)
    if purpose := _purpose(tokens, what, at):
        return noun, purpose
    if raw.unit == PERCENT and at < len(tokens) and tokens[at].lower in ARTICLES and raw.in_words:
        run, head = _phrase(tokens, what, at)
        return head, run
    if raw.unit == PERCENT and tokens[raw.number].lower == "every":
        _, noun = _noun(tokens, what, at)
        return noun, {noun} if noun else set()
    return noun, set()


def _noun_within(tokens: list[Token], raw: Raw) -> str:
    """The noun of "one child in ten"."""
    token = tokens[raw.number + 1]
    return normal(token.lower) if token.kind == "word" and token.lower not in ("in", "out", "-") else ""


def _purpose(tokens: list[Token], what: Read, at: int) -> set[str]:
    """What it is for or about: "2 percent of output on defence"."""
    for place in range(at, min(at + _PURPOSE_REACH, len(tokens) - 1)):
        if tokens[place].kind != "word":
            break
        if tokens[place].lower in ("on", "for", "against"):
            return {f"{PURPOSE}{word}" for word in _phrase(tokens, what, place + 1)[0]}
    return set()


def _numbered(tokens: list[Token], what: Read, raw: Raw) -> str:
    """The noun of "the number of protesters was 300", "the town's population is 300"."""
    for at in range(max(0, raw.first - _LEFT), raw.first - 2):
        if tokens[at].lower == "number" and tokens[at + 1].lower == "of":
            return _phrase(tokens, what, at + 2)[1]
    if raw.first > 1 and tokens[raw.first - 1].lower == "of" and tokens[raw.first - 2].lower in _BODIES:
        return _BODIES[tokens[raw.first - 2].lower]
    return "person" if any(_is_population(tokens, what, at) for at in range(max(0, raw.first - 2), raw.first)) else ""


def _is_population(tokens: list[Token], what: Read, at: int) -> bool:
    """Whether a word is the population of a place, not of "the wolf population"."""
    is_of_a_kind = at > 0 and what.words[at - 1] and not tokens[at - 1].text.endswith(("'s", "’s"))
    return tokens[at].lower == "population" and not is_of_a_kind


def _noun(tokens: list[Token], what: Read, at: int) -> tuple[int, str]:
    """The noun after a count, and the token after it: the first plural or kind of people in a run of words."""
    last, stop = "", at
    reach = min(at + _NOUN_REACH, len(tokens))
    while at < reach:
        token = tokens[at]
        if token.kind == "mark" and token.lower == "-":
            at += 1
            reach = min(reach + 1, len(tokens))
            continue
        form = normal(token.lower)
        if token.kind == "name" or what.names[at]:
            at += 1
            continue
        if token.lower == "people" or form in PEOPLE:
            return at + 1, form
        if token.kind != "word" or token.lower in IGNORED or not what.words[at]:
            break
        if last and (_is_deed(form) or looks_like_verb(token.lower, tokens[at - 1].lower)):
            break
        last, stop = form, at + 1
        if token.lower.endswith("s") and not token.lower.endswith(("ss", "us", "is")):
            break
        at += 1
    return stop, last


def _phrase(tokens: list[Token], what: Read, at: int) -> tuple[set[str], str]:
    """The words of a noun phrase and its last one."""
    run: set[str] = set()
    head = ""
    for place in range(at, min(at + 8, len(tokens))):
        token = tokens[place]
        if token.kind not in ("word", "name") and token.lower != "-":
            if token.kind == "number":
                continue
            break
        if token.lower in ("people", "person", "persons", "residents", "inhabitants"):
            run.add("person")
            return run, "person"
        if token.lower in IGNORED and token.lower not in ARTICLES and token.lower not in _WHOLES:
            break
        form = token.lower if token.lower in _WHOLES else what.words[place]
        if run and (_is_deed(form) or looks_like_verb(token.lower, tokens[place - 1].lower)):
            break
        if form:
            run.add(form)
            head = form
            if token.lower.endswith("s") and not token.lower.endswith(("ss", "us", "is")) and form in PEOPLE:
                break
    return run, head


def _is_deed(form: str) -> bool:
    return not _DEEDS.isdisjoint(GROUPS_OF.get(form, ()))
