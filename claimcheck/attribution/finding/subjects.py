"""Who speaks, where the parser's subject is not enough."""

from dataclasses import replace

from claimcheck.attribution.finding import clauses, lexicon
from claimcheck.attribution.finding.clause import Clause
from claimcheck.attribution.finding.layout import DASHES, Layout

_PRONOUNS = frozenset({"neither", "both", "none", "some", "many", "others", "all", "few", "most"})
_MAX_PHRASE = 25
_MAX_ISSUED = 4
"""The tokens from "statement" to "saying"."""
_TIMES = frozenset({"today", "yesterday", "tomorrow", "later", "earlier"})
_PHRASE_STARTS = ("NN", "DT", "PR", "JJ", "CD")
_PHRASE_TAGS = ("NN", "DT", "JJ", "IN", "VB", "CC", "CD", "PO", "PR", "HY", "TO", "RB")


def with_source(layout: Layout, clause: Clause) -> Clause:
    """The clause with the words of its source; it may be none."""
    parsed = layout.parsed
    first = clause.sentence[0]
    source = _left_phrase(layout, clause)
    if not source and clause.subject is not None:
        source = phrase(layout, clause.subject, clause.cue)
    before = clause.cue[0] - 1
    if not clause.is_own_subject and before >= first and parsed.lowered[before] in _PRONOUNS:
        return replace(clause, source=[before], subject=before, is_own_subject=True)
    follows_words = before >= first and (parsed.words[before] == "," or layout.closes(before))
    is_finite = parsed.tags[clause.verb] in clauses.FINITE
    if clause.entry.says and is_finite and not clause.is_own_subject and follows_words:
        inverted = _inverted(layout, clause)
        if inverted is not None:
            source = [token for token in phrase(layout, inverted, clause.cue) if token > clause.verb]
            return replace(clause, source=source, subject=inverted, is_own_subject=True)
    return replace(clause, source=source)


def phrase(layout: Layout, head: int, cue: list[int]) -> list[int]:
    """The words of a subject, none of them before its sentence."""
    first = layout.sentence(head)[0]
    return layout.trimmed(clauses.subject_phrase(layout.parsed, head, cue, first))


def issued(layout: Layout, verb: int) -> tuple[list[int], int] | None:
    """The cue and the head of the subject of "issued a statement saying"."""
    parsed = layout.parsed
    noun = parsed.heads[verb]
    is_participle = parsed.tags[verb] == "VBG" or parsed.child(verb, "nsubj") in {verb - 1, verb - 2}
    if parsed.deps[verb] not in {"acl", "relcl"} or not is_participle:
        return None
    if parsed.lowered[noun] not in lexicon.UTTERANCES or parsed.deps[noun] != "dobj":
        return None
    if not 0 < verb - noun <= _MAX_ISSUED:
        return None
    governor = parsed.heads[noun]
    if not parsed.tags[governor].startswith("VB") or governor > noun:
        return None
    head, _ = clauses.subject(parsed, governor)
    if head is None or head > governor:
        return None
    return list(range(clauses.verb_words(parsed, governor)[0], verb + 1)), head


def at_end(layout: Layout, cue: list[int], sentence: tuple[int, int]) -> tuple[list[int], list[int]] | None:
    """Source and content of "..., lists kept by the harbour office show." where the parser saw no subject."""
    parsed = layout.parsed
    first, last = sentence
    after = cue[-1] + 1
    if after < last and parsed.words[after] not in {".", ",", ";"} and not layout.closes(after):
        return None
    border = cue[0] - 1
    while border > first and not _is_border(layout, border) and parsed.tags[border].startswith(_PHRASE_TAGS):
        border -= 1
    source = list(range(border + 1, cue[0]))
    if border <= first or not source or not _is_border(layout, border):
        return None
    if not any(parsed.tags[token].startswith(("NN", "PR")) for token in source):
        return None
    return source, list(range(first, border + 1))


def _is_border(layout: Layout, token: int) -> bool:
    return layout.parsed.words[token] == "," or layout.closes(token)


def _left_phrase(layout: Layout, clause: Clause) -> list[int]:
    """What stands before a finite verb for which the parser saw no subject, if it can be one."""
    parsed = layout.parsed
    if clause.subject is not None or parsed.tags[clause.verb] not in clauses.FINITE:
        return []
    start = max(clause.sentence[0], clause.cue[0] - _MAX_PHRASE)
    tokens = list(range(start, clause.cue[0]))
    quoted = [token for token in tokens if layout.is_quoted(token)]
    tokens = [token for token in tokens if not quoted or token > quoted[-1]]
    verbs = [token for token in tokens if _ends_phrase(layout, token)]
    commas = [token for token in tokens if verbs and token > verbs[-1] and parsed.words[token] == ","]
    tokens = [token for token in tokens if not commas or token > commas[0]]
    while tokens and (parsed.tags[tokens[0]] in {"CC", "RB", ","} or parsed.words[tokens[0]] in DASHES):
        tokens.pop(0)
    while tokens and parsed.lowered[tokens[-1]] in _TIMES:
        tokens.pop()
    if not tokens or not parsed.tags[tokens[0]].startswith(_PHRASE_STARTS):
        return []
    if any(_ends_phrase(layout, token) for token in tokens):
        return []
    closing = tokens[-1]
    if parsed.words[closing] == ",":
        return layout.trimmed(tokens) if any(parsed.words[token] == "," for token in tokens[:-1]) else []
    return layout.trimmed(tokens) if parsed.tags[closing].startswith(("NN", "PR", "CD")) else []


def _ends_phrase(layout: Layout, token: int) -> bool:
    parsed = layout.parsed
    return parsed.words[token] in {";", ":"} or parsed.tags[token] in clauses.FINITE or parsed.tags[token] == "MD"


def _inverted(layout: Layout, clause: Clause) -> int | None:
    """The head of the subject after the verb, as in '"...", said the harbour master, who ...'."""
    parsed = layout.parsed
    last = clause.sentence[1]
    head = clause.cue[-1] + 1
    if head >= last or not parsed.tags[head].startswith(("NN", "DT", "JJ", "PR", "CD", "VBG", "RB")):
        return None
    while clause.verb < parsed.heads[head] < last and parsed.heads[head] != head:
        if _ends_phrase(layout, parsed.heads[head]):
            break
        head = parsed.heads[head]
    return head if parsed.tags[head].startswith(("NN", "PR")) else None
