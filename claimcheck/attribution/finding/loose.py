"""Quotations that no verb of the lexicon introduces: 'The institute: "..."', '"...", a furious mayor hissed.'."""

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.attribution.finding import clauses, lexicon, subjects
from claimcheck.attribution.finding.layout import BULLETS, DASHES, Layout
from claimcheck.attribution.finding.quotations import Quotation
from claimcheck.attribution.given_names import GIVEN
from claimcheck.attribution.parsed import Found
from claimcheck.places import PLACES

COLON = ":"
_NAMES = ("NNP", "NNPS")
_MAX_SPEAKER = 7
"""The tokens within which the colon behind the name of a speaker stands."""
_MIN_SPOKEN = 3
"""The tokens after the colon, the colon included, that are more than a heading."""
_MIN_TOKENS = 5
"""The tokens of a quotation, marks included, that is more than a term."""
_AFTER = 14
_BEFORE = 12
_SIGNED = DASHES | {"―"}
_MAX_SIGNATURE = 15
"""The tokens of a line that can be the name under a quotation."""


def colons(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What a name and a colon attribute."""
    parsed = layout.parsed
    known = list(found)
    for quotation in _unclaimed(layout, known):
        colon = quotation.first - 1
        if colon < 1 or parsed.words[colon] != COLON or quotation.last - quotation.first <= _MIN_TOKENS:
            continue
        first = max(layout.line(quotation.first)[0], layout.sentence(colon)[0])
        if first == colon or any(first <= one.cue[0] < colon for one in known):
            continue
        head = _noun_before(layout, first, colon)
        source = [] if head is None else [token for token in subjects.phrase(layout, head, [colon]) if token < colon]
        if source and source[0] >= first:
            yield Found([colon], source, list(range(quotation.first, quotation.last)), None, COLON)


def unknown_verbs(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What a verb attributes that stands where "said" would."""
    parsed = layout.parsed
    known = list(found)
    cues = {token for one in known for token in one.cue}
    for quotation in _unclaimed(layout, known):
        if quotation.last - quotation.first < _MIN_TOKENS:
            continue
        verb = _verb_after(layout, quotation, cues)
        if verb is None:
            verb = _verb_before(layout, quotation, cues)
        if verb is None:
            continue
        quoted = range(quotation.first, quotation.last)
        cue = [token for token in clauses.verb_words(parsed, verb) if token not in quoted]
        head, _ = clauses.subject(parsed, verb)
        source = [] if head is None else [token for token in subjects.phrase(layout, head, cue) if token not in quoted]
        yield Found(cue, source, list(quoted), verb, parsed.lowered[verb])


def speakers(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What the line of a headline, a list or a transcript attributes to the name before its colon."""
    parsed = layout.parsed
    known = list(found)
    taken = {token for one in known for token in [*one.cue, *one.content]}
    sources = {parsed.lowered[token] for one in known for token in one.source if parsed.tags[token] in _NAMES}
    labels = _labels(layout)
    often = {label for label, number in Counter(_words(layout, label) for label in labels).items() if number > 1}
    for label in labels:
        colon, last = label.stop, layout.line(label.start)[1]
        if colon in taken or last - colon <= _MIN_SPOKEN:
            continue
        if not _is_speaker(layout, label, sources, often):
            continue
        content = range(colon + 1, last)
        says = any(parsed.tags[token].startswith(("VB", "MD")) for token in content)
        if says and not taken.intersection(content):
            yield Found([colon], list(label), layout.trimmed(content), None, COLON)


def signatures(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What a name behind a dash attributes: the quotation that stands before it, or that the line before is."""
    parsed = layout.parsed
    unclaimed = {quotation.first: quotation for quotation in _unclaimed(layout, found)}
    following = [*parsed.lines[1:], (0, 0)]
    for (first, last), (below, end_below) in zip(parsed.lines, following, strict=False):
        quotation = unclaimed.get(first)
        if quotation is None:
            continue
        is_beside = quotation.is_closed and quotation.last < last
        dash, end = (quotation.last, last) if is_beside else (below, end_below)
        is_name = dash + 1 < end and parsed.tags[dash + 1].startswith(("NNP",) if is_beside else ("NN", "DT"))
        is_alone = quotation.last >= last - 1 or (is_beside and not _has_verb(layout, range(dash + 1, end)))
        if parsed.words[dash] in _SIGNED and is_name and is_alone and end - dash <= _MAX_SIGNATURE:
            yield Found([dash], layout.trimmed(range(dash + 1, end)), list(range(first, quotation.last)), None, "-")


def _has_verb(layout: Layout, tokens: range) -> bool:
    return any(layout.parsed.tags[token] in clauses.FINITE | {"MD"} for token in tokens)


def _unclaimed(layout: Layout, found: Iterable[Found]) -> list[Quotation]:
    taken = {layout.quotation(token) for one in found for token in one.content}
    return [quotation for quotation in layout.quotations if quotation not in taken]


def _labels(layout: Layout) -> list[range]:
    """What stands before the colon of each line that has one near its beginning."""
    parsed = layout.parsed
    found = []
    for first, last in parsed.lines:
        head = range(first + (parsed.words[first] in BULLETS), min(first + _MAX_SPEAKER, last))
        colon = next((token for token in head if parsed.words[token] == COLON), head.start)
        if colon > head.start:
            found.append(range(head.start, colon))
    return found


def _words(layout: Layout, label: range) -> tuple[str, ...]:
    return tuple(layout.parsed.lowered[label.start : label.stop])


def _is_speaker(layout: Layout, label: range, sources: set[str], often: set[tuple[str, ...]]) -> bool:
    """Whether the words before a colon tell who speaks: by an office, by the name of a person, or as in a transcript.

    A name that may be any other thing's has to speak elsewhere in the text, or before several colons.
    """
    parsed = layout.parsed
    words = _words(layout, label)
    if not parsed.words[label.start][:1].isupper() or lexicon.LABELS.intersection(words):
        return False
    if words[-1] in lexicon.SPEAKERS:
        return True
    are_names = all(parsed.words[token][:1].isupper() for token in label)
    if len(words[-1]) == 1 or not are_names or PLACES.issuperset(words):
        return False
    is_person = len(words) > 1 and (words[0] in GIVEN or words[0] in lexicon.SPEAKERS)
    return is_person or words[-1] in sources or words in often


def _noun_before(layout: Layout, first: int, colon: int) -> int | None:
    """The head of the noun phrase before a colon: of "the report" in "From the report:"."""
    parsed = layout.parsed
    head = colon - 1
    while first <= parsed.heads[head] < colon and parsed.heads[head] != head:
        if not parsed.tags[parsed.heads[head]].startswith(("NN", "CD", "IN")):
            break
        head = parsed.heads[head]
    while parsed.tags[head].startswith("IN"):
        inner = parsed.child(head, "pobj")
        if inner is None:
            return None
        head = inner
    return head if parsed.tags[head].startswith(("NN", "PR")) else None


def _verb_after(layout: Layout, quotation: Quotation, cues: set[int]) -> int | None:
    parsed = layout.parsed
    last = layout.sentence(quotation.first)[1]
    ends_open = quotation.is_closed and parsed.words[quotation.last - 2] in {",", "?", "!", "—", "--"}
    if not ends_open and not (quotation.last < last and parsed.words[quotation.last] == ","):
        return None
    for token in range(quotation.last, min(last, quotation.last + _AFTER)):
        if parsed.tags[token] not in clauses.FINITE or parsed.deps[token] in {"aux", "auxpass", "relcl"}:
            continue
        if layout.is_quoted(token) or token in cues:
            continue
        head, is_own = clauses.subject(parsed, token)
        return token if is_own and head is not None and quotation.last <= head < last else None
    return None


def _verb_before(layout: Layout, quotation: Quotation, cues: set[int]) -> int | None:
    parsed = layout.parsed
    first = layout.sentence(quotation.first)[0]
    mark = quotation.first - 1
    if mark <= first or parsed.words[mark] not in {":", ","}:
        return None
    for token in range(mark - 1, max(first, mark - _BEFORE), -1):
        if layout.is_quoted(token) or token in cues:
            return None
        if parsed.tags[token] not in clauses.FINITE | {"VBG"} or parsed.deps[token] in {"aux", "auxpass"}:
            continue
        head, _ = clauses.subject(parsed, token)
        is_near = parsed.words[mark] == ":" or token >= mark - 3
        return token if head is not None and first <= head < token and is_near else None
    return None
