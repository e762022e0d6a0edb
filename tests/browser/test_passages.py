"""Passages beside an answer, in a real browser: without JavaScript, with Enter, and read by axe."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, WIDE, press
from tests.web.scans.documents import PROFILE, passage, read
from tests.web.scans.factories import answer
from waterpas.web.scans.models import Answer

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "360"])


@pytest.fixture
def document(site):
    return read()


def criterion(document) -> str:
    return reverse("scans:answer", args=[document.scan_id, "N05"])


def test_a_passage_fills_the_source_without_javascript(open_page, document):
    page = open_page(criterion(document), javascript=False)
    page.fill("#id_reason", "Zo staat het er.")

    press(page.get_by_role("button", name="Gebruik als bron"))

    assert PROFILE in page.input_value("#id_sources")
    assert page.input_value("#id_reason") == "Zo staat het er."
    assert page.url.endswith("#id_sources")


def test_enter_in_a_field_saves_the_answer_and_not_a_passage(open_page, document):
    answer(document.scan, "N05", value="no")
    page = open_page(criterion(document))
    page.fill("#id_reason", "Toch maar anders.")
    page.check("#id_value_1")

    with page.expect_navigation():
        page.press("#id_adviser", "Enter")

    assert Answer.objects.get().reason == "Toch maar anders."
    assert not passage(document).asides.exists()


def test_a_passage_is_set_aside_and_taken_back_without_javascript(open_page, document):
    page = open_page(criterion(document), javascript=False)
    page.locator("summary", has_text="Hoort hier niet bij").click()
    page.get_by_label("Waarom hoort deze passage").fill("Het gaat over brand.")

    press(page.get_by_role("button", name="Zet opzij met deze reden"))
    expect(page.get_by_text("Het gaat over brand.")).to_be_visible()
    press(page.get_by_role("button", name="Terugzetten"))

    expect(page.get_by_text("De passage vraagt weer om een blik.")).to_be_visible()


@SIZES
def test_axe_finds_nothing_beside_an_answer_or_on_the_document(open_page, document, size):
    paths = (
        criterion(document),
        reverse("scans:document", args=[document.scan_id, document.pk]),
        reverse("scans:document_add", args=[document.scan_id]),
        reverse("scans:detail", args=[document.scan_id]),
    )
    found = {}
    for path in paths:
        page = open_page(path, size=size)
        for summary in page.locator("summary").all():
            summary.click()
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[path] = (faults(page), wide <= size["width"])

    assert found == dict.fromkeys(paths, ({}, True))
