"""Whether rows stand for groups of people, or for people: by how often rows say the same."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from waterpas.web.studies.guard_crossed import are_crossed

FEW_ROWS = 20  # below it nothing can be told by repetition
NEARLY_ALL = 0.8
EVEN = 1.1


def stand_for_groups(
    rows: int, by_words: int, levels: Sequence[tuple[int, int]], crossed: Callable[[], bool]
) -> bool:
    """Whether it is a table of counts.

    rows : how many; by_words : in how many ways the columns with words are filled; levels : per
    column with groups, in how many rows its rarest and its commonest group stand; crossed : whether
    each combination with years, ages and the like has one row. In a table of counts a combination
    of groups has one row; or one per year, and then every group has as many. Of people many are
    alike, and groups differ in size.
    """
    if rows < FEW_ROWS or by_words >= NEARLY_ALL * rows:
        return True
    return all(most <= EVEN * least for least, most in levels) and crossed()


def of_rows(sample: Sequence[Sequence[str]], words: Sequence[int], groups: Sequence[int]) -> bool:
    """The same, for rows that are in memory."""

    def cell(row: Sequence[str], place: int) -> str:
        return row[place] if place < len(row) else ""

    def ways(places: Sequence[int]) -> int:
        return len({tuple(cell(row, at) for at in places) for row in sample})

    width, rows = max(map(len, sample), default=0), len(sample)
    levels = {at: ways([at]) for at in range(width)}
    others = [at for at in range(width) if not identifies(levels[at], rows)]
    used = [at for at in words if at in groups or at in others]
    counts = [Counter(cell(row, at) for row in sample) for at in groups]
    sizes = [(min(count.values()), max(count.values())) for count in counts if count]
    crossed = partial(are_crossed, rows, groups=groups, others=others, levels=levels, ways=ways)
    return stand_for_groups(rows, ways(used), sizes, crossed)


def identifies(distinct: int, rows: int) -> bool:
    """Whether a column tells rows apart, such as a number of a case."""
    return distinct > 0.6 * rows
