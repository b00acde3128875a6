"""Attributions by a verb: "Campbell accused China of ...", '"...", he said', "China is believed to be ..."."""

from collections.abc import Iterator

from claimcheck.attribution.finding import clauses, complements, lexicon, speech, subjects
from claimcheck.attribution.finding.clause import Clause
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.finding.lexicon import VERBS, Verb
from claimcheck.attribution.parsed import Found

_COPULAS = frozenset({"is", "was", "'s", "’s", "be"})
_AUXILIARY = frozenset({"begin", "continue", "decline", "go", "refuse", "start"})
"""Lemmas that leave the attribution to the "say" that hangs on them."""
_EMPTY = frozenset("anything it little much no nothing so something that this yes".split())
_RELATIVES = [["what"], ["whatever"]]
_NAMED = frozenset({"named", "identified"})
_STATEMENT = ["in", "a", "statement"]
_SHORT_OF = ["short", "of"]
_OF_ANYTHING = frozenset({"confirm", "deny", "dispute", "doubt", "reject"})
"""Lemmas with which "it" is enough."""
_MAX_QUOTED = 8
"""The tokens from "quoted" to "saying"."""
_MAX_CHAIN = 4
"""The tokens from "went" to "say" in "went on to say" for both to be one cue."""
_BARE = frozenset({"say", "says", "show", "shows"})
"""What the parser often takes for a noun at the end of a sentence: "..., court records show."."""


def verb_attributions(layout: Layout) -> Iterator[Found]:
    """What is attributed by verbs outside quotations, in the order of the verbs."""
    parsed = layout.parsed
    for token, word in enumerate(parsed.lowered):
        if word not in VERBS or layout.is_quoted(token):
            continue
        found = None
        if clauses.is_verb(parsed, token):
            found = _attribution(layout, token, VERBS[word])
        elif word in _BARE:
            found = _bare(layout, token, VERBS[word])
        if found:
            yield found


def _attribution(layout: Layout, verb: int, entry: Verb) -> Found | None:
    parsed = layout.parsed
    if _attributes_nothing(layout, verb, entry):
        return None
    cue = _chained(layout, verb, clauses.verb_words(parsed, verb))
    head, is_own = clauses.subject(parsed, verb)
    if head is not None and (layout.is_quoted(head) or layout.sentence(head) != layout.sentence(verb)):
        head, is_own = None, False
    if not is_own and clauses.is_infinitive(parsed, verb) and _is_no_saying(layout, verb, head):
        return None
    issued = subjects.issued(layout, verb)
    if issued is not None:
        cue, head = issued
        is_own = True
    cue += _statement(layout, cue[-1] + 1)
    if _is_passive(layout, verb, cue, head if is_own else None):
        return _passive(layout, verb, entry, cue, head if is_own else None)
    return _active(layout, Clause(verb, entry, cue, head, is_own, layout.sentence(verb)))


def _attributes_nothing(layout: Layout, verb: int, entry: Verb) -> bool:
    """Whether a verb stands in another sense, or another one speaks for it."""
    parsed = layout.parsed
    if entry.lemma == "put":
        return not _puts_at(layout, verb)
    if entry.lemma == "call" and parsed.deps[verb] == "acl" and parsed.tags[verb] == "VBN":
        return True
    if entry.lemma in _AUXILIARY and any(_is_saying_infinitive(layout, child) for child in parsed.children[verb]):
        return True
    if entry.lemma == "ask" and any(parsed.lowered[child] in _NAMED for child in parsed.children[verb]):
        return True
    is_order = parsed.tags[verb] == "VB" and verb == layout.sentence(verb)[0]
    return is_order and not layout.opens(verb + 1)


def _chained(layout: Layout, verb: int, cue: list[int]) -> list[int]:
    """The cue with the verb that it hangs on: "went on to say", "stopped short of saying", "neither say nor deny"."""
    parsed = layout.parsed
    governor = parsed.heads[verb]
    goes_on = parsed.deps[verb] == "advcl" and parsed.lowered[governor : governor + 2] == ["went", "on"]
    is_chained = parsed.deps[verb] == "xcomp" or goes_on
    is_chained = is_chained and parsed.child(verb, "nsubj", "nsubjpass") is None
    if is_chained and 0 < verb - governor <= _MAX_CHAIN and parsed.tags[governor].startswith("VB"):
        return sorted({*clauses.verb_words(parsed, governor), *range(governor, verb), *cue})
    short = verb - len(_SHORT_OF)
    if short > 0 and parsed.lowered[short:verb] == _SHORT_OF and parsed.tags[short - 1].startswith("VB"):
        return sorted({*clauses.verb_words(parsed, short - 1), *range(short, verb), *cue})
    if parsed.deps[verb] == "conj" and parsed.lowered[verb - 1] == "nor" and 0 < verb - governor <= _MAX_CHAIN:
        both = [child for child in parsed.children[governor] if parsed.deps[child] == "preconj"]
        return sorted({*clauses.verb_words(parsed, governor), *both, *range(governor, verb), *cue})
    if parsed.deps[verb] == "pcomp" and parsed.lowered[governor] == "as":
        quoted = parsed.heads[governor]
        if parsed.child(quoted, "nsubjpass") is not None and 0 < verb - quoted <= _MAX_QUOTED:
            return sorted({*clauses.verb_words(parsed, quoted), *range(quoted, verb), *cue})
    return cue


def _statement(layout: Layout, token: int) -> list[int]:
    """The "in a statement" right behind "said", which is a part of how it was said."""
    end = token + len(_STATEMENT)
    return list(range(token, end)) if layout.parsed.lowered[token:end] == _STATEMENT else []


def _is_no_saying(layout: Layout, verb: int, head: int | None) -> bool:
    """Whether an infinitive says nothing: "to find a way", "it is hard to claim that"."""
    parsed = layout.parsed
    expletive = head is not None and parsed.lowered[head] in {"it", "there"}
    governor = parsed.heads[verb]
    if parsed.tags[governor].startswith("JJ"):
        governor = parsed.heads[governor]
    if expletive and parsed.lowered[governor] in _COPULAS:
        return True
    if parsed.deps[verb] == "xcomp":
        return False
    has_words = any(parsed.deps[child] == "ccomp" or layout.is_quoted(child) for child in parsed.children[verb])
    return not has_words


def _puts_at(layout: Layout, verb: int) -> bool:
    """Whether a verb is the "put" of "put the loss at a quarter"."""
    parsed = layout.parsed
    at = any(parsed.deps[child] == "prep" and parsed.lowered[child] == "at" for child in parsed.children[verb])
    return at and parsed.child(verb, "dobj") is not None


def _is_saying_infinitive(layout: Layout, verb: int) -> bool:
    """Whether a verb is the "say" of "declined to say", which speaks for both."""
    parsed = layout.parsed
    entry = VERBS.get(parsed.lowered[verb])
    is_near = 0 < verb - parsed.heads[verb] <= _MAX_CHAIN
    return parsed.deps[verb] == "xcomp" and entry is not None and entry.says and is_near


def _is_passive(layout: Layout, verb: int, cue: list[int], subject: int | None) -> bool:
    parsed = layout.parsed
    auxiliaries = any(parsed.deps[child] == "aux" for child in parsed.children[verb])
    if parsed.tags[verb] == "VBN" and subject is None and not auxiliaries and parsed.deps[verb] in {"acl", "advcl"}:
        return True
    if parsed.child(verb, "auxpass") is None and (subject is None or parsed.deps[subject] != "nsubjpass"):
        return False
    has_object = any(parsed.deps[child] in {"dobj", "ccomp"} for child in parsed.children[verb])
    return not (has_object and any(parsed.lowered[token] in {"'s", "’s"} for token in cue))


def _passive(layout: Layout, verb: int, entry: Verb, cue: list[int], subject: int | None) -> Found | None:
    parsed = layout.parsed
    agent = parsed.child(verb, "agent")
    right = [
        child
        for child in parsed.children[verb]
        if child > verb and parsed.deps[child] in {"xcomp", "ccomp", "oprd", "prep", "dobj", "attr"}
    ]
    if entry.lemma not in lexicon.PASSIVES or (agent is None and not right):
        return None
    if entry.lemma == "ask" and agent is None and subject is None:
        return None
    if entry.lemma in {"cite", "quote"} and any(parsed.lowered[child] == "as" for child in right):
        return None
    if any(parsed.deps[child] == "ccomp" for child in right):
        right = [child for child in right if parsed.deps[child] == "ccomp"]
    source = [] if agent is None else [token for token in parsed.subtree(agent) if token != agent]
    charge = _charge(layout, agent)
    source = [token for token in source if token not in charge]
    content = [*charge, *(token for child in right for token in parsed.subtree(child))]
    is_hearer = entry.lemma in {"ask", "tell"}
    if subject is not None and not is_hearer and parsed.lowered[subject] != "it":
        content += layout.trimmed(clauses.subject_phrase(parsed, subject, cue, layout.sentence(subject)[0]))
    return _whole(layout, Found(cue, layout.trimmed(source), content, verb, entry.lemma))


def _charge(layout: Layout, agent: int | None) -> list[int]:
    """The "of hiding a leak" of "accused by the council of hiding a leak", which the parser hangs on the council."""
    parsed = layout.parsed
    head = None if agent is None else parsed.child(agent, "pobj")
    for child in [] if head is None else parsed.children[head]:
        is_charge = parsed.lowered[child] == "as" or parsed.child(child, "pcomp") is not None
        if child > (head or 0) and parsed.deps[child] == "prep" and is_charge:
            return parsed.subtree(child)
    return []


def _active(layout: Layout, clause: Clause) -> Found | None:
    clause = subjects.with_source(layout, clause)
    if clause.entry.says:
        content = speech.around(layout, clause)
        if content:
            return _whole(layout, Found(clause.cue, clause.source, content, clause.verb, clause.entry.lemma))
    cue, source, content = complements.of(layout, clause)
    return _whole(layout, Found(cue, source, content, clause.verb, clause.entry.lemma))


def _bare(layout: Layout, token: int, entry: Verb) -> Found | None:
    parsed = layout.parsed
    sentence = layout.sentence(token)
    is_last = token + 1 >= sentence[1] or parsed.words[token + 1] == "."
    if not is_last or parsed.deps[token] in {"amod", "aux", "auxpass"}:
        return None
    found = subjects.at_end(layout, [token], sentence)
    if found is None or not parsed.tags[found[0][-1]].startswith(("NN", "PR")):
        return None
    return _whole(layout, Found([token], *found, token, entry.lemma))


def _whole(layout: Layout, found: Found) -> Found | None:
    """An attribution with its content cut to what is said; None if nothing is left."""
    block = {*found.source, *found.cue}
    content = layout.trimmed(token for token in found.content if token not in block)
    if content and content[0] > found.cue[-1]:
        content = layout.trimmed(complements.without_aside(layout, content))
    found.content = content
    words = [word for token in content if (word := layout.parsed.lowered[token])[0].isalnum()]
    if not words or words in _RELATIVES:
        return None
    is_empty = all(word in _EMPTY for word in words)
    return None if is_empty and found.word not in _OF_ANYTHING else found
