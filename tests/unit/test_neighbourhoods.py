"""Kerncijfers wijken en buurten: columns by their stem, and what is secret is never a number."""

from pathlib import Path

import pytest

from waterpas import area, read_neighbourhoods, tally
from waterpas.errors import CallError, InputError
from waterpas.explain.method import source_line
from waterpas.results import Count

MAP = (
    "buurtcode,wijkcode,gemeentecode,water,aantal_inwoners,"
    "percentage_met_herkomstland_nederland,percentage_met_herkomstland_uit_europa_excl_nl,"
    "percentage_met_herkomstland_buiten_europa\n"
    "BU99990001,WK999900,GM9999,NEE,1250,60,17,23\n"
    "BU99990002,WK999900,GM9999,NEE,40,-99997,-99995,-99999999\n"
    "BU99990003,WK999900,GM9999,JA,0,.,.,.\n"
    "bu99990004 ,WK999900,GM9999,NEE,980,75,13,12\n"
)
STATLINE = (
    "WijkenEnBuurten;SoortRegio_2;Codering_3;AantalInwoners_5;Nederland_17;"
    "EuropaExclusiefNederland_18;BuitenEuropa_19;BuitenEuropa_22;BuitenEuropa_24\n"
    "Voorbeeldstad;Gemeente;GM9999;2230;1600;270;360;200;160\n"
    "Centrum;Wijk;WK999900;2230;1600;270;360;200;160\n"
    "Markt;Buurt;BU99990001;1250;750;210;290;150;140\n"
    "Haven;Buurt;BU99990002;40;.;.;.;.;.\n"
)


def written(tmp_path: Path, text: str, name="kwb.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_columns_of_the_maps_are_found_by_their_stem(tmp_path):
    found = read_neighbourhoods(written(tmp_path, MAP))

    first = found.areas["BU99990001"]
    assert first.percentages["buiten-europa"] == "23"
    assert first.residents == Count(1250, 1248, 1252)
    assert found.groups == ("buiten-europa", "europa", "nederland")


def test_what_is_secret_or_missing_is_never_a_number(tmp_path):
    secret = read_neighbourhoods(written(tmp_path, MAP)).areas["BU99990002"]

    assert set(secret.percentages.values()) == {None}


def test_areas_of_water_are_left_out_and_codes_are_cleaned(tmp_path):
    found = read_neighbourhoods(written(tmp_path, MAP))

    assert sorted(found.areas) == ["BU99990001", "BU99990002", "BU99990004"]


@pytest.mark.parametrize("year", [0, 5])
def test_statline_is_read_whatever_number_stands_behind_a_name(tmp_path, year):
    header, rows = STATLINE.split("\n", 1)
    stems = (each.rpartition("_") for each in header.split(";"))
    columns = [f"{stem}_{int(at) + year}" if stem else at for stem, _, at in stems]
    found = read_neighbourhoods(written(tmp_path, ";".join(columns) + "\n" + rows))

    assert found.areas["BU99990001"].numbers["buiten-europa"] == 290
    assert found.areas["BU99990002"].numbers["buiten-europa"] is None
    assert set(found.areas) == {"GM9999", "WK999900", "BU99990001", "BU99990002"}


def test_a_workbook_is_read_the_same(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for line in MAP.splitlines():
        book.active.append([int(c) if c.lstrip("-").isdigit() else c for c in line.split(",")])
    path = tmp_path / "kwb.xlsx"
    book.save(path)

    assert read_neighbourhoods(path).areas == read_neighbourhoods(written(tmp_path, MAP)).areas


def test_a_parquet_file_is_read_the_same(tmp_path):
    import duckdb

    source, path = written(tmp_path, MAP), tmp_path / "kwb.parquet"
    duckdb.sql(f"COPY (FROM read_csv('{source}', all_varchar=true)) TO '{path}'")

    assert read_neighbourhoods(path).areas == read_neighbourhoods(source).areas


def counts(codes=("BU99990001", "BU99990002", "BU99990004")):
    rows = [{"buurt": code, "n": 1200, "x": 100 + 20 * at} for at, code in enumerate(codes)]
    return tally(rows, by="buurt", outcome="x", count="n")


def test_counts_are_joined_by_code(tmp_path):
    result = area(counts(), across="buurt", neighbourhoods=written(tmp_path, MAP))

    assert result.asked["of"] == "buiten-europa"
    assert {note.code: note.fields for note in result.notes}["share-hidden"] == {"areas": 1}
    assert [source.name for source in result.sources][-1] == "kwb.csv"


def test_a_path_in_words_does_as_well(tmp_path):
    path = written(tmp_path, MAP)

    same = area(counts(), across="buurt", neighbourhoods=str(path))
    assert same.answers == area(counts(), across="buurt", neighbourhoods=path).answers


def test_areas_that_are_not_in_the_file_are_named(tmp_path):
    tallied = counts(("BU99990001", "BU00000000"))
    result = area(tallied, across="buurt", neighbourhoods=written(tmp_path, MAP))

    left_out = next(note for note in result.notes if note.code == "areas-left-out")
    assert left_out.fields["levels"] == ("BU00000000",)
    assert "Daarvan telt niet alles mee" in source_line(result, "nl")


def test_numbers_of_people_become_a_share_that_allows_for_rounding(tmp_path):
    found = read_neighbourhoods(written(tmp_path, STATLINE))
    tallied = tally(
        [{"buurt": "BU99990001", "n": 1250, "x": 200}], by="buurt", outcome="x", count="n"
    )
    result = area(tallied, across="buurt", neighbourhoods=found, counted="everybody")

    # From 287.5 of 1252.5 to 292.5 of 1247.5 people.
    share = 287.5 / 1252.5
    assert result.figure("group-most").value == pytest.approx(200 / (1250 * share))


def test_when_no_code_is_in_the_file_that_is_said(tmp_path):
    with pytest.raises(CallError, match="Geen enkel gebied"):
        area(counts(("3511", "3512")), across="buurt", neighbourhoods=written(tmp_path, MAP))


def test_a_group_that_the_file_does_not_know_is_refused(tmp_path):
    with pytest.raises(CallError, match="geen cijfers over"):
        area(
            counts(),
            across="buurt",
            neighbourhoods=written(tmp_path, MAP),
            of="geboren-nl-europa",
        )


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("naam,aantal_inwoners\nMarkt,10\n", "geen kolom met de code"),
        ("buurtcode,aantal_inwoners\nBU1,10\n", "geen kolom met een percentage"),
        (MAP + MAP.splitlines()[1] + "\n", "staat twee keer"),
        ("\n".join(MAP.splitlines()[i] for i in (0, 3)) + "\n", "geen enkel gebied"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path, text, match):
    with pytest.raises(InputError, match=match):
        read_neighbourhoods(written(tmp_path, text))
