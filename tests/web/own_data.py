"""A folder for what the platform keeps on disk, of each process that runs tests.

Processes that share one clear each other's files away, and none of it may come into the folder of
who runs the tests.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings


@pytest.fixture(scope="session", autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("data")
    with override_settings(DATA=folder):
        yield folder
