"""How many independent origins some evidence has: items that lead back to one root count once; pure.

Every rule gives its reason in words. What is sure is counted as such, what is doubtful widens the range, and what leads
nowhere is never counted as independent.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.independence.copies import Copied, copies, shared_quotations
from claimcheck.independence.families import document_url, family_of, registrable
from claimcheck.independence.grouping import Evidence, Group, Grouping
from claimcheck.independence.lineages import lineages
from claimcheck.independence.naming import OWN, Names
from claimcheck.independence.ownership import Ownership, name_key
from claimcheck.independence.values import Aside, Claimant, Item, MergeKind, Origin, Origins, Strength


def origins(
    items: Sequence[Item],
    *,
    ownership: Ownership,
    claimant: Claimant | None = None,
    known: Iterable[Sequence[str]] = (),
) -> Origins:
    """The independent origins of `items`, whose keys differ, as evidence for a claim of `claimant`.

    `known` are the names of known sources, each with its aliases, the name to show first.
    """
    if not items:
        return Origins((), (), (), (), 0, 0)
    items = sorted(items, key=_by_content)
    evidence = _evidence(items, ownership, claimant, known)
    certain, likely, possible = (
        Grouping(evidence, level).groups() for level in (Strength.CERTAIN, Strength.LIKELY, Strength.POSSIBLE)
    )
    found = sorted(
        (group for group in likely if _is_origin(group)),
        key=lambda group: (-len(group.places), min(items[place].key for place in group.places)),
    )
    most = sum(group.root != OWN for group in certain)
    least = sum(map(_is_origin, possible))
    group_of = {items[place].key: number for number, group in enumerate(likely) for place in group.places}
    return Origins(
        tuple(_origin(group, evidence) for group in found),
        tuple(_asides([group for group in likely if group.root == OWN], certain, evidence)),
        tuple(_asides([group for group in likely if group.root is None and not group.circular], certain, evidence)),
        tuple(merge for group in possible for merge in group.merges if group_of[merge.one] != group_of[merge.other]),
        min(least, len(found)),
        max(most, len(found)),
    )


def _by_content(item: Item) -> tuple[str, ...]:
    """What items are put in order by, so that it makes no difference in which order they come or were recorded."""
    names = (item.url or "", item.canonical_url or "", item.publisher or "", item.title, item.author or "")
    return (f"{item.published_on or ''}~", item.text, item.passage, *names, f"{item.start:12}", f"{item.key:20}")


def _evidence(
    items: Sequence[Item], ownership: Ownership, claimant: Claimant | None, known: Iterable[Sequence[str]]
) -> Evidence:
    families = [family_of(item, ownership) for item in items]
    names = Names(ownership, families, claimant, known)
    sites = [registrable(family.host, ownership.platforms) if family.host else "" for family in families]
    copied = [*_same_pages(items), *copies(items, sites), *shared_quotations(items)]
    return Evidence(items, families, lineages(items, families, names, ownership), copied, names)


def _same_pages(items: Sequence[Item]) -> list[Copied]:
    """The items of one page, by the one spelling of its address."""
    first: dict[str, int] = {}
    found = []
    for place, item in enumerate(items):
        url = document_url(item)
        if url and (other := first.setdefault(url, place)) != place:
            reason = f"the same page: {url}"
            found.append(Copied(other, place, MergeKind.URL, reason, Strength.CERTAIN, with_passage=False))
    return found


def _is_origin(group: Group) -> bool:
    return group.circular or group.root not in (None, OWN)


def _origin(group: Group, evidence: Evidence) -> Origin:
    keys = tuple(sorted(evidence.items[place].key for place in group.places))
    places = sorted(group.places, key=lambda place: evidence.items[place].key)
    lineage = tuple(f"{evidence.items[place].key} {_lineage(place, evidence)}" for place in places)
    return Origin(keys, _root(group, evidence), group.merges, lineage)


def _root(group: Group, evidence: Evidence) -> str:
    """A few words for the root: what it is called in all its items, else what it is known by."""
    families = [evidence.families[place] for place in group.places]
    if group.root is None:
        names = sorted({family.name or "?" for family in families})
        return f"unknown: {', '.join(names)} cite each other"
    called: dict[str, str] = {}
    for place, family in zip(group.places, families, strict=True):
        way = evidence.lineages[place].likely
        if way and way.node == group.root:
            called.setdefault(name_key(way.name), way.name)
        elif group.root in evidence.names.nodes_of(family):
            name = evidence.items[place].publisher or family.name
            called[name_key(name)] = name
    return next(iter(called.values())) if len(called) == 1 else evidence.names.shown(group.root)


def _lineage(place: int, evidence: Evidence) -> str:
    """How an item leads back to where it does, in words."""
    lineage, family = evidence.lineages[place], evidence.families[place]
    if lineage.unnamed:
        return lineage.unnamed
    if lineage.likely:
        return lineage.likely.reason
    if family.relays:
        return f"is passed on by {family.name}, which publishes what others wrote"
    return f"is published by {family.name}" if family.name else "has no publisher, no address and no credit"


def _asides(groups: Sequence[Group], certain: Sequence[Group], evidence: Evidence) -> list[Aside]:
    """The items of groups that count for nothing, each with its reason; certain if they would not in any case."""
    roots: dict[int, str | None] = defaultdict(lambda: None)
    for group in certain:
        roots.update(dict.fromkeys(group.places, group.root))
    found = []
    for group in groups:
        reasons: dict[int, str] = {}
        for merge in group.merges:
            reasons.setdefault(merge.other, f"{merge.reason} (with {merge.one})")
            reasons.setdefault(merge.one, f"{merge.reason} (with {merge.other})")
        for place in group.places:
            key = evidence.items[place].key
            said = evidence.lineages[place]
            tells = said.likely is not None or said.unnamed is not None or key not in reasons
            reason = _lineage(place, evidence) if tells else reasons[key]
            if group.root == OWN and said.likely and said.likely.node != OWN:
                reason = f"{reason}, which leads back to {evidence.names.shown(OWN)}"
            found.append(Aside(key, reason, roots[place] == group.root))
    return sorted(found)
