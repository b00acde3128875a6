"""The proper names of a parsed text: how much of each is title, how much name, and what it seems to be the name of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.attribution.given_names import GENDER_OF, GIVEN
from claimcheck.attribution.parsed import ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.name_extents import OWN, bare, extents, headings
from claimcheck.places import PLACES

_OF_WHAT = frozenset({"ministry", "department", "office", "bank", "bureau", "board", "government", "embassy"})
_SURNAMES = frozenset({"king", "prince", "bishop", "pope", "judge", "marshal", "lord"})
"""Titles that are surnames, too."""
_LONGEST_PERSON = 4
_BEFORE_PLACES = frozenset(
    {"north", "south", "east", "west", "new", "united", "saudi", "hong", "fort", "port", "san", "st"}
)


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
    head: int
    """The token that the rest of the name hangs on."""
    is_heading: bool = False


def runs(parsed: ParsedText) -> Iterator[Run]:
    """The proper names, in their order."""
    in_headings = headings(parsed)
    for first, end, sentence in extents(parsed):
        run = _run(parsed, first, end)
        if run is not None:
            run.is_heading = sentence in in_headings
            yield run


def _run(parsed: ParsedText, first: int, end: int) -> Run | None:
    words = [bare(parsed.words[token]) for token in range(first, end)]
    start, roles = _after_titles(parsed, first, end, words)
    if start == end and words[0] in naming.ORGANISATIONS:
        start, roles = first, frozenset()
    elif start == end and _is_surname(parsed, first, words):
        start, roles = _after_titles(parsed, first, end - 1, words[:-1])
    rest = words[start - first :]
    if not rest:
        return None
    roles |= _role_beside(parsed, first, end)
    if set(rest) & naming.ORGANISATIONS and not roles & naming.HONORIFICS:
        is_odd = start > first and words[0] not in naming.TITLES
        return None if is_odd else _organisation(parsed, first, end, words)
    if len(rest) > 1 and rest[-1] in naming.PARTISANS:
        return None
    start += _before_name(rest)
    rest = words[start - first :]
    kind = _kind(parsed.words[start], rest, roles)
    gender = None
    if kind in (NameKind.PERSON, NameKind.UNKNOWN):
        gender = gender_of(roles) or (GENDER_OF.get(rest[0]) if len(rest) > 1 else None)
    return Run(
        first, start, end, _text(parsed, start, end), tuple(rest), kind, gender, roles, _head(parsed, start, end)
    )


def _is_surname(parsed: ParsedText, first: int, words: list[str]) -> bool:
    """Whether a last word that may be a title is none: "Mr. King", "Angus King", and "King" without an article."""
    if len(words) == 1:
        has_article = first > 0 and parsed.tags[first - 1] in ("DT", "PRP$", "JJ")
        return words[0] in _SURNAMES and not has_article
    is_called = words[-2] in naming.HONORIFICS - {"madam", "madame"}
    return is_called or any(word in GIVEN for word in words[:-1])


def _organisation(parsed: ParsedText, first: int, end: int, words: list[str]) -> Run:
    text, named = _text(parsed, first, end), words
    owner = _owner(parsed, first)
    if owner is not None and (len(words) == 1 or set(words) & _OF_WHAT):
        text = f"{_text(parsed, owner, first)} {text}"
        named = [bare(parsed.words[owner]), *words]
    head = _head(parsed, first, end)
    return Run(first, first, end, text, tuple(named), NameKind.ORGANISATION, None, frozenset(), head)


def _before_name(words: list[str]) -> int:
    """How many words before a given name are none of it: "Republican", "Crooked", "Miss Universe"."""
    skipped = 0
    while len(words) - skipped > 1 and words[skipped] in naming.PARTISANS:
        skipped += 1
    left = words[skipped:]
    given = next((at for at, word in enumerate(left[:-1]) if word in GIVEN), 0)
    return skipped + given if left[0] not in naming.PARTICLES and left[0] not in _BEFORE_PLACES else skipped


def _head(parsed: ParsedText, start: int, end: int) -> int:
    """The token of a name whose own head lies outside it, the last of several."""
    outside = [
        token for token in range(start, end) if not start <= parsed.heads[token] < end or parsed.heads[token] == token
    ]
    loose = [token for token in outside if parsed.deps[token] not in ("compound", "nmod")]
    return (loose or outside or [end - 1])[-1]


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
    roles: set[str] = set()
    for at in titles:
        roles.add(f"{words[at - 1]} {words[at]}" if at else words[at])
        if not at or words[at - 1] != "vice":
            roles.add(words[at])
    return start, frozenset(roles)


def _role_beside(parsed: ParsedText, first: int, end: int) -> frozenset[str]:
    """The office that a common noun before the name or beside it gives: "adviser X", "X, the spokesman"."""
    head = end - 1
    beside = [child for child in parsed.children[head] if parsed.deps[child] == "appos"]
    if parsed.deps[head] == "appos":
        beside.append(parsed.heads[head])
    if first and parsed.tags[first - 1] in ("NN", "NNS"):
        beside.append(first - 1)
    found: set[str] = set()
    for noun in beside:
        if parsed.lowered[noun] in naming.PEOPLE and not first <= noun < end:
            found |= {parsed.lowered[noun], office(parsed, noun)}
    return frozenset(found)


def office(parsed: ParsedText, noun: int) -> str:
    """A common noun with the word before it that says of what: "finance minister"."""
    before = noun - 1
    is_part = before >= 0 and parsed.heads[before] == noun and parsed.deps[before] in ("compound", "amod", "nmod")
    return f"{parsed.lowered[before]} {parsed.lowered[noun]}" if is_part else parsed.lowered[noun]


def _owner(parsed: ParsedText, first: int) -> int | None:
    """The country before a body: "Russia's Defence Ministry"."""
    is_owned = first > 1 and parsed.lowered[first - 1] in OWN and bare(parsed.words[first - 2]) in PLACES
    return first - 2 if is_owned else None


def _kind(word: str, words: list[str], roles: frozenset[str]) -> NameKind:
    is_single = len(words) == 1
    if roles or (not is_single and words[0] in GIVEN and len(words) <= _LONGEST_PERSON):
        return NameKind.PERSON
    if (is_single and words[0] in PLACES) or (
        not is_single and (words[0] in _BEFORE_PLACES or words[-1] in PLACES) and "for" not in words
    ):
        return NameKind.PLACE
    is_paper = words[-1] in naming.TITLES_OF_PAPERS and not is_single
    is_acronym = is_single and word.isupper() and len(word) > 1
    if is_paper or is_acronym or "for" in words or any(word in naming.OUTLETS for word in words):
        return NameKind.ORGANISATION
    return NameKind.UNKNOWN


def _text(parsed: ParsedText, first: int, end: int) -> str:
    return parsed.quoted(list(range(first, end)))
