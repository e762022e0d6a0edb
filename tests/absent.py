"""What a test needs and this machine lacks: skipped with one line here, red in CI."""

from typing import NoReturn

import pytest

from tools.ci import in_ci


def absent(what: str) -> NoReturn:
    """Say what is not there and how to get it."""
    line = " ".join(what.split())
    if in_ci():
        pytest.fail(line, pytrace=False)
    pytest.skip(line)
