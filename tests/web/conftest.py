"""The example study, stored as `waterpas demo` does it."""

from pathlib import Path

import pytest
from django.utils import translation

from tests.web.own_data import own_data
from tests.web.running import free_port, started
from tests.web.town import with_studies
from tests.web.world import NOON
from waterpas.web.studies.examples import EXAMPLES
from waterpas.web.studies.models import Study

__all__ = ["NOON", "own_data"]


@pytest.fixture
def duo(db) -> Study:
    """The study of 2014, with that of 2019 beside it."""
    with_studies(NOON)
    return Study.objects.get(slug=EXAMPLES[0].slug)


@pytest.fixture(autouse=True)
def in_dutch():
    """Every test begins in Dutch: a page that was asked for in English leaves its language."""
    translation.activate("nl")
    yield
    translation.activate("nl")


@pytest.fixture(scope="session")
def example_data(tmp_path_factory) -> Path:
    """The data folder of a demo that started and stopped: made once, to copy."""
    data = tmp_path_factory.mktemp("example") / "data"
    with started("demo", "--no-browser", "--data", str(data), "--port", str(free_port())):
        pass
    return data
