"""Counts per area, with the group's share of each area beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waterpas.codebooks.neighbourhoods import ROUNDED_TO
from waterpas.errors import CallError
from waterpas.measure.areas.bounds import Place, Share
from waterpas.measure.areas.shares import HIDDEN, share_of, share_of_numbers, shares_by_area
from waterpas.results import Count, People
from waterpas.tallies.neighbourhoods import Neighbourhood, Neighbourhoods
from waterpas.tallies.rounding import rounded
from waterpas.tallies.tally import UNKNOWN, Cell, Tally
from waterpas.texts import mark

EVERYBODY, SOME = "everybody", "some"


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
    """What the table itself says of each area, in columns of its own."""
    place, at = tally.position(across), tally.position(share)
    shares = shares_by_area(((key[place], key[at]) for key in tally.cells), column=share)
    if residents is None:
        return {area: Beside(found) for area, found in shares.items()}
    living = tally.position(residents)
    people = {key[place]: _residents(key[living], column=residents) for key in tally.cells}
    return {area: Beside(found, people[area]) for area, found in shares.items()}


def _residents(text: str, *, column: str) -> Count | None:
    from waterpas.codebooks.neighbourhoods import is_secret

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
    """What the figures of CBS say of each area in the counts, by its code.

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
    return {level: _beside(area, of) for level, area in by_code.items() if area is not None}


def _beside(area: Neighbourhood, of: str) -> Beside:
    if of in area.percentages:
        text = area.percentages[of]
        return Beside(HIDDEN if text is None else share_of(text, column=of), area.residents)
    residents = area.residents.value if area.residents else None
    share = share_of_numbers(area.numbers.get(of), residents, rounded_to=ROUNDED_TO)
    return Beside(share, area.residents)
