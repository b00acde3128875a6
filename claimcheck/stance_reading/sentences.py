"""Where sentences of a text begin and end."""

import re

_END = re.compile(r"[.!?…]{1,8}[\"'”’)\]]{0,3}(?=\s)|\n[ \t\r]{0,80}\n|[。！？]")
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st gen col lt sgt capt rep sen gov no vs inc ltd co corp jr sr u.s u.k u.n e.g i.e jan feb mar"
    " apr jun jul aug sep sept oct nov dec approx fig al".split()
)
_LOOK_BACK = 12


def ends(text: str) -> list[int]:
    """The places after which a new sentence begins, in order; the end of the text is the last."""
    places = []
    for match in _END.finditer(text):
        if match[0].startswith(".") and _is_abbreviation(text, match.start(), match.end()):
            continue
        places.append(match.end())
    if not places or places[-1] < len(text):
        places.append(len(text))
    return places


def _is_abbreviation(text: str, stop: int, after: int) -> bool:
    before = text[max(0, stop - _LOOK_BACK) : stop].rsplit(None, 1)[-1:]
    word = before[0].lstrip("\"'“‘(") if before else ""
    following = text[after : after + 2].strip()
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper()) or following.islower()
