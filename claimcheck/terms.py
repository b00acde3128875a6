"""What stands out in a sentence: names, numbers and long words, in any language; pure."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from claimcheck.text import comparison_key

MAX_TEXT_LENGTH = 20_000
MAX_NAME_WORDS = 5
MAX_RUN_LENGTH = 8
"""The code points of a run, in a script that puts no spaces between words."""
MIN_LONG_WORD = 6
MIN_UNCASED_WORD = 4
MIN_RUN_LENGTH = 2
MAX_CAPITAL_SHARE = 0.7

_JOINERS = frozenset("-'’‑.,٫٬·&@/_")
"""Characters that keep two words or numbers one, if they stand between them without a space."""
_NUMBER_JOINERS = frozenset(".,'’٫٬/-")
_PARTICLES = frozenset(
    {
        "of", "for", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von",
        "der", "den", "zu", "ter", "al", "el", "bin", "bint", "ibn", "für", "et", "y",
    }
)  # fmt: skip
"""Words that may stand in the middle of a name though they are small."""
COMMON_WORDS = frozenset(
    """
    a about according after against all also although an and any are as at because been before being between both but by
    can could did do does during each either even every few for from had has have he her here his how however i if in
    into is it its just last least less many may might more most much must neither new no nor not now of off on one
    only or other our out over said same says shall she should since so some still such than that the their them then
    there these they this those through to too two under until up upon very was we were what when where whether which
    while who whom whose why will with within without would yet you your
    der die das den dem des ein eine einen einem einer eines und oder aber nicht auch auf aus bei mit nach seit von vor
    zum zur über unter wird werden wurde wurden worden sein sind war waren haben hatte hatten nachdem obwohl während
    durch gegen ohne als wie wenn dass sich es er sie wir ihr ich im in am an ist hat für
    le la les un une des du de et ou mais ne pas dans par pour sur avec sans sous entre être sont était étaient ont
    avait selon après avant depuis pendant cette ces son ses leur leurs elle elles ils nous vous qui que dont où aux au
    el los las una unos unas y o pero no en por para con sin sobre según desde hasta entre durante contra fue fueron han
    había está están ser como más su sus este esta estos estas
    il lo gli uno della delle degli nel nella con per tra fra sono stato stata anche secondo dopo
    os as um uma em na nos nas dos das pelo pela foi foram são após segundo
    в на и не что как по из за от до для при над под это его ее их она они был была было были будет после между
    который которая которые також що як від для при після була були буде
    het een van voor met door naar zijn werd werden heeft hebben niet deze dit volgens
    """.split()  # noqa: SIM905 - a list of so many words is better read as text
)
"""Words that say nothing of a subject, of the languages most often met; a language that is not here loses little."""
_ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|dell|all|nell|sull|dall)['’](?=\w)|(?:[CDJLMNST]|Qu|Dell|All|Nell)['’](?=[^\W\dA-ZÀ-Þ])"
)
"""An article grown together with its word: "l'Iran", "L'ambassade", but not "D'Souza"."""


class _Token(NamedTuple):
    start: int
    end: int
    text: str


def salient_terms(text: str, *, limit: int) -> list[str]:
    """The terms to search or to compare by, at most `limit`, each once: names, then numbers, then long words.

    Names and numbers stand in the order of the text, words by length, those before them that begin a sentence and so
    may be a name. Each is a piece of the text with its spaces made
    single; a name may have several words. Where case says nothing (all capitals, a script without case) there are no
    names; in scripts without spaces a term is a run of one script. Only the first 20,000 code points are looked at.

    What it goes by is the look of the words, so a German noun counts as a name, and a number has two digits or more.
    """
    text = " ".join(text[:MAX_TEXT_LENGTH].split())
    tokens = list(_tokens(text))
    names = _names(text, tokens)
    numbers = [token for token in tokens if _is_number(token.text) and sum(map(str.isdigit, token.text)) > 1]
    words = [token for token in tokens if _is_long(token.text)]
    words.sort(key=lambda token: (not _opens(text, token), -len(token.text), token.start))
    taken: list[_Token] = []
    found: dict[str, str] = {}
    for token in (*names, *numbers, *words):
        key = comparison_key(token.text)
        known = any(key in other.split() or key == other for other in found)
        if not known and not any(token.start < other.end and other.start < token.end for other in taken):
            taken.append(token)
            found[key] = token.text
        if len(found) >= limit:
            break
    return list(found.values())[: max(limit, 0)]


def _tokens(text: str) -> Iterator[_Token]:
    """Words and numbers; marks that belong to a letter are part of it, and "1,500", "Ki-moon", "U.S." are one."""
    place = 0
    while place < len(text):
        if not _in_word(text[place]):
            place += 1
            continue
        start = place
        while place < len(text) and (_in_word(text[place]) or _joins(text, place)):
            place += 1
        yield from _bare(_Token(start, place, text[start:place]))


def _in_word(character: str) -> bool:
    return character.isalnum() or (not character.isascii() and unicodedata.category(character)[0] == "M")


def _joins(text: str, place: int) -> bool:
    if text[place] not in _JOINERS:
        return False
    before, after = text[place - 1], text[place + 1 : place + 2]
    if text[place] in ".,":
        return (before.isdigit() and after.isdigit()) or _is_initial(text, place)
    return _in_word(before) and bool(after) and _in_word(after)


def _is_initial(text: str, place: int) -> bool:
    """Whether a period follows a single capital: "George W. Bush", "U.S."."""
    before = text[place - 2 : place - 1] if place > 1 else " "
    return text[place] == "." and text[place - 1].isupper() and not _in_word(before)


def _bare(token: _Token) -> Iterator[_Token]:
    """The token without a possessive ending, or its runs if its script puts no spaces between words."""
    text = token.text
    if any(_script(character) for character in text):
        offset = token.start
        for script, run in groupby(text, _script):
            characters = "".join(run)
            if script != "hiragana":
                yield _Token(offset, offset + len(characters[:MAX_RUN_LENGTH]), characters[:MAX_RUN_LENGTH])
            offset += len(characters)
        return
    elided = _ELISION.match(text)
    start = elided.end() if elided else 0
    text = text[start:]
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    if text:
        yield _Token(token.start + start, token.start + start + len(text), text)


def _script(character: str) -> str:
    """Which of the scripts without spaces a character belongs to; "" for all others."""
    if character.isascii():
        return ""
    name = unicodedata.name(character, "")
    return next((script for script in ("hiragana", "katakana", "cjk unified") if name.startswith(script.upper())), "")


def _is_number(text: str) -> bool:
    return all(character.isdigit() or character in _NUMBER_JOINERS for character in text)


def _is_capital(text: str) -> bool:
    """Whether a word looks like part of a name: a capital at the start or within, or letters with digits."""
    cased = any(character.isupper() or character.istitle() for character in text)
    return cased or (
        any(map(str.isdigit, text)) and any(character.isalpha() and character.isascii() for character in text)
    )


def _is_long(text: str) -> bool:
    if text.casefold() in COMMON_WORDS or not any(map(str.isalpha, text)):
        return False
    if any(map(_script, text)):
        return len(text) >= MIN_RUN_LENGTH
    uncased = text.lower() == text.upper()
    return len(text) >= (MIN_UNCASED_WORD if uncased else MIN_LONG_WORD)


def _names(text: str, tokens: list[_Token]) -> list[_Token]:
    """Rows of capitalised words, if capitals tell anything apart in this text."""
    words = [token for token in tokens if not _is_number(token.text)]
    capitals = [token for token in words if _is_capital(token.text)]
    content = [token for token in words if token.text.casefold() not in COMMON_WORDS]
    if len(content) > MAX_NAME_WORDS and len(capitals) > MAX_CAPITAL_SHARE * len(words):
        return []
    names = []
    for row in _rows(text, tokens):
        kept = _without_small_ends(text, row)
        if kept:
            start, end = kept[0].start, kept[-1].end
            names.append(_Token(start, end, text[start:end]))
    return names


def _rows(text: str, tokens: list[_Token]) -> Iterator[list[_Token]]:
    row: list[_Token] = []
    for token in tokens:
        near = bool(row) and text[row[-1].end : token.start] == " "
        fits = _is_capital(token.text) and not _is_number(token.text)
        particle = near and token.text in _PARTICLES
        if row and (not near or not (fits or particle) or len(row) >= MAX_NAME_WORDS):
            yield row
            row = []
        if fits or (row and particle):
            row.append(token)
    yield row


def _without_small_ends(text: str, row: list[_Token]) -> list[_Token]:
    """A row without particles at its end, and without a common word at its start ("The", "In")."""
    while row and row[-1].text in _PARTICLES:
        row = row[:-1]
    while (
        row and (row[0].text.casefold() in COMMON_WORDS or row[0].text in _PARTICLES) and not row[0].text[1:].isupper()
    ):
        row = row[1:]
    if len(row) == 1 and _begins_sentence(text, row[0].start) and not _stands_out(row[0].text):
        within = re.search(rf"(?<=[^\W\d_] ){re.escape(row[0].text)}\b", text)
        return row if within else []
    return row


def _opens(text: str, token: _Token) -> bool:
    """Whether a word may be a name or only the first of its sentence: "Kremlin rejects it", "Experts reject it"."""
    return _is_capital(token.text) and not _stands_out(token.text) and _begins_sentence(text, token.start)


def _begins_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(" \"'“”„«»‘’([-–—")
    return not before or before[-1] in ".!?:;…。"


def _stands_out(text: str) -> bool:
    """Whether its capitals are more than those with which a sentence begins: "NATO", "MiG-29", "F16"."""
    return any(character.isupper() or character.isdigit() for character in text[1:])
