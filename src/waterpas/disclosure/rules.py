"""When a figure says too much about few people."""

from typing import Literal

from waterpas.results import GroupResult

Audience = Literal["internal", "council", "public"]
MINIMUM = 10


def too_small(group: GroupResult, *, minimum: int = MINIMUM) -> bool:
    """Whether a group's figures could say something about a few people.

    True with fewer people than the minimum in the group, among those with the outcome, or among
    those without it: where (almost) everybody or nobody has the outcome, the rate tells it of each.
    A count that the source rounded is taken as it was published.
    """
    n, cases = group.n.value, group.cases.value
    if n is None or cases is None:
        return True
    return min(n, cases, n - cases) < minimum
