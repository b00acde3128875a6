"""Who is meant by a name in a passage: the claimant, an agency, a publisher, a known source, or somebody else; pure."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.independence.citations import BELONGING, ORGANISATION, Citation
from claimcheck.independence.departments import Department, department
from claimcheck.independence.families import Family, bears_name
from claimcheck.independence.namesakes import is_nobody, is_of_many, node_of
from claimcheck.independence.ownership import Ownership, name_key
from claimcheck.independence.values import Claimant, Strength
from claimcheck.interests import speaking_parties
from claimcheck.likeness import is_unspaced
from claimcheck.parties import state_called
from claimcheck.text import comparison_key
from claimcheck.vocabulary import SourceKind

OWN = "own:"
"""The node of the claim's own source."""
_LEAST_ACRONYM = 3
_OPENING = 40
"""So many code points may stand before a name with which a sentence begins: a place and a day, an article."""
_LEAST_SURNAME = 3
_TITLES = frozenset(
    """
    mr mrs ms dr prof professor sir lord lady president minister secretary senator general admiral chancellor premier
    ambassador assistant colonel commissioner congressman defence defense deputy envoy foreign governor interior judge
    lieutenant mayor of prime representative speaker state treasury under us vice
    """.split()
)
_WORD = re.compile(r"\w+")
_LOWER = re.compile(r"\b[a-zß-öø-ÿа-яёіїєґ]\w*")
_OF = re.compile(r"([\w'’-]+) (?:of|for|on|in) (?:the )?$")
_APART = re.compile(r"['’]s?\s+|\s+(?:and|&)\s+")


class Named(NamedTuple):
    """Who is meant: a node, a name to show, whether the name is known apart from this passage, and how surely."""

    node: str
    name: str
    known: bool
    strength: Strength


class Names:
    """The names that are known: of the claimant, of media and agencies, of those who publish the items, of sources."""

    def __init__(
        self,
        ownership: Ownership,
        families: Sequence[Family],
        claimant: Claimant | None,
        known: Iterable[Sequence[str]],
    ) -> None:
        """Note whose node each name is; a name that two have stays with the first."""
        self._ownership = ownership
        self._claimant = claimant
        self._agencies = frozenset(ownership.agency_of_credit.values())
        self._nodes: dict[str, str] = {}
        self._shown: dict[str, str] = {OWN: claimant.names[0] if claimant and claimant.names else ""}
        for name in claimant.names if claimant else ():
            self._nodes.setdefault(name_key(name), OWN)
        self._own_keys = frozenset(self._nodes)
        self._is_own: dict[str, bool] = {}
        self._serving: dict[Department, list[tuple[Department, Department, str]]] = {}
        self._own_name = _pattern(filter(None, self._own_keys))
        is_government = claimant is not None and claimant.kind is SourceKind.GOVERNMENT
        self._own_states = frozenset(
            state for name in (claimant.names if claimant and is_government else ()) for state in _states(name)
        )
        for names in known:
            self._note([name for name in names if name_key(name)])
        for family in families:
            for node in family.nodes:
                if node.startswith("name:"):
                    self._nodes.setdefault(node.removeprefix("name:"), node)
                self._shown.setdefault(node, family.name)
        self._media = frozenset(node for family in families for node in self.nodes_of(family)) - {OWN}
        if claimant and claimant.kind is SourceKind.OUTLET:
            self._media |= {OWN}
        self._departments = [
            (called, node) for key, node in self._nodes.items() if (called := department(key)) is not None
        ]
        self._unspaced = [(key, node) for key, node in self._nodes.items() if key and is_unspaced(key[0])]
        self._unspaced += [
            (credit, f"owner:{ownership.agency_of_credit[credit]}") for credit in ownership.unspaced_credits
        ]

    def _note(self, names: Sequence[str]) -> None:
        keys = [name_key(name) for name in names]
        nodes = [node for key in keys if (node := self._known(key))]
        node = nodes[0] if nodes else f"name:{keys[0]}" if keys else ""
        for key in keys:
            self._nodes.setdefault(key, node)
        if names:
            self._shown.setdefault(node, names[0])

    def _known(self, key: str) -> str | None:
        if node := self._nodes.get(key):
            return node
        owner = self._ownership.owner_of_name.get(key)
        return self.of_owner(owner) if owner else None

    def of_owner(self, owner: str) -> str:
        """The node of an owner or agency: the claimant's own, if that is who it is."""
        return OWN if name_key(owner) in self._own_keys else f"owner:{owner}"

    def nodes_of(self, family: Family) -> tuple[str, ...]:
        """The nodes that stand for a publisher, its names being those of a known source where they are."""
        return tuple(
            dict.fromkeys(
                self._nodes.get(node[5:], node) if node.startswith("name:") else node for node in family.nodes
            )
        )

    def is_medium(self, node: str) -> bool:
        """Whether a node stands for media: an owner, a publisher of the items, a claimant that is an outlet."""
        return node in self._media or node.startswith("owner:")

    def shown(self, node: str) -> str:
        """A node's name, to be shown."""
        return self._shown.get(node) or node.partition(":")[2]

    def is_claimant(self, family: Family) -> Strength | None:
        """Whether a publisher is the claimant: certainly, or as one of the same owner's media; None if not."""
        if self._claimant is None or not self._own_keys:
            return None
        nodes = self.nodes_of(family)
        if OWN in nodes or any(node.startswith("owner:") and self.of_owner(node[6:]) == OWN for node in nodes):
            return Strength.CERTAIN
        speaks_for_itself = self._claimant.kind not in (SourceKind.PERSON, SourceKind.UNNAMED)
        if speaks_for_itself and family.host and not family.relays and bears_name(family.host, self._claimant.names):
            return Strength.CERTAIN
        owners = {self._ownership.owner_of_name.get(key) for key in self._own_keys} - {None}
        return Strength.LIKELY if any(node[6:] in owners for node in nodes if node.startswith("owner:")) else None

    def is_own(self, name: str) -> bool:
        """Whether a name is the claimant's."""
        found = self._is_own.get(name)
        if found is None:
            named = self.meant(Citation(name, "", passed_on=True, starts_sentence=False))
            found = self._is_own[name] = named is not None and named.node == OWN
        return found

    def names_own(self, text: str) -> bool:
        """Whether a text names the claimant somewhere."""
        return self._own_name is not None and self._own_name.search(comparison_key(text)) is not None

    def behind_own(self, text: str) -> str | None:
        """What stands in a sentence behind the claimant's name, with which it begins, perhaps behind a dateline.

        It is a comparison key; None if the sentence does not begin so.
        """
        key = comparison_key(text)
        match = self._own_name.search(key) if self._own_name else None
        if match is None or match.start() > _OPENING:
            return None
        before = _LOWER.findall(" ".join(text.split()[: len(key[: match.start()].split())]))
        return None if set(before) - {"the"} else key[match.end() :]

    def speaks_for_claimant(self, passage: str) -> str | None:
        """The state, if the claim's own source is its government, that says something in a passage by its officials."""
        said = speaking_parties(passage) & self._own_states if self._own_states else ()
        return min(said, default=None)

    def meant(self, citation: Citation, within: str = "") -> Named | None:
        """Who is meant by a citation in a text; None if it seems to be nobody's name."""
        name = citation.name
        if is_unspaced(name[0]):
            node = next((node for key, node in self._unspaced if key in name), None)
            return Named(node, self.shown(node), known=True, strength=Strength.CERTAIN) if node else None
        for part in _parts(name):
            if part != name and _is_beside(name, part):
                continue
            key = name_key(part)
            node = self._known(key) or (self._by_surname(key) if part == name else None)
            if node:
                return Named(node, self._as_called(node, part), known=True, strength=Strength.CERTAIN)
        if (called := department(name)) and (found := self._department(called, within)):
            return found
        if citation.passed_on or (citation.starts_sentence and " " not in name and not name.isupper()):
            return None
        if is_nobody(name):
            return None
        organised = ORGANISATION.search(name) is not None or (name.isupper() and len(name) >= _LEAST_ACRONYM)
        strength = Strength.CERTAIN if organised else Strength.LIKELY
        if is_of_many(name):
            strength = Strength.LIKELY
        node = node_of(name)
        self._shown.setdefault(node, name)
        return Named(node, name, known=False, strength=strength)

    def _department(self, called: Department, within: str) -> Named | None:
        """The department that is meant: of its place, or without one the claimant if no other is known for that."""
        serving = self._serving.get(called)
        if serving is None:
            every = [(called.beside(one), one, node) for one, node in self._departments]
            serving = self._serving[called] = [(name, one, node) for name, one, node in every if name.serves(one)]
        there = {node for name, one, node in serving if name.is_where(one)}
        if len(there) == 1:
            return Named(node := there.pop(), self.shown(node), known=True, strength=Strength.CERTAIN)
        if called.place or {node for _, _, node in serving} != {OWN}:
            return None
        elsewhere = {state for word in _WORD.findall(within) if (state := state_called(word))}
        own = [one for _, one, _ in serving if one.place]
        if elsewhere and not any(Department(one.kind, one.topics, (*elsewhere,)).is_where(one) for one in own):
            return None
        return Named(OWN, self.shown(OWN), known=True, strength=Strength.LIKELY)

    def _as_called(self, node: str, part: str) -> str:
        """The name of a root as a passage has it if it is one of an owner's media, else the one it is known by."""
        is_medium = node.startswith("owner:") and node[6:] not in self._agencies
        return part if is_medium else self.shown(node)

    def _by_surname(self, key: str) -> str | None:
        """The claimant, if it is a person and the name is the last name, alone or behind a title."""
        if self._claimant is None or self._claimant.kind is not SourceKind.PERSON:
            return None
        words = key.replace(".", "").split()
        is_titled = all(word in _TITLES or state_called(word) for word in words[:-1])
        if not words or len(words[-1]) < _LEAST_SURNAME or not is_titled:
            return None
        return OWN if any(name.casefold().split()[-1:] == words[-1:] for name in self._claimant.names) else None


def _pattern(keys: Iterable[str]) -> re.Pattern[str] | None:
    """What finds one of some names as words of their own, in a script without spaces anywhere."""
    written = sorted(re.escape(key) if is_unspaced(key[0]) else rf"(?<!\w){re.escape(key)}(?!\w)" for key in keys)
    return re.compile("|".join(written)) if written else None


def _states(name: str) -> list[str]:
    """The states that a government is named by."""
    return [state for word in (name, *name.split()) if (state := state_called(word))]


def _is_beside(name: str, part: str) -> bool:
    """Whether a part of a name is only of whom its bearers have to do with: Acme in "Neighbours of Acme"."""
    beside = _OF.search(name.removesuffix(part)) if name.endswith(part) else None
    return beside is not None and not (BELONGING.fullmatch(beside[1]) or ORGANISATION.search(beside[1]))


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    """A name, and the parts of it that may be a name in themselves, the likeliest first."""
    found = [name]
    for part in [name, *_APART.split(name)]:
        words = part.split()
        found.append(part)
        found += [" ".join(words[start:]) for start in range(1, len(words) - 1)]
        found += [" ".join(words[:end]) for end in range(len(words) - 1, 2, -1)]
        found += [word for word in words if word.isupper() and len(word) >= _LEAST_ACRONYM]
        found += words[-1:] if len(words) > 1 and words[-1][:1].isupper() else []
    return tuple(dict.fromkeys(part for part in found if part))
