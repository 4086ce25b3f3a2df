"""How is something chosen at random, and yet the same on every run and machine?"""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A source of choices that depends on its name alone.

    Everything is derived from `random()`, whose numbers Python promises to keep for a seed.

    Args:
        name: what is thrown for; another name gives other numbers.
    """

    def __init__(self, *name: object) -> None:
        seed = "/".join(str(part) for part in name)
        self._random = random.Random(seed)  # noqa: S311  # sample data, nothing to keep secret

    def share(self) -> float:
        """Return a number from 0 to below 1."""
        return self._random.random()

    def chance(self, probability: float) -> bool:
        """Tell whether an event of this probability happens."""
        return self.share() < probability

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def between(self, low: float, high: float) -> float:
        """Return a number from low to high, the middle more often than the ends."""
        return low + (high - low) * (self.share() + self.share()) / 2

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[int(self.share() * len(items))]

    def weighted(self, weights: Mapping[T, float]) -> T:
        """Return one of the keys, each as often as its weight says."""
        point = self.share() * sum(weights.values())
        for item, weight in weights.items():
            point -= weight
            if point < 0:
                return item
        return list(weights)[-1]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return the items in another order."""
        keys = [(self.share(), at) for at in range(len(items))]
        return [items[at] for _, at in sorted(keys)]
