"""Attributions without a verb: "according to", "reportedly", "Campbell's claim that"."""

from collections.abc import Iterable, Iterator

from claimcheck.attribution.finding import lexicon
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.parsed import Found

ACCORDING_TO = "according to"
_NO_SOURCES = frozenset({"plan", "schedule", "size", "type", "taste", "need", "custom", "law", "age", "rank", "height"})
"""What things go according to."""
_VIEWS = {"in": lexicon.VIEWS, "by": lexicon.ACCOUNTS}
_AFTER_SOURCE = frozenset({",", ".", ";", ")", "—", "--"})


def according_to(layout: Layout) -> Iterator[Found]:
    """What is attributed by "according to"; the content is all else of the sentence."""
    parsed = layout.parsed
    for token in range(len(parsed.words) - 1):
        if parsed.lowered[token] != "according" or parsed.lowered[token + 1] != "to" or layout.is_quoted(token):
            continue
        to = token + 1
        head = parsed.child(to, "pobj")
        if head is None:
            head = parsed.child(token, "pobj")
        if head is None:
            continue
        if parsed.lowered[head] in _NO_SOURCES and head == to + 1:
            continue
        source = layout.trimmed(word for word in parsed.subtree(head) if word > to)
        source = layout.trimmed(_before_main_clause(layout, source, layout.sentence(token)[1]))
        hidden = {token, to, *source}
        content = layout.trimmed(word for word in range(*layout.sentence(token)) if word not in hidden)
        if content:
            yield Found([token, to], source, content, token, ACCORDING_TO)


def hearsay(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What "reportedly" and its like attribute to nobody: the clause around them, where nothing else attributes it."""
    parsed = layout.parsed
    taken = {token for one in found for token in [*one.content, *one.cue]}
    for token, word in enumerate(parsed.lowered):
        if word not in lexicon.HEARSAY or token in taken or layout.is_quoted(token):
            continue
        verb = parsed.heads[token]
        if not parsed.tags[verb].startswith("VB"):
            continue
        hidden = {token}
        for child in parsed.children[verb]:
            if child > verb and parsed.deps[child] in {"advcl", "cc", "conj"}:
                hidden.update(parsed.subtree(child))
        first, last = layout.sentence(token)
        content = layout.trimmed(word for word in parsed.subtree(verb) if word not in hidden and first <= word < last)
        if content:
            yield Found([token], [], content, None, word)


def opinions(layout: Layout) -> Iterator[Found]:
    """What "in the view of X" and "in X's words" attribute; the content is all else of the sentence."""
    parsed = layout.parsed
    for token, word in enumerate(parsed.lowered):
        views = _VIEWS.get(word)
        noun = parsed.child(token, "pobj") if views and not layout.is_quoted(token) else None
        if noun is None or not views or parsed.lowered[noun] not in views:
            continue
        possessor = parsed.child(noun, "poss")
        of = next((child for child in parsed.children[noun] if parsed.lowered[child] == "of"), None)
        if possessor is not None:
            source, cue = parsed.subtree(possessor), [token, noun]
        elif of is not None:
            source, cue = [word for word in parsed.subtree(of) if word != of], [*range(token, of + 1)]
        else:
            continue
        hidden = {*cue, *source, *range(token, max([*cue, *source]) + 1)}
        content = layout.trimmed(word for word in range(*layout.sentence(token)) if word not in hidden)
        if content and source:
            yield Found(cue, layout.trimmed(source), content, None, word)


def nouns(layout: Layout, found: Iterable[Found]) -> Iterator[Found]:
    """What "the claim that" and "her answer was that" attribute, where nothing else attributes it."""
    parsed = layout.parsed
    taken = {token for one in found for token in [*one.content, *one.cue]}
    for noun, word in enumerate(parsed.lowered):
        if word not in lexicon.NOUNS or not parsed.tags[noun].startswith("NN"):
            continue
        if noun in taken or layout.is_quoted(noun):
            continue
        clause, last = _that_clause(layout, noun)
        if clause is None or clause in taken:
            continue
        source = _owner(layout, noun, clause)
        before = [child for child in parsed.children[noun] if child < noun and parsed.deps[child] in {"det", "amod"}]
        cue = [token for token in range(min([noun, *before]), last + 1) if token not in source]
        yield Found(cue, source, layout.trimmed(parsed.subtree(clause)), noun, word)


def _before_main_clause(layout: Layout, source: list[int], last: int) -> list[int]:
    """The source of "According to X, Y did Z" without the Y that the parser takes for a part of X."""
    if not source or source[-1] + 1 >= last:
        return source
    words = layout.parsed.words
    commas = [token for token in source if words[token] == ","]
    after = source[-1] + 1
    if commas and words[after] not in _AFTER_SOURCE and not layout.closes(after):
        return [token for token in source if token < commas[-1]]
    return source


def _that_clause(layout: Layout, noun: int) -> tuple[int | None, int]:
    """The head of the that-clause of a noun, and the last token of the cue."""
    parsed = layout.parsed
    for child in parsed.children[noun]:
        if child > noun and parsed.deps[child] in {"acl", "ccomp", "relcl"}:
            first = parsed.subtree(child)[0]
            if parsed.lowered[first] == "that" and parsed.deps[first] == "mark":
                return child, noun
    be = parsed.heads[noun]
    if parsed.deps[noun] == "nsubj" and parsed.lowered[be] in {"is", "was", "'s", "’s"}:
        for child in parsed.children[be]:
            if child > be and parsed.deps[child] == "ccomp" and parsed.lowered[parsed.subtree(child)[0]] == "that":
                return child, be
    return None, noun


def _owner(layout: Layout, noun: int, clause: int) -> list[int]:
    """Whose claim it is: "Campbell's claim", "the claim of Campbell"."""
    parsed = layout.parsed
    possessor = parsed.child(noun, "poss")
    if possessor is not None:
        return parsed.subtree(possessor)
    inside = set(parsed.subtree(clause))
    for child in parsed.children[noun]:
        if noun < child < clause and parsed.lowered[child] in {"of", "by", "from"}:
            return [token for token in parsed.subtree(child) if token != child and token not in inside]
    return []
