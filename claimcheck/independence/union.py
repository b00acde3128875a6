"""Sets that are joined step by step; pure.

Source: Tarjan and van Leeuwen, Worst-case analysis of set union algorithms (1984), path halving.
"""


class Union:
    """Sets of anything that can be a key; what was never joined is a set of its own."""

    def __init__(self) -> None:
        """Begin with every set apart."""
        self._parents: dict[int | str, int | str] = {}

    def find(self, one: int | str) -> int | str:
        """What stands for the set that something is in."""
        parents = self._parents
        parent = parents.setdefault(one, one)
        while parent != one:
            parents[one] = parents[parent]
            one = parents[one]
            parent = parents[one]
        return one

    def join(self, one: int | str, other: int | str) -> bool:
        """Make two sets one; False if they were."""
        one, other = self.find(one), self.find(other)
        self._parents[other] = one
        return one != other
