"""From a tally to how files were judged: per group, and in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waterpas.codebooks.words import folded
from waterpas.errors import CallError
from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.coefficients import Scale, Unit
from waterpas.tallies.numbers import number_of
from waterpas.tallies.tally import UNKNOWN, Tally
from waterpas.texts import mark

MOST_KINDS = 30  # more are no kinds: words that somebody wrote freely


@dataclass(frozen=True, slots=True)
class Groups:
    """Per group how its files were judged, and how many files were judged less than twice."""

    judged: Mapping[str, Judged]
    once: int

    def without(self, names: Iterable[str]) -> "Judged":
        """All files together, without those of these groups."""
        return together(self.parts(names))

    def parts(self, names: Iterable[str]) -> tuple["Judged", ...]:
        """The other groups than these."""
        gone = set(names)
        return tuple(each for name, each in self.judged.items() if name not in gone)


def together(some: Iterable[Judged]) -> Judged:
    """The files of several groups as one."""
    files: Counter[Unit] = Counter()
    scale: Scale = "nominal"
    for each in some:
        files.update(each.files)
        scale = each.scale
    return Judged(files, scale)


def groups_of(tally: Tally, *, across: str, columns: tuple[str, ...], scale: Scale) -> Groups:
    """How the files of each group were judged; without `across` one group without a name."""
    where = tally.position(across) if across else None
    places = [tally.position(column) for column in columns]
    spelled = _spelled(tally, columns)
    counts: dict[str, Counter[Unit]] = {}
    once = 0
    for key, cell in tally.cells.items():
        files = counts.setdefault("" if where is None else key[where], Counter())
        given = sorted(spelled[key[at]] for at in places if key[at] != UNKNOWN)
        times = cell.n.high + cell.unknown
        if len(given) < 2:
            once += times
        elif times:
            files[tuple(given)] += times
    return Groups({name: Judged(files, scale) for name, files in counts.items()}, once)


def _spelled(tally: Tally, columns: Iterable[str]) -> dict[str, str]:
    """One spelling for judgements that differ in capitals or spaces only."""
    levels = sorted({level for column in columns for level in tally.levels(column)} - {UNKNOWN})
    first: dict[str, str] = {}
    for level in levels:
        first.setdefault(folded(level), level)
    if len(first) > MOST_KINDS:
        raise CallError(
            mark(
                "In de kolommen met oordelen staan %(kinds)s verschillende oordelen; meer dan "
                "%(most)s kan niet. Maak er enkele soorten van, of kies --scale numbers als het "
                "cijfers zijn."
            ),
            kinds=len(first),
            most=MOST_KINDS,
        )
    return {level: first[folded(level)] for level in levels}


def check_order(tally: Tally, columns: Iterable[str]) -> None:
    """Raise CallError where a judgement that should be a step in an order is no number."""
    for column in columns:
        for level in tally.levels(column):
            if level != UNKNOWN and not _is_number(level):
                raise CallError(
                    mark(
                        "In kolom '%(column)s' staat '%(level)s'. Bij een volgorde (order) hoort "
                        "voor elk oordeel een getal: maak er 1, 2, 3 van, of kies kinds."
                    ),
                    column=column,
                    level=level,
                )


def _is_number(level: str) -> bool:
    try:
        float(level)
    except ValueError:
        return False
    return True


def numbers_of(tally: Tally, columns: tuple[str, ...]) -> tuple[list[list[float]], int]:
    """Per file the numbers that it got, and how many files were left out: not judged by all."""
    places = [tally.position(column) for column in columns]
    rows: list[list[float]] = []
    left_out = 0
    for key, cell in tally.cells.items():
        times = cell.n.high + cell.unknown
        if any(key[at] == UNKNOWN for at in places):
            left_out += times
        else:
            rows += times * [[_number(key[at]) for at in places]]
    return rows, left_out


def _number(level: str) -> float:
    found = number_of(level)
    if found is None:
        raise CallError(
            mark("'%(level)s' is geen getal. Bij cijfers geeft elke beoordelaar een getal."),
            level=level,
        )
    return found
