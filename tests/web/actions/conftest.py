"""Somebody who may do nearly everything with actions is logged in."""

import pytest

from tests.web.world import logged_in


@pytest.fixture
def coordinator(client):
    return logged_in(client, "coordinator")
