"""Sets that are joined."""

from claimcheck.independence.union import Union


def test_what_is_joined_stands_together_and_nothing_else() -> None:
    union = Union()
    assert union.join(1, 2)
    assert union.join("a", 2)
    assert not union.join(1, "a")
    assert union.find(1) == union.find("a") != union.find(3)
