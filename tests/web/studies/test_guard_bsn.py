"""A BSN is known by the eleven-test, whatever the column is called."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.web.studies.looking import OUTCOMES, header_only, kinds, look
from waterpas.web.studies.guard_values import passes_eleven_test


class TestBsn:
    """A BSN is known by the eleven-test, whatever the column is called."""

    @given(
        st.lists(st.integers(10_000_00, 999_999_999), min_size=3, max_size=40, unique=True),
        st.sampled_from(
            [str, int, float, "{:09d}".format, lambda n: f"{n:09d}"[:3] + "." + f"{n:09d}"[3:]]
        ),
    )
    def test_a_column_of_them_is_always_seen(self, numbers, written):
        bsns = [n for n in map(made_to_pass, numbers) if n is not None and n >= 10_000_000]
        assume(len(set(bsns)) >= 3)

        found = look(kolom=[written(bsn) for bsn in bsns], uitkomst=OUTCOMES)

        assert kinds(found.never_read)["kolom"] == "bsn"

    @given(st.lists(st.integers(100_000_000, 999_999_999), min_size=1, max_size=40))
    def test_numbers_that_do_not_pass_are_never_taken_for_one(self, numbers):
        others = [n for n in numbers if not passes_eleven_test(str(n))]
        assume(others)

        assert "bsn" not in kinds(look(kolom=others).never_read).values()

    def test_a_column_of_other_numbers_is_seldom_taken_for_one(self):
        dice = random.Random(7)
        tables = [[dice.randrange(10**8, 10**9) for _ in range(100)] for _ in range(500)]
        wrong = [table for table in tables if look(kenmerk=table).never_read]

        assert len(wrong) <= 3

    @pytest.mark.parametrize(
        ("digits", "passes"),
        [
            ("111222333", True),
            ("123456782", True),
            ("11122233", False),
            ("010464554", True),
            ("10464554", True),
            ("000000000", False),
            ("123456789", False),
        ],
    )
    def test_the_eleven_test(self, digits, passes):
        assert passes_eleven_test(digits) is passes

    @given(st.integers(1, 99_999_999), st.integers(0, 8), st.integers(1, 9))
    def test_one_wrong_digit_is_noticed(self, number, place, more):
        bsn = made_to_pass(number * 10)
        assume(bsn is not None)
        digits = f"{bsn:09d}"
        wrong = digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :]
        # The check digit has weight -1, the others their weight: none of them is a multiple of 11.
        assert not passes_eleven_test(wrong)

    @pytest.mark.parametrize("header", ["bsn", "BSN_nr", "BurgerServiceNummer", "sofi-nummer"])
    def test_it_is_known_by_its_header_too(self, header):
        assert kinds(header_only(header).never_read) == {header: "bsn"}

    def test_a_few_between_other_things_are_seen(self):
        found = look(id=["111222333", "onbekend", "onbekend", "onbekend"], uitkomst=OUTCOMES)
        assert found.never_read[0].example_cells == ("A2",)

        found = look(opmerking=["gebeld", "zie BSN: 111222333, mail", ""], uitkomst=OUTCOMES)
        assert found.never_read[0].example_cells == ("A3",)

    @pytest.mark.parametrize(
        "values",
        [
            [20240131, 20240205, 20240311, 20240412],
            ["2024-01-31", "2024-02-05"],
            [12_345_678.5, 23_456_789.5],
            [123456789, 123456789, 123456789],
            [0, 0, 0],
        ],
    )
    def test_dates_amounts_and_one_same_number_are_not(self, values):
        assert look(waarde=values).never_read == ()


def made_to_pass(number: int) -> int | None:
    """The number with its last digit changed so that it passes; None when no digit does."""
    start = f"{number:09d}"[:8]
    return next((int(start + d) for d in "0123456789" if passes_eleven_test(start + d)), None)
