"""What a method says of a group tells nothing of one that is hidden: its p-value counts as 1."""

from dataclasses import replace

import pytest

from tests.statistics.deciders import test_slopes
from tests.statistics.deciders.tables import counted, measured
from waterpas.disclosure import figures, release
from waterpas.measure import deciders_slopes
from waterpas.measure.adjusted import adjusted
from waterpas.measure.change import change
from waterpas.measure.duration import duration
from waterpas.measure.intersections import intersections
from waterpas.measure.pay import pay
from waterpas.measure.risk_profile import risk_profile
from waterpas.tallies.build import tally

FEW = [(0, 60), (1, 60), (4, 15)]  # cases of people: each is hidden


def table(*rows, by, **more):
    """Rows with a value per column, and the people; with `outcome` also how many have it."""
    names = (*by, "n", *more.values())
    made = [dict(zip(names, map(str, row), strict=True)) for row in rows]
    return tally(made, by=list(by), count="n", **more)


def like_with_like(few):
    rows = [("NL", each, 500, 200) for each in "ab"] + [("TR", each, 150, 50) for each in "ab"]
    rows += [("H", each, few[1], few[0]) for each in "ab"]
    counts = table(*rows, by="gs", outcome="x")
    return adjusted(counts, across="g", reference="NL", given="s")


def over_time(few):
    rows = [("NL", 2021, 1000, 400), ("NL", 2022, 1000, 400), ("TR", 2021, 300, 120)]
    rows += [("TR", 2022, 300, 93), ("H", 2021, few[1], few[1] // 2), ("H", 2022, few[1], few[0])]
    counts = table(*rows, by="gp", outcome="x")
    return change(counts, across="g", reference="NL", period="p", since="2022")


def profile(few):
    """With the same numbers per value of a variable: only who is in which group differs."""
    rows = [("H", "a", few[1], few[0]), ("NL", "a", 660 - few[1], 264 - few[0])]
    rows += [("TR", "a", 300, 120), ("NL", "b", 600, 240), ("TR", "b", 300, 80)]
    counts = table(*rows, by="gv", outcome="x")
    return risk_profile(counts, across="g", reference="NL", variables="v")


def combinations(few):
    """With the same numbers per group, and per sex: only who has both differs."""
    cases, n = 20 - few[0], 120 - few[1]
    rows = [("H", "m", few[1], few[0]), ("H", "v", 60 + n, 40 + cases)]
    rows += [("NL", "m", 1000 - few[1], 400 - few[0]), ("NL", "v", 1000 + few[1], 412 + few[0])]
    rows += [("TR", "m", 300, 100), ("TR", "v", 300, 115)]
    return intersections(table(*rows, by="gs", outcome="x"), across="g", columns="s")


def waiting(days):
    """The hidden group: nearly everybody waits the same number of days."""
    rows = [("NL", 10 + day, 10) for day in range(40)]
    rows += [("TR", 12 + day, 1 + (day > 32)) for day in range(40)]
    rows += [("H", days[0], 40 - days[1])] + [("H", days[0] + 8, days[1])] * bool(days[1])
    return duration(table(*rows, by="gd"), across="g", reference="NL", days="d")


def amounts(odd):
    """The hidden group: nearly everybody earns the same."""
    rows = [("NL", 2000 + 50 * at, 6) for at in range(40)]
    rows += [("TR", 1825 + 50 * at, 2) for at in range(40)] + [("H", 3000, 25), ("H", odd, 5)]
    return pay(table(*rows, by="gb"), across="g", reference="NL", amount="b")


METHODS = {
    like_with_like: FEW,
    over_time: FEW,
    profile: FEW,
    combinations: [(0, 60), (1, 60), (4, 60), (9, 60)],
    waiting: [(30, 0), (29, 5), (44, 5)],
    amounts: [3100, 6000, 9000],
}
EVERY = pytest.mark.parametrize("method", METHODS, ids=lambda each: each.__name__)


def words(result):
    return tuple((a.code, tuple(a.of.items()), a.certainty) for a in result.answers)


def of_others(result):
    return tuple(each for each in words(result) if "H" not in dict(each[1]).values())


@EVERY
def test_the_words_are_the_same_whatever_a_hidden_group_holds(method):
    results = [release(method(few), audience="internal").result for few in METHODS[method]]

    assert len(set(map(words, results))) == 1
    assert len({each.family for each in results}) == 1
    assert all(each.anew is None for each in results)


@EVERY
def test_without_the_rule_the_words_would_tell(method):
    results = [method(few) for few in METHODS[method]]

    assert len(set(map(of_others, results))) > 1


@EVERY
def test_without_the_rule_the_words_would_leave(method, monkeypatch):
    """And without the rule that what is about another column goes, as in a profile."""
    monkeypatch.setattr(figures, "_is_over", lambda *_: False)
    results = [replace(method(few), anew=None) for few in METHODS[method]]
    told = [release(each, audience="internal").result for each in results]

    assert len(set(map(of_others, told))) > 1


def test_of_deciders_too(monkeypatch):
    """With the p-values filled in. Fewer than ten cases do not count at all; here more may not."""
    rows, about = test_slopes.table(("H", "TR"), count=12, each=60), deciders_slopes._about
    for row in rows:
        row["ja"] = 2 if row["herkomst"] == "H" else row["ja"]
    told = set()
    for few in (0.01, 0.9):
        ps = {"H": few, "TR": 0.03}

        def found(name, *rest, ps=ps, **more):
            return replace(about(name, *rest, **more), p=ps[name])

        monkeypatch.setattr(deciders_slopes, "_about", found)
        result = measured(counted(rows))
        released = release(result, audience="internal", minimum=30).result
        told.add((words(released), of_others(result)))

    assert len({shown for shown, _ in told}) == 1
    assert len({own for _, own in told}) == 2
