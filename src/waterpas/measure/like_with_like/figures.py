"""The figures of one group beside the reference, each with the people it was made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from waterpas.measure.differences import newcombe_interval
from waterpas.measure.estimates import rate_of
from waterpas.measure.like_with_like.bounded import outer_difference, outer_ratio
from waterpas.measure.like_with_like.homogeneity import may_test_sameness, no_difference, sameness
from waterpas.measure.like_with_like.modelled import Modelled
from waterpas.measure.like_with_like.pairing import Pairing
from waterpas.measure.like_with_like.risks import e_value, e_value_of_limit
from waterpas.measure.like_with_like.standardised import expected_rates, kitagawa, part_interval
from waterpas.measure.like_with_like.strata import (
    difference_interval,
    difference_over,
    odds_ratio_interval,
    odds_ratio_over,
    ratio_interval,
    ratio_over,
)
from waterpas.measure.normal import POWER, critical_value, quantile
from waterpas.measure.pairs_of_counts import Side, bounds_of, counts_of
from waterpas.measure.rounding import outer_interval
from waterpas.results import DECIDING_LEVEL, Figure, Interval, People, Suppressed, Unit

HIDDEN = Suppressed("hidden-in-source")


@dataclass(frozen=True, slots=True)
class About:
    """About whom a figure is, of whom it was made, and at which level its interval is asked.

    `also` are parts of these people, or others, that several such figures together would tell of;
    `parts` those that one such figure tells of with all its digits.
    """

    of: Mapping[str, str]
    people: tuple[People, ...]
    level: float
    hidden: bool = False
    also: tuple[People, ...] = ()
    parts: tuple[People, ...] = ()

    def figure(
        self, name: str, unit: Unit, value: float | None, interval: Interval | None, method: str
    ) -> Figure:
        """A figure of this group; what rests on a hidden count has no value."""
        return Figure(
            name=name,
            unit=unit,
            value=None if self.hidden else value,
            interval=interval,
            of=self.of,
            method=method,
            people=self.people,
            also=self.also,
            parts=self.parts,
            suppressed=HIDDEN if self.hidden else None,
        )


def raw_rate(side: Side, about: About) -> Figure:
    """The rate of one group, as it is."""
    rate = rate_of(side, level=about.level)
    interval = (rate.outer or rate.interval) if rate else None
    return about.figure("rate", "rate", rate.value if rate else None, interval, "wilson")


def raw_difference(pairing: Pairing, about: About) -> Figure:
    """The difference in rate, of all people as they are."""
    group, reference = pairing.group, pairing.reference
    known = group.known and reference.known
    return about.figure(
        "difference",
        "difference",
        group.rate - reference.rate if known else None,
        _raw_interval(pairing, about.level),
        "newcombe",
    )


def _raw_interval(pairing: Pairing, level: float) -> Interval | None:
    group, reference = pairing.group, pairing.reference
    if not pairing.exact:
        return outer_interval(
            partial(newcombe_interval, level=level), **bounds_of(group, reference)
        )
    if not (group.known and reference.known):
        return None
    return newcombe_interval(**counts_of(group, reference), level=level)


def main_figures(pairing: Pairing, about: About) -> Iterator[Figure]:
    """Difference and ratio between people who are alike."""
    strata, between = pairing.strata, tuple(pairing.between.values())
    exact, level, inner = pairing.exact, about.level, pairing.people_in_strata
    yield replace(about, parts=inner).figure(
        "difference-like-with-like",
        "difference",
        difference_over(strata),
        difference_interval(strata, level=level)
        if exact
        else outer_difference(between, level=level),
        "klingenberg",
    )
    yield replace(about, also=(*about.also, *inner)).figure(
        "ratio-like-with-like",
        "ratio",
        ratio_over(strata),
        ratio_interval(strata, level=level) if exact else outer_ratio(between, level=level),
        "greenland-robins",
    )


def could_see(pairing: Pairing, about: About) -> Iterator[Figure]:
    """The smallest difference between people who are alike that would have been seen in 8 of 10.

    No value where no difference is that large, or counts are not exact.
    """
    seen = difference_interval(pairing.strata, level=DECIDING_LEVEL) if pairing.exact else None
    z = critical_value(DECIDING_LEVEL)
    value = (z + quantile(POWER)) * (seen.high - seen.low) / (2 * z) if seen else None
    within = value is not None and value <= 1
    yield about.figure(
        "smallest-alike", "difference", value if within else None, None, "detectable"
    )


def parts(pairing: Pairing, about: About) -> Iterator[Figure]:
    """What goes with composition, and what is left within strata.

    Together they are the difference among those with a counterpart. Beside the raw difference that
    tells of those without one.
    """
    found = kitagawa(pairing.strata)
    for name in ("composition", "within"):
        value = getattr(found, name) if found else None
        variance = getattr(found, f"{name}_variance") if found else 0.0
        interval = part_interval(value or 0.0, variance, level=about.level)
        kept = interval if pairing.exact else None
        yield about.figure(name, "difference", value, kept, "kitagawa")


def expected(pairing: Pairing, about: About) -> Iterator[Figure]:
    """The rates that both would have with the same composition."""
    rates = expected_rates(pairing.strata, level=about.level)
    for place, name in enumerate(("expected-rate", "expected-rate-reference")):
        rate = rates[place] if rates else None
        kept = rate.interval if rate and pairing.exact else None
        yield about.figure(name, "rate", rate.rate if rate else None, kept, "direct")


def shares(pairing: Pairing, about: About) -> Iterator[Figure]:
    """Which share of each side has a counterpart on the other."""
    for name, side, left in (
        ("compared", pairing.group, pairing.left),
        ("compared-reference", pairing.reference, pairing.reference_left),
    ):
        n = side.n.value or 0
        value = 1 - (left.n.value or 0) / n if n else None
        yield about.figure(name, "share", value, None, "count")


def for_the_note(pairing: Pairing, about: About) -> Iterator[Figure]:
    """What only the method note shows; of rounded counts without an interval."""
    strata = pairing.strata
    interval = odds_ratio_interval(strata, level=about.level) if pairing.exact else None
    odds = odds_ratio_over(strata)
    yield about.figure("odds-ratio", "number", odds, interval, "robins-breslow-greenland")
    yield about.figure("no-difference-p", "number", no_difference(strata)[1], None, "cmh")
    ratio, limits = ratio_over(strata), ratio_interval(strata, level=about.level)
    strength = e_value(ratio) if ratio else None
    yield about.figure("e-value", "number", strength, None, "vanderweele-ding")
    at_limit = e_value_of_limit(limits) if limits and pairing.exact else None
    yield about.figure("e-value-limit", "number", at_limit, None, "vanderweele-ding")
    same = sameness(strata) if may_test_sameness(strata) else None
    yield about.figure("same-everywhere-p", "number", same[1] if same else None, None, "tarone")


def by_model(found: Modelled | None, about: About, *, exact: bool, method: str) -> Iterator[Figure]:
    """Difference and ratio by the model; None where it has no answer."""
    for name, unit in (("difference", "difference"), ("ratio", "ratio")):
        value = getattr(found, name) if found else None
        interval = getattr(found, f"{name}_interval") if found and exact else None
        kind: Unit = "difference" if unit == "difference" else "ratio"
        yield about.figure(f"modelled-{name}", kind, value, interval, method)
