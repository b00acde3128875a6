"""What the eye sees of a text: its lines, sentences and quotations, where the parser sees only grammar."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from claimcheck.attribution.finding.lexicon import VERBS
from claimcheck.attribution.finding.quotations import Quotation, quotations
from claimcheck.attribution.parsed import ParsedText

DASHES = frozenset({"-", "--", "—", "–"})
BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "‣", "◦"})
STOPS = frozenset({".", "?", "!"})
_EDGES = frozenset({",", ";", ":", "."}) | DASHES
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.,' ]{2,30}(?:, [A-Z][\w.]{1,30}){0,2}|[A-Z]\w{1,30}(?: [A-Z]\w{1,30})?)"
    r"(?: ?(?:, )?(?:[A-Z]\w{1,30}\.? \d{1,2}|\d{1,2} [A-Z]\w{1,30}|\w{1,30} \d{1,2})(?:,? \d{4})?)?"
    r" ?(?:\([A-Z][\w. &/]{1,25}\) ?(?:[-–—]+|:)|[-–—]{1,2}) "
)
"""What stands before the first sentence of an agency report: "LONDON (Reuters) - ", "KYIV, Nov. 3 - "."""
_MAX_JOINED = 1_000
"""The tokens of the longest sentence that is put together; what is longer is no prose."""
_REACH = 14
"""The tokens after a quotation within which its "said" is looked for."""


class Layout:
    """A parsed text with its quotations, and with sentences that no quotation is cut by."""

    def __init__(self, parsed: ParsedText) -> None:
        """Find the quotations and put the sentences together."""
        self.parsed = parsed
        self.quotations = quotations(parsed)
        self._quotation_of: list[Quotation | None] = [None] * len(parsed.words)
        for quotation in self.quotations:
            for token in range(quotation.first, quotation.last):
                self._quotation_of[token] = quotation
        self._line_starts = [first for first, _ in parsed.lines]
        self._sentences = self._joined()
        self._sentence_of = [number for number, (first, last) in enumerate(self._sentences) for _ in range(first, last)]

    def quotation(self, token: int) -> Quotation | None:
        """The quotation that a token stands in, its marks included."""
        return self._quotation_of[token] if 0 <= token < len(self._quotation_of) else None

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands in a quotation."""
        return self.quotation(token) is not None

    def opens(self, token: int) -> bool:
        """Whether a token is the mark that opens a quotation."""
        quotation = self.quotation(token)
        return quotation is not None and quotation.first == token

    def closes(self, token: int) -> bool:
        """Whether a token is the mark that closes a quotation."""
        quotation = self.quotation(token)
        return quotation is not None and quotation.is_closed and quotation.last - 1 == token

    def sentence(self, token: int) -> tuple[int, int]:
        """The first token of the sentence and the one after its last."""
        return self._sentences[self._sentence_of[token]]

    def line_number(self, token: int) -> int:
        """Which of the lines a token stands in."""
        return bisect_right(self._line_starts, token) - 1

    def line(self, token: int) -> tuple[int, int]:
        """The first token of the line and the one after its last."""
        return self.parsed.lines[self.line_number(token)]

    def trimmed(self, tokens: Iterable[int]) -> list[int]:
        """Tokens in order, without the commas, dashes and stops at both ends; a stop within quotation marks stays."""
        words = self.parsed.words
        kept = sorted(set(tokens))
        while kept and words[kept[-1]] in _EDGES and not self.is_quoted(kept[-1]):
            kept.pop()
        first = 0
        while first < len(kept) and words[kept[first]] in _EDGES:
            first += 1
        return kept[first:]

    def _joined(self) -> list[tuple[int, int]]:
        line_starts = set(self._line_starts)
        after_dateline = {end for first, last in self.parsed.lines if (end := self._dateline(first, last)) is not None}
        joined: list[tuple[int, int]] = []
        for first, last in self._split(line_starts, after_dateline):
            is_apart = first in line_starts or first in after_dateline
            is_short = bool(joined) and last - joined[-1][0] <= _MAX_JOINED
            if is_short and not is_apart and (self._is_inside_quotation(first) or self._goes_on(first)):
                joined[-1] = (joined[-1][0], last)
            else:
                joined.append((first, last))
        return joined

    def _split(self, line_starts: set[int], after_dateline: set[int]) -> list[tuple[int, int]]:
        """The parser's sentences, each with the mark that opens its quotation and without that of its neighbour."""
        starts = set()
        for first, _ in self.parsed.sentences:
            if first in line_starts:
                starts.add(first)
            elif self.opens(first - 1) and first - 1 not in line_starts:
                starts.add(first - 1)
            elif self.closes(first) and first + 1 < len(self.parsed.words):
                starts.add(first + 1)
            else:
                starts.add(first)
        for end in after_dateline:
            starts.difference_update(range(self.line(end)[0] + 1, end))
            starts.add(end)
        edges = [*sorted(starts), len(self.parsed.words)]
        return list(pairwise(edges))

    def _dateline(self, first: int, last: int) -> int | None:
        """The first token after the dateline of a line, if it has one."""
        parsed = self.parsed
        found = _DATELINE.match(parsed.text, parsed.starts[first], parsed.ends[last - 1])
        if found is None:
            return None
        return next((token for token in range(first + 1, last) if parsed.starts[token] >= found.end()), None)

    def _is_inside_quotation(self, token: int) -> bool:
        quotation = self.quotation(token)
        return quotation is not None and quotation.first < token

    def _goes_on(self, first: int) -> bool:
        """Whether what the parser takes for a sentence goes on with the one before."""
        words = self.parsed.words
        before = words[first - 1]
        if before in {",", ":"} or words[first] == "," or (words[first][0].islower() and before not in STOPS):
            return True
        return self.closes(first - 1) and self._is_said_after(first)

    def _is_said_after(self, first: int) -> bool:
        """Whether a sentence behind a closing mark is the "the mayor said." of that quotation."""
        parsed = self.parsed
        ending = parsed.words[first - 2]
        if ending not in {"?", "!", ",", "—", ".", "…", "..."}:
            return False
        last = parsed.sentences[parsed.sentence_of[first]][1]
        for token in range(first, min(last, first + _REACH)):
            verb = VERBS.get(parsed.lowered[token])
            if verb and verb.says and parsed.tags[token] in {"VBD", "VBZ", "VBP", "VBN"}:
                is_last = token + 1 >= last or parsed.words[token + 1] in STOPS
                return is_last if ending == "." else not self._introduces(token, last)
        return False

    def _introduces(self, verb: int, last: int) -> bool:
        """Whether a verb of saying has its words after it."""
        parsed = self.parsed
        after = min(verb + 1, last - 1)
        if parsed.words[after] == "that" or self.opens(verb + 1):
            return True
        return any(parsed.deps[child] == "ccomp" and child > verb for child in parsed.children[verb])
