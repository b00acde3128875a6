"""Attributions in a relative clause: "..., which Beijing denies", "a charge the company denies"."""

from collections.abc import Iterable, Iterator

from claimcheck.attribution.finding import clauses, subjects
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.finding.lexicon import VERBS
from claimcheck.attribution.parsed import Found

_LEMMAS = frozenset({"deny", "dispute", "refute", "reject"})
_VERBS = frozenset(form for form, verb in VERBS.items() if verb.lemma in _LEMMAS)
_CHARGES = frozenset(
    "accusation accusations allegation allegations charge charges claim claims insinuation suggestion".split()
)
_MIN_WORDS = 3


def denied(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What the writer has told, or a charge, that somebody is said to deny in passing."""
    parsed = layout.parsed
    taken: set[int] | None = None
    for verb, word in enumerate(parsed.lowered):
        if word not in _VERBS or parsed.deps[verb] != "relcl" or layout.is_quoted(verb):
            continue
        taken = {token for one in found for token in [*one.content, *one.cue]} if taken is None else taken
        head = clauses.own_subject(parsed, verb)
        if verb in taken or head is None or parsed.tags[head].startswith("W") or head > verb:
            continue
        cue = clauses.verb_words(parsed, verb)
        source = subjects.phrase(layout, head, cue)
        content = _denied(layout, verb)
        if source and content and not taken.intersection(content):
            yield Found(cue, source, content, verb, VERBS[word].lemma)


def _denied(layout: Layout, verb: int) -> list[int]:
    """The charge that a relative clause hangs on, or all that stands before its comma."""
    parsed = layout.parsed
    if parsed.child(verb, "ccomp", "xcomp") is not None:
        return []
    noun, opened = parsed.heads[verb], parsed.subtree(verb)[0]
    is_which = parsed.lowered[opened] == "which" and parsed.words[opened - 1] == ","
    is_charge = parsed.lowered[noun] in _CHARGES
    if not is_charge and not is_which:
        return []
    start = layout.sentence(verb)[0]
    first = opened if is_which else parsed.subtree(noun)[0]
    if is_charge and not is_which and (first <= start or parsed.words[first - 1] != ","):
        return layout.trimmed(token for token in parsed.subtree(noun) if token < opened)
    told = layout.trimmed(range(start, first))
    return told if len(told) > _MIN_WORDS and clauses.is_clause(parsed, told) else []
