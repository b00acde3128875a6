"""Sentences and their tokens. Everything here takes time in proportion to the text, whatever it is."""

import re
from collections.abc import Iterator

from claimcheck.quantities.values import Token

MAX_SENTENCE = 2_000
"""Longer ones are cut, between words if there are any."""
_END = re.compile(r"[.!?…][\"'’”)\]]{0,3}(?=\s)|[。！？]|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-Za-z]|[A-Za-z]\.[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|Nos|ca|approx|est|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Corp|Co|bn|mn|m|U\.S|U\.K)\.$"
)
_TOKEN = re.compile(
    r"""
      (?P<name>https?://\S{1,2000}
        |\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b)?|\d{1,2}\s?[ap]\.?m\b
        |\+\d{1,3}[\ (-]\d[\d\ ()-]{5,40})
     |(?P<day>(?:1[5-9]|20)\d\d-\d\d-\d\d(?!\d))
     |(?P<slashed>\d{1,2}[./]\d{1,2}[./](?:1[5-9]|20)\d\d(?!\d))
     |(?P<ordinal>\d{1,6}(?:st|nd|rd|th)\b)
     |(?P<decade>(?:1[5-9]|20)\d0[’']?s\b)
     |(?P<money>(?:US|HK|NZ|NT|[ACRS])?\$|[€£¥₹₽₴₩₺]|(?:USD|EUR|GBP|CNY|RMB|CHF|JPY|INR|CAD|AUD|Rs\.?)(?=\s?\d))
     |(?P<fraction>\d{1,2}/\d{1,3}(?![\w/]))
     |(?P<number>
         (?:\d{1,3}(?:[,'’]\d{3})+(?![\d])(?:\.\d+)?
          |\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?
          |\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)
          |\d{1,3}(?:[\ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?
          |\d{1,2}(?:,\d\d)+,\d{3}(?!\d)
          |(?!\d+(?:\.\d+){2})\d+(?:\.\d+|,\d{1,2}(?!\d))?)
         (?P<suffix>(?:km²|km2|m²|m2|m³|m3|[^\W\d_]+(?:/[^\W\d_]+)?)(?!\w))?
         (?![\w])
       )
     |(?P<other>\d[\w.:/]*\w|\d)
     |(?P<initials>(?:[A-Z]\.){2,5}(?:['’]s)?(?!\w))
     |(?P<joined>(?:early|mid|late)-(?=\d))
     |(?P<model>[^\W\d_]+(?:[-–][^\W\d_]+)?[-–]?\d[\w-]*)
     |(?P<word>km/h\b|b/d\b|[^\W\d_]+(?:['’-][^\W\d_]+)*(?:²|³)?)
     |(?P<degree>°\s?[CF]?\b)
     |(?P<mark>\S)
    """,
    re.VERBOSE,
)
_FRACTION = re.compile(r"([1-9])/([2-9]|10|100)")
_SUFFIXES = frozenset(
    """
    k m mn mln mio b bn tn trn t mm cm km kg g kt mt mw gw kw tw kwh mwh gwh twh lb lbs ft mi ha l ml x pp ppt bps bpd
    mph kph km/h mb gb hp km² km2 m² m2 m³ m3 mm² am pm years year pc percent million billion trillion thousand c
    f
    """.split()
) - {"am", "pm"}
_JOINED_NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety half quarter
    eleven twelve fifteen hundred thousand million
    """.split()
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences, in order, the white space between them left out."""
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match[0] == "." and _ABBREVIATION.search(text, max(start, end - 10), end):
            continue
        yield from _cut(text, start, end)
        start = end
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        middle = text.rfind(" ", start + MAX_SENTENCE - 200, start + MAX_SENTENCE)
        middle = middle if middle > start else start + MAX_SENTENCE
        yield start, middle
        start = middle
    if start < end and not text[start:end].isspace():
        yield start, end


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a sentence."""
    found: list[Token] = []
    add = found.append
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        first, last = match.span()
        written = match[0]
        if kind in ("word", "initials"):
            _add_word(found, written, first, last)
        elif kind in ("number", "suffix"):
            suffix = match["suffix"]
            if suffix is None:
                add(Token(written, written, first, last, "number"))
            elif suffix.lower() in _SUFFIXES and suffix != "G":
                middle = match.start("suffix")
                add(Token(text[first:middle], text[first:middle], first, middle, "number"))
                add(Token(suffix, suffix.lower(), middle, last, "word"))
            else:
                add(Token(written, written.lower(), first, last, "name"))
        elif kind == "other":
            add(Token(written, written, first, last, "name"))
        elif kind == "fraction":
            add(Token(written, written, first, last, kind if _FRACTION.fullmatch(written) else "name"))
        elif kind == "joined":
            add(Token(written[:-1], written[:-1].lower(), first, last - 1, "word"))
        elif kind == "degree":
            add(Token(written, written.replace(" ", "").lower(), first, last, "word"))
        else:
            add(Token(written, written.lower(), first, last, "name" if kind == "model" else kind))
    return found


def lower_at(tokens: list[Token], at: int) -> str:
    """The small letters of a token; empty before the first and behind the last one."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _add_word(found: list[Token], written: str, first: int, last: int) -> None:
    """Add a word, in its parts if it is a number joined by hyphens ("twenty-five", "ten-day")."""
    lower = written.lower().replace("’", "'")
    if "-" in lower and lower[: lower.index("-")] in _JOINED_NUMBERS:
        place = first
        for index, part in enumerate(written.split("-")):
            if index:
                found.append(Token("-", "-", place - 1, place, "mark"))
            found.append(
                Token(part, part.lower().replace("’", "'").removesuffix("'s"), place, place + len(part), "word")
            )
            place += len(part) + 1
        return
    lower = lower.removesuffix("'s").replace(".", "")
    found.append(Token(written, lower, first, last, "word"))
