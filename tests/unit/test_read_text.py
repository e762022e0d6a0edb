"""Text files as municipalities have them: delimiters, encodings, decimals, names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.weight import examples
from waterpas.errors import InputError
from waterpas.tallies.amounts import COMMA, POINT
from waterpas.tallies.build import tally
from waterpas.tallies.counts import is_wrong, read_count
from waterpas.tallies.encodings import fingerprint


def written(folder, content, *, name="tabel.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def levels(path, column="groep"):
    return tally(path, by=column).levels(column)


DIFFICULT = ("Curaçao", "€ 100", "„Oost”", "Zürich – Łódź 😀")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_gives_the_letters_back(tmp_path, encoding):
    content = "groep;n\r\n" + "".join(f"{level};1\r\n" for level in DIFFICULT)
    path = written(tmp_path, content, encoding=encoding)
    assert set(levels(path)) == set(DIFFICULT)


def test_utf_16_with_the_high_byte_first_is_not_an_empty_table(tmp_path):
    content = b"\xfe\xff" + "groep;n\nCuraçao;1\n".encode("utf-16-be")
    assert levels(written(tmp_path, content)) == ("Curaçao",)


def test_windows_1252_gives_the_letters_back_and_says_so(tmp_path):
    content = "groep;n\nCuraçao;1\n€;2\n„;3\n"
    found = tally(written(tmp_path, content, encoding="windows-1252"), by="groep", count="n")
    assert set(found.levels("groep")) == {"Curaçao", "€", "„"}
    assert [(note.code, note.fields) for note in found.notes] == [
        ("encoding", {"encoding": "Windows-1252"})
    ]
    assert found.sources[0].sha256 == fingerprint(tmp_path / "tabel.csv").sha256


def test_the_private_copy_of_windows_1252_is_gone(tmp_path, monkeypatch):
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tijdelijk"))
    seen = []

    def progress(stage, done, total):
        seen.extend(path for path in (tmp_path / "tijdelijk").rglob("*.csv"))

    path = written(tmp_path, "groep;n\nCuraçao;1\n", encoding="windows-1252")
    tally(path, by="groep", progress=progress)
    assert seen
    assert not list((tmp_path / "tijdelijk").iterdir())


def test_a_letter_on_the_edge_of_two_chunks_stays_utf_8(tmp_path, monkeypatch):
    monkeypatch.setattr("waterpas.tallies.encodings.CHUNK", 7)
    path = written(tmp_path, "groep;n\nçççççççç;1\nCuraçao;2\n")
    assert fingerprint(path).encoding == "utf-8"
    assert set(levels(path)) == {"çççççççç", "Curaçao"}


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".txt"])
def test_the_delimiter_is_recognised(tmp_path, delimiter, suffix):
    lines = [["groep", "bedrag; in, euro's", "n"], ["a", "1", "2"], ["b", "3", "4"]]
    content = "\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    found = tally(written(tmp_path, content, name=f"t{suffix}"), by="groep", count="n")
    assert {key: cell.n.value for key, cell in found.cells.items()} == {("a",): 2, ("b",): 4}


def test_commas_in_numbers_do_not_hide_the_semicolons(tmp_path):
    path = written(tmp_path, "groep;loon\na;1,5\nb;2,5\n")
    assert tally(path, by="groep", amount="loon").total.amount.count == 2


def test_one_column_needs_no_delimiter(tmp_path):
    assert levels(written(tmp_path, "groep\na\nb\n")) == ("a", "b")


def test_the_line_of_excel_that_names_the_delimiter_is_skipped(tmp_path):
    assert levels(written(tmp_path, "sep=;\ngroep;n\na,b;1\n")) == ("a,b",)


def test_quotes_line_ends_and_delimiters_inside_a_cell(tmp_path):
    path = written(tmp_path, 'groep;n\n"Noord; ""Oost""\nen West";1\n')
    assert levels(path) == ('Noord; "Oost"\nen West',)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_read(tmp_path, end):
    path = written(tmp_path, end.join(["groep;n", "a;1", "b;2"]))
    assert levels(path) == ("a", "b")


def test_two_kinds_of_line_ends_in_one_file_are_read(tmp_path):
    assert levels(written(tmp_path, "groep;n\r\na;1\nb;2\r\n")) == ("a", "b")


def test_empty_lines_and_a_last_delimiter_are_no_rows_and_no_column(tmp_path):
    found = tally(written(tmp_path, "groep;n\n\na;1;\n\nb;2\n\n"), by="groep", count="n")
    assert found.levels("groep") == ("a", "b")
    assert found.sources[0].rows == 2


def test_columns_that_differ_in_capitals_are_two_columns(tmp_path):
    path = written(tmp_path, "groep;Groep;n\na;b;1\n")
    assert levels(path, "groep") == ("a",)
    assert levels(path, "Groep") == ("b",)


def test_a_header_over_two_lines_is_one_name(tmp_path):
    assert levels(written(tmp_path, '"groep\nvan mensen";n\na;1\n'), "groep van mensen") == ("a",)


def test_an_equals_sign_may_be_in_a_column_name(tmp_path):
    path = written(tmp_path, "groep;a=b\nx;c=d\ny;e\n")
    found = tally(path, by="groep", outcome="a=b=c=d")
    assert found.total.cases.value == 1


@pytest.mark.parametrize(
    "name", ["a*.csv", "it's.csv", "q?.csv", "[ab].csv", 'x".csv', "a;b.csv", "--x.csv", "ü 1.csv"]
)
def test_a_strange_file_name_is_that_file_and_no_other(tmp_path, name):
    written(tmp_path, "groep;n\nander;1\n", name="ab.csv")
    written(tmp_path, "groep;n\nander;1\n", name="a.csv")
    path = written(tmp_path, "groep;n\ndeze;1\n", name=name)
    assert levels(path) == ("deze",)
    assert levels(str(path)) == ("deze",)


@pytest.mark.parametrize("name", ["a*.parquet", "it's.parquet", "[ab].parquet"])
def test_a_strange_name_of_a_parquet_file(tmp_path, name):
    import polars

    polars.DataFrame({"groep": ["ander"]}).write_parquet(tmp_path / "ab.parquet")
    polars.DataFrame({"groep": ["deze"]}).write_parquet(tmp_path / name)
    assert levels(tmp_path / name) == ("deze",)


def test_a_file_in_the_working_folder_needs_no_folder_in_its_name(tmp_path, monkeypatch):
    written(tmp_path, "groep;n\na;1\n")
    monkeypatch.chdir(tmp_path)
    assert levels("tabel.csv") == ("a",)


def test_the_engine_can_reach_nothing_but_the_source(tmp_path):
    import duckdb

    from waterpas.tallies.private import engine

    path, other = written(tmp_path, "a\n1\n"), written(tmp_path, "a\n2\n", name="ander.csv")
    with engine(tmp_path, reads=path) as connection:
        assert connection.execute(f"FROM read_csv('{path}')").fetchall() == [(1,)]
        for query in (
            f"FROM read_csv('{other}')",
            f"FROM read_csv('{tmp_path}/*.csv')",
            f"COPY (SELECT 1) TO '{tmp_path}/uit.csv'",
            "INSTALL httpfs",
            "LOAD httpfs",
            "FROM read_csv('https://example.org/a.csv')",
            "SET enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error):
                connection.execute(query)


def test_the_name_of_the_source_is_no_path(tmp_path):
    found = tally(written(tmp_path, "groep;n\na;1\n"), by="groep")
    assert found.sources[0].name == "tabel.csv"
    assert str(tmp_path) not in found.to_json()


def test_progress_tells_the_stages(tmp_path):
    seen = []
    path = written(tmp_path, "groep;n\na;1\n")
    tally(path, by="groep", progress=lambda *args: seen.append(args))
    size = path.stat().st_size
    assert seen == [("fingerprint", size, size), ("count", 0, None)]


COUNTS = {
    "5": 5,
    " 5 ": 5,
    "1.050": 1050,
    "1,050": 1050,
    "1 050": 1050,
    "1\u00a0050": 1050,
    "5.0": 5,
    "5,00": 5,
    "1.234.567": 1234567,
    "007": 7,
}
NO_COUNTS = ("-3", "4.5", "4,5", "veel", "1 2", "1.05", "5e3", "٣", "+5", "10.0000", "<20", "nan")


@pytest.mark.parametrize("text", [*COUNTS, *NO_COUNTS, "x", ".", "<10", "-99997", "", "onbekend"])
def test_a_text_is_the_same_count_in_the_engine_and_in_python(tmp_path, text):
    import csv

    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([["groep", "n"], ["a", text], ["b", "1"]])
    if is_wrong(text):
        assert text in NO_COUNTS
        with pytest.raises(InputError, match="rij 2, kolom n"):
            tally(path, by="groep", count="n")
        return
    count = read_count(text)
    if count is None:
        with pytest.raises(InputError, match="rij 2, is de kolom 'n' leeg"):
            tally(path, by="groep", count="n")
        return
    cell = tally(path, by="groep", count="n").cells.get(("a",))
    assert (cell and cell.n) == count
    assert text not in COUNTS or count.value == COUNTS[text]


@given(st.text(alphabet="0123456789.,- x<\u00a0", max_size=8))
@examples(200)
def test_reading_a_count_never_fails_in_another_way(text):
    try:
        count = read_count(text)
    except ValueError:
        return
    assert count is None or 0 <= count.low <= count.high


AMOUNTS = [
    (["1.234,50", "2,5", "7"], [1234.5, 2.5, 7]),
    (["1,234.50", "2.5", "7"], [1234.5, 2.5, 7]),
    (["€ 1.000.000", "-2,25", "+3"], [1000000, -2.25, 3]),
    (["0.5", "1e3", "2"], [0.5, 1000, 2]),
    (["0,125", "1.234"], [0.125, 1234]),
    (["10", "20", "onbekend", ""], [10, 20]),
]


@pytest.mark.parametrize(("texts", "values"), AMOUNTS)
def test_the_decimal_comma_is_recognised(tmp_path, texts, values):
    lines = "".join(f"{place};{text}\n" for place, text in enumerate(texts))
    found = tally(written(tmp_path, "rij;loon\n" + lines), by="rij", amount="loon")
    kept = [found.origin + cell.amount.mean for cell in found.cells.values()]
    assert kept == pytest.approx(values, rel=1e-15)
    assert found.sources[0].used == len(values)


def test_the_two_ways_of_writing_are_told_apart_by_the_pattern():
    import re

    assert re.match(COMMA, "1.234,5")
    assert not re.match(POINT, "1.234,5")
    assert re.match(POINT, "1,234.5")
    assert not re.match(COMMA, "1,234.5")
    assert not re.match(COMMA, "٣")
