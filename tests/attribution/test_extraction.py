"""From a text to what is understood of it."""

from claimcheck.attribution.extraction import attributions, understood
from claimcheck.attribution.language import MAX_PART
from claimcheck.attribution.understanding.resolving import Resolver
from claimcheck.values import Hop
from claimcheck.vocabulary import ClaimKind, Directness
from tests.attribution.by_hand import all_found, read


def test_an_attribution_says_who_when_how_and_through_whom() -> None:
    text = "On Monday, Foreign Minister Marta Berg told Reuters that trains would run “again”."
    (found,) = attributions(text, published_on="2024-03-13")
    assert [text[start:end] for start, end in found.cue] == ["told"]
    assert (found.resolved_source, found.kind, found.directness, found.said_on) == (
        "Marta Berg",
        ClaimKind.FORECAST,
        Directness.MIXED,
        "2024-03-11",
    )
    assert found.hops == (Hop("Reuters", "told"),)


def test_a_long_text_is_read_in_parts_whose_offsets_are_of_the_whole() -> None:
    filler = "It rained in the hills for a long time that day.\n\n"
    text = (
        "Marta Berg said that the road was shut.\n\n"
        + filler * (MAX_PART // len(filler))
        + "Berg denied that she left.\n"
    )
    found = list(attributions(text))
    assert len(text) > MAX_PART
    assert [text[slice(*one.cue[0])] for one in found] == ["said", "denied"]
    assert [one.resolved_source for one in found] == ["Marta Berg", "Marta Berg"]


def test_what_was_found_by_other_means_is_understood_in_the_same_way() -> None:
    parsed = read("Berg denied that she left.")
    (found,) = understood(
        parsed, all_found(parsed, [("Berg", "denied", "that she left", "deny")]), Resolver(), start=100
    )
    assert (found.kind, found.resolved_source, found.source) == (ClaimKind.DENIAL, "Berg", ((100, 104),))


def test_a_text_without_attributions_has_none() -> None:
    assert list(attributions("It rained.")) == []
    assert list(attributions("")) == []
