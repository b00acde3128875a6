"""Where each item leads back to: what its passage is given to, what its story is credited to; pure."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.independence.citations import (
    citations,
    has_own_findings,
    is_first_hand,
    links,
    refers_back,
    unnamed,
    without_told,
)
from claimcheck.independence.families import Family, document_url, family_of_url, page_address
from claimcheck.independence.mentions import mentions
from claimcheck.independence.namesakes import is_of_many, node_of, states_named
from claimcheck.independence.naming import OWN, Named, Names
from claimcheck.independence.officers import MAX_LENGTH, NOBODY, Officers, last_person, officers
from claimcheck.independence.ownership import Ownership
from claimcheck.independence.pointers import pointer
from claimcheck.independence.releases import answers, begins_with_answer, release
from claimcheck.independence.shingles import without_quotations
from claimcheck.independence.values import Descent, Item, MergeKind, Strength
from claimcheck.independence.wires import credit

_LOOK_BACK = 600
_NEAR = 400
_PRONOUN = re.compile(r"s?he\b", re.IGNORECASE)
_CITING = re.compile(r"citing|quoting", re.IGNORECASE)


class Lineage(NamedTuple):
    """The ways back that an item shows: the one that is certain, the likeliest, others; or that nobody is named."""

    certain: Descent | None
    likely: Descent | None
    possible: tuple[Descent, ...]
    unnamed: str | None
    given_to: str | None = None
    """The node of whomever the passage gives its words to, though nothing else is known of them."""

    def at(self, level: Strength) -> Descent | None:
        """The way back that is taken where reasons of at least `level` are acted on."""
        return self.certain if level is Strength.CERTAIN else self.likely


class _Spoken(NamedTuple):
    named: Named
    cue: str
    passed_on: bool


class _Known(NamedTuple):
    names: Names
    ownership: Ownership
    addresses: Mapping[str, Family]
    """Who publishes the items, by their addresses."""


def lineages(items: Sequence[Item], families: Sequence[Family], names: Names, ownership: Ownership) -> list[Lineage]:
    """The lineage of each item; `families` are their publishers."""
    spoken = [
        _spoken(item.passage, names, names.nodes_of(family), item) for item, family in zip(items, families, strict=True)
    ]
    placed = [_placed(item, some) for item, some in zip(items, spoken, strict=True)]
    publishers = defaultdict(set)
    for some, family in zip(placed, families, strict=True):
        for one in some:
            publishers[one.named.node].add(family.nodes)
    addresses = {url: family for item, family in zip(items, families, strict=True) if (url := document_url(item))}
    known = _Known(names, ownership, addresses)
    joining = {node for node, some in publishers.items() if len(some) > 1}
    found = []
    for item, family, some, every in zip(items, families, spoken, placed, strict=True):
        used = [one for one in every if one.named.known or one.named.node in joining]
        given_to = some[0].named.node if some else None
        found.append(_lineage(item, family, used, known)._replace(given_to=given_to))
    return found


def _around(item: Item) -> str:
    return f"{item.title[:300]} {item.text[max(0, item.start - _LOOK_BACK) : item.start]} {item.passage}"


def _placed(item: Item, spoken: list[_Spoken]) -> list[_Spoken]:
    """The same, but who bears a name of many is likely that of the one state named around, any other only perhaps."""
    found = []
    for one in spoken:
        is_shared = not one.named.known and is_of_many(one.named.name)
        states = states_named(_around(item)) if is_shared else frozenset()
        if len(states) != 1:
            found.append(one)
            continue
        there = one.named._replace(node=node_of(one.named.name, min(states)), strength=Strength.LIKELY)
        found += [one._replace(named=there), one._replace(named=one.named._replace(strength=Strength.POSSIBLE))]
    return found


def _officers(item: Item, names: Names) -> Officers:
    """Who is introduced, before the passage, as speaking for the claim's own source."""
    before = item.text[max(0, item.start - MAX_LENGTH) : item.start]
    return officers(before, names.is_own) if names.names_own(before) else NOBODY


def _spoken(text: str, names: Names, own: tuple[str, ...], item: Item | None = None) -> list[_Spoken]:
    """Whom a text gives its words to, but for those who publish it; `item` is the one whose passage it is."""
    introduced: Officers | None = None
    found: dict[str, _Spoken] = {}
    for citation in (*citations(text), *mentions(text)):
        office = names.meant(citation._replace(name=citation.office_of), text) if citation.office_of else None
        named = office if office and office.known else names.meant(citation, text)
        if item and not ((named and named.known) or citation.is_medium):
            introduced = introduced or _officers(item, names)
            if introduced.has(citation.name):
                named = Named(OWN, names.shown(OWN), known=True, strength=Strength.LIKELY)
        is_wrong = citation.is_medium and named is not None and not names.is_medium(named.node)
        if named and named.node not in own and not is_wrong:
            found.setdefault(named.node, _Spoken(named, citation.cue, citation.passed_on))
    return list(found.values())


def _lineage(item: Item, family: Family, spoken: list[_Spoken], known: _Known) -> Lineage:
    names, ownership, _ = known
    own = names.nodes_of(family)
    by_publisher = names.is_claimant(family)
    if by_publisher:
        descent = Descent(MergeKind.OWN, OWN, names.shown(OWN), "published by the claim's own source", by_publisher)
        return Lineage(descent if by_publisher is Strength.CERTAIN else None, descent, (), None)
    ways = _by_citation(spoken)
    if (not ways or all(one.passed_on for one in spoken)) and (state := names.speaks_for_claimant(item.passage)):
        reason = f"gives the word to the claim's own source ({state.title()})"
        ways.insert(0, Descent(MergeKind.OWN, OWN, names.shown(OWN), reason, Strength.LIKELY))
    if not ways and (own_release := _by_release(item, names)):
        return Lineage(None, own_release, (), None)
    told = without_quotations(item.passage)
    if has_own_findings(told):
        only_heard = not has_own_findings(without_told(told))
        ways = [way if only_heard and way.node == OWN else way._replace(strength=Strength.POSSIBLE) for way in ways]
    elif not ways:
        pointed = _by_pointer(item, own, known)
        if not pointed and (words := unnamed(item.passage)):
            return Lineage(None, None, (), f'attributes what it says to nobody by name: "{words}"')
        ways = [*_by_link(item, own, names, ownership), *pointed, *_by_context(item, own, names)]
    wire = credit(item, ownership)
    if wire and wire.agency is None and not ways:
        return Lineage(None, None, (), f"credits agencies without naming them: {wire.words}")
    if wire and wire.agency and (node := names.of_owner(wire.agency)) not in own:
        reason = f"credited to {wire.agency} by {wire.words}"
        ways.append(Descent(MergeKind.WIRE, node, wire.agency, reason, wire.strength))
    certain = next((way for way in ways if way.strength is Strength.CERTAIN), None)
    likely = next((way for way in ways if way.strength >= Strength.LIKELY), None)
    rest = () if spoken and certain else tuple(way for way in ways if way not in (certain, likely))
    return Lineage(certain, likely, rest, None)


def _by_citation(spoken: list[_Spoken]) -> list[Descent]:
    """The ways back through those to whom the passage is given.

    Who passed words on comes before who spoke them. The claim's own source is the root if nobody else is named who
    may have said it on their own: those who passed on its words, or cite it, have not.
    """
    others = sorted((one for one in spoken if one.named.node != OWN), key=lambda one: not one.passed_on)
    own = [one for one in spoken if one.named.node == OWN]
    only_passed_on = all(one.passed_on for one in others) or any(_CITING.match(one.cue) for one in own)
    ordered = [*own, *others] if only_passed_on else [*others, *own]
    found = []
    for place, one in enumerate(ordered):
        alone = one.named.strength if len(ordered) == 1 else min(one.named.strength, Strength.LIKELY)
        strength = alone if place == 0 else Strength.POSSIBLE
        reason = f'attributes what it says to {one.named.name}: "{one.cue}"'
        found.append(Descent(MergeKind.CITATION, one.named.node, one.named.name, reason, strength))
    return found


def _by_link(item: Item, own: tuple[str, ...], names: Names, ownership: Ownership) -> list[Descent]:
    """The ways back through the addresses that the passage gives."""
    mine = document_url(item)
    found: dict[str, Descent] = {}
    for url in links(item.passage):
        family = family_of_url(url, ownership)
        nodes = (OWN,) if names.is_claimant(family) else names.nodes_of(family)
        if nodes and nodes[0] not in own and url != mine:
            name = names.shown(nodes[0])
            reason = f"links to {family.host}"
            found.setdefault(nodes[0], Descent(MergeKind.LINK, nodes[0], name, reason, Strength.LIKELY))
    return list(found.values())


def _by_release(item: Item, names: Names) -> Descent | None:
    """The way back to the claim's own source if a text is its press release, by its first sentence."""
    found = release(item.text)
    if not found or not names.names_own(found.first):
        return None
    behind = names.behind_own(found.first)
    if answers(found.first):
        if behind is None or not begins_with_answer(behind):
            return None
    else:
        speakers = {one.named.node for one in _spoken(found.first, names, ())}
        if not speakers <= {OWN} or (not speakers and behind is None):
            return None
    reason = f'seems to be a press release of {names.shown(OWN)} ("{found.mark}")'
    return Descent(MergeKind.OWN, OWN, names.shown(OWN), reason, Strength.LIKELY)


def _by_pointer(item: Item, own: tuple[str, ...], known: _Known) -> list[Descent]:
    """The way back to another item to which the text sends its readers for the same story."""
    found = pointer(item.text, item.start, item.end)
    url = page_address(found.url) if found else None
    if not found or not url or url not in known.addresses or url == document_url(item):
        return []
    family = known.addresses[url]
    nodes = (OWN,) if known.names.is_claimant(family) else known.names.nodes_of(family)
    if not nodes or not set(own).isdisjoint(nodes):
        return []
    reason = f'sends its readers to {family.host} ("{found.words}")'
    return [Descent(MergeKind.LINK, nodes[0], known.names.shown(nodes[0]), reason, Strength.LIKELY)]


def _by_context(item: Item, own: tuple[str, ...], names: Names) -> list[Descent]:
    """The ways back through what stands around a passage that names nobody itself: none if it is first-hand."""
    if is_first_hand(without_quotations(item.passage)):
        return []
    found = []
    back = refers_back(item.passage)
    before = item.text[max(0, item.start - _LOOK_BACK) : item.start]
    near = [one for one in _spoken(before, names, own) if one.named.known]
    somebody = _named_behind(before, near[-1].cue, names) if back and near and _PRONOUN.match(back) else ""
    if back and near and (not somebody or _officers(item, names).has(somebody)):
        found.append(_contextual(near[-1], f'"{back}" behind "{near[-1].cue}"', Strength.LIKELY))
    elif back and _PRONOUN.match(back) and _officers(item, names).has(last_person(before, names.is_own)):
        speaker = Named(OWN, names.shown(OWN), known=True, strength=Strength.LIKELY)
        found.append(_contextual(_Spoken(speaker, back, passed_on=False), f'"{back}"', Strength.LIKELY))
    title = [one for one in _spoken(_as_sentence(item.title), names, own) if one.named.known]
    if len(title) == 1:
        found.append(_contextual(title[0], "so its title says", Strength.LIKELY))
    if not found and near and "\n\n" not in before[-_NEAR:]:
        found.append(_contextual(near[-1], f'"{near[-1].cue}" stands before it', Strength.POSSIBLE))
    return found


def _named_behind(before: str, cue: str, names: Names) -> str:
    """Whoever else a text names as a person behind a cue, and may mean by "he"."""
    words = " ".join(before.split())
    return last_person(words[words.rfind(cue) + len(cue) :] if cue in words else words, names.is_own)


def _contextual(spoken: _Spoken, reason: str, strength: Strength) -> Descent:
    name = spoken.named.name
    return Descent(
        MergeKind.CITATION, spoken.named.node, name, f"seems to attribute what it says to {name}: {reason}", strength
    )


def _as_sentence(title: str) -> str:
    """A headline as a sentence: "CSIS: two docks more" is what CSIS says."""
    name, colon, rest = title[:300].partition(": ")
    return f"{rest}, according to {name}." if colon and len(name.split()) <= 8 else title[:300]  # noqa: PLR2004
