"""`tally`: from a source to a Tally, in one grouped query."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from waterpas.errors import CallError
from waterpas.results import Question
from waterpas.tallies.asked import Asked
from waterpas.tallies.chains import count_steps
from waterpas.tallies.counting import finish
from waterpas.tallies.files import WORKBOOKS, open_file
from waterpas.tallies.frames import open_frame, open_list, unknown_source
from waterpas.tallies.people import count_outcome
from waterpas.tallies.private import private_folder, stoppable
from waterpas.tallies.table import Progress, Table
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

if TYPE_CHECKING:
    from waterpas.tallies.layouts import Layout


def tally(
    source: object,
    *,
    by: str | Sequence[str],
    outcome: str | None = None,
    amount: str | None = None,
    count: str | None = None,
    engine: str | None = None,
    layout: "str | Path | Mapping[str, object] | Layout | None" = None,
    steps: Sequence[str] | None = None,
    hit_rates: Sequence[str] = (),
    rounded_to: int | None = None,
    person: str | None = None,
    totals: str | None = None,
    numbers: str | Sequence[str] = (),
    question: Question | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Count a table: one cell per combination of levels of the columns `by`.

    Answers: "how many people are in each group, and to how many of them did this happen?" The rows
    are read once and not kept. It does not compare: see `compare_groups` and `chain`.

    Parameters
    ----------
    source : path, frame or list
        A .csv, .tsv, .txt, .xlsx, .xlsm, .ods or .parquet file; a frame of pandas, Polars, Arrow or
        DuckDB; or a list of dicts.
    by : str or sequence of str
        The columns to count by. A missing value is the level 'onbekend', and a note says how many.
    outcome : str, optional
        ``"COL=VALUE"``: VALUE against all other known values. ``"COL"``: exactly two values occur,
        and one of them is ja, yes, true or 1. Who has no outcome is not in `n` but in `unknown`.
        With a layout: the name of one of its steps, among the people who could get there.
    amount : str, optional
        A column of amounts. Rows without an amount are left out, and counted as such.
    count : str, optional
        The table holds ready-made counts, and this column says for how many people a row stands.
        With ``outcome="COL=VALUE"`` they all have that value; with ``outcome="COL"`` that column
        holds the number of cases out of them.
    engine : str, optional
        What does the counting. Files and lists: "duckdb"; a frame: the library that made it.
    layout : str, path or mapping, optional
        For a table of counts with groups in columns and steps in rows: the name of a layout that
        ships with Waterpas (``"cbs-duo-2014"``) or a YAML file. See docs/methoden/indeling.md.
    steps : sequence of str, optional
        The steps of a process, in order; each the name of a column, or ``"NAME:OF"`` where it is
        a part of another step than the one before it. Columns that hold only yes and no (or 1 and
        0): each row is a person. Columns that hold numbers: each row is a group, and the numbers
        are people.
    hit_rates : sequence of str, optional
        The steps that are only about those who were selected, such as "found guilty" among those
        who were checked. They are never shown without the selection.
    rounded_to : int, optional
        What the source rounded its counts to; only for ready-made counts.
    person : str, optional
        The column that says who it is, where one person can stand in several rows. It is used in
        the scan and then gone.
    totals : {"drop", "keep"}, optional
        What to do with rows that are sums of other rows. Without it they are refused by name.
    numbers : str or sequence of str, optional
        Columns of `by` whose levels are amounts or days. There a level is no total because as many
        people have it as have others together.
    question : Question, optional
        What is asked, in words. What it leaves open is taken from the layout.
    sheet : str, optional
        The sheet of a workbook. Without it the first that is not empty, and a note says which.
    progress : callable, optional
        Called with (stage, done, total); total can be None.

    Returns
    -------
    Tally

    Raises
    ------
    InputError
        If the source cannot be used as it is: one sentence says what, where, and how to mend it.
    CallError
        If the question does not fit the source.
    """
    asked = Asked(
        by=_columns(by),
        outcome=outcome,
        amount=amount,
        count=count,
        steps=tuple(steps or ()),
        hit_rates=tuple(hit_rates),
        rounded_to=rounded_to,
        person=person,
        totals=totals,
        numbers=_columns(numbers),
        question=question or Question(),
    )
    if layout is not None:
        return _with_layout(source, asked, layout, engine=engine, sheet=sheet, progress=progress)
    asked.check()
    _check_sheet(source, sheet)
    with open_source(source, sheet=sheet, progress=progress) as table:
        _check_engine(engine, table)
        return _count(table, asked, progress)


def _columns(by: object) -> tuple[str, ...]:
    """The columns to count by; what is no name is refused later, by its own value."""
    if isinstance(by, str):
        return (by,)
    return tuple(by) if isinstance(by, Iterable) else () if by is None else (by,)  # type: ignore[return-value] # what is no name is refused later


def _count(table: Table, asked: Asked, progress: Progress | None) -> Tally:
    if progress:
        progress("count", 0, None)
    found = count_steps(table, asked) if asked.steps else count_outcome(table, asked)
    return finish(table, asked, found)


def _with_layout(
    source: object,
    asked: Asked,
    layout: "str | Path | Mapping[str, object] | Layout",
    *,
    engine: str | None,
    sheet: str | None,
    progress: Progress | None,
) -> Tally:
    from waterpas.tallies.layouts import count_layout, load_layout

    asked.check_beside_layout()
    _check_sheet(source, sheet)
    if engine not in {None, "duckdb"} or not isinstance(source, str | Path):
        raise CallError(mark("Een indeling hoort bij een bestand: .xlsx, .xlsm, .ods of .csv."))
    return count_layout(Path(source), load_layout(layout), asked, sheet=sheet, progress=progress)


@contextmanager
def open_source(
    source: object, *, sheet: str | None = None, progress: Progress | None = None
) -> Iterator[Table]:
    """Open whatever a caller hands in as a table; everything temporary is gone afterwards."""
    with stoppable(), private_folder() as folder:
        if isinstance(source, str | Path):
            path = Path(source).absolute()
            with open_file(path, folder, sheet=sheet, progress=progress) as table:
                yield table
        elif isinstance(source, list | tuple):
            with open_list(source, folder) as table:
                yield table
        elif isinstance(source, Mapping) or source is None:
            raise unknown_source(source)
        else:
            with open_frame(source) as table:
                yield table


def _check_sheet(source: object, sheet: str | None) -> None:
    is_workbook = isinstance(source, str | Path) and Path(source).suffix.lower() in WORKBOOKS
    if sheet is not None and not is_workbook:
        raise CallError(
            mark("Een blad hoort bij een werkmap (.xlsx, .xlsm of .ods). Laat het blad weg.")
        )


def _check_engine(engine: str | None, table: Table) -> None:
    if engine not in {None, table.engine}:
        raise CallError(
            mark(
                "%(source)s wordt geteld door %(engine)s, niet door '%(asked)s'. Laat de engine "
                "weg."
            ),
            source=table.name,
            engine=table.engine,
            asked=engine,
        )
