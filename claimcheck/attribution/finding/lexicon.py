"""The words that attribute: verbs and nouns of saying and thinking, and what is claimed with them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.vocabulary import ClaimKind


class Verb(NamedTuple):
    """A verb that attributes."""

    lemma: str
    kind: ClaimKind
    """What is claimed with it if nothing else tells."""
    says: bool
    """Whether it can stand beside the words themselves, as in '"No," he said'."""
    needs_clause: bool
    """Whether what it attributes is a clause or a quotation, since "declare war" attributes nothing."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEMMAS: Mapping[ClaimKind, str] = {
    ClaimKind.ASSERTION: """
        acknowledge add address admit affirm agree allow amplify announce answer apologise apologize articulate ask
        assert assure attest attribute aver bark begin bellow blog bluster boast brag brief broadcast cable caption
        caution certify chant chime chuckle cite claim clarify command comment communicate concede conclude concur
        confess confirm conjecture continue convey counter crow cry deadpan decide declaim declare decree demonstrate
        demur determine differ direct disagree discover discuss divulge echo editorialise editorialize
        elaborate email emphasise emphasize establish exclaim explain express forget go grant growl gush hear hedge
        highlight hint hold hypothesize imply indicate inform inquire insinuate insist instruct interject intimate
        intone joke know laugh lay learn lecture lie list log maintain mention message moan murmur muse mutter narrate
        note notify observe offer order outline paraphrase pen pipe point ponder posit post postulate preach proclaim
        profess pronounce prove publicise publicize query question quote rave reaffirm realise realize reason recall
        recognise recognize recount refer reiterate relate relay remark remind repeat reply respond retort retweet
        rule say scream share shout sigh signal snap speak specify spell start state stipulate stress suggest sum
        summarise summarize surmise talk tease telegraph tell testify text thank theorise theorize thunder touch
        trumpet tweet underline underscore understand voice volunteer vouch warn weigh whisper wonder write yell
    """,
    ClaimKind.OPINION: """
        admire advise advocate aim appeal applaud approve argue aspire assail assume attack back bash beg believe
        bemoan berate blast brand call care castigate challenge champion characterise characterize cheer chide commend
        compare complain concern condemn consider contemplate contend counsel crave credit criticise criticize decline
        decry deem defend demand denounce depict deplore deride describe desire despise disapprove dislike distrust
        doubt dread dub embrace endorse excoriate favor favour fear feel frame fume gloat gripe grumble guess hail
        hammer hate hope imagine implore interpret justify label lambast lambaste lament laud like liken long love
        marvel mean mistrust mock mull object opine oppose paint perceive pitch plead portray praise prefer presume
        promote propose protest push quip rail rant rebuke recommend refuse regard regret resent resolve respect
        ridicule rip savage scoff scold see seek skewer slam sneer speculate support suppose suspect term think tout
        trash treat trust urge vent view vote want welcome wish worry yearn
    """,
    ClaimKind.REPORT: "detail disclose document find leak record report reveal show uncover",
    ClaimKind.FORECAST: """
        anticipate bet envisage envision expect forecast foresee foretell guarantee intend plan pledge predict promise
        prophesy swear threaten vow
    """,
    ClaimKind.ESTIMATE: "assess calculate compute estimate judge peg project put reckon",
    ClaimKind.ACCUSATION: """
        accuse allege blame charge fault finger implicate impugn incriminate indict slander smear vilify
    """,
    ClaimKind.DENIAL: """
        debunk deflect deny disavow disclaim dismiss dispute pooh-pooh rebut refute reject repudiate rubbish
    """,
}
_SAYING = _words("""
    acknowledge add admit advise affirm agree allege announce answer argue ask assert assess assure attest bark beg
    begin believe bellow blog bluster boast brag calculate caution chant chide chuckle claim clarify comment complain
    concede conclude concur confirm conjecture contend continue counsel counter crow cry deadpan declaim declare
    demand deny disagree disclose elaborate email emphasise emphasize estimate exclaim expect explain fear feel find
    fume gloat go gripe growl grumble guess gush hear hint hope hypothesize implore imply indicate inform inquire
    insist interject intone joke lament laugh learn lecture maintain marvel mention moan murmur muse mutter narrate
    note observe opine plead pledge point post postulate preach predict proclaim profess project promise pronounce
    question quip rant rave reaffirm reason recall reckon recount reiterate remark remind repeat reply report respond
    retort retweet reveal say scoff scold scream shout show sigh snap sneer specify speculate start state stipulate
    stress suggest summarise summarize suppose surmise suspect swear tease tell testify text theorise theorize think
    threaten thunder tweet underscore urge vent volunteer vow warn whisper wonder write yell
""")
_NEEDING_CLAUSE = _words("""
    add address advise allow answer appeal assume back begin blog boast challenge claim command compare concern
    conclude continue counter decide declare demonstrate determine direct discover echo email embrace establish feel
    find frame go grant guess hear hold imagine know laugh learn lie like maintain mean offer pledge post presume
    project protest prove push quote realise realize recognise recognize regard reply respond rule see share show
    speak start suppose tell testify text threaten treat tweet underscore understand weigh wonder write
""")
_IRREGULAR: Mapping[str, str] = {
    "admit": "admits admitted admitting",
    "aver": "avers averred averring",
    "beg": "begs begged begging",
    "begin": "begins began begun beginning",
    "bet": "bets bet betting",
    "blog": "blogs blogged blogging",
    "brag": "brags bragged bragging",
    "broadcast": "broadcasts broadcast broadcasting",
    "concur": "concurs concurred concurring",
    "counsel": "counsels counseled counselled counseling counselling",
    "deadpan": "deadpans deadpanned deadpanning",
    "demur": "demurs demurred demurring",
    "dub": "dubs dubbed dubbing",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "forecast": "forecasts forecast forecasted forecasting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "foretell": "foretells foretold foretelling",
    "forget": "forgets forgot forgotten forgetting",
    "go": "goes went gone going",
    "hold": "holds held holding",
    "know": "knows knew known knowing",
    "label": "labels labeled labelled labeling labelling",
    "lay": "lays laid laying",
    "learn": "learns learned learnt learning",
    "lie": "lies lied lying",
    "log": "logs logged logging",
    "marvel": "marvels marveled marvelled marveling marvelling",
    "mean": "means meant meaning",
    "peg": "pegs pegged pegging",
    "pen": "pens penned penning",
    "plan": "plans planned planning",
    "prefer": "prefers preferred preferring",
    "prove": "proves proved proven proving",
    "put": "puts put putting",
    "quip": "quips quipped quipping",
    "rebut": "rebuts rebutted rebutting",
    "refer": "refers referred referring",
    "regret": "regrets regretted regretting",
    "rip": "rips ripped ripping",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "show": "shows showed shown showing",
    "signal": "signals signaled signalled signaling signalling",
    "slam": "slams slammed slamming",
    "snap": "snaps snapped snapping",
    "speak": "speaks spoke spoken speaking",
    "spell": "spells spelled spelt spelling",
    "sum": "sums summed summing",
    "swear": "swears swore sworn swearing",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "write": "writes wrote written writing",
}

PASSIVES = _words("""
    accuse agree allege announce anticipate ask assess assume believe blame call charge cite confirm consider
    criticise criticize declare deem describe estimate expect fear feel forecast inform judge know note perceive
    predict presume project quote reject remind report reveal say see suppose suspect tell think understand view warn
""")
"""Lemmas whose passive attributes: "China is believed to be ..."."""

NOUNS = _words("""
    accusation accusations acknowledgment admission allegation allegations announcement answer argument arguments
    assertion assertions assessment assurance belief charge charges claim claims comment comments complaint complaints
    concern concerns conclusion confirmation contention declaration denial doubt estimate fear fears finding findings
    forecast hope idea implication insinuation insistence message notion observation opinion pledge point position
    prediction predictions promise remark remarks report reports response revelation revelations rumor rumors rumour
    rumours speculation statement statements suggestion suggestions testimony theory view vow warning warnings
""")
"""What a that-clause can be the content of: "the claim that ..."."""

_NOUNS_BY_KIND: Mapping[ClaimKind, str] = {
    ClaimKind.DENIAL: "denial rebuttal rejection refutation",
    ClaimKind.ACCUSATION: "accusation allegation allegedly",
    ClaimKind.ESTIMATE: "estimate estimation calculation reckoning",
    ClaimKind.FORECAST: """
        prediction forecast expectation projection outlook vow promise pledge guarantee plan intention
    """,
    ClaimKind.OPINION: """
        belief view opinion hope fear concern doubt worry misgivings criticism praise argument complaint demand
        recommendation condemnation convinced confidence judgement judgment objection regret outrage suspicion
    """,
    ClaimKind.REPORT: "rumor rumour reportedly supposedly purportedly",
}
"""The nouns, adverbs and adjectives of the same classes as the verbs beside them."""

VIEWS = _words("assessment estimation eyes judgement judgment opinion reading telling view words")
"""What something is said in: "in the view of"."""

ATTITUDES = _words("""
    concern concerns confidence doubt doubts fear fears hope hopes intention intentions misgivings objection
    objections reservations suspicion suspicions worries worry
""")
"""What somebody has about something: "has no concerns about"."""

ACCOUNTS = _words("account accounts admission count estimate estimates reckoning")
"""What something is so by: "by its own account"."""

TOLD = _words("clear plain")
"""What somebody makes it that something is so."""

MINDED = TOLD | _words("""
    adamant afraid alarmed aware certain concerned confident convinced disappointed doubtful hopeful optimistic
    pessimistic sceptical skeptical sure surprised unaware unsure worried
""")
"""What somebody is about something: "is confident that"."""

REPORTS = _words("""
    analysis assessment average data document documents email emails figures filings investigation numbers poll
    polling polls record records report reports research results review statistics studies study survey surveys
""")
"""What shows or finds something without a clause: "the records show no sales"."""

UTTERANCES = _words("""
    ad ads article book brief column complaint e-mail editorial email emails lawsuit letter letters memo message note
    op-ed petition piece post release report reports resolution response speech statement statements story tweet
    tweets video
""")
"""What is issued in order to say something: "issued a statement saying"."""

OCCASIONS = _words("briefing conference court hearing interview interviews meeting parliament remarks television")
"""What somebody says something in."""

EVIDENCE = _words("evidence indication indications link links proof sign signs violations wrongdoing")
"""What is found or not found when something is claimed: "found no evidence of"."""

SPEAKERS = _words("""
    afp agency ambassador analyst analysts ap army association attorney authorities bank bbc bloomberg chair chairman
    chairwoman chief cnn commission committee company correspondent council court critics department director envoy
    executive expert experts federation government governor host insiders institute intelligence interviewer
    investigators judge kremlin lawyer lawyers leader mayor military minister ministry moderator navy officer official
    officials operator opposition pentagon police poll presenter president prosecutor prosecutors regulator report
    reporter researchers reuters scientists senator source sources speaker spokesman spokesperson spokeswoman study
    survey think-tank union university witness
""")
"""Who speaks before the colon of a headline, lists and transcripts."""

LABELS = _words("""
    about analysis appendix author authors background box breaking byline caption category chapter chart conclusion
    contact correction date edited editor editorial email exclusive fax figure file filed follow graphic image key
    keywords language learn live look map media methodology more new news newsletter note opinion page part phone
    photo photograph picture podcast posted published q questions quiz read reading reference references related
    review section see series share source sources step story subject subscribe summary table tags tel tip title today
    topic topics update updated url version video view viewpoint views vote warning watch week wow written
""") - {"source", "sources"}
"""What is before a colon as well and says nothing: "Photo: ..."."""

HEARSAY = _words("allegedly purportedly reportedly supposedly")
"""Adverbs that attribute to nobody in particular."""


def forms(lemma: str) -> Iterator[str]:
    """The forms of a verb, its lemma first."""
    yield lemma
    if lemma in _IRREGULAR:
        yield from _IRREGULAR[lemma].split()
    elif lemma.endswith("ee"):
        yield from (lemma + "s", lemma + "d", lemma + "ing")
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        yield from (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")


def _plural(noun: str) -> tuple[str, ...]:
    return (noun,) if noun.endswith(("ly", "s")) else (noun, noun + "s")


def _verbs() -> Iterator[tuple[str, Verb]]:
    for kind, lemmas in _LEMMAS.items():
        for lemma in lemmas.split():
            verb = Verb(lemma, kind, says=lemma in _SAYING, needs_clause=lemma in _NEEDING_CLAUSE)
            for form in forms(lemma):
                yield form, verb


VERBS: Mapping[str, Verb] = MappingProxyType(dict(_verbs()))
"""By form, in lower case."""

KINDS: Mapping[str, ClaimKind] = MappingProxyType(
    {form: verb.kind for form, verb in VERBS.items()}
    | {form: kind for kind, nouns in _NOUNS_BY_KIND.items() for noun in nouns.split() for form in _plural(noun)}
)
"""What is claimed with a form of a verb, or with a noun or an adverb that attributes, if nothing else tells."""
