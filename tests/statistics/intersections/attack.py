"""Whoever has the shown tables: what small groups can be worked out, by equations and by bounds.

The attacker is stronger than any reader: of a set of columns with one figure shown he has the
whole table, exact to the person, for those with the outcome and those without.
"""

from itertools import combinations, product

import numpy as np
from scipy.optimize import linprog

from waterpas.results import Measured
from waterpas.tallies.tally import Tally

SMALL = 10


class Attack:
    """All cells of all columns as unknowns; what is shown as equations."""

    def __init__(self, tally: Tally, known_empty=()):
        self.columns = tally.by
        self.levels = [tally.levels(column) for column in tally.by]
        self.cells = list(product(*self.levels))
        n = [self._count(tally, key, "n") for key in self.cells]
        cases = [self._count(tally, key, "cases") for key in self.cells]
        self.counts = {"cases": cases, "others": [a - b for a, b in zip(n, cases, strict=True)]}
        self.known_empty = [self._row(self.columns, key) for key in known_empty]

    @staticmethod
    def _count(tally, key, name):
        return getattr(tally.cells[key], name).value if key in tally.cells else 0

    def _row(self, columns, key):
        at = [self.columns.index(column) for column in columns]
        return [
            float(all(cell[a] == k for a, k in zip(at, key, strict=True))) for cell in self.cells
        ]

    def table(self, columns):
        """Every combination of levels of these columns, empty ones too."""
        return product(*(self.levels[self.columns.index(column)] for column in columns))

    def equations(self, shown):
        sets = [(), *shown]
        rows = [self._row(names, key) for names in sets for key in self.table(names)]
        return np.array([*rows, *self.known_empty])

    def small(self, shown):
        """Every combination of any set of columns that is small and not in a shown table."""
        for size in range(1, len(self.columns) + 1):
            for names in combinations(self.columns, size):
                for key in () if names in shown else self.table(names):
                    row = np.array(self._row(names, key))
                    for kind, counts in self.counts.items():
                        value = float(row @ counts)
                        if 0 < value < SMALL:
                            yield names, key, kind, row, value

    def solved(self, shown):
        """The small groups that follow from the equations alone."""
        known = self.equations(shown)
        rank = np.linalg.matrix_rank(known)
        return [
            (names, key, kind)
            for names, key, kind, row, _ in self.small(shown)
            if np.linalg.matrix_rank(np.vstack([known, row])) == rank
        ]

    def bounded(self, shown):
        """The small groups with the least and most they can be, no count being below nothing."""
        known = self.equations(shown)
        for names, key, kind, row, value in self.small(shown):
            right = known @ np.array(self.counts[kind])
            ends = [
                sign * linprog(sign * row, A_eq=known, b_eq=right, bounds=(0, None)).fun
                for sign in (1, -1)
            ]
            yield names, key, kind, value, ends


def shown_sets(result: Measured):
    """The sets of columns of which a figure is shown."""
    return {tuple(f.of) for f in result.figures if f.of and f.value is not None}
