"""Where a proper name begins and ends: "Center for Strategic and International Studies", "Ban Ki-moon"."""

from collections.abc import Iterator

from claimcheck.attribution.given_names import GIVEN
from claimcheck.attribution.parsed import ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.places import COUNTRY_OF

MAX_WORDS = 12
"""A longer run of capitals is a heading, not a name."""
OWN = ("'s", "’s")
_ENDS = frozenset({".", "!", "?", '"', "”", "''", ":"})
_SOFT_HYPHEN = "\u00ad"
_SYLLABLE = 5
_MIN_HEADING = 3
_SHARE_OF_CAPITALS = 0.85
_PROPER = ("NNP", "NNPS")
_INNER = ("NNP", "NNPS", "JJ", "NN", "NNS", "VBG", "VBN")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "conj", "appos", "ROOT")
_LINKS = ("of", "for", "on")
_INNER_LABELS = ("compound", "amod", "nmod", "poss")
_HYPHENS = ("-", "–", "‑", "/")


def bare(word: str) -> str:
    """A word as the lists have it."""
    return word.lower().rstrip(".")


def extents(parsed: ParsedText) -> Iterator[tuple[int, int, int]]:
    """The first token of each proper name, the one after its last, and the number of its sentence."""
    known = _surely_names(parsed)
    for number, (first, end) in enumerate(parsed.sentences):
        token = first
        while token < end:
            if not _begins(parsed, token) and not (parsed.words[token] in known and parsed.deps[token] in _NOMINAL):
                token += 1
                continue
            after = _end(parsed, token, end)
            is_noun = after == token + 1 == first + 1 and _is_common(parsed, token)
            if after - token <= MAX_WORDS and not is_noun:
                yield token, after, number
            token = after


def _surely_names(parsed: ParsedText) -> set[str]:
    """The words that are names elsewhere and nowhere stand in small letters, as the parser may miss "Holub said"."""
    proper = {word for word, tag in zip(parsed.words, parsed.tags, strict=True) if tag in _PROPER and word[0].isupper()}
    small = {word for word in parsed.words if word[0].islower()}
    return {word for word in proper if word.lower() not in small and bare(word) not in naming.CALENDAR}


def _is_common(parsed: ParsedText, token: int) -> bool:
    """Whether a word that begins a sentence is a noun like any other: "Research", "Officials"."""
    word = parsed.lowered[token]
    return word in naming.PAPERS or word in naming.PEOPLE or word.removesuffix("s") in naming.PEOPLE


def headings(parsed: ParsedText) -> set[int]:
    """The sentences that are written in capitals or with a capital on nearly every word."""
    found = set()
    for number, (first, end) in enumerate(parsed.sentences):
        words = [parsed.words[token] for token in range(first, end) if parsed.words[token][0].isalpha()]
        long = [word for word in words if len(word) > _MIN_HEADING]
        capital = sum(word[0].isupper() for word in long)
        shouted = sum(word.isupper() for word in long)
        is_prose = parsed.words[end - 1] in _ENDS
        if (
            not is_prose
            and len(words) > _MIN_HEADING
            and (capital >= _SHARE_OF_CAPITALS * len(long) or shouted > len(long) / 2)
        ):
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


def _end(parsed: ParsedText, first: int, limit: int) -> int:
    end, is_linked = first + 1, False
    while end < limit:
        word = parsed.lowered[end]
        if _is_part(parsed, end, limit):
            after = end + 1
        elif word in _LINKS:
            after = _after_link(parsed, first, end, limit)
            is_linked = True
        elif word in ("&", "and"):
            is_inside = word == "&" or _joins(parsed, end, first, is_linked=is_linked)
            after = end + 2 if is_inside and _is_part(parsed, end + 1, limit) else end
        else:
            after = _after_small(parsed, first, end, limit)
        if after == end:
            break
        end = after
    return _without_adjective(parsed, first, end)


def _is_part(parsed: ParsedText, token: int, limit: int) -> bool:
    if token >= limit or not parsed.words[token].lstrip(_SOFT_HYPHEN)[:1].isupper() or parsed.tags[token] not in _INNER:
        return False
    word = bare(parsed.words[token])
    return word not in naming.CALENDAR - naming.ABBREVIATED_MONTHS or bare(parsed.words[token - 1]) in GIVEN


def _after_link(parsed: ParsedText, first: int, link: int, limit: int) -> int:
    """The token after "of" or "for" and the word that it adds to a name, if it does."""
    if not _takes(parsed, first, link):
        return link
    named = link + 1 + (link + 1 < limit and parsed.lowered[link + 1] == "the")
    return named + 1 if _is_part(parsed, named, limit) else link


def _after_small(parsed: ParsedText, first: int, token: int, limit: int) -> int:
    """The token after a particle, hyphen or possessive and the word that it adds to a name, if it does."""
    if parsed.words[token] in _HYPHENS:
        is_tight = parsed.starts[token] == parsed.ends[token - 1]
        goes_on = is_tight and _is_part(parsed, token + 1, limit)
        return token + 2 if goes_on or (token - first > 1 and _is_syllable(parsed, token, limit)) else token
    following = token + _owns_name(parsed, token, limit)
    while following < limit and parsed.lowered[following] in naming.PARTICLES:
        following += 1
    return following + 1 if following > token and _is_part(parsed, following, limit) else token


def _without_adjective(parsed: ParsedText, first: int, end: int) -> int:
    """The end without "for the Marenian" where a common noun goes on: "Institute for the Marenian parliament"."""
    last = end - 1
    while last > first and parsed.deps[last] in _INNER_LABELS and parsed.heads[last] >= end:
        back = next((token for token in range(last, first, -1) if parsed.lowered[token] in _LINKS), None)
        if back is None:
            return end
        end, last = back, back - 1
    return end


def _owns_name(parsed: ParsedText, mark: int, limit: int) -> bool:
    """Whether a possessive stands inside a name: "People's Liberation Army", "Teachers' Union"."""
    if parsed.lowered[mark] in OWN:
        return parsed.lowered[mark - 1] == "people"
    is_mark = parsed.words[mark] in ("'", "’") and mark + 1 < limit
    return is_mark and parsed.words[mark - 1].endswith("s") and bare(parsed.words[mark + 1]) in naming.ORGANISATIONS


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
