"""Workbooks and frames: typed cells, sheets, dates, and columns of mixed kinds."""

import datetime
import subprocess
import sys

import pytest
from openpyxl import Workbook

from tests.spec.engines import ods
from waterpas.tallies.build import tally

DAY = datetime.date(2026, 1, 31)


def saved(folder, rows, *, name="tabel.xlsx", title="Blad1"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def test_the_header_is_the_first_filled_row_and_empty_rows_are_no_rows(tmp_path):
    path = saved(tmp_path, [[], [], ["wijk", "n"], ["Noord", 3], [None, None], ["Zuid", 4]])
    found = tally(path, by="wijk", count="n")
    assert {key: cell.n.value for key, cell in found.cells.items()} == {("Noord",): 3, ("Zuid",): 4}
    assert found.sources[0].rows == 2


def test_true_and_false_are_yes_and_no(tmp_path):
    path = saved(tmp_path, [["wijk", "gekozen"], ["Noord", True], ["Noord", False], ["Zuid", True]])
    found = tally(path, by="wijk", outcome="gekozen")
    assert found.total.cases.value == 2
    assert tally(path, by="wijk", outcome="gekozen=ja").total.cases.value == 2
    assert tally(path, by="wijk", outcome="gekozen=nee").total.cases.value == 1


def test_the_first_filled_sheet_is_taken_and_a_note_says_which(tmp_path):
    book = Workbook()
    book.active.title = "Leeg"
    second = book.create_sheet("Cijfers")
    for row in (["wijk", "n"], ["Noord", 3]):
        second.append(row)
    third = book.create_sheet("Meer")
    for row in (["wijk", "n"], ["Zuid", 4]):
        third.append(row)
    book.save(tmp_path / "tabel.xlsx")
    found = tally(tmp_path / "tabel.xlsx", by="wijk", count="n")
    assert found.levels("wijk") == ("Noord",)
    assert [(note.code, note.fields) for note in found.notes] == [
        ("sheet-chosen", {"sheet": "Cijfers", "others": "Leeg, Meer"})
    ]
    asked = tally(tmp_path / "tabel.xlsx", by="wijk", count="n", sheet="Meer")
    assert asked.levels("wijk") == ("Zuid",)
    assert not asked.notes


def test_dates_and_whole_numbers_look_as_people_write_them(tmp_path):
    path = saved(tmp_path, [["dag", "schaal"], [DAY, 8.0], [datetime.datetime(2026, 2, 1), 9.5]])
    assert tally(path, by="dag").levels("dag") == ("2026-01-31", "2026-02-01")
    assert tally(path, by="schaal").levels("schaal") == ("8", "9.5")


def test_a_workbook_in_capitals_and_with_macros_is_read(tmp_path):
    rows = [["wijk", "n"], ["Noord", 3]]
    for name in ("TABEL.XLSX", "tabel.xlsm"):
        assert tally(saved(tmp_path, rows, name=name), by="wijk").levels("wijk") == ("Noord",)


def test_numbers_between_texts_in_one_column_stay_counts(tmp_path):
    rows = [["wijk", "n"], ["Noord", 1050], ["Zuid", "x"], ["Oost", "1.050"]]
    for path in (saved(tmp_path, rows), ods(rows, tmp_path / "tabel.ods")):
        found = tally(path, by="wijk", count="n")
        assert {key[0]: cell.n.value for key, cell in found.cells.items()} == {
            "Noord": 1050,
            "Oost": 1050,
            "Zuid": None,
        }


def test_a_pandas_column_of_mixed_kinds_is_read_as_text():
    import pandas

    frame = pandas.DataFrame(
        {"wijk": ["a", "b", "c"], "n": [5, "x", 1], "ja": [True, None, False]}, dtype=object
    )
    found = tally(frame, by="wijk", count="n")
    assert {key[0]: cell.n.value for key, cell in found.cells.items()} == {
        "a": 5,
        "b": None,
        "c": 1,
    }
    assert tally(frame, by="wijk", outcome="ja").total.unknown == 1


def test_a_pandas_column_with_holes_has_whole_numbers_as_levels():
    import pandas

    frame = pandas.DataFrame({"schaal": [8, None, 9], "n": [1.0, 2.0, 3.0]})
    found = tally(frame, by="schaal", count="n")
    assert {key[0]: cell.n.value for key, cell in found.cells.items()} == {
        "8": 1,
        "9": 3,
        "onbekend": 2,
    }


@pytest.mark.parametrize("kind", ["Int64", "category", "string", "float64", "object"])
def test_every_kind_of_pandas_column_groups(kind):
    import pandas

    frame = pandas.DataFrame({"schaal": pandas.Series([8, None, 8], dtype="Int64").astype(kind)})
    assert tally(frame, by="schaal").levels("schaal") == ("8", "onbekend")


def test_every_kind_of_polars_column_groups():
    import polars

    values = ["8", None, "8"]
    for kind in (polars.String, polars.Categorical, polars.Enum(["8", "9"])):
        frame = polars.DataFrame({"schaal": polars.Series(values, dtype=kind)})
        assert tally(frame, by="schaal").levels("schaal") == ("8", "onbekend")
    for kind in (polars.Int8, polars.UInt64, polars.Float32, polars.Decimal(10, 2)):
        frame = polars.DataFrame({"schaal": polars.Series([8, None, 8], dtype=kind)})
        assert tally(frame, by="schaal").levels("schaal") == ("8", "onbekend")
        known = frame.drop_nulls().with_columns(groep=polars.lit("a"))
        assert tally(known, by="groep", count="schaal").total.n.value == 16
    dates = polars.DataFrame({"dag": [DAY, None]})
    assert tally(dates, by="dag").levels("dag") == ("2026-01-31", "onbekend")


def test_an_arrow_dictionary_and_a_missing_float_group():
    import pyarrow

    table = pyarrow.table(
        {
            "wijk": pyarrow.array(["a", None, "a"]).dictionary_encode(),
            "schaal": pyarrow.array([8.0, float("nan"), 8.0]),
        }
    )
    assert tally(table, by="wijk").levels("wijk") == ("a", "onbekend")
    assert tally(table, by="schaal").levels("schaal") == ("8", "onbekend")


def test_a_decimal_amount_keeps_its_value(tmp_path):
    import duckdb

    frame = duckdb.sql("SELECT 'a' AS groep, 1234.50::DECIMAL(10, 2) AS loon")
    assert tally(frame, by="groep", amount="loon").origin == 1234.5


def test_the_engine_may_be_named_when_it_is_the_one():
    import polars

    frame = polars.DataFrame({"wijk": ["a"]})
    assert tally(frame, by="wijk", engine="polars") == tally(frame, by="wijk")
    assert tally([{"wijk": "a"}], by="wijk", engine="duckdb").levels("wijk") == ("a",)


HEAVY = "duckdb narwhals pandas polars pyarrow numpy scipy yaml jsonschema python_calamine django"


def test_importing_the_tallies_loads_no_engine():
    code = (
        "import sys, waterpas.tallies.build\n"
        f"print([name for name in {HEAVY.split()} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
