"""Whom a passage gives its words to where no name stands beside the cue: "the fisheries ministry said"; pure.

What is found is somebody only where it is known who is meant.
"""

import re
from collections.abc import Iterator

from claimcheck.independence.citations import (
    MAX_PASSAGE,
    NAME,
    NOT_IN_OFFICE,
    OFFICE,
    ORGANISATION,
    ROLE,
    VERB,
    Citation,
)
from claimcheck.independence.departments import KINDS

_AROUND = 80
_MOST_TOPICS = 4
_KIND = re.compile(rf"\b{KINDS}\b")
_ADVERBS = r"(?:\s+(?:first|also|later|has|have|had|earlier|itself|then|on \w+day|\w{1,20}ly)){0,3}"
_SAYS = re.compile(
    rf"(?:['’]s?)?(?:\s+(?:for|in|of) (?:the )?[A-ZÀ-Þ][\w-]*)?(?:\s+{ROLE}){{0,2}}"
    rf"{_ADVERBS}\s+{VERB}\b"
)
_FOR = re.compile(r"\s(?:of|for) (?:the )?[a-z]{3,20}(?: and [a-z]{3,20})?\b")
_GIVEN = re.compile(
    r"(?:(?<=[,\"”’»]\s)\b(?:said|says)|\b(?:according to|citing|quoting|(?:reported|published|compiled|released|"
    r"produced|collected|provided|issued|estimated|conducted|carried out|measured|counted|revealed|gathered|recorded|"
    r"confirmed|announced|said) by|(?:reports?|study|analysis|survey|estimates?|data|figures|"
    r"research|paper|count|statement|statistics) (?:by|from)|"
    r"(?:report|estimates?|data|figures|statement|statistics) of|"
    rf"(?!(?:study|analysis|survey|paper)\b){ROLE} (?:for|at|of|from|with|in)|"
    rf"{OFFICE} (?:for|at|of|from|with|in)|"
    r"(?:said|says)(?-i:(?:\s+[A-ZÀ-Þ][\w'’-]{1,20}){1,3}),? (?:of|from|at)))(?:\s+the|\s+its|\s+a|\s+an)?\s*$",
    re.IGNORECASE,
)
_BESIDE_IT = re.compile(
    r"\b(?:in|near|outside|to|about|against|on|over|under|behind|by|with|at|from|for|of|told|asked|accused|urged|"
    r"criti\w+)(?:\s+the|\s+its|\s+a|\s+an)?\s*$",
    re.IGNORECASE,
)
_NOT_THEM = re.compile(
    r"\b(?:disput|reject|den(?:y|ied|ies)|dismiss|contradict|refut|question|(?:contrary|despite|unlike)\b[^.;,]{0,30}$|"
    r"who (?:have |has |had )?\w+ (?:the )?$)",
    re.IGNORECASE,
)
_NOT_OF_THEM = re.compile(r"['’]s?\s+(?:\w+\s+)?(?:critics?|opponents?|rivals?|foes|enemies|competitors?)\b")
_UNLIKE = re.compile(r"\b(?:unlike|like|than|against|contrary to|despite) (?:the )?$", re.IGNORECASE)
_BEGINS_UNLIKE = re.compile(r"(?:Unlike|Like|Despite)\b")
_STOP = frozenset(
    """
    the a an its their his her our this that said says told by for of at from in to and or as but when while which
    according citing quoting with on near outside
    """.split()
)
_OUTLET = re.compile(
    r"\b(?:[Tt]hat|[Tt]he(?: same)?) (?:paper|newspaper|magazine|outlet|(?:news )?agency|network|broadcaster|website|"
    rf"news site|daily|weekly|tabloid|journal|channel|station)(?:['’]s \w{{1,20}})?{_ADVERBS}\s+{VERB}\b"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\s+(?=[\"“‘(]*[A-ZÀ-Þ])|\n")
_NAME = re.compile(NAME)
_WORK = re.compile(
    r"\b(?:reporters?|journalists?|correspondents?|photographers?|investigation|inquiry|poll|audit|report|study|"
    r"analysis|survey|paper|figures|data|estimates?|unit|team|lab|laboratory|department|school|"
    rf"programme|program|project|group|division|faculty|clinic)(?:['’]s \w{{1,20}})?{_ADVERBS}\s+"
    rf"(?:{VERB}|saw|photographed|filmed|measured)\b"
)
_WHOSE = re.compile(
    rf"({NAME})(?:['’]s?)?(?:\s+(?!(?:the|an?|and|or|of|to|in|on|for|that|this|said|says|with|by|from|after|when|his|her|"
    r"its|their|whose|which|who|is|was)\b)[a-z-]{1,20}){0,3}\s+$"
)
_LEAST_ACRONYM = 3
_MINISTER = re.compile(r"\b[Mm]inister\b")
_MINISTER_SAYS = re.compile(
    rf"(?:\s+(?:of|for) (?:the )?([A-Za-z]{{3,20}}(?: [Aa]ffairs)?(?: and [A-Za-z]{{3,20}})?))?(?:,?\s+{NAME})?,?"
    rf"{_ADVERBS}\s+{VERB}\b"
)
_RANKS = frozenset({"deputy", "vice", "junior", "acting"})


def mentions(passage: str) -> list[Citation]:
    """Who is named by what they are, in lower case, as the source of a passage."""
    text = passage[:MAX_PASSAGE]
    return [*_departments(text), *_ministers(text), *_units(text), *_outlets(text)]


def _units(text: str) -> Iterator[Citation]:
    """Organisations by a part of them or its work: "a Carrow University bat unit report puts it at nine"."""
    for match in _WORK.finditer(text):
        start = max(0, match.start() - 2 * _AROUND)
        whose = _WHOSE.search(text[start : match.start()])
        if not whose or NOT_IN_OFFICE.search(text[max(start, start + whose.start() - _AROUND // 2) : match.start()]):
            continue
        name = re.sub(r"^(?:An?|The|In|But|And)\s+", "", re.sub(r"['’]s?$", "", whose[1])).rstrip(".,")
        if ORGANISATION.search(name) or (name.isupper() and len(name) >= _LEAST_ACRONYM):
            cue = text[start + whose.start(1) : match.end()]
            yield Citation(name, " ".join(cue.split())[:100], passed_on=False, starts_sentence=False)


def _outlets(text: str) -> Iterator[Citation]:
    """The media that a sentence names before it says that this paper reports it, the nearest first."""
    for match in _OUTLET.finditer(text):
        before = _SENTENCE_END.split(text[max(0, match.start() - 3 * _AROUND) : match.start()])[-1]
        for found in reversed(list(_NAME.finditer(before))):
            if _UNLIKE.search(before[: found.start()][-_AROUND:]) or _BEGINS_UNLIKE.match(found[0]):
                continue
            name = found[0]
            cue = f"{name.rstrip('.,')} ... {match[0]}"
            yield Citation(name.rstrip(".,'’/-"), cue, passed_on=True, starts_sentence=False, is_medium=True)


def _departments(text: str) -> Iterator[Citation]:
    for match in _KIND.finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()]
        words = _name_before(before)
        behind = _FOR.match(text, match.end())
        if not (words or behind):
            continue
        start = match.start() - (len(before) - before.rfind(words[0]) if words else 0)
        stop = behind.end() if behind else match.end()
        ahead = text[max(0, start - _AROUND) : start]
        given = _GIVEN.search(ahead)
        said = _SAYS.match(text, stop, stop + 2 * _AROUND)
        if (
            _NOT_THEM.search(ahead[-_AROUND // 2 :])
            or NOT_IN_OFFICE.search(ahead[-_AROUND // 2 :])
            or _NOT_OF_THEM.match(text, stop)
            or not (given or (said and not _BESIDE_IT.search(ahead)))
        ):
            continue
        end = said.end() if said else stop
        cue = text[start - (len(ahead) - given.start()) if given else start : end]
        yield Citation(
            " ".join([*words, text[match.start() : stop]]),
            " ".join(cue.split())[:100],
            passed_on=True,
            starts_sentence=False,
        )


def _ministers(text: str) -> Iterator[Citation]:
    """Ministries by their ministers: "the health minister, Ann Doe, said"."""
    for match in _MINISTER.finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()]
        said = _MINISTER_SAYS.match(text, match.end(), match.end() + 2 * _AROUND)
        words = [word for word in _name_before(before) if word.casefold() not in _RANKS]
        is_head = bool(words) and words[-1].casefold() == "prime"
        ahead = before[: before.rfind(words[0])] if words else before
        if (
            is_head
            or not (said and (words or said[1]))
            or NOT_IN_OFFICE.search(before)
            or _BESIDE_IT.search(ahead)
            or _NOT_THEM.search(ahead[-_AROUND // 2 :])
        ):
            continue
        name = " ".join([*words, "ministry", f"of {said[1]}" if said[1] else ""]).strip()
        cue = " ".join([*words, *text[match.start() : said.end()].split()])
        yield Citation(name, cue[:100], passed_on=True, starts_sentence=False)


def _name_before(before: str) -> list[str]:
    """The words that say what a department is for, and where, if any do."""
    found: list[str] = []
    for word in reversed(before.split()):
        bare = word.replace("’", "'")
        if (bare.casefold() in _STOP and not (bare == "and" and found)) or len(found) == _MOST_TOPICS:
            break
        if not bare.replace("'s", "").replace("-", "").isalpha():
            break
        found.insert(0, word)
    return found[1:] if found[:1] == ["and"] else found
