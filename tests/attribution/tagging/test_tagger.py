from pathlib import Path

import pytest

from claimcheck.attribution.extraction import attributions
from claimcheck.attribution.language import parsed
from claimcheck.attribution.tagging.tagger import load
from claimcheck.errors import InputError

from .conftest import Trained
from .marking import DENIAL, QUOTED


def test_a_tagger_finds_attributions_in_a_text_it_has_not_seen(trained: Trained) -> None:
    here = parsed(DENIAL)
    (found,) = load(trained.model).find(here)
    assert here.quoted(found.source) == "Ilsa Varnek"
    assert here.quoted(found.cue).startswith("denied")
    assert here.quoted(found.content) == "that the buoys had been moved"
    assert found.word == "deny"


def test_extraction_takes_a_tagger_in_place_of_the_rules(trained: Trained) -> None:
    text = QUOTED + "\n\n" + DENIAL
    found = list(attributions(text, load(trained.model)))
    assert [text[start:end] for one in found for start, end in one.source] == ["Varnek", "Ilsa Varnek"]
    assert found[-1].resolved_source == "Ilsa Varnek"
    assert [one.cue for one in found] == sorted(one.cue for one in found)


def test_no_two_attributions_share_a_word_of_their_cues(trained: Trained) -> None:
    for path in sorted((trained.folder / "text").glob("*.txt"))[:6]:
        cues = [token for one in load(trained.model).find(parsed(path.read_text("utf-8"))) for token in one.cue]
        assert len(cues) == len(set(cues))


def test_a_text_without_words_has_no_attributions(trained: Trained) -> None:
    assert load(trained.model).find(parsed("")) == []


def test_a_tagger_is_read_once_until_its_file_changes(trained: Trained, tmp_path: Path) -> None:
    path = tmp_path / "tagger"
    path.write_bytes(trained.model.read_bytes())
    assert load(path) is load(path)
    path.write_bytes(b"something else")
    with pytest.raises(InputError, match="is no trained tagger"):
        load(path)


def test_a_tagger_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        load(tmp_path / "none")
