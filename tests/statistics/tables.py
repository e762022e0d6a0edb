"""Counts and tables for the tests of rates, differences and ratios."""

from hypothesis import strategies as st

from waterpas.results import Count

exact = Count.exact

# Published and awkward tables: group cases, group total, reference cases, reference total.
PUBLISHED = [
    (56, 70, 48, 80),
    (9, 10, 3, 10),
    (6, 7, 2, 7),
    (5, 56, 0, 29),
    (0, 10, 0, 20),
    (0, 10, 0, 10),
    (10, 10, 0, 20),
    (10, 10, 0, 10),
    (0, 20, 5, 20),
]
AWKWARD = [
    (0, 1, 0, 1),
    (1, 1, 1, 1),
    (0, 1, 1, 1),
    (1, 1, 0, 1),
    (1, 2, 1, 2),
    (7, 7, 9, 9),
    (3, 7, 3, 7),
    (1, 1000, 999, 1000),
    (2010, 54820, 1050, 178200),
    (1, 10_000_000, 0, 10_000_000),
    (10_000_000, 10_000_000, 9_999_999, 10_000_000),
    (5_000_000, 10_000_000, 4_000_000, 9_000_000),
    (10_000_000, 10_000_000, 0, 1),
    (0, 15_354_005, 15_791_507, 15_791_507),
    (566_862, 11_765_928, 1, 1),
    (0, 4_178_413, 0, 1),
]


def counts(table):
    """The table as the keyword arguments that every interval of two groups takes."""
    names = ("group_cases", "group_total", "reference_cases", "reference_total")
    return dict(zip(names, table, strict=True))


def swapped(table):
    """The same table with the reference as the group."""
    return (*table[2:], *table[:2])


def ends(interval):
    """Both ends; None stays None."""
    return interval and (interval.low, interval.high)


def around(value, reach):
    """A count that may be a few more or less."""
    return Count(value, max(0, value - reach), value + reach)


def pairs(cases, total):
    """Every number of cases and people that both counts allow."""
    people = range(max(total.low, 1), total.high + 1)
    numbers = range(cases.low, cases.high + 1)
    return [(number, size) for size in people for number in numbers if number <= size]


def _pairs(most):
    sizes = st.integers(1, most)
    return sizes.flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


any_group = _pairs(500) | _pairs(10_000_000)
any_table = st.tuples(any_group, any_group).map(lambda pairs: (*pairs[0], *pairs[1]))
levels = st.floats(0.5, 0.999)
