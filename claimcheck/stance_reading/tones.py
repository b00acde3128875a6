"""The tone of what stands near a claim: words of doubt, denial and report that the claim itself does not use.

Of a long text only its beginning and its closest sentence count. The lists are by hand and looser than the kinds of
`cues.py`: here a word counts whatever stands beside it.
"""

from claimcheck.stance_reading.overlap import near
from claimcheck.stance_reading.reading import Reading, Sentence

NAMES = (
    "tone_refutes", "tone_surprised", "tone_negates", "tone_hedges", "tone_reports", "tone_vouches",
    "tone_claim_refutes", "tone_claim_negates", "tone_claim_hedges", "tone_against", "tone_against_softly",
    "tone_open", "tone_passed_on", "tone_balance", "tone_both_against",
    "opens_asking", "asks_anew", "opens_with_no", "opens_doubting",
    "claim_ahead", "passage_ahead", "claim_alone_ahead", "passage_alone_ahead",
    "speaker_before_colon", "short_before_colon", "short_after_colon", "speaker_after_colon",
    "says_last", "speaker_says_last", "speaker_says_first", "speakers", "sayings",
)  # fmt: skip
_REFUTES = frozenset(
    """hoax hoaxes hoaxed fake faked fakes fakery false falsely debunk debunked debunks debunking deny denies denied
    denying denial untrue bogus satire satirical satirist spoof parody rebuff rebuffs rebuffed troll trolled trolling
    trolls misinformation disinformation bullshit exaggerated exaggeration exaggerates myth myths wrong wrongly
    incorrect nope scam con doctored photoshop photoshopped fabricated fabrication fabricates unfounded baseless
    groundless quash quashes quashed dispel dispels dispelled refute refutes refuted dispute disputes disputed reject
    rejects rejected dismiss dismisses dismissed disprove disproves disproved disproven discredited contradicts unlikely
    lied liar prank pranked prankster pranks joke joked joker fooled fools duped dupes tricked tricks
    misleading mislead retracts retracted retraction retract inaccurate nonsense rubbish staged stunt unhurt unharmed
    exposed exposes bust busted snopes fiction fictional fictitious phony phoney sham unbelievable ridiculous absurd
    skeptical sceptical skepticism scepticism doubt doubts doubtful questionable dubious implausible mistaken mistake
    misquoted misreported misinterpreted invented ruse confusion confused cheat apologises apologizes apologize
    apologise apology backtracks unable""".split()
)
_SURPRISED = frozenset(
    """safe alive well viral internet web website story everyone people sorry despite actually really truth true real
    fact facts pants fire probably hardly believe fall falls fell fooling onion blog news explains explained
    explanation how why turns""".split()
)
"""How those speak who set something right, or wonder at it."""
_NEGATES = frozenset(
    """not no never nobody nothing none neither nor cannot can't don't doesn't didn't isn't aren't wasn't weren't won't
    wouldn't couldn't shouldn't hasn't haven't hadn't ain't without nope""".split()
)
_HEDGES = frozenset(
    """may might could possible possibly reportedly allegedly alleged alleges allege rumor rumors rumored rumour rumours
    rumoured apparently apparent appears appear appeared seems seem seemingly maybe perhaps likely suspected suspects
    suspect unconfirmed potential potentially feared fears fear believed thought think claim claims claimed claiming
    report reports reported suspicion speculation speculated hints hint hinted eyes eye eyeing considering mulling
    prediction predicts predicted predict supposedly supposed purported purportedly unverified unclear mystery puzzles
    investigating investigate investigates investigated probe probes insists insist asserts asserted contends suggests
    suggest suggested suggesting expected expects tipped pegs pegged estimated estimates whether if would
    should""".split()
)
_REPORTS = frozenset(
    """say says said saying source sources insider insiders according analyst analysts watchdog monitor monitors
    activist activists witness witnesses eyewitness lawmaker lawmakers congressman congresswoman senator rep gop group
    officials official police expert experts tells told per via cites citing quoted spokesman spokeswoman
    anonymous""".split()
)
_VOUCHES = frozenset(
    """confirm confirms confirmed confirming confirmation official officially announces announced announce verified
    authentic genuine proof proves proven proved reveals revealed unveils unveiled admits admitted yes finally
    indeed""".split()
)
_SPEAKERS = frozenset(
    """congressman congresswoman lawmaker lawmakers senator rep gop republican republicans democrat democrats watchdog
    monitor monitors analyst analysts group groups activists activist report reports source sources insiders insider
    expert experts official officials officer police mayor minister ministry spokesman spokeswoman spokesperson witness
    witnesses eyewitness locals residents relatives family lawyer lawyers attorney mother father brother sister friend
    neighbor neighbour company study survey researchers scientists pentagon cia fbi white house kremlin nyt wsj cnn bbc
    reuters bloomberg cbs nbc abc telegraph guardian tmz mail post times journal user users fans""".split()
)
_SAYINGS = frozenset(
    """say says said saying claim claims claimed report reports reported tells told suggests suggest hints hint insists
    warns warn believes thinks predicts predict predicted expects expected according via""".split()
)
_ASKING = frozenset("did is was has have are do does will can could should would were".split())
_AHEAD = frozenset(
    "will plans planning set going launching plan to soon upcoming expected expects would prepares preparing".split()
)
_DOUBTING = ("probably not", "if only", "not so", "? no")
_OPENING_CHARACTERS = 200
_COLON_WORDS = 5
_EDGE = 4


def tone(claim: Reading, passage: Reading, best: Sentence | None) -> list[float]:
    """The numbers in the order of `NAMES`; `best` is the passage's closest sentence."""
    words = [passage.words[place] for place in near(passage, best)]
    own = set(claim.words)
    new = set(words) - own
    refutes, surprised, negates = len(new & _REFUTES), len(new & _SURPRISED), len(new & _NEGATES)
    hedges, reports, vouches = len(new & _HEDGES), len(new & _REPORTS), len(new & _VOUCHES)
    against = refutes + negates
    claim_refutes, claim_negates = len(own & _REFUTES), len(own & _NEGATES)
    return [
        *map(float, (refutes, surprised, negates, hedges, reports, vouches)),
        float(claim_refutes), float(claim_negates), float(len(own & _HEDGES)),
        float(against), against + 0.3 * surprised, hedges + 0.7 * reports, float(hedges + reports - vouches),
        float(against - hedges - reports), float(against > 0 and claim_refutes + claim_negates > 0),
        *_opening(claim, passage), *_ahead(own, words), *_speakers(passage, words, own),
    ]  # fmt: skip


def _opening(claim: Reading, passage: Reading) -> list[float]:
    text = passage.text[:_OPENING_CHARACTERS]
    first = passage.words[0] if passage.words else ""
    lowered = text.lower()
    return [
        float(first in _ASKING and "?" in text), float("?" in text and "?" not in claim.text),
        float(first in ("no", "nope", "not")), float(any(words in lowered for words in _DOUBTING)),
    ]  # fmt: skip


def _ahead(own: set[str], words: list[str]) -> list[float]:
    mine, theirs = not own.isdisjoint(_AHEAD), not _AHEAD.isdisjoint(words)
    return [float(mine), float(theirs), float(mine and not theirs), float(theirs and not mine)]


def _speakers(passage: Reading, words: list[str], own: set[str]) -> list[float]:
    text = passage.text[:_OPENING_CHARACTERS]
    before, colon, after = text.partition(":")
    after = after.rpartition(":")[2] if len(passage.text) <= _OPENING_CHARACTERS else ""
    ahead, behind = _plain(before) if colon else [], _plain(after) if colon else []
    first, last = set(words[: _EDGE + 1]), set(words[-_EDGE:])
    new = set(words) - own
    return [
        float(0 < len(ahead) <= _COLON_WORDS and not _SPEAKERS.isdisjoint(ahead)), float(0 < len(ahead) <= _EDGE),
        float(0 < len(behind) <= _EDGE),
        float(0 < len(behind) <= _COLON_WORDS and not (_SPEAKERS | _SAYINGS).isdisjoint(behind)),
        float(not last.isdisjoint(_SAYINGS)), float(not last.isdisjoint(_SAYINGS) and not last.isdisjoint(_SPEAKERS)),
        float(not first.isdisjoint(_SAYINGS) and not first.isdisjoint(_SPEAKERS)),
        float(len(new & _SPEAKERS)), float(len(new & _SAYINGS)),
    ]  # fmt: skip


def _plain(text: str) -> list[str]:
    return [word.strip(",.'\"‘’“”").lower() for word in text.split()]
