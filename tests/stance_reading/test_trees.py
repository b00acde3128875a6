"""Trees and a line add up to a log-odds."""

import pytest

from claimcheck.stance_reading.trees import Forest, Line, Tree, logistic, squashed

STUMP = Tree((1,), (0.5,), (-1,), (-2,), (-1.0, 2.0))
DEEP = Tree((0, 1), (3.0, 0.5), (1, -2), (-1, -3), (0.25, 0.5, 0.75))


def test_a_tree_is_walked_to_its_leaf() -> None:
    assert Forest((STUMP,), 1, 0).margin([0, 0.5]) == -1
    assert Forest((STUMP,), 1, 0).margin([0, 0.6]) == 2
    assert [Forest((DEEP,), 1, 0).margin(row) for row in ([4, 0], [3, 0], [3, 1])] == [0.25, 0.5, 0.75]


def test_trees_add_up_and_are_calibrated() -> None:
    forest = Forest((STUMP, DEEP), 0.5, -1)
    assert forest.probability([3, 1]) == pytest.approx(logistic(0.5 * 2.75 - 1))


def test_a_line_adds_features_by_their_weights_large_ones_squashed() -> None:
    forest = Forest((STUMP,), 1, 0, Line((0, 1), (2.0, -1.0)))
    assert forest.margin([3, 0.5]) == pytest.approx(-1 + 2 * squashed(3) - squashed(0.5))
    assert squashed(0) == 0
    assert squashed(-3) == -squashed(3)
    assert 0 < squashed(30) < 2 * squashed(10)


def test_no_odds_are_too_long() -> None:
    assert 0 < logistic(-1e9) < 1e-9
    assert logistic(1e9) == pytest.approx(1)
