"""What somebody without a name is called: the words of the text, with the names in them in full."""

from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.name_extents import bare
from claimcheck.attribution.understanding.phrases import phrase
from claimcheck.attribution.understanding.scene import PRONOUNS, SUBJECTS, Scene, kind_of_noun

MAX_LENGTH = 120
"""The code points of the longest phrase that is still somebody."""
_SMALL = ("CD", "DT", "NN", "NNS", "RB", "VBG", "VBN")
"""Tags of words that have a capital only where they begin a sentence."""
_NOBODY = frozenset(
    """
    some many others all both those these this that everyone everybody someone somebody anyone anybody nobody
    one ones most few several people none either neither each another you your there what whoever such more much
    any other no-one thing things here something anything everything nothing two three
    """.split()
)


def own_words(scene: Scene, head: int, inside: set[int] | None = None) -> str | None:
    """The phrase of a noun without clauses and asides: "people close to Terry McAuliffe", "Kurt Campbell's spokesman".

    None where it says nothing of who that is, or has a pronoun in it whose meaning is not known.
    """
    parsed = scene.parsed
    tokens = phrase(parsed, head, inside)
    if scene.noun(head) in naming.PAPERS:
        said = {one for child in parsed.children[head] if parsed.deps[child] == "acl" for one in parsed.subtree(child)}
        tokens = [token for token in tokens if token not in said]
    if any(parsed.deps[token] in SUBJECTS and parsed.heads[token] == head for token in tokens):
        return None
    pieces = _pieces(scene, tokens)
    if pieces is None:
        return None
    text = " ".join(filter(None, pieces)).replace(" 's", "'s").replace(" ’s", "’s").strip(" \"“”„'‘,;:")
    is_bare = len(tokens) == 1 and parsed.tags[head] == "NN" and scene.noun(head) not in naming.PEOPLE
    is_name = parsed.words[head][0].isupper() and kind_of_noun(scene.noun(head)) is None
    if not text or len(text) > MAX_LENGTH or bare(text) in _NOBODY:
        return None
    if is_bare and not is_name:
        return None
    is_of_sentence = parsed.tags[tokens[0]] in _SMALL and not is_bare and text[1:2].islower()
    return text[0].lower() + text[1:] if is_of_sentence else text


def _pieces(scene: Scene, tokens: list[int]) -> list[str] | None:
    """The words of tokens, names and pronouns by the full name; None where a pronoun is nobody known."""
    parsed = scene.parsed
    pieces: list[str] = []
    run: list[int] = []
    end = 0
    for token in tokens:
        if token < end:
            continue
        if scene.is_first_person(token):
            return None
        other = None
        if parsed.lowered[token] in PRONOUNS:
            meant = scene.of_pronoun(token)
            if meant is None:
                return None
            other = _of(meant.text) if parsed.deps[token] == "poss" else meant.text
        elif token in scene.heads and parsed.deps[token] in ("poss", "pobj"):
            mention = scene.heads[token]
            if mention.name is not None and mention.run.first in tokens:
                run = [one for one in run if one < mention.run.first]
                other, end = mention.name.text, mention.run.end
        if other is None:
            run.append(token)
        else:
            pieces += [parsed.quoted(run), other]
            run = []
    return [*pieces, parsed.quoted(run)]


def _of(name: str) -> str:
    """A name or phrase in the possessive."""
    owner = name.removesuffix("'s").removesuffix("’s")
    return f"{owner}'s"
