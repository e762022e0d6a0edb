"""Tables of the Barometer as people have them: names, signs, workbooks; and what is refused."""

import pytest

import waterpas
from tests.web.studies.factories import workbook
from waterpas.errors import CallError, InputError, WaterpasError

WHOLE = {"onderdeel": "hele organisatie", "banen": 1400, "NL": 79, "Europa": 9, "buiten Europa": 12}
LOW = {"onderdeel": "schaal 1-8", "banen": 800, "NL": 74, "Europa": 9, "buiten Europa": 17}


def shares(result, of=None):
    """The shares of one line, in order."""
    return [f.value for f in result.figures if f.name == "share" and len(f.of) == (2 if of else 1)]


@pytest.mark.parametrize(
    "names",
    [
        ("NL", "Europa", "buiten Europa"),
        ("Herkomst Nederland", "Herkomst Europa", "Herkomst buiten Europa"),
        ("Nederlandse herkomst (%)", "Europa (excl. NL)", "Buiten-Europa"),
        ("aandeel banen, Nederland", "aandeel banen, Europa zonder Nederland", "BUITEN  EUROPA"),
        ("origin Netherlands", "origin Europe", "origin outside Europe"),
    ],
)
def test_the_columns_are_found_by_the_words_in_their_names(names):
    row = {"Deel": "hele organisatie", "Aantal banen": 1400}

    result = waterpas.barometer([row | dict(zip(names, (79, 9, 12), strict=True))])

    assert shares(result) == [0.79, 0.09, 0.12]
    assert result.figures[0].people[0].n.value == 1400


def test_a_column_can_be_named():
    rows = [{"wie": "hele organisatie", "aantal": 700, "a": 80, "b": 8, "c": 12}]

    result = waterpas.barometer(
        rows, part="wie", jobs="aantal", netherlands="a", europe="b", outside_europe="c"
    )

    assert shares(result) == [0.8, 0.08, 0.12]


@pytest.mark.parametrize(
    "sign", [".", "", "x", "X", "*", "-", "geheim", None, "-99997", "onbekend"]
)
def test_a_hidden_cell_stays_hidden_and_is_never_worked_out(sign):
    result = waterpas.barometer([WHOLE | {"Europa": sign}])

    (hidden,) = [f for f in result.figures if f.of == {"herkomst": "Europa"}]
    assert (hidden.value, hidden.interval, hidden.people) == (None, None, ())
    assert [a.code for a in result.answers] == ["share", "hidden-one", "share"]
    assert "one-of-three" in {note.code for note in result.notes}
    assert all(f.value != pytest.approx(0.09) for f in result.figures)


def test_with_two_hidden_cells_no_third_follows():
    result = waterpas.barometer([WHOLE | {"Europa": "x", "buiten Europa": "x"}])

    assert "one-of-three" not in {note.code for note in result.notes}


def test_percentages_may_have_signs_and_decimal_commas():
    row = {"NL": "79,0%", "Europa": "9,4 %", "buiten Europa": "11.6"}

    result = waterpas.barometer([{"banen": 1400} | row])

    assert shares(result) == [0.79, 0.094, 0.116]
    assert result.figures[0].interval.low == 0.7895
    assert result.notes[0].code == "rounded-to"


def test_a_workbook_keeps_percentages_as_parts_of_one(tmp_path):
    path = tmp_path / "barometer.xlsx"
    header = ["Onderdeel", "Banen", "Herkomst NL", "Herkomst Europa", "Herkomst buiten Europa"]
    rows = [
        header,
        ["Hele organisatie", 1400, 0.79, 0.09, 0.12],
        ["Schaal 9+", 600, 0.86, 0.09, "x"],
    ]
    path.write_bytes(workbook(("Barometer", rows)))

    result = waterpas.barometer(path)

    assert shares(result) == [0.79, 0.09, 0.12]
    assert result.figures[0].interval.low == 0.785  # whole percentages, not 0.01 of them
    assert result.sources[0].sha256


def test_a_file_with_semicolons_is_read(tmp_path):
    path = tmp_path / "barometer.csv"
    path.write_text("onderdeel;banen;NL;Europa;buiten Europa\nTotaal;1.400;79,5;9,0;11,5\n;;;;\n")

    result = waterpas.barometer(path)

    assert shares(result) == [0.795, 0.09, 0.115]
    assert result.sources[0].rows == 1


def test_jobs_may_be_rounded():
    result = waterpas.barometer([WHOLE], rounded_to=100)

    assert (result.figures[0].people[0].n.low, result.rounded_to) == (1350, 100)


def test_without_a_number_of_jobs_it_is_said_and_nothing_gets_out():
    row = {name: value for name, value in WHOLE.items() if name != "banen"}

    result = waterpas.barometer([row])

    assert result.answers[0].code == "jobs-unknown"
    released = waterpas.release(result, audience="internal").result
    assert all(f.value is None for f in released.figures)
    assert {a.code for a in released.answers} == {"jobs-unknown", "hidden"}


@pytest.mark.parametrize("column", ["onderdeel", "NL", "banen"])
def test_two_columns_of_one_kind_must_be_named(column):
    kinds = {"onderdeel": "deel", "NL": "Nederland", "banen": "alle banen"}

    with pytest.raises(CallError, match="Welke kolom moet het zijn"):
        waterpas.barometer([WHOLE | {kinds[column]: 1}])


BAD = {
    "no column": ([{"NL": 80, "Europa": 20}], "geen kolom met de percentages"),
    "above": ([WHOLE | {"NL": 179}], "geen percentage van 0 tot en met 100"),
    "below": ([WHOLE | {"NL": -1}], "geen percentage"),
    "word": ([WHOLE | {"NL": "veel"}], "geen percentage"),
    "not a number": ([WHOLE | {"NL": float("inf")}], "geen percentage"),
    "more than all": ([WHOLE | {"NL": 85}], "samen 106"),
    "less than all": ([WHOLE | {"NL": 70}], "samen 91"),
    "two hidden, too much": ([WHOLE | {"NL": 99, "Europa": 9, "buiten Europa": "x"}], "samen 108"),
    "twice": ([WHOLE, WHOLE], "twee keer"),
    "jobs": ([WHOLE | {"banen": "ruim 1000"}], "geen aantal"),
    "broken jobs": ([WHOLE | {"banen": 12.5}], "heel getal"),
    "nothing": ([{"NL": None, "Europa": None, "buiten Europa": None}], "geen enkele rij"),
    "rows of people": ([WHOLE | {"onderdeel": f"rij {n}"} for n in range(101)], "101 rijen"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_table_of_the_barometer_is_refused_in_one_sentence(name):
    rows, said = BAD[name]

    with pytest.raises(InputError, match=said) as refused:
        waterpas.barometer(rows)
    assert "%(" not in refused.value.text("en")


CALLS = {
    "column": ({"jobs": "fte"}, "staat niet in"),
    "whole": ({"whole": "alles"}, "staat er niet"),
    "origin": ({"outside": {"Azië": 3}, "outside_source": "CBS"}, "is er niet"),
    "number": ({"outside": {"NL": "veel"}, "outside_source": "CBS"}, "geen getal"),
    "too much": ({"outside": {"NL": 90, "Europa": 30}, "outside_source": "CBS"}, "meer dan 100"),
    "no source": ({"outside": {"NL": 90}}, "horen bij een bron"),
    "empty source": ({"outside": {"NL": 90}, "outside_source": " "}, "horen bij een bron"),
    "only a source": ({"outside_source": "CBS"}, "horen bij een bron"),
    "unmatched": ({"unmatched": 5}, "0.05 is 5 van de 100"),
    "unmatched text": ({"unmatched": "0.05"}, "0.05 is 5 van de 100"),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_question_that_does_not_fit_is_refused_in_one_sentence(name):
    asked, said = CALLS[name]

    with pytest.raises(CallError, match=said):
        waterpas.barometer([WHOLE, LOW], **asked)


@pytest.mark.parametrize("years", [("2021", "2023", "2025"), ("toen", "nu")])
def test_no_more_than_two_years_are_laid_side_by_side(years):
    with pytest.raises(WaterpasError, match="twee naast elkaar"):
        waterpas.barometer([WHOLE | {"jaar": year} for year in years])


def test_a_part_with_more_jobs_than_the_whole_is_refused_by_its_row():
    rows = [WHOLE | {"banen": 1000}, LOW | {"banen": 1400}]

    with pytest.raises(InputError) as refused:
        waterpas.barometer(rows)

    said = refused.value.text()
    assert said.startswith(f"In de tabel, rij 2, heeft '{LOW['onderdeel']}' 1400 banen.")
    assert "de hele organisatie heeft: 1000." in said
    assert "more than the whole organisation has: 1000" in refused.value.text("en")


def test_a_part_of_another_year_may_be_larger_than_the_whole_is_now():
    then = [WHOLE | {"banen": 2000, "jaar": 2023}, LOW | {"banen": 1500, "jaar": 2023}]

    assert waterpas.barometer([WHOLE | {"jaar": 2025}, *then]).answers


def test_rows_of_our_own_are_called_the_table_and_numbers_have_a_comma():
    with pytest.raises(InputError) as refused:
        waterpas.barometer([WHOLE | {"NL": "80,5", "Europa": "9,0", "buiten Europa": "12,0"}])

    assert "In de tabel, rij 1, zijn de percentages samen 101,5." in refused.value.text()
    assert "101.5" in refused.value.text("en")


@pytest.mark.parametrize("wrong", [{"NL": "veel"}, {"banen": 12.5}, {"NL": 85}])
def test_no_message_speaks_of_a_list(wrong):
    with pytest.raises(InputError, match="de tabel") as refused:
        waterpas.barometer([WHOLE | wrong])

    assert "list" not in refused.value.text() + refused.value.text("en")
