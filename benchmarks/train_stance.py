"""Trains the stance model that comes with claimcheck and says how good it is on topics it was not trained on.

    python benchmarks/train_stance.py --data DIR [-o FILE]

DIR has the folders fnc1, emergent, covidfact, healthver, climatefever and perspectrum with labelled pairs. Needs the
extra [train]. The same data give the same model. Nothing of the texts gets into FILE: it holds which feature is
compared with which number, and what follows.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1]))

from stance import translated, unanswered
from stance_fitting import FOLDS, Flags, Floats, Recipe, calibration, forest, grown, margins
from stance_scores import Judged, measures
from stance_sets import SETS, STANCES, Example, examples

from claimcheck.judgements import Judgement
from claimcheck.stance_reading import alike, judging, model_file, tones
from claimcheck.stance_reading.features import NAMES
from claimcheck.stance_reading.model_file import Head, Model
from claimcheck.stance_reading.shapes import Shape
from claimcheck.stance_reading.trees import Forest, logistic
from claimcheck.vocabulary import Stance

_TONES = tuple(map(NAMES.index, tones.NAMES + alike.NAMES))
_SHORT = {
    "related": Recipe(60, 6, seeds=1),
    "mentions": Recipe(100, 6, seeds=3),
    "supports": Recipe(120, 6, seeds=3),
}
RECIPES = {
    Shape.DOCUMENT: {
        "related": Recipe(150, 12, rows_in_leaf=40, seeds=1),
        "mentions": Recipe(150, seeds=3),
        "supports": Recipe(150, seeds=3),
    },
    Shape.HEADLINE: {
        "related": Recipe(60, 6, seeds=1),
        "mentions": Recipe(180, 4, seeds=5, line=_TONES),
        "supports": Recipe(180, 4, seeds=5, line=_TONES),
    },
    Shape.STATEMENT: _SHORT,
    Shape.PASSAGE: _SHORT,
}
QUESTIONS = ("related", "mentions", "supports")
WEIGHTS: dict[Shape, dict[str, float]] = {
    Shape.DOCUMENT: {},
    Shape.HEADLINE: {"perspectrum": 0.1},
    Shape.STATEMENT: {},
    Shape.PASSAGE: {"perspectrum": 0.1, "climatefever": 0.2, "fnc1": 0.6},
}
"""What a pair of a set counts for in training where others count 1."""
ONE_SIDED = ("covidfact", "perspectrum")
"""Sets without pairs that leave it open: they teach nothing about it."""
CALIBRATING_WEIGHTS: dict[Shape, dict[str, float]] = {
    Shape.DOCUMENT: {},
    Shape.HEADLINE: {"perspectrum": 0.15, "fnc1": 0.1},
    Shape.STATEMENT: {"perspectrum": 0.2, "fnc1": 0.1},
    Shape.PASSAGE: {"perspectrum": 0.1, "climatefever": 0.2, "fnc1": 0.1},
}
"""The same when the probabilities of stances are calibrated."""
STRANGER_WEIGHT = 0.15
TOPIC_POWER = -0.25
"""A topic with n pairs counts as n ** (1 + this), so that a few large ones do not rule."""
_SHORT_SURE: dict[str, float] = {
    Stance.SUPPORTS: 0.6, Stance.REFUTES: 0.55, Stance.MENTIONS: 1.01, Stance.UNRELATED: 0.8,
}  # fmt: skip
SURE_FROM: dict[Shape, dict[str, float]] = {
    Shape.DOCUMENT: dict.fromkeys(judging.DECIDED, 0.65),
    Shape.HEADLINE: dict.fromkeys(judging.DECIDED, 0.7),
    Shape.STATEMENT: _SHORT_SURE,
    Shape.PASSAGE: _SHORT_SURE,
}
"""The probability below which the engine abstains, so that out of fold at least four answers in five are right."""
LABELS = {
    "fnc1": ["agree", "disagree", "discuss", "unrelated"], "emergent": ["supports", "refutes", "discusses"],
    "covidfact": ["supports", "refutes"], "healthver": ["supports", "refutes", "not_enough"],
    "climatefever": ["supports", "refutes", "not_enough"], "perspectrum": ["supports", "refutes"],
}  # fmt: skip


class Table(NamedTuple):
    """Examples of one shape with their features."""

    examples: list[Example]
    rows: Floats
    stances: list[Stance]
    claim_folds: Floats
    passage_folds: Floats
    weights: Floats
    plain: Floats
    calibrating: Floats


def tables(known: Sequence[Example]) -> dict[Shape, Table]:
    """The features of all examples, by shape. Rarity is taken within each set, as it is when a set is judged."""
    folds = _folds(known)
    sizes = Counter(example.claim_topic for example in known if example.stance is not Stance.UNRELATED)
    gathered: dict[Shape, list[tuple[Example, list[float]]]] = {shape: [] for shape in Shape}
    for kind in SETS:
        own = [example for example in known if example.kind == kind]
        for pair in judging.prepared([example.pair for example in own]):
            gathered[pair.shape].append((own[pair.place], pair.row))
        print(f"read {len(own):,} pairs of {kind}", file=sys.stderr)
    result = {}
    for shape, found in gathered.items():
        chosen = [example for example, _ in found]
        plain = np.array([_weight(WEIGHTS[shape], example) for example in chosen])
        topical = np.array([float(sizes[example.claim_topic] or 1) ** TOPIC_POWER for example in chosen])
        result[shape] = Table(
            chosen, np.array([row for _, row in found]), [example.stance for example in chosen],
            np.array([folds[example.claim_topic] for example in chosen]),
            np.array([folds[example.passage_topic] for example in chosen]), plain * topical / topical.mean(), plain,
            np.array([_weight(CALIBRATING_WEIGHTS[shape], example) for example in chosen]),
        )  # fmt: skip
    return result


def _weight(weights: dict[str, float], example: Example) -> float:
    is_stranger = example.stance is Stance.UNRELATED and example.kind != "fnc1"
    return weights.get(example.kind, 1.0) * (STRANGER_WEIGHT if is_stranger else 1.0)


def _folds(known: Sequence[Example]) -> dict[int, int]:
    """A fold for each topic; the largest topics are dealt first, each set for itself as far as topics allow."""
    sizes = Counter((example.kind, example.claim_topic) for example in known if example.stance is not Stance.UNRELATED)
    folds: dict[int, int] = {}
    for kind in SETS:
        loads = [0] * FOLDS
        for (own, topic), size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
            if own == kind:
                fold = folds.setdefault(topic, loads.index(min(loads)))
                loads[fold] += size
    others = sorted(
        {topic for example in known for topic in (example.claim_topic, example.passage_topic)} - folds.keys()
    )
    return folds | {topic: number % FOLDS for number, topic in enumerate(others)}


def asked(table: Table, question: str) -> tuple[Flags, Flags]:
    """Which rows a question is about, and their answers."""
    stances = np.array([str(stance) for stance in table.stances])
    if question == "related":
        return np.ones(len(stances), bool), stances != Stance.UNRELATED
    if question == "mentions":
        kinds = np.array([example.kind for example in table.examples])
        return (stances != Stance.UNRELATED) & ~np.isin(kinds, ONE_SIDED), stances == Stance.MENTIONS
    return (stances == Stance.SUPPORTS) | (stances == Stance.REFUTES), stances == Stance.SUPPORTS


def out_of_fold(table: Table, recipe: Recipe, question: str) -> Floats:
    """The log-odds of each row by trees that know neither of its two topics; NaN where their folds differ."""
    about, answers = asked(table, question)
    odds = np.full(len(table.rows), np.nan)
    for fold in range(FOLDS):
        train = about & (table.claim_folds != fold) & (table.passage_folds != fold)
        held = (table.claim_folds == fold) & (table.passage_folds == fold)
        odds[held] = margins(grown(recipe, table.rows[train], answers[train], table.weights[train]), table.rows[held])
    return odds


def trained(shape: Shape, table: Table) -> tuple[Head, list[tuple[Example, dict[Stance, float]]]]:
    """The coefficients for a shape, and the out-of-fold probabilities by which they were judged."""
    forests: dict[str, Forest] = {}
    chances: dict[str, Floats] = {}
    for question in QUESTIONS:
        recipe = RECIPES[shape][question]
        about, answers = asked(table, question)
        odds = out_of_fold(table, recipe, question)
        usable = about & ~np.isnan(odds)
        counted = table.plain if question == "related" else table.calibrating
        weights = counted * np.where(_is_stranger(table) & (shape is Shape.DOCUMENT), FOLDS, 1.0)
        slope, shift = calibration(odds[usable], answers[usable], weights[usable])
        chances[question] = np.array([logistic(slope * one + shift) for one in np.nan_to_num(odds)])
        forests[question] = forest(grown(recipe, table.rows[about], answers[about], table.weights[about]), slope, shift)
        chances[question][np.isnan(odds)] = np.nan
        print(f"{shape}: {question} trained on {about.sum():,} rows", file=sys.stderr)
    judged = [
        (example, judging.combined(float(related), float(mentions), float(supports)))
        for example, related, mentions, supports in zip(
            table.examples, chances["related"], chances["mentions"], chances["supports"], strict=True
        )
        if not np.isnan(related)
    ]
    return Head(**forests, favours={}, sure_from={}), judged


def _is_stranger(table: Table) -> Flags:
    return np.array([stance is Stance.UNRELATED for stance in table.stances])


def favoured(judged: Sequence[tuple[Example, dict[Stance, float]]]) -> dict[str, float]:
    """The factors under which the decisions for documents are best: the weighted score, and macro F1 for a quarter."""
    best: tuple[float, dict[str, float]] = (0.0, {})
    own = [(example, chances) for example, chances in judged if example.kind == "fnc1"]
    for refutes in (1.0, 1.5, 2.0, 2.5, 3.0, 4.0):
        for supports in (1.0, 1.15, 1.3, 1.5):
            favours: dict[str, float] = {Stance.REFUTES: refutes, Stance.SUPPORTS: supports}
            scores = measures(_rows(own, "fnc1", favours, {}), LABELS["fnc1"])
            best = max(
                best, (scores["macro f1"] / 4 + scores["weighted score"] / 100, favours), key=lambda item: item[0]
            )
    return best[1]


def _rows(
    judged: Sequence[tuple[Example, dict[Stance, float]]],
    kind: str,
    favours: dict[str, float],
    sure_from: dict[str, float],
) -> list[Judged]:
    labels = LABELS[kind]
    named = {STANCES[label]: label for label in labels}
    result = []
    for example, chances in judged:
        if example.kind != kind or example.stance not in named:
            continue
        stance, abstains = judging.decided(chances, favours, sure_from)
        judgement = Judgement(stance, chances[stance], chances, abstains, (), 0, 0)
        label, scaled = translated(judgement, labels)
        abstains = unanswered(judgement, label, scaled)
        weight = float(FOLDS) if example.stance is Stance.UNRELATED else 1.0
        result.append(Judged(named[example.stance], label, scaled, abstains, weight))
    return result


def main() -> int:
    """Train, print the figures, write the model."""
    parser = argparse.ArgumentParser(description="Trains the stance model.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder with the sets")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where the model goes; only figures without it"
    )
    arguments = parser.parse_args()
    heads, everything = {}, []
    for shape, table in tables(examples(arguments.data)).items():
        head, judged = trained(shape, table)
        favours = favoured(judged) if shape is Shape.DOCUMENT else {}
        limit = SURE_FROM[shape]
        heads[shape] = head._replace(favours=favours, sure_from=limit)
        everything.append((judged, favours, limit))
        print(f"{shape}: favours {favours}, sure from {limit}", file=sys.stderr)
    for kind, labels in LABELS.items():
        rows = [row for judged, favours, limit in everything for row in _rows(judged, kind, favours, limit)]
        print(kind, *(f"{name} {value:.3f}" for name, value in measures(rows, labels).items()), sep="  ")
    if arguments.output:
        model_file.save(Model(heads), arguments.output)
        print(f"{arguments.output}: {arguments.output.stat().st_size / 1e6:.2f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
