"""The table of all figures of a method, on a narrow screen: no number without its uncertainty."""

import pytest

from tests.browser.axe import faults
from tests.browser.conftest import NARROW
from tests.tallies import duo_2014
from waterpas import chain, from_matrices, risk_profile
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


@pytest.fixture
def steps(chromium):
    """The page of a chain with rounded counts: its table has the most columns."""
    result = chain(duo_2014(), across="herkomst", reference="NL")
    page = chromium.new_page(viewport=NARROW)
    page.set_content(standalone_page(result, "nl", publication_mark="Niet voor publicatie"))
    yield page
    page.close()


def test_the_table_of_a_chain_shows_every_column_without_scrolling(steps):
    cells = steps.locator(".wp-compared :is(th, td)").all()
    ends = [cell.bounding_box() for cell in cells if cell.inner_text()]

    assert len(ends) > 60
    assert None not in ends
    assert max(box["x"] + box["width"] for box in ends) <= NARROW["width"]


def test_the_table_of_a_chain_is_still_a_table(steps):
    assert faults(steps) == {}
    assert steps.get_by_role("columnheader", name="Onzekerheid").count() == 1
    assert steps.get_by_role("rowheader", name="Buiten Europa").count() == 3
