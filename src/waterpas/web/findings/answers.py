"""How findings are answered. The app that keeps the actions fills this in at start-up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answered:
    """The actions that answer one finding: how many, and how many of them work or are diluted."""

    count: int = 0
    works: int = 0
    diluted: int = 0

    @property
    def all_diluted(self) -> bool:
        """Whether there were actions, and nothing is left of them."""
        return 0 < self.count == self.diluted


Answers = Callable[[Sequence[int]], Mapping[int, Answered]]
NONE = Answered()
_SOURCES: list[Answers] = []


def register_answers(source: Answers) -> None:
    """Say who knows the answers. There is one who knows; the last one said counts."""
    _SOURCES[:] = [source]


def answers(pks: Sequence[int]) -> dict[int, Answered]:
    """The answers to these findings; a finding without actions has `NONE`."""
    known = _SOURCES[0](pks) if _SOURCES and pks else {}
    return {pk: known.get(pk, NONE) for pk in pks}
