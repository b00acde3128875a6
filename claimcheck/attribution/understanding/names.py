"""The names of one text: who bears each of them, by the fullest form that the text gives."""

from collections import defaultdict
from dataclasses import dataclass, field

from claimcheck.attribution.given_names import GIVEN
from claimcheck.attribution.parsed import ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.name_runs import NameKind, Run, runs

MAX_NAMES = 4000
"""The names that are remembered; those that were not met for the longest time are forgotten first."""
DOMINANT = 4
"""How many times as often one of two bearers of a surname is named, if the surname alone is to mean him."""
_MINOR = frozenset("of for on the and & in".split())


@dataclass(slots=True, eq=False)
class Name:
    """One bearer of a name."""

    text: str
    words: tuple[str, ...]
    kind: NameKind
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    count: int = 0
    last_seen: int = 0

    @property
    def surname(self) -> str:
        """The word by which a person is called alone."""
        return next((word for word in reversed(self.words) if word not in naming.GENERATIONS), self.words[-1])


@dataclass(slots=True)
class Mention:
    """One name in its place; without a bearer where several could be meant."""

    run: Run
    name: Name | None


class Names:
    """What was named so far, in all the parts of a text that were read."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._names: list[Name] = []
        self._by: dict[str, list[Name]] = defaultdict(list)
        self._acronyms: dict[str, Name] = {}
        self._clock = 0

    def read(self, parsed: ParsedText) -> list[Mention]:
        """The names of the next part of the text, in their order, each with its bearer."""
        found = list(runs(parsed))
        full = {}
        for number, run in enumerate(found):
            if len(run.words) > 1 and not run.is_heading:
                full[number] = self._register(run)
        self._learn_acronyms(parsed, found, full)
        mentions = []
        for number, run in enumerate(found):
            self._clock += 1
            name = full.get(number) or self._meant(run)
            if name is not None:
                name.count += 1
                name.last_seen = self._clock
            mentions.append(Mention(run, name))
        if len(self._names) > MAX_NAMES:
            self._forget()
        return mentions

    def called(self, words: tuple[str, ...]) -> Name | None:
        """Who bears these words as a whole name."""
        return next((name for name in self._by.get(" ".join(words), ()) if name.words == words), None)

    def _register(self, run: Run) -> Name:
        known = self.called(run.words) or self._longer_or_shorter(run)
        if known is None:
            return self._add(run)
        if len(run.words) > len(known.words):
            known.text, known.words = run.text, run.words
            self._index(known)
        self._learn(known, run)
        return known

    def _longer_or_shorter(self, run: Run) -> Name | None:
        """The same name with other initials, or an organisation with its country: "Russian Defence Ministry"."""
        alike = self._by.get(run.words[-1], ())
        if run.kind is not NameKind.ORGANISATION:
            core = _core(run.words)
            return next((name for name in alike if _core(name.words) == core), None)
        bodies = [name for name in alike if name.kind is NameKind.ORGANISATION and _is_tail(name.words, run.words)]
        return bodies[0] if len(bodies) == 1 else None

    def _add(self, run: Run) -> Name:
        name = Name(run.text, run.words, run.kind, run.gender, set(run.roles), 0, self._clock)
        self._names.append(name)
        self._index(name)
        return name

    def _index(self, name: Name) -> None:
        for key in {" ".join(name.words), name.words[-1], name.words[0], name.surname}:
            if name not in self._by[key]:
                self._by[key].append(name)

    def _learn(self, name: Name, run: Run) -> None:
        name.roles |= run.roles
        name.gender = name.gender or run.gender
        if name.kind is NameKind.UNKNOWN or (run.roles and name.kind is not NameKind.ORGANISATION):
            name.kind = run.kind if run.kind is not NameKind.UNKNOWN else name.kind

    def _learn_acronyms(self, parsed: ParsedText, found: list[Run], full: dict[int, Name]) -> None:
        for number, name in full.items():
            run = found[number]
            if name.kind is NameKind.PERSON:
                continue
            initials = "".join(word[0] for word in name.words if word not in _MINOR)
            if len(initials) > 2:  # noqa: PLR2004 - two letters fit too much
                self._acronyms.setdefault(initials, name)
            after = run.end
            if after + 2 < len(parsed.words) and parsed.words[after] == "(" and parsed.words[after + 2] == ")":
                short = parsed.words[after + 1]
                if short[0].isupper() and len(short) < len(name.text):
                    self._acronyms[_letters(short)] = name

    def _meant(self, run: Run) -> Name | None:
        """Who is meant by a name of one word, or by any name in a heading."""
        if len(run.words) > 1:
            return self.called(run.words) or self._longer_or_shorter(run) or self._in_heading(run)
        word = run.words[0]
        if sum(map(str.isupper, run.text)) > 1 and (known := self._acronyms.get(_letters(word))):
            return known
        longer = [name for name in self._by.get(word, ()) if len(name.words) > 1]
        bearers = self._persons(longer, run)
        if not bearers and run.kind is NameKind.ORGANISATION and word in naming.ORGANISATIONS:
            bearers = [name for name in longer if name.count and word in (name.words[0], name.words[-1])]
            if len(bearers) > 1:
                return None
        whole = self.called(run.words)
        if bearers:
            chosen = self._chosen(bearers)
            if chosen is not None and chosen.kind is not NameKind.ORGANISATION:
                if _is_other(chosen, whole, run):
                    return whole or self._add_if_text(run)
                self._learn_person(chosen, run)
            return chosen
        if whole is not None:
            self._learn(whole, run)
        return whole or self._branded(longer, run) or self._add_if_text(run)

    def _branded(self, longer: list[Name], run: Run) -> Name | None:
        """The company or institute that is called by the first word of its name."""
        word = run.words[0]
        found = [name for name in longer if name.words[0] == word and naming.BRANDS & {name.words[1], name.words[-1]}]
        return found[0] if len(found) == 1 and run.kind is not NameKind.PLACE else None

    def _persons(self, longer: list[Name], run: Run) -> list[Name]:
        """The people who may be called by a surname, or, if there are none, by a given name."""
        word = run.words[0]
        people = [name for name in longer if name.kind in (NameKind.PERSON, NameKind.UNKNOWN)]
        bearers = [
            name for name in people if name.surname == word and (not run.gender or name.gender in (None, run.gender))
        ]
        if run.kind is NameKind.PLACE and not any(name.count for name in bearers):
            bearers = []
        if not bearers and word in GIVEN:
            bearers = [name for name in people if name.words[0] == word and name.kind is NameKind.PERSON]
        if not bearers and run.kind is NameKind.UNKNOWN:
            # where the surname stands first: "Wang" for "Wang Yi"
            bearers = [name for name in people if name.words[0] == word and name.count and word not in GIVEN]
        return bearers

    def _in_heading(self, run: Run) -> Name:
        """Who begins a run of capitals in a heading, where verbs have capitals, too: "Kurt Campbell Accuses"."""
        for length in range(len(run.words) - 1, 1, -1):
            known = self.called(run.words[:length])
            if known is not None:
                return known
        bearers = [name for name in self._by.get(run.words[0], ()) if name.surname == run.words[0]]
        return bearers[0] if len(bearers) == 1 else self._add_if_text(run)

    def _add_if_text(self, run: Run) -> Name:
        return Name(run.text, run.words, run.kind, run.gender, set(run.roles)) if run.is_heading else self._add(run)

    def _learn_person(self, name: Name, run: Run) -> None:
        name.roles |= run.roles
        name.gender = name.gender or run.gender
        if run.roles:
            name.kind = NameKind.PERSON

    def _chosen(self, bearers: list[Name]) -> Name | None:
        """The one bearer that a short name can mean: the only one, the only one before, or by far the most named."""
        if len(bearers) == 1:
            return bearers[0]
        before = [name for name in bearers if name.count]
        if len(before) == 1:
            return before[0]
        if not before:
            return None
        first, second = sorted(before, key=lambda name: -name.count)[:2]
        return first if first.count >= DOMINANT * second.count else None

    def _forget(self) -> None:
        kept = sorted(self._names, key=lambda name: name.last_seen)[-MAX_NAMES // 2 :]
        self._names = kept
        self._by = defaultdict(list)
        for name in kept:
            self._index(name)
        alive = set(map(id, kept))
        self._acronyms = {letters: name for letters, name in self._acronyms.items() if id(name) in alive}


def _is_other(bearer: Name, whole: Name | None, run: Run) -> bool:
    """Whether a surname means somebody who has no full name here: "President Holub" before "Anna Holub"."""
    offices = whole.roles - bearer.roles - naming.HONORIFICS if whole is not None else set()
    if whole is not None and offices and (offices & run.roles or whole.count > bearer.count):
        return True
    return not bearer.count and bool(run.roles - bearer.roles - naming.HONORIFICS) and bearer.gender == "f"


def _letters(word: str) -> str:
    return word.replace(".", "").lower()


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without initials."""
    kept = tuple(word for word in words if len(word) > 1)
    return kept if len(kept) > 1 else words


def _is_tail(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long[-len(short) :] == short
