"""Who speaks for somebody because the text before introduces them so: "The head of Acme, Ann Doe, smiled"; pure."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimcheck.independence.citations import NAME, NOT_IN_OFFICE, OF_WHOM, OFFICE, ORGANISATION

MAX_LENGTH = 6_000
"""How much of a text before the passage is looked at, in code points."""
_MOST_OFFICES = 60
_AROUND = 140
_LEAST_SURNAME = 3
_MOST_WORDS = 4
_OFFICE = re.compile(rf"\b{OFFICE.lower()}\b")
"""In a text in lower case, in which it is found in a quarter of the time that it takes without regard to case."""
_WORDS = r"(?:(?!(?:who|said|says|told|that|by|of|to|from|against|than)\b)[a-z-]{1,20},?\s+){0,6}"
_OF = re.compile(OF_WHOM)
_WHOSE = re.compile(rf"({NAME})(?:['’]s?)?\s+{_WORDS}$")
_WHO_IS = re.compile(
    rf"({NAME})(?:,\s+(?:\d{{2}},\s+)?|(?:,\s+who)?\s+(?:is|became|serves as|works as|was named)\s+)"
    rf"(?:the\s+|an?\s+)?{_WORDS}$"
)
_AGAIN = r"(?:(?:[Ss]he|[Hh]e) is(?: the)?|As)"
_BEGINS = re.compile(
    rf"(?:(?:^|[.!?…][\"”’]?[^\S\n]+)(?:(?:{_AGAIN}|The|Its)\s+)?|\n\s*{_AGAIN}\s+)(?:the\s+|an?\s+)?{_WORDS}$"
)
_RUNS = re.compile(r"\b(?:(?:co-)?founded|runs|heads|leads|chairs|directs)\s+(?:the\s+)?")
_FOUNDED_BY = re.compile(r"\b(?:(?:co-)?founded|run|led|headed|chaired) by (?=\S)")
_FOUNDED = re.compile(rf"({NAME}),?\s+(?:(?:which\s+)?(?:is|was)\s+)?$")
_WHO_RUNS = re.compile(rf"({NAME})(?:,\s+who)?\s+(?:\w{{2,12}}\s+)?$")
_BEHIND = re.compile(rf"(,?)\s+({NAME})")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’]?\s+|\n+")
_NAME = re.compile(NAME)
_STOP = re.compile(r"(?<=[^\W\d_]{4})[.]\s+")
_OF_SOMETHING = re.compile(r" (?:of|for|and|on|the|in|at) ")
_NO_NAME = frozenset("a an the as in on at but and when while after before for if from his her its".split())
_TITLES = frozenset("mr mrs ms dr prof professor sir lord lady".split())


class Officers(NamedTuple):
    """The full names and the last names of those who are introduced, in lower case."""

    full: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()

    def has(self, name: str) -> bool:
        """Whether a name is that of one of them: in full, or the last name alone or behind a title."""
        words = [word for word in _bare(name).split() if word.rstrip(".") not in _TITLES]
        return " ".join(words) in self.full or (len(words) == 1 and words[0] in self.last)


NOBODY = Officers()


def officers(before: str, is_meant: Callable[[str], bool]) -> Officers:
    """Those whom a text introduces as officers of somebody, who is meant by the names that `is_meant` says."""
    text = before[-MAX_LENGTH:]
    names = {_bare(_STOP.split(name)[-1]) for name in _introduced(text, is_meant)}
    full = frozenset(name for name in names if 1 < len(name.split()) <= _MOST_WORDS)
    last = frozenset(name.split()[-1] for name in full)
    return Officers(full, frozenset(name for name in last if len(name) >= _LEAST_SURNAME))


def last_person(text: str, is_meant: Callable[[str], bool]) -> str:
    """The last name of two words or more in a text that is no organisation's nor meant; empty if there is none."""
    names = [_STOP.split(name)[-1] for name in _NAME.findall(text)]
    people = (name for name in reversed(names) if " " in name and not (ORGANISATION.search(name) or is_meant(name)))
    return next(people, "")


def _introduced(text: str, is_meant: Callable[[str], bool]) -> Iterator[str]:
    folded = text.replace("\u0130", "i").lower()  # the only letter that is two in lower case
    for office in list(_OFFICE.finditer(folded))[-_MOST_OFFICES:]:
        before = text[max(0, office.start() - _AROUND) : office.start()]
        after = text[office.end() : office.end() + _AROUND]
        if NOT_IN_OFFICE.search(before[-_AROUND // 2 :]):
            continue
        if (of := _OF.match(after)) and is_meant(of[1]):
            yield from _called(before, after[of.end() :], needs_comma=True)
        elif (whose := _WHOSE.search(before)) and is_meant(whose[1]):
            yield from _called(before[: whose.start()], after, needs_comma=False)
    for verb in list(_FOUNDED_BY.finditer(text))[-_MOST_OFFICES:]:
        what = _FOUNDED.search(text, max(0, verb.start() - _AROUND), verb.start())
        who = _NAME.match(text, verb.end(), verb.end() + _AROUND)
        if who and what and is_meant(what[1]):
            yield who[0]
    for verb in list(_RUNS.finditer(text))[-_MOST_OFFICES:]:
        who = _WHO_RUNS.search(text, max(0, verb.start() - _AROUND), verb.start())
        what = _NAME.match(text, verb.end(), verb.end() + _AROUND)
        if who and what and is_meant(what[0]):
            yield who[1]


def _called(before: str, behind: str, *, needs_comma: bool) -> Iterator[str]:
    """The names that stand where an office is said to be somebody's, `before` and `behind` the office and its firm."""
    if match := _WHO_IS.search(before):
        yield match[1]
    if (match := _BEHIND.match(behind)) and (match[1] or not needs_comma):
        yield match[2]
    elif match := _BEGINS.search(before):
        sentences = [one for one in _SENTENCE.split(before[: match.start() + 1]) if one.strip(' "”’“')]
        first = _NAME.match(sentences[-1].lstrip(" \"“'‘")) if sentences else None
        if first and not _OF_SOMETHING.search(first[0]) and first[0].split()[0].casefold() not in _NO_NAME:
            yield first[0]


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").removesuffix("'s").strip(" .,'").split())
