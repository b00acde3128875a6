"""What a source does by saying something: deny, accuse, estimate, forecast, report, hold an opinion, or just assert."""

from claimcheck.attribution.finding.lexicon import HEARSAY, VERBS
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.phrases import head_of
from claimcheck.attribution.understanding.scene import SUBJECTS
from claimcheck.vocabulary import ClaimKind

_NOUNS = {
    **dict.fromkeys("denial denials rebuttal rejection refutation dispute".split(), ClaimKind.DENIAL),
    **dict.fromkeys("accusation accusations allegation allegations allegedly".split(), ClaimKind.ACCUSATION),
    **dict.fromkeys("estimate estimates estimation calculation".split(), ClaimKind.ESTIMATE),
    **dict.fromkeys(
        """
    prediction predictions forecast forecasts expectation expectations projection projections outlook vow
    promise pledge guarantee threaten
    """.split(),
        ClaimKind.FORECAST,
    ),
    **dict.fromkeys(
        """
    belief view views opinion hope hopes fear fears concern concerns doubt doubts worry criticism praise argue
    argument arguments complain complaint complaints grumble gripe lament fume rail rant vent quip urge demand
    implore beg plead describe characterize characterise depict recommend recommendation counsel advise hail
    tout denounce condemnation convinced
    """.split(),
        ClaimKind.OPINION,
    ),
    **dict.fromkeys("rumor rumors rumour rumours reportedly supposedly purportedly".split(), ClaimKind.REPORT),
    **dict.fromkeys("know realise realize recognise recognize understand hint".split(), ClaimKind.ASSERTION),
}
"""Nouns, and the verbs that are more telling here than their class in the lexicon."""
_REFUSALS = frozenset("disavow repudiate reject rejection dismiss deflect rubbish".split())
"""Words for a denial only where a claim, and no offer, is turned down."""
_CLAIMS = frozenset(
    """
    claim claims allegation allegations accusation accusations report reports charge charges suggestion
    suggestions notion idea rumor rumors rumour rumours speculation assertion assertions statement statements
    criticism concerns fears insinuation insinuations story stories narrative conclusion findings argument
    arguments
    """.split()
)
_FALSE = frozenset(
    """
    false untrue baseless unfounded groundless fabricated fabrication fake disinformation propaganda nonsense lie lies
    """.split()
)
_BY_NOBODY = frozenset("believe think consider say know understand suspect".split())
"""Verbs that tell nothing of a kind where nobody is said to do so: "is believed to"."""
_INSISTING = frozenset("insist maintain protest swear assure".split())
_WARNINGS = frozenset({"warn", "warning", "warnings"})
_NOT = frozenset("not never n't n’t no none".split())
_PERSONAL = frozenset("i he she we they you who".split())
_CALLS_FOR = frozenset({"should", "must", "ought"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_FUTURE = _WILL | {"would", "could", "may", "might", "can"}
_ROUGHLY = frozenset("approximately roughly about around nearly almost some estimated over between".split())
_BOUNDS = frozenset(
    {("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to")}
)
_FIRST_WORDS = 15
"""A rough number further on is hardly what is said."""
_LIKING = frozenset({"like", "love", "prefer", "hate", "welcome", "rather"})
_PLANNED = frozenset({"planned", "scheduled", "expected", "due", "set"})
_MARKS = frozenset({'"', "“", "‘", "''"})
_TIMES = frozenset(
    """
    am pm a.m. p.m. o'clock year years month months week weeks day days hour hours minute minutes
    """.split()
)


def kind(parsed: ParsedText, found: Found) -> ClaimKind:
    """The kind of claim, from the word of the cue, what it is about and who says it."""
    content = [parsed.lowered[token] for token in found.content]
    word = found.word.partition(" ")[0]
    if word in VERBS and VERBS[word].kind is ClaimKind.REPORT and word not in _NOUNS:
        known = _of_report(parsed, found, word)
    else:
        known = _of_word(parsed, found, word, content)
    return known or _of_content(parsed, found, word, content)


def _of_word(parsed: ParsedText, found: Found, word: str, content: list[str]) -> ClaimKind | None:
    """The kind that the cue decides; None where it only says that something is said."""
    meant = _NOUNS.get(word) or (VERBS[word].kind if word in VERBS else None)
    is_refused = word in _REFUSALS and not _turns_down_a_claim(parsed, found, content)
    is_warning = word in _WARNINGS and (_FUTURE & set(content) or content[0] in ("to", "of"))
    verb = _main_verb(parsed, found.content)
    is_insisted = word in _INSISTING and _is_negated(parsed, verb) and not _helpers(parsed, verb) & _WILL
    if is_refused:
        return ClaimKind.OPINION
    if is_insisted or meant is ClaimKind.DENIAL:
        return ClaimKind.ASSERTION if _is_negated(parsed, found.head) else ClaimKind.DENIAL
    if meant is ClaimKind.OPINION and word in _BY_NOBODY and not found.source and _is_passive(parsed, found):
        return ClaimKind.ASSERTION
    if is_warning or (meant is ClaimKind.ESTIMATE and _is_of_later(parsed, found, content)):
        return ClaimKind.FORECAST
    if word == "put" and _is_put_at_a_number(parsed, found):
        return ClaimKind.ESTIMATE
    return meant if meant is not ClaimKind.ASSERTION else None


def _of_report(parsed: ParsedText, found: Found, word: str) -> ClaimKind | None:
    """A report is one where a paper or a body makes it, and no person."""
    if not found.source:
        return ClaimKind.REPORT
    if word == "report":
        head = head_of(parsed, found.source)
        is_person = head is not None and (
            parsed.lowered[head] in _PERSONAL or parsed.lowered[head].removesuffix("s") in naming.PEOPLE
        )
        return None if is_person else ClaimKind.REPORT
    return ClaimKind.REPORT if _is_outlet(parsed, found) or _is_body(parsed, found) else None


def _of_content(parsed: ParsedText, found: Found, word: str, content: list[str]) -> ClaimKind:
    """The kind of what is said with a word like "say", by its own words and by who says it."""
    if word in HEARSAY or _is_outlet(parsed, found):
        return ClaimKind.REPORT
    if _has_rough_number(parsed, found.content):
        return ClaimKind.ESTIMATE
    if _is_paper(parsed, found):
        return ClaimKind.REPORT
    if _is_denied(parsed, found, content):
        return ClaimKind.DENIAL
    verb = _main_verb(parsed, found.content)
    helpers = _helpers(parsed, verb)
    if helpers & _CALLS_FOR or ("would" in helpers and verb is not None and parsed.lowered[verb] in _LIKING):
        return ClaimKind.OPINION
    return ClaimKind.FORECAST if _is_of_later(parsed, found, content) else ClaimKind.ASSERTION


def _is_of_later(parsed: ParsedText, found: Found, content: list[str]) -> bool:
    """Whether the main verb of what is said tells of what is still to come."""
    verb = _main_verb(parsed, found.content)
    if verb is None:
        return False
    helpers = _helpers(parsed, verb)
    if helpers & _WILL or (parsed.lowered[verb] in _PLANNED and helpers & {"is", "are"}):
        return True
    subject = parsed.child(verb, "nsubj", "nsubjpass")
    is_personal = subject is not None and parsed.lowered[subject] in _PERSONAL
    if helpers & {"could", "might"}:
        return not is_personal and not helpers & {"have", *_NOT}
    before = {parsed.words[token] for token in found.content if token < verb}
    is_in_past = found.head is not None and parsed.tags[found.head] in ("VBD", "NN", "NNS")
    return "would" in helpers and is_in_past and "if" not in content and not before & _MARKS


def _helpers(parsed: ParsedText, verb: int | None) -> set[str]:
    return set() if verb is None else {parsed.lowered[child] for child in parsed.children[verb]}


def _is_put_at_a_number(parsed: ParsedText, found: Found) -> bool:
    is_at = found.head is not None and "at" in _helpers(parsed, found.head)
    return is_at or any(parsed.lowered[token] == "at" for token in found.content)


def _main_verb(parsed: ParsedText, content: list[int]) -> int | None:
    inside = set(content)
    return next(
        (
            token
            for token in content
            if parsed.tags[token].startswith(("V", "MD"))
            and (parsed.heads[token] not in inside or parsed.heads[token] == token)
        ),
        None,
    )


def _is_negated(parsed: ParsedText, verb: int | None) -> bool:
    if verb is None:
        return False
    return any(parsed.lowered[token] in _NOT for token in parsed.children[verb])


def _is_passive(parsed: ParsedText, found: Found) -> bool:
    return found.head is not None and parsed.tags[found.head] == "VBN"


def _turns_down_a_claim(parsed: ParsedText, found: Found, content: list[str]) -> bool:
    if found.head is None:
        return False
    thing = parsed.child(found.head, "dobj")
    noun = parsed.lowered[thing] if thing is not None else ""
    return noun in _CLAIMS or bool(_CLAIMS & set(content[:4])) or parsed.child(found.head, "ccomp") is not None


def _is_outlet(parsed: ParsedText, found: Found) -> bool:
    """Whether a newspaper or an agency speaks."""
    head = head_of(parsed, found.source)
    if head is None:
        return False
    word = parsed.lowered[head]
    if parsed.tags[head].startswith("NNP"):
        return word in naming.OUTLETS - naming.SPOKEN_AT or word in naming.TITLES_OF_PAPERS
    return word in ("newspaper", "paper", "outlet", "magazine", "broadcaster", "journal", "tabloid", "media")


def _is_paper(parsed: ParsedText, found: Found) -> bool:
    """Whether a study or a report speaks."""
    head = head_of(parsed, found.source)
    return head is not None and parsed.lowered[head] in naming.RESEARCH


def _is_body(parsed: ParsedText, found: Found) -> bool:
    """Whether a body that inquires, or its paper, speaks: "the commission found"."""
    head = head_of(parsed, found.source)
    if head is None or parsed.tags[head].startswith("NNP"):
        return False
    word = parsed.lowered[head]
    return word in naming.RESEARCH or word in naming.ORGANISATIONS or word in ("panel", "auditors", "investigators")


def _is_denied(parsed: ParsedText, found: Found, content: list[str]) -> bool:
    """Whether what is said is that some claim is false, or that its own speaker has nothing to do with a thing."""
    text = " ".join(content)
    if "no truth to" in text or "no truth in" in text:
        return True
    verb = _main_verb(parsed, found.content)
    subject = parsed.child(verb, *SUBJECTS) if verb is not None else None
    if verb is None or subject is None:
        return False
    noun = parsed.lowered[subject]
    if "nothing to do with" in text:
        source = {parsed.lowered[token] for token in found.source}
        return noun in _PERSONAL or noun == "it" or noun in source
    is_claim = noun in _CLAIMS or noun in ("it", "this", "that")
    return is_claim and any(parsed.lowered[child] in _FALSE for child in parsed.children[verb])


def _has_rough_number(parsed: ParsedText, content: list[int]) -> bool:
    """Whether there is a number that is no exact one, as in "about 60 %", and no time: "about five years"."""
    content = content[:_FIRST_WORDS]
    words = [parsed.lowered[token] for token in content]
    for place, token in enumerate(content):
        if parsed.tags[token] != "CD" or not place or words[max(0, place - 3)] == "no":
            continue
        after = words[place + 1 : place + 3]
        is_rough = words[place - 1] in _ROUGHLY or (place > 1 and tuple(words[place - 2 : place]) in _BOUNDS)
        is_most = place > 2 and words[place - 3] == "as" and words[place - 1] == "as"  # noqa: PLR2004
        if (is_rough or is_most) and not _TIMES & set(after):
            return True
    return False
