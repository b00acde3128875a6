"""Words of a text as they are compared: tokens with their places, stems, rough commonness."""

import re
from functools import lru_cache

_APOSTROPHES = str.maketrans("’‘ʼ＇", "''''")
_TOKEN = re.compile(
    r"\d{1,30}(?:[.,]\d{1,30}){0,6}"
    r"|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
    r"|[^\W\d_]{1,40}(?:['’ʼ][^\W\d_]{1,10}){0,2}"
)
_MIN_STEM = 3
_ENDINGS = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"), ("ousness", "ous"),
    ("iveness", "ive"), ("ication", "y"), ("ations", "ate"), ("ation", "ate"), ("ements", ""), ("ement", ""),
    ("ments", ""), ("ment", ""), ("ness", ""), ("ingly", ""), ("edly", ""), ("ings", ""), ("ing", ""),
    ("ities", ""), ("ity", ""), ("ously", "ous"), ("ers", ""), ("ors", ""), ("ions", ""), ("ion", ""),
    ("ies", "y"), ("ied", "y"), ("ial", "y"), ("ally", ""), ("als", ""), ("al", ""), ("ed", ""), ("er", ""), ("or", ""),
    ("es", ""), ("ly", ""), ("s", ""),
)  # fmt: skip
_ENDINGS_BY_LAST = {
    last: tuple(pair for pair in _ENDINGS if pair[0][-1] == last) for last in {ending[-1] for ending, _ in _ENDINGS}
}
_IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "found": "find", "killed": "kill", "died": "die", "dead": "die",
    "death": "die", "deaths": "die", "dies": "die", "dying": "die", "bought": "buy", "sold": "sell", "sale": "sell",
    "sales": "sell", "made": "make", "took": "take", "taken": "take", "gave": "give", "given": "give", "went": "go",
    "gone": "go", "came": "come", "saw": "see", "seen": "see", "knew": "know", "known": "know", "began": "begin",
    "begun": "begin", "left": "leave", "lost": "lose", "loss": "lose", "losses": "lose", "won": "win", "paid": "pay",
    "held": "hold", "kept": "keep", "met": "meet", "sent": "send", "spent": "spend", "shot": "shoot", "men": "man",
    "women": "woman", "children": "child", "people": "person", "wrote": "write", "written": "write", "rose": "rise",
    "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "ate": "eat", "eaten": "eat",
    "born": "birth", "caught": "catch", "thought": "think", "brought": "bring", "built": "build", "stolen": "steal",
    "stole": "steal", "broke": "break", "broken": "break", "chose": "choose", "chosen": "choose", "led": "lead",
    "bitten": "bite", "bit": "bite", "beheaded": "behead", "wives": "wife", "lives": "life", "news": "news",
    "higher": "high", "highest": "high", "lower": "low", "lowest": "low", "bigger": "big", "biggest": "big",
    "larger": "large", "largest": "large", "better": "good", "best": "good", "worse": "bad", "worst": "bad",
    "denial": "deny", "denials": "deny", "proof": "prove", "proven": "prove", "belief": "believe",
}  # fmt: skip
STOP = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each few for from further had has have having he her here hers
    herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on once
    only or other our ours out over own s same she should so some such t than that the their theirs them themselves
    then there these they this those through to too under until up upon us very was we were what when where which while
    who whom why will with would you your yours may might must shall can't cannot don't doesn't didn't isn't aren't
    wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't it's that's he's she's they're we're you're
    i'm i've they've we've there's what's let's get got via per""".split()
)
COMMON = frozenset(
    """say tell make go take come see know think want give use find ask work seem feel try leave call man woman person
    child year day week month time today way thing world life hand part place case number group problem fact new old
    good bad big small large great little long short high low first last next early late many much several one two
    three four five six seven eight nine ten hundred thousand million billion report news story article show state
    country city government official company home house water room mother father family school student police public
    company service president minister according also however still even back well really right around another every
    since already yet like look need become begin end keep let help turn start run move live believe hold bring happen
    write provide sit stand lose pay meet include continue set learn change lead understand watch follow stop create
    speak read allow add spend grow open walk win offer remember love consider appear buy wait serve die send expect
    build stay fall cut reach kill remain claim accord monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december study result increase risk effect level
    evidence high patient health cause global research scientist""".split()
)
_RATES = ((4, 0.008), (6, 0.005), (9, 0.003), (40, 0.0015))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words, numbers and ideographs of a text as written, with their places, in order."""
    return [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def lowered(word: str) -> str:
    """A word as words are compared before stemming: lower case, plain apostrophes."""
    return word.lower() if word.isascii() else word.translate(_APOSTROPHES).lower()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of one English word share; other words mostly stay as they are."""
    word = word.removesuffix("'s")
    if word in _IRREGULAR:
        return _bare(_IRREGULAR[word])
    if word[:1].isdigit():
        return word.replace(",", "")
    for ending, rest in _ENDINGS_BY_LAST.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM and not (ending == "s" and word[-2] == "s"):
            return _bare(word[: -len(ending)] + rest)
    return _bare(word)


def _bare(root: str) -> str:
    if len(root) <= _MIN_STEM:
        return root
    if root[-1] == "e":
        return root[:-1]
    if root[-1] == "y":
        return root[:-1] + "i"
    if root[-1] == root[-2] and root[-1] not in "aeiouls":
        return root[:-1]
    return root


COMMON_STEMS = frozenset(map(stem, COMMON))
STOP_STEMS = frozenset(map(stem, STOP))


@lru_cache(maxsize=65536)
def usual_rate(root: str) -> float:
    """About how large a share of texts uses a word of this form: a guess by length for want of a table."""
    if root in STOP_STEMS:
        return 0.4
    if root in COMMON_STEMS:
        return 0.05
    return next((rate for length, rate in _RATES if len(root) <= length), 0.001)
