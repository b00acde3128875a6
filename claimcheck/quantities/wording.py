"""Words that mean the same or exclude each other, as far as numbers are told apart by them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.quantities.deed_phrases import DEED_PHRASES
from claimcheck.quantities.rivals import EXCLUSIVE, MEASURE_WORDS, NARROWING_WORDS, ONCE_WORDS, PARTS_WORDS
from claimcheck.quantities.synonyms import DEEDS, THINGS, VERBS
from claimcheck.quantities.thing_phrases import THING_PHRASES

_IGNORED = """
the and or but nor of to in on at by for with from as that this these those it its he she they we you his her their
our which who whom whose what when where while whereas than then there here so such not no also only just even still
already yet more most less least fewer up out off over under above below about around some any all both each every is
are was were be been being am has have had having do does did will would shall should can could may might must a an
one two into onto through during since until till before after between among within without per via because if say
says said saying tell told report reported reports reporting according announce announced estimate estimated estimates
estimating claim claimed claims show shows showed shown find found finds suggest suggests suggested put puts warn
warned confirm confirmed note noted stated add added stress stressed believe believed think thought expect expected
forecast forecasts predicted survey poll study studies data figures figure number numbers official officials institute
agency commission analyst analysts expert experts spokesman spokeswoman spokesperson source sources record records
statistics authorities count counted counts list lists listed auditors observers stand stands stood reach reaches
reached hit hits amount amounts amounted total totalled totaled account accounts accounted make makes made making come
comes came coming take takes took taken taking get gets got give gives given gave go goes going went hold holds held
run runs ran lie lies lay set cover covers covered represent represents belong belongs include includes included
contain contains consist comprise become became remain remains remained see saw seen need needs needed call called
calls bring brings brought budget pay pays paid paying fetch fetched win wins won winning draw drew drawn draws carry
carried carries choose chose chosen work works worked live lived lives living result results drive driven affect
affects affected control controls controlled hand hands tag network flies fly flew cause caused causes lead leads led
play played serve served cost costs worth value valued measure measures measured weigh weighs level rate rise rose
risen rises rising grow grew grown grows growth growing increase increased increases increasing climb climbed climbs
jump jumped surge surged soar soared gain gained higher raise raised raises fall fell fallen falls falling drop
dropped drops dropping decline declined declines decrease decreased shrink shrank shrunk contracted contraction plunge
plunged slump slumped slide slid lowered reduce reduced reduces reducing reduction cutting shed dip dipped slip
slipped down double doubled doubling triple tripled quadruple quadrupled halve halved today now currently recently
roughly approximately nearly almost last next year years month months week weeks day days annual peaked peaking aboard
board accuse accuses accused accusing suffer suffered suffers travel travelled travels concludes concluded audience
consisted consists perform performed performs carrying recorded recording attract attracts attracted attracting arrive
arrives arrived arriving equal equals equalled generate generates generated shelters sheltering stretched stretches
stretching intends intend intended annually daily monthly yearly time times half quarter third thirds percent
percentage point points thousand million billion trillion hundred dozen whole overall latest alone far mere merely
barely part share me us them him my your much many several few place amid lowers lowering unable cannot struggle
struggled struggling autopsy year-on-year compared respectively receive receives received receiving ago early late mid
later earlier people person thousands hundreds tens millions dollars dollar euros pounds mark want wants wanted lasted
lasts operate operates operated own owns owned possess possesses boasts service numbered ask asked question questioned
interviewed left leave leaves near exactly precisely present handle handles handled welcome welcomes welcomed process
processes processed truth crest crested
"""
_SAYING = """
say says said told tells reported reports announced estimates estimated claims claimed warned confirmed stated insists
insisted believes suggests puts admits admitted concedes conceded acknowledges acknowledged argues argued maintains
maintained notes noted explains explained reveals revealed discloses disclosed declares declared heard concludes
concluded writes wrote
"""
_FINDING = """
counted counts found finds shows showed show recorded records calculated reckons reckoned put
"""
INSTITUTIONS = frozenset(
    """
    agency office ministry autopsy inquiry investigation study survey police authority authorities records monitors
    observers hospital hospitals statisticians researchers scientists investigators auditors inspectors analysts experts
    service bureau
    """.split()
)
_RISING = """
larger bigger greater stronger dearer rise rose risen rises rising grow grew grown grows growth growing increase
increased increases increasing climb climbed climbs climbing jump jumped jumps surge surged surges soar soared soars
gain gained gains raise raised raises raising expand expanded expands higher up add added hike hiked accelerated
upturn more
"""
_FALLING = """
collapsed collapse collapses smaller weaker cheaper fall fell fallen falls falling drop dropped drops dropping decline
declined declines declining decrease decreased decreases shrink shrank shrunk shrinks contract contracted contracts
contraction plunge plunged plunges slump slumped slide slid lower lowered lowers reduce reduced reduces reducing
reduction cut cuts cutting dip dipped slip slipped down tumbled tumble downturn less halve fewer
"""
SAYING, FINDING, RISING, FALLING = (frozenset(words.split()) for words in (_SAYING, _FINDING, _RISING, _FALLING))
IGNORED = frozenset(_IGNORED.split())
AHEAD = frozenset(
    "will would shall expected expect expects forecast forecasts projected predicted want wants wanted".split()
)
AHEAD_TO = frozenset(
    """
    plan plans planned target targets hope hopes hoped wish wishes wished intend intends intended aim aims aimed
    """.split()
)
"""The same only before "to"."""
PEOPLE = frozenset(
    """
    soldier fighter civilian worker student patient doctor voter lawmaker migrant refugee child woman man youth elderly
    spectator person capture visit passenger viewer guest user
    """.split()
)
SOFT_DEEDS = frozenset(
    """
    begin finish visit buy open found pass sign publish meet vote elect sale support oppose arrive join damage stock
    sue convict approval play deliver
    """.split()
)
"""What goes without saying, or is said beside what is counted."""
_NOUNS = frozenset("need seed feed breed speed".split())
BEING = frozenset("is are was were be been being".split())
_PAST = frozenset(
    """
    was were had did fell rose grew shrank sank lost won spent paid made sold bought brought took came gave got
    went left held kept met saw sent stood told began drew hit
    """.split()
)
_MODALS = frozenset(
    "will would can could may might must should shall cannot not n't didn't don't doesn't won't".split()
)
_IRREGULAR = frozenset(
    """
    ate beat bent bred bit bound broke built burnt caught chose clung crept cut dealt dug drank
    drove dwelt fed felt fought
    found flew forbade forgot froze ground grew hid hung hurt knelt knew laid leapt learnt leaped lit lent let meant
    met mown quit read rode rang ran sawn sang sank shook shed shone shot shut slept slid sowed spoke sped spun split
    spread sprang stole stuck stung strode struck strove swore swept swam swung taught tore threw trod understood woke
    wore wove wept wound wrote eaten beaten broken chosen drawn driven flown forbidden frozen hidden ridden risen
    shaken shown spoken stolen struck sworn taken torn thrown woken worn woven written sown born borne
    """.split()
)
STEM = 6
_ENDINGS = ("ing", "ed", "es", "s", "d")
_CONCEPT: dict[str, str] = {}
_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}


def _forms(lower: str) -> Iterator[str]:
    """A word without the ending of its form, nearest first: "slipped": "slipp", "slippe", "slip"."""
    if lower.endswith(("ies", "ied")) and len(lower) > STEM - 2:
        yield f"{lower[:-3]}y"
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= 3 and not lower.endswith(("ss", "us", "is")):
            stem = lower[: -len(ending)]
            yield stem
            yield f"{stem}e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _entries(table: str) -> Iterator[tuple[str, list[str]]]:
    for entry in table.split(";"):
        concept, _, words = entry.strip().partition(":")
        yield concept, words.split()


def _learn() -> None:
    for concept, words in (*_entries(DEEDS), *_entries(THINGS), *_entries(VERBS)):
        for word in (concept, *words):
            _CONCEPT.setdefault(word, concept)
    for line in (*DEED_PHRASES.strip().splitlines(), *THING_PHRASES.strip().splitlines()):
        concept, _, phrases = line.partition(": ")
        for phrase in phrases.split("; "):
            first, *others = phrase.split()
            _PHRASES.setdefault(first, []).append((tuple(others), concept))


_learn()


@lru_cache(maxsize=16384)
def normal(lower: str) -> str:
    """What the forms of a word share, and words that mean the same here: "exports" and "exported"; "troops"."""
    found = _CONCEPT.get(lower)
    if found is not None:
        return found
    stem = lower
    for place, form in enumerate(_forms(lower)):
        found = _CONCEPT.get(form)
        if found is not None:
            return found
        stem = stem if place else form
    short = stem[:STEM].rstrip("e")
    return lower if short in _CONCEPT and short != lower else short


def looks_like_verb(lower: str, before: str) -> bool:
    """Whether a word, behind another, has the form of a verb: "queued", "are queueing", "will queue"."""
    if lower in _NOUNS:
        return False
    if before in _MODALS or lower in _PAST or lower in _IRREGULAR:
        return True
    return len(lower) > STEM - 2 and (lower.endswith("ed") or (lower.endswith("ing") and before in BEING))


def is_past(lower: str) -> bool:
    """Whether a word has the form of a verb in the past."""
    return lower in _PAST or (lower.endswith("ed") and len(lower) > STEM - 2 and lower not in AHEAD)


def phrase_at(words: Sequence[str], at: int) -> tuple[int, str]:
    """How many words from there on are a phrase that means the same as a word, and its form; none: 0 and empty."""
    best = 0, ""
    for others, concept in _PHRASES.get(words[at], ()):
        length = len(others) + 1
        if length > best[0] and tuple(words[at + 1 : at + length]) == others:
            best = length, concept
    return best


GROUPS_OF: dict[str, tuple[str, ...]] = {concept: ("deed",) for concept, _ in _entries(DEEDS)}
for _line in EXCLUSIVE.strip().splitlines():
    _group, _, _words = _line.partition(": ")
    for _word in _words.split():
        GROUPS_OF[normal(_word)] = (*GROUPS_OF.get(normal(_word), ()), _group)
MEASURES = frozenset(map(normal, MEASURE_WORDS.split()))
ONCE = frozenset(map(normal, ONCE_WORDS.split())) - {concept for concept, _ in _entries(DEEDS)}
NARROWING = frozenset(map(normal, NARROWING_WORDS.split()))
PARTS = NARROWING | frozenset(PARTS_WORDS.split()) | frozenset(map(normal, PARTS_WORDS.split()))
