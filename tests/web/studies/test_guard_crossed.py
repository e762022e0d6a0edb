"""A table of counts with only numbers beside the groups passes; no register does."""

import random
from itertools import product

import pytest

from tests.web.studies.test_guard_whole import seen, stops, written
from waterpas.codebooks.names import readings
from waterpas.web.studies.guard_crossed import names_a_count
from waterpas.web.studies.guard_structure import of_rows

ORIGINS = ("Nederland", "Europa", "buiten Europa")
SHARES = (6, 1, 2)


def scales(missing=()):
    """Scale by origin, with how many people and how many moved up; some combinations are empty."""
    dice = random.Random(8)
    for scale in range(6, 17):
        for group in ORIGINS:
            if (scale, group) not in missing:
                people = dice.randrange(12, 300)
                yield [scale, group, people, people // 4]


HIGH = {(15, "Europa"), (16, "Europa"), (16, "buiten Europa"), (6, "Europa")}
HEAD = ["schaal", "herkomst", "aantal", "bevorderd"]


def stopped(header, rows, **how):
    return stops(seen(written(header, rows), **{"people": False, "counts": True, **how}))


class TestTablesOfCounts:
    """What was refused, and is a table of counts."""

    @pytest.mark.parametrize("missing", [(), HIGH])
    def test_of_scales_and_origins(self, missing):
        assert stopped(HEAD, scales(missing)) == {}

    def test_of_years_and_ages_that_are_not_all_there(self):
        dice = random.Random(9)
        rows = [
            [year, age, group, dice.randrange(10, 90)]
            for year in (2021, 2022, 2023)
            for age in range(20, 65)
            for group in ORIGINS
            if age < 60 or group != "Europa"
        ]
        assert stopped(["jaar", "leeftijd", "herkomst", "mensen"], rows) == {}

    def test_with_a_name_beside_the_code_of_each_place(self):
        dice = random.Random(10)
        rows = [
            [code, f"Wijk {code}", age, group, dice.randrange(10, 90)]
            for code in range(1, 12)
            for age in (20, 30, 40, 50)
            for group in ORIGINS
            if (code, group) not in {(1, "Europa"), (3, "Europa"), (4, "buiten Europa")}
        ]
        header = ["wijkcode", "wijk", "leeftijd", "herkomst", "aantal inwoners"]
        assert stopped(header, rows) == {}

    @pytest.mark.parametrize("left_out", [0, 1])
    def test_of_days_and_ends_with_the_same_rows_for_each_group(self, left_out):
        """Also with few of all days and ends that could be there, and without one of the rows."""
        dice = random.Random(12)
        ends = [(day, "besluit") for day in range(7, 400, 7)] + [(day, "open") for day in (7, 70)]
        rows = [
            [group, day, end, dice.randrange(30)]
            for group in ("Nederland", "buiten Europa")
            for day, end in ends
        ]
        header = ["herkomst", "dagen", "afloop", "aanvragen"]
        assert stopped(header, rows[left_out:]) == {}

    def test_with_hidden_counts_and_a_dot_for_thousands(self):
        rows = [[s, g, "x" if n < 40 else f"1.{n:03d}", c] for s, g, n, c in scales(HIGH)]
        assert stopped(HEAD, rows) == {}


class TestRegisters:
    """Each of these says that it holds counts, and has a column that is called so."""

    def test_the_same_table_with_one_combination_twice(self):
        """The positive control: what lets the table through is that each combination is once."""
        rows = list(scales(HIGH))
        assert stopped(HEAD, [*rows, [*rows[0][:2], 40, 3]]) == {"herkomst": "origin"}

    def test_the_same_table_when_nobody_said_that_it_holds_counts(self):
        rows = list(scales(HIGH))
        assert stopped(HEAD, rows, counts=False) == {"herkomst": "origin"}
        assert stopped(HEAD, rows, people=True) == {"herkomst": "origin"}

    def test_the_same_table_with_ones_or_without_a_name_that_says_count(self):
        rows = list(scales(HIGH))
        ones = [[scale, group, 1 + (at % 2), 1] for at, (scale, group, _, _) in enumerate(rows)]
        assert stopped(HEAD, ones) == {"herkomst": "origin"}
        assert stopped(["schaal", "herkomst", "uren", "verlof"], rows) == {"herkomst": "origin"}

    def test_a_count_is_no_group_that_tells_rows_apart(self):
        """Two of each scale and origin, and only the count differs."""
        rows = [
            [scale, group, people, 3]
            for scale in range(6, 17)
            for group in ORIGINS
            for people in (20, 36)
        ]
        assert stopped(HEAD, rows) == {"herkomst": "origin"}

    @pytest.mark.parametrize("times", [1, 2, 3, 12])
    @pytest.mark.parametrize("number", [int, "P{}".format])
    def test_with_a_number_of_each_employee_in_one_or_more_years(self, times, number):
        dice = random.Random(11)
        origins = dice.choices(ORIGINS, SHARES, k=60)
        rows = [
            [number(1000 + who), 2012 + year, origins[who], dice.randrange(20, 40)]
            for who in range(60)
            for year in range(times)
        ]
        assert list(stopped(["nr", "jaar", "herkomst", "aantal"], rows)) == ["herkomst"]

    def test_a_number_of_each_employee_with_two_groups_that_are_as_large(self):
        """The nearest that a register comes: half of what could be there, where we ask more."""
        rows = [
            [1000 + who, year, ORIGINS[who % 2], 36] for who in range(60) for year in (2023, 2024)
        ]
        assert list(stopped(["nr", "jaar", "herkomst", "aantal"], rows)) == ["herkomst"]

    @pytest.mark.parametrize("size", [20, 24, 30, 45, 60, 100, 200])
    def test_no_staff_drawn_by_chance_passes(self, size):
        for seed in range(25):
            dice = random.Random(1000 * size + seed)
            rows = [
                [
                    dice.randrange(2, 2 + dice.choice([2, 4, 10])),
                    dice.randrange(20, 67),
                    dice.choices(ORIGINS, SHARES)[0],
                    dice.randrange(0, 40),
                    dice.randrange(20, 41),
                ]
                for _ in range(size)
            ]
            header = ["schaal", "leeftijd", "herkomst", "dienstjaren", "aantal"]
            assert list(stopped(header, rows)) == ["herkomst"], (size, seed)

    @pytest.mark.parametrize("size", [24, 60, 100])
    def test_no_staff_with_groups_that_are_as_large_passes(self, size):
        """Whatever was said, and with a number of its own for each."""
        for seed in range(25):
            dice = random.Random(1000 * size + seed)
            rows = [
                [1000 + who, dice.randrange(6, 12), dice.randrange(20, 67), ORIGINS[who % 2], 36]
                for who in range(size)
            ]
            header = ["nr", "schaal", "leeftijd", "herkomst", "uren"]
            assert list(stopped(header, rows, counts=bool(seed % 2))) == ["herkomst"], seed


@pytest.mark.parametrize("header", ["aantal", "Aantal medewerkers", "n", "mensen", "AantalBanen"])
def test_a_header_that_counts_people(header):
    assert names_a_count(readings(header))


@pytest.mark.parametrize(
    "header", ["aantal kinderen", "aantal dienstjaren", "aantal uren", "naam", "nr", "leeftijd"]
)
def test_a_header_that_counts_something_of_a_person(header):
    assert not names_a_count(readings(header))


def test_what_the_page_advises_helps_the_same_rows_for_each_group_also_with_none():
    cells = list(product(("NLD", "MAR", "TUR"), ("S9", "S10"), ("0-9", "10-19"), "12345"))
    rows = [[*cell, "0" if at % 7 > 4 and at > 30 else "20"] for at, cell in enumerate(cells)]
    some = [row for row in rows if row[-1] != "0"]

    assert not of_rows(some, [0, 1, 2], [0])
    assert of_rows(rows, [0, 1, 2], [0])
