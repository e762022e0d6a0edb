"""The example study, stored as `waterpas demo` does it."""

import pytest
from django.utils import translation

from tests.web.world import NOON, person
from waterpas.web.studies.example_studies import store_example
from waterpas.web.studies.examples import EXAMPLES
from waterpas.web.studies.models import Study

__all__ = ["NOON"]


@pytest.fixture
def duo(db) -> Study:
    """The study of 2014, with that of 2019 beside it."""
    by = person("coordinator")
    studies = [store_example(example=example, by=by, now=NOON) for example in EXAMPLES]
    return studies[0]


@pytest.fixture(autouse=True)
def in_dutch():
    """Every test begins in Dutch: a page that was asked for in English leaves its language."""
    translation.activate("nl")
    yield
    translation.activate("nl")
