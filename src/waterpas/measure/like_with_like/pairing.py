"""From a tally to pairs of groups: who has a counterpart in the same stratum, and who has not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from waterpas.measure.against import totals_of
from waterpas.measure.like_with_like.bounded import Between
from waterpas.measure.like_with_like.modelled import Columns
from waterpas.measure.like_with_like.strata import Stratum
from waterpas.measure.pairs_of_counts import Side, side_of
from waterpas.results import Count, People, Reference
from waterpas.tallies.tally import Cell, Key, Tally

NOBODY = Cell(n=Count.exact(0), cases=Count.exact(0))


@dataclass(frozen=True, slots=True)
class Pairing:
    """One group beside the reference: all of them, and per stratum those with a counterpart.

    `left` and `reference_left` have nobody of the other side in their stratum. `people` are all
    groups of people in it: the group, and the reference or each of the others.
    """

    level: str
    group: Side
    reference: Side
    between: Mapping[Key, Between]
    left: Side
    reference_left: Side
    people: tuple[People, ...]

    @property
    def exact(self) -> bool:
        """Whether no count was rounded or hidden."""
        return self.group.exact and self.reference.exact

    @property
    def hidden(self) -> bool:
        """Whether the source hid a count."""
        return self.group.hidden or self.reference.hidden

    @property
    def strata(self) -> tuple[Stratum, ...]:
        """The strata with people of both, by the counts as printed; without the hidden ones."""
        return tuple(_printed(each) for each in self.between.values() if _meets(each))

    @property
    def people_left(self) -> tuple[People, ...]:
        """Those without a counterpart, as groups of people of their own."""
        sides = (self.left, self.reference_left)
        return tuple(People(side.n, side.cases) for side in sides if side.n.value != 0)

    @property
    def matched(self) -> tuple[People, ...]:
        """The people of each side who have a counterpart, the group first."""
        both = tuple(self.between.values())
        none = Count.exact(0)
        return (
            People(sum((b.total for b in both), none), sum((b.cases for b in both), none)),
            People(
                sum((b.reference_total for b in both), none),
                sum((b.reference_cases for b in both), none),
            ),
        )

    @property
    def people_in_strata(self) -> tuple[People, ...]:
        """Per stratum those of each side.

        Several figures that weigh the strata differently tell together how many people each
        stratum holds, and so does one figure with all its digits.
        """
        sides = [
            People(n, cases)
            for each in self.between.values()
            for n, cases in (
                (each.total, each.cases),
                (each.reference_total, each.reference_cases),
            )
        ]
        return tuple(side for side in sides if side.n.high)

    def columns(self, given: Sequence[str]) -> Columns:
        """The levels of the given columns, stratum by stratum."""
        levels = tuple(key for key, each in self.between.items() if _meets(each))
        return Columns(tuple(given), levels)


def pairings(tally: Tally, *, across: str, reference: Reference) -> Iterator[Pairing]:
    """Each group beside the reference; `across` is the first column of the tally."""
    whole: dict[str, dict[Key, Cell]] = {}
    for (name, *rest), cell in tally.cells.items():
        whole.setdefault(name, {})[tuple(rest)] = cell
    totals = totals_of(tally, across)
    for name, cells in whole.items():
        if name == reference.level or name in totals:
            continue
        others = _others(whole, name, reference=reference, totals=totals)
        if others:
            yield _pairing(name, cells, others)


def _others(
    whole: Mapping[str, Mapping[Key, Cell]],
    name: str,
    *,
    reference: Reference,
    totals: frozenset[str],
) -> list[Mapping[Key, Cell]]:
    if reference.kind == "level":
        return [whole[reference.level or ""]]
    return [cells for other, cells in whole.items() if other != name and other not in totals]


def _pairing(name: str, cells: Mapping[Key, Cell], others: Sequence[Mapping[Key, Cell]]) -> Pairing:
    beside: dict[Key, Cell] = {}
    for each in others:
        for key, cell in each.items():
            beside[key] = beside[key] + cell if key in beside else cell
    both = {
        key: Between(*_counts(cells[key]), *_counts(beside[key])) for key in cells if key in beside
    }
    between = {key: each for key, each in both.items() if each.may_have_both}
    alone = {key for key in (*cells, *beside) if key not in between or _lacks_one(between[key])}
    sides = [side_of(_sum(each.values())) for each in (cells, *others)]
    return Pairing(
        level=name,
        group=sides[0],
        reference=side_of(_sum(beside.values())),
        between=between,
        left=side_of(_sum(cell for key, cell in cells.items() if key in alone)),
        reference_left=side_of(_sum(cell for key, cell in beside.items() if key in alone)),
        people=tuple(People(side.n, side.cases) for side in sides),
    )


def _counts(cell: Cell) -> tuple[Count, Count]:
    side = side_of(cell)
    return side.cases, side.n


def _lacks_one(each: Between) -> bool:
    """Nobody of one side, as printed; a hidden number may be anybody."""
    return each.total.value == 0 or each.reference_total.value == 0


def _meets(each: Between) -> bool:
    """People of both, and nothing of them hidden."""
    counts = (each.cases, each.total, each.reference_cases, each.reference_total)
    return all(count.value is not None for count in counts) and not _lacks_one(each)


def _printed(each: Between) -> Stratum:
    total, reference_total = each.total.value or 0, each.reference_total.value or 0
    return Stratum(
        min(each.cases.value or 0, total),
        total,
        min(each.reference_cases.value or 0, reference_total),
        reference_total,
    )


def _sum(cells: Iterable[Cell]) -> Cell:
    return reduce(add, cells, NOBODY)
