"""What can be counted back: by an assessor of the other, and by anybody of a hidden group."""

from collections import defaultdict
from dataclasses import replace
from itertools import product
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import waterpas
from tests.statistics.agreement.tables import RATERS, measured, pairs, table
from waterpas.disclosure import figures as control
from waterpas.measure.agreements import leaving
from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.leaving import Side, between_shares
from waterpas.measure.agreements.rough import rough
from waterpas.measure.waiting.shares import difference_interval
from waterpas.tallies.unordered import keys_for, with_forgotten_order

REFERENCE = pairs("B", 40, 15, 12, 45)
KINDS = [("1", "1"), ("2", "2"), ("3", "3"), ("1", "2"), ("1", "3"), ("2", "3")]


def told(tally, *, guarded=True, **more):
    """All that leaves, as the platform does, as text; without the guard as it left before."""
    kept = with_forgotten_order(tally, columns=RATERS)
    found = measured(kept, raters=keys_for(RATERS), **more)
    with pytest.MonkeyPatch.context() as patch:
        if not guarded:
            found = replace(found, leaves=None)
            patch.setattr(control, "without_hidden_rows", lambda rows, _: tuple(rows))
        return str(waterpas.release(found, audience="internal").result)


def alone(*files):
    """Files without groups: both yes, yes and no, no and yes, both no."""
    return table([row[1:] for row in pairs("B", *files)], by=RATERS)


def in_three_kinds(*files):
    rows = [(*pair, n) for pair, n in zip(KINDS, files, strict=True) if n]
    return table(rows, by=RATERS)


def views(guarded):
    """What is told of A beside B, and on how many of its thirty files two may differ then."""
    found = defaultdict(set)
    for yes, apart in product(range(0, 31, 2), range(31)):
        if yes + apart <= 30:
            rows = [*pairs("A", yes, apart, 0, 30 - yes - apart), *REFERENCE]
            rows = [row for row in rows if row[-1]]
            found[told(table(rows), guarded=guarded)].add(apart)
    return found


def test_a_hidden_group_looks_the_same_whatever_its_counts():
    hidden = [apart for apart in views(guarded=True).values() if 0 in apart]

    assert hidden == [{*range(10), *range(20, 31)}]


def test_what_is_shown_of_a_group_leaves_ten_numbers():
    assert sorted(map(len, views(guarded=True).values())) == [10, 21]


def test_without_the_guard_the_rows_of_a_hidden_group_tell_its_counts():
    assert min(map(len, views(guarded=False).values())) == 1
    assert len([apart for apart in views(guarded=False).values() if 0 in apart]) > 1


# One of two assessors knows the own judgements: here yes to 41 of 100 files.


def fitting(guarded):
    """On how many files where I said yes the other may have said no, by what leaves."""
    seen = told(alone(40, 1, 14, 45), guarded=guarded)
    return {
        41 - both
        for both, other in product(range(25, 42), range(31))
        if told(alone(both, 41 - both, other, 59 - other), guarded=guarded) == seen
    }


def test_an_assessor_does_not_count_the_noes_of_the_other():
    assert len(fitting(guarded=True)) >= 10


def test_without_the_guard_an_assessor_counts_them():
    assert fitting(guarded=False) == {1}


def known_to_an_assessor(files, told_of, *, scale="nominal", fewest=2):
    """Of all tables and all own judgements: how often fewer than so many numbers are left."""
    tables = defaultdict(list)
    for both, apart in product(range(10, files, 2), range(20, files, 2)):
        no = files - both - apart
        if no >= 10:
            judged = Judged({("1", "1"): both, ("1", "2"): apart, ("2", "2"): no}, scale)
            tables[told_of(judged)].append((both, apart))
    known = []
    for some in tables.values():
        fits = defaultdict(set)
        for both, apart in some:
            for own in range(both, both + apart + 1):
                fits[own].add(own - both)
        known += [len(each) < fewest for own, each in fits.items() for _ in each]
    return sum(known) / len(known)


def test_with_chance_beside_it_an_assessor_hardly_ever_knows_one_number():
    """Only where the other said yes wherever he did, and the number is the end of a step."""

    def in_steps(judged):
        side = Side(judged, (judged,), judged.kinds)
        return side.rough.low, side.step and side.by_chance(side.step)

    def exactly(judged):
        return judged.alike.value, judged.by_chance

    assert known_to_an_assessor(200, in_steps) < 0.02
    assert known_to_an_assessor(200, exactly) > 0.4


def page_of(judged):
    """What is told of how far judgements agree, beyond chance too."""
    side = Side(judged, (judged,), judged.kinds)
    beyond = side.step and side.beyond(0.95, side.step)
    return side.rough.low, side.step and (side.by_chance(side.step), beyond)


def with_its_own_digits(side, level, step):
    """How agreement beyond chance left before: by its own value and interval, in steps."""
    between = side.judged.interval(level)
    low, high = floor(between.low / step), ceil(between.high / step)
    return round(side.judged.alpha / step), low, high


def test_two_kinds_in_an_order_tell_an_assessor_no_more_than_two_kinds():
    kinds, order = (
        known_to_an_assessor(200, page_of, scale=scale, fewest=5)
        for scale in ("nominal", "ordinal")
    )

    assert order == kinds < 0.2


def test_with_its_own_digits_agreement_beyond_chance_told_him_more(monkeypatch):
    before = known_to_an_assessor(200, page_of, scale="ordinal", fewest=5)
    monkeypatch.setattr(Side, "beyond", with_its_own_digits)

    assert known_to_an_assessor(200, page_of, scale="ordinal", fewest=5) > 2 * before


# Rare disagreements of three kinds.

RARE = [
    (12, 11, 10, 10, 0, 1),
    (12, 11, 10, 9, 2, 0),
    (12, 11, 10, 11, 0, 0),
    (11, 11, 11, 4, 4, 3),
]


def test_rare_disagreements_of_three_kinds_are_not_told_apart():
    assert len({told(in_three_kinds(*files)) for files in RARE}) == 1
    assert len({told(in_three_kinds(*files), guarded=False) for files in RARE}) > 1


def test_a_second_run_in_an_order_tells_nothing_more():
    tables = [(30, 12, 11, 14, 2, 1), (30, 12, 11, 14, 1, 2), (30, 12, 11, 12, 3, 2)]

    def both(files, guarded):
        runs = [
            told(in_three_kinds(*files), guarded=guarded, scale=of) for of in ("kinds", "order")
        ]
        return "".join(runs)

    assert len({both(files, guarded=True) for files in tables}) == 1
    assert len({both(files, guarded=False) for files in tables}) > 1


@pytest.mark.parametrize("scale", ["kinds", "order"])
def test_with_many_of_each_kind_agreement_beyond_chance_is_told(scale):
    found = measured(in_three_kinds(150, 120, 130, 40, 30, 50), scale=scale)
    result = waterpas.release(found, audience="internal").result

    assert result.figure("beyond-chance").value == pytest.approx(
        found.figure("beyond-chance").value, abs=0.05
    )


# With three assessors.


def rows_of_three(*more):
    rows = [("ja", "ja", "onbekend", 40), ("nee", "nee", "onbekend", 30)]
    by = ("een", "twee", "drie")
    tally = table([*rows, ("ja", "nee", "onbekend", 20), *more], by=by)
    result = waterpas.release(measured(tally, raters=by), audience="internal").result
    return [figure.name for figure in result.figures]


def test_which_rows_there_are_does_not_tell_whether_a_file_was_judged_three_times():
    assert rows_of_three() == rows_of_three(("ja", "ja", "ja", 1))
    assert "kappa" not in rows_of_three()
    assert "kappa" in told(alone(200, 40, 40, 200))


LISTS = [("ja",) * yes + ("nee",) * (3 - yes) for yes in range(4)]
SEVERAL = (0, 10, 16, 22, 28, 40, 60)


def told_of_three():
    """Per page the tables of 200 files, judged by three, that give it."""
    pages = defaultdict(list)
    for files in product(SEVERAL, repeat=3):
        of_each = (200 - sum(files), *files)
        if of_each[0] >= 10:
            judged = Judged({each: n for each, n in zip(LISTS, of_each, strict=True) if n})
            pages[page_of(judged)].append(of_each)
    return {page: tables for page, tables in pages.items() if page[1]}


def test_that_no_file_got_one_no_is_not_told_where_three_judged():
    """Else who said no knows that he was not the only one."""
    assert told_of_three()
    assert not any(0 in files for tables in told_of_three().values() for files in tables)


def test_without_the_guard_it_is(monkeypatch):
    monkeypatch.setattr(leaving, "has_no_few", lambda *_: True)
    monkeypatch.setattr(Side, "beyond", with_its_own_digits)
    known = [
        tables
        for tables in told_of_three().values()
        if any({files[at] for files in tables} == {0} for at in (1, 2))
    ]

    assert known


# What leaves holds what was found.

many = st.integers(20, 400)


@given(st.tuples(many, many, many), st.tuples(many, many, many))
def test_what_leaves_is_never_surer_than_what_was_found(mine, others):
    kinds = ("ja", "nee")
    judged = [
        Judged({("ja", "ja"): yes, ("ja", "nee"): apart, ("nee", "nee"): no})
        for yes, apart, no in (mine, others)
    ]
    one, other = (Side(each, (each,), kinds) for each in judged)
    exact, in_steps = judged[0].alike.interval(0.95), one.rough.interval(0.95)

    assert in_steps.low <= exact.low + 1e-9
    assert in_steps.high >= exact.high - 1e-9
    between = difference_interval(judged[0].alike, judged[1].alike, 0.95)
    wider = between_shares(one.rough, other.rough, 0.95)
    assert wider.low <= between.low + 1e-9
    assert wider.high >= between.high - 1e-9
    if one.step is not None:
        found, told_of = judged[0].interval(0.95), one.beyond(0.95, one.step)[1]
        assert told_of.low <= found.low + 0.005
        assert told_of.high >= found.high - 0.005


@given(st.tuples(many, many, many, many))
def test_nor_where_three_judged(times):
    judged = Judged(dict(zip(LISTS, times, strict=True)))
    side = Side(judged, (judged,), judged.kinds)
    exact, in_steps = judged.alike.interval(0.95), side.rough.interval(0.95)

    assert in_steps.low <= exact.low + 1e-9
    assert in_steps.high >= exact.high - 1e-9
    if side.step is not None:
        found, told_of = judged.interval(0.95), side.beyond(0.95, side.step)[1]
        assert told_of.low <= found.low + 0.01
        assert told_of.high >= found.high - 0.01


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_a_step_holds_the_number_itself_and_ten_files(yes, apart, no):
    files = {("ja", "ja"): yes, ("ja", "nee"): apart, ("nee", "nee"): no}
    found = rough(Judged({each: n for each, n in files.items() if n}))

    assert found.low <= apart <= found.high or found.n == 0
    assert not found.is_told or (apart >= 10 and yes + no >= 10)
