"""The example study, stored as `waterpas demo` does it."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from waterpas.web.studies.examples import EXAMPLES
from waterpas.web.studies.models import Study
from waterpas.web.studies.services import store_example

NOON = datetime(2027, 3, 21, 12, tzinfo=UTC)


@pytest.fixture
def duo(db) -> Study:
    """The study of 2014, with that of 2019 beside it."""
    studies = [store_example(example=example, by="test", now=NOON) for example in EXAMPLES]
    return studies[0]


@pytest.fixture(autouse=True)
def in_dutch():
    """Every test begins in Dutch: a page that was asked for in English leaves its language."""
    translation.activate("nl")
    yield
    translation.activate("nl")
