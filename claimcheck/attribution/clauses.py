"""What grammar says about a verb that attributes: its words, its subject, what it governs."""

from claimcheck.attribution.parsed import ParsedText

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_AUXILIARIES = ("aux", "auxpass", "neg")
_LINKING = frozenset("however when where why how then though so there even".split())


def is_verb(parsed: ParsedText, token: int) -> bool:
    """Whether a token stands as a verb of a clause, not as an adjective, noun or name."""
    return parsed.tags[token].startswith("VB") and parsed.deps[token] not in ("amod", "compound", "aux", "auxpass", "case")


def verb_words(parsed: ParsedText, verb: int) -> list[int]:
    """The verb with its auxiliaries, negation and particles, and the adverbs that touch them."""
    children = parsed.children[verb]
    own = {verb}
    own |= {child for child in children if parsed.deps[child] in _AUXILIARIES and child < verb}
    own |= {child for child in children if parsed.deps[child] == "prt" and verb < child <= verb + 2}
    adverbs = {child for child in children if parsed.deps[child] == "advmod" and not parsed.children[child]}
    adverbs -= {child for child in adverbs if parsed.lowered[child] in _LINKING}
    first = min(own)
    own |= {child for child in adverbs if first < child < verb}
    if verb - 1 in adverbs:
        own.add(verb - 1)
    if max(own) + 1 in adverbs and max(own) + 1 > verb:
        own.add(max(own) + 1)
    return sorted(own)


def subject(parsed: ParsedText, verb: int) -> tuple[int | None, bool]:
    """The token at the head of the verb's subject, and whether it is the verb's own."""
    own = parsed.child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return own, True
    here, dep = verb, parsed.deps[verb]
    for _ in range(6):
        head = parsed.heads[here]
        if head == here:
            return None, False
        if dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
            found = parsed.child(head, "nsubj", "nsubjpass")
            if found is not None:
                return found, False
        elif dep in ("acl", "relcl"):
            return head, False
        elif dep != "pcomp" and dep != "prep":
            return None, False
        here, dep = head, parsed.deps[head]
    return None, False
