"""The project's own gold data: whole, consistent with itself, and marked by its own conventions."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claimcheck.dates import parse_partial_date
from claimcheck.vocabulary import ClaimKind, Directness

GOLD = Path(__file__).resolve().parents[1] / "data/attribution_gold.jsonl"
DOCUMENTS: list[dict[str, Any]] = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
ROLES = ("source", "cue", "content")
REQUIRED = {*ROLES, "kind", "directness", "resolved_source"}
OPTIONAL = {"hops", "said_on"}
OPENING = "“‘„»\"'"
CLOSING = "”’“«\"'"
QUOTED = re.compile(r"[“„»\"]|(?<!\w)[‘']")
MIN_PARAGRAPHS = 45


def every_attribution() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for document in DOCUMENTS:
        for attribution in document["attributions"] + document.get("nested", []):
            yield document, attribution


def words(document: dict[str, Any], spans: list[list[int]]) -> list[str]:
    return [document["text"][start:end] for start, end in spans]


def lies_within(inner: list[list[int]], outer: list[list[int]]) -> bool:
    return all(any(low <= start and end <= high for low, high in outer) for start, end in inner)


@pytest.fixture(params=DOCUMENTS, ids=[document["doc_id"] for document in DOCUMENTS])
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


def all_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document["attributions"] + document.get("nested", [])
    return found


def test_the_file_has_enough_of_every_kind_and_directness() -> None:
    paragraphs = [part for document in DOCUMENTS for part in document["text"].split("\n\n") if part.strip()]
    kinds = Counter(attribution["kind"] for _, attribution in every_attribution())
    directness = Counter(attribution["directness"] for _, attribution in every_attribution())
    assert len(paragraphs) >= MIN_PARAGRAPHS
    assert min(kinds[kind] for kind in ClaimKind) >= 10
    assert min(directness[value] for value in Directness) >= 30
    assert sum(not document["attributions"] for document in DOCUMENTS) >= 4


def test_every_document_has_its_own_id() -> None:
    assert not [name for name, times in Counter(document["doc_id"] for document in DOCUMENTS).items() if times > 1]


def test_an_attribution_has_the_fields_of_the_format(document: dict[str, Any]) -> None:
    assert set(document) - {"nested"} == {"doc_id", "text", "attributions"}
    for attribution in all_of(document):
        assert set(attribution) - OPTIONAL == REQUIRED
        assert attribution["kind"] is None or attribution["kind"] in set(ClaimKind)
        assert attribution["directness"] in set(Directness)


def test_spans_lie_in_the_text_ascend_and_are_apart(document: dict[str, Any]) -> None:
    for attribution in all_of(document):
        for role in ROLES:
            spans = attribution[role]
            assert all(0 <= start < end <= len(document["text"]) for start, end in spans)
            assert all(before[1] < after[0] for before, after in pairwise(spans))
            assert [part.strip() for part in words(document, spans)] == words(document, spans)


def test_an_attribution_has_content_one_cue_and_at_most_one_source(document: dict[str, Any]) -> None:
    for attribution in all_of(document):
        assert attribution["content"]
        assert len(attribution["cue"]) == 1
        assert len(attribution["source"]) <= 1


def test_source_cue_and_content_share_no_character(document: dict[str, Any]) -> None:
    for attribution in all_of(document):
        spans = sorted(span for role in ROLES for span in attribution[role])
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_attributions_stand_in_the_order_of_their_cues(document: dict[str, Any]) -> None:
    for part in ("attributions", "nested"):
        cues = [attribution["cue"] for attribution in document.get(part, [])]
        assert cues == sorted(cues)


def test_span_edges_fall_between_words(document: dict[str, Any]) -> None:
    text = document["text"]
    for attribution in all_of(document):
        for start, end in (span for role in ROLES for span in attribution[role]):
            assert not re.fullmatch(r"\w\w", text[start - 1 : start + 1] if start else "")
            assert not re.fullmatch(r"\w\w", text[end - 1 : end + 1])


def test_directness_follows_the_quotation_marks(document: dict[str, Any]) -> None:
    for attribution in all_of(document):
        parts = words(document, attribution["content"])
        if attribution["directness"] == Directness.DIRECT:
            assert all(part[0] in OPENING for part in parts)
            assert parts[-1].rstrip(".,;")[-1] in CLOSING
        else:
            has_quoted_words = any(QUOTED.search(part) for part in parts)
            assert has_quoted_words is (attribution["directness"] == Directness.MIXED)


def test_content_without_marks_at_its_end_leaves_the_comma_out(document: dict[str, Any]) -> None:
    for attribution in all_of(document):
        assert not [part for part in words(document, attribution["content"]) if part[-1] in ",;:"]


def test_only_the_outermost_attribution_is_listed_and_others_are_nested_in_it(document: dict[str, Any]) -> None:
    contents = [attribution["content"] for attribution in document["attributions"]]
    for attribution in document["attributions"]:
        assert not any(lies_within(attribution["cue"], content) for content in contents)
    for attribution in document.get("nested", []):
        spans = [span for role in ROLES for span in attribution[role]]
        assert any(lies_within(spans, content) for content in contents)


def test_a_resolved_source_and_every_hop_are_named_in_the_text(document: dict[str, Any]) -> None:
    for attribution in all_of(document):
        for name in (attribution["resolved_source"], *attribution.get("hops", [])):
            assert name is None or name in document["text"]


def test_a_day_of_saying_is_a_date(document: dict[str, Any]) -> None:
    for attribution in all_of(document):
        if "said_on" in attribution:
            assert parse_partial_date(attribution["said_on"]).edtf == attribution["said_on"]
