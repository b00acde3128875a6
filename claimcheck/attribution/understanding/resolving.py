"""The source of each attribution: "Campbell", "he" and "the ministry" by the fullest name the text has."""

from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.identifying import author_of, described, identities, name_beside
from claimcheck.attribution.understanding.name_runs import NameKind, gender_of, office
from claimcheck.attribution.understanding.names import Mention, Name, Names
from claimcheck.attribution.understanding.phrases import head_of
from claimcheck.attribution.understanding.scene import INNER, SUBJECTS, Scene, kind_of_noun, nouns_for
from claimcheck.attribution.understanding.trail import Referent, Thing, Trail

_SUBJECT, _SOURCE, _NAMED, _FRESH, _DEPENDENT, _OBLIQUE = 1.0, 1.25, 0.25, 0.5, -0.75, -0.25


class Resolver:
    """Reads the parts of one text one after another and remembers whom they named."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._names = Names()
        self._trail = Trail()
        self._sentences = 0
        self._lines = 0

    def scene(self, parsed: ParsedText) -> Scene:
        """The next part of the text with its names."""
        scene = Scene(parsed, self._names, self._trail, (self._sentences, self._lines))
        self._sentences += len(parsed.sentences)
        self._lines += len(parsed.lines)
        return scene


def sources(scene: Scene, found: list[Found]) -> list[str | None]:
    """The source of each attribution of a part by its fullest name; None where it is not known.

    To be called once for each part, in their order: reading a part is what the next one's pronouns go back to.
    """
    return _Reading(scene, found).sources()


class _Reading:
    """One part of a text while it is read, word by word."""

    def __init__(self, scene: Scene, found: list[Found]) -> None:
        self._scene = scene
        self._parsed = scene.parsed
        self._found = found
        self._met: set[int] = set()
        self._asked: dict[int, list[int]] = {}
        for number, one in enumerate(found):
            head = head_of(scene.parsed, one.source)
            if head is not None:
                self._asked.setdefault(head, []).append(number)

    def sources(self) -> list[str | None]:
        found: list[str | None] = [None] * len(self._found)
        for token in range(len(self._parsed.words)):
            for number in self._asked.get(token, ()):
                self._scene.content = frozenset(self._found[number].content)
                found[number] = identities(self._scene, token, set(self._found[number].source))
            self._scene.content = frozenset()
            self._pass(token)
        for token, numbers in self._asked.items():
            if self._scene.is_first_person(token):
                for number in numbers:
                    found[number] = self._speaker(token, number, found)
        for number, one in enumerate(self._found):
            if number and not one.source and not one.cue and self._goes_on(number):
                found[number] = found[number - 1]
        return found

    def _goes_on(self, number: int) -> bool:
        """Whether a quotation without a word on who speaks follows another in the same or the next paragraph."""
        before, this = self._found[number - 1], self._found[number]
        lines = self._scene.line(before.content[-1]), self._scene.line(this.content[0])
        both = [*before.content[:2], *this.content[:2]]
        return 0 <= lines[1] - lines[0] <= 1 and self._scene.quoted[both[1]] and self._scene.quoted[both[-1]]

    def _speaker(self, token: int, number: int, found: list[str | None]) -> str | None:
        """Who says "I": the source of the quotation in which it stands."""
        if not self._scene.quoted[token]:
            return None
        around = [
            (len(other.content), at)
            for at, other in enumerate(self._found)
            if at != number and token in other.content and found[at]
        ]
        return found[min(around)[1]] if around else None

    def _pass(self, token: int) -> None:
        """Remember what is spoken of at a token."""
        scene, tag = self._scene, self._parsed.tags[token]
        if token in scene.heads:
            mention = scene.heads[token]
            if mention.name is not None:
                self._remember(token, self._named(token, mention, mention.name))
        elif tag in ("NN", "NNS") and self._parsed.deps[token] not in ("compound", "appos"):
            is_person = kind_of_noun(scene.noun(token))
            if is_person is not None and (thing := self._described(token, is_person=is_person)):
                self._remember(token, thing)
        elif tag == "PRP" and self._parsed.deps[token] in SUBJECTS and self._parsed.lowered[token] in ("he", "she"):
            meant = scene.of_pronoun(token)
            if meant is not None:
                self._remember(token, meant)
                if meant.name is not None and meant.name.gender is None:
                    meant.name.gender = "f" if self._parsed.lowered[token] == "she" else "m"

    def _named(self, token: int, mention: Mention, name: Name) -> Thing:
        nouns = {role for role in name.roles if role not in naming.HONORIFICS}
        if name.kind is NameKind.ORGANISATION:
            nouns |= nouns_for(name.words)
        is_plural = mention.run.kind is NameKind.UNKNOWN and self._parsed.tags[token] == "NNPS" and len(name.words) == 1
        person = {NameKind.PERSON: True, NameKind.UNKNOWN: None}.get(name.kind, False)
        return Thing(name.text, name, frozenset(nouns), person, is_plural, name.gender)

    def _described(self, token: int, *, is_person: bool) -> Thing | None:
        scene = self._scene
        antecedent = scene.antecedent(token)
        if antecedent is not None:
            return antecedent
        text = described(scene, token)
        if text is None:
            return None
        noun = scene.noun(token)
        name = name_beside(scene, token)
        if name is None and noun in naming.PAPERS:
            author = author_of(scene, token)
            mention = scene.mentions.get(author) if author is not None else None
            name = mention.name if mention is not None else None
        is_plural = self._parsed.tags[token] == "NNS"
        nouns = frozenset({noun, office(self._parsed, token)})
        return Thing(text, name, nouns, is_person, is_plural, gender_of({noun}))

    def _remember(self, token: int, thing: Thing) -> None:
        """Put into the trail that somebody is spoken of at a token."""
        label = self._parsed.deps[token]
        is_source = token in self._asked
        weight = _SUBJECT * (label in SUBJECTS) + _SOURCE * is_source + _NAMED * (thing.name is not None)
        if label in INNER:
            weight += _DEPENDENT
        elif not is_source and label not in SUBJECTS:
            weight += _OBLIQUE
        if thing.name is not None and id(thing.name) not in self._met:
            self._met.add(id(thing.name))
            weight += _FRESH * (thing.is_person is True and len(thing.name.words) > 1)
        sentence, line = self._scene.place(token)
        is_quoted = self._scene.quoted[token]
        self._scene.trail.add(Referent(thing, token, sentence, line, weight, is_source, is_quoted))
