"""In what steps mean pay may leave of counts with a small cell, so that nobody can be counted."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from waterpas.measure.paid.amounts import Amounts
from waterpas.measure.paid.asked import Asked
from waterpas.measure.rounding import is_exact
from waterpas.results import NOTHING_UNSEEN, Count, People, Unseen
from waterpas.tallies.tally import Tally

FEWEST = 10
FEW_AMOUNTS = 12
TWENTY, TWO = 20, 2
TAILS = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Leaving:
    """How many amounts the side with the fewest has, how far all lie apart, and the largest.

    `amounts`: none of counts that were rounded or hidden, so that of those only words leave.
    `middle`: how far the middle nine tenths lie apart, of everybody or of one of the groups. All
    but the first are about all groups that may be shown, so that another reference gives the same
    steps, and those tell nothing of a hidden group.
    """

    amounts: int
    middle: float
    apart: float
    largest: float

    def step(self, people: int) -> float:
        """In what steps the mean of so many people may leave.

        How much it moves when twenty of them earn the least instead of the most: in smaller steps a
        handful of people could be counted. And at least what two people move whose amounts lie at
        the very ends: else the pay of one who earns far more than all others could be read from it.
        Everybody knows a few amounts, such as the steps of a scale, and can try all counts that
        fit: then it is as large as the amounts themselves, so that only words leave. And so it is
        of rounded counts: each moves by five or ten people at once, and with its bounds there are
        so many amounts that one of them always shows it.
        """
        if self.amounts <= FEW_AMOUNTS:
            return self.largest
        return max(TWENTY * self.middle, TWO * self.apart) / people


def cells_of_pay(tally: Tally, asked: Asked) -> Iterator[People]:
    """The cells in which somebody is; of a group with a few amounts also where only others are.

    Who knows the amounts can try all counts: there it may not be told of a small cell that somebody
    is in it.
    """
    some = {key: cell.n for key, cell in tally.cells.items() if cell.n.high}
    # A count that may be under ten is a small one, whatever was printed.
    yield from (People(Count.exact(n.low)) for n in some.values())
    group, amount = (tally.position(each) for each in (asked.across, asked.amount))
    paid = Counter(at for at, _ in {(key[group], key[amount]) for key in some})
    few = [each for each, amounts in paid.items() if amounts <= FEW_AMOUNTS]
    others = {(key[:group], key[group + 1 :]) for key in some}
    for (before, after), each in product(others, few):
        if (*before, each, *after) not in some:
            yield People(Count.exact(0))


def leaving_of(
    tally: Tally,
    asked: Asked,
    amounts: Amounts,
    pair: tuple[str, str],
    unseen: Unseen = NOTHING_UNSEEN,
) -> Leaving:
    """How the amounts in a table lie apart, for a group and its reference (`pair`).

    Groups that may have fewer than ten people are left out, and those of which the gap is hidden.
    """
    surely = _paid(tally, asked, amounts, lambda n: n.low)
    groups = {
        level: paid
        for level, paid in _paid(tally, asked, amounts, lambda n: n.high).items()
        if surely[level].total() >= FEWEST and not unseen.hides({asked.across: level}, ["gap"])
    }
    some = list(groups.values())
    everybody = sum(some, Counter[float]())
    return Leaving(
        amounts=min(len(groups.get(each, ())) for each in pair) if is_exact(tally) else 0,
        middle=max((_middle(each) for each in (*some, everybody)), default=0.0),
        apart=max(everybody, default=0.0) - min(everybody, default=0.0),
        largest=max(everybody, default=0.0),
    )


def _paid(
    tally: Tally, asked: Asked, amounts: Amounts, counted: Callable[[Count], int]
) -> Mapping[str, Counter[float]]:
    """How many people of each group earn each amount; `counted`: at most, or at least."""
    group, amount = (tally.position(each) for each in (asked.across, asked.amount))
    found: dict[str, Counter[float]] = {each: Counter() for each in tally.levels(asked.across)}
    for key, cell in tally.cells.items():
        if key[amount] in amounts.values and counted(cell.n):
            found[key[group]][amounts.values[key[amount]]] += counted(cell.n)
    return found


def _middle(paid: Counter[float]) -> float:
    """How far the middle nine tenths of these people lie apart."""
    ends, passed, total = [], 0, paid.total()
    for amount in sorted(paid):
        before, passed = passed / total, (passed + paid[amount])
        ends += [amount for tail in TAILS if before < tail <= passed / total]
    return ends[-1] - ends[0] if ends else 0.0
