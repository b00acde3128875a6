"""Who speaks, by the words that a text calls them: a name to keep, and what kind of source that is; pure.

A kind is given only where the words themselves say it. A wrong one would be taken for knowledge.
"""

import re

from claimcheck.text import comparison_key
from claimcheck.vocabulary import SourceKind

MAX_NAME = 120
"""The code points of the longest name; what is longer is a description, and is cut at a comma or a clause."""
MAX_TITLE = 80
_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_CLAUSE = re.compile(r"\s*[,;:()\[\]]\s*|\s+[–—]\s+|\s+(?:who|whom|whose|which|that|where|when|while|speaking)\s+")
_EDGES = ' \t\n\r,;:–—-…"“”„‟«»'
_NUMBER = re.compile(
    r"(?:\d+|two|three|four|five|one|several|many|some|most|other|a\s+few|few|multiple|various|numerous|both|all|unnamed|anonymous)\s+(?!of\b)(?=\S)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(
    """
    he she it they we i you him her them us me who whom which that this these those one ones some others another both
    many most few several all everyone everybody someone somebody anyone nobody neither none no-one his hers its their
    theirs himself herself itself themselves former latter two three either
    """.split()
)
_SMALL_AT_FIRST = frozenset(
    """
    senior former local top military independent regional intelligence industry legal human recent several many some
    most other two three four five unnamed anonymous all both few leading retired current
    """.split()
)
"""Words that begin with a capital only because they begin a sentence."""
_GROUPS = re.compile(
    r"\b(?:officials?|sources?|analysts?|experts?|observers?|critics?|residents?|witness(?:es)?|people|persons?|"
    r"diplomats?|reports?|reporters?|journalists?|media|spokes(?:man|woman|person|people|persons)|aides?|lawmakers?|"
    r"leaders?|authorities|researchers?|scientists?|scholars?|economists?|activists?|lawyers?|investigators?|insiders?|"
    r"executives?|advis[eo]rs?|supporters?|opponents?|members?|men|women|man|woman|students?|doctors?|teachers?|"
    r"voters?|polls?|stud(?:y|ies)|estimates?|figures?|data|rumou?rs?|others|allies|commentators?|historians?)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s+(?:of|at|in|from|for|with|close|familiar|on|by|to)\b")
_OWN = re.compile(r"my|his|her|our|their|your", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"government|ministry|ministries|administration|campaign|embassy|army|navy|military|police|team|party|parliament|"
    r"congress|department|agency|commission|committee|council|regime|presidency|foundation|institute|university|bank"
)
"""Small words that make a name with one in front: "Holub administration"."""
_PARTICLE = re.compile(r"(?:al|el|ar|as|at)-|(?:de|da|do|du|di|del|la|le|van|von|der|den|ter|bin|ibn|bint|al|el)$")
_TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Sen|Senator|Rep|Gov|Governor|Gen|General|Col|Colonel|"
    r"Capt|Captain|Lt|Maj|Adm|Admiral|Judge|Justice|Pope|King|Queen|Prince|Princess|President|Chancellor|"
    r"Premier|(?:[A-Z]\w+ )*(?:Minister|Secretary|Spokesman|Spokeswoman|Spokesperson|Ambassador|Commissioner|Director|"
    r"Chairman))"
    r"\.?\s+(?!of\b|for\b|and\b)[A-Z]"
)
_GOVERNMENT = re.compile(
    r"\b(?:[Gg]overnment|[Mm]inistry|[Mm]inistries|White House|Kremlin|Pentagon|Downing Street|State Department|"
    r"Department of|(?:Defen[cs]e|Justice|Treasury|Commerce) Department|Congress|Parliament|Senate|Bundestag|"
    r"[Ee]mbassy|Foreign Office)\b"
)
_ORGANISATION = re.compile(
    r"\b(?:Institute|Institution|University|College|Cent(?:er|re)|Council|Commission|Committee|Agency|Association|"
    r"Federation|Foundation|Organi[sz]ation|Union|Bank|Fund|Party|Company|Corporation|Corp|Inc|Ltd|LLC|PLC|GmbH|Group|"
    r"Court|Board|Authority|Bureau|Society|Network|Forum|Watch|Alliance|Coalition|NATO|UN|EU|IMF|WHO|OECD|IAEA|"
    r"United Nations|European Union|Amnesty International)\b"
)
_OUTLET = re.compile(
    r"^(?:the\s+)?(?:Reuters|AFP|Agence France-Presse|AP|Associated Press|dpa|TASS|Xinhua|Kyodo|Interfax|Bloomberg|"
    r"BBC(?: News)?|CNN|NBC(?: News)?|CBS(?: News)?|ABC News|Fox News|NPR|Sky News|Al Jazeera|Politico|Axios|"
    r"Der Spiegel|Le Monde|(?:The )?Guardian|(?:The )?Economist|Newsweek|Global Times|"
    r"(?:[A-Z]\w+ )+(?:Times|Post|Journal|Herald|Tribune|Gazette|Telegraph|Daily|News Agency|Newspaper|Magazine))$"
)


def named(words: str, *, is_whole: bool = False) -> str | None:
    """The name to keep of those words, on one line; None if nobody is named by them, as by "he" or "it".

    What follows a comma or begins a clause is left out, unless the words are known to be the `is_whole` name.
    """
    name = " ".join(words.split()).strip(_EDGES)
    if not is_whole or len(name) > MAX_NAME:
        name = _CLAUSE.split(name)[0].strip(_EDGES)
    name = _POSSESSIVE.sub("", name) if not name.endswith("s'") else name
    bare = _within_sentence(_without_article(name))
    if (
        comparison_key(name) in _PRONOUNS
        or comparison_key(bare) in _PRONOUNS
        or not any(map(str.isalpha, bare))
        or len(bare) == 1
    ):
        return None
    if len(bare) > MAX_NAME:
        bare = bare[:MAX_NAME].rpartition(" ")[0] or bare[:MAX_NAME]
    return bare


def kind_of(name: str) -> SourceKind | None:
    """What kind of source a name says that it is; None where it does not say."""
    if _OUTLET.match(name):
        return SourceKind.OUTLET
    if _TITLES.match(name):
        return SourceKind.PERSON
    if is_group(name):
        return SourceKind.UNNAMED
    if _GOVERNMENT.search(name):
        return SourceKind.GOVERNMENT
    return SourceKind.ORGANISATION if _ORGANISATION.search(name) else None


def unnamed(name: str | None, *, publisher: str | None, title: str | None) -> str:
    """The name of a source whom a document leaves unnamed: "Unnamed senior officials cited by Reuters".

    The same words in two documents of one publisher are one source, in those of two publishers they are two.
    """
    where = publisher or f'"{(title or "an untitled document")[:MAX_TITLE]}"'
    if name is None:
        return f"Unattributed in {where}"
    while match := _NUMBER.match(name):
        name = name[match.end() :]
    return f"Unnamed {name} cited {'by' if publisher else 'in'} {where}"


def is_group(name: str) -> bool:
    """Whether words only describe who speaks, without naming anybody: "two senior officials", "a study", "my father".

    A description begins with a small letter, or its chief word does; "Chinese government" and the like are names.
    """
    first, head = name.partition(" ")[0], _BEHIND.split(name)[0].rpartition(" ")[2]
    if _GROUPS.fullmatch(head):
        return head[:1].islower()
    if _OWN.fullmatch(first):
        return True
    if _INSTITUTION.fullmatch(head):
        return False
    return (first.islower() and not _PARTICLE.match(first)) or head.islower()


def _within_sentence(name: str) -> str:
    """A name as it stands within a sentence: "Officials" and "Senior officials" only begin one."""
    first, _, rest = name.partition(" ")
    is_small = _GROUPS.fullmatch(first) and not rest[:1].isupper()
    if is_small or first.lower() in _SMALL_AT_FIRST:
        return name[0].lower() + name[1:]
    return name


def _without_article(name: str) -> str:
    """A name without its article, which "The Guardian" keeps: there it is written large within a sentence."""
    match = _ARTICLE.match(name)
    if match is None or _OUTLET.match(name):
        return name
    return name[match.end() :]
