"""Who a noun or pronoun is: by name, by what it goes back to, or else by its own words."""

from claimcheck.attribution.parsed import ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.name_runs import NameKind
from claimcheck.attribution.understanding.names import Mention, Name
from claimcheck.attribution.understanding.own_words import own_words
from claimcheck.attribution.understanding.phrases import conjuncts
from claimcheck.attribution.understanding.scene import INNER, PRONOUNS, SUBJECTS, Scene, is_body, kind_of_noun
from claimcheck.places import COUNTRY_OF

_RELATIVE = frozenset("who which that whose whom".split())
_PERSONAL = frozenset({"who", "whom", "whose"})
_UNNAMED = frozenset("official source spokesman spokeswoman spokesperson aide diplomat officer insider".split())
"""People who stay without a name, so that "the US official" is nobody else."""
_ANY_BODY = frozenset("company firm group organization organisation agency".split())
"""What an organisation may be called whose name does not tell that it is one."""
_IMPERSONAL = (NameKind.UNKNOWN, NameKind.ORGANISATION)
_BE = frozenset("is was be been 's ’s seems seemed".split())
_BY = ("by", "from", "of")
_PUBLISHED = frozenset("published released written issued produced prepared compiled conducted authored".split())
_ENDS_OF_PEOPLE = ("er", "or", "ist", "ant", "ent", "ian", "man", "woman", "ee", "ot", "yst")
_MAX_CLAUSES = 6
_BODIES = (NameKind.PERSON, NameKind.UNKNOWN, NameKind.ORGANISATION)


def identity(scene: Scene, head: int, inside: set[int] | None = None) -> str | None:
    """Who one noun or pronoun is, by the fullest name; None where that cannot be told.

    `inside` are the tokens of the phrase that is looked at, if its ends are known.
    """
    word = scene.parsed.lowered[head]
    if word in PRONOUNS or scene.is_first_person(head):
        is_nobody = word not in PRONOUNS or _is_nobody(scene, head)
        meant = None if is_nobody else scene.of_pronoun(head)
        return meant.text if meant is not None else None
    if word in _RELATIVE:
        before = _before_relative(scene, head, is_person=word in _PERSONAL)
        meant_by = identity(scene, before) if before is not None else None
        is_bare = meant_by is not None and meant_by.islower() and " " not in meant_by
        return None if is_bare and scene.parsed.tags[before or 0] == "NN" else meant_by
    mention = scene.mentions.get(head)
    if word in COUNTRY_OF and (mention is None or len(mention.run.words) == 1):
        return COUNTRY_OF[word]
    if mention is not None and not _is_common(scene, head, mention):
        return mention.name.text if mention.name is not None else None
    return scene.unmarked(head) or described(scene, head, inside)


def identities(scene: Scene, head: int, inside: set[int] | None = None) -> str | None:
    """Who a noun and those coordinated with it are: "X, Y and Z"; None where that cannot be told of all."""
    parsed = scene.parsed
    within = inside if inside is not None else set(parsed.subtree(head))
    heads = _listed(scene, within) if inside is not None else []
    heads = heads or [token for token in conjuncts(parsed, head, within) if token == head or _is_nominal(parsed, token)]
    beside = _place_beside(scene, head)
    if len(heads) == 1 and beside is not None and parsed.tags[head] == "NNS":
        heads = conjuncts(parsed, beside, within)
    if len(heads) > 1 and _is_office_of(scene, heads[0], heads[-1]):
        heads = heads[-1:]
    texts = [identity(scene, token, inside) for token in heads]
    known = list(dict.fromkeys(text for text in texts if text is not None))
    if not known or None in texts:
        return None
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} and {known[-1]}"


def _is_nominal(parsed: ParsedText, token: int) -> bool:
    return parsed.tags[token].startswith(("N", "PRP", "CD"))


def _listed(scene: Scene, inside: set[int]) -> list[int]:
    """The heads of a list that is nothing but names, which the parser often takes for asides."""
    left = {scene.parsed.lowered[token] for token in inside if token not in scene.mentions}
    heads = [token for token in sorted(inside) if token in scene.heads]
    return heads if len(heads) > 1 and "and" in left and left <= {"and", ",", "both"} else []


def _is_office_of(scene: Scene, first: int, last: int) -> bool:
    """Whether two coordinated nouns are one person: "lobbyist and strategist Charlie Black"."""
    has_article = scene.parsed.child(first, "det") is not None
    return scene.parsed.tags[first] == "NN" and not has_article and last in scene.mentions


def described(scene: Scene, head: int, inside: set[int] | None = None) -> str | None:
    """Who a common noun is: the name beside it, its author, what it goes back to, or else its own words."""
    beside = name_beside(scene, head)
    if beside is not None:
        return beside.text
    noun = scene.noun(head)
    if noun in naming.PAPERS:
        author = author_of(scene, head)
        if author is not None:
            return identities(scene, author)
    antecedent = scene.antecedent(head)
    if antecedent is not None:
        return antecedent.text if antecedent.says_who else None
    if scene.is_definite(head):
        if not scene.has_modifier(head) and (noun == "author" or noun in _ANY_BODY):
            return _of_paper_or_body(scene, head, noun)
        if _is_variation(scene, head, noun):
            return None
    return own_words(scene, head, inside)


def _of_paper_or_body(scene: Scene, head: int, noun: str) -> str | None:
    """Who "the authors" are, and "the company" whose name does not tell that it is one."""
    if noun == "author":
        paper = scene.trail.of_paper()
        return paper.text if paper is not None else None
    meant = scene.trail.of_pronoun("it", scene.place(head), content=scene.content)
    is_body = meant is not None and meant.name is not None and meant.name.kind in _IMPERSONAL
    return meant.text if meant is not None and is_body else None


def author_of(scene: Scene, head: int) -> int | None:
    """The token of who wrote a report: "by X", "X's", "published by X", "a CSIS report"."""
    parsed = scene.parsed
    children = parsed.children[head]
    for word in _BY:
        for child in children:
            whom = parsed.child(child, "pobj") if parsed.lowered[child] == word else None
            if whom is not None and (word == "by" or whom in scene.mentions or is_body(scene.noun(whom))):
                return whom
    for child in children:
        agent = parsed.child(child, "agent") if parsed.lowered[child] in _PUBLISHED else None
        whom = parsed.child(agent, "pobj") if agent is not None else None
        if whom is not None:
            return whom
    owner = parsed.child(head, "poss")
    if owner is not None and parsed.lowered[owner] not in _RELATIVE:
        return owner
    named = (child for child in children if child in scene.heads and parsed.deps[child] in INNER)
    return next((child for child in named if scene.heads[child].run.kind in _BODIES), None)


def _is_nobody(scene: Scene, token: int) -> bool:
    """Whether it is the "it" of "it is too early to say"."""
    parsed = scene.parsed
    verb = parsed.heads[token]
    return parsed.lowered[token] == "it" and parsed.lowered[verb] in _BE and parsed.child(verb, "acomp") is not None


def _is_common(scene: Scene, head: int, mention: Mention) -> bool:
    """Whether a word with a capital is a common noun after all: "a super PAC"."""
    return mention.run.words[0] in naming.ORGANISATIONS and any(
        scene.parsed.lowered[child] in ("a", "an") for child in scene.parsed.children[head]
    )


def _before_relative(scene: Scene, token: int, *, is_person: bool) -> int | None:
    """The noun that a relative pronoun goes back to: for "who" a person, though a body may stand between."""
    parsed = scene.parsed
    verb = token
    for _ in range(_MAX_CLAUSES):
        verb = parsed.heads[verb]
        if parsed.deps[verb] == "relcl":
            break
    else:
        return None
    head = parsed.heads[verb]
    while is_person and _is_no_person(scene, head):
        if parsed.deps[head] not in ("pobj", "prep", "compound", "poss") or parsed.heads[head] == head:
            return None
        head = parsed.heads[head]
    if is_person and parsed.deps[head] == "appos":
        head = parsed.heads[head]
    beside = conjuncts(parsed, head, set(range(token)))[-1]
    if beside > head and beside in scene.mentions:
        head = beside
    if parsed.deps[head] == "attr" and head not in scene.mentions:
        head = parsed.child(parsed.heads[head], *SUBJECTS) or head
    return head if head < token and parsed.lowered[head] not in _RELATIVE else None


def _is_no_person(scene: Scene, token: int) -> bool:
    parsed = scene.parsed
    mention = scene.mentions.get(token)
    if mention is not None:
        is_town = parsed.deps[token] == "pobj" and parsed.lowered[parsed.heads[token]] in (
            "of",
            "from",
            "in",
            "on",
            "at",
        )
        unknown = mention.run.kind is NameKind.UNKNOWN
        return mention.run.kind in (NameKind.ORGANISATION, NameKind.PLACE) or (is_town and unknown)
    kind = kind_of_noun(scene.noun(token))
    is_thing = kind is None and parsed.tags[token] == "NN" and not parsed.lowered[token].endswith(_ENDS_OF_PEOPLE)
    return parsed.tags[token] == "IN" or kind is False or is_thing


def _is_variation(scene: Scene, head: int, noun: str) -> bool:
    """Whether "the man" or "the Vermont senator" is but another word for somebody who cannot be told from it."""
    parsed = scene.parsed
    labels = {parsed.deps[child] for child in parsed.children[head]}
    if parsed.tags[head] == "NNS":
        return noun in naming.PEOPLE and "nummod" in labels and not labels & {"amod", "compound", "nmod", "prep"}
    if parsed.tags[head] != "NN" and not (parsed.tags[head] == "NNP" and noun in naming.TITLES):
        return False
    if not scene.has_modifier(head):
        return True
    return noun in naming.PEOPLE and noun not in _UNNAMED and not labels & {"prep", "poss", "acl"}


def name_beside(scene: Scene, head: int) -> Name | None:
    """The name in "Norway's harbour adviser, Taras Holub" and "a pilot named Igor Renn"."""
    token = _place_beside(scene, head)
    return scene.mentions[token].name if token is not None else None


def _place_beside(scene: Scene, head: int) -> int | None:
    parsed = scene.parsed
    for child in parsed.children[head]:
        token: int | None = child
        if parsed.lowered[child] in ("named", "called"):
            token = parsed.child(child, "oprd", "dobj", "attr")
        elif parsed.deps[child] != "appos":
            continue
        mention = scene.mentions.get(token) if token is not None else None
        if mention is not None and mention.name is not None and mention.run.kind in _BODIES:
            return token
    return None
