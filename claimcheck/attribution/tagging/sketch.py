"""What the trained models look at besides words and grammar: edges of phrases, quotations, and what the rules found."""

from functools import lru_cache

from claimcheck.attribution.finding import lexicon
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.finding.rules import find
from claimcheck.attribution.parsed import Found, ParsedText

_IRREGULAR = {
    form: verb.lemma
    for form, verb in lexicon.VERBS.items()
    if form[:3] != verb.lemma[:3] or (not form.startswith(verb.lemma[:-1]))
}
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_MIN_STEM = 3
_BOUNDS = (1, 2, 3, 4, 7, 13, 26, 51)
_BUCKETS = tuple(
    str(max((bound for bound in _BOUNDS if bound <= number), default=0)) for number in range(_BOUNDS[-1] + 1)
)
_NOUN_LISTS = (
    ("noun", lexicon.NOUNS),
    ("report", lexicon.REPORTS),
    ("utterance", lexicon.UTTERANCES),
    ("hearsay", lexicon.HEARSAY),
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of a word in lower case share, roughly: "denies" and "denied" give "deny"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            word = word[: -len(ending)] + instead
            break
    if len(word) > _MIN_STEM and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > _MIN_STEM else word


@lru_cache(maxsize=65536)
def word_class(word: str) -> str:
    """What the lexicon of the rules knows of a word in lower case; empty if nothing."""
    verb = lexicon.VERBS.get(word)
    if verb is not None:
        return f"{verb.kind.value}{verb.says:d}{verb.needs_clause:d}"
    return next((name for name, words in _NOUN_LISTS if word in words), "")


def lemma(word: str) -> str:
    """The lexicon's form of a word in lower case; the word itself if the lexicon does not have it."""
    verb = lexicon.VERBS.get(word)
    return word if verb is None else verb.lemma


class Sketch:
    """A parsed text with all that is computed once for it, in lists with one entry a token."""

    def __init__(self, parsed: ParsedText) -> None:
        """Let the rules speak, and find the edges."""
        self.parsed = parsed
        self.layout = Layout(parsed)
        self.found: list[Found] = find(parsed)
        self.by_anchor: dict[int, Found] = {}
        for one in self.found:
            anchor = anchor_of(one)
            if anchor is not None:
                self.by_anchor.setdefault(anchor, one)
        total = len(parsed.words)
        self.stems = [stem(word) for word in parsed.lowered]
        self.classes = [word_class(word) for word in parsed.lowered]
        self.quotation_of = [-1] * total
        for number, quotation in enumerate(self.layout.quotations):
            self.quotation_of[quotation.first : quotation.last] = [number] * (quotation.last - quotation.first)
        self.line_of = [number for number, (first, last) in enumerate(parsed.lines) for _ in range(first, last)]
        self.sentences, self.sentence_of = self._sentences(total)
        self.left, self.right = self._edges(total)
        self.opening, self.closing = self._phrases(total)
        self.ruled = self._ruled(total)
        self.given = self._given(total)

    def _sentences(self, total: int) -> tuple[list[tuple[int, int]], list[int]]:
        sentences: list[tuple[int, int]] = []
        sentence_of: list[int] = []
        while len(sentence_of) < total:
            first, last = self.layout.sentence(len(sentence_of))
            sentence_of += [len(sentences)] * (last - len(sentence_of))
            sentences.append((first, last))
        return sentences, sentence_of

    def _edges(self, total: int) -> tuple[list[int], list[int]]:
        """The first and the last token of what each token governs."""
        heads = self.parsed.heads
        left, right = list(range(total)), list(range(total))
        for token in range(total):
            above = heads[token]
            below = token
            while above != below:
                left[above] = min(left[above], token)
                right[above] = max(right[above], token)
                below, above = above, heads[above]
        return left, right

    def _phrases(self, total: int) -> tuple[list[str], list[str]]:
        """The label of the largest phrase that begins with each token, and of the largest that ends with it."""
        parsed = self.parsed
        opening, closing = [""] * total, [""] * total
        for token, head in enumerate(parsed.heads):
            left, right = self.left[token], self.right[token]
            label = parsed.deps[token] if left != right else "1" + parsed.deps[token]
            if label == "1punct":
                continue
            if head == token or self.left[head] != left:
                opening[left] = label
            if head == token or self.right[head] != right:
                closing[right] = label
        return opening, closing

    def _ruled(self, total: int) -> list[str]:
        """For each token what the rules say: the anchor of an attribution, or another word of a cue."""
        ruled = [""] * total
        for one in self.found:
            for token in one.cue:
                ruled[token] = ruled[token] or "cue"
        for anchor, one in self.by_anchor.items():
            quoted = "q" if any(self.quotation_of[token] >= 0 for token in one.content) else "-"
            ruled[anchor] = "anchor" + quoted + ("s" if one.source else "-")
        return ruled

    def _given(self, total: int) -> list[list[tuple[str, Found]]]:
        """For each token the attributions of the rules that it is part of, and as what: "q", "s" or "c"."""
        given: list[list[tuple[str, Found]]] = [[] for _ in range(total)]
        for one in self.found:
            for role, tokens in (("q", one.cue), ("s", one.source), ("c", one.content)):
                for token in tokens:
                    given[token].append((role, one))
        return given


def anchor_of(found: Found) -> int | None:
    """The token that stands for an attribution of the rules; None where no word is its cue."""
    if found.head is not None and found.head in found.cue:
        return found.head
    return found.cue[0] if found.cue else None


def bucket(number: int) -> str:
    """A count, told the more roughly the larger it is."""
    return _BUCKETS[min(number, len(_BUCKETS) - 1)]
