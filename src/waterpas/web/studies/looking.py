"""A table that was handed in, looked at: first whether it may be read, only then what is in it."""

from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from waterpas.errors import InputError
from waterpas.tallies.build import open_source
from waterpas.tallies.files import WORKBOOKS, check_file
from waterpas.tallies.table import Table as Source
from waterpas.web.studies import pointing
from waterpas.web.studies.carried import Carried
from waterpas.web.studies.counting import MINIMUM, fitting_layouts
from waterpas.web.studies.guard import Concern, Inspection, inspect
from waterpas.web.studies.guard_scan import inspect_all
from waterpas.web.studies.guard_structure import of_rows
from waterpas.web.studies.models import Row, Study
from waterpas.web.studies.pointing import Table
from waterpas.web.studies.profile import Profile, read_profile, read_top
from waterpas.web.studies.transit import open_path


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is: a known layout, a table that is stopped, or a table with its columns."""

    name: str
    sha256: str
    has_counts: bool
    layouts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    stopped: tuple[Concern, ...] = ()
    never_read: tuple[Concern, ...] = ()
    profile: Profile | None = None
    problem: InputError | None = None

    @property
    def can_be_pointed_at(self) -> bool:
        """Whether somebody can point out where the counts stand."""
        return self.has_counts and Path(self.name).suffix.lower() != ".parquet"


def look(carried: Carried, *, study: Study, has_counts: bool, sheet: str | None = None) -> Look:
    """Look at a file; InputError when it is none that can be read."""
    found = Look(carried.name, sha256(carried.content).hexdigest(), has_counts)
    with open_path(carried) as path:
        check_file(path)
        if layouts := fitting_layouts(path):
            return replace(found, layouts=tuple(layouts), has_counts=True)
        found = replace(found, sheets=_sheets(path))
        return _inspected(path, found, study=study, sheet=sheet)


def _sheets(path: Path) -> tuple[str, ...]:
    """The names of the sheets of a workbook, when there is something to choose."""
    if path.suffix.lower() not in WORKBOOKS:
        return ()
    table = pointing.read_table(path)
    return table.sheets if len(table.sheets) > 1 else ()


def _inspected(path: Path, found: Look, *, study: Study, sheet: str | None) -> Look:
    try:
        with open_source(path, sheet=sheet) as table:
            return _judged(table, found, study=study)
    except InputError as error:
        if not found.has_counts:
            raise
        return replace(found, problem=error)


def _judged(table: Source, found: Look, *, study: Study) -> Look:
    """First the header and a few rows; then values of the whole file; only then what is in it."""
    people = not found.has_counts and study.row != Row.OTHER
    top = read_top(table)
    first = inspect(
        top.header,
        top.sample,
        rows_are_people=people,
        has_counts=found.has_counts,
        header_row=top.header_row,
    )
    if first.stopped and not study.ground:
        return replace(found, stopped=first.stopped, never_read=first.never_read)
    whole = first.with_more(
        inspect_all(
            table,
            rows_are_people=people,
            has_counts=found.has_counts,
            header_row=top.header_row,
        )
    )
    if whole.stopped and not study.ground:
        return replace(found, stopped=whole.stopped, never_read=whole.never_read)
    profile = read_profile(
        table,
        never=whole.places_never_read,
        minimum=MINIMUM,
        has_counts=found.has_counts,
    )
    return replace(found, never_read=whole.never_read, profile=profile)


def inspect_table(table: Table) -> Inspection:
    """Whether a table of counts may be shown, to point in it."""
    header, _label = pointing.guess(table)
    names = [table.cell(header, place) for place in range(len(table.columns))]
    rows = table.rows[header:]
    return inspect(
        names,
        rows,
        rows_are_people=False,
        has_counts=True,
        header_row=header,
        are_groups=partial(of_rows, rows),
    )
