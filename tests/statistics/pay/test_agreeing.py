"""Rounded amounts of one group do not contradict each other, and tell nothing more for it."""

from itertools import product

import pytest

from tests.statistics.pay.tables import counted, measured, steps
from waterpas.disclosure import small_parts
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.plain import plain_text

TABLES = list(product((30, 60, 90), (2500, 2620, 2890), (3, 9)))


def released(of_a, base, few):
    """A of few people and B of many, with a small cell: everything leaves in steps."""
    cells = steps("A", "5", of_a, base, amounts=14) | steps("B", "5", 200, 2600, amounts=14)
    cells |= steps("A", "7", 20, base + 400, amounts=14) | steps("B", "7", 90, 3100, amounts=14)
    return shown_figures(measured(counted(cells | {("A", "7", "9000"): few})), minimum=10)[0]


def value(result, name):
    figure = result.figure(name, {"groep": "A"})
    return figure.value if figure else None


def contradicts(result):
    mean, other, gap = (value(result, name) for name in ("mean", "reference-mean", "gap"))
    goes, remains = (value(result, name) for name in ("goes-with", "remains"))
    means = None not in (mean, other) and (gap is None or mean - other != gap)
    return means or (None not in (gap, goes, remains) and goes + remains != gap)


@pytest.mark.parametrize("table", TABLES)
def test_a_difference_is_that_of_what_stands_beside_it(table):
    result = released(*table)

    assert not contradicts(result)
    assert value(result, "gap") is not None or value(result, "mean") is None


@pytest.mark.parametrize("table", TABLES)
def test_no_estimate_stands_on_the_edge_of_its_interval(table):
    for figure in released(*table).figures:
        if figure.interval and figure.value is not None:
            assert figure.interval.low < figure.value < figure.interval.high


def each_on_its_own(monkeypatch):
    def as_they_are(figures):
        return ((each, each.value) for each in figures)

    monkeypatch.setattr(small_parts, "agreeing", as_they_are)


def test_rounded_each_on_their_own_they_would(monkeypatch):
    each_on_its_own(monkeypatch)

    assert any(contradicts(released(*table)) for table in TABLES)


def test_what_agrees_follows_from_what_was_rounded_each_on_its_own(monkeypatch):
    """Whoever has the figures without it can make those with it: so these tell nothing more."""
    made = [released(*table) for table in TABLES]
    each_on_its_own(monkeypatch)
    for result, before in zip(made, (released(*table) for table in TABLES), strict=True):
        own = {each.name: each.value for each in before.figures if each.of == {"groep": "A"}}
        mean, other, gap = (value(result, name) for name in ("mean", "reference-mean", "gap"))
        assert gap == own["gap"]
        assert other in {None, own["reference-mean"]}
        assert mean == (None if other is None else other + gap)


def test_who_earns_less_is_not_said_to_lie_between_nothing_and_something():
    said = [plain_text(released(*table), "nl") for table in TABLES]

    assert not [each for each in said if "tussen €\N{NO-BREAK SPACE}0 en" in each]
