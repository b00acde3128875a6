"""What a site prints on all its pages: notices, menus, calls to subscribe; pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

LEAST_PAGES = 3
"""On fewer pages of a site nothing can be told: two may be versions of one story."""
_MOST_COMPARED = 6
_SAME_STORY = 0.8
"""Pages that share so much of their text are one story, and what they share is the story."""
_LEAST_LENGTH = 12
_MOST_WORDS = 18
_UNIT = re.compile(r"[^\n.!?\u2026\u3002\uff01\uff1f]+(?:[.!?\u2026\u3002\uff01\uff1f]+|$|(?=\n))", re.MULTILINE)
_NOTICE = re.compile(
    r"\b(?:cookies?|subscri(?:be|bers?|ption)|sign up|newsletter|all rights reserved|advertisement|read more|"
    r"click here|"
    r"share this|follow us|log ?in|terms of (?:use|service)|privacy policy|related (?:stories|articles)|"
    r"abonnieren|alle rechte vorbehalten|tous droits réservés|lire aussi|todos los derechos)\b",
    re.IGNORECASE,
)

_STEMS = (
    "abonnieren", "advertisement", "alle rechte", "articles", "click here", "cookie", "derechos", "droits", "follow us",
    "lire aussi", "log in", "login", "newsletter", "privacy policy", "read more", "rights reserved", "share this",
    "sign up", "stories", "subscri", "terms of",
)  # fmt: skip
"""One of them stands in every notice, and is found sooner than the pattern."""


def without_boilerplate(texts: Sequence[str], sites: Sequence[str]) -> list[str]:
    """The texts without what their sites, by name, print on unrelated pages; a site without a name has no others.

    Short lines that call to subscribe and the like are left out of every text.
    """
    pages = defaultdict(list)
    for place, site in enumerate(sites):
        if site:
            pages[site].append(place)
    cleaned = [_without_notices(text) for text in texts]
    for places in pages.values():
        if len(places) >= LEAST_PAGES:
            kept = _without_common([cleaned[place] for place in places])
            for place, text in zip(places, kept, strict=True):
                cleaned[place] = text
    return cleaned


def _without_notices(text: str) -> str:
    folded = text.casefold()
    if not any(stem in folded for stem in _STEMS):
        return text
    return "\n".join(
        line
        for line in text.split("\n")
        if not (len(line.split(None, _MOST_WORDS)) <= _MOST_WORDS and _NOTICE.search(line))
    )


def _without_common(texts: list[str]) -> list[str]:
    """The texts of one site without the sentences that stand in several that are different stories."""
    units = [[" ".join(unit.split()) for unit in _UNIT.findall(text)] for text in texts]
    known = [{unit for unit in some if len(unit) >= _LEAST_LENGTH} for some in units]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, some in enumerate(known):
        for unit in some:
            if len(holders[unit]) < _MOST_COMPARED:
                holders[unit].append(place)
    sizes = [max(1, sum(map(len, some))) for some in known]
    same: dict[tuple[int, int], bool] = {}
    common: set[str] = set()
    for unit, places in holders.items():
        if len(places) >= LEAST_PAGES and _differ(places, known, sizes, same):
            common.add(unit)
    if not common:
        return texts
    return ["\n".join(unit for unit in some if unit not in common) for some in units]


def _differ(places: list[int], known: list[set[str]], sizes: list[int], same: dict[tuple[int, int], bool]) -> bool:
    """Whether at least `LEAST_PAGES` of some pages are stories of their own."""
    stories: list[int] = []
    for place in places:
        for other in stories:
            if (other, place) not in same:
                shared = sum(map(len, known[other] & known[place]))
                same[other, place] = shared >= _SAME_STORY * min(sizes[other], sizes[place])
            if same[other, place]:
                break
        else:
            stories.append(place)
    return len(stories) >= LEAST_PAGES
