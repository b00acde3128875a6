"""Whom a passage gives its words to: "according to CSIS", "told Reuters", "officials said"; by cues alone, pure.

Finding cues and looking at what stands beside them takes no time worth speaking of; who is meant is decided where the
names are known. `claimcheck.attribution` finds more, with a parser and in another process.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_PASSAGE = 4000
_BEFORE, _AFTER = 140, 120
_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄҐ]"
NAME = (
    rf"{_UPPER}[\w'’&./-]*(?:[^\S\n]{{1,3}}(?:(?:of|for|and|on|the|in|de|du|des|la|le|di|der|von|van|для|"
    rf"по)[^\S\n]{{1,3}}){{0,2}}"
    rf"(?:{_UPPER}[\w'’&./-]*|&)){{0,9}}"
)
ROLE = (
    r"(?:report|study|analysis|data|figures|paper|survey|estimates?|analysts?|researchers?|experts?|spokes\w+|"
    r"officials?|chief|head|engineers?|executives?|lawyers?|scientists?|economists?|diplomats?|"
    r"director|reporters?|journalists?|correspondents?|photographers?|staff|newspaper|magazine|"
    r"website|news agency|agency|"
    r"think[- ]tank)"
)
VERB = (
    r"(?:said|says|say|reported|reports|reporting|wrote|writes|estimated|estimates|found|finds|claimed|claims|stated|"
    r"states|announced|"
    r"announces|warned|warns|argued|argues|noted|notes|concluded|concludes|calculated|calculates|puts|put|counted|"
    r"counts|revealed|"
    r"reveals|confirmed|confirms|denied|denies|told|added|adds|believes|assessed|assesses|published|released|"
    r"broke the|shows?|showed)"
)
ORGANISATION = re.compile(
    r"\b(?:association|institut\w*|ministry|university|centre|center|agency|council|commission|committee|bank|"
    r"office|bureau|"
    r"department|union|federation|foundation|school|society|group|authority|service|organi[sz]ation|company|"
    r"corporation|inc|"
    r"ltd|gmbh|times|post|news|daily|herald|tribune|journal|gazette|monitor|observatory|party|army|navy|police|court|"
    r"government|embassy|network|laborator(?:y|ies)|academy|exchange|fund|board|chamber|verband|ministerium|"
    r"министерство)\b",
    re.IGNORECASE,
)
_VERBS = re.compile(rf"\b{VERB}\b")
_NAME_BEFORE = re.compile(
    rf"({NAME})(?:\s*\([^()\n]{{1,60}}\))?(?:,([^,.;\n]{{1,60}}),)?(?:['’]s?)?(?:\s+{ROLE}){{0,3}}"
    rf"(?:\s+(?:first|also|later|has|have|had|earlier|itself|then|on \w+day|\w+ly)){{0,3}}\s*$"
)
OFFICE = (
    r"(?:chief|executive|head|director|president|chair\w*|spokes\w+|minister|secretary|analyst|researcher|expert|fellow|"
    r"economist|scientist|professor|official|founder|manager|officer|author|ambassador|commander|representative|engineer|"
    r"boss|CEO|CFO|COO|CTO)s?"
)
OF_WHOM = (
    r"\s+(?:of|at|for|with)\s+(?:(?:(?!(?:who|which|that|and|in|on|met|talks?|said|told|working)\b)[\w-]{1,20}\s+){1,5}?"
    rf"(?:at|with)\s+)?(?:the\s+)?({NAME})"
)
"""Behind an office: whose it is, "of research at Acme"."""
_OFFICE_OF = re.compile(rf"\b{OFFICE}{OF_WHOM}")
_OFFICE_BEFORE = re.compile(rf"({NAME})(?:['’]s?)?\s+(?:[a-z-]{{1,20}}\s+){{0,2}}?{OFFICE}\s+$")
NOT_IN_OFFICE = re.compile(
    r"\b(?:former|formerly|previously|until|shadow|once|late|critics?|opponents?|rivals?|ex-?)\b", re.IGNORECASE
)
_PLACED = re.compile(r"\b(?:in|near|outside|across)\s+(?:the\s+)?$")
_BESIDE = re.compile(
    r"(?:\b([\w'’-]+)\s+)?\b(?:about|against|at|behind|by|for|from|like|of|on|over|than|to|under|unlike|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BELONGING = re.compile(
    rf"(?:{ROLE}|{OFFICE}|chapters?|members?|teams?|units?|lab|laboratory|department|division|arm|branch|board|"
    rf"editors?|editions?|voices?|part|one|some|people|many|all|word|news|programme|program|project|work\w*|"
    r"employees?|colleagues?|professors?|doctors?|students?|scholars?|lecturers?|biologists?|\w+ologists?|historians?|"
    r"statements?|e-?mails?|letters?|posts?|releases?|documents?|records?|account|articles?|brief(?:ing)?s?|memos?|"
    r"filings?|activists?|volunteers?|campaigners?|investigators?|"
    r"prosecutors?|agents?|administration|militants|fighters|posted|online|taken|shot|made|cited|quoted|story|stories|"
    r"dispatch(?:es)?|notes?|lists?|maps?|pictures?|images?|photos?|photographers?|leaders?|"
    r"boss(?:es)?|archives?|statistics|books?|website|blog|copy)",
    re.IGNORECASE,
)
_IN_OFFICE = re.compile(
    rf"\b(?:{OFFICE}|editors?|centre|center|institute|school|faculty)\b[^.!?;:\"”]{{0,70}}\b(?:at|from|of|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_STOP = re.compile(r"\w{2}\.\s")
_CONTRARY = re.compile(r"\b(?:contrary|despite|unlike)\b[^.;,]{0,30}$", re.IGNORECASE)
_WHO_DID = re.compile(r"\bwho\s+(?:have\s+|has\s+|had\s+)?\w+\s+(?:the\s+)?$")
_DONE = frozenset("announced calculated confirmed counted denied estimated found published released reported".split())
"""Verbs of saying by which something is said of a name before "by"."""
_NOUNS = frozenset({"claims", "counts", "estimates", "finds", "notes", "puts", "reports", "states"})
"""Verbs of saying that are nouns behind a possessive: "Acme's claims"."""
_SPEAKER_CUES = re.compile(
    r"\b(?:according to|citing|quoting|(?:reported|published|compiled|released|produced|collected|provided|issued|"
    r"estimated) by|"
    r"(?:reports?|study|analysis|survey|estimates?|data|figures|research|paper|count|statement) (?:by|from)|"
    r"(?:report|estimates?|data|figures|statement) of|"
    r"based on|"
    r"laut|nach angaben (?:von|des|der)|selon|d['’]après|según|secondo|по данным|по сообщению|по информации|"
    r"за даними)\b",
    re.IGNORECASE,
)
_DONE_CUES = re.compile(
    r"\b(?:(?:conducted|carried out|measured|counted|revealed|gathered|recorded) by|"
    r"(?:investigation|inquiry|probe|poll|audit|review) by|sources?(?= ?:))",
    re.IGNORECASE,
)
_CHANNEL_CUES = re.compile(
    r"\b(?:told|(?:first )?reported by|interview with|speaking to|spoke to|(?:seen|reviewed|obtained|viewed) by|"
    r"cited by|quoted by|"
    r"сообща(?:ет|ют)|сообщил[аи]?|пишет|повідомляє|повідомляють|berichtet(?:e)?|rapporte|informó|riporta)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(rf"[\s:,]{{1,3}}(?:(?!(?:and|but|that)\b)[a-zà-ÿ'’-]{{1,20}}\s+){{0,8}}?({NAME})")
_AT_ONCE = re.compile(
    rf"[\s:]{{1,3}}(?:(?:the|a|an|news agency|agency|newspaper|агентство|агентству|die|der|das)\s+){{0,3}}({NAME})"
)
_INVERTED = re.compile(rf"[,\"”’»]\s*(?:said|says|reported|reports|wrote|writes)\s+(?:the\s+)?({NAME})\s*(?:[.,;(]|$)")
_UNSPACED = re.compile(
    r"据\s*([^，。、\s]{2,20}?)(?:的?(?:报道|消息|报告|数据|统计|估计)|称|表示)|([^，。、\s]{2,20}?)(?:の?(?:報道|発表|報告))?によると|"
    r"([^，。、\s]{2,12}?)(?:报道|報道|報じ|称，|表示，)"
)
_PEOPLE = (
    r"(?:officials?|sources?|insiders?|people|persons|diplomats?|analysts?|experts?|observers?|aides?|reports|"
    r"rumou?rs|media|"
    r"witnesses|social media posts?|posts|lawmakers|executives|commentators|bloggers?|netizens)"
)
_NOT_AT = r"(?!\s+(?:at|from|of|in|with|for)\s+(?:the\s+)?[A-ZÀ-Þ])"
_UNNAMED = re.compile(
    rf"\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting)\s+(?:[\w.'’-]{{1,20}}\s+){{0,4}}?{_PEOPLE}\b{_NOT_AT}|"
    rf"(?:^|[,;.\"”]\s|\b(?:[a-z]{{1,15}})\s)(?:[Mm]edia )?(?:[Oo]fficials?|[Ss]ources|[Ii]nsiders|[Dd]iplomats|"
    rf"[Aa]nalysts|[Ee]xperts|"
    rf"[Oo]bservers|[Aa]ides|[Rr]eports|[Rr]umou?rs|[Pp]eople (?:familiar|close|"
    rf"briefed)[^.,;]{{0,60}}?)\s+(?:\w+ly\s+)?"
    r"(?:said|say|claim|claimed|told|suggest|suggested|believe|believed|have said)\b|"
    rf"\b(?:said|says|say)\s+(?:[\w'’-]{{1,20}}\s+){{0,3}}?(?:officials?|sources?|insiders?|diplomats?|"
    rf"people familiar)\b{_NOT_AT}|"
    r"\bcondition of anonymity\b|\b(?:asked|declined|wished) (?:not )?to (?:not )?be (?:named|identified)\b|"
    r"\b(?:[Ii]t is (?:said|believed|reported|rumou?red|claimed)|[Rr]eportedly|[Aa]llegedly|[Rr]umou?r has it)\b|"
    r"\b(?:it was|there are) reports that\b|"
    r"据(?:悉|传|知情人士|消息人士|网友)|関係者によると|по слухам|как сообщается|по некоторым данным"
)
_ANAPHOR = re.compile(
    r"\b(?:it|he|she|they|the (?:same )?(?:report|study|institute|think[- ]tank|group|organi[sz]ation|paper|centre|"
    r"center|authors?|company|firm|bank|government|army|"
    rf"researchers?|analysts?|agency|ministry|survey|analysis|foundation|university))(?:'s \w+)?\s+(?:also\s+|"
    rf"has\s+|had\s+|then\s+)?{VERB}\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:[Oo]ur (?:reporters?|correspondents?|photographers?|team|own|staff)|told (?:us|me|this)|"
    r"(?:seen|reviewed|obtained|viewed) by (?:us|this)|[Ww]e|I)\b|本报记者|记者[在从看数见]|記者が"
)
_STARTS = frozenset(
    """
    a an the as in on at but and when while after before according citing quoting for if since meanwhile yesterday today
    then now later earlier there here instead also only even not no yes what why how who
    by from to with that this these those it he she they we i so yet still however although though because under over
    during     monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    laut nach selon según secondo по как
    """.split()
)
_URL = re.compile(r"https?://[^\s<>\"'“”«»（）()\[\]{}，。]{4,2000}", re.IGNORECASE)
_SAW = re.compile(
    r"\b(?:[Oo]ur (?:reporters?|correspondents?|photographers?|team|own)|(?:told|showed) (?:us|me|this)|"
    r"(?:seen|reviewed|obtained|viewed) by (?:us|this)|"
    r"(?:[Ww]e|I) (?:\w{1,15}ly )?(?:saw|counted|found|measured|visited|walked|watched|filmed|photographed|"
    r"spoke|checked|"
    r"examined|analy[sz]ed|verified|reviewed|obtained|followed|dived|drove|heard))\b|"
    r"本报记者|记者[在从看数见]|記者が"
)
_TOLD = re.compile(r"\btold (?:us|me|this)\b")


class Citation(NamedTuple):
    """Somebody to whom words are given: the name, how it stands in the text, and whether that is who passed them on.

    `office_of` is for whom that person is said to speak or work; `is_medium` says that it must be a paper or the like.
    """

    name: str
    cue: str
    passed_on: bool
    starts_sentence: bool
    office_of: str | None = None
    is_medium: bool = False


def citations(passage: str) -> list[Citation]:
    """Who is named as the source of a passage, in the order of the cues."""
    text = passage[:MAX_PASSAGE]
    found: dict[tuple[int, str], tuple[Citation, int]] = {}
    for place, citation in _found(text):
        found.setdefault((place, citation.name), (citation, place))
    return [citation for citation, _ in sorted(found.values(), key=lambda pair: pair[1])]


def _behind_names(text: str) -> Iterator[tuple[int, Citation]]:
    """Who stands in front of a verb of saying: "Ann Doe, head of Acme, said"."""
    for match in _VERBS.finditer(text):
        start = max(0, match.start() - _BEFORE)
        before = _NAME_BEFORE.search(text[start : match.start()])
        if before and _speaks(
            text[start : start + before.start(1)], before[0], match[0], text[match.end() : match.end() + 4]
        ):
            place = start + before.start(1)
            office_of = _office_of(text[start:place], before[2] or "")
            for at, citation in _citation(text, text[place : match.end()], place, before[1]):
                yield at, citation._replace(office_of=office_of)


def _speaks(ahead: str, name: str, verb: str, behind: str) -> bool:
    """Whether it is the bearer of a name that says something: not in "visitors to Acme said", "Acme's claims are"."""
    if (verb in _DONE and behind == " by ") or (verb in _NOUNS and name.rstrip().endswith(("'s", "’s", "s'", "s’"))):
        return False
    if _PLACED.search(ahead) or _CONTRARY.search(ahead) or _WHO_DID.search(ahead):
        return False
    beside = None if _STOP.search(name) else _BESIDE.search(ahead)
    if not beside or not beside[1] or BELONGING.fullmatch(beside[1]) or ORGANISATION.search(beside[1]):
        return True
    office = _IN_OFFICE.search(ahead)
    return office is not None and not NOT_IN_OFFICE.search(ahead[-_BEFORE // 2 :])


def _found(text: str) -> Iterator[tuple[int, Citation]]:
    yield from _behind_names(text)
    for cues, beside, passed_on in (
        (_SPEAKER_CUES, _LEAD_IN, False),
        (_DONE_CUES, _AT_ONCE, False),
        (_CHANNEL_CUES, _AT_ONCE, True),
    ):
        for match in cues.finditer(text):
            if after := beside.match(text, match.end(), match.end() + _AFTER):
                cue = text[match.start() : after.end(1)]
                yield from _citation(text, cue, after.start(1), after[1], passed_on=passed_on)
    for match in _INVERTED.finditer(text):
        office_of = _office_of("", text[match.end(1) : match.end(1) + _AFTER].partition(".")[0])
        for at, citation in _citation(text, match[0], match.start(1), match[1]):
            yield at, citation._replace(office_of=office_of)
    if not text.isascii():
        for match in _UNSPACED.finditer(text):
            name = match[1] or match[2] or match[3]
            yield match.start(), Citation(name, match[0], passed_on=True, starts_sentence=False)


def _office_of(before: str, behind: str) -> str | None:
    """For whom somebody speaks, by what stands before and behind the name: "Acme chief Ann Doe", "head of Acme"."""
    for match, words in ((_OFFICE_BEFORE.search(before), before[-60:]), (_OFFICE_OF.search(behind), behind)):
        if match and not NOT_IN_OFFICE.search(words):
            return match[1]
    return None


def _citation(text: str, cue: str, place: int, name: str, *, passed_on: bool = False) -> Iterator[tuple[int, Citation]]:
    """The citation, unless what looks like a name is only the first word of a sentence."""
    words = name.split()
    first = text[:place].rstrip(" \"“'‘(")
    starts = not first or first[-1] in '.!?\n:;”"'
    while words and words[0].casefold().rstrip(".,") in _STARTS:
        words, starts = words[1:], False
    if words:
        shown = " ".join(cue.split()).strip(" ,.;:(")[:100]
        yield place, Citation(" ".join(words).rstrip(".,'’/-"), shown, passed_on, starts)


def unnamed(passage: str) -> str | None:
    """The words that give a passage to people whom nobody names; None if there are none."""
    match = _UNNAMED.search(passage[:MAX_PASSAGE])
    return " ".join(match[0].split()).strip(' ,;."”')[:80] if match else None


def refers_back(passage: str) -> str | None:
    """The words by which a passage gives itself to somebody named before: "the report said"."""
    match = _ANAPHOR.search(passage[:MAX_PASSAGE])
    return match[0] if match else None


def is_first_hand(passage: str) -> bool:
    """Whether a passage says that the writers saw or heard it themselves."""
    return _SELF.search(passage[:MAX_PASSAGE]) is not None


def has_own_findings(passage: str) -> bool:
    """Whether a passage, whomever else it names, tells what the writers found themselves."""
    return _SAW.search(passage[:MAX_PASSAGE]) is not None


def without_told(passage: str) -> str:
    """A passage without the words that say that somebody told the writers: they heard it, and did not find it."""
    return _TOLD.sub(" ", passage)


def links(passage: str, most: int = 20) -> list[str]:
    """The addresses that a passage gives, at most so many."""
    found = []
    for match in _URL.finditer(passage[:MAX_PASSAGE]):
        found.append(match[0].rstrip(".,;:!?"))
        if len(found) == most:
            break
    return found
