"""Whether rows stand for groups of people, or for people: by how often rows say the same."""

from collections import Counter
from collections.abc import Sequence

FEW_ROWS = 20  # below it nothing can be told by repetition
NEARLY_ALL = 0.8
EVEN = 1.1
MOST_YEARS = 150  # different values of a column of years, ages or months


def stand_for_groups(
    rows: int, by_words: int, by_numbers: int, levels: Sequence[tuple[int, int]]
) -> bool:
    """Whether it is a table of counts.

    rows : how many; by_words : in how many ways the columns with words are filled; by_numbers : the
    same, together with years and ages; levels : per column with groups, in how many rows its rarest
    and its commonest group stand. In a table of counts a combination of groups has one row; or one
    per year, and then every group has as many. Of people many are alike, and groups differ in size.
    """
    if rows < FEW_ROWS or by_words >= NEARLY_ALL * rows:
        return True
    is_even = all(most <= EVEN * least for least, most in levels)
    return is_even and by_numbers >= NEARLY_ALL * rows


def of_rows(sample: Sequence[Sequence[str]], words: Sequence[int], groups: Sequence[int]) -> bool:
    """The same, for rows that are in memory."""

    def cell(row: Sequence[str], place: int) -> str:
        return row[place] if place < len(row) else ""

    def ways(places: Sequence[int]) -> int:
        return len({tuple(cell(row, at) for at in places) for row in sample})

    width = max(map(len, sample), default=0)
    used = [at for at in words if at in groups or not identifies(ways([at]), len(sample))]
    years = [at for at in range(width) if at not in words and ways([at]) <= MOST_YEARS]
    counts = [Counter(cell(row, at) for row in sample) for at in groups]
    levels = [(min(count.values()), max(count.values())) for count in counts if count]
    return stand_for_groups(len(sample), ways(used), ways([*used, *years]), levels)


def identifies(distinct: int, rows: int) -> bool:
    """Whether a column tells rows apart, such as a number of a case."""
    return distinct > 0.6 * rows
