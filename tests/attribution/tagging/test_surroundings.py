from claimcheck.attribution.tagging.surroundings import Surroundings, controller

from .marking import DENIAL, QUOTED, sketch, token

SAYING = "Ilsa Varnek criticised the plan, saying it was late."


def around(text: str, word: str, *rivals: str) -> Surroundings:
    here = sketch(text)
    likely = [0.9 if each in rivals else 0.0 for each in here.parsed.words]
    return Surroundings(here, token(text, word), likely)


def test_a_sentence_without_quotations_stands_for_itself() -> None:
    here = around(DENIAL, "denied")
    assert (here.first, here.last) == here.sentence


def test_quotations_that_follow_in_the_line_are_looked_at() -> None:
    here = around(QUOTED, "said")
    assert here.first == 0
    assert token(QUOTED, "check") < here.last <= token(QUOTED, "Nobody")


def test_the_way_to_a_token_goes_up_from_the_anchor_and_down_by_one_label() -> None:
    here = around(DENIAL, "moved")
    assert here.ways[token(DENIAL, "buoys")] == ":nsubjpass<"
    assert here.ways[token(DENIAL, "Ilsa")] == "ccomp:nsubj<"
    assert here.ways[token(DENIAL, "moved")] == "^="


def test_quotations_are_told_by_their_rank_and_by_who_else_is_near() -> None:
    assert around(QUOTED, "said").quotations()[1][0] == ">000"
    assert around(QUOTED, "was", "said").quotations()[0][0] == "<110"


def test_what_another_anchor_governs_is_dominated() -> None:
    here = around(DENIAL, "denied", "moved")
    assert token(DENIAL, "buoys") in here.dominated()
    assert token(DENIAL, "Ilsa") not in here.dominated()


def test_who_does_it_is_found_up_the_tree() -> None:
    here = sketch(SAYING)
    head, way = controller(here, token(SAYING, "saying"))
    assert head == token(SAYING, "Varnek")
    assert way.endswith(":subject")


def test_all_that_a_speaker_says_in_a_transcript_is_looked_at() -> None:
    text = "VARNEK: We moved nothing. We have charts. Come and see.\n\nNobody came."
    here = around(text, ":")
    assert here.is_label
    assert token(text, "see") < here.last <= token(text, "Nobody")


def test_what_the_rules_have_found_is_looked_at() -> None:
    text = "“No buoy has been moved,” Varnek said.\n\nThe sea was calm. “Anyone can check that.”"
    here = sketch(text)
    here.by_anchor[token(text, "said")].content.append(token(text, "check"))
    assert token(text, "check") < around(text, "said").last
