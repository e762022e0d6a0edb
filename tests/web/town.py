"""Voorbeeldstad for tests: made once in each process, then put back row by row.

Making it takes seconds, because its studies are really measured. What a test changes goes with the
test; what making added to each table is kept here, and put into the next empty database.
"""

from datetime import datetime
from functools import cache

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from waterpas.web.config.example import fill
from waterpas.web.people.selectors import organisation

Rows = list[tuple[object, ...]]


class Kept:
    """What making Voorbeeldstad added, by table, once it was made for this moment."""

    def __init__(self) -> None:
        self.added: dict[str, Rows] = {}


@cache
def _kept(now: datetime) -> Kept:
    del now  # one for each moment
    return Kept()


def filled(now: datetime) -> None:
    """Voorbeeldstad in this database, as `fill` makes it."""
    kept = _kept(now)
    if organisation():
        return
    if kept.added:
        _put_back(kept.added)
        return
    before = _tables()
    fill(now)
    for table, rows in _tables().items():
        there = before[table]
        assert rows[: len(there)] == there, f"{table}: what stood there was changed"
        kept.added[table] = rows[len(there) :]


def _tables() -> dict[str, Rows]:
    names = sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)})
    with connection.cursor() as cursor:
        return {name: _rows(cursor, name) for name in names}


def _rows(cursor, name: str) -> Rows:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)} ORDER BY 1")
    return [tuple(row) for row in cursor.fetchall()]


@transaction.atomic
def _put_back(added: dict[str, Rows]) -> None:
    with connection.cursor() as cursor:
        for name, rows in added.items():
            if rows:
                marks = ", ".join(["%s"] * len(rows[0]))
                quoted = connection.ops.quote_name(name)
                cursor.executemany(f"INSERT INTO {quoted} VALUES ({marks})", rows)
        for sql in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(sql)
