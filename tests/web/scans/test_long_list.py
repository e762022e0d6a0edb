"""The list of what has no prescan yet stays readable: five rows, and the rest behind a line."""

import pytest
from django.urls import reverse

from tests.web.scans.factories import policy
from tests.web.world import logged_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("items", "folded"), [(5, 0), (105, 1)])
def test_folds_what_comes_after_the_first_five(client, items, folded):
    logged_in(client, "coordinator")
    for _ in range(items):
        policy()

    text = client.get(reverse("scans:list")).text

    assert text.count('<details class="wp-rest"><summary>Nog 100 onderwerpen') == folded
    assert text.count("<details") == text.count("</details>")
    assert text.count("Prescan doen") == items
