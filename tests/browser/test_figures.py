"""The table of all figures of a method, on a narrow screen: no number without its uncertainty."""

import pytest

from tests.browser.axe import faults
from tests.browser.conftest import NARROW
from waterpas import from_matrices, risk_profile
from waterpas.explain.html import standalone_page

MATRICES = {
    "buiten Europa": {"tp": 1369, "fp": 805, "fn": 532, "tn": 990},
    "Nederland": {"tp": 505, "fp": 349, "fn": 461, "tn": 1139},
}


@pytest.fixture
def page(chromium):
    counts = from_matrices(MATRICES, across="herkomst")
    result = risk_profile(
        counts, across="herkomst", reference="Nederland", selected="selected", found="found"
    )
    page = chromium.new_page(viewport=NARROW)
    page.set_content(standalone_page(result, "nl", publication_mark="Niet voor publicatie"))
    for summary in page.locator("summary").all():
        summary.click()
    yield page
    page.close()


def test_each_number_stands_beside_its_uncertainty_without_scrolling(page):
    cells = page.locator(".wp-figures td:visible").all()
    ends = [cell.bounding_box() for cell in cells]

    assert len(cells) > 30
    assert max(box["x"] + box["width"] for box in ends) <= NARROW["width"]


def test_the_table_is_still_a_table(page):
    """As rows that wrap it keeps its heads and rows for who listens to it."""
    assert faults(page) == {}
    assert page.get_by_role("columnheader", name="Onzekerheid").count() == 2
    assert page.get_by_role("rowheader", name="kans op controle", exact=True).count() == 2
