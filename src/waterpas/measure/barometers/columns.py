"""Which column of a table holds what: by its name, whatever more the name says."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from waterpas.errors import CallError, InputError, Named, Phrase
from waterpas.measure.barometers.bounds import LEVELS
from waterpas.texts import mark

PART, YEAR, JOBS = "part", "year", "jobs"
ORIGINS = ("netherlands", "europe", "outside_europe")  # in the order of LEVELS
PARTS = ("onderdeel", "deel", "groep", "schaal", "functie", "afdeling", "part", "group", "scale")
OPTIONS = {
    "netherlands": Named("netherlands", "--netherlands"),
    "europe": Named("europe", "--europe"),
    "outside_europe": Named("outside_europe", "--outside-europe"),
    "jobs": Named("jobs", "--jobs"),
    "year": Named("year", "--year"),
    "part": Named("part", "--part"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the columns, counted from 0; None: the table does not have it."""

    origins: tuple[int, ...]
    part: int | None
    jobs: int | None
    year: int | None


def _is_outside(name: str) -> bool:
    return "europ" in name and ("buiten" in name or "outside" in name)


def _is_netherlands(name: str) -> bool:
    return "nederland" in name or "netherlands" in name or "nl" in name.split()


# The first that fits: 'Europa (zonder Nederland)' is about Europe, 'banen, herkomst NL' about NL.
KINDS: Mapping[str, Callable[[str], bool]] = {
    "outside_europe": _is_outside,
    "europe": lambda name: "europ" in name,
    "netherlands": _is_netherlands,
    "jobs": lambda name: "banen" in name or "jobs" in name.split(),
    "year": lambda name: any(word in name for word in ("jaar", "peildatum", "year")),
    "part": lambda name: any(word in name.split() for word in PARTS),
}


def find_columns(
    names: Sequence[str], asked: Mapping[str, str | None], *, source: str | Phrase
) -> Columns:
    """The columns that were named, and by their names those that were not."""
    named = {kind: _named(name, names, source) for kind, name in asked.items() if name}
    taken = set(named.values())
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        kind = _kind(name)
        if place not in taken and kind and kind not in named:
            found.setdefault(kind, []).append(place)
    places = {kind: _one(kind, some, names) for kind, some in found.items()} | named
    _refuse_missing(places, names, source)
    part = places.get(PART, _rest(names, set(places.values())))
    origins = tuple(places[kind] for kind in ORIGINS)
    return Columns(origins, part, places.get(JOBS), places.get(YEAR))


def _named(name: str, names: Sequence[str], source: str | Phrase) -> int:
    if name not in names:
        raise CallError(
            mark("De kolom '%(column)s' staat niet in %(source)s. Wel: %(columns)s."),
            column=name,
            source=source,
            columns=", ".join(names),
        )
    return names.index(name)


def _kind(name: str) -> str | None:
    words = " ".join(re.findall(r"[^\W_]+", name.casefold()))
    return next((kind for kind, fits in KINDS.items() if fits(words)), None)


def _one(kind: str, places: Sequence[int], names: Sequence[str]) -> int:
    if len(places) > 1:
        raise CallError(
            mark(
                "Welke kolom moet het zijn: %(columns)s? Noem haar met %(option)s, of laat de "
                "andere weg."
            ),
            columns=", ".join(names[place] for place in places),
            option=OPTIONS[kind],
        )
    return places[0]


def _refuse_missing(places: Mapping[str, int], names: Sequence[str], source: str | Phrase) -> None:
    missing = [kind for kind in ORIGINS if kind not in places]
    if missing:
        raise InputError(
            mark(
                "In %(source)s vinden wij geen kolom met de percentages voor herkomst %(level)s. "
                "Er staan: %(columns)s. Noem de kolom met %(option)s."
            ),
            source=source,
            level=", ".join(LEVELS[ORIGINS.index(kind)] for kind in missing),
            columns=", ".join(names),
            option=OPTIONS[missing[0]],
        )


def _rest(names: Sequence[str], taken: set[int]) -> int | None:
    """The one column that is left; None: there is none, or nobody knows which."""
    left = [place for place in range(len(names)) if place not in taken]
    return left[0] if len(left) == 1 else None
