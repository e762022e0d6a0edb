"""The cells of a matrix: what its figures tell together, though none gives one of them."""

from collections.abc import Collection, Iterator, Mapping

from waterpas.measure.profile.choice import Choice
from waterpas.measure.profile.counted import Keep, Levels, counted
from waterpas.results import Count, People
from waterpas.tallies.tally import Cell, Tally

Inner = Mapping[str, tuple[People, ...]]  # per group


def chosen_row(
    tally: Tally, *, across: str, chosen: Choice, found: Choice, keep: Keep | None = None
) -> Inner:
    """Per group who was chosen, with those in whom something was found; and the unknown."""
    return _row(tally, across, chosen, found, flag=True, keep=keep)


def both_rows(
    tally: Tally, *, across: str, chosen: Choice, found: Choice, groups: Collection[str]
) -> Inner:
    """The same, and for the groups that were followed who was passed over as well."""
    passed = _row(tally, across, chosen, found, flag=False)
    followed = {group: row for group, row in passed.items() if group in groups}
    return together(_row(tally, across, chosen, found, flag=True), followed)


def together(*inner: Inner) -> Inner:
    """All cells of each group."""
    groups = dict.fromkeys(group for each in inner for group in each)
    return {group: tuple(c for each in inner for c in each.get(group, ())) for group in groups}


def of_all(inner: Inner) -> tuple[People, ...]:
    """The cells of all groups: from their sum and the others, those of one can be worked out."""
    return tuple(cell for cells in inner.values() for cell in cells)


def unknown_of(count: int) -> tuple[People, ...]:
    """Those of whom it is not known, as people; nothing where there is nobody."""
    return (People(Count.exact(count)),) if count else ()


def _row(
    tally: Tally,
    across: str,
    chosen: Choice,
    found: Choice,
    *,
    flag: bool,
    keep: Keep | None = None,
) -> Inner:
    def here(at: Levels) -> bool:
        return chosen.counts[at[chosen.column]] is flag and (keep is None or keep(at))

    cells = counted(tally, found, by=(across,), keep=here).cells
    return {group: tuple(_people(cell)) for (group,), cell in cells.items()}


def _people(cell: Cell) -> Iterator[People]:
    if cell.n.high:
        yield People(cell.n, cell.cases)
    yield from unknown_of(cell.unknown)
