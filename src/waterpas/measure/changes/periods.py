"""The periods of a column in order of time: years, half years, quarters, months, weeks or days."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from waterpas.errors import CallError
from waterpas.texts import mark

Kind = Literal["year", "half", "quarter", "month", "week", "day"]


@dataclass(frozen=True, slots=True)
class Period:
    """One period: as the table writes it, its kind, and where it stands in time.

    `place` counts in periods of this kind, so that a period that is missing leaves a gap.
    """

    level: str
    kind: Kind
    place: int


def _parts(each: int) -> Callable[[str, str], int]:
    return lambda year, part: int(year) * each + int(part) - 1


def _week(year: str, part: str) -> int:
    return date.fromisocalendar(int(year), int(part), 1).toordinal() // 7


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


_YEAR = r"((?:19|20)\d{2})"
# As people and Statistics Netherlands write them: 2023, 2023JJ00, 2023-H1, 2023-Q1, 2023KW01,
# 2023-01, 2023MM01, 2023-W05, 2023-01-31 (with or without a time of midnight).
_FORMS: tuple[tuple[Kind, re.Pattern[str], Callable[..., int]], ...] = (
    ("year", re.compile(_YEAR + r"(?:JJ00)?"), int),
    ("half", re.compile(_YEAR + r"[- ]?H([12])", re.I), _parts(2)),
    ("quarter", re.compile(_YEAR + r"[- ]?(?:Q|K|KW0)([1-4])", re.I), _parts(4)),
    ("month", re.compile(_YEAR + r"(?:-|-?M|MM)(0?[1-9]|1[0-2])", re.I), _parts(12)),
    ("week", re.compile(_YEAR + r"-?W(\d{2})", re.I), _week),
    ("day", re.compile(r"((?:19|20)\d{2}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?"), _day),
)


def in_order(levels: Iterable[str], *, column: str) -> tuple[Period, ...]:
    """The periods in order of time.

    Raises
    ------
    CallError
        If one of them cannot be read as a period, or they are of more than one kind.

    Examples
    --------
    >>> [each.level for each in in_order(["2024-Q1", "2023-Q4"], column="kwartaal")]
    ['2023-Q4', '2024-Q1']
    """
    found = [period(level, column=column) for level in levels]
    for each in found:
        if each.kind != found[0].kind:
            raise CallError(
                mark(
                    "In de kolom '%(column)s' staan verschillende soorten periodes, zoals "
                    "'%(first)s' en '%(other)s'. Gebruik één soort, bijvoorbeeld alleen jaren of "
                    "alleen maanden."
                ),
                column=column,
                first=found[0].level,
                other=each.level,
            )
    return tuple(sorted(found, key=lambda each: each.place))


def are_periods(levels: Iterable[str]) -> bool:
    """Whether all of these can be put in order as periods of one kind.

    Examples
    --------
    >>> are_periods(["2023", "2024"]), are_periods(["2023", "140"])
    (True, False)
    """
    try:
        return bool(in_order(levels, column=""))
    except CallError:
        return False


def period(level: str, *, column: str) -> Period:
    """One level as a period; CallError when it is none."""
    for kind, form, place in _FORMS:
        match = form.fullmatch(level.strip())
        if match:
            return Period(level, kind, _placed(place, match, level, column))
    raise _no_period(level, column)


def _placed(place: Callable[..., int], match: re.Match[str], level: str, column: str) -> int:
    try:
        return place(*match.groups())
    except ValueError:  # the 31st of June, week 60
        raise _no_period(level, column) from None


def _no_period(level: str, column: str) -> CallError:
    return CallError(
        mark(
            "'%(level)s' in de kolom '%(column)s' is geen periode die wij op volgorde kunnen "
            "zetten. Schrijf jaren als 2023, kwartalen als 2023-Q1, maanden als 2023-01 en dagen "
            "als 2023-01-31."
        ),
        level=level,
        column=column,
    )
