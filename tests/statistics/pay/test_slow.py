"""Slow and obvious: the same figures person by person, and their spread by leaving each out."""

from dataclasses import replace
from itertools import product
from math import sqrt

import numpy as np
import pytest

from waterpas.measure.paid.means import gap_of
from waterpas.measure.paid.pairs import stands_higher
from waterpas.measure.paid.parts import three_fold, two_fold
from waterpas.measure.paid.quantiles import quantile_gaps
from waterpas.measure.paid.scales import over_scales
from waterpas.measure.paid.staff import Column, Staff


def town(seed=1, n=260, scales=3):
    """People one by one, in scales, with years of service."""
    draw = np.random.default_rng(seed)
    group = draw.random(n) < 0.4
    scale = np.minimum(draw.integers(0, scales, n) + (~group & (draw.random(n) < 0.4)), scales - 1)
    years = draw.integers(0, 15, n).astype(float)
    amount = 2000 + 500 * scale + 30 * years + draw.normal(0, 120 * (1 + scale), n).round(-1)
    column = Column("schaal", tuple(map(str, range(scales))), scale)
    return Staff(amount, np.ones(n), group, (column, Column("jaren", (), years)), column)


def compressed(staff):
    """The same people as counts of those who are equal in everything."""
    whole = np.column_stack([staff.amount, staff.group, staff.scale.codes, staff.columns[1].codes])
    cells, people = np.unique(whole, axis=0, return_counts=True)
    column = replace(staff.scale, codes=cells[:, 2].astype(int))
    years = replace(staff.columns[1], codes=cells[:, 3])
    made = Staff(cells[:, 0], people.astype(float), cells[:, 1] == 1, (column, years), column)
    return made


def figures(staff):
    two, three, over = two_fold(staff), three_fold(staff), over_scales(staff)
    return {
        "gap": gap_of(staff).gap,
        "ratio": gap_of(staff).ratio,
        "goes-with": two.goes_with,
        "remains": two.remains,
        "endowments": three.endowments,
        "coefficients": three.coefficients,
        "composition": over.composition,
        "within": over.within,
        "higher": stands_higher(staff).share,
    }


def without(staff, at):
    keep = np.arange(len(staff.people)) != at
    columns = tuple(replace(each, codes=each.codes[keep]) for each in staff.columns)
    return Staff(staff.amount[keep], staff.people[keep], staff.group[keep], columns, columns[0])


def test_counts_give_what_rows_give():
    rows = town(n=900)
    ours, theirs = figures(compressed(rows)), figures(rows)

    assert len(compressed(rows).people) < len(rows.people)
    for name, each in ours.items():
        assert each.value == pytest.approx(theirs[name].value, rel=1e-9, abs=1e-9), name
        assert each.error == pytest.approx(theirs[name].error, rel=1e-9), name


def test_the_error_is_that_of_leaving_each_person_out():
    """The jackknife, each side on its own: what the pulls are short for."""
    rows = town()
    spread = dict.fromkeys(figures(rows), 0.0)
    for side in (True, False):
        places = np.flatnonzero(rows.group == side)
        left_out = [figures(without(rows, at)) for at in places]
        for name in spread:
            values = np.array([each[name].value for each in left_out])
            n = len(values)
            spread[name] += (n - 1) / n * ((values - values.mean()) ** 2).sum()

    for name, each in figures(rows).items():
        assert each.error == pytest.approx(sqrt(spread[name]), rel=0.03), name


def test_the_error_is_that_of_drawing_again():
    """The bootstrap, as a check only."""
    rows, draw = town(n=400), np.random.default_rng(8)
    drawn = []
    for _ in range(300):
        places = np.concatenate(
            [draw.choice(np.flatnonzero(rows.group == s), (rows.group == s).sum()) for s in (1, 0)]
        )
        columns = tuple(replace(each, codes=each.codes[places]) for each in rows.columns)
        again = Staff(
            rows.amount[places], rows.people[places], rows.group[places], columns, columns[0]
        )
        drawn.append({name: each.value for name, each in figures(again).items()})

    for name, each in figures(rows).items():
        assert each.error == pytest.approx(np.std([one[name] for one in drawn]), rel=0.15), name


def test_who_stands_higher_is_counted_pair_by_pair():
    rows = town(n=120)
    total = weight = 0.0
    for scale in np.unique(rows.scale.codes):
        here = rows.scale.codes == scale
        ours, theirs = rows.amount[here & rows.group], rows.amount[here & ~rows.group]
        pairs = [(a > b) + 0.5 * (a == b) for a, b in product(ours, theirs)]
        if pairs:
            own = len(ours) * len(theirs) / (len(ours) + len(theirs))
            total, weight = total + own * sum(pairs) / len(pairs), weight + own

    assert stands_higher(rows).share.value + 0.5 == pytest.approx(total / weight)


def test_a_quantile_is_that_of_all_amounts_in_a_row():
    rows = town(n=301)
    for each in quantile_gaps(compressed(rows)):
        for side, ours in ((rows.group, each.group), (~rows.group, each.reference)):
            theirs = np.quantile(rows.amount[side], each.share, method="averaged_inverted_cdf")
            assert ours == pytest.approx(theirs)
