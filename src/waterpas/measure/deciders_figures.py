"""The figures on the spread between deciders, and what the picture needs: all of them together."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from waterpas.measure.funnel import Handled, coarse_bins, overdispersion
from waterpas.measure.mixed.likelihood import chances
from waterpas.measure.mixed.percentiles import HIGH, LOW, GapBetween, RateAt
from waterpas.measure.mixed.profile import median_odds_ratio, share_between
from waterpas.results import Figure, Interval, People

if TYPE_CHECKING:
    from waterpas.measure.mixed.fit import Fit
    from waterpas.measure.mixed.profile import Region

PROFILE = "profile-likelihood"


def figures_of(
    fit: "Fit", found: "Region", *, people: tuple[People, ...], deciders: int
) -> tuple[Figure, ...]:
    """The rates at two percentiles with their difference; then those of the method note."""
    counts, beta, ends = fit.counts, fit.best.beta, found.ends
    asked: dict[str, RateAt | GapBetween] = {
        "rate-low": RateAt(counts, LOW),
        "rate-high": RateAt(counts, HIGH),
        "rate-gap": GapBetween(counts),
    }
    rates = [
        Figure(
            name=name,
            unit="difference" if name == "rate-gap" else "rate",
            value=function(beta, fit.sd)[0],
            interval=found.interval_of(function),
            method=PROFILE,
            people=people,
        )
        for name, function in asked.items()
    ]
    between = Interval(share_between(ends.low), share_between(ends.high), ends.level)
    ratio = Interval(median_odds_ratio(ends.low), median_odds_ratio(ends.high), ends.level)
    return (
        *rates,
        Figure("deciders", "people", float(deciders), people=people),
        Figure("spread", "number", fit.sd, ends, method=PROFILE, people=people),
        Figure("share-between", "share", share_between(fit.sd), between, {}, PROFILE, people),
        Figure("median-ratio", "ratio", median_odds_ratio(fit.sd), ratio, {}, PROFILE, people),
    )


def drawing_of(fit: "Fit", *, level: float) -> Mapping[str, object]:
    """Deciders in coarse bins, in which nobody can be found, and how far all lie apart."""
    handled = _handled(fit)
    return {
        "bins": tuple(asdict(each) for each in coarse_bins(handled, level=level)),
        "overdispersion": round(overdispersion(handled), 1),
    }


def _handled(fit: "Fit") -> list[Handled]:
    """Per decider the people and cases, and the cases expected without any spread."""
    counts = fit.counts
    expected = counts.totals * chances(counts.design @ fit.without.beta)
    columns = (counts.per_group(each) for each in (counts.cases, counts.totals, expected))
    return [Handled(*map(float, each)) for each in zip(*columns, strict=True)]
