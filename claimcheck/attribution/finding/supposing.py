"""Where a verb of saying tells of no saying, or of what was not said: "if she says that", "never said that"."""

from claimcheck.attribution.finding import clauses
from claimcheck.attribution.finding.lexicon import VERBS
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.vocabulary import ClaimKind

_CONDITIONS = frozenset({"if", "unless", "whether"})
_ASKED = frozenset({"who", "whom"})
_NOT = frozenset("not never n't n’t no neither nor nobody none nothing nowhere hardly".split())
_WITHHOLDING = frozenset(
    """
    avoid avoids avoided avoiding decline declines declined declining fail fails failed failing hesitate hesitates
    hesitated hesitating refrain refrains refrained refraining refuse refuses refused refusing reluctant unable
    unwilling without
    """.split()
)
_SHORT_OF = (["short", "of"], ["instead", "of"], ["rather", "than"])
_DENIALS = frozenset("denial denials rebuttal rebuttals refutation rejection".split())
_WONDERING = frozenset("ask dispute doubt doubts inquire question wonder".split())
_CHAIN = ("xcomp", "pcomp", "prep")
"""How "say" hangs on the "declined" of "declined to say", and on "from" and "refrained"."""
_MAX_CHAIN = 4


def is_supposed(parsed: ParsedText, found: Found) -> bool:
    """Whether nothing is said: the saying is asked about, a condition, an order or a permission."""
    verb = found.head
    if verb is None or not clauses.is_verb(parsed, verb):
        return False
    return any(
        _is_condition(parsed, here) or _is_asked(parsed, here) or _is_order(parsed, here)
        for here in _chain(parsed, verb)
        if clauses.is_verb(parsed, here)
    )


def is_unsaid(parsed: ParsedText, found: Found) -> bool:
    """Whether the source does not claim the content, but denies it, or says neither yes nor no."""
    word = found.word.partition(" ")[0]
    if word in _DENIALS | _WONDERING or parsed.lowered[found.content[0]] == "whether":
        return True
    if word in VERBS and VERBS[word].kind is ClaimKind.DENIAL:
        return True
    if found.source and parsed.lowered[found.source[0]] in _NOT:
        return True
    cue = {parsed.lowered[token] for token in found.cue}
    if found.head is None or not clauses.is_verb(parsed, found.head):
        return bool(cue & _NOT)
    around = set(cue)
    for here in _chain(parsed, found.head):
        around.add(parsed.lowered[here])
        around.update(parsed.lowered[child] for child in parsed.children[here] if parsed.deps[child] == "neg")
    return bool(around & (_NOT | _WITHHOLDING)) or parsed.lowered[max(0, found.head - 2) : found.head] in _SHORT_OF


def _chain(parsed: ParsedText, verb: int) -> list[int]:
    """The verb and what it hangs on in "declined to say" and "refrained from saying"."""
    chain = [verb]
    while len(chain) < _MAX_CHAIN and parsed.deps[chain[-1]] in _CHAIN:
        chain.append(parsed.heads[chain[-1]])
    return chain


def _is_condition(parsed: ParsedText, verb: int) -> bool:
    return any(
        child < verb and parsed.deps[child] == "mark" and parsed.lowered[child] in _CONDITIONS
        for child in parsed.children[verb]
    )


def _is_asked(parsed: ParsedText, verb: int) -> bool:
    """Whether a question asks for the saying itself, or for who says it; not why or when."""
    first, last = parsed.sentences[parsed.sentence_of[verb]]
    subject = clauses.own_subject(parsed, verb)
    if subject is None or parsed.deps[verb] not in {"ROOT", "conj"}:
        return False
    if not any(parsed.words[token] == "?" for token in range(verb + 1, last)):
        return False
    if parsed.lowered[subject] in _ASKED:
        return subject <= first + 1
    helpers = [child for child in parsed.children[verb] if parsed.deps[child] == "aux" and child < subject]
    return bool(helpers) and not any(parsed.tags[token].startswith("W") for token in range(first, helpers[0]))


def _is_order(parsed: ParsedText, verb: int) -> bool:
    """Whether somebody may, should or is to say something: "you may say", "please say", "let us say"."""
    if parsed.tags[verb] != "VB":
        return False
    subject = clauses.own_subject(parsed, verb)
    helpers = [child for child in parsed.children[verb] if parsed.deps[child] == "aux"]
    if subject is None:
        first, _ = parsed.sentences[parsed.sentence_of[verb]]
        return (
            not helpers
            and parsed.deps[verb] == "ROOT"
            and all(
                parsed.lowered[token] in {"please", "do", "and", "so", "just", '"', "“"} for token in range(first, verb)
            )
        )
    if parsed.lowered[parsed.heads[verb]] == "let" and parsed.lowered[subject] in {"us", "'s", "’s"}:
        return True
    return parsed.lowered[subject] == "you" and any(parsed.tags[child] == "MD" for child in helpers)
