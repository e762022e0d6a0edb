"""What the guard sees in a table before anything else of it is read."""

import time
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.studies.columns import (
    FALSE_ALARMS,
    NEVER_BY_HEADER,
    NEVER_BY_VALUE,
    STOPPED_BY_HEADER,
    STOPPED_BY_VALUE,
)
from tests.web.studies.looking import OUTCOMES, header_only, kinds, look
from tests.web.studies.people import BSNS, COLUMNS, PEOPLE
from waterpas.web.studies.guard import ROUTES, Concern, inspect
from waterpas.web.studies.guard_kinds import NEVER_READ, STOPPED


@pytest.mark.parametrize(("kind", "values"), NEVER_BY_VALUE)
def test_by_its_values_it_is_never_read_whatever_the_header_says(kind, values):
    found = look(uitkomst=OUTCOMES, kolom=values)

    assert kinds(found.never_read) == {"kolom": kind}
    assert found.places_never_read == {1}
    assert all(cell.startswith("B") for cell in found.never_read[0].example_cells)


@pytest.mark.parametrize(
    ("kind", "header"), [(kind, name) for kind, names in NEVER_BY_HEADER.items() for name in names]
)
def test_by_its_header_it_is_never_read_also_without_rows(kind, header):
    found = header_only(header).never_read

    assert kinds(found) == {header: kind}
    assert found[0].example_cells == ("A1",)


@pytest.mark.parametrize(
    ("kind", "header"),
    [(kind, name) for kind, names in STOPPED_BY_HEADER.items() for name in names],
)
def test_by_its_header_it_stops_a_table_of_people(kind, header):
    assert kinds(header_only(header).stopped) == {header: kind}


@pytest.mark.parametrize(("kind", "values"), STOPPED_BY_VALUE)
def test_by_its_values_it_stops_a_table_of_people(kind, values):
    found = look(uitkomst=OUTCOMES, kolom=values)

    assert kinds(found.stopped) == {"kolom": kind}
    assert found.never_read == ()


@pytest.mark.parametrize("header", ["turks", "Is Marokkaans", "moslim", "herkomst buiten Europa"])
def test_a_yes_or_no_about_one_group_stops_it_too(header):
    found = inspect(
        ["uitkomst", header],
        [["ja", "1"], ["nee", "0"], ["ja", "0"]],
        rows_are_people=True,
        has_counts=False,
    )

    assert [concern.column for concern in found.stopped] == [header]


@pytest.mark.parametrize("values", [["MAR", "TUR"], ["MA", "TR", "PL"], ["Kenia", "Peru"]])
@pytest.mark.parametrize("header", ["land", "Landcode", "country_code"])
def test_under_a_header_that_says_country_no_dutch_one_is_needed(header, values):
    assert kinds(look(**{"uitkomst": OUTCOMES, header: values}).stopped) == {header: "origin"}


class TestCounts:
    """In a table of counts origin is a group, and that is fine."""

    def test_with_a_column_of_counts(self):
        found = look(
            people=False,
            counts=True,
            herkomst=["NL", "buiten Europa"],
            geboorteland=["in NL", "buiten NL"],
            gekozen=[1050, 2010],
            aantal=[178200, 54820],
        )

        assert (found.never_read, found.stopped) == ((), ())

    def test_with_groups_as_columns(self):
        header = ["Stap", "Herkomst: NL", "Herkomst: buiten Europa", "Turks", "moslim"]
        rows = [["Iedereen", 178200, 54820, 120, 30], ["Gekozen", 1050, "x", 12, 0]]
        for people in (True, False):
            found = inspect(header, rows, rows_are_people=people, has_counts=False)

            assert (found.never_read, found.stopped) == ((), ())

    def test_percentages_are_numbers_too(self):
        found = look(people=False, herkomst=["NL", "buiten Europa"], deel=["12,5%", "7,1%"])

        assert found.stopped == ()

    def test_but_with_a_bsn_a_row_is_a_person_whatever_was_said(self):
        found = look(people=False, counts=True, kolom=BSNS, herkomst=["NL", "Europa"], n=[1, 1])

        assert kinds(found.stopped) == {"herkomst": "origin"}
        assert kinds(found.never_read) == {"kolom": "bsn"}

    def test_and_without_any_number_it_is_no_table_of_counts(self):
        found = look(people=False, herkomst=["NL", "buiten Europa", "NL"], uitkomst=OUTCOMES)

        assert kinds(found.stopped) == {"herkomst": "origin"}


@pytest.mark.parametrize("header", FALSE_ALARMS)
def test_what_only_looks_like_it_is_left_alone(header):
    found = look(**{header: FALSE_ALARMS[header], "uitslag": OUTCOMES})

    assert (found.never_read, found.stopped) == ((), ())


class TestAddress:
    """A part of an address becomes one when the house number stands beside it."""

    def test_a_postcode_alone_is_an_area(self):
        assert look(postcode=["1234 AB", "2345 BC"], straat=["Kerkweg", "Dam"]).never_read == ()

    def test_with_a_house_number_all_parts_stay_out(self):
        found = look(postcode=["1234 AB"], huisnummer=[12], straatnaam=["Kerkweg"], uitkomst=["ja"])

        assert kinds(found.never_read) == dict.fromkeys(
            ("postcode", "huisnummer", "straatnaam"), "address"
        )


class TestDateOfBirth:
    @pytest.mark.parametrize(
        "values",
        [
            [date(1984, 5, 12), date(2001, 1, 1)],
            [datetime(1984, 5, 12), datetime(2001, 1, 1)],
            ["12-05-1984", "01/01/2001"],
            [19840512, 20010101],
        ],
    )
    def test_any_way_of_writing_a_date(self, values):
        assert kinds(look(geb=values).never_read) == {"geb": "date-of-birth"}

    def test_dates_of_a_lifetime_under_a_header_that_says_little(self):
        dates = [f"01-03-{year}" for year in range(1950, 2005, 5)]

        assert kinds(look(datum=dates).never_read) == {"datum": "date-of-birth"}


class TestNames:
    def test_a_bare_name_is_one_where_rows_are_people_and_differ(self):
        assert kinds(look(naam=["Xylo", "Quux", "Zorg"]).stopped) == {"naam": "name"}
        assert look(people=False, naam=["Xylo", "Quux"], n=[5, 9]).never_read == ()

    def test_a_person_by_role_with_two_words_in_the_cells(self):
        found = look(behandelaar=["Quirine Zandvoort", "Xander Ypma"], uitkomst=OUTCOMES)
        assert kinds(found.stopped) == {"behandelaar": "name"}

        assert look(behandelaar=["B01", "B02", "B01"], uitkomst=OUTCOMES).stopped == ()

    def test_a_story_of_hyphens_takes_no_time(self):
        begin = time.monotonic()
        look(tekst=["Aa-" * 60 + "!", "A. " * 60, "Van de " * 40, "1 " * 90] * 50)

        assert time.monotonic() - begin < 2


class TestPlaces:
    """A concern says where to look."""

    def test_cells_are_named_as_in_a_spreadsheet_three_at_most(self):
        rows = [["x", address] for address in ["", "a@b.nl", "c@d.nl", "e@f.nl", "g@h.nl"]]
        found = inspect(["k", "m"], rows, rows_are_people=True, has_counts=False).never_read[0]

        assert (found.place, found.example_cells) == (1, ("B3", "B4", "B5"))

    def test_the_header_may_stand_lower(self):
        found = inspect(
            ["x", "herkomst"],
            [["a", "Turks"]],
            rows_are_people=True,
            has_counts=False,
            header_row=4,
        ).stopped[0]

        assert found.example_cells == ("B5",)

    def test_rows_may_be_short_and_cells_of_any_kind(self):
        odd = [[], [None], [float("nan"), 1], ["", b"x"], [object(), True], ["a@b.nl"]]
        found = inspect(["m", "n"], odd, rows_are_people=True, has_counts=False)

        assert kinds(found.never_read) == {"m": "email"}

    def test_in_a_wide_table_it_stays_quick(self):
        begin = time.monotonic()
        inspect(
            [f"k{n}" for n in range(400)],
            [["Dorp 12"] * 400] * 200,
            rows_are_people=True,
            has_counts=False,
        )

        assert time.monotonic() - begin < 10


cells = st.one_of(
    st.sampled_from(PEOPLE),
    st.integers(10**8, 10**9),
    st.text(min_size=4, max_size=30),
    st.dates(date(1930, 1, 1)),
)


@given(
    st.lists(
        st.sampled_from(["kolom", "herkomst", "naam", "adres", "geb"]), min_size=1, max_size=4
    ),
    st.lists(st.lists(cells, min_size=4, max_size=4), min_size=1, max_size=8),
)
def test_no_concern_ever_carries_a_cell(header, rows):
    found = inspect(header, rows, rows_are_people=True, has_counts=False)

    for concern in (*found.never_read, *found.stopped):
        assert concern.column in header
        assert concern.why in (*NEVER_READ.values(), *STOPPED.values())
        assert all(cell[0].isalpha() and cell[1:].isdigit() for cell in concern.example_cells)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column[0])
def test_of_a_file_without_a_header_the_first_row_is_not_shown_either(column):
    first, *rest = column
    found = inspect(
        ["x", first, "12-05-1984"],
        [["ja", cell, "13-05-1984"] for cell in rest],
        rows_are_people=True,
        has_counts=False,
    )

    assert [concern.column for concern in found.never_read] == ["B"]
    assert first not in repr(found)
    assert "1984" not in repr(found)


def test_every_kind_is_proven_here():
    never = {kind for kind, _ in NEVER_BY_VALUE} | set(NEVER_BY_HEADER)
    stopped = {kind for kind, _ in STOPPED_BY_VALUE} | set(STOPPED_BY_HEADER)

    assert never == set(NEVER_READ)
    assert stopped == set(STOPPED)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_sentence_is_there_in_both_languages(lang):
    concerns = [
        Concern("k", 0, kind, why) for table in (NEVER_READ, STOPPED) for kind, why in table.items()
    ]
    texts = [concern.text(lang) for concern in concerns]
    texts += [text for route in ROUTES for text in route.in_language(lang)]

    assert all(texts)
    assert len({route.code for route in ROUTES}) == len(ROUTES) == 5
    if lang == "en":
        assert not {why for table in (NEVER_READ, STOPPED) for why in table.values()} & set(texts)
