"""What grammar says of a verb that attributes: its words, and whose they are."""

from claimcheck.attribution.parsed import ParsedText

NOMINAL = ("NN", "PR", "CD", "DT")
"""How the tags of words that can stand for somebody begin."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
_AUXILIARIES = ("aux", "auxpass", "neg")
_LINKING = frozenset({"however", "when", "where", "why", "how", "then", "though", "so", "there", "even"})
_MAX_CLIMB = 8


def is_verb(parsed: ParsedText, token: int) -> bool:
    """Whether a token stands as the verb of a clause, not as an adjective, auxiliary or name."""
    return parsed.tags[token].startswith("VB") and parsed.deps[token] not in {
        "amod",
        "compound",
        "aux",
        "auxpass",
        "case",
    }


def is_infinitive(parsed: ParsedText, verb: int) -> bool:
    """Whether a verb has a "to" of its own."""
    return any(parsed.deps[child] == "aux" and parsed.lowered[child] == "to" for child in parsed.children[verb])


def verb_words(parsed: ParsedText, verb: int) -> list[int]:
    """The verb with its auxiliaries, negation and particles, and the adverbs that touch them."""
    children = parsed.children[verb]
    own = {verb}
    own |= {child for child in children if parsed.deps[child] in _AUXILIARIES and child < verb}
    own |= {child for child in children if parsed.deps[child] == "prt" and verb < child <= verb + 2}
    adverbs = {
        child
        for child in children
        if parsed.deps[child] == "advmod" and not parsed.children[child] and parsed.lowered[child] not in _LINKING
    }
    own |= {child for child in adverbs if min(own) < child < verb}
    own |= {child for child in adverbs if child == verb - 1}
    own |= {child for child in adverbs if child == max(own) + 1}
    return sorted(own)


def own_subject(parsed: ParsedText, verb: int) -> int | None:
    """The head of the subject that the verb governs: the nearest before it, else the first after it."""
    subjects = [child for child in parsed.children[verb] if parsed.deps[child] in {"nsubj", "nsubjpass"}]
    before = [child for child in subjects if child < verb]
    return before[-1] if before else next(iter(subjects), None)


def subject(parsed: ParsedText, verb: int) -> tuple[int | None, bool]:
    """The head of the verb's subject, and whether it is the verb's own and not lent by another verb or a noun."""
    own = own_subject(parsed, verb)
    if own is not None and (own < verb or parsed.tags[verb] in FINITE or parsed.tags[verb] == "VBN"):
        return own, True
    if _is_participle_after_comma(parsed, verb):
        found = _subject_of_main_clause(parsed, verb)
        if found is not None:
            return found, False
    here = verb
    for _ in range(_MAX_CLIMB):
        dep, head = parsed.deps[here], parsed.heads[here]
        if head == here:
            break
        if dep in {"acl", "relcl"} and parsed.tags[head].startswith(NOMINAL):
            return head, False
        quoted = parsed.child(parsed.heads[head], "dobj") if dep == "pcomp" and parsed.lowered[head] == "as" else None
        if quoted is not None:
            return quoted, False
        here = head
        if parsed.tags[here].startswith(("VB", "MD")):
            found = own_subject(parsed, here)
            if found is not None:
                return found, False
    return None, False


def is_clause(parsed: ParsedText, tokens: list[int]) -> bool:
    """Whether words have a finite verb with its subject among them that no relative clause hides."""
    own = set(tokens)
    main = [token for token in tokens if parsed.deps[token] not in {"relcl", "acl", "advcl", "aux", "auxpass"}]
    return any(
        _is_finite(parsed, token) and own & {own_subject(parsed, token), parsed.child(token, "expl", "csubj")}
        for token in main
    )


def subject_phrase(parsed: ParsedText, head: int, cue: list[int], first: int) -> list[int]:
    """The words around the head of a subject that hang together, without the cue and the clause it stands in.

    None of them lies before the token `first`.
    """
    phrase = set(parsed.subtree(head))
    if phrase & set(cue):
        branch = cue[0]
        while parsed.heads[branch] not in {head, branch}:
            branch = parsed.heads[branch]
        phrase -= set(parsed.subtree(branch))
        phrase = {token for token in phrase if token < cue[0]}
    phrase -= set(cue)
    if not phrase:
        return []
    start = end = head
    while start - 1 in phrase and start > first:
        start -= 1
    while end + 1 in phrase:
        end += 1
    return [token for token in range(start, end + 1) if token in phrase]


def _is_finite(parsed: ParsedText, verb: int) -> bool:
    helpers = [child for child in parsed.children[verb] if parsed.deps[child] in _AUXILIARIES]
    return parsed.tags[verb] in FINITE or any(parsed.tags[child] in FINITE | {"MD"} for child in helpers)


def _is_participle_after_comma(parsed: ParsedText, verb: int) -> bool:
    if parsed.tags[verb] != "VBG" or verb == 0 or parsed.words[verb - 1] != ",":
        return False
    return parsed.deps[verb] in {"acl", "advcl"}


def _subject_of_main_clause(parsed: ParsedText, verb: int) -> int | None:
    here, found = verb, None
    for _ in range(_MAX_CLIMB):
        here = parsed.heads[here]
        if parsed.tags[here].startswith(("VB", "MD")) and here < verb:
            own = own_subject(parsed, here)
            if own is not None and own < verb:
                found = own
                if parsed.deps[here] not in {"ccomp", "advcl", "relcl", "acl", "pcomp"}:
                    break
        if parsed.heads[here] == here:
            break
    return found
