"""What was asked about areas: refused where it does not fit the counts, in one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from waterpas.codebooks.neighbourhoods import GROUPS, OUTSIDE_EUROPE, group_of
from waterpas.errors import CallError, Named, SmallAreas
from waterpas.measure.areas.joined import (
    EVERYBODY,
    SOME,
    Beside,
    Joined,
    cells_by_area,
    in_file,
    in_table,
    joined,
)
from waterpas.measure.areas.larger import in_larger
from waterpas.measure.areas.small import how_many_small
from waterpas.tallies.neighbourhoods import Neighbourhoods, read_neighbourhoods
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

COUNTED = (SOME, EVERYBODY)
SMALL = mark(
    "In %(small)s van de %(areas)s gebieden zijn er minder dan tien mensen met of zonder de "
    "uitkomst. Dan tonen wij geen enkel cijfer. Neem gebieden samen in een groter gebied, zoals de "
    "wijk."
)
STILL_SMALL = mark(
    "Ook in %(small)s van de %(areas)s grotere gebieden zijn er minder dan tien mensen met of "
    "zonder de uitkomst. Dan tonen wij geen enkel cijfer. Kies een kolom met minder en nog grotere "
    "gebieden."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which column holds the areas, where the shares are, and who was counted."""

    across: str
    of: str
    counted: str
    share: str | None = None
    residents: str | None = None
    neighbourhoods: Neighbourhoods | None = None
    larger: str | None = None

    def joined(self, tally: Tally) -> Joined:
        """The counts per area, with what is known beside them; of larger areas where asked."""
        cells = cells_by_area(tally, self.across)
        found = joined(cells, self._beside(tally, tuple(cells)))
        if self.larger is None:
            return found
        return in_larger(found, tally, across=self.across, larger=self.larger, counted=self.counted)

    def _beside(self, tally: Tally, levels: tuple[str, ...]) -> dict[str, Beside]:
        if self.neighbourhoods is not None:
            return in_file(levels, self.neighbourhoods, of=self.of)
        return in_table(
            tally.without_totals(),
            across=self.across,
            share=str(self.share),
            residents=self.residents,
        )


def asked_of(
    tally: Tally,
    *,
    across: str,
    share: str | None,
    residents: str | None,
    neighbourhoods: object,
    of: str | None,
    counted: str,
    larger: str | None,
) -> Asked:
    """The question, checked against the counts."""
    _check_columns(tally, [across, *(each for each in (share, residents, larger) if each)])
    if counted not in COUNTED:
        raise CallError(
            mark("Kies bij '%(name)s' een van deze: %(choices)s; opgegeven is '%(counted)s'."),
            name=Named("counted", "--counted"),
            choices=", ".join(COUNTED),
            counted=counted,
        )
    if (share is None) == (neighbourhoods is None):
        raise CallError(
            mark(
                "Zeg waar de percentages per gebied staan: in een kolom van de telling "
                "(%(share)s), of in een bestand van het CBS (%(file)s). Een van beide."
            ),
            share=Named("share", "--share"),
            file=Named("neighbourhoods", "--neighbourhoods"),
        )
    found = None if neighbourhoods is None else _read(neighbourhoods)
    return Asked(
        across=across,
        of=_group(of, share),
        counted=counted,
        share=share,
        residents=residents,
        neighbourhoods=found,
        larger=larger,
    )


def _read(given: object) -> Neighbourhoods:
    if isinstance(given, Neighbourhoods):
        return given
    return read_neighbourhoods(Path(given) if isinstance(given, str) else given)


def _group(of: str | None, share: str | None) -> str:
    """The group that was asked for; else what the name of the column says; empty: not known."""
    if of is not None and of not in GROUPS:
        raise CallError(
            mark("Kies bij '%(name)s' een van deze: %(choices)s; opgegeven is '%(of)s'."),
            name=Named("of", "--of"),
            choices=", ".join(GROUPS),
            of=of,
        )
    return of or (OUTSIDE_EUROPE if share is None else group_of(share))


def _check_columns(tally: Tally, named: Sequence[str]) -> None:
    for column in named:
        tally.position(column)
    if len(set(named)) < len(named):
        raise CallError(
            mark(
                "De gebieden, het percentage, het aantal bewoners en het grotere gebied staan elk "
                "in een eigen kolom. Een kolom staat er twee keer: %(columns)s."
            ),
            columns=", ".join(named),
        )
    if tally.has_repeated_persons:
        raise CallError(
            mark(
                "In deze telling staat één mens in meer rijen. Bij wijkcijfers telt elk mens één "
                "keer. Maak een telling met een rij per mens."
            )
        )


def without_small(tally: Tally, settings: Mapping[str, object]) -> Tally:
    """The same counts: refused before they are kept, when no figure of them may be shown.

    The first column is that of the areas. Two tables about the same people stand in each other's
    way, so whoever has to take areas together must hear so before the first is kept.

    Raises
    ------
    SmallAreas
        With how many areas are in the way; never which, or by how much.
    """
    given = {name: settings.get(name) for name in ("share", "residents", "larger")}
    asked = asked_of(
        tally,
        across=tally.by[0],
        counted=str(settings.get("counted", SOME)),
        neighbourhoods=None,
        of=None,
        **{name: None if value is None else str(value) for name, value in given.items()},
    )
    areas = asked.joined(tally).areas
    if small := how_many_small(areas):
        raise SmallAreas(STILL_SMALL if asked.larger else SMALL, small=small, areas=len(areas))
    return tally
