"""Where proper names stand in a parsed text, how much of them is the name, and what they seem to be the name of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.attribution import naming
from claimcheck.attribution.given_names import GENDER_OF, GIVEN
from claimcheck.attribution.parsed import ParsedText
from claimcheck.attribution.places import COUNTRY_OF, PLACES

MAX_WORDS = 12
"""A longer run of capitals is a heading, not a name."""
_SYLLABLE = 5
_PROPER = ("NNP", "NNPS")
_INNER = ("NNP", "NNPS", "JJ", "NN", "NNS", "VBG", "VBN")
_OWN = ("'s", "’s")
_OF_WHAT = frozenset({"ministry", "department", "office", "bank", "bureau", "board", "government", "embassy"})
_BEFORE_PLACES = frozenset(
    {"north", "south", "east", "west", "new", "united", "saudi", "hong", "fort", "port", "san", "st"}
)
_HYPHENS = ("-", "–", "‑")


class NameKind(StrEnum):
    """What a name is the name of, as far as its words tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Run:
    """One proper name in its place; `first` and `end` take in its titles, `start` only the name."""

    first: int
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    """The name in lower case, without full stops."""
    kind: NameKind
    gender: str | None
    roles: frozenset[str]
    is_heading: bool = False

    @property
    def head(self) -> int:
        """The token that the rest of the name hangs on, nearly always."""
        return self.end - 1


def bare(word: str) -> str:
    """A word as the lists have it."""
    return word.lower().rstrip(".")


def runs(parsed: ParsedText) -> Iterator[Run]:
    """The proper names, in their order."""
    headings = _headings(parsed)
    for number, (first, end) in enumerate(parsed.sentences):
        token = first
        while token < end:
            if not _begins(parsed, token):
                token += 1
                continue
            after = _extent(parsed, token, end)
            if after - token <= MAX_WORDS:
                run = _run(parsed, token, after, first)
                if run is not None:
                    run.is_heading = number in headings
                    yield run
            token = after


def _headings(parsed: ParsedText) -> set[int]:
    """The sentences that are written in capitals or with a capital on nearly every word."""
    found = set()
    for number, (first, end) in enumerate(parsed.sentences):
        words = [parsed.words[token] for token in range(first, end) if parsed.words[token][0].isalpha()]
        long = [word for word in words if len(word) > 3]  # noqa: PLR2004 - shorter ones stay small in headings
        capital = sum(word[0].isupper() for word in long)
        shouted = sum(word.isupper() for word in long)
        if len(words) > 3 and (capital >= 0.85 * len(long) or shouted > len(long) / 2):  # noqa: PLR2004
            found.add(number)
    return found


def _begins(parsed: ParsedText, token: int) -> bool:
    word = parsed.words[token]
    if not word[0].isupper():
        return False
    if parsed.tags[token] in _PROPER:
        following = token + 1 < len(parsed.words) and parsed.tags[token + 1] in _PROPER
        return bare(word) not in naming.CALENDAR or (following and bare(word) in GIVEN)
    nation = bare(word) in COUNTRY_OF or bare(word) in naming.PARTISANS
    return nation and token + 1 < len(parsed.words) and parsed.tags[token + 1] in _PROPER


def _extent(parsed: ParsedText, first: int, limit: int) -> int:
    words, lowered = parsed.words, parsed.lowered
    end, is_linked = first + 1, False

    def is_part(token: int) -> bool:
        if token >= limit or not words[token][0].isupper() or parsed.tags[token] not in _INNER:
            return False
        return bare(words[token]) not in naming.CALENDAR or bare(words[token - 1]) in GIVEN

    while end < limit:
        word = lowered[end]
        if is_part(end):
            end += 1
        elif word in ("of", "for", "on") and _takes(parsed, first, end):
            after = end + 1 + (end + 1 < limit and lowered[end + 1] == "the")
            if not is_part(after):
                break
            end, is_linked = after + 1, True
        elif word == "&" or (word == "and" and end + 1 < limit and _joins(parsed, end, first, is_linked=is_linked)):
            if not is_part(end + 1):
                break
            end += 2
        elif word in naming.PARTICLES or word in _HYPHENS or (word in _OWN and lowered[end - 1] == "people"):
            if word in _HYPHENS and end - first > 1 and _is_syllable(parsed, end, limit):
                end += 2
                continue
            if not is_part(end + 1) or (word in _HYPHENS and parsed.starts[end] != parsed.ends[end - 1]):
                break
            end += 2
        else:
            break
    return end


def _is_syllable(parsed: ParsedText, hyphen: int, limit: int) -> bool:
    """Whether a small syllable ends a name: "Ban Ki-moon"."""
    if hyphen + 1 >= limit or parsed.starts[hyphen + 1] != parsed.ends[hyphen]:
        return False
    return len(parsed.words[hyphen + 1]) <= _SYLLABLE and len(parsed.words[hyphen - 1]) <= _SYLLABLE


def _takes(parsed: ParsedText, first: int, preposition: int) -> bool:
    """Whether "of" or "for" goes on with the name: "Center for", "Secretary of", "Ministry of Defence of"."""
    before = {bare(parsed.words[token]) for token in range(first, preposition)}
    last = bare(parsed.words[preposition - 1])
    if parsed.lowered[preposition] == "of" and last in naming.TITLES:
        return True
    return bool(before & naming.ORGANISATIONS) and not before & naming.HONORIFICS


def _joins(parsed: ParsedText, conjunction: int, first: int, *, is_linked: bool) -> bool:
    """Whether "and" stands inside one name: "Center for Strategic and International Studies", "X and Y Commission"."""
    head = parsed.heads[conjunction]
    whole = parsed.heads[head]
    if parsed.deps[head] in ("nmod", "compound", "amod") and whole > conjunction and parsed.words[whole][0].isupper():
        between = range(conjunction + 1, whole)
        if bare(parsed.words[whole]) in naming.ORGANISATIONS and all(parsed.words[t][0].isupper() for t in between):
            return True
    if not is_linked:
        return False
    while parsed.deps[head] in ("compound", "nmod", "amod", "conj") and parsed.heads[head] > first:
        head = parsed.heads[head]
    return parsed.deps[head] == "pobj" and first < parsed.heads[head] < conjunction


def _run(parsed: ParsedText, first: int, end: int, sentence: int) -> Run | None:
    words = [bare(parsed.words[token]) for token in range(first, end)]
    owner = _owner(parsed, first, sentence)
    start, roles = _after_titles(parsed, first, end, words)
    rest = words[start - first :]
    if not rest:
        return None
    roles |= _role_beside(parsed, first, end)
    named = set(rest)
    if named & naming.ORGANISATIONS and not (roles & naming.HONORIFICS):
        if start > first and words[0] not in naming.TITLES:
            return None
        begin = first
        own = words if begin == first else rest
        text = _text(parsed, begin, end)
        if owner is not None and (len(own) == 1 or set(own) & _OF_WHAT):
            text = f"{_text(parsed, owner, first)} {text}"
            own = [bare(parsed.words[owner]), *own]
        return Run(begin, begin, end, text, tuple(own), NameKind.ORGANISATION, None, frozenset())
    while len(rest) > 1 and rest[0] in naming.PARTISANS:
        start, rest = start + 1, rest[1:]
    if len(rest) > 1 and rest[-1] in naming.PARTISANS:
        return None
    given = next((at for at, word in enumerate(rest[:-1]) if word in GIVEN), 0)
    if given and rest[0] not in naming.PARTICLES and rest[0] not in _BEFORE_PLACES:
        start, rest = start + given, rest[given:]
    kind = _kind(parsed, start, end, rest, roles)
    gender = None
    if kind in (NameKind.PERSON, NameKind.UNKNOWN):
        gender = gender_of(roles) or (GENDER_OF.get(rest[0]) if len(rest) > 1 else None)
    return Run(first, start, end, _text(parsed, start, end), tuple(rest), kind, gender, roles)


def gender_of(roles: frozenset[str] | set[str]) -> str | None:
    """What titles and nouns say of a person's gender."""
    if roles & naming.FEMALE_NOUNS:
        return "f"
    return "m" if roles & naming.MALE_NOUNS else None


def _after_titles(parsed: ParsedText, first: int, end: int, words: list[str]) -> tuple[int, frozenset[str]]:
    """Where the name begins after the last title, and the titles."""
    last = max((at for at, word in enumerate(words) if word in naming.TITLES), default=None)
    if last is None or (words[last] == "general" and len(words) == last + 2 and words[-1] in ("motors", "electric")):
        return first, frozenset()
    start = first + last + 1
    if start < end and parsed.lowered[start] == "of":
        place = start
        start += 1 + (parsed.lowered[start + 1] == "the")
        if bare(parsed.words[start]) in naming.OF_OFFICE or bare(parsed.words[start]) in PLACES:
            start += 1
        else:
            objects = [token for token in range(start, end) if parsed.heads[token] == place]
            start = objects[0] + 1 if objects else end
    if start < end and parsed.lowered[start] == "and":
        start = end
    titles = (at for at, word in enumerate(words[: last + 1]) if word in naming.TITLES)
    return start, frozenset(f"vice {words[at]}" if at and words[at - 1] == "vice" else words[at] for at in titles)


def _role_beside(parsed: ParsedText, first: int, end: int) -> frozenset[str]:
    """The office that a common noun before the name or beside it gives: "adviser X", "X, the spokesman"."""
    found = set()
    if first and parsed.tags[first - 1] in ("NN", "NNS") and parsed.lowered[first - 1] in naming.PEOPLE:
        found.add(parsed.lowered[first - 1])
    for child in parsed.children[end - 1]:
        if parsed.deps[child] == "appos" and parsed.lowered[child] in naming.PEOPLE:
            found.add(parsed.lowered[child])
    head = parsed.heads[end - 1]
    if parsed.deps[end - 1] == "appos" and head != end - 1 and parsed.lowered[head] in naming.PEOPLE:
        found.add(parsed.lowered[head])
    return frozenset(found)


def _owner(parsed: ParsedText, first: int, sentence: int) -> int | None:
    if first - sentence >= 2 and parsed.lowered[first - 1] in _OWN and bare(parsed.words[first - 2]) in PLACES:  # noqa: PLR2004
        return first - 2
    return None


def _kind(parsed: ParsedText, start: int, end: int, rest: list[str], roles: frozenset[str]) -> NameKind:
    if roles:
        return NameKind.PERSON
    if len(rest) == 1:
        word = parsed.words[start]
        if rest[0] in PLACES:
            return NameKind.PLACE
        if rest[0] in naming.OUTLETS or (word.isupper() and len(word) > 1):
            return NameKind.ORGANISATION
        return NameKind.UNKNOWN
    if rest[0] in GIVEN and len(rest) <= 4:  # noqa: PLR2004 - names of people are short
        return NameKind.PERSON
    if any(word in naming.OUTLETS for word in rest) or "for" in rest:
        return NameKind.ORGANISATION
    if rest[0] in _BEFORE_PLACES or rest[-1] in PLACES:
        return NameKind.PLACE
    return NameKind.UNKNOWN


def _text(parsed: ParsedText, first: int, end: int) -> str:
    return " ".join(parsed.text[parsed.starts[first] : parsed.ends[end - 1]].split())
