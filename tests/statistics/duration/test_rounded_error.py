"""The standard error of a mean is the largest of three tables: another may have a larger one."""

from pathlib import Path

from tests.statistics.duration.rounded import every_table
from waterpas.measure.waiting.bounds import Bounds, Part
from waterpas.measure.waiting.found import Group
from waterpas.results import Count

SAID = "in een andere mogelijke tabel kan zij iets groter zijn"


def test_that_another_table_may_have_a_larger_error_is_true_and_is_said():
    ends = [(2, "decided", 10), (8, "decided", 12), (11, "open", 12), (7, "open", 20)]
    parts = tuple(Part(float(day), how, Count(n, n - 2, n + 2)) for day, how, n in ends)
    bounds = Bounds(parts, 11.0)
    largest = max(Group(each, 11.0).mean.error for each in every_table(parts))

    assert bounds.error < largest < bounds.error + 0.02
    assert SAID in Path("docs/methoden/duration.md").read_text(encoding="utf-8")
