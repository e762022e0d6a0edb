"""Files that are not what they seem: each gets one sentence, and nothing of ours is left behind."""

import io
import os
import random
import signal
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.spec.engines import ods
from waterpas.errors import CallError, InputError
from waterpas.tallies.build import tally


def test_what_is_there_but_is_no_file_is_not_called_missing(tmp_path):
    os.mkfifo(tmp_path / "pijp.csv")
    with pytest.raises(InputError, match=r"'pijp\.csv' is geen gewoon bestand"):
        tally(tmp_path / "pijp.csv", by="wijk", outcome="besluit")


@pytest.fixture
def refused(tmp_path, monkeypatch):
    """Write bytes under a name, count them: give the sentence, and see that nothing is left."""
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))

    def sentence(name, content, **ask):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        with pytest.raises(InputError) as caught:
            tally(path, **{"by": "wijk", "outcome": "besluit", **ask})
        assert not list(temporary.iterdir())
        assert {entry.name for entry in tmp_path.iterdir()} == {"tijdelijk", name}
        path.unlink()
        assert str(tmp_path) not in str(caught.value)
        return str(caught.value)

    return sentence


def workbook(*rows, merge=None, sheets=()):
    """The bytes of an .xlsx with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    for name in sheets:
        book.create_sheet(name)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


HEADER = ["wijk", "besluit"]
GOOD = workbook(HEADER, ["Noord", "ja"], ["Zuid", "nee"])


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError) as caught:
        tally(tmp_path / "weg.csv", by="wijk")
    assert str(caught.value) == ("Het bestand 'weg.csv' is er niet. Controleer de naam en de map.")
    with pytest.raises(InputError, match="is een map"):
        tally(tmp_path, by="wijk")


@pytest.mark.parametrize("name", ["tabel.sav", "tabel.xls", "tabel.json", "tabel"])
def test_a_kind_of_file_that_is_not_read(refused, name):
    assert refused(name, "wijk;besluit\n") == (
        f"Waterpas leest {name} niet. Bewaar de tabel als .csv, .xlsx, .ods of .parquet."
    )


@pytest.mark.parametrize("name", ["leeg.csv", "leeg.xlsx", "leeg.ods", "leeg.parquet"])
def test_an_empty_file(refused, name):
    assert refused(name, b"") == (f"{name} is leeg. Kies een bestand met kolomnamen en rijen.")


def test_a_file_of_empty_lines_is_empty_too(refused):
    assert "leeg.csv is leeg" in refused("leeg.csv", "\n\n  \n")
    assert "leeg.xlsx is leeg" in refused("leeg.xlsx", workbook())


@pytest.mark.parametrize("content", ["wijk;besluit\n", "wijk;besluit", "wijk;besluit\r\n\r\n"])
def test_a_text_file_with_only_a_header(refused, content):
    assert refused("kop.csv", content) == (
        "kop.csv heeft kolomnamen maar geen rijen. Voeg rijen toe of kies een ander blad."
    )


def test_a_workbook_with_only_a_header(refused, tmp_path):
    assert "maar geen rijen" in refused("kop.xlsx", workbook(HEADER))


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("tabel.csv", GOOD, "ZIP (.xlsx, .ods, .docx, .zip)"),
        ("tabel.csv", b"PAR1" + bytes(20), "Parquet"),
        ("tabel.csv", b"\xd0\xcf\x11\xe0" + bytes(600), "Microsoft Office 97-2003 (.xls, .doc)"),
        ("tabel.txt", b"%PDF-1.7 ...", "PDF"),
        ("tabel.csv", b"\r\n<!DOCTYPE html><html>", "HTML/XML"),
        ("tabel.tsv", b"\x1f\x8b\x08\x00", "GZIP"),
        ("tabel.xlsx", b"wijk;besluit\n", "TXT"),
        ("tabel.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "Microsoft Office 97-2003 (.xls, .doc)"),
        ("tabel.ods", b"<html>", "HTML/XML"),
        ("tabel.parquet", GOOD, "ZIP (.xlsx, .ods, .docx, .zip)"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(refused, name, content, kind):
    suffix = Path(name).suffix
    assert refused(name, content) == (
        f"{name} is geen {suffix}-bestand, al heet het wel zo: het is {kind}. Bewaar de tabel "
        f"opnieuw als {suffix}."
    )


def test_a_zip_that_is_no_workbook(refused):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("lees mij.txt", "hallo")
    expected = (
        "tabel.xlsx is geen werkmap, al heet het wel zo. Bewaar de tabel opnieuw als .xlsx, .ods "
        "of .csv."
    )
    assert refused("tabel.xlsx", buffer.getvalue()) == expected


def test_an_xlsx_that_is_called_ods(refused):
    assert "tabel.ods is geen werkmap" in refused("tabel.ods", GOOD)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.99])
def test_a_workbook_that_broke_off(refused, keep):
    assert refused("tabel.xlsx", GOOD[: int(len(GOOD) * keep)]) == (
        "tabel.xlsx is beschadigd. Open het in uw rekenprogramma en bewaar het opnieuw."
    )


def test_a_workbook_with_one_wrong_byte_in_the_sheet(refused):
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        info = package.getinfo("xl/worksheets/sheet1.xml")
    middle = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    broken = bytearray(GOOD)
    broken[middle] ^= 0xFF
    assert "tabel.xlsx is beschadigd" in refused("tabel.xlsx", bytes(broken))


def test_a_parquet_that_broke_off(refused, tmp_path):
    import polars

    buffer = io.BytesIO()
    polars.DataFrame({"wijk": ["Noord"], "besluit": ["ja"]}).write_parquet(buffer)
    assert refused("tabel.parquet", buffer.getvalue()[:-20]) == (
        "tabel.parquet is beschadigd of niet volledig. Maak het bestand opnieuw."
    )


def with_member(package, member, content):
    """The same workbook with one member put in, or replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            if info.filename != member:
                new.writestr(info, old.read(info), zipfile.ZIP_DEFLATED)
        new.writestr(member, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


TOO_LARGE = (
    "bom.xlsx is uitgepakt te groot om veilig te openen. Bewaar het blad als CSV en kies dat "
    "bestand."
)


def test_a_zip_bomb_is_not_unpacked(refused):
    bomb = with_member(GOOD, "xl/sharedStrings.xml", b" " * (60 << 20))
    assert len(bomb) < 100_000
    assert refused("bom.xlsx", bomb) == TOO_LARGE


def test_a_zip_bomb_that_lies_about_its_size_is_damaged(refused):
    bomb = bytearray(with_member(GOOD, "xl/sharedStrings.xml", b" " * (60 << 20)))
    honest = (60 << 20).to_bytes(4, "little")
    while (place := bomb.find(honest)) >= 0:
        bomb[place : place + 4] = (1000).to_bytes(4, "little")
    assert "is beschadigd" in refused("bom.xlsx", bytes(bomb))


def test_a_cell_in_the_last_corner_does_not_fill_the_memory(refused):
    book = Workbook()
    book.active["A1"] = "wijk"
    book.active.cell(row=1_048_576, column=16_384, value="ja")
    buffer = io.BytesIO()
    book.save(buffer)
    assert refused("bom.xlsx", buffer.getvalue()) == TOO_LARGE


@pytest.mark.parametrize("times", ["1048576", "16384"])
def test_a_repeated_cell_in_an_ods_does_not_fill_the_memory(refused, tmp_path, times):
    path = ods([HEADER, ["Noord", "ja"]], tmp_path / "maak.ods")
    package = path.read_bytes()
    path.unlink()
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        content = opened.read("content.xml")
    cell = b'<table:table-cell office:value-type="string"'
    many = cell + b' table:number-columns-repeated="16384"'
    content = content.replace(cell, many).replace(
        b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">'
    )
    assert b"repeated" in content
    assert refused("bom.ods", with_member(package, "content.xml", content)) == TOO_LARGE.replace(
        "xlsx", "ods"
    )


def test_an_ods_with_entities_of_its_own_is_refused(refused, tmp_path):
    path = ods([HEADER, ["Noord", "ja"]], tmp_path / "maak.ods")
    package = path.read_bytes()
    path.unlink()
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        content = opened.read("content.xml")
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><office:document-content'
    content = content.replace(b"<office:document-content", declared, 1)
    assert "is beschadigd" in refused("tabel.ods", with_member(package, "content.xml", content))


def test_a_workbook_with_a_password(refused, tmp_path):
    # Its package imports a module with a broken string, which warns the first time.
    with warnings.catch_warnings(action="ignore"):
        from msoffcrypto.format.ooxml import OOXMLFile

    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(GOOD)).encrypt("geheim", locked)
    assert refused("geheim.xlsx", locked.getvalue()) == (
        "geheim.xlsx heeft een wachtwoord. Bewaar een kopie zonder wachtwoord en kies die."
    )


def test_an_ods_with_a_password(refused, tmp_path):
    path = ods([HEADER, ["Noord", "ja"]], tmp_path / "maak.ods")
    package = path.read_bytes()
    path.unlink()
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    locked = with_member(package, "META-INF/manifest.xml", manifest)
    assert "geheim.ods heeft een wachtwoord" in refused("geheim.ods", locked)


def test_merged_header_cells_are_named_with_their_range(refused):
    book = workbook(["wijk", None, "besluit"], ["Noord", "A", "ja"], merge="A1:B1")
    assert refused("tabel.xlsx", book) == (
        "Op blad 'Sheet' van tabel.xlsx zijn de cellen A1:B1 samengevoegd. Splits ze en geef elke "
        "kolom één naam, of beschrijf de tabel met een indeling."
    )


def test_merged_cells_below_the_header_would_lose_a_group(refused):
    book = workbook(HEADER, ["Noord", "ja"], [None, "nee"], merge="A2:A3")
    assert "de cellen A2:A3 samengevoegd" in refused("tabel.xlsx", book)


def test_merged_header_cells_in_an_ods_are_named_too(refused, tmp_path):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    sheet = Table(name="Blad1")
    book.spreadsheet.addElement(sheet)
    row = TableRow()
    sheet.addElement(row)
    cell = TableCell(valuetype="string", numbercolumnsspanned=2, numberrowsspanned=1)
    cell.addElement(P(text="wijk"))
    row.addElement(cell)
    row.addElement(CoveredTableCell())
    buffer = io.BytesIO()
    book.save(buffer)
    assert "Op blad 'Blad1' van tabel.ods zijn de cellen A1:B1 samengevoegd" in refused(
        "tabel.ods", buffer.getvalue()
    )


def test_a_value_beside_the_named_columns_is_named(refused):
    book = workbook(HEADER, ["Noord", "ja"], ["Zuid", "nee", "let op"])
    assert refused("tabel.xlsx", book) == (
        "Op blad 'Sheet' van tabel.xlsx staat iets in cel C3, buiten de kolommen met een naam. "
        "Geef die kolom een naam of maak de cel leeg."
    )


def test_two_columns_with_one_name(refused):
    expected = "De kolomnaam 'wijk' komt twee keer voor in {} (kolom 1 en 3)."
    assert expected.format("tabel.csv") in refused("tabel.csv", "wijk;besluit;wijk\nA;ja;B\n")
    book = workbook(["wijk", "besluit", "wijk "], ["A", "ja", "B"])
    assert expected.format("tabel.xlsx") in refused("tabel.xlsx", book)


@pytest.mark.parametrize(("line", "found"), [("Zuid", 1), ("Zuid;nee;extra", 3), ('"Zuid;nee', 1)])
def test_a_ragged_row_is_named_by_its_number(refused, line, found):
    assert refused("tabel.csv", f"wijk;besluit\nNoord;ja\n\n{line}\n") == (
        f"Rij 4 van tabel.csv heeft {found} kolommen; de kop heeft er 2. Maak alle rijen even "
        "breed."
    )


@pytest.mark.parametrize(
    "rubbish",
    [
        b"wijk;besluit\nNoord;j\x00a\n",
        b"wijk;besluit\nNoord;\x01\x02\n",
        random.Random(1).randbytes(9000),
    ],
)
def test_bytes_that_are_no_text(refused, rubbish):
    assert refused("tabel.csv", rubbish) == (
        "tabel.csv bevat tekens die in een tekstbestand niet voorkomen. Bewaar de tabel opnieuw "
        "als CSV (UTF-8)."
    )


def test_a_byte_that_windows_1252_does_not_have(refused):
    assert "tekens die in een tekstbestand niet voorkomen" in refused(
        "tabel.csv", b"wijk;besluit\nNoord;\x81\n"
    )


def test_a_number_that_reads_two_ways_is_asked_about(refused):
    assert refused("loon.csv", "wijk;loon\nA;2.500\nB;3.100\n", outcome=None, amount="loon") == (
        "In loon.csv, rij 2, kolom loon staat '2.500': dat kan een duizendtal zijn of een getal "
        "met cijfers achter de komma, en de rest van de kolom zegt het niet. Schrijf de getallen "
        "zonder teken voor duizendtallen."
    )


def test_a_bad_cell_is_named_by_its_row_as_a_spreadsheet_shows_it(refused):
    content = 'wijk;n\n"Noord\nen Oost";3\n\nZuid;drie\n'
    assert "rij 4, kolom n staat 'drie'" in refused("tabel.csv", content, outcome=None, count="n")


def test_a_sheet_that_is_not_there_is_named(tmp_path):
    (tmp_path / "tabel.xlsx").write_bytes(workbook(HEADER, ["Noord", "ja"], sheets=["Blad 2"]))
    with pytest.raises(CallError) as caught:
        tally(tmp_path / "tabel.xlsx", by="wijk", sheet="Blad2")
    assert str(caught.value) == ("Het blad 'Blad2' staat niet in tabel.xlsx. Wel: Sheet, Blad 2.")


SLOW = """
import sys
from pathlib import Path
from waterpas.tallies.build import tally

def progress(stage, done, total):
    if stage == sys.argv[2]:
        print(stage, flush=True)

tally(Path(sys.argv[1]), by=["wijk"], outcome="besluit", person="naam", progress=progress)
"""


@pytest.mark.parametrize("stage", ["fingerprint", "count"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_ctrl_c_in_the_middle_leaves_nothing_behind(tmp_path, stage, encoding):
    source = tmp_path / "groot.csv"
    with source.open("w", encoding=encoding) as file:
        file.write("wijk;besluit;naam\n")
        for number in range(300_000):
            file.write(f"Curaçao;ja;naam van {number}\n")
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(source), stage],
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().strip() == stage
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert "KeyboardInterrupt" in errors
    assert process.returncode != 0
    assert not list(temporary.iterdir())
    assert source.exists()
