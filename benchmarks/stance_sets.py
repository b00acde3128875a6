"""Labelled pairs of claims and passages, read from the files that the stance benchmarks use."""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.judgements import Pair
from claimcheck.vocabulary import Stance

STANCES = {
    "agree": Stance.SUPPORTS, "supports": Stance.SUPPORTS, "disagree": Stance.REFUTES, "refutes": Stance.REFUTES,
    "discuss": Stance.MENTIONS, "discusses": Stance.MENTIONS, "not_enough": Stance.MENTIONS,
    "unrelated": Stance.UNRELATED,
}  # fmt: skip
"""What the labels of the files mean."""
SETS = {
    "fnc1": "fnc1/train.jsonl", "emergent": "emergent/train.jsonl", "covidfact": "covidfact/train.jsonl",
    "healthver": "healthver/train.jsonl", "climatefever": "climatefever/stance_train.jsonl",
    "perspectrum": "perspectrum/train.jsonl",
}  # fmt: skip
STRANGERS = 0.2
"""For each pair of a set without unrelated pairs, how many are made of texts of different topics."""


class Example(NamedTuple):
    """A labelled pair. Two topics are connected if any pair that is not unrelated connects them."""

    kind: str
    pair: Pair
    stance: Stance
    claim_topic: int
    passage_topic: int


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def texts(gold: list[dict[str, Any]], documents: Path | None) -> list[Pair]:
    """The pair of each row; the passage stands in the row, or in a file of documents by `doc_id`."""
    by_id = {str(row["doc_id"]): row["text"] for row in rows(documents)} if documents else {}
    return [Pair(row["claim"], row["text"] if "text" in row else by_id[str(row["doc_id"])]) for row in gold]


def examples(folder: Path) -> list[Example]:
    """All labelled pairs of the sets in a folder, with strangers, and with topics that hold across the sets."""
    read: list[tuple[str, Pair, Stance]] = []
    for kind, place in SETS.items():
        gold = rows(folder / place)
        documents = folder / "fnc1/train_docs.jsonl" if kind == "fnc1" else None
        stances = [STANCES[row["label"]] for row in gold]
        read += [(kind, pair, stance) for pair, stance in zip(texts(gold, documents), stances, strict=True)]
    topic = _topics(read)
    known = [Example(kind, pair, stance, topic[pair.claim], topic[pair.passage]) for kind, pair, stance in read]
    return [*known, *_strangers(known)]


def _topics(read: Sequence[tuple[str, Pair, Stance]]) -> dict[str, int]:
    parents: dict[str, str] = {}

    def root(text: str) -> str:
        while parents.setdefault(text, text) != text:
            parents[text] = text = parents[parents[text]]
        return text

    for _, pair, stance in read:
        one, other = root(pair.claim), root(pair.passage)
        if stance is not Stance.UNRELATED:
            parents[one] = other
    numbers: dict[str, int] = {}
    return {text: numbers.setdefault(root(text), len(numbers)) for text in list(parents)}


def _strangers(known: list[Example]) -> Iterator[Example]:
    chance = random.Random(7)  # noqa: S311 - a repeatable choice, no secret
    for kind in SETS:
        own = [example for example in known if example.kind == kind]
        if any(example.stance is Stance.UNRELATED for example in own):
            continue
        for example in chance.sample(own, int(len(own) * STRANGERS)):
            other = chance.choice(own)
            if other.passage_topic != example.claim_topic:
                yield Example(
                    kind, Pair(example.pair.claim, other.pair.passage), Stance.UNRELATED,
                    example.claim_topic, other.passage_topic,
                )  # fmt: skip
