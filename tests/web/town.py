"""Voorbeeldstad and the example studies for tests: made once in each process, then put back.

Making them takes seconds, because the studies are really measured. What a test changes goes with
the test; what making added to each table is kept here, and put into the next empty database, row
by row.
"""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import cache, partial

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from tests.web.world import person
from waterpas.web.config.example import fill
from waterpas.web.people.selectors import organisation
from waterpas.web.studies.example_studies import store_example
from waterpas.web.studies.examples import EXAMPLES

Rows = list[tuple[object, ...]]


@cache
def _kept(name: Hashable) -> dict[str, Rows]:
    """What making this added, by table; empty until it was made."""
    del name  # one for each
    return {}


def filled(now: datetime) -> None:
    """Voorbeeldstad in this database, as `fill` makes it."""
    if not organisation():
        once(("town", now), partial(fill, now))


def with_studies(now: datetime) -> None:
    """The example studies in this database, as `waterpas demo` stores them."""
    once(("studies", now), partial(_store_studies, now))


def _store_studies(now: datetime) -> None:
    by = person("coordinator")
    for example in EXAMPLES:
        store_example(example=example, by=by, now=now)


def once(name: Hashable, make: Callable[[], object]) -> None:
    """What `make` stores, in this database. Where there is something already, it is made again."""
    kept = _kept(name)
    if organisation():
        make()
        return
    if kept:
        _put_back(kept)
        return
    before = _tables()
    make()
    for table, rows in _tables().items():
        there = before[table]
        assert rows[: len(there)] == there, f"{table}: what stood there was changed"
        kept[table] = rows[len(there) :]


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
