"""The same small table as every kind of source, so that all engines answer the same question."""

import csv

ENGINES = (
    "csv ;",
    "csv ,",
    "tsv",
    "csv utf-16",
    "csv windows-1252",
    "xlsx",
    "ods",
    "parquet",
    "pandas",
    "polars",
    "polars lazy",
    "arrow",
    "duckdb",
    "list",
)


def parse(text):
    """Read a table drawn in ASCII: cells between bars; numbers are numbers, empty is missing."""
    lines = text.strip().splitlines()
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(header, map(_value, row), strict=True)) for row in rows]


def _value(text):
    if text == "":
        return None
    if text.lstrip("-").isdigit():
        return int(text)
    try:
        return float(text)
    except ValueError:
        return text


def source(engine, rows, folder):
    """The rows as a source of this kind."""
    return MAKERS[engine](rows, folder)


def _text(delimiter, suffix, encoding):
    def make(rows, folder):
        path = folder / f"tabel{suffix}"
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return make


def _xlsx(rows, folder):
    from openpyxl import Workbook

    book = Workbook()
    for row in [list(rows[0]), *[list(row.values()) for row in rows]]:
        book.active.append(row)
    book.save(folder / "tabel.xlsx")
    return folder / "tabel.xlsx"


def _ods(rows, folder):
    return ods([list(rows[0]), *[list(row.values()) for row in rows]], folder / "tabel.ods")


def ods(rows, path):
    """Rows as an .ods file."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableRow

    book = OpenDocumentSpreadsheet()
    table = Table(name="Blad1")
    book.spreadsheet.addElement(table)
    for row in rows:
        line = TableRow()
        table.addElement(line)
        for value in row:
            line.addElement(_ods_cell(value))
    book.save(str(path))
    return path


def _ods_cell(value):
    from odf.table import TableCell
    from odf.text import P

    if value is None:
        return TableCell()
    if isinstance(value, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(value).lower())
    if isinstance(value, int | float):
        return TableCell(valuetype="float", value=value)
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=value))
    return cell


def _of_one_kind(rows):
    """A typed column holds one kind: where text stands between numbers, all of it is text."""
    texts = {name for row in rows for name, value in row.items() if isinstance(value, str)}
    return [
        {k: str(v) if k in texts and v is not None else v for k, v in row.items()} for row in rows
    ]


def _parquet(rows, folder):
    import polars

    polars.DataFrame(_of_one_kind(rows), infer_schema_length=None).write_parquet(
        folder / "tabel.parquet"
    )
    return folder / "tabel.parquet"


def _pandas(rows, folder):
    import pandas

    return pandas.DataFrame(rows)


def _polars(rows, folder):
    import polars

    return polars.DataFrame(_of_one_kind(rows), infer_schema_length=None)


def _lazy(rows, folder):
    return _polars(rows, folder).lazy()


def _arrow(rows, folder):
    import pyarrow

    return pyarrow.Table.from_pylist(_of_one_kind(rows))


def _duckdb(rows, folder):
    import duckdb

    return duckdb.connect().from_arrow(_arrow(rows, folder))


MAKERS = {
    "csv ;": _text(";", ".csv", "utf-8"),
    "csv ,": _text(",", ".csv", "utf-8-sig"),
    "tsv": _text("\t", ".tsv", "utf-8"),
    "csv utf-16": _text(";", ".csv", "utf-16"),
    "csv windows-1252": _text(";", ".csv", "windows-1252"),
    "xlsx": _xlsx,
    "ods": _ods,
    "parquet": _parquet,
    "pandas": _pandas,
    "polars": _polars,
    "polars lazy": _lazy,
    "arrow": _arrow,
    "duckdb": _duckdb,
    "list": lambda rows, folder: rows,
}
