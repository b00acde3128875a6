"""What a source does by saying something: deny, accuse, estimate, forecast, report, hold an opinion, or just assert."""

from claimcheck.attribution import naming
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.phrases import head_of
from claimcheck.vocabulary import ClaimKind

_DENIALS = frozenset("deny denial refute refutation rebut rebuttal repudiate disavow disclaim debunk".split())
_REFUSALS = frozenset("reject rejection dismiss dismissal".split())
"""Words for a denial only where a claim, and no offer, is turned down."""
_CLAIMS = frozenset(
    "claim claims allegation allegations accusation accusations report reports charge charges suggestion suggestions "
    "notion idea rumor rumors rumour rumours speculation assertion assertions assertation statement statements "
    "criticism concerns fears insinuation insinuations story stories narrative conclusion findings argument arguments".split()
)
_FALSE = frozenset("false untrue baseless unfounded groundless fabricated fabrication fake nonsense lie lies".split())
_ACCUSATIONS = frozenset(
    "accuse accusation allege allegation allegedly alleged blame charge implicate incriminate indict impugn".split()
)
_ESTIMATES = frozenset("estimate estimation estimated calculate calculation reckon gauge extrapolate".split())
_FORECASTS = frozenset(
    "predict prediction forecast expect expectation project projection anticipate anticipation foresee prophesy "
    "envision envisage outlook prognosis".split()
)
_WARNINGS = frozenset("warn warning caution threat alert".split())
_OPINIONS = frozenset(
    "believe belief think thought feel feeling consider regard view see perceive denounce perception want wish desire hope fear "
    "worry concern doubt opinion prefer preference like dislike love hate favor favour support oppose opposition "
    "endorse endorsement back praise criticise criticize criticism condemn condemnation welcome applaud urge call describe "
    "portray characterize characterise deem deplore lament regret resent admire advocate recommend recommendation "
    "suspect appreciate disapprove approve agree disagree judge judgment sceptical skeptical willingness aspire seek "
    "guess assume presume suppose imagine disdain decry deplore castigate rebuke chide scold berate bash assail lambast "
    "lambaste label brand dub liken compare defend champion object protest bemoan credit interpret yearn attack reproach "
    "denigrate disparage chastise fault love esteem rank rate slam blast decry hail laud mock ridicule deride demand propose".split()
)
_BY_NOBODY = frozenset("believe think consider expect fear say report know understand suspect".split())
"""Verbs that tell nothing of a kind where nobody is said to do so: "is believed to"."""
_REPORTS = frozenset("report reportedly reported reports reveal publish unearth uncover".split())
_RESEARCH = frozenset(
    "report reports study studies paper papers survey surveys poll polls analysis assessment article story book "
    "investigation review inquiry audit dossier research finding findings data statistics figures brief".split()
)
_CALLS_FOR = frozenset({"should", "must", "ought"})
_FUTURE = frozenset({"will", "would", "could", "may", "might", "’ll", "'ll", "can"})
_ABOUT = frozenset("approximately roughly about around nearly almost some estimated".split())
_TIMES = frozenset(
    "am pm a.m. p.m. o'clock year years month months week weeks day days hour hours minute minutes".split()
)
_NO_BYSTANDER = frozenset("it he she they we i".split())
_SPAN_OF_VERB = 25


def kind(parsed: ParsedText, found: Found) -> ClaimKind:
    """The kind of claim, from the word of the cue, what it is about and who says it."""
    word, content = found.word, [parsed.lowered[token] for token in found.content]
    known = _of_word(parsed, found, word, content)
    if known is not None:
        return known
    if word in _REPORTS or _is_publication(parsed, found):
        return ClaimKind.REPORT
    if _is_denied(parsed, found, content):
        return ClaimKind.DENIAL
    if _calls_for(parsed, found):
        return ClaimKind.OPINION
    return ClaimKind.ESTIMATE if _has_rough_number(parsed, found.content) else ClaimKind.ASSERTION


def _of_word(parsed: ParsedText, found: Found, word: str, content: list[str]) -> ClaimKind | None:
    """The kind that the cue alone decides."""
    first = word.partition(" ")[0]
    if first in _DENIALS or (first in _REFUSALS and _turns_down_a_claim(parsed, found, content)):
        return ClaimKind.ASSERTION if _is_negated(parsed, found) else ClaimKind.DENIAL
    if first in _BY_NOBODY and not found.source and _is_passive(parsed, found):
        return ClaimKind.REPORT if first == "report" else ClaimKind.ASSERTION
    for words, meant in (
        (_ACCUSATIONS, ClaimKind.ACCUSATION),
        (_ESTIMATES, ClaimKind.ESTIMATE),
        (_FORECASTS, ClaimKind.FORECAST),
        (_OPINIONS | _REFUSALS, ClaimKind.OPINION),
    ):
        if first in words:
            return meant
    if first == "put" and any(parsed.tags[token] == "CD" for token in found.content):
        return ClaimKind.ESTIMATE
    if first in _WARNINGS and (_FUTURE & set(content) or "to" in content[:1]):
        return ClaimKind.FORECAST
    return None


def _is_negated(parsed: ParsedText, found: Found) -> bool:
    if found.head is None:
        return False
    around = [found.head, *parsed.children[found.head]]
    return any(
        parsed.deps[token] == "neg" or parsed.lowered[token] in ("never", "not", "n't", "n’t") for token in around
    )


def _is_passive(parsed: ParsedText, found: Found) -> bool:
    if found.head is None:
        return False
    return parsed.child(found.head, "auxpass") is not None or parsed.tags[found.head] == "VBN"


def _turns_down_a_claim(parsed: ParsedText, found: Found, content: list[str]) -> bool:
    if found.head is None:
        return False
    thing = parsed.child(found.head, "dobj")
    noun = parsed.lowered[thing] if thing is not None else ""
    return noun in _CLAIMS or bool(_CLAIMS & set(content[:4])) or parsed.child(found.head, "ccomp") is not None


def _is_publication(parsed: ParsedText, found: Found) -> bool:
    """Whether a newspaper or a study speaks."""
    head = head_of(parsed, found.source)
    if head is None:
        return False
    word = parsed.lowered[head]
    if parsed.tags[head].startswith("NNP"):
        return word in naming.OUTLETS - naming.SPOKEN_AT or word in naming.TITLES_OF_PAPERS
    return word in _RESEARCH or word in naming.PRESS - {"agency", "network", "station", "site"}


def _is_denied(parsed: ParsedText, found: Found, content: list[str]) -> bool:
    """Whether what is said is that some claim is false, or that its own speaker has nothing to do with a thing."""
    if _FALSE & set(content) and _CLAIMS & set(content):
        return True
    text = " ".join(content)
    if "no truth to" in text or "no truth in" in text:
        return True
    place = text.find("nothing to do with")
    if place < 0:
        return False
    subject = content[1] if content[0] == "that" and len(content) > 1 else content[0]
    source = {parsed.lowered[token] for token in found.source}
    return subject in _NO_BYSTANDER or subject in source


def _calls_for(parsed: ParsedText, found: Found) -> bool:
    """Whether the main verb of the content is one of what ought to be."""
    inside = set(found.content)
    tops = [token for token in found.content if parsed.heads[token] not in inside or parsed.heads[token] == token]
    verbs = [token for token in tops if parsed.tags[token].startswith("V")][:1]
    return any(
        parsed.lowered[child] in _CALLS_FOR for verb in verbs for child in parsed.children[verb] if child in inside
    )


def _has_rough_number(parsed: ParsedText, content: list[int]) -> bool:
    """ "about 60 %", "some 12,000 soldiers", but no time: "about five years"."""
    for place, token in enumerate(content[:-2]):
        following = content[place + 1]
        if parsed.lowered[token] in _ABOUT and parsed.tags[following] == "CD":
            after = parsed.lowered[content[place + 2]]
            if after not in _TIMES:
                return True
    return False
