"""What a number in a plan may be, each with the sentence that says so."""

from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from numbers import Real

from waterpas.errors import CallError, arguments
from waterpas.measure.levels import check_asked_level
from waterpas.measure.plans.solving import MOST_PEOPLE
from waterpas.texts import mark

MOST_GROUPS = 1000
_SUM = 0.02  # shares that were rounded to whole percents do not add up to 1 exactly

check_level = check_asked_level


def check_power(value: object) -> None:
    """Raise CallError unless the chance to see the difference is at least a half."""
    number = _number(value)
    if number is None or not 0.5 <= number < 1:
        raise CallError(
            mark(
                "De kans om een verschil te zien (%(name)s) moet minstens 0.5 zijn en kleiner dan "
                "1, bijvoorbeeld 0.8; opgegeven is %(value)s."
            ),
            name=arguments(["power"]),
            value=value,
        )


def _number(value: object) -> float | None:
    """The value as a number; None: it is none, or there is no end to it."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    return float(value) if isfinite(float(value)) else None


def _refuse(name: str, value: object, wanted: str) -> CallError:
    return CallError(wanted, name=arguments([name]), value=value)


def people(name: str, value: object) -> float:
    """A number of people: at least 1, and no more than live in the country."""
    number = _number(value)
    if number is None or not 1 <= number <= MOST_PEOPLE:
        raise _refuse(
            name,
            value,
            mark(
                "Het aantal mensen (%(name)s) is een getal van 1 tot en met 20 miljoen; opgegeven "
                "is %(value)s."
            ),
        )
    return number


def share(name: str, value: object) -> float:
    """A share that is not nothing and not everything."""
    number = _number(value)
    if number is None or not 0 < number < 1:
        raise _refuse(
            name,
            value,
            mark(
                "%(name)s is een deel: groter dan 0 en kleiner dan 1, bijvoorbeeld 0.1 voor 10%%; "
                "opgegeven is %(value)s."
            ),
        )
    return number


def rate(name: str, value: object) -> float:
    """A share that may be nothing or everything."""
    number = _number(value)
    if number is None or not 0 <= number <= 1:
        raise _refuse(
            name,
            value,
            mark(
                "%(name)s is een aandeel van 0 tot en met 1, bijvoorbeeld 0.3 voor 30%%; opgegeven "
                "is %(value)s."
            ),
        )
    return number


def gap(name: str, value: object) -> float:
    """A difference of rates, with its sign."""
    number = _number(value)
    if number is None or not -1 < number < 1:
        raise _refuse(
            name,
            value,
            mark("%(name)s is een verschil tussen -1 en 1; opgegeven is %(value)s."),
        )
    return number


def above_zero(name: str, value: object) -> float:
    """Any amount above zero."""
    number = _number(value)
    if number is None or not 0 < number <= 1e12:
        raise _refuse(
            name,
            value,
            mark(
                "%(name)s is een getal groter dan 0 en hoogstens 1.000.000.000.000; opgegeven is "
                "%(value)s."
            ),
        )
    return number


def not_below_zero(name: str, value: object) -> float:
    """An amount that may be zero."""
    return 0.0 if _number(value) == 0 else people(name, value)


def from_(lowest: int, highest: int = MOST_GROUPS) -> Callable[[str, object], int]:
    """A whole number between these."""

    def check(name: str, value: object) -> int:
        number = _number(value)
        if number is None or number != int(number) or not lowest <= number <= highest:
            raise CallError(
                mark(
                    "%(name)s is een heel getal van %(lowest)s tot en met %(highest)s; opgegeven "
                    "is %(value)s."
                ),
                name=arguments([name]),
                value=value,
                lowest=lowest,
                highest=highest,
            )
        return int(number)

    return check


def _listed(name: str, value: object) -> list[object]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise _refuse(name, value, mark("%(name)s is een rij getallen; opgegeven is %(value)s."))
    found = list(value)
    if not 1 <= len(found) <= MOST_GROUPS:
        raise _refuse(
            name,
            len(found),
            mark("%(name)s heeft minstens één getal; opgegeven zijn er %(value)s."),
        )
    return found


def shares(name: str, value: object) -> tuple[float, ...]:
    """Some shares, such as those who come through each step."""
    return tuple(share(name, each) for each in _listed(name, value))


def parts(name: str, value: object) -> tuple[float, ...]:
    """The parts of a whole: together 1."""
    found = tuple(rate(name, each) for each in _listed(name, value))
    total = sum(found)
    if abs(total - 1) > _SUM:
        raise _refuse(
            name,
            round(total, 6),
            mark(
                "De delen van %(name)s zijn samen 1 (100%%): iedereen hoort ergens bij. Nu zijn "
                "zij samen %(value)s."
            ),
        )
    return tuple(each / total for each in found)


def counts(name: str, value: object) -> tuple[int, ...]:
    """How many values each characteristic has; a risk profile may be looked at without any."""
    none = isinstance(value, list | tuple) and not value
    return () if none else tuple(from_(2)(name, each) for each in _listed(name, value))


def among(name: str, value: object) -> str:
    """Among whom a risk profile errs."""
    if value not in {"found", "not-found"}:
        raise _refuse(
            name, value, mark("%(name)s is 'found' of 'not-found'; opgegeven is %(value)s.")
        )
    return str(value)


CHECKS: Mapping[str, Callable[[str, object], object]] = {
    "share": share,
    "rate": rate,
    "groups": from_(2),
    "steps": shares,
    "group_parts": parts,
    "reference_parts": parts,
    "levels": counts,
    "depth": from_(1),
    "deciders": from_(2, 100_000),
    "spread": above_zero,
    "questions": from_(1, 4),
    "found": share,
    "among": among,
    "gap": gap,
    "before": from_(1),
    "after": from_(1),
    "elsewhere": not_below_zero,
    "days": above_zero,
    "decided": lambda name, value: 1.0 if value == 1 else share(name, value),
}
