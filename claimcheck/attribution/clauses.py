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
    if own is not None and (own < verb or parsed.tags[verb] in ("VBD", "VBZ", "VBP", "VBN")):
        return own, True
    if parsed.tags[verb] == "VBG" and verb and parsed.words[verb - 1] == "," and parsed.deps[verb] in ("acl", "advcl"):
        found = subject_before(parsed, verb)
        if found is not None:
            return found, False
    here = verb
    for _ in range(6):
        dep, head = parsed.deps[here], parsed.heads[here]
        if head == here:
            return None, False
        if dep in ("acl", "relcl") and parsed.tags[head][:2] in ("NN", "PR", "CD", "DT"):
            return head, False
        here = head
        if parsed.tags[here].startswith(("VB", "MD")):
            found = parsed.child(here, "nsubj", "nsubjpass")
            if found is not None:
                return found, False
    return None, False


def subject_before(parsed: ParsedText, verb: int) -> int | None:
    """The subject of the clause that a participle after a comma hangs on: of the main verb, or of the one before."""
    here = verb
    found = None
    for _ in range(8):
        here = parsed.heads[here]
        if parsed.tags[here].startswith(("VB", "MD")) and here < verb:
            own = parsed.child(here, "nsubj", "nsubjpass")
            if own is not None and own < verb:
                found = own
                if parsed.deps[here] not in ("ccomp", "advcl", "relcl", "acl", "pcomp"):
                    break
        if parsed.heads[here] == here:
            break
    return found
