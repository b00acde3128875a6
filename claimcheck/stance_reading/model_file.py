"""The file with the coefficients: reading and checking it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import PluginError
from claimcheck.stance_reading.features import NAMES
from claimcheck.stance_reading.shapes import Shape
from claimcheck.stance_reading.trees import Forest, Line, Tree

FORMAT = "claimcheck stance model"
VERSION = 2
_PATH = Path(__file__).with_name("model.json")


class Head(NamedTuple):
    """The coefficients for one shape: three questions, and how to decide."""

    related: Forest
    """Whether the passage bears on the claim at all."""
    mentions: Forest
    """Whether one that does leaves it open."""
    supports: Forest
    """Whether one that does not leave it open speaks for it."""
    favours: Mapping[str, float]
    """What each stance's probability is multiplied with before the largest is taken."""
    sure_from: Mapping[str, float]
    """Below this probability a stance is too unsure to be shown; above 1, the stance counts as leaving it open."""


class Model(NamedTuple):
    """The coefficients for every shape."""

    heads: Mapping[Shape, Head]


def bundled() -> Model:
    """The model that comes with claimcheck.

    Raises:
        PluginError: its file is missing or damaged.
    """
    return load(_PATH)


def load(path: Path) -> Model:
    """A model that `benchmarks/train_stance.py` has written.

    Raises:
        PluginError: the file is missing, damaged, or was made for other features.
    """
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        msg = f"the stance model {path} cannot be read: {error.strerror}; reinstall claimcheck-ledger"
        raise PluginError(msg) from error
    except ValueError as error:
        msg = f"the stance model {path} is damaged: it is no JSON; reinstall claimcheck-ledger"
        raise PluginError(msg) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        msg = f"{path} is no stance model; make one with benchmarks/train_stance.py"
        raise PluginError(msg)
    if content.get("version") != VERSION or content.get("features") != list(NAMES):
        msg = f"the stance model {path} was made for other features than these; train it again or reinstall"
        raise PluginError(msg)
    try:
        return Model({shape: _head(content["heads"][shape]) for shape in Shape})
    except (KeyError, TypeError, ValueError, IndexError) as error:
        msg = f"the stance model {path} is damaged: {type(error).__name__} {error}; reinstall claimcheck-ledger"
        raise PluginError(msg) from error


def save(model: Model, path: Path) -> None:
    """Write a model so that `load` gives it back."""
    heads = {
        shape: head._asdict() | {name: _written(getattr(head, name)) for name in ("related", "mentions", "supports")}
        for shape, head in model.heads.items()
    }
    content = {"format": FORMAT, "version": VERSION, "features": NAMES, "heads": heads}
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


def rounded(number: float) -> float:
    """A number with the digits that the file keeps of it."""
    return float(f"{number:.4g}")


def _written(forest: Forest) -> dict[str, Any]:
    return {
        "slope": rounded(forest.slope), "shift": rounded(forest.shift), "trees": forest.trees, "line": forest.line,
    }  # fmt: skip


def _head(content: Mapping[str, Any]) -> Head:
    return Head(
        related=_forest(content["related"]),
        mentions=_forest(content["mentions"]),
        supports=_forest(content["supports"]),
        favours={str(stance): float(factor) for stance, factor in content["favours"].items()},
        sure_from={str(stance): float(limit) for stance, limit in content["sure_from"].items()},
    )


def _forest(content: Mapping[str, Any]) -> Forest:
    trees = tuple(Tree(*map(tuple, arrays)) for arrays in content["trees"])
    if not all(_is_sound(tree) for tree in trees):
        raise ValueError("a tree leads nowhere")
    line = Line(*map(tuple, content["line"]))
    if len(line.features) != len(line.weights) or not all(0 <= feature < len(NAMES) for feature in line.features):
        raise ValueError("a line weighs what there is not")
    return Forest(trees, float(content["slope"]), float(content["shift"]), line)


def _is_sound(tree: Tree) -> bool:
    """Whether every walk ends in a leaf: children come after their parents, and every feature exists."""
    number = len(tree.features)
    return (
        number > 0
        and len(tree.limits) == len(tree.lefts) == len(tree.rights) == number
        and max(tree.features) < len(NAMES)
        and min(tree.features) >= 0
        and all(
            node < child < number or -len(tree.values) <= child < 0
            for children in (tree.lefts, tree.rights)
            for node, child in enumerate(children)
        )
    )
