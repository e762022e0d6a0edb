"""From a table of counts and its layout to a tally."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from waterpas.errors import CallError, InputError, Named
from waterpas.results import Question
from waterpas.tallies.asked import Asked, question_of
from waterpas.tallies.layouts.crosses import check_crosses
from waterpas.tallies.layouts.grid import Reader, read_grid
from waterpas.tallies.layouts.layout import Layout
from waterpas.tallies.of_step import named_step
from waterpas.tallies.steps import check_nested, check_steps
from waterpas.tallies.table import Progress
from waterpas.tallies.tally import Cell, Key, Step, Tally
from waterpas.tallies.totals import find_totals, kept, kept_notes, refuse_totals, without_totals
from waterpas.texts import mark


def count_layout(
    path: Path,
    layout: Layout,
    asked: Asked,
    *,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Read the counts that the layout points at."""
    by = _by(layout, asked)
    _refuse_other_rounding(layout, asked)
    rounding = asked.rounded_to if asked.rounded_to is not None else layout.rounded_to
    _refuse_other_sheet(layout, sheet)
    layout = replace(layout, rounded_to=rounding, sheet=sheet or layout.sheet)
    grid = read_grid(path.absolute(), layout, progress)
    reader = Reader(grid, layout)
    check_crosses(reader, layout)
    if len(by) == 2:
        steps, cells = _strata_cells(reader, layout, by)
    else:
        steps, cells = _cells(reader, layout)
    reader.check_marks()
    check_nested(cells, steps)
    totals = find_totals(cells, by, counted=True)
    if totals and asked.totals is None:
        refuse_totals(totals, source=grid.source)
    if totals and asked.totals == "drop":
        cells = without_totals(cells, by, totals)
    held = totals if asked.totals == "keep" else []
    counted = Tally(
        by=by,
        cells=cells,
        sources=(reader.source(),),
        steps=steps,
        rounded_to=rounding,
        question=question_of(asked.question, _question(layout, by)),
        notes=(layout.published, *reader.notes(), *kept_notes(held)),
        totals=kept(held),
    )
    return named_step(counted, asked.outcome, layout=layout.id) if asked.outcome else counted


def _refuse_other_rounding(layout: Layout, asked: Asked) -> None:
    said, known = asked.rounded_to, layout.rounded_to
    if said is not None and known is not None and said != known:
        raise CallError(
            mark(
                "De indeling %(layout)s zegt dat de aantallen zijn afgerond op %(known)s, niet op "
                "%(said)s. Laat de afronding weg, of verbeter de indeling."
            ),
            layout=layout.id,
            known=known,
            said=said,
        )


def _refuse_other_sheet(layout: Layout, sheet: str | None) -> None:
    if sheet and layout.sheet and sheet != layout.sheet:
        raise CallError(
            mark("De indeling %(layout)s leest het blad '%(own)s'. Laat het blad '%(sheet)s' weg."),
            layout=layout.id,
            own=layout.sheet,
            sheet=sheet,
        )


def _question(layout: Layout, by: Sequence[str]) -> Question:
    """The question of the layout, with the names of the columns that are counted by."""
    labels = {column: named for column, named in layout.question.labels.items() if column in by}
    return replace(layout.question, labels=labels)


def _by(layout: Layout, asked: Asked) -> tuple[str, ...]:
    offered: list[tuple[str, ...]] = [(layout.column,)]
    if layout.strata_column:
        offered += [(layout.column, layout.strata_column), (layout.strata_column, layout.column)]
    if asked.by == (layout.strata_column,):
        raise _only_within(layout, asked.by[0])
    if asked.by and asked.by not in offered:
        raise CallError(
            mark("De indeling %(layout)s telt naar %(offered)s, niet naar %(asked)s."),
            layout=layout.id,
            offered=" + ".join(offered[-1] if len(offered) == 1 else offered[1]),
            asked=", ".join(asked.by),
        )
    return asked.by or offered[0]


def _only_within(layout: Layout, column: str) -> CallError:
    """The column of the strata cannot be the groups: it divides each of them."""
    return CallError(
        mark(
            "In de indeling %(layout)s zijn de groepen die van '%(groups)s'. De kolom '%(column)s' "
            "verdeelt elke groep verder, en kan niet de groepen zelf zijn. Kies %(how)s."
        ),
        layout=layout.id,
        groups=layout.column,
        column=column,
        how=Named(f'by=["{layout.column}", "{column}"]', f"--across {layout.column} --by {column}"),
    )


def _cells(reader: Reader, layout: Layout) -> tuple[tuple[Step, ...], dict[Key, Cell]]:
    cells: dict[Key, Cell] = {}
    for group in layout.groups:
        counts = tuple(reader.count(layout.rows[step.id], group.level) for step in layout.steps)
        cells[(group.level,)] = Cell(n=counts[0], steps=counts)
    return layout.steps, cells


def _strata_cells(
    reader: Reader, layout: Layout, by: Sequence[str]
) -> tuple[tuple[Step, ...], dict[Key, Cell]]:
    """The cells per group and stratum; only the steps that the strata have."""
    first = set(layout.strata[0].rows)
    steps = check_steps([step for step in layout.steps if step.id in first])
    cells: dict[Key, Cell] = {}
    for group in layout.groups:
        for stratum in layout.strata:
            if set(stratum.rows) != first:
                raise InputError(
                    mark(
                        "In de indeling %(layout)s hebben niet alle '%(column)s' dezelfde stappen. "
                        "Geef ze dezelfde stappen."
                    ),
                    layout=layout.id,
                    column=layout.strata_column,
                )
            counts = tuple(reader.count(stratum.rows[step.id], group.level) for step in steps)
            levels = (group.level, stratum.level)
            cells[levels if by[0] == layout.column else levels[::-1]] = Cell(
                n=counts[0], steps=counts
            )
    return steps, cells
