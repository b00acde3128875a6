"""Items joined to origins by every reason of at least some strength, with the reasons that joined them; pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.independence.copies import Copied
from claimcheck.independence.families import Family
from claimcheck.independence.lineages import Lineage
from claimcheck.independence.naming import OWN, Names
from claimcheck.independence.union import Union
from claimcheck.independence.values import Item, Merge, MergeKind, Strength

_PASSAGE_KINDS = (MergeKind.CITATION, MergeKind.LINK)
_UNNAMED = "unnamed:"


class Group(NamedTuple):
    """Items that belong together, by their places, and to whom they lead back.

    `root` is a node; None where nothing says, and `circular` where they only lead back to each other.
    """

    places: tuple[int, ...]
    root: str | None
    circular: bool
    merges: tuple[Merge, ...]


class Evidence(NamedTuple):
    """All that is known of some items before they are joined."""

    items: Sequence[Item]
    families: Sequence[Family]
    lineages: Sequence[Lineage]
    copies: Sequence[Copied]
    names: Names


class Grouping:
    """The items joined at one level of strength."""

    def __init__(self, evidence: Evidence, level: Strength) -> None:
        """Join them."""
        self._of = evidence
        self._level = level
        self._union = Union()
        self._merges: list[Merge] = []
        self._anchors: dict[str, int] = {}
        self._nodes = [evidence.names.nodes_of(family) for family in evidence.families]
        self._ways = [lineage.at(level) for lineage in evidence.lineages]
        self._references: Counter[str] = Counter()
        self._published: set[str] = set()
        edges = [copied for copied in evidence.copies if copied.strength >= level and self._may_join(copied)]
        dependents = self._dependents(edges)
        for place, nodes in enumerate(self._nodes):
            if not (self._ways[place] or evidence.lineages[place].unnamed or place in dependents):
                self._publish(place, nodes)
        self._follow_ways()
        for copied in edges:
            self._merge(
                copied.one, copied.other, copied.kind, copied.reason, certain=copied.strength is Strength.CERTAIN
            )
        self._follow_publishers()

    def groups(self) -> list[Group]:
        """The items that belong together, in the order of their first ones."""
        found: dict[int | str, list[int]] = defaultdict(list)
        for place in range(len(self._of.items)):
            found[self._union.find(place)].append(place)
        nodes: dict[int | str, list[str]] = defaultdict(list)
        for node in self._references:
            nodes[self._union.find(node)].append(node)
        merges: dict[int | str, list[Merge]] = defaultdict(list)
        position = {item.key: place for place, item in enumerate(self._of.items)}
        for merge in self._merges:
            merges[self._union.find(position[merge.one])].append(merge)
        return [self._group(places, nodes[one], merges[one]) for one, places in found.items()]

    def _group(self, places: list[int], nodes: list[str], merges: list[Merge]) -> Group:
        grounded = [node for node in nodes if self._is_grounded(node)]
        root = OWN if OWN in grounded else max(grounded, key=lambda node: self._references[node], default=None)
        circular = root is None and all(self._ways[place] for place in places)
        return Group(tuple(places), root, circular, tuple(merges))

    def _is_grounded(self, node: str) -> bool:
        """Whether a root is one: it is none if all that it publishes leads back to others."""
        return node == OWN or node in self._published or not self._publishing.get(node)

    def _may_join(self, copied: Copied) -> bool:
        """Whether texts in common make two items one: not if their passages are given to different people."""
        if self._level is Strength.POSSIBLE:
            return True
        if copied.kind is MergeKind.PASSAGE:
            given = {self._of.lineages[place].given_to for place in (copied.one, copied.other)}
            return None in given or len(given) == 1
        return copied.with_passage or self._given_to(copied.one) == self._given_to(copied.other)

    def _given_to(self, place: int) -> str | None:
        way = self._ways[place]
        if self._of.lineages[place].unnamed:
            return _UNNAMED
        return way.node if way and way.kind in _PASSAGE_KINDS else None

    def _dependents(self, edges: Sequence[Copied]) -> set[int]:
        """The items that have their text from others: all that lead nowhere else, but for the first of them."""
        together = Union()
        for copied in edges:
            together.join(copied.one, copied.other)
        groups: dict[int | str, list[int]] = defaultdict(list)
        for place in {place for copied in edges for place in (copied.one, copied.other)}:
            groups[together.find(place)].append(place)
        found: set[int] = set()
        for places in groups.values():
            lead = {place for place in places if self._ways[place] or self._of.lineages[place].unnamed}
            roots = {way.node for place in lead if (way := self._ways[place])}
            lead |= {place for place in places if not roots.isdisjoint(self._nodes[place])}
            first = lead or {min(places, key=self._precedence)}
            found.update(place for place in places if place not in first)
        return found

    def _precedence(self, place: int) -> tuple[bool, str, int]:
        """Who is likelier to have written a text: who publishes, the earliest, whoever stands first."""
        return not self._nodes[place], f"{self._of.items[place].published_on or ''}~", place

    def _publish(self, place: int, nodes: Iterable[str]) -> None:
        family = self._of.families[place]
        for node in nodes:
            self._attach(place, node, MergeKind.FAMILY, f"same publisher family: {family.name}", certain=True)
            self._published.add(node)

    def _attach(self, place: int, node: str, kind: MergeKind, reason: str, *, certain: bool) -> None:
        self._references[node] += 1
        anchor = self._anchors.setdefault(node, place)
        if anchor == place:
            self._union.join(node, place)
            return
        self._union.join(node, anchor)
        self._merge(anchor, place, kind, reason, certain=certain)

    def _merge(self, one: int, other: int, kind: MergeKind, reason: str, *, certain: bool) -> None:
        if self._union.join(one, other):
            first, second = sorted(self._of.items[place].key for place in (one, other))
            self._merges.append(Merge(first, second, kind, reason, certain))

    def _follow_ways(self) -> None:
        for place, way in enumerate(self._ways):
            if way:
                reason = f"both lead back to {way.name}; {self._of.items[place].key} {way.reason}"
                self._attach(place, way.node, way.kind, reason, certain=way.strength is Strength.CERTAIN)
        if self._level is Strength.POSSIBLE:
            for place, lineage in enumerate(self._of.lineages):
                for way in lineage.possible:
                    reason = f"both perhaps lead back to {way.name}; {self._of.items[place].key} {way.reason}"
                    self._attach(place, way.node, way.kind, reason, certain=False)

    def _follow_publishers(self) -> None:
        """Go on from a publisher that is cited to those whom its own items lead back to, if they agree."""
        self._publishing: dict[str, list[int]] = defaultdict(list)
        for place, nodes in enumerate(self._nodes):
            for node in nodes:
                self._publishing[node].append(place)
        for node in list(self._references):
            places = self._publishing.get(node, [])
            if not places or node in self._published or node == OWN:
                continue
            if len({self._union.find(place) for place in places}) == 1:
                reason = f"cites {self._of.families[places[0]].name}, whose item goes back to others"
                for place in places:
                    self._merge(self._anchors[node], place, MergeKind.CITATION, reason, certain=True)
            else:
                self._published.add(node)
