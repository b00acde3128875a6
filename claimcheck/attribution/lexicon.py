"""The words that attribute: verbs and nouns of saying, and what a claim made with them is."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.vocabulary import ClaimKind

_SAY = """
say tell add note write tweet retweet post blog state announce declare explain argue contend assert maintain insist
claim reiterate repeat stress emphasize emphasise underscore underline highlight point_out mention remark comment
observe reply respond answer retort counter quip joke recall recount relate testify attest swear affirm reaffirm
acknowledge admit concede confess confirm disclose reveal inform notify advise assure remind caution brief read go
continue conclude start begin interject chime_in pipe_up weigh_in shout yell scream cry exclaim whisper mutter murmur
chant intone declaim proclaim pronounce volunteer elaborate clarify specify outline spell_out lay_out describe
characterize characterise summarize summarise paraphrase quote cite cable email text message telegraph signal hint
imply intimate indicate suggest stipulate reason preach lecture vent gush marvel muse ponder wonder ask inquire query
question demand plead urge insinuate profess pledge vow promise guarantee warn threaten lie boast brag crow complain
lament grumble gripe moan fume rail rant rave sigh laugh chuckle snap bark bellow growl sneer scoff tease deadpan
  offer share convey relay communicate express voice articulate state_flatly narrate caption opine
editorialize editorialise theorize theorise hypothesize posit postulate surmise allow grant agree disagree differ
dispute sum_up correct apologize apologise thank beg implore counsel recommend instruct order direct command tout
trumpet hail publicize publicise broadcast leak divulge document detail list  show demonstrate prove establish
find discover determine learn uncover note_down record  log certify decide rule  order_that decree
""".split()
_REPORT = "report publish show find reveal document detail leak uncover record disclose".split()
_DENY = "deny reject dismiss refute rebut disavow disclaim repudiate rubbish pooh-pooh deflect deny_that debunk".split()
_ACCUSE = """
accuse blame allege charge fault denounce implicate incriminate indict impugn finger hint_at slander smear vilify
""".split()
_ESTIMATE = "estimate calculate compute  reckon assess  peg project     judge".split()
_FORECAST = "predict forecast foresee project anticipate expect envision envisage prophesy foretell bet".split()
_OPINION = """
believe think feel consider view regard see deem suppose suspect doubt fear worry hope wish want guess assume presume
imagine agree understand know realize realise recognize recognise perceive criticize criticise condemn blast slam
attack praise applaud commend laud hail welcome back support endorse oppose favor favour prefer decry deplore ridicule
mock deride lambast lambaste castigate rebuke chide scold berate bash rip hammer assail skewer savage trash excoriate
call label brand dub term liken compare defend justify resent regret lament love like hate dislike despise admire
respect distrust mistrust trust fear dread interpret conclude speculate contemplate weigh mull aspire seek intend plan
aim mean  propose advocate champion promote push pitch demand call_for urge appeal advise recommend object protest
bemoan credit dismiss fault  cheer embrace back_away question challenge portray depict paint  frame
treat paint disagree conclude approve disapprove care concern crave desire yearn long refuse decline vote resolve
""".split()

_VERBS: Mapping[ClaimKind, list[str]] = {
    ClaimKind.OPINION: _OPINION,
    ClaimKind.ASSERTION: _SAY,
    ClaimKind.REPORT: _REPORT,
    ClaimKind.FORECAST: _FORECAST,
    ClaimKind.ESTIMATE: _ESTIMATE,
    ClaimKind.ACCUSATION: _ACCUSE,
    ClaimKind.DENIAL: _DENY,
}
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "hold": "holds held holding",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "see": "sees saw seen seeing",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "read": "reads read reading",
    "go": "goes went gone going",
    "begin": "begins began begun beginning",
    "swear": "swears swore sworn swearing",
    "foresee": "foresees foresaw foreseen foreseeing",
    "foretell": "foretells foretold foretelling",
    "mean": "means meant meaning",
    "seek": "seeks sought seeking",
    "leak": "leaks leaked leaking",
    "put": "puts  putting",
    "bet": "bets bet betting",
    "cast": "casts  casting",
    "learn": "learns learned learnt learning",
    "lay": "lays laid laying",
    "break": "breaks broke broken breaking",
    "prove": "proves proved proven proving",
    "refer": "refers referred referring",
    "quip": "quips quipped quipping",
    "rebut": "rebuts rebutted rebutting",
    "brag": "brags bragged bragging",
    "beg": "begs begged begging",
    "admit": "admits admitted admitting",
    "slam": "slams slammed slamming",
    "rip": "rips ripped ripping",
    "dub": "dubs dubbed dubbing",
    "snap": "snaps snapped snapping",
    "chat": "chats chatted chatting",
    "plan": "plans planned planning",
    "sum": "sums summed summing",
    "pen": "pens penned penning",
    "peg": "pegs pegged pegging",
    "log": "logs logged logging",
    "blog": "blogs blogged blogging",
    "lie": "lies lied lying",
    "take": "takes took taken taking",
    "spell": "spells spelled spelt spelling",
    "forget": "forgets forgot forgotten forgetting",
    "aver": "avers averred averring",
    "demur": "demurs demurred demurring",
    "concur": "concurs concurred concurring",
}
_MORE_SAY = """
refer aver demur concur pen forget conjecture hear attribute claim_that inform scold warn_of note_that gloat bluster
thunder echo amplify respond_to hedge correct clarify vouch touch_on discuss address speak talk
""".split()


class Verb(NamedTuple):
    """A verb that attributes: its lemma, and what is claimed with it if nothing else tells."""

    lemma: str
    kind: ClaimKind


def _inflected(lemma: str) -> Iterator[str]:
    yield lemma
    if lemma in _IRREGULAR:
        yield from _IRREGULAR[lemma].split()
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        yield from (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")


def _forms() -> Iterator[tuple[str, Verb]]:
    for lemma in _MORE_SAY:
        for form in _inflected(lemma.split("_")[0]):
            yield form, Verb(lemma.split("_")[0], ClaimKind.ASSERTION)
    for kind, lemmas in _VERBS.items():
        for lemma in lemmas:
            base = lemma.split("_")[0]
            for form in _inflected(base):
                yield form, Verb(base, kind)


VERBS: Mapping[str, Verb] = MappingProxyType(dict(_forms()))
"""By form, in lower case."""
