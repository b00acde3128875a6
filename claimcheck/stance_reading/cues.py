"""Words that tell how a text stands to what it mentions: lists written for this purpose, by what they signal."""

from claimcheck.stance_reading.words import stem

_LISTS = {
    "hoax": "hoax hoaxes hoaxer hoaxed scam con fraud fraudulent trick tricked fooled duped hoodwinked bogus sham",
    "fake": "fake faked fakes phony phoney forged forgery fabricated fabrication fabricate photoshopped doctored"
        " staged manipulated hokum made-up invented fictional fiction fictitious",
    "false": "false falsely untrue incorrect wrong wrongly inaccurate erroneous mistaken mistake baseless"
        " unfounded misleading misreported lie lies lied lying nonsense rubbish ridiculous absurd not_true"
        " no_truth not_accurate not_real isn't_true wasn't_true isn't_real never_happened didn't_happen"
        " did_not_happen not_the_case no_such pure_fiction far_from_the_truth not_correct",
    "debunk": "debunk debunked debunks debunking disprove disproved disproven discredit discredited refute refuted"
        " refutes rebut rebutted quash quashed snopes dispel dispelled myth myths urban_legend fact-check"
        " shot_down shoots_down shut_down_rumors put_to_rest poured_cold_water",
    "deny": "deny denies denied denying denial denials dismiss dismissed dismisses reject rejected rejects"
        " rejecting disavow disavowed contradict contradicted contradicts contrary disagree disagrees no_plans"
        " not_planning never_said did_not_say refuse refused",
    "doubt": "doubt doubts doubted doubtful doubting skeptic skeptics skeptical skepticism sceptical sceptics"
        " suspicious suspect dubious questionable implausible unlikely improbable unbelievable incredible"
        " unconvinced cast_doubt take_with_a_grain pinch_of_salt too_good_to_be_true far-fetched strange weird"
        " bizarre",
    "dispute": "dispute disputed disputes challenge challenged challenges question questioned questions questioning"
        " controversy controversial conflicting contested debate debated argue argued argues",
    "satire": "satire satirical parody spoof joke joked joking prank pranked pranks prankster april_fools onion"
        " national_report publicity_stunt stunt viral_marketing marketing comedy comedian humor humour",
    "retract": "retract retracted retraction correct corrected correction apologise apologize apologized apology"
        " withdrew withdrawn removed deleted updated update editor's_note backtrack backtracked walked_back",
    "evidence_no": "no_evidence no_proof little_evidence without_evidence lack_of_evidence no_sign no_indication"
        " no_confirmation no_reason no_record not_been_proven insufficient inconclusive failed_to no_link"
        " no_correlation no_relationship not_associated not_linked not_been_linked not_effective no_approved"
        " not_show not_support no_association no_significant not_significant no_effect no_benefit"
        " no_difference",
    "unclear": "unclear unconfirmed unverified unsubstantiated unproven unsupported unsure uncertain uncertainty"
        " unknown not_clear not_confirmed not_been_confirmed yet_to_be_confirmed yet_to_confirm not_verified"
        " cannot_confirm could_not_confirm couldn't_be_verified could_not_be_verified cannot_be_verified"
        " independently_verify not_immediately neither_confirmed nor_denied declined_to_comment"
        " did_not_respond no_comment not_known remains_to_be_seen awaiting",
    "confirm": "confirm confirmed confirms confirming confirmation verify verified verifies official officially"
        " authenticate authenticated authentic genuine legitimate acknowledged admits admitted acknowledges"
        " announced announces announcement announce reveal revealed reveals unveiled",
    "prove": "prove proves proved proven proof demonstrate demonstrated demonstrates evidence show shows showed"
        " shown find finds found indicate indicates indicated suggest suggests suggested support supports"
        " supported consistent associated",
    "true": "true truth truly real really indeed actual actually fact facts accurate correctly right exactly"
        " certain certainly definitely yes in_fact no_joke",
    "allege": "alleged allege alleges allegedly allegation allegations purported purportedly supposed supposedly"
        " so-called apparent apparently accused accuse accuses ostensibly",
    "rumour": "rumor rumors rumored rumour rumours rumoured speculation speculate speculated speculating gossip"
        " whisper buzz hearsay conspiracy theory theories leaked leak leaks",
    "reportedly": "reportedly reported_to_be reported_to_have is_reported are_reported was_reported were_reported"
        " it_is_reported being_reported said_to_be said_to_have believed_to thought_to reports_that"
        " reports_say reports_claim reports_suggest reports_emerged according_to_reports media_reports"
        " local_reports report_claims report_says",
    "report": "report reports reported reporting reporter reporters journalist journalists newspaper newspapers"
        " media outlet outlets tabloid website websites blog blogger",
    "claim": "claim claims claimed claiming assert asserts asserted insist insists insisted maintain maintains"
        " contend contends allegations boast boasts boasted",
    "say": "say says said saying tell told tells state stated states statement according added explained"
        " spokesman spokeswoman spokesperson",
    "source": "source sources insider insiders anonymous anonymously unnamed undisclosed people_familiar"
        " familiar_with_the_matter sources_close close_to_the citing cited cites quoted quoting",
    "believe": "believe believes believed think thinks thought suspect suspects suspected fear fears feared hope"
        " hopes hoped expect expects expected guess assume assumed",
    "modal": "may might could would perhaps maybe possibly possible probably likely potential potentially seem"
        " seems seemed appear appears appeared can if whether",
    "plan": "plan plans planned planning will set_to about_to going_to would intend intends propose proposed"
        " considering talks in_talks negotiating negotiations offer offered soon upcoming expected_to",
    "not": "not never no none nobody nothing nowhere neither nor cannot can't don't doesn't didn't isn't aren't"
        " wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't ain't without nope",
    "fail": "fail fails failed failure lack lacks lacked lacking absence absent avoid prevent prevents prevented"
        " stop stopped ban banned unable impossible hardly rarely barely scarcely few little less fewer",
    "contrast": "but however although though despite instead while whereas yet nevertheless nonetheless rather"
        " contrary except unlike on_the_other_hand on_the_contrary turns_out turned_out as_it_turns_out",
    "viral": "viral internet online twitter tweet tweeted tweets facebook youtube instagram reddit social_media"
        " posted post posts shared sharing photo photos photograph image images picture pictures video videos"
        " footage",
    "authority": "police officials official officer officers authorities spokesman spokesperson spokeswoman military"
        " pentagon ministry minister government department army court judge hospital doctor doctors expert"
        " experts scientist scientists researcher researchers professor study",
    "speaker": "watchdog monitor monitors activist activists analyst analysts lawmaker congressman congresswoman"
        " senator rep lawyer lawyers attorney family families friend friends witness witnesses eyewitness"
        " resident residents neighbour neighbor villagers locals insider whistleblower pilot survivor victim"
        " relatives widow owner founder ceo boss",
    "striking": "shocking incredible amazing bizarre horrifying horror unbelievable stunning outrage shock watch"
        " viral wow omg insane crazy creepy terrifying heartbreaking heartwarming awesome epic freak hilarious"
        " weird strange",
    "attempt": "attempt attempted try tries tried seek seeks want wants wanted wish wishes ask asked urge urged call"
        " calls demand demands offer offered threaten threatens threatened warn warns warned consider mull"
        " mulls",
    "ask": "did does is are was were why how what who really can should has have will",
    "up": "increase increases increased increasing rise rises rising rose grow grows growing growth higher more"
        " greater gain gains up soar soared surge surged boost accelerate worsen worse severe elevated expand",
    "down": "decrease decreases decreased decreasing reduce reduces reduced reducing reduction decline declines"
        " declined fall falls falling fell drop dropped lower less fewer down shrink shrank loss weaken"
        " weakened mild slow diminish cut cuts",
    "good": "good great benefit benefits beneficial effective efficacy improve improves improved improvement safe"
        " protect protects protective protection success successful positive help helps helpful important"
        " promising right justice freedom fair better best",
    "bad": "bad harm harms harmful dangerous danger risk risks negative damage damages threat threaten"
        " ineffective unsafe useless kill kills death suffer suffering problem problems violate violates"
        " unfair wrong cruel abuse worse worst toxic",
    "cause": "cause causes caused causing because due lead leads led result results resulted driven drive drives"
        " contribute contributes trigger triggered responsible effect effects affect affects influence linked"
        " link",
    "degree": "all every always only most mostly entirely completely totally exclusively any each never",
    "some": "some several many partly partially sometimes often few may usually generally typically among certain",
}  # fmt: skip
KINDS: tuple[str, ...] = tuple(_LISTS)
_LYING = frozenset("lie lies lying".split())
_AT_REST = frozenset(
    "in on at off under above below beneath beyond behind between beside near along across around outside inside within"
    " ahead idle waiting dormant east west north south just some still there here".split()
)
_MADE_UP = ("made", "up")
_MADE_OF = frozenset("of for about some nearly almost around roughly more less half most a an the just only".split())
_EXACT = frozenset("reportedly speaker striking attempt not modal ask say degree some contrast plan true".split())
"""Kinds whose words count only as written: their stems would catch other words."""


def _tables() -> tuple[
    dict[str, tuple[int, ...]], dict[str, tuple[int, ...]], dict[str, list[tuple[tuple[str, ...], int]]]
]:
    words: dict[str, set[int]] = {}
    stems: dict[str, set[int]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, (kind, listed) in enumerate(_LISTS.items()):
        for entry in listed.split():
            parts = tuple(entry.replace("-", "_").split("_"))
            if len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, number))
            elif kind in _EXACT:
                words.setdefault(entry, set()).add(number)
            else:
                stems.setdefault(stem(entry), set()).add(number)
    return (
        {word: tuple(sorted(kinds)) for word, kinds in words.items()},
        {root: tuple(sorted(kinds)) for root, kinds in stems.items()},
        phrases,
    )


_WORDS, _STEMS, _PHRASES = _tables()
NEGATION = KINDS.index("not")


def found(words: list[str], stems: list[str]) -> list[tuple[int, int]]:
    """Each cue as (place of its first word, number of its kind in `KINDS`), in order of place."""
    cues: list[tuple[int, int]] = []
    for place, (word, root) in enumerate(zip(words, stems, strict=True)):
        kinds = _WORDS.get(word)
        if kinds:
            cues.extend((place, kind) for kind in kinds)
        kinds = _STEMS.get(root)
        if kinds and not _means_otherwise(words, place, (word,)):
            cues.extend((place, kind) for kind in kinds)
        if word in _PHRASES:
            cues.extend(
                (place, kind)
                for parts, kind in _PHRASES[word]
                if tuple(words[place : place + len(parts)]) == parts and not _means_otherwise(words, place, parts)
            )
    return cues


def length(words: list[str], place: int, kind: int) -> int:
    """How many words the cue of that kind has that stands at a place: those of the longest phrase."""
    phrases = (parts for parts, number in _PHRASES.get(words[place], ()) if number == kind)
    return max((len(parts) for parts in phrases if tuple(words[place : place + len(parts)]) == parts), default=1)


def _means_otherwise(words: list[str], place: int, parts: tuple[str, ...]) -> bool:
    """Whether what follows shows that nobody lies or invents: "ships lie off the port", "made up 80 % of them"."""
    after = words[place + len(parts)] if place + len(parts) < len(words) else ""
    if parts[0] in _LYING:
        return after in _AT_REST
    return parts == _MADE_UP and (after in _MADE_OF or after[:1].isdigit())
