"""Tables for the tests of neighbourhood figures: areas with counts and a percentage."""

from itertools import product

from tests.tallies import tally_of
from waterpas.measure.area import area
from waterpas.measure.areas.bounds import Place, Share
from waterpas.results import Count

BY = ("buurt", "pct")


def table(areas, **more):
    """A tally: per area (percentage, cases, people)."""
    cells = {
        (f"BU{at:02d}", str(pct)): (cases, n) for at, (pct, cases, n) in enumerate(areas, start=1)
    }
    return tally_of(cells, by=BY, **more)


def measured(tally, *, counted="everybody", **more):
    return area(tally, across="buurt", share="pct", counted=counted, **more)


def people_code(result):
    return result.answers[0].code


def areas_code(result):
    return result.answers[1].code


def value(result, name):
    figure = result.figure(name)
    return figure.value if figure else None


def place(n, cases, low, high=None):
    """An area with exact counts, and between what the share lies."""
    high = low if high is None else high
    return Place(Count.exact(n), Count.exact(cases), Share(low, low, high))


def sloped(*, n=1000, rate=0.1, slope=0.0, areas=30, shares=(5, 60)):
    """Areas with a rate that rises with the percentage."""
    rows = []
    for at in range(areas):
        part = at / (areas - 1)
        pct = round(shares[0] + part * (shares[1] - shares[0]))
        rows.append((pct, round(n * (rate + slope * part)), n))
    return rows


# The slow reference: every table that can be behind the counts.


def every_rate(areas):
    """The rate of the group in every table; `areas` are (n, cases, fewest, most of the group)."""
    tables = [list(_tables(*each)) for each in areas]
    for chosen in product(*tables):
        cases, people = (sum(each[at] for each in chosen) for at in (0, 1))
        others = sum(n - part for (n, *_), (_, part) in zip(areas, chosen, strict=True))
        if people and others:
            elsewhere = sum(c for _, c, *_ in areas) - cases
            yield cases / people, elsewhere / others


def _tables(n, cases, fewest, most):
    """Cases and people of the group, in every 2x2 table of one area."""
    for people in range(fewest, most + 1):
        for own in range(max(0, cases - (n - people)), min(cases, people) + 1):
            yield own, people
