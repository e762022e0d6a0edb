"""Files: whether a file is what its name says, and which reader opens it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from waterpas.errors import InputError
from waterpas.tallies.encodings import sha256_of
from waterpas.tallies.frames import fetch
from waterpas.tallies.packages import locked
from waterpas.tallies.private import engine, quoted, reachable
from waterpas.tallies.table import Numbered, Progress, Table, check_columns, plain
from waterpas.tallies.text_files import explain_failure, open_text_file
from waterpas.tallies.workbooks import open_workbook
from waterpas.texts import mark

TEXT = frozenset({".csv", ".tsv", ".txt"})
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
KNOWN = TEXT | WORKBOOKS | {".parquet"}

# How files of other kinds begin, and what they are called in a sentence.
KINDS = (
    (b"PK\x03\x04", "zip", "ZIP (.xlsx, .ods, .docx, .zip)"),
    (b"PAR1", "parquet", "Parquet"),
    (b"\xd0\xcf\x11\xe0", "ole", "Microsoft Office 97-2003 (.xls, .doc)"),
    (b"%PDF", "pdf", "PDF"),
    (b"\x1f\x8b", "gzip", "GZIP"),
    (b"{\\rtf", "rtf", "RTF"),
    (b"$FL2", "sav", "SPSS"),
)
PAGES = (b"<!doctype html", b"<html", b"<?xml")


def check_file(path: Path) -> None:
    """Refuse a path that is no file, an unknown kind, and a file that is not what it is named."""
    if path.is_dir():
        raise InputError(
            mark("'%(source)s' is een map. Noem het bestand dat erin staat."), source=path.name
        )
    if path.exists() and not path.is_file():
        raise InputError(
            mark("'%(source)s' is geen gewoon bestand. Noem een tabel die op schijf staat."),
            source=path.name,
        )
    if not path.is_file():
        raise InputError(
            mark("Het bestand '%(source)s' is er niet. Controleer de naam en de map."),
            source=path.name,
        )
    if path.suffix.lower() not in KNOWN:
        raise InputError(
            mark(
                "Waterpas leest %(source)s niet. Bewaar de tabel als .csv, .xlsx, .ods of .parquet."
            ),
            source=path.name,
        )
    _check_start(path, _start(path))


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(512)
    except OSError as error:
        raise InputError(
            mark("%(source)s kan niet worden gelezen. Controleer of u het bestand mag openen."),
            source=path.name,
        ) from error
    if not start:
        raise InputError(
            mark("%(source)s is leeg. Kies een bestand met kolomnamen en rijen."), source=path.name
        )
    return start


def _check_start(path: Path, start: bytes) -> None:
    suffix = path.suffix.lower()
    code, kind = _kind(start)
    expected = {".parquet": "parquet"}.get(suffix, "zip" if suffix in WORKBOOKS else "")
    if code == expected:
        return
    if code == "ole" and suffix in WORKBOOKS and _is_encrypted(path):
        raise locked(path.name)
    raise InputError(
        mark(
            "%(source)s is geen %(suffix)s-bestand, al heet het wel zo: het is %(kind)s. Bewaar de "
            "tabel opnieuw als %(suffix)s."
        ),
        source=path.name,
        suffix=suffix,
        kind=kind,
    )


def _kind(start: bytes) -> tuple[str, str]:
    for magic, code, kind in KINDS:
        if start.startswith(magic):
            return code, kind
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(PAGES):
        return "html", "HTML/XML"
    return "", "TXT"


def _is_encrypted(path: Path) -> bool:
    """An encrypted workbook is an old Office container with a package inside."""
    name = "EncryptedPackage".encode("utf-16-le")
    with path.open("rb") as file:
        return name in file.read(1 << 20) or name in path.read_bytes()


@contextmanager
def open_file(
    path: Path, folder: Path, *, sheet: str | None = None, progress: Progress | None = None
) -> Iterator[Table]:
    """Open a file as a table, with the reader that belongs to its name."""
    check_file(path)
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS:
        with open_workbook(path, folder, sheet=sheet, progress=progress) as table:
            yield table
    elif suffix in TEXT:
        with _explained(path), open_text_file(path, folder, progress=progress) as table:
            yield table
    else:
        with _parquet(path, folder, progress) as table:
            yield table


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn a failure of the engine into one sentence that says what is wrong with the file."""
    import duckdb

    try:
        yield
    except duckdb.InterruptException:
        raise
    except duckdb.OutOfMemoryException as error:
        raise _too_much(path) from error
    except duckdb.Error as error:
        raise explain_failure(path) from error


@contextmanager
def _parquet(path: Path, folder: Path, progress: Progress | None) -> Iterator[Table]:
    import duckdb
    import narwhals as nw

    sha256 = sha256_of(path, progress=progress)
    readable = reachable(path, folder)
    try:
        with engine(folder, reads=readable) as connection:
            relation = connection.sql(f"SELECT * FROM read_parquet({quoted(str(readable))})")  # noqa: S608 - quoted, and a path of ours
            columns = check_columns(relation.columns, source=path.name)
            names = [f"c{place}" for place in range(len(columns))]
            listed = ", ".join(names)
            # Own names: DuckDB takes `Groep` and `groep` for one column.
            frame = nw.from_native(relation.query("r", f"SELECT * FROM r AS r({listed})"))  # noqa: S608 - names of ours

            def values(place: int) -> Numbered:
                column = (row[0] for row in fetch(frame.select(names[place])))
                return enumerate(map(plain, column), start=1)

            yield Table(frame=frame, columns=columns, name=path.name, sha256=sha256, values=values)
    except duckdb.InterruptException:
        raise
    except duckdb.OutOfMemoryException as error:
        raise _too_much(path) from error
    except duckdb.Error as error:
        raise _damaged(path) from error


def _too_much(path: Path) -> InputError:
    return InputError(
        mark("%(source)s is zo niet te tellen: er zijn te veel groepen. Kies minder kolommen."),
        source=path.name,
    )


def _damaged(path: Path) -> InputError:
    return InputError(
        mark("%(source)s is beschadigd of niet volledig. Maak het bestand opnieuw."),
        source=path.name,
    )
