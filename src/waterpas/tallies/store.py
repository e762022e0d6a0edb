"""A tally as JSON and as Parquet, and back. Nothing is lost and nothing is rounded."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from waterpas.errors import InputError
from waterpas.results import Count, LeftOut, Note, Question, Source
from waterpas.tallies.moments import Moments, Repeats
from waterpas.tallies.private import engine, fill, private_folder, quoted
from waterpas.tallies.tally import Cell, Step, Tally
from waterpas.tallies.written import write_whole
from waterpas.texts import mark

FORMAT = "waterpas-tally"
VERSION = 1
KEY = "waterpas"


def to_json(tally: Tally) -> str:
    """The tally as JSON text."""
    cells = [{"levels": list(key), **_cell(cell)} for key, cell in tally.cells.items()]
    return json.dumps({**_head(tally), "cells": cells}, ensure_ascii=False, allow_nan=False)


def from_json(text: str) -> Tally:
    """Read a tally written by `to_json`."""
    try:
        data = json.loads(text)
        _check(data)
        cells = {tuple(each["levels"]): _read_cell(each) for each in data["cells"]}
        return _tally(data, cells)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise error if isinstance(error, InputError) else _no_tally() from error


def _check(data: Mapping[str, Any]) -> None:
    if data.get("format") != FORMAT or data.get("version") != VERSION:
        raise _no_tally()


def _no_tally() -> InputError:
    return InputError(
        mark("Dit is geen telling die Waterpas heeft geschreven, of zij is beschadigd.")
    )


def _head(tally: Tally) -> dict[str, Any]:
    """Everything but the cells."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "by": list(tally.by),
        "outcome": tally.outcome,
        "amount": tally.amount,
        "origin": tally.origin,
        "steps": [asdict(step) for step in tally.steps],
        "rounded_to": tally.rounded_to,
        "totals": [list(each) for each in tally.totals],
        "question": asdict(tally.question),
        "notes": [{"code": note.code, "fields": dict(note.fields)} for note in tally.notes],
        "sources": [asdict(source) for source in tally.sources],
    }


def _tally(data: Mapping[str, Any], cells: dict[tuple[str, ...], Cell]) -> Tally:
    return Tally(
        by=tuple(data["by"]),
        cells=cells,
        sources=tuple(_source(each) for each in data["sources"]),
        outcome=data["outcome"],
        amount=data["amount"],
        origin=data["origin"],
        steps=tuple(_step(each) for each in data["steps"]),
        rounded_to=data["rounded_to"],
        totals=tuple((column, level) for column, level in data.get("totals", ())),
        question=_question(data["question"]),
        notes=tuple(Note(each["code"], _tuples(each["fields"])) for each in data["notes"]),
    )


def _source(data: Mapping[str, Any]) -> Source:
    left_out = tuple(LeftOut(**each) for each in data["left_out"])
    return Source(**{**data, "left_out": left_out})


def _step(data: Mapping[str, Any]) -> Step:
    question = data["question"]
    return Step(**{**data, "question": question and _question(question)})


def _question(data: Mapping[str, Any]) -> Question:
    known = {field.name: data[field.name] for field in fields(Question) if field.name in data}
    return Question(**{**known, "did": _tuples(data["did"])})


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    """JSON has no tuples; our values have no lists."""
    return {k: tuple(value) if isinstance(value, list) else value for k, value in data.items()}


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "n": _count(cell.n),
        "cases": cell.cases and _count(cell.cases),
        "unknown": cell.unknown,
        "amount": cell.amount and [cell.amount.count, cell.amount.mean, cell.amount.m2],
        "steps": [_count(count) for count in cell.steps],
        "repeats": cell.repeats and list(asdict(cell.repeats).values()),
    }


def _count(count: Count) -> list[int | None]:
    return [count.value, count.low, count.high]


def _read_cell(data: Mapping[str, Any]) -> Cell:
    return Cell(
        n=Count(*data["n"]),
        cases=Count(*data["cases"]) if data["cases"] is not None else None,
        unknown=data["unknown"],
        amount=Moments(*data["amount"]) if data["amount"] is not None else None,
        steps=tuple(Count(*each) for each in data["steps"]),
        repeats=Repeats(*data["repeats"]) if data["repeats"] is not None else None,
    )


def to_parquet(tally: Tally, path: str | Path) -> None:
    """Write the tally as Parquet: a row per cell, and the rest in the file's own description.

    The file is written whole or not at all.
    """
    columns = _columns(tally)
    rows = [_row(key, cell) for key, cell in tally.cells.items()]
    head = json.dumps(_head(tally), ensure_ascii=False, allow_nan=False)
    with private_folder() as folder, engine(folder, reads=folder / "tally.parquet") as connection:
        made = folder / "tally.parquet"
        fill(connection, "cells", columns, rows)
        connection.execute(
            f"COPY cells TO {quoted(str(made))} "
            f"(FORMAT parquet, KV_METADATA {{{KEY}: {quoted(head)}}})"
        )
        write_whole(Path(path), made.read_bytes())


def _columns(tally: Tally) -> list[tuple[str, str]]:
    counts = ["n", "cases", *(f"step_{at}" for at in range(1, len(tally.steps) + 1))]
    return [
        *((f"by_{at}_{name}", "VARCHAR") for at, name in enumerate(tally.by, start=1)),
        *((f"{name}_{part}", "BIGINT") for name in counts for part in ("value", "low", "high")),
        ("unknown", "BIGINT"),
        ("amount_count", "BIGINT"),
        ("amount_mean", "DOUBLE"),
        ("amount_m2", "DOUBLE"),
        *((f"repeats_{field.name}", "BIGINT") for field in fields(Repeats)),
    ]


def _row(key: Sequence[str], cell: Cell) -> list[object]:
    plain = _cell(cell)
    counts = [plain["n"], plain["cases"] or [None] * 3, *plain["steps"]]
    return [
        *key,
        *(part for count in counts for part in count),
        cell.unknown,
        *(plain["amount"] or [None] * 3),
        *(plain["repeats"] or [None] * len(fields(Repeats))),
    ]


def from_parquet(path: str | Path) -> Tally:
    """Read a tally written by `to_parquet`."""
    import duckdb

    with private_folder() as folder:
        copy = folder / "tally.parquet"
        copy.write_bytes(Path(path).read_bytes())
        with engine(folder, reads=copy) as connection:
            try:
                source = quoted(str(copy))
                found = connection.sql(
                    f"SELECT decode(value) FROM parquet_kv_metadata({source}) "  # noqa: S608 - quoted, and a path of ours
                    f"WHERE decode(key) = {quoted(KEY)}"
                ).fetchone()
                rows = connection.sql(f"FROM read_parquet({source})").fetchall()
            except duckdb.Error as error:
                raise _no_tally() from error
    if found is None:
        raise _no_tally()
    data = json.loads(found[0])
    _check(data)
    return _tally(data, dict(_read_row(row, data) for row in rows))


def _read_row(row: Sequence[Any], data: Mapping[str, Any]) -> tuple[tuple[str, ...], Cell]:
    values = iter(row)

    def take(number: int) -> list[Any]:
        return [next(values) for _ in range(number)]

    key = tuple(take(len(data["by"])))
    n, cases = Count(*take(3)), take(3)
    steps = tuple(Count(*take(3)) for _ in data["steps"])
    unknown, amount, repeats = next(values), take(3), take(len(fields(Repeats)))
    return key, Cell(
        n=n,
        cases=Count(*cases) if cases[1] is not None else None,
        unknown=unknown,
        amount=Moments(*amount) if amount[0] is not None else None,
        steps=steps,
        repeats=Repeats(*repeats) if repeats[0] is not None else None,
    )
