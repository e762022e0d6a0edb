"""A pytest plugin: the part of the tests of the platform that `make test` runs on PostgreSQL too.

Whole is every file about what differs between databases: constraints, transactions, locks, two
people at once. Of all others a fixed tenth. `make prove` runs all of them on PostgreSQL, without
this plugin.
"""

import re
from hashlib import sha256
from pathlib import Path

import pytest

DIFFERS = re.compile(r"IntegrityError|ChangedMeanwhile|transaction|select_for_update|Constraint")
TENTH = 10


def is_taken(nodeid: str, source: str) -> bool:
    """Whether this test is in the part, by what stands in its file and else by its name."""
    number = int(sha256(nodeid.encode()).hexdigest(), 16)
    return bool(DIFFERS.search(source)) or number % TENTH == 0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    sources: dict[Path, str] = {}
    taken: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        if item.path not in sources:
            sources[item.path] = item.path.read_text(encoding="utf-8")
        (taken if is_taken(item.nodeid, sources[item.path]) else left).append(item)
    items[:] = taken
    config.hook.pytest_deselected(items=left)
