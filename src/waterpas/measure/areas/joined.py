"""Counts per area, with the group's share of each area beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waterpas.codebooks.neighbourhoods import ROUNDED_TO, has_people, is_secret
from waterpas.errors import CallError, Named
from waterpas.measure.areas.bounds import Place, Share
from waterpas.measure.areas.shares import (
    HIDDEN,
    once_each,
    share_of,
    share_of_numbers,
    shares_by_area,
)
from waterpas.results import Count, People
from waterpas.tallies.neighbourhoods import Neighbourhood, Neighbourhoods
from waterpas.tallies.rounding import rounded
from waterpas.tallies.tally import UNKNOWN, Cell, Tally
from waterpas.texts import mark

EVERYBODY, SOME = "everybody", "some"
LEFT_OUT = "areas-left-out"  # the note on areas without a share


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of an area beside the counts: the group's share, and how many live there."""

    share: Share
    residents: Count | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its counts, and what is known beside them."""

    level: str
    cell: Cell
    beside: Beside

    @property
    def cases(self) -> Count:
        """To how many it happened."""
        return self.cell.cases or Count.exact(0)

    def place(self, counted: str) -> Place:
        """The area as bounds take it, where all residents were counted, or some of them."""
        n, share, residents = self.cell.n, self.beside.share, self.beside.residents
        if counted == EVERYBODY:
            return Place(n, self.cases, share)
        if residents is None:
            return Place(n, self.cases, HIDDEN)
        return Place(n, self.cases, share, residents)


@dataclass(frozen=True, slots=True)
class Joined:
    """The areas that have a share beside them (known or secret), and those that have none."""

    areas: tuple[Area, ...]
    left_out: tuple[str, ...] = ()

    @property
    def hidden(self) -> int:
        """Of how many areas the share is not known."""
        return sum(area.beside.share.value is None for area in self.areas)


def joined(cells: Mapping[str, Cell], beside: Mapping[str, Beside]) -> Joined:
    """Counts and shares by the code of the area; an unknown area is in neither list."""
    known = {level: cell for level, cell in cells.items() if level != UNKNOWN}
    areas = tuple(
        Area(level, cell, beside[level]) for level, cell in known.items() if level in beside
    )
    return Joined(areas, tuple(level for level in known if level not in beside))


def together(areas: Iterable[Area]) -> People:
    """All people in these areas."""
    whole = sum((each.cell for each in areas), Cell(n=Count.exact(0), cases=Count.exact(0)))
    return People(whole.n, whole.cases)


def cells_by_area(tally: Tally, across: str) -> dict[str, Cell]:
    """The counts of each area."""
    rolled = tally if tally.by == (across,) else tally.roll_up(to=(across,))
    return {key[0]: cell for key, cell in rolled.without_totals().cells.items()}


def in_table(tally: Tally, *, across: str, share: str, residents: str | None) -> dict[str, Beside]:
    """What the table itself says of each area, in columns of its own.

    Of an area that was not in the file that was joined to it before: nothing.
    """
    place, at = tally.position(across), tally.position(share)
    gone = not_in_file(tally)
    keys = [key for key in tally.cells if key[place] not in gone]
    living: dict[str, Count | None] = {}
    if residents is not None:
        where = tally.position(residents)
        living = {key[place]: _people(key[where], column=residents) for key in keys}
    pairs = [(key[place], key[at]) for key in keys]
    if not has_people(share):
        shares = shares_by_area(pairs, column=share)
    else:
        shares = _out_of_people(pairs, living, column=share)
    return {area: Beside(found, living.get(area)) for area, found in shares.items()}


def _out_of_people(
    pairs: Iterable[tuple[str, str]], living: Mapping[str, Count | None], *, column: str
) -> dict[str, Share]:
    """The share of each area, out of how many people of the group live there."""
    if not living:
        raise CallError(
            mark(
                "In kolom '%(column)s' staan aantallen mensen, en geen percentages. Kies dan ook "
                "de kolom met alle inwoners (%(residents)s)."
            ),
            column=column,
            residents=Named("residents", "--residents"),
        )
    found = {}
    for area, text in once_each(pairs, column=column).items():
        own, residents = _people(text, column=column), living[area]
        numbers = [None if count is None else count.value for count in (own, residents)]
        found[area] = share_of_numbers(*numbers, rounded_to=ROUNDED_TO)
    return found


def not_in_file(tally: Tally) -> frozenset[str]:
    """The areas that the file did not know that was joined to these counts."""
    names = [note.fields["levels"] for note in tally.notes if note.code == LEFT_OUT]
    return frozenset(level for each in names if isinstance(each, tuple) for level in each)


def _people(text: str, *, column: str) -> Count | None:
    if is_secret(text):
        return None
    try:
        found = int(float(text.replace(",", ".")))
    except ValueError:
        found = -1
    if found < 0:
        raise CallError(
            mark("In kolom '%(column)s' staat '%(value)s'. Dat is geen aantal bewoners."),
            column=column,
            value=text,
        )
    return rounded(found, to=ROUNDED_TO)


def in_file(levels: tuple[str, ...], found: Neighbourhoods, *, of: str) -> dict[str, Beside]:
    """What the figures of CBS say of each area in the counts, by its code; see `areas_in`."""
    return {level: _beside(area, of) for level, area in areas_in(levels, found, of=of).items()}


def areas_in(
    levels: tuple[str, ...], found: Neighbourhoods, *, of: str
) -> dict[str, Neighbourhood]:
    """The areas of a file that are in the counts, by their level there.

    Raises
    ------
    CallError
        If the file does not know the group, or none of the codes.
    """
    if of not in found.groups:
        raise CallError(
            mark("Het bestand %(source)s heeft geen cijfers over '%(of)s'. Wel over: %(groups)s."),
            source=found.source.name,
            of=of,
            groups=", ".join(found.groups),
        )
    by_code = {level: found.areas.get(level.strip().upper()) for level in levels}
    if not any(by_code.values()):
        raise CallError(
            mark(
                "Geen enkel gebied uit de telling staat in %(source)s. De telling heeft "
                "bijvoorbeeld '%(level)s', het bestand '%(code)s'. Gebruik in beide dezelfde codes."
            ),
            source=found.source.name,
            level=levels[0] if levels else "",
            code=next(iter(found.areas)),
        )
    return {level: area for level, area in by_code.items() if area is not None}


def _beside(area: Neighbourhood, of: str) -> Beside:
    if of in area.percentages:
        text = area.percentages[of]
        return Beside(HIDDEN if text is None else share_of(text, column=of), area.residents)
    residents = area.residents.value if area.residents else None
    share = share_of_numbers(area.numbers.get(of), residents, rounded_to=ROUNDED_TO)
    return Beside(share, area.residents)
