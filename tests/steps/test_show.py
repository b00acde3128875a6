"""Everything about one claim, gathered."""

from pathlib import Path

from claimcheck.steps.show import HISTORY_TAIL, claim_view
from claimcheck.store.engine import open_reader
from tests.cli.quoting import add, bring_in
from tests.conftest import Run, here


def test_a_view_has_words_beside_grades_and_only_the_end_of_the_history(seeded: Run) -> None:
    for number in range(HISTORY_TAIL + 1):
        seeded("annotate", "31", f"remark {number}")
    with open_reader(here()) as reader:
        view = claim_view(reader, 31)
    assert (view["reliability"], view["reliability_words"]) == ("A", "completely reliable")
    assert (view["likelihood"], view["confidence"]) == ("likely", 0.75)
    assert view["credibility_words"] == "probably true"
    assert view["event_count"] == HISTORY_TAIL + 2
    assert [event["new"] for event in view["history"]] == [f"remark {number}" for number in range(1, HISTORY_TAIL + 1)]
    assert [note["text"] for note in view["notes"]] == [f"remark {number}" for number in range(HISTORY_TAIL + 1)]
    assert {note["author"] for note in view["notes"]} == {"tester"}


def test_the_first_place_comes_first_and_relations_point_both_ways(seeded: Run) -> None:
    known = "Russia develops long-range attack drones on Chinese soil.,Reuters"
    Path("more.csv").write_text(f"text,source,document_url,via\n{known},u,[by] A > B\n", encoding="utf-8")
    assert seeded("load", "more.csv").code == 0
    seeded("relate", "31", "denies", "32", "--note", "Why.")
    with open_reader(here()) as reader:
        view, other = claim_view(reader, 31), claim_view(reader, 32)
    assert [(place["is_first"], place["document_url"]) for place in view["appearances"]] == [(True, None), (False, "u")]
    assert view["appearances"][1]["via"] == [{"source": "A", "how": "by"}, {"source": "B", "how": None}]
    (relation,) = (relation for relation in view["relations"] if relation["kind"] == "denies")
    assert (relation["other_id"], relation["is_outgoing"], relation["note"]) == (32, True, "Why.")
    (back,) = (relation for relation in other["relations"] if relation["kind"] == "denies")
    assert (back["other_id"], back["is_outgoing"], back["other_source"]) == (31, False, "Reuters")


def test_a_view_has_links_searches_and_leads_even_where_there_are_none(seeded: Run) -> None:
    bring_in(seeded)
    add(seeded, "31", "at dawn", "supports")
    with open_reader(here()) as reader:
        view, other = claim_view(reader, 31), claim_view(reader, 32)
    assert [(link["exact"], link["stance"], link["document_title"]) for link in view["evidence"]] == [
        ("at dawn", "supports", "report")
    ]
    assert [other[name] for name in ("evidence", "searches", "leads")] == [[], [], []]
