"""The words that a verb of saying governs: a clause, a quotation, or what it accuses, denies and calls for."""

from claimcheck.attribution.finding import lexicon, subjects
from claimcheck.attribution.finding.clause import Clause
from claimcheck.attribution.finding.layout import BULLETS, DASHES, Layout
from claimcheck.attribution.finding.speech import past_adjuncts

_CLAUSES = frozenset({"ccomp", "parataxis"})
_COMPLEMENTS = frozenset({"dobj", "prep", "xcomp", "ccomp", "dative", "oprd", "attr", "acomp", "pobj", "dep", "agent"})
_WITH_INFINITIVE = frozenset({"claim", "threaten"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_ON_FRIDAY = ("on", "Friday")
_OCCASIONS = frozenset({"after", "at", "before", "during", "in"})
"""What stands before the occasion of a saying, and is no part of what is said."""
_MIN_BLOCK = 5
"""The tokens of a line that can be what "she wrote:" at the end of the one before announces."""


def of(layout: Layout, clause: Clause) -> tuple[list[int], list[int], list[int]]:
    """Cue, source and content; the cue takes the preposition with it that the verb asks for."""
    parsed = layout.parsed
    cue, source = clause.cue, clause.source
    content = _clausal(layout, clause)
    has_clause_right = any(
        parsed.deps[child] in _CLAUSES and child > clause.verb for child in parsed.children[clause.verb]
    )
    if not content and clause.entry.says:
        content = _in_a_statement(layout, clause)
    if not content and _may_govern_phrase(layout, clause):
        content = _phrasal(layout, clause)
    if len(content) > 1 and not has_clause_right and _is_asked_for(layout, clause, content[0]):
        cue, content = [*cue, content[0]], content[1:]
    content = _into_quotation(layout, clause, _without_day(layout, clause, content))
    content = _with_quotations(layout, clause, content)
    if clause.entry.says and not content:
        content = _next_line(layout, clause)
        if not content and not clause.is_own_subject:
            found = subjects.at_end(layout, cue, clause.sentence)
            if found:
                source, content = found
    return cue, source, content


def _is_asked_for(layout: Layout, clause: Clause, token: int) -> bool:
    """Whether a token is the preposition of "called for"."""
    parsed = layout.parsed
    return token == clause.cue[-1] + 1 and parsed.deps[token] == "prep" and parsed.heads[token] == clause.verb


def without_aside(layout: Layout, content: list[int]) -> list[int]:
    """Content without what the writer adds at its end: ", who ...", ", a plan that ..."."""
    parsed = layout.parsed
    last, own = content[-1], set(content)
    if layout.is_quoted(last):
        return content
    for border in content[3:-1]:
        begins = border + 1
        if parsed.words[border] not in {","} | DASHES or layout.is_quoted(border) or begins not in own:
            continue
        head = begins
        while parsed.heads[head] in own and parsed.heads[head] > border and parsed.heads[head] != head:
            head = parsed.heads[head]
        reaches_end = max(parsed.subtree(head)) >= last
        if not reaches_end or any(layout.is_quoted(token) for token in range(border, last)):
            continue
        is_relative = parsed.deps[head] == "relcl" and parsed.lowered[begins] in {"which", "who"}
        is_apposition = parsed.deps[head] in {"appos", "npadvmod"} and parsed.tags[begins] == "DT"
        if is_relative or is_apposition:
            return [token for token in content if token < border]
    return content


def _clausal(layout: Layout, clause: Clause) -> list[int]:
    """The clause that a verb governs; left of the verb only what a verb of saying has there."""
    parsed = layout.parsed
    verb, block = clause.verb, clause.block
    hidden = set(block)
    governed = [child for child in parsed.children[verb] if parsed.deps[child] in _CLAUSES]
    right = [child for child in governed if child > verb]
    if right:
        words = [token for child in right for token in parsed.subtree(child) if token not in hidden]
        after = [token for token in words if token > verb]
        asked = [token for token in words if block[0] - 2 <= token < verb and parsed.tags[token] in {"WDT", "WP"}]
        return asked + _filled(after, set()) if after else []
    if governed and clause.entry.says:
        return _filled([token for child in governed for token in parsed.subtree(child)], hidden)
    return []


def _in_a_statement(layout: Layout, clause: Clause) -> list[int]:
    """The clause of "said in a statement that ..." and "said earlier that ...", hung on what is between."""
    parsed = layout.parsed
    for child in parsed.children[clause.verb]:
        if child < clause.verb:
            continue
        noun = parsed.child(child, "pobj") if parsed.deps[child] == "prep" else None
        if noun is not None and parsed.lowered[noun] not in lexicon.UTTERANCES | lexicon.OCCASIONS:
            continue
        if noun is None and parsed.deps[child] not in {"advmod", "npadvmod"}:
            continue
        for said in parsed.children[child if noun is None else noun]:
            phrase = parsed.subtree(said)
            if parsed.deps[said] in {"acl", "relcl", "ccomp"} and parsed.lowered[phrase[0]] == "that":
                return phrase
    return []


def _may_govern_phrase(layout: Layout, clause: Clause) -> bool:
    """Whether a noun phrase can be what the verb attributes."""
    parsed = layout.parsed
    if not clause.entry.needs_clause:
        return True
    if clause.entry.lemma in _WITH_INFINITIVE and parsed.child(clause.verb, "xcomp") is not None:
        return True
    last = clause.sentence[1]
    if any(layout.is_quoted(token) for token in parsed.subtree(clause.verb) if clause.verb < token < last):
        return True
    if clause.subject is not None and parsed.lowered[clause.subject] in lexicon.REPORTS:
        return True
    found = parsed.child(clause.verb, "dobj")
    if found is not None and any(parsed.lowered[child] == "as" for child in parsed.children[clause.verb]):
        return True
    return clause.entry.lemma == "find" and found is not None and parsed.lowered[found] in lexicon.EVIDENCE


def _phrasal(layout: Layout, clause: Clause) -> list[int]:
    """What a verb governs to its right: "China of being ...", "(called) for the mayor to quit"."""
    parsed = layout.parsed
    verb, hidden = clause.verb, set(clause.block)
    words: list[int] = []
    asked = [
        child for child in parsed.children[verb] if child == clause.block[0] - 1 and parsed.lowered[child] == "what"
    ]
    for child in parsed.children[verb]:
        dep = parsed.deps[child]
        is_hearer = clause.entry.lemma == "tell" and dep in {"dobj", "dative"}
        if clause.entry.says and dep == "prep" and parsed.lowered[child] in _OCCASIONS:
            continue
        is_for_clause = dep == "advcl" and parsed.lowered[parsed.subtree(child)[0]] == "for"
        if child > verb and child not in hidden and not is_hearer and (dep in _COMPLEMENTS or is_for_clause):
            words += [token for token in parsed.subtree(child) if token > verb]
    return asked + _filled(words, hidden)


def _with_quotations(layout: Layout, clause: Clause, content: list[int]) -> list[int]:
    """The content with the whole of the quotations that it enters or that stand beside the verb of saying."""
    parsed = layout.parsed
    start, end = clause.sentence
    entered = [quotation for token in content if (quotation := layout.quotation(token))]
    if clause.entry.says:
        block = clause.block
        before, after = block[0] - 1, past_adjuncts(layout, clause, block[-1] + 1)
        while before > start and parsed.words[before] in {",", "-", "--", "—"}:
            before -= 1
        while after < end and parsed.words[after] in {",", ":", "--", "—"}:
            after += 1
        is_finite = parsed.tags[clause.verb] != "VBG"
        if not content and is_finite and before >= start and layout.closes(before):
            entered += [quotation for quotation in [layout.quotation(before)] if quotation]
        if after < end and layout.opens(after):
            entered += [quotation for quotation in [layout.quotation(after)] if quotation]
    quoted = {token for quotation in entered for token in range(quotation.first, quotation.last)}
    return sorted({*content, *quoted})


def _without_day(layout: Layout, clause: Clause, content: list[int]) -> list[int]:
    """The content without the "on Friday" of "said on Friday it had ...", which the parser takes for a part of it."""
    parsed = layout.parsed
    if len(content) <= len(_ON_FRIDAY) or content[0] != clause.cue[-1] + 1 or parsed.lowered[content[0]] != "on":
        return content
    return content[len(_ON_FRIDAY) :] if parsed.lowered[content[1]] in _DAYS else content


def _into_quotation(layout: Layout, clause: Clause, content: list[int]) -> list[int]:
    """The content with what follows it, if that is a quotation that no mark parts from it."""
    end = clause.sentence[1]
    while content and content[-1] > clause.verb and content[-1] + 1 < end and not layout.is_quoted(content[-1]):
        after = content[-1] + 1
        quotation = layout.quotation(after)
        if quotation is None or quotation.first != after:
            break
        content = [*content, *range(after, quotation.last)]
    return content


def _next_line(layout: Layout, clause: Clause) -> list[int]:
    """The line after one that ends in "she wrote:"."""
    end = clause.sentence[1]
    number = layout.line_number(clause.verb)
    lines = layout.parsed.lines
    if layout.parsed.words[end - 1] != ":" or end != lines[number][1] or number + 1 >= len(lines):
        return []
    items: list[int] = []
    for first, last in lines[number + 1 :]:
        if layout.parsed.words[first] not in BULLETS:
            break
        items += range(first + 1, last)
    first, last = lines[number + 1]
    return items or (list(range(first, last)) if last - first > _MIN_BLOCK else [])


def _filled(tokens: list[int], hidden: set[int]) -> list[int]:
    """All tokens from the first of these to the last."""
    own = [token for token in tokens if token not in hidden]
    return [token for token in range(min(own), max(own) + 1) if token not in hidden] if own else []
