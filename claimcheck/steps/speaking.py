"""Who speaks in one document, as sources of the ledger: found by name or alias, and new only where a claim needs it."""

from dataclasses import dataclass
from typing import Any

from claimcheck.attribution.speakers import kind_of, named, unnamed
from claimcheck.attribution.values import Attribution
from claimcheck.errors import quoted
from claimcheck.store.sources import SourceBook
from claimcheck.values import Hop
from claimcheck.vocabulary import Directness, SourceKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source by its name, which the ledger may have or not; `note` says what is unclear about it."""

    name: str
    source_id: int | None
    kind: SourceKind | None
    note: str | None = None

    @property
    def is_unnamed(self) -> bool:
        """Whether the text leaves open who it is."""
        return self.kind is SourceKind.UNNAMED


class Speakers:
    """The speakers of one document, and the way from them to whoever reads it."""

    def __init__(
        self, sources: SourceBook, *, publisher_id: int | None, publisher: str | None, title: str | None
    ) -> None:
        """Begin with a document's publisher and title: sources without a name are told apart by them."""
        self._sources = sources
        self._publisher_id = publisher_id
        self._publisher = publisher
        self._title = title

    def of(self, attribution: Attribution, text: str) -> Speaker:
        """Who makes an attribution: by the full name that was found out, or else by the words of the text."""
        words = " ".join(text[start:end] for start, end in attribution.source)
        if attribution.resolved_source is not None:
            name = named(attribution.resolved_source, is_whole=True)
        else:
            name = named(words)
        if name is None and words:
            found = self._unnamed(None)
            note = f"The text says {quoted(' '.join(words.split()))}; who that is was not found out."
            return Speaker(found.name, found.source_id, found.kind, note)
        return self._called(name)

    def via(self, attribution: Attribution, speaker_id: int) -> list[dict[str, Any]]:
        """The hops from a speaker to us as an appearance holds them: those of the text, then the publisher."""
        hops = []
        for hop in attribution.hops:
            source_id = self._hop(hop)
            if source_id is not None and source_id != speaker_id:
                hops.append({"source_id": source_id, "how": hop.how})
        last = hops[-1]["source_id"] if hops else speaker_id
        if self._publisher_id is not None and last != self._publisher_id:
            how = "reported by" if attribution.directness is Directness.INDIRECT else "quoted by"
            hops.append({"source_id": self._publisher_id, "how": how})
        return hops

    def stored(self, speaker: Speaker) -> int:
        """The id of a speaker, who is added to the sources if need be."""
        known = speaker.source_id or self._sources.find(speaker.name)
        if known is not None:
            return known
        fields = {} if speaker.kind is None else {"kind": speaker.kind.value}
        return self._sources.create(speaker.name, fields, ())

    def _hop(self, hop: Hop) -> int | None:
        name = named(hop.source, is_whole=True)
        return None if name is None else self.stored(self._called(name))

    def _called(self, name: str | None) -> Speaker:
        if name is None:
            return self._unnamed(None)
        for spelling in (name, f"the {name}", name.removeprefix("The ").removeprefix("the ")):
            known = self._sources.find(spelling)
            if known is not None:
                return Speaker(name, known, None)
        kind = kind_of(name)
        return self._unnamed(name) if kind is SourceKind.UNNAMED else Speaker(name, None, kind)

    def _unnamed(self, name: str | None) -> Speaker:
        full = unnamed(name, publisher=self._publisher, title=self._title)
        return Speaker(full, self._sources.find(full), SourceKind.UNNAMED)
