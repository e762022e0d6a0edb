"""The fast tally against a slow and obvious one, on every engine; and the laws of adding."""

import json
import random
from fractions import Fraction
from functools import reduce
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.slow_tally import counts_of, slow_counts, slow_moments, slow_repeats
from tests.spec.engines import ENGINES, source
from tests.weight import examples
from waterpas.errors import CallError
from waterpas.tallies.build import tally
from waterpas.tallies.tally import Tally

GROUPS = ("NL", "buiten Europa", "Europa", "Curaçao", "onbekend", None)
FAST = ("polars", "pandas", "arrow", "list")


def make_rows(seed, number=400):
    """Rows as a municipality has them: groups, an outcome with holes, a person, an amount."""
    chance = random.Random(seed)
    return [
        {
            "herkomst": chance.choice(GROUPS),
            "schaal": chance.choice((8, 9, 10, None)),
            "uitkomst": chance.choice(("ja", "nee", "Ja", None)),
            "persoon": chance.choice((*range(60), None)),
            "bedrag": chance.choice((None, chance.gauss(3000, 500))),
        }
        for _ in range(number)
    ]


@pytest.fixture(params=ENGINES)
def engine(request):
    return request.param


@pytest.mark.parametrize("seed", [1, 2])
def test_counts_are_those_of_the_slow_tally_on_every_engine(engine, seed, tmp_path):
    rows = make_rows(seed)
    for row in rows:
        row["uitkomst"] = row["uitkomst"] and row["uitkomst"].lower()
    by = ["herkomst", "schaal"]
    found = tally(source(engine, rows, tmp_path), by=by, outcome="uitkomst")
    assert counts_of(found) == slow_counts(rows, by=by, outcome="uitkomst", value="ja")
    assert (found.sources[0].rows, found.sources[0].used) == (len(rows), len(rows))


def test_repeats_are_those_of_the_slow_tally_on_every_engine(engine, tmp_path):
    rows = make_rows(3)
    for row in rows:
        row["uitkomst"] = row["uitkomst"] and row["uitkomst"].lower()
    found = tally(
        source(engine, rows, tmp_path), by="herkomst", outcome="uitkomst", person="persoon"
    )
    truth = slow_repeats(rows, by=["herkomst"], outcome="uitkomst", value="ja", person="persoon")
    kept = {key: cell.repeats for key, cell in found.cells.items()}
    assert {
        key: (each.persons, each.cases_squared, each.cases_by_rows, each.rows_squared)
        for key, each in kept.items()
    } == truth


def test_nothing_of_a_person_is_in_the_tally_or_in_what_is_written(engine, tmp_path):
    rows = make_rows(4)
    for place, row in enumerate(rows):
        row["persoon"] = f"kanarie-{place // 2}"
    found = tally(
        source(engine, rows, tmp_path), by="herkomst", outcome="uitkomst=ja", person="persoon"
    )
    found.to_parquet(tmp_path / "telling.parquet")
    everything = repr(found).encode() + found.to_json().encode()
    everything += (tmp_path / "telling.parquet").read_bytes()
    assert b"kanarie" not in everything
    assert found.total.repeats.persons > 100


def large_amounts(number=600):
    """Amounts of a milliard that differ by about 1: sums of squares lose all digits here."""
    chance = random.Random(5)
    return [
        {"groep": chance.choice("AB"), "bedrag": round(1e9 + chance.gauss(0, 1), 4)}
        for _ in range(number)
    ]


def assert_exact(found, rows):
    """Means and sums of squares to 1e-9, against fractions."""
    for key, (count, mean, m2) in slow_moments(rows, by=["groep"], amount="bedrag").items():
        kept = found.cells[key].amount
        assert kept.count == count
        assert abs(Fraction(found.origin) + Fraction(kept.mean) - mean) <= mean * Fraction(1, 10**9)
        assert abs(Fraction(kept.m2) - m2) <= m2 * Fraction(1, 10**9)


def test_large_amounts_keep_their_digits_on_every_engine(engine, tmp_path):
    rows = large_amounts()
    assert_exact(tally(source(engine, rows, tmp_path), by="groep", amount="bedrag"), rows)


def test_without_an_origin_the_digits_would_be_gone():
    rows = large_amounts()
    amounts = [row["bedrag"] for row in rows if row["groep"] == "A"]
    naive = sum(x * x for x in amounts) - sum(amounts) ** 2 / len(amounts)
    _, _, m2 = slow_moments(rows, by=["groep"], amount="bedrag")[("A",)]
    assert abs(Fraction(naive) - m2) > m2 / 100


def test_large_amounts_keep_their_digits_in_parts_and_in_any_order(engine, tmp_path):
    rows = large_amounts()
    whole = tally(source(engine, rows, tmp_path), by="groep", amount="bedrag")
    shuffled = random.Random(6).sample(rows, len(rows))
    parts = []
    for place in range(3):
        folder = tmp_path / str(place)
        folder.mkdir()
        part = source(engine, shuffled[place::3], folder)
        parts.append(tally(part, by="groep", amount="bedrag"))
    assert len({part.origin for part in parts}) == 3
    added = reduce(add, parts)
    assert_exact(added, rows)
    assert added.equals(whole)
    assert reduce(add, parts[::-1]).equals(whole)


def test_equals_sees_a_difference_in_the_sixth_digit_of_the_spread():
    rows = large_amounts()
    one = tally(rows, by="groep", amount="bedrag")
    other = tally([*rows[:-1], {**rows[-1], "bedrag": 1e9 + 2}], by="groep", amount="bedrag")
    assert not one.equals(other)


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "herkomst": st.sampled_from(GROUPS),
            "wijk": st.sampled_from(("1", "2", None)),
            "uitkomst": st.sampled_from(("ja", "nee", None)),
            "bedrag": st.one_of(st.none(), st.floats(-1e6, 1e6)),
        }
    ),
    min_size=3,
    max_size=30,
)
BY = ["herkomst", "wijk"]
ANSWER = {"herkomst": "NL", "wijk": "1", "uitkomst": "nee", "bedrag": 1.0}


def count(rows):
    """Every part holds at least one known outcome and one amount."""
    return tally(frame([ANSWER, *rows]), by=BY, outcome="uitkomst=ja", amount="bedrag")


def frame(rows):
    """Polars: the quickest engine for a few rows."""
    import polars

    kinds = {"herkomst": polars.String, "wijk": polars.String, "uitkomst": polars.String}
    return polars.DataFrame(rows, schema={**kinds, "bedrag": polars.Float64})


@given(one=ROWS, other=ROWS)
@examples(25)
def test_adding_does_not_look_at_the_order_of_tables(one, other):
    assert (count(one) + count(other)).equals(count(other) + count(one))


@given(one=ROWS, two=ROWS, three=ROWS)
@examples(25)
def test_adding_does_not_look_at_the_brackets(one, two, three):
    a, b, c = count(one), count(two), count(three)
    assert ((a + b) + c).equals(a + (b + c))


@given(rows=ROWS, seed=st.randoms(use_true_random=False), at=st.integers(0, 30))
@examples(25)
def test_order_and_partition_of_rows_do_not_matter(rows, seed, at):
    shuffled = seed.sample(rows, len(rows))
    assert count(shuffled).equals(count(rows))
    parts = count(shuffled[:at]) + count(shuffled[at:])
    assert parts.equals(count([ANSWER, *rows]))


@given(one=ROWS, other=ROWS)
@examples(25)
def test_a_roll_up_of_a_sum_is_the_sum_of_the_roll_ups(one, other):
    a, b = count(one), count(other)
    for columns in (["herkomst"], ["wijk"], ["wijk", "herkomst"]):
        assert (a + b).roll_up(to=columns).equals(a.roll_up(to=columns) + b.roll_up(to=columns))


@given(rows=ROWS)
@examples(15)
def test_a_roll_up_is_the_tally_over_fewer_columns(rows):
    direct = tally(frame([ANSWER, *rows]), by="wijk", outcome="uitkomst=ja", amount="bedrag")
    assert count(rows).roll_up(to=["wijk"]).equals(direct)


@given(rows=ROWS)
@examples(15)
def test_all_engines_in_memory_give_the_slow_answer(rows):
    rows = [ANSWER, *rows]
    truth = slow_counts(rows, by=BY, outcome="uitkomst", value="ja")
    for engine in FAST:
        found = tally(source(engine, rows, None), by=BY, outcome="uitkomst=ja")
        assert counts_of(found) == truth, engine


def test_tallies_of_persons_are_not_added_and_not_rolled_up():
    rows = make_rows(7)
    one = tally(rows, by=["herkomst", "schaal"], outcome="uitkomst=ja", person="persoon")
    with pytest.raises(CallError, match="vaker voorkomen"):
        one + one
    with pytest.raises(CallError, match="vaker voorkomen"):
        one.roll_up(to=["herkomst"])


def test_tallies_of_different_questions_are_not_added():
    rows = make_rows(8)
    with pytest.raises(CallError, match="dezelfde kolommen"):
        tally(rows, by="herkomst", outcome="uitkomst=ja") + tally(rows, by="schaal")


def test_a_median_comes_from_a_tally_with_the_value_as_a_column():
    rows = [{"groep": "A", "dagen": days} for days in (3, 1, 4, 1, 5, 9, 2)]
    counts = tally(rows, by=["groep", "dagen"])
    days = sorted(
        int(level) for (_, level), cell in counts.cells.items() for _ in range(cell.n.value)
    )
    assert days[len(days) // 2] == 3


@pytest.mark.parametrize("engine", ["list", "polars"])
def test_the_cells_come_in_a_fixed_order_with_unknown_last(engine, tmp_path):
    rows = [{"schaal": scale, "n": 1} for scale in ("10", None, "9", "b", "A")]
    found = tally(source(engine, rows, tmp_path), by="schaal", count="n")
    assert found.levels("schaal") == ("9", "10", "A", "b", "onbekend")


def test_reading_back_gives_the_same_tally(tmp_path):
    rows = make_rows(9)
    found = tally(rows, by=["herkomst", "schaal"], outcome="uitkomst=ja", amount="bedrag")
    assert Tally.from_json(found.to_json()) == found
    assert json.loads(found.to_json())["format"] == "waterpas-tally"
    found.to_parquet(tmp_path / "t.parquet")
    assert Tally.from_parquet(tmp_path / "t.parquet") == found
