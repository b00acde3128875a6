"""What a source does by saying something: deny, accuse, estimate, forecast, report, hold an opinion, or just assert."""

from collections.abc import Iterator

from claimcheck.attribution.finding.lexicon import HEARSAY, KINDS, REPORTS, VERBS
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.understanding import loaded_words as loaded
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.phrases import head_of
from claimcheck.attribution.understanding.propositions import PERSONAL, Proposition
from claimcheck.vocabulary import ClaimKind

_REFUSALS = frozenset("disavow repudiate reject rejection dismiss deflect rubbish".split())
"""Words for a denial only where a claim, and no offer, is turned down."""
_CALLING = frozenset("call describe brand label deem characterise characterize denounce condemn".split())
"""Words for an opinion, unless it is a claim that is called false, or a deed that is called a crime."""
_BELIEVING = frozenset(
    "believe think argue contend reckon suspect assume fear convinced confident certain sure".split()
)
"""Words for an opinion only where what is believed is neither to come nor a number."""
_BY_NOBODY = frozenset("believe think consider say know understand suspect".split())
"""Verbs that tell nothing of a kind where nobody is said to do so: "is believed to"."""
_INSISTING = frozenset("insist maintain protest swear assure".split())
_WARNINGS = frozenset({"warn", "warning", "warnings"})
_UTTERING = frozenset("express voice share announce air issue repeat reiterate".split())
"""Verbs whose object tells what is done with them: "expressed hope"."""
_NOT = frozenset("not never n't n’t no none".split())
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_FUTURE = _WILL | {"would", "could", "may", "might", "can"}
_SHOWN = frozenset("image images footage photo photos photograph photographs video videos imagery logs".split())
_PRESS = frozenset(
    "newspaper paper outlet magazine broadcaster journal tabloid media television radio weekly daily".split()
)
_NEAR = 4
_LAST = 3
"""The attributions before one among which the charge is that it answers."""
_STEM = 4
"""The letters by which a word is known again in another form."""


def kinds(parsed: ParsedText, found: list[Found]) -> list[ClaimKind]:
    """The kind of each attribution of a text; what says no to a charge made just before is a denial."""
    told: list[ClaimKind] = []
    for number, one in enumerate(found):
        known = kind(parsed, one)
        charges = [
            found[before]
            for before in range(max(0, number - _LAST), number)
            if told[before] is ClaimKind.ACCUSATION and found[before].source != one.source
        ]
        if known is ClaimKind.ASSERTION and charges and _answers(parsed, one, charges):
            known = ClaimKind.DENIAL
        told.append(known)
    return told


def kind(parsed: ParsedText, found: Found) -> ClaimKind:
    """The kind of claim, from the word of the cue, what it is about and who says it.

    Of several that fit the first counts: denial, accusation, forecast, estimate, opinion, report, assertion.
    """
    word = found.word.partition(" ")[0]
    said = Proposition(parsed, found)
    if word in VERBS and VERBS[word].kind is ClaimKind.REPORT:
        known = _of_report(parsed, found, word)
    else:
        known = _of_word(parsed, said, word)
    return known or _of_content(parsed, said, word)


def _of_word(parsed: ParsedText, said: Proposition, word: str) -> ClaimKind | None:
    """The kind that the cue decides; None where it only says that something is said."""
    found = said.found
    meant = _meant(parsed, found, word)
    if word in _REFUSALS and not _turns_down_a_claim(parsed, said):
        return ClaimKind.OPINION
    if word in _INSISTING:
        meant = ClaimKind.DENIAL if said.is_negated and not said.helpers & _WILL else None
    if meant is ClaimKind.DENIAL:
        return ClaimKind.ASSERTION if _is_negated(parsed, found.head) else ClaimKind.DENIAL
    if meant is ClaimKind.OPINION and word in _BY_NOBODY and not found.source and _is_passive(parsed, found):
        return ClaimKind.ASSERTION
    return _of_word_and_content(parsed, said, word, meant) or (meant if meant is not ClaimKind.ASSERTION else None)


def _of_word_and_content(parsed: ParsedText, said: Proposition, word: str, meant: ClaimKind | None) -> ClaimKind | None:
    """The kind where what is said turns what the cue means: "called the report a lie", "believes it will"."""
    found = said.found
    known = None
    if word in _CALLING and _is_of_a_claim(said) and loaded.FALSE & set(said.words):
        known = ClaimKind.DENIAL
    elif word in _CALLING and any(phrase in said.text for phrase in loaded.WRONG_PHRASES):
        known = ClaimKind.ACCUSATION
    elif word == "plead" and "not guilty" in said.text:
        known = ClaimKind.DENIAL
    elif (
        _is_warning(parsed, said, word)
        or (word == "see" and _is_coming(parsed, said))
        or ((meant is ClaimKind.ESTIMATE or word in _BELIEVING) and said.is_of_later)
    ):
        known = ClaimKind.FORECAST
    elif (word in _BELIEVING and said.is_rough) or (word == "put" and _is_put_at_a_number(parsed, found)):
        known = ClaimKind.ESTIMATE
    return known


def _is_warning(parsed: ParsedText, said: Proposition, word: str) -> bool:
    if word not in _WARNINGS:
        return False
    of = {parsed.lowered[said.found.cue[-1]], said.words[0]}
    return bool(_FUTURE & set(said.words) or of & {"to", "of"})


def _meant(parsed: ParsedText, found: Found, word: str) -> ClaimKind | None:
    """What the cue means by itself, or by the noun in it: "in the view of", "voiced hope that"."""
    if word in ("in", "by"):
        return next((KINDS[noun] for token in found.cue if (noun := parsed.lowered[token]) in KINDS), None)
    if word in _UTTERING:
        nouns = (token for token in found.content[:_NEAR] if parsed.tags[token].startswith("NN"))
        meant = KINDS.get(parsed.lowered[next(nouns, found.content[0])])
        return meant if meant is not ClaimKind.REPORT else KINDS.get(word)
    if word == "point" and "finger" in {parsed.lowered[token] for token in (*found.cue, *found.content)}:
        return ClaimKind.ACCUSATION
    return KINDS.get(word)


def _of_report(parsed: ParsedText, found: Found, word: str) -> ClaimKind | None:
    """A report is one where a paper or a body makes it, and no person."""
    if not found.source:
        return ClaimKind.REPORT
    if word == "report":
        head = head_of(parsed, found.source)
        is_person = head is not None and (
            parsed.lowered[head] in PERSONAL or parsed.lowered[head].removesuffix("s") in naming.PEOPLE
        )
        return None if is_person else ClaimKind.REPORT
    return ClaimKind.REPORT if _is_outlet(parsed, found) or _is_body(parsed, found) else None


def _of_content(parsed: ParsedText, said: Proposition, word: str) -> ClaimKind:
    """The kind of what is said with a word like "say", by its own words and by who says it."""
    found = said.found
    if word in HEARSAY or _is_outlet(parsed, found):
        return ClaimKind.REPORT
    fitting = (
        (said.is_denying, ClaimKind.DENIAL),
        (said.is_accusing or _is_charge(parsed, found), ClaimKind.ACCUSATION),
        (said.is_of_later, ClaimKind.FORECAST),
        (said.is_rough or _is_by_estimates(parsed, found), ClaimKind.ESTIMATE),
        (_is_paper(parsed, found), ClaimKind.REPORT),
        (said.is_judging, ClaimKind.OPINION),
    )
    return next((kind for fits, kind in fitting if fits), ClaimKind.ASSERTION)


def _answers(parsed: ParsedText, found: Found, charges: list[Found]) -> bool:
    """Whether a content says no, and speaks of a thing or a deed that one of the charges speaks of."""
    if not Proposition(parsed, found).is_negated:
        return False
    charged = {stem for charge in charges for stem in _stems(parsed, charge.content)}
    return not charged.isdisjoint(_stems(parsed, found.content))


def _stems(parsed: ParsedText, content: list[int]) -> Iterator[str]:
    """How the nouns and verbs begin."""
    for token in content:
        if len(parsed.lowered[token]) > _STEM - 1 and parsed.tags[token].startswith(("NN", "VB")):
            yield parsed.lowered[token][:_STEM]


def _is_put_at_a_number(parsed: ParsedText, found: Found) -> bool:
    is_at = found.head is not None and any(parsed.lowered[child] == "at" for child in parsed.children[found.head])
    return is_at or any(parsed.lowered[token] == "at" for token in found.content)


def _is_coming(parsed: ParsedText, said: Proposition) -> bool:
    """Whether something is seen that happens in a year to come: "sees demand peaking in 2029"."""
    is_going_on = any(parsed.tags[token] == "VBG" for token in said.content)
    return is_going_on and any(len(word) == _NEAR and word.isdigit() for word in said.words)


def _is_negated(parsed: ParsedText, verb: int | None) -> bool:
    return verb is not None and any(parsed.lowered[token] in _NOT for token in parsed.children[verb])


def _is_passive(parsed: ParsedText, found: Found) -> bool:
    return found.head is not None and parsed.tags[found.head] == "VBN"


def _is_of_a_claim(said: Proposition) -> bool:
    return bool(loaded.CLAIMS & set(said.words[:_NEAR]))


def _turns_down_a_claim(parsed: ParsedText, said: Proposition) -> bool:
    head = said.found.head
    if head is None:
        return False
    thing = parsed.child(head, "dobj")
    noun = parsed.lowered[thing] if thing is not None else ""
    return noun in loaded.CLAIMS or _is_of_a_claim(said) or parsed.child(head, "ccomp") is not None


def _is_outlet(parsed: ParsedText, found: Found) -> bool:
    """Whether a newspaper or an agency speaks."""
    head = head_of(parsed, found.source)
    if head is None:
        return False
    word = parsed.lowered[head]
    if parsed.tags[head].startswith("NNP"):
        return word in naming.OUTLETS - naming.SPOKEN_AT or word in naming.TITLES_OF_PAPERS
    is_news = word in ("agency", "agencies", "wire") and "news" in {
        parsed.lowered[below] for below in parsed.children[head]
    }
    return word in _PRESS or is_news


def _is_paper(parsed: ParsedText, found: Found) -> bool:
    """Whether a study, a report or a record speaks."""
    head = head_of(parsed, found.source)
    return head is not None and parsed.lowered[head] in naming.RESEARCH | REPORTS | _SHOWN


def _is_charge(parsed: ParsedText, found: Found) -> bool:
    """Whether an indictment speaks."""
    head = head_of(parsed, found.source)
    return head is not None and parsed.lowered[head] in ("indictment", "indictments", "charges")


def _is_by_estimates(parsed: ParsedText, found: Found) -> bool:
    head = head_of(parsed, found.source)
    return head is not None and KINDS.get(parsed.lowered[head]) is ClaimKind.ESTIMATE


def _is_body(parsed: ParsedText, found: Found) -> bool:
    """Whether a body that inquires, or its paper, speaks: "the commission found"."""
    head = head_of(parsed, found.source)
    if head is None or parsed.tags[head].startswith("NNP"):
        return False
    word = parsed.lowered[head]
    papers = naming.RESEARCH | naming.ORGANISATIONS | REPORTS | _SHOWN
    return word in papers or word in ("panel", "auditors", "investigators")
