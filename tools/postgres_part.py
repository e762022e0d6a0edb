"""A pytest plugin: which tests of the platform run on PostgreSQL too.

Those that use the database of the tests; another gives the same there as it gave before. With
`--whole` all of them (`make prove`), else the part that `make test` runs: whole is every file about
what differs between databases (constraints, transactions, locks, two people at once), and of all
others a fixed tenth.
"""

import re
from hashlib import sha256
from pathlib import Path

import pytest

DIFFERS = re.compile(r"IntegrityError|ChangedMeanwhile|transaction|select_for_update|Constraint")
FIXTURES = {"db", "transactional_db"}
TENTH = 10


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="every test that uses the database")


def uses_the_database(item: pytest.Item) -> bool:
    """Whether pytest-django gives it the database; a server of its own has one of its own."""
    asked: set[str] = {*getattr(item, "fixturenames", ())}
    return item.get_closest_marker("django_db") is not None or bool(asked & FIXTURES)


def is_in_the_part(nodeid: str, source: str) -> bool:
    """Whether `make test` runs it, by what stands in its file and else by its name."""
    number = int(sha256(nodeid.encode()).hexdigest(), 16)
    return bool(DIFFERS.search(source)) or number % TENTH == 0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    whole = config.getoption("--whole")
    sources: dict[Path, str] = {}
    taken: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        if item.path not in sources:
            sources[item.path] = item.path.read_text(encoding="utf-8")
        runs = whole or is_in_the_part(item.nodeid, sources[item.path])
        (taken if runs and uses_the_database(item) else left).append(item)
    items[:] = taken
    config.hook.pytest_deselected(items=left)
