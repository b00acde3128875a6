"""A text read once: sentences, words, stems, names, numbers and cues, to be held against many claims."""

from dataclasses import dataclass
from itertools import pairwise

from claimcheck.stance_reading import cues, marks, sentences
from claimcheck.stance_reading.kindred import GROUPS
from claimcheck.stance_reading.leanings import Leanings, leanings
from claimcheck.stance_reading.words import COMMON_STEMS, STOP, lowered, stem, tokens

MAX_CHARACTERS = 60_000
"""What is read of a text; the rest counts as unread, so that any text is answered in bounded time."""
MAX_SENTENCE_TOKENS = 90
"""A longer sentence is read as several."""
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
_TITLE_SHARE = 0.6
_MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: half-open places in the text and among the tokens, its cues counted by kind."""

    start: int
    end: int
    first: int
    last: int
    cues: dict[int, int]
    asks: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the features see it."""

    text: str
    words: list[str]
    stems: list[str]
    content: list[int]
    """The places of the tokens that carry meaning."""
    positions: dict[str, list[int]]
    """For each stem of a content word, its places, in order."""
    sentences: list[Sentence]
    sentence_of: list[int]
    names: frozenset[str]
    numbers: dict[str, int]
    """Each number with the place of its first token."""
    cues: list[tuple[int, int]]
    cue_counts: list[int]
    title_case: float
    bigrams: frozenset[tuple[str, str]]
    near_pairs: frozenset[tuple[str, str]]
    prefixes: frozenset[str]
    groups: frozenset[int]
    """The groups of kindred words that its content words belong to."""
    leanings: Leanings
    looks: list[float]
    """The numbers of `marks.NAMES`."""
    lead: int
    """The token at which the third sentence ends."""


def read(text: str, limit: int = MAX_CHARACTERS) -> Reading:
    """Read the first `limit` characters of a text."""
    text = text[:limit]
    found = tokens(text)
    words = [lowered(word) for word, _, _ in found]
    stems = [stem(word) for word in words]
    hints = cues.found(words, stems)
    content = [place for place, word in enumerate(words) if word not in STOP and (len(word) > 1 or not word.isascii())]
    positions: dict[str, list[int]] = {}
    for place in content:
        positions.setdefault(stems[place], []).append(place)
    parts = _sentences(text, found, hints)
    sentence_of = [number for number, part in enumerate(parts) for _ in range(part.first, part.last)]
    counts = [0] * len(cues.KINDS)
    for _, kind in hints:
        counts[kind] += 1
    title_case = _title_case(found)
    leaning = leanings(words, stems, hints, [(part.first, part.last) for part in parts])
    chain = [stems[place] for place in content]
    return Reading(
        text=text,
        words=words,
        stems=stems,
        content=content,
        positions=positions,
        sentences=parts,
        sentence_of=sentence_of,
        names=_names(found, stems, parts, everything=title_case < _TITLE_SHARE),
        numbers=_numbers(words),
        cues=hints,
        cue_counts=counts,
        title_case=title_case,
        bigrams=frozenset(pairwise(chain)),
        near_pairs=frozenset(zip(chain, chain[2:], strict=False)),
        prefixes=frozenset(root[:5] for root in positions),
        groups=frozenset(group for root in positions for group in GROUPS.get(root, ())),
        leanings=leaning,
        looks=marks.facts(text, words, [part.cues for part in parts], leaning.refuting, leaning.hedging),
        lead=parts[min(2, len(parts) - 1)].last if parts else 0,
    )


def content_stems(text: str, limit: int) -> set[str]:
    """The distinct stems of the content words of the first `limit` characters."""
    words = {lowered(word) for word, _, _ in tokens(text[:limit])}
    return {stem(word) for word in words if word not in STOP and (len(word) > 1 or not word.isascii())}


def _sentences(text: str, found: list[tuple[str, int, int]], hints: list[tuple[int, int]]) -> list[Sentence]:
    parts: list[Sentence] = []
    token, mark, begin = 0, 0, 0
    for end in sentences.ends(text):
        while token < len(found) and found[token][1] < end:
            first = token
            while token < len(found) and found[token][1] < end and token - first < MAX_SENTENCE_TOKENS:
                token += 1
            counts: dict[int, int] = {}
            while mark < len(hints) and hints[mark][0] < token:
                counts[hints[mark][1]] = counts.get(hints[mark][1], 0) + 1
                mark += 1
            is_last = token == len(found) or found[token][1] >= end
            stop = end if is_last else found[token - 1][2]
            start = _after_space(text, begin, stop)
            parts.append(Sentence(start, stop, first, token, counts, asks="?" in text[stop - 4 : stop]))
            begin = stop
        begin = max(begin, end)
    return parts


def _after_space(text: str, begin: int, stop: int) -> int:
    piece = text[begin:stop]
    return begin + len(piece) - len(piece.lstrip())


def _title_case(found: list[tuple[str, int, int]]) -> float:
    letters = [word for word, _, _ in found[:60] if word[0].isalpha() and len(word) > _MIN_LETTERS]
    return sum(word[0].isupper() for word in letters) / len(letters) if letters else 0.0


def _names(
    found: list[tuple[str, int, int]], stems: list[str], parts: list[Sentence], *, everything: bool
) -> frozenset[str]:
    starts = {part.first for part in parts}
    names = set()
    for place, (word, _, _) in enumerate(found):
        if not word[0].isupper() or word.lower() in STOP:
            continue
        is_name = place not in starts if everything else stems[place] not in COMMON_STEMS
        if is_name or (len(word) > 1 and word.isupper()):
            names.add(stems[place])
    return frozenset(names)


def _numbers(words: list[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for place, word in enumerate(words):
        if word[0].isdigit():
            numbers.setdefault(word.replace(",", "").rstrip("."), place)
        elif word in _NUMBER_WORDS:
            numbers.setdefault(_NUMBER_WORDS[word], place)
    return numbers
