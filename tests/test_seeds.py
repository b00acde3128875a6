"""The bundled ledger as data: complete, consistent with itself, true to its article, and found on the command line."""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claimcheck.dates import FIRST_DAY, LAST_DAY, parse_partial_date
from claimcheck.resources import bundled
from claimcheck.vocabulary import ClaimKind, Directness, RelationKind, Reliability, SourceKind
from tests.conftest import Run

NAME = "ceias-sino-russian-military-nexus"
SEED_TEXT = (bundled("seeds") / f"{NAME}.toml").read_text(encoding="utf-8")
SEED: dict[str, Any] = tomllib.loads(SEED_TEXT)
DOCUMENT: dict[str, Any] = SEED["documents"][0]
SOURCES: list[dict[str, Any]] = SEED["sources"]
CLAIMS: list[dict[str, Any]] = SEED["claims"]
RELATIONS: list[dict[str, Any]] = SEED["relations"]
ARTICLE = Path(__file__).resolve().parents[1] / f"../shared/seeds/{NAME}.txt"
CLAIMS_OF = {"Campbell": 6, "Vlasiuk": 2, "Gabuev": 2, "CSIS": 1, "Reuters": 3, "Politico": 3}
DENIALS = {"beijing-denies-weapons", "beijing-denies-involvement"}
COPIED_RUN = 8  # this many consecutive words of the article are no coincidence


@pytest.fixture(scope="module")
def article() -> str:
    """The text of the article, which is copyrighted and so not part of the repository."""
    if not ARTICLE.is_file():
        pytest.skip(f"the article is not part of the repository and there is no copy at ../shared/seeds/{NAME}.txt")
    return ARTICLE.read_bytes().decode("utf-8")


def keys(claims: Iterable[dict[str, Any]]) -> list[str]:
    return [claim["key"] for claim in claims]


def source_called(name: str) -> dict[str, Any]:
    (source,) = (source for source in SOURCES if name in (source["name"], *source["aliases"]))
    return source


def has_words(row: dict[str, Any], field: str) -> bool:
    value = row.get(field)
    return isinstance(value, str) and bool(value.strip())


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every stretch of `COPIED_RUN` consecutive words, whatever stands between them."""
    sequence = words(text)
    return {tuple(sequence[i : i + COPIED_RUN]) for i in range(len(sequence) - COPIED_RUN + 1)}


@pytest.mark.parametrize("field", ["key", "text", "source", "document", "basis", "span_sha256"])
def test_every_claim_states(field: str) -> None:
    assert keys(claim for claim in CLAIMS if not has_words(claim, field)) == []


def test_every_claim_uses_the_words_of_the_vocabulary_and_has_tags() -> None:
    assert {claim["kind"] for claim in CLAIMS} <= set(ClaimKind)
    assert {claim["directness"] for claim in CLAIMS} <= set(Directness)
    assert {claim["document"] for claim in CLAIMS} == {DOCUMENT["key"]}
    assert keys(claim for claim in CLAIMS if not claim["tags"] or len(set(claim["tags"])) < len(claim["tags"])) == []


def test_every_claim_has_an_admiralty_credibility() -> None:
    assert keys(claim for claim in CLAIMS if claim.get("credibility") not in range(1, 7)) == []


def test_confidence_is_left_open_exactly_where_credibility_cannot_be_judged() -> None:
    assert keys(claim for claim in CLAIMS if (claim.get("confidence") is None) != (claim["credibility"] == 6)) == []
    assert keys(claim for claim in CLAIMS if not 0 <= claim.get("confidence", 0.5) <= 1) == []


def test_the_basis_of_an_open_confidence_says_why() -> None:
    reason = re.compile(r"\b(because|cannot|so)\b")
    unexplained = keys(c for c in CLAIMS if c.get("confidence") is None and not reason.search(c["basis"]))
    assert unexplained == []


def test_a_better_credibility_never_goes_with_a_lower_confidence() -> None:
    of_grade: dict[int, list[float]] = {grade: [] for grade in range(1, 6)}
    for claim in CLAIMS:
        if "confidence" in claim:
            of_grade[claim["credibility"]].append(claim["confidence"])
    used = [confidences for confidences in of_grade.values() if confidences]
    assert len(used) > 1
    assert [(better, worse) for better, worse in pairwise(used) if min(better) < max(worse)] == []


def test_every_claim_has_a_cue_or_says_why_it_has_none() -> None:
    assert keys(claim for claim in CLAIMS if ("cue" in claim) != ("cue_start" in claim)) == []
    uncued = [claim for claim in CLAIMS if not has_words(claim, "cue")]
    assert keys(claim for claim in uncued if not has_words(claim, "attribution_note")) == []
    assert {source_called(claim["source"])["kind"] for claim in uncued} == {SourceKind.UNNAMED}


def test_every_claim_reaches_us_through_hops_that_end_at_the_publisher() -> None:
    hops = [hop for claim in CLAIMS for hop in claim["via"]]
    assert [hop for hop in hops if not has_words(hop, "source") or not has_words(hop, "how")] == []
    assert keys(c for c in CLAIMS if not c["via"] or c["via"][-1]["source"] != DOCUMENT["publisher"]) == []
    report = [claim["via"] for claim in CLAIMS if claim["source"] == "Sarah Kirchberger"]
    assert {hops[0]["source"] for hops in report} == {"China Maritime Studies Institute"}


def test_every_span_is_a_stretch_with_a_hash() -> None:
    assert keys(claim for claim in CLAIMS if not 0 <= claim["span_start"] < claim["span_end"]) == []
    assert keys(claim for claim in CLAIMS if not re.fullmatch(r"[0-9a-f]{64}", claim["span_sha256"])) == []


def test_keys_propositions_and_source_names_are_unique() -> None:
    names = [name.casefold() for source in SOURCES for name in (source["name"], *source["aliases"])]
    for values in (keys(CLAIMS), [claim["text"] for claim in CLAIMS], names):
        assert sorted(values) == sorted(set(values))


def test_every_source_that_is_named_exists_and_every_source_is_named() -> None:
    named = {claim["source"] for claim in CLAIMS} | {hop["source"] for claim in CLAIMS for hop in claim["via"]}
    assert named | {DOCUMENT["publisher"]} == {source["name"] for source in SOURCES}


def test_every_source_has_kind_and_role_and_a_dated_reasoned_reliability() -> None:
    assert {source["kind"] for source in SOURCES} <= set(SourceKind)
    assert {source["reliability"] for source in SOURCES} <= set(Reliability)
    for field in ("role", "reliability_on", "reliability_reason"):
        assert [source["name"] for source in SOURCES if not has_words(source, field)] == []
    for source in SOURCES:
        graded = parse_partial_date(source["reliability_on"])
        assert graded.earliest == graded.latest, source["name"]


def test_a_source_without_a_name_cannot_be_graded() -> None:
    unnamed = [source for source in SOURCES if source["kind"] == SourceKind.UNNAMED]
    assert {source["reliability"] for source in unnamed} == {Reliability.F}


def test_the_document_was_published_in_a_window_that_is_known_and_explained() -> None:
    window = parse_partial_date(DOCUMENT["published_on"])
    assert FIRST_DAY < window.earliest < window.latest < LAST_DAY
    assert has_words(DOCUMENT, "published_on_reason")


def test_nothing_was_said_after_the_document_was_published() -> None:
    last = parse_partial_date(DOCUMENT["published_on"]).latest
    dated = [claim for claim in CLAIMS if "said_on" in claim]
    assert dated
    assert keys(claim for claim in dated if parse_partial_date(claim["said_on"]).latest > last) == []


@pytest.mark.parametrize(("name", "number"), CLAIMS_OF.items())
def test_each_prominent_source_has_its_claims(name: str, number: int) -> None:
    full = source_called(name)["name"]
    assert len([claim for claim in CLAIMS if claim["source"] == full]) == number


def test_both_denials_stand_against_an_accusation() -> None:
    kinds = {claim["key"]: claim["kind"] for claim in CLAIMS}
    assert {key for key, kind in kinds.items() if kind == ClaimKind.DENIAL} == DENIALS
    denied = [(row["claim"], kinds[row["other"]]) for row in RELATIONS if row["kind"] == RelationKind.DENIES]
    assert set(denied) == {(key, ClaimKind.ACCUSATION) for key in DENIALS}


def test_relations_join_two_claims_of_the_file_once_and_say_why() -> None:
    known = set(keys(CLAIMS))
    pairs = [(row["claim"], row["kind"], row["other"]) for row in RELATIONS]
    assert [pair for pair in pairs if not {pair[0], pair[2]} <= known or pair[0] == pair[2]] == []
    assert {kind for _, kind, _ in pairs} <= set(RelationKind)
    assert len(set(pairs)) == len(pairs)
    assert [row for row in RELATIONS if not has_words(row, "note")] == []


def test_only_a_source_heard_directly_is_quoted() -> None:
    quoted = [claim for claim in CLAIMS if "quote" in claim or "quote_start" in claim]
    assert quoted
    assert {claim["directness"] for claim in quoted} <= {Directness.DIRECT, Directness.MIXED}
    assert keys(claim for claim in quoted if not claim["span_start"] <= claim["quote_start"] < claim["span_end"]) == []
    heard = [claim for claim in CLAIMS if claim["directness"] != Directness.INDIRECT]
    assert keys(claim for claim in heard if not has_words(claim, "quote") or "quote_start" not in claim) == []


def test_the_article_is_the_one_that_the_seed_names(article: str) -> None:
    assert sha256(article) == DOCUMENT["text_sha256"]
    assert hashlib.sha256(ARTICLE.read_bytes()).hexdigest() == DOCUMENT["snapshot_sha256"]
    assert DOCUMENT["title"] in article


def test_every_span_has_its_hash(article: str) -> None:
    assert max(claim["span_end"] for claim in CLAIMS) <= len(article)
    wrong = keys(c for c in CLAIMS if sha256(article[c["span_start"] : c["span_end"]]) != c["span_sha256"])
    assert wrong == []


@pytest.mark.parametrize("field", ["cue", "quote"])
def test_words_of_the_article_stand_at_their_offsets(article: str, field: str) -> None:
    having = [claim for claim in CLAIMS if field in claim]
    assert having
    assert keys(c for c in having if not article.startswith(c[field], c[f"{field}_start"])) == []


def test_cues_and_spans_cut_no_word_in_two(article: str) -> None:
    places = [(claim["key"], claim["span_start"], claim["span_end"]) for claim in CLAIMS]
    places += [(c["key"], c["cue_start"], c["cue_start"] + len(c["cue"])) for c in CLAIMS if "cue" in c]
    edges = [(key, article[at - 1 : at + 1]) for key, start, end in places for at in (start, end)]
    assert [key for key, edge in edges if edge.isalnum()] == []


def test_every_quotation_stands_between_quotation_marks(article: str) -> None:
    for claim in CLAIMS:
        if "quote" in claim:
            start, end = claim["quote_start"], claim["quote_start"] + len(claim["quote"])
            opening, closing = article.rfind("“", 0, start), article.find("”", end - 1)
            assert opening >= 0, claim["key"]
            assert closing >= 0, claim["key"]
            assert not set("“”") & set(article[opening + 1 : closing]), claim["key"]


def test_the_seed_repeats_no_run_of_words_of_the_article(article: str) -> None:
    ours = re.sub(r"(?m)^quote = .*$", "", SEED_TEXT).replace(DOCUMENT["title"], "")
    assert [" ".join(run) for run in sorted(runs(ours) & runs(article))] == []


@pytest.mark.parametrize(("name", "number"), CLAIMS_OF.items())
def test_the_command_line_finds_a_prominent_source_by_its_short_name(seeded: Run, name: str, number: int) -> None:
    result = seeded("list", "--source", name, "--columns", "source,text")
    assert (result.code, result.err) == (0, "")
    full = source_called(name)["name"]
    expected = [[full, claim["text"]] for claim in CLAIMS if claim["source"] == full]
    assert sorted(result.rows) == sorted(expected)
    assert len(result.rows) == number
