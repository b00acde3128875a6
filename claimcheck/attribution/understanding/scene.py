"""One part of a text with the names in it, read up to some word: what "he" and "the ministry" are understood by."""

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from claimcheck.attribution.parsed import ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.directness import quoted_words
from claimcheck.attribution.understanding.name_extents import bare
from claimcheck.attribution.understanding.name_runs import NameKind, office
from claimcheck.attribution.understanding.names import Mention, Names
from claimcheck.attribution.understanding.trail import Thing, Trail

PRONOUNS = {
    "he": "he", "his": "he", "him": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
    "herself": "she", "it": "it", "its": "it", "itself": "it", "they": "they", "their": "they", "them": "they",
    "themselves": "they",
}  # fmt: skip
_FIRST_PERSON = frozenset("i we me us my our myself ourselves mine ours".split())
SUBJECTS = ("nsubj", "nsubjpass")
INNER = ("poss", "compound", "nmod", "amod")
"""How a name hangs on the noun that it only describes: "the Holub campaign"."""
_DEFINITE = frozenset("the this that these those".split())
_MODIFIERS = ("amod", "compound", "nmod", "poss", "prep", "nummod", "acl")
_AGENCIES = frozenset(
    {"agency", "office", "bureau", "administration", "service", "authority", "commission", "directorate"}
)
_LENIENT = frozenset({"think", "news", "same", "latter"})
"""Modifiers with which "the news agency" can still be one that was named."""


class Scene:
    """One part of a text; `trail` holds what was spoken of before the word that is looked at."""

    def __init__(self, parsed: ParsedText, names: Names, trail: Trail, before: tuple[int, int]) -> None:
        """Take in the names of the part, after so many sentences and lines of other parts."""
        self.parsed = parsed
        self.trail = trail
        self.quoted = quoted_words(parsed)
        self.content: frozenset[int] = frozenset()
        """The words of what is said by the source that is looked for."""
        self.mentions: dict[int, Mention] = {}
        """The names by each of their tokens, titles left out."""
        self.heads: dict[int, Mention] = {}
        self._before, self._lines = before
        self._names = names
        for mention in names.read(parsed):
            self.heads[mention.run.head] = mention
            for token in range(mention.run.start, mention.run.end):
                self.mentions[token] = mention

    def is_first_person(self, token: int) -> bool:
        """Whether a token is "I" or "we", and not "US"."""
        return self.parsed.lowered[token] in _FIRST_PERSON and self.parsed.tags[token].startswith("PRP")

    def sentence(self, token: int) -> int:
        """The number of a token's sentence in the whole text."""
        return self._before + self.parsed.sentence_of[token]

    def place(self, token: int) -> tuple[int, int]:
        """The numbers of a token's sentence and of its line in the whole text."""
        return self.sentence(token), self._lines + self.line(token)

    def line(self, token: int) -> int:
        """The number of a token's line in the part."""
        return bisect_right(self.parsed.lines, (token, len(self.parsed.words) + 1)) - 1

    def noun(self, token: int) -> str:
        """A common noun in the singular, lower case."""
        lowered = self.parsed.lowered
        if lowered[token] in ("tank", "tanks") and token and lowered[token - 1] == "think":
            return "think tank"
        return _singular(lowered[token])

    def is_definite(self, head: int) -> bool:
        """Whether "the" or "this" stands before a noun."""
        return any(
            self.parsed.deps[child] == "det" and self.parsed.lowered[child] in _DEFINITE
            for child in self.parsed.children[head]
        )

    def has_modifier(self, head: int) -> bool:
        """Whether a noun is told apart from others of its kind: "the Russian ministry", "the head of"."""
        return any(
            self.parsed.deps[child] in _MODIFIERS and self.parsed.lowered[child] not in _LENIENT
            for child in self.parsed.children[head]
        )

    def of_pronoun(self, token: int) -> Thing | None:
        """Whom a pronoun means."""
        return self.trail.of_pronoun(
            PRONOUNS[self.parsed.lowered[token]],
            self.place(token),
            content=self.content,
            is_quoted=self.quoted[token],
        )

    def antecedent(self, head: int) -> Thing | None:
        """Whom "the ministry" or "the finance minister" means, if it was spoken of before."""
        if not self.is_definite(head):
            return None
        noun = self.noun(head)
        if self.has_modifier(head):
            modifiers = [child for child in self.parsed.children[head] if self.parsed.deps[child] in _MODIFIERS]
            noun = office(self.parsed, head)
            if len(modifiers) > 1 or " " not in noun:
                return None
        is_plural = self.parsed.tags[head] in ("NNS", "NNPS")
        return self.trail.of_noun(noun, self.sentence(head), is_plural=is_plural)

    def unmarked(self, token: int) -> str | None:
        """The name that a word with a capital is, though the parser takes it for another word."""
        if not self.parsed.words[token][0].isupper():
            return None
        name = self._names.called((bare(self.parsed.words[token]),))
        return name.text if name is not None else None

    def named(self, token: int, *kinds: NameKind) -> str | None:
        """The full name that stands at a token, if it is of one of these kinds."""
        mention = self.mentions.get(token)
        if mention is None or mention.name is None or (kinds and mention.run.kind not in kinds):
            return None
        return mention.name.text


def kind_of_noun(noun: str) -> bool | None:
    """Whether a common noun is a person (True) or a body or a paper (False); None for anything else."""
    if noun in naming.PEOPLE:
        return True
    return False if is_body(noun) or noun in naming.PAPERS else None


def is_body(noun: str) -> bool:
    """Whether a common noun is an organisation."""
    return noun in naming.ORGANISATIONS or noun in naming.PRESS or noun == "think tank"


def nouns_for(words: tuple[str, ...]) -> set[str]:
    """The common nouns by which an organisation may be called."""
    nouns = {words[-1], " ".join(words[-2:])} if words[-1] in naming.ORGANISATIONS else set()
    nouns |= {word for word, following in pairwise(words) if following in ("of", "for", "on")}
    inside = set(words)
    if inside & naming.THINK_TANKS:
        nouns |= {"think tank", "institute"}
    if inside & naming.COMPANIES:
        nouns |= {"company", "firm"}
    if inside & naming.OUTLETS:
        nouns |= naming.PRESS
    if words[-1] in naming.TITLES_OF_PAPERS:
        nouns |= naming.PRESS - {"agency", "wire"}
    if inside & _AGENCIES:
        nouns.add("agency")
    return nouns


@lru_cache(maxsize=4096)
def _singular(noun: str) -> str:
    if kind_of_noun(noun) is not None:
        return noun
    for end, other in (("ies", "y"), ("men", "man"), ("s", ""), ("people", "person")):
        if noun.endswith(end):
            single = noun[: -len(end)] + other
            if kind_of_noun(single) is not None:
                return single
    return noun
