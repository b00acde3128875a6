"""Attributions by a state of mind: "Tokyo has no concerns about ...", "the bank is confident that ..."."""

from collections.abc import Iterable, Iterator

from claimcheck.attribution.finding import clauses, lexicon, subjects
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.parsed import Found

_HAVE = frozenset({"have", "has", "had"})
_BE = frozenset({"is", "was", "are", "were", "be", "been", "remains", "remain", "remained", "'s", "’s", "'m", "'re"})
_MAKE = frozenset({"make", "makes", "made", "making"})


def attitudes(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What nouns and adjectives of the mind attribute, where nothing else attributes it."""
    parsed = layout.parsed
    taken = {token for one in found for token in [*one.content, *one.cue]}
    for noun, word in enumerate(parsed.lowered):
        verb = parsed.heads[noun]
        if word not in lexicon.ATTITUDES | lexicon.MINDED or noun in taken or verb >= noun or layout.is_quoted(noun):
            continue
        head = clauses.own_subject(parsed, verb)
        if head is None or head > verb:
            continue
        if word in lexicon.MINDED:
            one = _of_minded(layout, noun, verb, head)
        elif parsed.lowered[verb] in _HAVE and parsed.deps[noun] == "dobj":
            one = _of_subject(layout, noun, verb, head)
        elif parsed.lowered[verb] in _BE and parsed.deps[noun] == "attr":
            one = _for_somebody(layout, noun, verb, head)
        else:
            one = None
        if one:
            yield one


def _of_minded(layout: Layout, adjective: int, verb: int, head: int) -> Found | None:
    """What "X is confident that ..." and "X made clear that ..." attribute to X."""
    parsed = layout.parsed
    is_told = parsed.lowered[adjective] in lexicon.TOLD
    if (parsed.lowered[verb] in _MAKE) != is_told or (not is_told and parsed.lowered[verb] not in _BE):
        return None
    governed = [*parsed.children[adjective], *(parsed.children[verb] if is_told else ())]
    said = next((child for child in governed if child > adjective and _is_said(layout, child)), None)
    if said is None or (is_told and parsed.deps[said] == "prep"):
        return None
    last = said if parsed.deps[said] == "prep" else adjective
    cue = list(range(clauses.verb_words(parsed, verb)[0], last + 1))
    content = layout.trimmed(token for token in parsed.subtree(said) if token > last)
    source = subjects.phrase(layout, head, cue)
    return Found(cue, source, content, adjective, parsed.lowered[adjective]) if content and source else None


def _is_said(layout: Layout, token: int) -> bool:
    """Whether a token is the head of what somebody is sure of, or the "about" of what somebody is worried about."""
    parsed = layout.parsed
    if parsed.deps[token] == "prep":
        return parsed.lowered[token] in {"about", "by", "of"}
    is_that = parsed.lowered[parsed.subtree(token)[0]] == "that"
    return parsed.deps[token] == "ccomp" or (parsed.deps[token] in {"advcl", "acl"} and is_that)


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
