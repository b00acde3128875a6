"""A text as words with their grammar: what the rules work on, without the library that made it."""

from dataclasses import dataclass, field

Spans = tuple[tuple[int, int], ...]
"""Half-open code-point offsets, ascending and apart."""


@dataclass(slots=True)
class ParsedText:
    """One text (or a long part of one) in parallel lists, one entry a token; white space is no token.

    Every index of a token is one of these lists; `heads` holds such indices, and a root is its own head.
    """

    text: str = field(repr=False)
    words: list[str]
    starts: list[int]
    """Where each token begins in `text`, in code points."""
    ends: list[int]
    tags: list[str]
    """Penn Treebank tags: "VBD", "NNP"."""
    deps: list[str]
    """Labels of the CLEAR scheme, as spaCy's English models give them: "nsubj", "ccomp"."""
    heads: list[int]
    sentences: list[tuple[int, int]]
    """The first token of each sentence and the one after its last. No sentence goes over the end of a line."""
    lines: list[tuple[int, int]]
    """The same of each line that is not blank; a paragraph is a line."""
    children: list[list[int]] = field(init=False, repr=False)
    """The tokens that each token governs, ascending."""
    lowered: list[str] = field(init=False, repr=False)
    sentence_of: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Turn the heads around."""
        self.children = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)
        self.lowered = [word.lower() for word in self.words]
        self.sentence_of = [number for number, (first, last) in enumerate(self.sentences) for _ in range(first, last)]

    def subtree(self, token: int) -> list[int]:
        """The token and all that it governs, ascending."""
        found, waiting = [], [token]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting += self.children[here]
        return sorted(found)

    def child(self, token: int, *deps: str) -> int | None:
        """The first token that this one governs by one of these labels."""
        return next((child for child in self.children[token] if self.deps[child] in deps), None)

    def spans(self, tokens: list[int]) -> Spans:
        """Where tokens stand in the text: neighbours, and what only white space parts, are one span."""
        spans: list[tuple[int, int]] = []
        previous = None
        for token in tokens:
            if previous is not None and token == previous + 1:
                spans[-1] = (spans[-1][0], self.ends[token])
            else:
                spans.append((self.starts[token], self.ends[token]))
            previous = token
        return tuple(spans)

    def quoted(self, tokens: list[int]) -> str:
        """The words of tokens on one line, apart where the text has them apart, without marks of emphasis."""
        pieces = []
        for previous, token in zip([None, *tokens], tokens, strict=False):
            touches = previous is not None and self.ends[previous] == self.starts[token]
            pieces += [self.words[token]] if touches or previous is None else [" ", self.words[token]]
        return "".join(pieces)


@dataclass(slots=True)
class Found:
    """One attribution as tokens of a `ParsedText`, each list ascending; only `content` is never empty."""

    cue: list[int]
    source: list[int]
    content: list[int]
    head: int | None
    """The verb or noun of the cue that the lexicon knows; None where none is said, as in a lone quotation."""
    word: str
    """The lexicon's form of it: "deny", "according to", "report"; "" without a cue."""
