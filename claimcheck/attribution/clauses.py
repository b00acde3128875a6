"""What grammar says about a verb that attributes: its words, its subject, what it governs."""

from claimcheck.attribution.parsed import ParsedText

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_AUXILIARIES = ("aux", "auxpass", "neg")
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def is_verb(parsed: ParsedText, token: int) -> bool:
    """Whether a token stands as a verb of a clause, not as an adjective, noun or name."""
    return parsed.tags[token].startswith("VB") and parsed.deps[token] not in ("amod", "compound", "aux", "auxpass", "case")


def verb_words(parsed: ParsedText, verb: int) -> list[int]:
    """The verb with its auxiliaries, negation and particles, and the adverbs that stand among them."""
    own = [verb] + [
        child
        for child in parsed.children[verb]
        if parsed.deps[child] in _AUXILIARIES or (parsed.deps[child] == "prt" and child > verb)
    ]
    own = [token for token in own if parsed.deps[token] not in _AUXILIARIES or token < verb]
    first, last = min(own), max(own)
    between = [
        child
        for child in parsed.children[verb]
        if first < child < last and parsed.deps[child] in ("advmod",) and len(parsed.subtree(child)) == 1
    ]
    return sorted(own + between)


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
