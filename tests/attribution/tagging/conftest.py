from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.attribution.tagging.training import TrainingReport, train

from .marking import documents, write_marked


class Trained(NamedTuple):
    folder: Path
    model: Path
    report: TrainingReport
    told: list[str]


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = write_marked(tmp_path_factory.mktemp("marked"), documents(24))
    model = folder / "tagger"
    told: list[str] = []
    return Trained(folder, model, train(folder, model, progress=told.append), told)
