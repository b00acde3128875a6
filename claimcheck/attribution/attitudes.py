"""Attributions by a noun of the mind: "Tokyo has no concerns about ...", "... is a concern for Washington"."""

from collections.abc import Iterable, Iterator

from claimcheck.attribution import clauses, lexicon, subjects
from claimcheck.attribution.layout import Layout
from claimcheck.attribution.parsed import Found

_HAVE = frozenset({"have", "has", "had"})
_BE = frozenset({"is", "was", "are", "were", "remains", "remain"})


def attitudes(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What nouns of the mind attribute, where nothing else attributes it."""
    parsed = layout.parsed
    taken = {token for one in found for token in [*one.content, *one.cue]}
    for noun, word in enumerate(parsed.lowered):
        verb = parsed.heads[noun]
        if word not in lexicon.ATTITUDES or noun in taken or verb >= noun or layout.is_quoted(noun):
            continue
        head = clauses.own_subject(parsed, verb)
        if head is None or head > verb:
            continue
        if parsed.lowered[verb] in _HAVE and parsed.deps[noun] == "dobj":
            one = _of_subject(layout, noun, verb, head)
        elif parsed.lowered[verb] in _BE and parsed.deps[noun] == "attr":
            one = _for_somebody(layout, noun, verb, head)
        else:
            one = None
        if one:
            yield one


def _of_subject(layout: Layout, noun: int, verb: int, head: int) -> Found | None:
    """What "X has doubts about ..." attributes to X."""
    parsed = layout.parsed
    after = next((child for child in parsed.children[noun] if child > noun), None)
    if after is None or parsed.deps[after] not in {"prep", "acl", "ccomp"}:
        return None
    is_preposition = parsed.deps[after] == "prep"
    cue = list(range(clauses.verb_words(parsed, verb)[0], (after if is_preposition else noun) + 1))
    content = layout.trimmed(token for token in parsed.subtree(after) if token > cue[-1])
    source = subjects.phrase(layout, head, cue)
    return Found(cue, source, content, noun, parsed.lowered[noun]) if content and source else None


def _for_somebody(layout: Layout, noun: int, verb: int, head: int) -> Found | None:
    """What "... is a concern for X" attributes to X."""
    parsed = layout.parsed
    to = next((child for child in parsed.children[noun] if parsed.lowered[child] in {"for", "of"}), None)
    if to is None or to < noun:
        return None
    cue = list(range(verb, to + 1))
    source = layout.trimmed(token for token in parsed.subtree(to) if token != to)
    content = subjects.phrase(layout, head, cue)
    return Found(cue, source, content, noun, parsed.lowered[noun]) if content and source else None
