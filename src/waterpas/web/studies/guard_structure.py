"""Whether rows stand for groups of people, or for people: by how often rows say the same."""

from collections import Counter
from collections.abc import Sequence

FEW_ROWS = 20  # below it nothing can be told by repetition
NEARLY_ALL = 0.8
EVEN = 1.5


def stand_for_groups(rows: int, combinations: int, levels: Sequence[tuple[int, int]]) -> bool:
    """Whether it is a table of counts.

    rows : how many; combinations : in how many ways the columns with words are filled; levels :
    per column with groups, in how many rows its rarest and its commonest group stand. In a table of
    counts a combination of groups has one row, or one per year: then every group has as many. Of
    people many are alike, and groups differ in size.
    """
    if rows < FEW_ROWS or combinations >= NEARLY_ALL * rows:
        return True
    return all(most <= EVEN * least for least, most in levels)


def of_rows(sample: Sequence[Sequence[str]], words: Sequence[int], groups: Sequence[int]) -> bool:
    """The same, for rows that are in memory."""

    def cell(row: Sequence[str], place: int) -> str:
        return row[place] if place < len(row) else ""

    used = [at for at in words if at in groups or not _identifies(sample, at)]
    combinations = {tuple(cell(row, at) for at in used) for row in sample}
    counts = [Counter(cell(row, at) for row in sample) for at in groups]
    levels = [(min(count.values()), max(count.values())) for count in counts if count]
    return stand_for_groups(len(sample), len(combinations), levels)


def identifies(distinct: int, rows: int) -> bool:
    """Whether a column tells rows apart, such as a number of a case."""
    return distinct > 0.6 * rows


def _identifies(sample: Sequence[Sequence[str]], place: int) -> bool:
    values = {row[place] for row in sample if place < len(row)}
    return identifies(len(values), len(sample))
