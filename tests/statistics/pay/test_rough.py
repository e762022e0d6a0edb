"""What rounded and hidden counts allow, beside every table that may be behind them."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.statistics.pay.rough_tables import behind, roughly
from tests.statistics.pay.tables import codes, counted, measured
from waterpas.measure.paid import boxes
from waterpas.measure.paid.boxes import Box, spread_of
from waterpas.measure.rounding import hidden, rounded
from waterpas.tallies.tally import Cell, Tally

A = {"groep": "A"}
LOW, MIDDLE, HIGH = "2500", "2800", "3300"


def small(*, of_a=(10, 5, 5), of_b=(5, 10, 10), to=5, unseen=()):
    """A table of six cells, small enough to try all tables behind it."""
    cells = {
        (group, "7", amount): Cell(n=rounded(n, to=to))
        for group, counts in (("A", of_a), ("B", of_b))
        for amount, n in zip((LOW, MIDDLE, HIGH), counts, strict=True)
    }
    cells |= {(group, "7", amount): Cell(n=hidden(4)) for group, amount in unseen}
    return Tally(by=("groep", "schaal", "loon"), cells=cells, sources=(), rounded_to=to)


def side(table, group):
    """Amounts and people of one group."""
    return [(int(key[2]), n) for key, n in table.items() if key[0] == group]


def mean(people):
    return Fraction(sum(amount * n for amount, n in people), sum(n for _, n in people))


TABLES = [
    small(of_a=(12, 6, 6), to=2),
    small(of_a=(8, 8, 12), of_b=(10, 15, 5), to=3),
    small(of_a=(14, 14, 0), of_b=(0, 14, 14), to=4, unseen=[("A", HIGH), ("B", LOW)]),
    small(of_a=(25, 0, 0), of_b=(0, 0, 25), to=5),
]


@pytest.mark.parametrize("rough", TABLES)
def test_the_ends_are_those_of_all_tables_behind_a_rounded_one(rough):
    """Exactly: the lowest and the highest of every table, tried one by one."""
    gaps, parts, means = [], [], []
    for table in behind(rough):
        ours, theirs = (mean(side(table, group)) for group in "AB")
        means.append(ours)
        gaps.append(ours - theirs)
        parts.append(ours / theirs - 1)
    found = measured(rough)
    own, gap = (found.figure(name, A).interval for name in ("mean", "gap-rounding"))

    assert (own.low, own.high) == pytest.approx((float(min(means)), float(max(means))), rel=1e-12)
    assert (gap.low, gap.high) == pytest.approx((float(min(gaps)), float(max(gaps))), rel=1e-9)
    share = found.figure("gap-share", A).interval
    assert share.low <= min(parts)
    assert max(parts) <= share.high


@pytest.mark.parametrize("rough", TABLES)
def test_the_middle_lies_between_that_of_all_tables_behind_a_rounded_one(rough):
    """The lowest amount that half may stay under, and the highest."""
    for whose in "AB":
        every = [_ends(side(table, whose)) for table in behind(rough)]
        found = measured(rough).figure("q50", {"groep": whose}).interval

        assert (found.low, found.high) == (min(e[0] for e in every), max(e[1] for e in every))


def _ends(people):
    """The lowest amount that at least half earn at most, and that more than half earn at most."""
    everybody = sorted(amount for amount, n in people for _ in range(n))
    half = len(everybody) / 2
    return everybody[max(int(np.ceil(half)) - 1, 0)], everybody[int(np.floor(half))]


@pytest.mark.parametrize("rough", TABLES[1:3])
def test_the_interval_holds_that_of_every_table_behind(rough):
    outer = measured(rough)
    names = ["gap", "gap-share", "q50-gap"]
    for table in list(behind(rough))[::7]:
        exact = measured(counted(table))
        for name in names:
            _holds(outer.figure(name, A).interval, exact.figure(name, A).interval)


def _holds(outer, inner):
    assert outer.low <= inner.low + 1e-6
    assert inner.high <= outer.high + 1e-6


AMOUNTS = ("2100", "2500", "2800", "3300", "5100")


@st.composite
def tables(draw):
    """People of two groups over two scales and five amounts, and how their source rounds."""
    cells = {
        (group, scale, amount): draw(st.integers(0, 60))
        for group in "AB"
        for scale in "57"
        for amount in draw(st.lists(st.sampled_from(AMOUNTS), min_size=1, unique=True))
    }
    return counted(cells), draw(st.sampled_from([(1, 10), (5, 0), (5, 5), (10, 0), (10, 10)]))


@given(tables())
def test_rounding_never_hides_what_is_true(made):
    """The figures of the table that was rounded lie between the ends, and so do its intervals."""
    table, (to, below) = made
    outer, exact = (_found(each) for each in (roughly(table, to=to, below=below), table))
    assume(outer is not None)

    for figure in outer.figures:
        inner = exact.figure(figure.name.removesuffix("-rounding"), dict(figure.of))
        if figure.interval is None or inner is None:
            continue
        assert figure.interval.low <= figure.value <= figure.interval.high
        assert figure.interval.low <= inner.value + 1e-6
        assert inner.value - 1e-6 <= figure.interval.high
        if inner.interval and not figure.name.endswith("-rounding"):
            _holds(figure.interval, inner.interval)


def _found(table):
    if not any(cell.n.high for cell in table.cells.values()):
        return None
    return measured(table)


@given(tables())
def test_what_is_claimed_of_rounded_counts_is_claimed_of_the_exact_ones(made):
    """Of each main difference: less stays less, and sure is sure."""
    table, (to, below) = made
    rough, exact = measured(roughly(table, to=to, below=below)), measured(table)
    for code in {"less", "more"} & set(codes(rough)):
        assert any(each in {code, f"perhaps-{code}"} for each in codes(exact))


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9), st.integers(0, 6)), min_size=2))
def test_no_table_that_fits_has_a_larger_spread(cells):
    amount, low, more = (np.array(each, dtype=float) for each in zip(*cells, strict=True))
    box = Box(amount, low, low + more)
    spread = spread_of(box, box.mean())
    for part in (0.0, 0.3, 0.7, 1.0):
        for other in (0.0, 0.5, 1.0):
            people = np.round(low + more * np.where(amount > np.median(amount), part, other))
            variance, freedom = _spread(amount, people)
            assert variance <= spread.variance * (1 + 1e-9) + 1e-9
            assert spread.freedom <= freedom * (1 + 1e-6)


def _spread(amount, people):
    """The variance of a mean, and its degrees of freedom by the fourth powers."""
    n = people.sum()
    apart = amount - (people @ amount) / n
    squares, fourth = people @ apart**2, people @ apart**4
    return squares / (n * (n - 1)), 3 * squares**2 / fourth if fourth else np.inf


def test_ends_that_forget_to_look_at_every_table_are_found(monkeypatch):
    """A positive control: the corners with all counts low or all high are not enough."""

    def corners(box):
        means = [float((box.amount * n).sum() / n.sum()) for n in (box.low, box.high)]
        return min(means), max(means)

    monkeypatch.setattr(boxes.Box, "mean", corners)
    with pytest.raises(AssertionError):
        test_the_ends_are_those_of_all_tables_behind_a_rounded_one(TABLES[1])
