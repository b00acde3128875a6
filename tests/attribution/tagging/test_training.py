from pathlib import Path

import pytest

from claimcheck.attribution import language
from claimcheck.attribution.tagging.brat import Marked
from claimcheck.attribution.tagging.training import lesson, tokens, train
from claimcheck.errors import InputError

from .conftest import Trained
from .marking import DENIAL, documents, write_marked


def test_training_tells_what_it_learned_from(trained: Trained) -> None:
    assert trained.report.texts == 24
    assert 80 < trained.report.attributions <= sum(len(each["attributions"]) for each in documents(24))
    assert trained.report.problems == ()
    assert trained.report.size == trained.model.stat().st_size


def test_training_tells_how_far_it_is(trained: Trained) -> None:
    assert trained.told[:2] == ["1 texts read", "2 texts read"]
    assert trained.told[-1] == "all learned"


def test_the_same_folder_gives_the_same_file(tmp_path: Path) -> None:
    folder = write_marked(tmp_path, documents(8))
    for name in ("one", "other"):
        train(folder, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_files_that_cannot_be_read_are_left_out_and_told(tmp_path: Path) -> None:
    folder = write_marked(tmp_path, documents(8))
    broken = min((folder / "attributions").iterdir())
    broken.write_text("T1\tCue 5\tsaid\n", encoding="utf-8")
    report = train(folder, tmp_path / "tagger")
    assert report.texts == 7
    assert report.problems == (f"{broken.name}: line 1: no offsets in 'Cue 5'",)


def test_too_few_attributions_are_refused(tmp_path: Path) -> None:
    folder = write_marked(tmp_path, documents(1))
    with pytest.raises(InputError, match=r"has \d+ attributions in 1 texts, too few to learn from"):
        train(folder, tmp_path / "tagger")
    assert not (tmp_path / "tagger").exists()


def test_what_has_no_cue_teaches_nothing() -> None:
    marked = [Marked(((0, 11),), (), ((29, 59),)), Marked((), ((12, 18),), ((29, 59),))]
    (one,) = lesson(language.parsed(DENIAL), marked).marked
    assert one.source == []


def test_a_span_that_cuts_a_word_takes_all_of_it() -> None:
    here = language.parsed(DENIAL)
    assert here.quoted(tokens(here, ((3, 14),))) == "Ilsa Varnek denied"
    assert tokens(here, ()) == []


def test_a_long_text_is_learned_in_its_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (each,) = documents(1)
    length = len(each["text"]) + 1
    copies = 6
    text = "\n".join([each["text"]] * copies)
    marked = [
        {
            role: [[start + length * number, end + length * number] for start, end in one[role]]
            for role in ("source", "cue", "content")
        }
        for number in range(copies)
        for one in each["attributions"]
    ]
    folder = write_marked(tmp_path, [{"doc_id": "long", "text": text, "attributions": marked}])
    monkeypatch.setattr(language, "MAX_PART", 2 * length)
    report = train(folder, tmp_path / "tagger")
    assert (report.texts, report.attributions > 20) == (1, True)
