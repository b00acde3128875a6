from claimcheck.attribution.tagging import model_file
from claimcheck.attribution.tagging.proposing import anchor_rows, candidates, likelihoods, proposals
from claimcheck.attribution.tagging.sequences import SequenceModel, Settings, fit

from .conftest import Trained
from .marking import DENIAL, sketch, token


def test_every_possible_anchor_has_one_row_and_every_token_a_likelihood(trained: Trained) -> None:
    here = sketch(DENIAL)
    assert all(len(tokens) == len(rows) for tokens, rows in anchor_rows(here))
    likely = likelihoods(here, SequenceModel(model_file.read(trained.model).anchors))
    assert len(likely) == len(here.parsed.words)
    assert likely[token(DENIAL, "denied")] == max(likely)


def test_what_the_rules_found_is_a_candidate_though_it_is_not_likely() -> None:
    here = sketch(DENIAL)
    denied, closed = token(DENIAL, "denied"), token(DENIAL, "closed")
    assert candidates(here, [0.05] * len(here.parsed.words)) == [denied]
    assert closed in candidates(here, [0.5] * len(here.parsed.words))


def test_a_proposal_has_what_the_model_takes_for_its_parts(trained: Trained) -> None:
    here = sketch(DENIAL)
    models = model_file.read(trained.model)
    likely = likelihoods(here, SequenceModel(models.anchors))
    found = {each.anchor: each for each in proposals(here, likely, SequenceModel(models.spans))}
    denied = found[token(DENIAL, "denied")]
    assert [here.parsed.words[each] for each in denied.source] == ["Ilsa", "Varnek"]
    assert here.parsed.words[denied.content[-1]] == "moved"
    assert set(denied.sureness) == {"S", "Q", "C"}


def test_what_the_rules_found_is_proposed_as_well_where_the_model_says_something_else() -> None:
    here = sketch(DENIAL)
    denied = token(DENIAL, "denied")
    labels = [([["b"]], ["O"]), ([["never"]], ["B-S"])]
    blind = SequenceModel(fit(labels, Settings(l1=0.0, l2=0.01, steps=5)))
    (found,) = proposals(here, [0.5 if each == denied else 0.0 for each in range(len(here.parsed.words))], blind)
    assert found.is_ruled
    assert found.content == here.by_anchor[denied].content
