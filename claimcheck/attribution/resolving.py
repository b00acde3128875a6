"""Who the source of an attribution is: "Campbell", "he" and "the ministry" by the fullest name the text has."""

from claimcheck.attribution import naming
from claimcheck.attribution.name_runs import NameKind, bare, gender_of
from claimcheck.attribution.names import Mention, Names
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.phrases import conjuncts, head_of, phrase, words_of
from claimcheck.attribution.places import COUNTRY_OF
from claimcheck.attribution.quotes import quoted_words
from claimcheck.attribution.trail import Referent, Trail

_PRONOUNS = {
    "he": "he", "his": "he", "him": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
    "herself": "she", "it": "it", "its": "it", "itself": "it", "they": "they", "their": "they", "them": "they",
    "themselves": "they",
}  # fmt: skip
_FIRST_PERSON = frozenset("i we me us my our myself ourselves mine ours".split())
_RELATIVE = frozenset("who which that whose whom".split())
_NOBODY = frozenset(
    "some many others all both those these this that everyone everybody someone somebody anyone anybody nobody one ones "
    "most few several people none either neither each another you your there what whoever such more much any other "
    "no-one thing things here something anything everything nothing two three".split()
)
_UNNAMED = frozenset("official source spokesman spokeswoman spokesperson aide diplomat officer insider".split())
"""People who stay without a name, so that "the US official" is nobody else."""
_DEFINITE = frozenset("the this that these those".split())
_MODIFIERS = ("amod", "compound", "nmod", "poss", "prep", "nummod", "acl")
_SUBJECTS = ("nsubj", "nsubjpass")
_INNER = ("poss", "compound", "nmod", "amod")
_AUTHORS = ("by", "from", "of")


class Resolver:
    """Reads the parts of one text one after another and remembers whom they named."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self.names = Names()
        self.trail = Trail()
        self.sentences = 0

    def sources(self, parsed: ParsedText, found: list[Found]) -> list[str | None]:
        """The source of each attribution of the next part by its fullest name; None where it is not known."""
        reading = Reading(self, parsed, found)
        self.sentences += len(parsed.sentences)
        return reading.sources()


class Reading:
    """One part of a text while its sources are worked out, word by word."""

    def __init__(self, resolver: Resolver, parsed: ParsedText, found: list[Found]) -> None:
        """Take in the names of the part."""
        self._parsed = parsed
        self._found = found
        self._trail = resolver.trail
        self._before = resolver.sentences
        self._mentions: dict[int, Mention] = {}
        self._heads: dict[int, Mention] = {}
        for mention in resolver.names.read(parsed):
            self._heads[mention.run.head] = mention
            for token in range(mention.run.first, mention.run.end):
                self._mentions[token] = mention
        self._quoted = quoted_words(parsed)
        self._asked: dict[int, list[int]] = {}
        for number, one in enumerate(found):
            head = head_of(parsed, one.source)
            if head is not None:
                self._asked.setdefault(head, []).append(number)
        self._content: frozenset[int] = frozenset()

    def sources(self) -> list[str | None]:
        """Who said each of the attributions of this part."""
        found: list[str | None] = [None] * len(self._found)
        for token, tag in enumerate(self._parsed.tags):
            for number in self._asked.get(token, ()):
                self._content = frozenset(self._found[number].content)
                found[number] = self._coordinated(token, set(self._found[number].source))
            self._content = frozenset()
            self._pass(token, tag)
        for token, numbers in self._asked.items():
            if self._parsed.lowered[token] in _FIRST_PERSON:
                for number in numbers:
                    found[number] = self._speaker(token, number, found)
        return found

    def _pass(self, token: int, tag: str) -> None:
        """Remember what is spoken of at a token."""
        if token in self._heads:
            mention = self._heads[token]
            if mention.name is not None:
                self._trail.add(self._named(token, mention))
        elif tag in ("NN", "NNS") and self._parsed.deps[token] not in ("compound", "appos"):
            kind = _kind_of_noun(self._noun(token))
            if kind is not None:
                self._describe(token, tag, is_person=kind)
        elif tag == "PRP" and self._parsed.deps[token] in _SUBJECTS and self._parsed.lowered[token] in ("he", "she"):
            meant = self._of_pronoun(token)
            if meant is not None:
                self._trail.add(self._referent(token, meant.text, meant))

    def _named(self, token: int, mention: Mention) -> Referent:
        name = mention.name
        assert name is not None  # noqa: S101 - the caller has looked
        nouns = {role for role in name.roles if role not in naming.HONORIFICS}
        if name.kind is NameKind.ORGANISATION:
            nouns |= _called(name.words)
        is_plural = name.kind is NameKind.UNKNOWN and self._parsed.tags[token] == "NNPS" and len(name.words) == 1
        person = {NameKind.PERSON: True, NameKind.UNKNOWN: None}.get(name.kind, False)
        like = Referent(0, 0, "", name, frozenset(nouns), person, is_plural, name.gender, False, False, False, False)
        return self._referent(token, name.text, like)

    def _describe(self, token: int, tag: str, *, is_person: bool) -> None:
        noun = self._noun(token)
        is_plural = tag == "NNS" or len(conjuncts(self._parsed, token, set(self._parsed.subtree(token)))) > 1
        antecedent = self._antecedent(token) if self._is_definite(token) else None
        if antecedent is not None:
            self._trail.add(self._referent(token, antecedent.text, antecedent))
            return
        text = self._described(token, None)
        if text is None:
            return
        author = self._author(token) if noun in naming.PAPERS else None
        mention = self._mentions.get(author) if author is not None else None
        name = mention.name if mention is not None else None
        gender = gender_of({noun})
        nouns = frozenset({noun})
        like = Referent(0, 0, "", name, nouns, is_person, is_plural, gender, False, False, False, False)
        self._trail.add(self._referent(token, text, like))

    def _referent(self, token: int, text: str, like: Referent) -> Referent:
        """The same one as another, spoken of at a token."""
        label = self._parsed.deps[token]
        return Referent(
            token=token,
            sentence=self._sentence(token),
            text=text,
            name=like.name,
            nouns=like.nouns,
            is_person=like.is_person,
            is_plural=like.is_plural,
            gender=like.gender,
            is_subject=label in _SUBJECTS,
            is_source=token in self._asked,
            is_quoted=self._quoted[token],
            is_dependent=label in _INNER,
        )

    def _sentence(self, token: int) -> int:
        return self._before + self._parsed.sentence_of[token]

    def _coordinated(self, head: int, inside: set[int]) -> str | None:
        heads = self._listed(inside) or conjuncts(self._parsed, head, inside)
        if len(heads) > 1 and self._is_office_of(heads[0], heads[-1]):
            heads = heads[-1:]
        texts = [self._one(token, inside) for token in heads]
        known = list(dict.fromkeys(text for text in texts if text is not None))
        if len(known) < len(set(texts)):
            return None
        return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} and {known[-1]}"

    def _listed(self, inside: set[int]) -> list[int]:
        """The heads of a list that is nothing but names, which the parser often takes for asides."""
        left = {self._parsed.lowered[token] for token in inside if token not in self._mentions}
        heads = [token for token in sorted(inside) if token in self._heads]
        return heads if len(heads) > 1 and "and" in left and left <= {"and", ",", "both"} else []

    def _is_office_of(self, first: int, last: int) -> bool:
        """Whether two coordinated nouns are one person: "lobbyist and strategist Charlie Black"."""
        has_article = any(self._parsed.deps[child] == "det" for child in self._parsed.children[first])
        return self._parsed.tags[first] == "NN" and not has_article and last in self._mentions

    def _one(self, head: int, inside: set[int] | None) -> str | None:
        """Who one noun or pronoun is, without what is coordinated with it."""
        word = self._parsed.lowered[head]
        if word in _PRONOUNS:
            meant = self._of_pronoun(head)
            return meant.text if meant is not None else None
        if word in _RELATIVE:
            before = self._before_relative(head, is_person=word in ("who", "whom", "whose"))
            return self._one(before, None) if before is not None else None
        if head in self._mentions:
            mention = self._mentions[head]
            if self._is_common(head, mention):
                return self._described(head, inside)
            if mention.name is not None or mention.run.kind is not NameKind.ORGANISATION:
                return mention.name.text if mention.name is not None else None
        if word in COUNTRY_OF and self._parsed.tags[head] == "JJ":
            return COUNTRY_OF[word]
        return self._described(head, inside)

    def _is_common(self, head: int, mention: Mention) -> bool:
        """Whether a word with a capital is a common noun after all: "a super PAC"."""
        return mention.run.words[0] in naming.ORGANISATIONS and any(
            self._parsed.lowered[child] in ("a", "an") for child in self._parsed.children[head]
        )

    def _of_pronoun(self, token: int) -> Referent | None:
        return self._trail.of_pronoun(
            _PRONOUNS[self._parsed.lowered[token]],
            self._sentence(token),
            content=self._content,
            is_quoted=self._quoted[token],
        )

    def _before_relative(self, token: int, *, is_person: bool) -> int | None:
        """The noun that a relative pronoun goes back to: for "who" a person, though a body may stand between."""
        parsed = self._parsed
        verb = token
        for _ in range(6):
            verb = parsed.heads[verb]
            if parsed.deps[verb] == "relcl":
                break
        else:
            return None
        head = parsed.heads[verb]
        while is_person and self._is_no_person(head):
            if parsed.deps[head] not in ("pobj", "prep", "compound", "poss") or parsed.heads[head] == head:
                return None
            head = parsed.heads[head]
        if is_person and parsed.deps[head] == "appos" and parsed.heads[head] in self._mentions:
            head = parsed.heads[head]
        return head if head < token and parsed.lowered[head] not in _RELATIVE else None

    def _is_no_person(self, token: int) -> bool:
        mention = self._mentions.get(token)
        if mention is not None:
            return mention.run.kind in (NameKind.ORGANISATION, NameKind.PLACE)
        return self._parsed.tags[token] == "IN" or _kind_of_noun(self._noun(token)) is False

    def _described(self, head: int, inside: set[int] | None) -> str | None:
        """Who a common noun is: the name beside it, its author, what it goes back to, or else its own words."""
        beside = self._name_beside(head)
        if beside is not None:
            return beside
        noun = self._noun(head)
        if noun in naming.PAPERS:
            author = self._author(head)
            if author is not None:
                return self._one(author, None)
        if self._is_definite(head):
            antecedent = self._antecedent(head)
            if antecedent is not None:
                return antecedent.text
            if self._parsed.tags[head] == "NN" and (not self._has_modifier(head) or self._is_variation(head, noun)):
                return None
        return self._own_words(head, inside)

    def _is_variation(self, head: int, noun: str) -> bool:
        """Whether "the Vermont senator" is but another name for somebody, who cannot be told from the words."""
        says_whose = any(self._parsed.deps[child] in ("prep", "poss", "acl") for child in self._parsed.children[head])
        return noun in naming.PEOPLE and noun not in _UNNAMED and not says_whose

    def _name_beside(self, head: int) -> str | None:
        """ "Ukraine's presidential adviser, Vladyslav Vlasiuk" and "a worker named Antonio Arroyo"."""
        for child in self._parsed.children[head]:
            token: int | None = child
            if self._parsed.lowered[child] in ("named", "called"):
                token = self._parsed.child(child, "oprd", "dobj", "attr")
            elif self._parsed.deps[child] != "appos":
                continue
            mention = self._mentions.get(token) if token is not None else None
            if mention is not None and mention.name is not None and mention.run.kind is not NameKind.PLACE:
                return mention.name.text
        return None

    def _author(self, head: int) -> int | None:
        """The token of who wrote a report: "by X", "X's", "a CSIS report"."""
        parsed = self._parsed
        for word in _AUTHORS:
            for child in parsed.children[head]:
                if parsed.lowered[child] == word and parsed.deps[child] in ("prep", "agent"):
                    whom = parsed.child(child, "pobj")
                    if whom is not None and (word == "by" or whom in self._mentions or _is_body(self._noun(whom))):
                        return whom
        for child in parsed.children[head]:
            if parsed.lowered[child] in ("published", "released", "written", "issued", "produced", "prepared"):
                agent = parsed.child(child, "agent")
                whom = parsed.child(agent, "pobj") if agent is not None else None
                if whom is not None:
                    return whom
            if parsed.deps[child] == "poss":
                return child
        named = [child for child in parsed.children[head] if child in self._heads and parsed.deps[child] in _INNER]
        for child in named:
            if self._heads[child].run.kind in (NameKind.ORGANISATION, NameKind.PERSON, NameKind.UNKNOWN):
                return child
        return None

    def _is_definite(self, head: int) -> bool:
        return any(
            self._parsed.deps[child] == "det" and self._parsed.lowered[child] in _DEFINITE
            for child in self._parsed.children[head]
        )

    def _has_modifier(self, head: int) -> bool:
        skipped = ("think", "news")
        return any(
            self._parsed.deps[child] in _MODIFIERS and self._parsed.lowered[child] not in skipped
            for child in self._parsed.children[head]
        )

    def _noun(self, token: int) -> str:
        if self._parsed.lowered[token] in ("tank", "tanks") and token and self._parsed.lowered[token - 1] == "think":
            return "think tank"
        return _singular(self._parsed.lowered[token])

    def _antecedent(self, head: int) -> Referent | None:
        if self._has_modifier(head):
            return None
        is_plural = self._parsed.tags[head] in ("NNS", "NNPS")
        return self._trail.of_noun(self._noun(head), self._sentence(head), is_plural=is_plural)

    def _own_words(self, head: int, inside: set[int] | None) -> str | None:
        parsed = self._parsed
        tokens = phrase(parsed, head, inside)
        pieces: list[str] = []
        run: list[int] = []
        for token in tokens:
            word = parsed.lowered[token]
            if word in _FIRST_PERSON:
                return None
            other: str | None = None
            if word in _PRONOUNS:
                meant = self._of_pronoun(token)
                if meant is None:
                    return None
                other = f"{meant.text}'s" if parsed.deps[token] == "poss" else meant.text
            elif token in self._heads and parsed.deps[token] in ("poss", "pobj"):
                name = self._heads[token].name
                starts = self._heads[token].run.first in tokens and self._heads[token].run.start in tokens
                if name is not None and starts and len(name.text) < 80:  # noqa: PLR2004 - names, not sentences
                    run = [one for one in run if one < self._heads[token].run.first]
                    other = name.text
            if other is None:
                run.append(token)
                continue
            pieces += [parsed.quoted(run), other]
            run = []
        pieces.append(parsed.quoted(run))
        text = " ".join(piece for piece in pieces if piece).replace(" 's", "'s").replace(" ’s", "’s")
        text = text.strip(" \"“”„'‘,;:")
        is_bare = len(tokens) == 1 and parsed.tags[head] == "NN" and self._noun(head) not in naming.PEOPLE
        return None if not text or bare(text) in _NOBODY or is_bare else text

    def _speaker(self, token: int, number: int, found: list[str | None]) -> str | None:
        """Who says "I": the source of the quotation in which it stands."""
        around = [
            (len(other.content), at)
            for at, other in enumerate(self._found)
            if at != number and self._quoted[token] and token in other.content and found[at]
        ]
        return found[min(around)[1]] if around else None


def _kind_of_noun(noun: str) -> bool | None:
    """Whether a common noun is a person (True) or a body or a paper (False); None for anything else."""
    if noun in naming.PEOPLE:
        return True
    return False if _is_body(noun) or noun in naming.PAPERS else None


def _is_body(noun: str) -> bool:
    return noun in naming.ORGANISATIONS or noun in naming.PRESS or noun == "think tank"


def _singular(noun: str) -> str:
    if noun in naming.PEOPLE or noun in naming.ORGANISATIONS or noun in naming.PAPERS:
        return noun
    for end, other in (("ies", "y"), ("men", "man"), ("s", ""), ("people", "person")):
        if noun.endswith(end):
            single = noun[: -len(end)] + other
            if single in naming.PEOPLE or single in naming.ORGANISATIONS or single in naming.PAPERS:
                return single
    return noun


def _called(words: tuple[str, ...]) -> set[str]:
    """The common nouns by which an organisation may be called."""
    nouns = {words[-1]} if words[-1] in naming.ORGANISATIONS else set()
    nouns |= {word for word, following in zip(words, words[1:], strict=False) if following in ("of", "for", "on")}
    inside = set(words)
    if inside & naming.THINK_TANKS:
        nouns |= {"think tank", "institute"}
    if inside & naming.COMPANIES:
        nouns |= {"company", "firm"}
    if inside & naming.OUTLETS or words[-1] in ("times", "post", "news", "journal", "herald", "tribune", "globe"):
        nouns |= naming.PRESS
    return nouns
