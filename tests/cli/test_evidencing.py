"""The group `evidence`: passages by hand, that are there; links confirmed, changed, rejected and forgotten."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.quoting import DOCUMENT, TEXT, add, bring_in
from tests.conftest import Result, Run
from tests.web.aside import aside
from tests.web.servers import Served, reply

PLACE = ("--document", DOCUMENT)
HUGE = str(2**70)


def links(run: Run, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("evidence", "list", *options, "--json").out)
    return found


def tried(run: Run, quote: str, *options: str) -> Result:
    return run("evidence", "add", "1", *(options or PLACE), "--quote", quote, "--stance", "mixed")


@pytest.fixture
def ready(seeded: Run) -> Run:
    bring_in(seeded)
    return seeded


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("we saw nothing", "we saw nothing"),
        ('"we saw nothing"', "\u201cwe saw nothing\u201d"),
        ("They left before noon on Monday", "They left before\nnoon on Monday"),
        ("  Ships  were\tseen\n", "Ships were seen"),
        ("\u05e2\u05d5\u05dc\u05dd \u05d6\u05d4", "\u05e2\u05d5\u05dc\u05dd \u05d6\u05d4"),
        ("The same words. The same words.", "The same words. The same words."),
    ],
)
def test_a_passage_that_stands_there_is_evidence_as_it_stands_there(ready: Run, quote: str, exact: str) -> None:
    said = add(ready, "1", quote, "supports", "--note", "Why not.")
    start = TEXT.index(exact)
    assert said == (
        f"evidence 1: snapshot 2, {start}-{start + len(exact)}\n"
        "claim 1: link + evidence 1 supports (confirmed): Why not.\n"
    )
    (link,) = links(ready)
    assert (link["exact"], link["stance"], link["state"], link["reasons"]) == (
        exact, "supports", "confirmed", "Why not.",
    )  # fmt: skip
    assert (link["claim_id"], link["document_id"], link["snapshot_id"]) == (1, 2, 2)
    assert TEXT[link["span_start"] : link["span_end"]] == exact


@pytest.mark.parametrize(
    ("quote", "code", "said"),
    [
        ("The same words.", 4, "more than one passage of snapshot 2 fits 'The same words.'; quote more of what"),
        ("nowhere at all", 4, "'nowhere at all' does not stand in snapshot 2; see its text with `claimcheck document"),
        ("Ships were sighted at dawn. They left before noon", 4, "mean it: 'Ships were seen at dawn. They left before"),
        ("hips were", 4, "as a part of longer words only; quote whole ones: 'Ships were'"),
        ("Ships wer", 4, "quote whole ones: 'Ships were'"),
        ("x" * 99_999, 4, "xxx... does not stand"),
        ("x" * 100_001, 2, "--quote: it has 100,001 characters, the limit is 100,000"),
        ("", 2, "--quote: it is empty"),
        (" \n\t", 2, "--quote: it is empty"),
        ("Ships\x00were", 2, "--quote: it holds a NUL character at position 5"),
        ("Ships\udc80were", 2, "is not UTF-8 text"),
    ],
)
def test_a_quotation_that_is_not_there_once_is_refused(ready: Run, quote: str, code: int, said: str) -> None:
    result = tried(ready, quote)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert result.err.count("\n") == 1
    assert len(result.err) < 800
    assert links(ready) == []
    assert "evidence add" not in ready("history").out


@pytest.mark.parametrize(
    ("place", "code", "said"),
    [
        ((), 2, "give one of --url, --document and --snapshot"),
        (("--document", "2", "--snapshot", "2"), 2, "give one of --url, --document and --snapshot"),
        (("--document", "2", "--url", "https://h.org/"), 2, "give one of --url, --document and --snapshot"),
        (("--document", "1"), 3, "no text of document 1 is kept; `claimcheck ingest` it"),
        (("--document", "99"), 3, "there is no document 99"),
        (("--snapshot", "1"), 3, "no text of snapshot 1 is kept, only its hash"),
        (("--snapshot", "99"), 3, "there is no snapshot 99"),
        (("--snapshot", HUGE), 2, "--snapshot"),
        (("--document", "0"), 2, "--document"),
        (("--url", "report.txt"), 2, "--url: the URL report.txt does not begin with http"),
        (("--url", "-"), 2, "--url: the URL - does not begin with http"),
        (("--url", "http://u:pw@/x"), 2, "has a host name that cannot exist"),
        (("--url", "http://127.0.0.1:9/"), 6, "127.0.0.1"),
    ],
)
def test_a_place_that_is_none_is_refused(ready: Run, place: tuple[str, ...], code: int, said: str) -> None:
    result = ready("evidence", "add", "1", *place, "--quote", "Ships were seen", "--stance", "mixed")
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert "pw" not in result.err


def test_a_stance_has_to_be_given_and_a_wrong_one_lists_the_right_ones(ready: Run) -> None:
    words = "supports, refutes, mixed, mentions, unrelated"
    add(ready, "1", "Ships were seen", "mixed")
    common = ("--quote", "at dawn", *PLACE)
    assert f"--stance {words}" in ready("evidence", "add", "1", *common).err
    for command in (("add", "1", *common), ("link", "1", "1")):
        result = ready("evidence", *command, "--stance", "agrees")
        assert (result.code, result.out) == (2, "")
        assert f"--stance: 'agrees' is none of {words}" in result.err


def test_the_same_passage_is_one_piece_of_evidence_however_often_it_is_added(ready: Run) -> None:
    add(ready, "1", "before noon", "supports", "--note", "Because.")
    before = ready("history").out
    again = "evidence 1: snapshot 2, 72-83\nclaim 1: nothing to change\n"
    assert add(ready, "1", "before\nnoon", "supports", "--note", "Because.") == again
    assert add(ready, "1", "before noon", "supports") == again
    assert ready("history").out == before
    assert add(ready, "2", "before noon", "refutes").endswith("claim 2: link + evidence 1 refutes (confirmed)\n")
    assert [(link["claim_id"], link["evidence_id"]) for link in links(ready)] == [(1, 1), (2, 1)]


def test_another_stance_drops_the_reasons_of_the_old_one(ready: Run) -> None:
    add(ready, "1", "before noon", "supports", "--note", "Because.")
    assert ready("evidence", "link", "1", "1", "--stance", "refutes").out == (
        "claim 1: link: evidence 1 supports (confirmed): Because. -> evidence 1 refutes (confirmed)\n"
    )
    ready("evidence", "link", "1", "1", "--note", "Now so.")
    assert links(ready)[0]["reasons"] == "Now so."
    assert ready("evidence", "link", "1", "1").out == "claim 1: nothing to change\n"
    add(ready, "1", "before noon", "mixed")
    assert (links(ready)[0]["stance"], links(ready)[0]["reasons"]) == ("mixed", None)


def test_a_link_to_what_was_never_suggested_needs_a_stance(ready: Run) -> None:
    add(ready, "1", "before noon", "supports")
    result = ready("evidence", "link", "3", "1")
    assert (result.code, result.out) == (4, "")
    assert "evidence 1 is not linked to claim 3 yet; say with --stance what it says to it" in result.err
    assert ready("evidence", "link", "3", "1", "--stance", "MENTIONS").code == 0
    assert [link["stance"] for link in links(ready, "3")] == ["mentions"]


def test_several_links_are_one_command_and_all_or_none(ready: Run) -> None:
    add(ready, "1", "before noon", "supports")
    add(ready, "1", "at dawn", "supports")
    assert ready("evidence", "link", "3", "1", "2", "99", "--stance", "mixed").code == 3
    assert links(ready, "3") == []
    result = ready("evidence", "link", "3", "1", "2", "1", "--stance", "mixed")
    assert result.out == (
        "claim 3: link + evidence 1 mixed (confirmed)\nclaim 3: link + evidence 2 mixed (confirmed)\n"
    )
    assert ready("undo").out.endswith("took back 2 events of command 5 (evidence link)\n")
    assert links(ready, "3") == []


def test_what_was_rejected_is_kept_from_the_list_unless_asked_for_and_can_be_confirmed_again(ready: Run) -> None:
    add(ready, "1", "before noon", "supports", "--note", "Because.")
    assert ready("evidence", "unlink", "1", "1").out == (
        "claim 1: link: evidence 1 supports (confirmed): Because. -> evidence 1 supports (rejected)\n"
    )
    assert ready("evidence", "unlink", "1", "1").out == "claim 1: nothing to change\n"
    assert links(ready) == []
    assert [link["state"] for link in links(ready, "--state", "rejected")] == ["rejected"]
    assert ready("evidence", "link", "1", "1").code == 0
    assert [link["state"] for link in links(ready, "1", "--state", "confirmed")] == ["confirmed"]


def test_a_link_that_is_forgotten_leaves_the_evidence(ready: Run) -> None:
    add(ready, "1", "before noon", "supports")
    assert ready("evidence", "unlink", "1", "1", "--forget").out == (
        "claim 1: link - evidence 1 supports (confirmed)\n"
    )
    assert links(ready, "--state", "rejected", "--state", "confirmed") == []
    for options in ((), ("--forget",)):
        result = ready("evidence", "unlink", "1", "1", *options)
        assert (result.code, result.out) == (3, "")
        assert "claim 1 has no link to evidence 1; see `claimcheck evidence list 1`" in result.err
    assert ready("evidence", "link", "2", "1", "--stance", "refutes").code == 0


def test_a_passage_that_was_rejected_is_not_suggested_again_unless_it_was_forgotten(run: Run) -> None:
    run("load")
    for number, undo in enumerate((("unlink", "1"), ("unlink", "1", "--forget"))):
        passage = f"Chinese firms supply Russia with microchips and semiconductors, record {number} shows."
        bring_in(run, passage, f"{number}.txt")
        (link,) = links(run, "1", "--document", str(number + 2), "--state", "suggested")
        assert link["exact"] == passage
        assert run("evidence", undo[0], undo[1], str(link["evidence_id"]), *undo[2:]).code == 0
        Path(f"{number}.txt").write_text(f"{passage}\n\nSomething else was added.", encoding="utf-8")
        assert run("ingest", f"{number}.txt", "--document", str(number + 2)).code == 0
        assert links(run, "1", "--state", "suggested") == []
    assert len(links(run, "1", "--state", "rejected")) == 1


def test_a_suggestion_is_confirmed_with_what_it_says_or_with_a_better_stance(run: Run) -> None:
    run("load")
    bring_in(run, "Chinese firms supply Russia with microchips and semiconductors, customs records show.")
    (link,) = links(run, "1", "--state", "suggested")
    assert (link["stance"], link["reasons"][:7]) == ("mentions", "shares ")
    number = str(link["evidence_id"])
    assert run("evidence", "link", "1", number).code == 0
    assert (links(run, "1")[0]["state"], links(run, "1")[0]["reasons"]) == ("confirmed", link["reasons"])
    assert run("evidence", "link", "1", number, "--stance", "supports", "--note", "Customs.").code == 0
    assert (links(run, "1")[0]["stance"], links(run, "1")[0]["reasons"]) == ("supports", "Customs.")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("add", "999", *PLACE, "--quote", "at dawn", "--stance", "mixed"), 3, "no claim 999"),
        (("list", "999"), 3, "no claim 999"),
        (("list", "--document", "99"), 3, "no document 99"),
        (("list", "--document", HUGE), 2, "--document"),
        (("list", "--state", "sure"), 2, "--state: 'sure' is none of suggested, confirmed, rejected"),
        (("list", "-c", "exat"), 2, "did you mean 'exact'"),
        (("link", "999", "1", "--stance", "mixed"), 3, "no claim 999"),
        (("link", "1", "99", "--stance", "mixed"), 3, "no evidence 99"),
        (("link", "1", "99"), 3, "no evidence 99"),
        (("link", "1", HUGE, "--stance", "mixed"), 2, HUGE),
        (("link", "1", "--stance", "mixed"), 2, "EVIDENCE"),
        (("unlink", "999", "1"), 3, "no claim 999"),
        (("unlink", "1", "99"), 3, "has no link to evidence 99"),
        (("unlink", "1", "0"), 2, "0"),
    ],
)
def test_what_the_ledger_does_not_have_is_said(ready: Run, command: tuple[str, ...], code: int, said: str) -> None:
    result = ready("evidence", *command)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_a_claim_may_be_named_by_the_beginning_of_its_public_id(ready: Run) -> None:
    public_id = json.loads(ready("list", "--limit", "1", "--json", "-c", "id,public_id", "--sort", "id").out)[0]
    prefix = public_id["public_id"][:-2]
    matching = ready("list", "--json", "-c", "public_id").out.count(prefix)
    name = prefix if matching == 1 else public_id["public_id"]
    assert "claim 1: link +" in add(ready, name, "at dawn", "mixed")
    assert len(links(ready, name)) == 1
    assert ready("evidence", "unlink", name, "1").code == 0


def test_the_list_is_written_in_every_format_with_the_columns_asked_for(ready: Run) -> None:
    add(ready, "1", "before noon", "supports")
    add(ready, "2", "before noon", "mixed")
    result = ready("evidence", "list", "2", "-c", "evidence_id,exact", "--csv")
    assert list(csv.reader(StringIO(result.out.removeprefix("\ufeff")))) == [
        ["evidence_id", "exact"],
        ["1", "before\nnoon"],
    ]
    assert ready("evidence", "list", "2", "-c", "stance", "--format", "markdown").out.splitlines()[-1] == "| mixed |"
    assert ready("evidence", "list", "--document", DOCUMENT, "-c", "claim_id,exact").out == (
        "claim_id\texact\n1\tbefore\\nnoon\n2\tbefore\\nnoon\n"
    )
    assert ready("evidence", "list", "--document", "1").rows == []


def pages(document: bytes) -> dict[str, Any]:
    return {"/report": reply(document, "Content-Type: text/plain; charset=utf-8")}


def allowed(served: Served, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("CLAIMCHECK_ALLOW_HOSTS", f"127.0.0.1:{served.port}")
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
    return served.url("/report")


def test_a_document_on_the_web_is_fetched_kept_and_quoted(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with aside(pages(TEXT.encode())) as served:
        url = allowed(served, monkeypatch)
        for expected in ("link + evidence 1", "nothing to change"):
            result = tried(seeded, "Ships were seen", "--url", url)
            assert (result.code, expected in result.out) == (0, True)
            assert result.err.startswith("document 2 (")
        wrong = tried(seeded, "nowhere at all", "--url", url)
        quiet = seeded("--quiet", "evidence", "add", "2", "--url", url, "--quote", "at dawn", "--stance", "mixed")
        gone = tried(seeded, "Ships were seen", "--url", served.url("/gone"))
    assert (wrong.code, gone.code, quiet.err) == (4, 6, "")
    assert "does not stand in snapshot 2" in wrong.err
    assert links(seeded)[0]["document_url"] == url
    assert "404" in gone.err


def test_who_rejects_what_a_judgement_rests_on_is_told(ready: Run) -> None:
    add(ready, "1", "before noon", "supports")
    assert ready("annotate", "1", "--verdict", "supported", "--evidence", "1").code == 0
    told = ready("evidence", "unlink", "1", "1").err
    assert re.fullmatch(r"claim 1: a judgement of \S+ rests on that; look at it again\n", told)
