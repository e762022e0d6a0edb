"""The tally: a table of cells, one per combination of the columns we look at.

Every statistic starts from here. Rows are compressed to a tally at the door and not kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from math import isclose
from operator import add
from pathlib import Path

from waterpas.errors import CallError
from waterpas.frozen import Deep, unchanging
from waterpas.results import Count, Note, Question, Source
from waterpas.tallies.cells import UNKNOWN, Cell, Key, Step
from waterpas.tallies.moments import Moments
from waterpas.tallies.other_values import merged
from waterpas.texts import mark

__all__ = ["UNKNOWN", "Cell", "Key", "Step", "Tally"]


@unchanging
@dataclass(frozen=True, slots=True)
class Tally(Deep):
    """Cells of counts (and moments) over the columns `by`, with where they came from.

    by : the columns, in order; cells : from a level per column to a Cell; outcome : the outcome
    in words ("Admit=Admitted"); amount : the column of the amount; origin : what was taken off
    every amount before its moments were made, so that large amounts keep their digits;
    rounded_to : what the source rounded its counts to; totals : the levels (column and level) that
    are sums of others and were kept; they are in no sum over groups.
    """

    by: tuple[str, ...]
    cells: Mapping[Key, Cell]
    sources: tuple[Source, ...]
    outcome: str | None = None
    amount: str | None = None
    origin: float = 0.0
    steps: tuple[Step, ...] = ()
    rounded_to: int | None = None
    question: Question = field(default_factory=Question)
    notes: tuple[Note, ...] = ()
    totals: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        """The tally of both tables together; both must look at the same thing.

        A person who stands in both tables counts twice; tallies that allow for repeated
        persons cannot be added, because who occurs in both is no longer known.
        """
        if not isinstance(other, Tally):
            return NotImplemented
        self._refuse_unlike(other)
        first, second = self, other._with_origin(self.origin)
        return replace(
            first,
            cells=_gather([*first.cells.items(), *second.cells.items()]),
            sources=_gather_sources(first.sources + second.sources),
            notes=merged((*first.notes, *second.notes, *_twice(self, other))),
            totals=tuple(dict.fromkeys(first.totals + second.totals)),
        )

    def roll_up(self, *, to: Iterable[str]) -> "Tally":
        """The same people over fewer columns, in the order asked for.

        Totals that were kept in a column that goes are left out: they would count twice.
        """
        columns = tuple(to)
        for column in columns:
            self.position(column)
        if self.has_repeats and set(columns) != set(self.by):
            raise CallError(
                mark(
                    "Deze telling houdt rekening met personen die vaker voorkomen en kan niet over "
                    "minder kolommen worden opgeteld. Maak de telling opnieuw met alleen: %(by)s."
                ),
                by=", ".join(columns),
            )
        places = [self.position(column) for column in columns]
        gone = [column for column in self.by if column not in columns]
        once = self.without_totals(gone).cells.items()
        cells = _gather((tuple(key[i] for i in places), cell) for key, cell in once)
        totals = tuple(each for each in self.totals if each[0] in columns)
        return replace(self, by=columns, cells=cells, totals=totals)

    def without_totals(self, columns: Iterable[str] | None = None) -> "Tally":
        """Without the levels of these columns (all, if None) that are sums of other levels."""
        among = self.by if columns is None else tuple(columns)
        drop = {each for each in self.totals if each[0] in among}
        cells = {
            key: cell
            for key, cell in self.cells.items()
            if not drop.intersection(zip(self.by, key, strict=True))
        }
        return replace(self, cells=cells) if cells and drop else self

    def where(self, keep: Callable[[Mapping[str, str]], bool]) -> "Tally":
        """Only the cells whose levels (column to level) pass `keep`."""
        cells = {
            key: cell
            for key, cell in self.cells.items()
            if keep(dict(zip(self.by, key, strict=True)))
        }
        return replace(self, cells=cells)

    def levels(self, column: str) -> tuple[str, ...]:
        """The levels of one column, in the order of the cells."""
        place = self.position(column)
        return tuple(dict.fromkeys(key[place] for key in self.cells))

    def position(self, column: str) -> int:
        """Where a column stands in the keys; CallError if it is not there."""
        if column not in self.by:
            raise CallError(
                mark("De kolom '%(column)s' staat niet in de telling. Wel: %(by)s."),
                column=column,
                by=", ".join(self.by),
            )
        return self.by.index(column)

    @property
    def has_repeats(self) -> bool:
        """Whether the tally allows for persons who stand in several rows."""
        return any(cell.repeats for cell in self.cells.values())

    @property
    def has_repeated_persons(self) -> bool:
        """Whether a person does stand in several rows of one cell."""
        return any(
            cell.repeats and cell.n.value and cell.repeats.persons < cell.n.value
            for cell in self.cells.values()
        )

    @property
    def total(self) -> Cell:
        """All cells together, each person once."""
        cells = self.without_totals().cells
        return reduce(add, cells.values()) if cells else Cell(n=Count.exact(0))

    def equals(self, other: "Tally", *, rel: float = 1e-9) -> bool:
        """Whether two tallies hold the same: counts exactly, means and squares to `rel`.

        The order of adding differs per engine, so sums of amounts differ in their last digits.
        """
        same = (self.by, self.outcome, self.amount, set(self.cells), self.rounded_to)
        if same != (other.by, other.outcome, other.amount, set(other.cells), other.rounded_to):
            return False
        second = other._with_origin(self.origin)
        scale = max(abs(self.origin - other.origin), self._reach(), second._reach())
        return all(
            _alike(cell, second.cells[key], origin=self.origin, scale=scale, rel=rel)
            for key, cell in self.cells.items()
        )

    def _reach(self) -> float:
        """How far the mean of a cell lies from the origin, at most: sums are as exact as that."""
        return max(
            (abs(cell.amount.mean) for cell in self.cells.values() if cell.amount), default=0
        )

    def _with_origin(self, origin: float) -> "Tally":
        if origin == self.origin:
            return self
        shift = self.origin - origin
        cells = {
            key: replace(cell, amount=cell.amount and cell.amount.shifted(shift))
            for key, cell in self.cells.items()
        }
        return replace(self, cells=cells, origin=origin)

    def _refuse_unlike(self, other: "Tally") -> None:
        mine = (self.by, self.outcome, self.amount, self.steps, self.rounded_to)
        if mine != (other.by, other.outcome, other.amount, other.steps, other.rounded_to):
            raise CallError(
                mark(
                    "Twee tellingen kunnen alleen bij elkaar als zij dezelfde kolommen, uitkomst "
                    "en afronding hebben."
                )
            )
        if self.has_repeats or other.has_repeats:
            raise CallError(
                mark(
                    "Een telling die rekening houdt met personen die vaker voorkomen, kan niet bij "
                    "een andere worden opgeteld. Tel beide bronnen samen in één keer."
                )
            )

    def to_frame(self) -> object:
        """One row per cell, as a frame of the library at hand (Polars, pandas or Arrow).

        A column that is called as one of the counts gets `group_` in front of its name.
        """
        from waterpas.tallies import framed

        return framed.frame_of(framed.cell_rows(self))

    def to_json(self) -> str:
        """The tally as JSON text; `Tally.from_json` reads it back."""
        from waterpas.tallies import store

        return store.to_json(self)

    @staticmethod
    def from_json(text: str) -> "Tally":
        """Read a tally written by `to_json`."""
        from waterpas.tallies import store

        return store.from_json(text)

    def to_parquet(self, path: "str | Path") -> None:
        """Write the tally as a Parquet file; `Tally.from_parquet` reads it back."""
        from waterpas.tallies import store

        store.to_parquet(self, path)

    @staticmethod
    def from_parquet(path: "str | Path") -> "Tally":
        """Read a tally written by `to_parquet`."""
        from waterpas.tallies import store

        return store.from_parquet(path)


def _gather(pairs: Iterable[tuple[Key, Cell]]) -> dict[Key, Cell]:
    cells: dict[Key, Cell] = {}
    for key, cell in pairs:
        cells[key] = cells[key] + cell if key in cells else cell
    return cells


def _gather_sources(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(sorted(sources, key=lambda source: (source.name, source.sha256 or "")))


def _twice(one: Tally, other: Tally) -> Iterable[Note]:
    """A warning for each source that is in both: its people are counted twice."""
    seen = {source.sha256 for source in one.sources} - {None}
    for source in other.sources:
        if source.sha256 in seen:
            yield Note("same-source", {"source": source.name})


def _alike(a: Cell, b: Cell, *, origin: float, scale: float, rel: float) -> bool:
    counts = (a.n, a.cases, a.unknown, a.steps) == (b.n, b.cases, b.unknown, b.steps)
    alike = _alike_amounts(a.amount, b.amount, origin=origin, scale=scale, rel=rel)
    return counts and alike and a.repeats == b.repeats


def _alike_amounts(
    a: Moments | None, b: Moments | None, *, origin: float, scale: float, rel: float
) -> bool:
    if a is None or b is None:
        return a is b
    return (
        a.count == b.count
        and isclose(origin + a.mean, origin + b.mean, rel_tol=rel, abs_tol=rel * scale)
        and isclose(a.m2, b.m2, rel_tol=rel, abs_tol=a.count * (rel * scale) ** 2)
    )
